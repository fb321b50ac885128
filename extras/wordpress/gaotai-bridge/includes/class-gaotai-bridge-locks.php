<?php
/**
 * Locks of the database that are held for one request of the interface.
 *
 * @package GaotaiBridge
 */

defined( 'ABSPATH' ) || exit;

/**
 * A lock belongs to the connection: when a worker is killed the database lets go by itself, so that a lock which is held
 * means that somebody is really at work.
 */
final class Gaotai_Bridge_Locks {

	/**
	 * Names of the locks that are held, each with the depth of the request that took it.
	 *
	 * @var array<string,int>
	 */
	private static $held = array();

	/**
	 * How many requests are nested at this moment: a request may make others.
	 *
	 * @var int
	 */
	private static $depth = 0;

	public static function hook() {
		add_filter( 'rest_request_before_callbacks', array( __CLASS__, 'begin' ), 1 );
		add_filter( 'rest_request_after_callbacks', array( __CLASS__, 'end' ), 9999 );
		add_filter( 'rest_post_dispatch', array( __CLASS__, 'ask_to_wait' ) );
	}

	/** Count a request that begins. */
	public static function begin( $response ) {
		++self::$depth;
		return $response;
	}

	/** Let go of what the request that ends has taken. */
	public static function end( $response ) {
		foreach ( self::$held as $name => $depth ) {
			if ( $depth >= self::$depth ) {
				global $wpdb;
				$wpdb->query( $wpdb->prepare( 'SELECT RELEASE_LOCK(%s)', $name ) );
				unset( self::$held[ $name ] );
			}
		}
		--self::$depth;
		return $response;
	}

	/**
	 * Take a lock until the request ends.
	 *
	 * @param string $what Names it within this site.
	 * @return WP_Error|null Null when it is held; 503 when somebody else has it for too long or there are no locks here.
	 */
	public static function take( $what ) {
		global $wpdb;
		// Locks are known to the whole server of the database, which may hold other sites.
		$name = 'gaotai:' . md5( DB_NAME . "\0" . $wpdb->prefix . "\0" . $what );
		if ( isset( self::$held[ $name ] ) ) {
			return null;
		}
		/**
		 * Filters how long another request is waited for, in seconds.
		 *
		 * @param int $seconds Less than a request may take on this server.
		 */
		$patience = (int) apply_filters( 'gaotai_bridge_patience', 10 );
		if ( '1' !== $wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, %d)', $name, $patience ) ) ) {
			return new WP_Error(
				'gaotai_busy',
				__( 'Another request with this key is still at work. Nothing was changed; ask again.', 'gaotai-bridge' ),
				array( 'status' => 503 )
			);
		}
		self::$held[ $name ] = self::$depth;
		return null;
	}

	/** Tell when to come again. */
	public static function ask_to_wait( $response ) {
		$data = $response->get_data();
		if ( is_array( $data ) && isset( $data['code'] ) && 'gaotai_busy' === $data['code'] ) {
			$response->header( 'Retry-After', '2' );
		}
		return $response;
	}
}
