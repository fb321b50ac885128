<?php
/**
 * The questions that the newsroom's program asks: /wp-json/gaotai/v1/.
 *
 * @package GaotaiBridge
 */

defined( 'ABSPATH' ) || exit;

/** Routes of our own. Both answer those only who may write posts. */
final class Gaotai_Bridge_Routes {

	const SPACE = 'gaotai/v1';
	const MOST  = 100;

	public static function hook() {
		add_action( 'rest_api_init', array( __CLASS__, 'register' ) );
	}

	public static function register() {
		register_rest_route(
			self::SPACE,
			'/find',
			array(
				'methods'             => 'GET',
				'callback'            => array( __CLASS__, 'find' ),
				'permission_callback' => array( __CLASS__, 'may_ask' ),
				'args'                => array(
					'keys' => array(
						'required' => true,
						'type'     => 'array',
						'minItems' => 1,
						'maxItems' => self::MOST,
						'items'    => array(
							'type'    => 'string',
							'pattern' => Gaotai_Bridge_Keys::PATTERN,
						),
					),
				),
			)
		);
		register_rest_route(
			self::SPACE,
			'/status',
			array(
				'methods'             => 'GET',
				'callback'            => array( __CLASS__, 'status' ),
				'permission_callback' => array( __CLASS__, 'may_ask' ),
			)
		);
	}

	public static function may_ask() {
		return current_user_can( 'edit_posts' );
	}

	/**
	 * What stands here of up to 100 keys: {"found": [{key, id, status, modified_gmt, hash, …}], "missing": [key]}.
	 *
	 * @param WP_REST_Request $request With `keys`, separated by commas.
	 */
	public static function find( $request ) {
		$keys  = array_values( array_unique( $request['keys'] ) );
		$ids   = Gaotai_Bridge_Keys::find( $keys );
		$posts = array();
		if ( $ids ) {
			// One question for all of them, with their terms and fields, and in whatever status they are.
			$posts = get_posts(
				array(
					'post_type'   => 'post',
					'post__in'    => array_values( $ids ),
					'post_status' => array_keys( get_post_stati() ),
					'numberposts' => self::MOST,
					'orderby'     => 'ID',
				)
			);
		}
		$by_id = array();
		foreach ( $posts as $post ) {
			$by_id[ $post->ID ] = $post;
		}
		$found   = array();
		$missing = array();
		foreach ( $keys as $key ) {
			$post = isset( $ids[ $key ] ) ? ( isset( $by_id[ $ids[ $key ] ] ) ? $by_id[ $ids[ $key ] ] : get_post( $ids[ $key ] ) ) : null;
			if ( $post ) {
				$found[] = array( 'key' => $key ) + Gaotai_Bridge_State::of( $post );
			} else {
				$missing[] = $key;
			}
		}
		return array(
			'found'   => $found,
			'missing' => $missing,
		);
	}

	/** What the program should know of this site before it sends anything. */
	public static function status() {
		global $wpdb;
		return array(
			'version'    => GAOTAI_BRIDGE_VERSION,
			'wordpress'  => get_bloginfo( 'version' ),
			'php'        => PHP_VERSION,
			'time_gmt'   => gmdate( 'Y-m-d\TH:i:s\Z' ),
			'time_zone'  => wp_timezone_string(),
			'has_locks'  => '1' === $wpdb->get_var( "SELECT IS_FREE_LOCK('gaotai:status')" ),
			'characters' => $wpdb->charset,
			'max_upload' => wp_max_upload_size(),
			'fields'     => array_keys( Gaotai_Bridge_Fields::all() ),
		);
	}
}
