<?php
/**
 * Must-use plug-in of the test rig: sends no mail and commits the faults that a test has ordered.
 *
 * The file of orders is a JSON list of {mode, count, value, methods, path}; an order is counted down under a lock.
 */

declare(strict_types=1);

if ( ! function_exists( 'wp_mail' ) ) {
	function wp_mail() {
		return true;
	}
}

function rig_takes( array $order, string $mode ): bool {
	return $order['mode'] === $mode && $order['count'] > 0
		&& in_array( $_SERVER['REQUEST_METHOD'] ?? '', explode( ' ', $order['methods'] ), true )
		&& ( '' === $order['path'] || false !== strpos( rawurldecode( $_SERVER['REQUEST_URI'] ?? '' ), $order['path'] ) );
}

/** The value of an order for this request, null when there is none; takes it off the list. */
function rig_fault( string $mode ): ?string {
	if ( 'cli' === PHP_SAPI || filesize( RIG_FAULTS ) <= 2 ) {
		return null;
	}
	$file = fopen( RIG_FAULTS, 'c+' );
	flock( $file, LOCK_EX );
	$orders = json_decode( stream_get_contents( $file ), true ) ?? array(); // none: whoever wrote them was killed
	$value  = null;
	foreach ( $orders as $place => $order ) {
		if ( rig_takes( $order, $mode ) ) {
			$value = $order['value'];
			if ( 0 === --$orders[ $place ]['count'] ) {
				unset( $orders[ $place ] );
			}
			ftruncate( $file, 0 );
			rewind( $file );
			fwrite( $file, json_encode( array_values( $orders ) ) );
			fflush( $file );
			break;
		}
	}
	fclose( $file );
	return $value;
}

/** End this worker as the kernel would that has no memory left. */
function rig_die(): void {
	posix_kill( getmypid(), 9 ); // its name is known on the command line only
	sleep( 1 );
}

/** Answer at once and do nothing else. */
function rig_answer( int $status, string $type, string $body, array $headers = array() ): void {
	header( "HTTP/1.1 $status Ordered", true, $status ); // http_response_code() would lose against a line set before
	header( 'Content-Type: ' . $type );
	foreach ( $headers as $name => $value ) {
		header( "$name: $value" );
	}
	echo $body;
	exit;
}

function rig_pause( string $seconds ): void {
	usleep( (int) ( 1e6 * (float) $seconds ) );
}

function rig_before(): void {
	if ( null !== rig_fault( 'kill_before' ) ) {
		rig_die();
	}
	if ( null !== rig_fault( 'http502' ) ) {
		rig_answer( 502, 'text/html', '<html><body><h1>502 Bad Gateway</h1></body></html>' );
	}
	$wait = rig_fault( 'http503' );
	if ( null !== $wait ) {
		rig_answer( 503, 'text/html', '<html><body>Service Unavailable</body></html>', array( 'Retry-After' => '' === $wait ? '1' : $wait ) );
	}
	$wait = rig_fault( 'http429' );
	if ( null !== $wait ) {
		rig_answer( 429, 'application/json', '{"code":"rig_too_many"}', array( 'Retry-After' => '' === $wait ? '1' : $wait ) );
	}
	if ( null !== rig_fault( 'html200' ) ) {
		rig_answer( 200, 'text/html', '<html><body><script>alert(1)</script>Welcome</body></html>' );
	}
	$where = rig_fault( 'redirect' );
	if ( null !== $where ) {
		rig_answer( 302, 'text/html', '', array( 'Location' => $where ) );
	}
	$seconds = rig_fault( 'slow' );
	if ( null !== $seconds ) {
		rig_pause( $seconds );
	}
	if ( null !== rig_fault( 'wrong_password' ) ) {
		$_SERVER['PHP_AUTH_PW'] = 'changed meanwhile';
	}
	if ( null !== rig_fault( 'passwords_off' ) ) {
		add_filter( 'wp_is_application_passwords_available', '__return_false' );
	}
}

/** Which statement of a post's own row is under way: '', 'insert', 'update'; and whether it has been sent. */
final class Rig_Row {
	public static $kind = '';
	public static $sent = false;

	public static function coming( array $data, array $post ): array {
		if ( 'revision' !== $data['post_type'] ) {
			self::$kind = empty( $post['ID'] ) ? 'insert' : 'update';
			self::$sent = false;
			$seconds    = rig_fault( 'slow_insert' );
			if ( null !== $seconds ) {
				rig_pause( $seconds );
			}
		}
		return $data;
	}

	public static function query( string $sql ): string {
		global $wpdb;
		if ( self::$sent ) {
			self::$sent = false;
			$kind       = self::$kind;
			self::$kind = '';
			if ( null !== rig_fault( 'kill_after_' . $kind ) ) {
				rig_die();
			}
		} elseif ( '' !== self::$kind && 0 === stripos( ltrim( $sql ), self::$kind ) && false !== strpos( $sql, "`$wpdb->posts`" ) ) {
			self::$sent = true;
		}
		return $sql;
	}
}

/** The work is done and the answer is known, but not a byte of it has gone. */
function rig_after( $served, $response, $request, $server ) {
	if ( null !== rig_fault( 'kill_after_all' ) ) {
		rig_die();
	}
	$seconds = rig_fault( 'slow_after' );
	if ( null !== $seconds ) {
		rig_pause( $seconds );
	}
	if ( null !== rig_fault( 'err500_after' ) ) {
		header_remove( 'Location' );
		rig_answer( 500, 'text/html', '<html><body>Internal Server Error</body></html>' );
	}
	$bytes = rig_fault( 'cut_quietly' );
	if ( null !== $bytes ) {
		echo substr( wp_json_encode( $server->response_to_data( $response, false ) ), 0, (int) $bytes );
		return true;
	}
	$bytes = rig_fault( 'cut' );
	if ( null !== $bytes ) {
		$text = wp_json_encode( $server->response_to_data( $response, false ) );
		header( 'Content-Length: ' . strlen( $text ) );
		header( 'X-Accel-Buffering: no' );
		echo substr( $text, 0, (int) $bytes );
		while ( ob_get_level() ) {
			ob_end_flush();
		}
		flush();
		usleep( 50000 );
		rig_die();
	}
	return $served;
}

rig_before();
add_filter( 'wp_insert_post_data', array( 'Rig_Row', 'coming' ), 99, 2 );
add_filter( 'wp_insert_attachment_data', array( 'Rig_Row', 'coming' ), 99, 2 );
add_filter( 'query', array( 'Rig_Row', 'query' ) );
add_filter( 'rest_pre_serve_request', 'rig_after', 99, 4 );
