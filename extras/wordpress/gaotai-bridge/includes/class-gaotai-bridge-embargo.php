<?php
/**
 * Pictures that come before their article may be seen.
 *
 * @package GaotaiBridge
 */

defined( 'ABSPATH' ) || exit;

/**
 * An upload with `gaotai_embargo=1` gets a file name that cannot be guessed, and nobody finds it in lists, by search or at
 * the address of its own page until the article goes live that it belongs to (by `post` or as its featured picture).
 */
final class Gaotai_Bridge_Embargo {

	const META = '_gaotai_embargo';

	/**
	 * Whether the upload at work is under embargo.
	 *
	 * @var bool
	 */
	private static $on = false;

	public static function hook() {
		add_filter( 'rest_request_before_callbacks', array( __CLASS__, 'begin' ), 10, 3 );
		add_filter( 'rest_request_after_callbacks', array( __CLASS__, 'end' ) );
		add_filter( 'wp_handle_upload_prefilter', array( __CLASS__, 'rename' ) );
		add_filter( 'wp_handle_sideload_prefilter', array( __CLASS__, 'rename' ) );
		add_filter( 'rest_pre_insert_attachment', array( __CLASS__, 'hide' ) );
		add_action( 'rest_insert_attachment', array( __CLASS__, 'mark' ), 10, 3 );
		add_action( 'transition_post_status', array( __CLASS__, 'live' ), 10, 3 );
		add_action( 'rest_after_insert_post', array( __CLASS__, 'show' ) );
	}

	public static function begin( $response, $handler, $request ) {
		if ( 'POST' === $request->get_method() && '/wp/v2/media' === untrailingslashit( $request->get_route() ) ) {
			self::$on = rest_sanitize_boolean( (string) $request['gaotai_embargo'] );
		}
		return $response;
	}

	public static function end( $response ) {
		self::$on = false;
		return $response;
	}

	/** A name of 32 random digits; the kind of file stays. */
	public static function rename( $file ) {
		if ( self::$on ) {
			$kind         = strtolower( pathinfo( $file['name'], PATHINFO_EXTENSION ) );
			$file['name'] = bin2hex( random_bytes( 16 ) ) . ( '' === $kind ? '' : ".$kind" );
		}
		return $file;
	}

	public static function hide( $attachment ) {
		if ( self::$on && ! is_wp_error( $attachment ) ) {
			$attachment->post_status = 'private';
		}
		return $attachment;
	}

	public static function mark( $attachment, $request, $creating ) {
		if ( self::$on && $creating ) {
			update_post_meta( $attachment->ID, self::META, '1' );
		}
	}

	/** An article changes its status. */
	public static function live( $status, $before, $post ) {
		if ( 'publish' === $status && 'publish' !== $before ) {
			self::show( $post );
		}
	}

	/** Show the pictures of an article that is public. */
	public static function show( $post ) {
		if ( 'post' !== $post->post_type || 'publish' !== $post->post_status ) {
			return;
		}
		$pictures = get_posts(
			array(
				'post_type'   => 'attachment',
				'post_status' => 'private',
				'post_parent' => $post->ID,
				'numberposts' => -1,
				'meta_key'    => self::META,
				'fields'      => 'ids',
			)
		);
		$featured = (int) get_post_thumbnail_id( $post );
		if ( $featured && get_post_meta( $featured, self::META, true ) ) {
			$pictures[] = $featured;
		}
		foreach ( array_unique( $pictures ) as $picture ) {
			if ( 'private' === get_post_status( $picture ) ) {
				wp_update_post(
					array(
						'ID'          => $picture,
						'post_status' => 'inherit',
					)
				);
			}
			delete_post_meta( $picture, self::META );
		}
	}
}
