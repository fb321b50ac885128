<?php
/**
 * One post per key, and no change over somebody else's.
 *
 * @package GaotaiBridge
 */

defined( 'ABSPATH' ) || exit;

/** Looks at each post that comes through the interface before it is written. */
final class Gaotai_Bridge_Writing {

	public static function hook() {
		add_action( 'rest_api_init', array( __CLASS__, 'register' ) );
		add_filter( 'rest_pre_insert_post', array( __CLASS__, 'check' ), 10, 2 );
	}

	/** The fields `gaotai_key` (read and write) and `gaotai_hash` (read); both only where drafts can be read too. */
	public static function register() {
		register_rest_field(
			'post',
			'gaotai_key',
			array(
				'get_callback'    => static function ( $post, $name, $request ) {
					return 'edit' === $request['context'] ? Gaotai_Bridge_Keys::of( $post['id'] ) : '';
				},
				'update_callback' => '__return_true', // the key is written with the row itself, see check()
				'schema'          => array(
					'type'    => 'string',
					'pattern' => '^([a-z0-9-]{1,60})?$',
					'context' => array( 'edit' ),
				),
			)
		);
		register_rest_field(
			'post',
			'gaotai_hash',
			array(
				'get_callback' => static function ( $post, $name, $request ) {
					return 'edit' === $request['context'] ? Gaotai_Bridge_State::hash( get_post( $post['id'] ) ) : '';
				},
				'schema'       => array(
					'type'     => 'string',
					'readonly' => true,
					'context'  => array( 'edit' ),
				),
			)
		);
	}

	/**
	 * Refuse a second post with a key, and a change on top of one that the sender has not seen.
	 *
	 * @param stdClass|WP_Error $post    What is about to be written.
	 * @param WP_REST_Request   $request With `gaotai_key`, and for changes `gaotai_base`: the hash that the sender saw last.
	 * @return stdClass|WP_Error
	 */
	public static function check( $post, $request ) {
		if ( is_wp_error( $post ) ) {
			return $post;
		}
		$key = isset( $request['gaotai_key'] ) ? $request['gaotai_key'] : '';
		if ( '' !== $key && ! Gaotai_Bridge_Keys::is_key( $key ) ) {
			return new WP_Error( 'gaotai_key', __( 'This is not a key. Nothing was changed.', 'gaotai-bridge' ), array( 'status' => 400 ) );
		}
		$wrong = Gaotai_Bridge_Fields::check( $request['meta'] );
		if ( $wrong ) {
			return $wrong;
		}
		if ( empty( $post->ID ) ) {
			return '' === $key ? $post : self::made( $post, $key );
		}
		$refused = self::changed( $post->ID, isset( $request['gaotai_base'] ) ? $request['gaotai_base'] : '' );
		if ( ! $refused && '' !== $key ) {
			$refused = self::adopted( $post->ID, $key );
		}
		return $refused ? $refused : $post;
	}

	/** A new post: it gets its key, unless there is a post with it. */
	private static function made( $post, $key ) {
		$busy = Gaotai_Bridge_Locks::take( "key $key" );
		if ( $busy ) {
			return $busy;
		}
		$found = Gaotai_Bridge_Keys::find( array( $key ) );
		if ( $found ) {
			return self::exists( $found[ $key ] );
		}
		if ( ! Gaotai_Bridge_Keys::announce( $key ) ) {
			return new WP_Error(
				'gaotai_table',
				__( 'The table of keys cannot be written. Nothing was changed; turn the plug-in off and on again.', 'gaotai-bridge' ),
				array( 'status' => 500 )
			);
		}
		$post->guid = Gaotai_Bridge_Keys::PREFIX . $key;
		return $post;
	}

	private static function exists( $post_id ) {
		$told = self::exists_already( $post_id );
		return new WP_Error( $told['code'], $told['message'], $told['data'] );
	}

	/**
	 * What is told of a post that has the key already, as an error of the interface.
	 *
	 * @param int $post_id Number of that post.
	 * @return array<string,mixed>
	 */
	public static function exists_already( $post_id ) {
		return array(
			'code'    => 'gaotai_exists',
			'message' => __( 'A post with this key stands here already. Nothing was changed.', 'gaotai-bridge' ),
			'data'    => array(
				'status' => 409,
				'id'     => $post_id,
				'post'   => Gaotai_Bridge_State::of( get_post( $post_id ) ),
			),
		);
	}

	/** A post that stands here already gets a key, unless it has another or another has it. */
	private static function adopted( $post_id, $key ) {
		$own = Gaotai_Bridge_Keys::of( $post_id );
		if ( $own === $key ) {
			return null;
		}
		if ( '' !== $own ) {
			return new WP_Error(
				'gaotai_other_key',
				__( 'This post has another key. Nothing was changed.', 'gaotai-bridge' ),
				array(
					'status' => 409,
					'id'     => $post_id,
					'key'    => $own,
				)
			);
		}
		$busy = Gaotai_Bridge_Locks::take( "key $key" );
		if ( $busy ) {
			return $busy;
		}
		$found = Gaotai_Bridge_Keys::find( array( $key ) );
		if ( $found && $found[ $key ] !== $post_id ) {
			return self::exists( $found[ $key ] );
		}
		$owner = Gaotai_Bridge_Keys::adopt( $key, $post_id );
		return $owner === $post_id ? null : self::exists( $owner );
	}

	/** Whether somebody has changed the post since the sender saw it. */
	private static function changed( $post_id, $base ) {
		if ( ! is_string( $base ) || '' === $base ) {
			return null;
		}
		$busy = Gaotai_Bridge_Locks::take( "post $post_id" );
		if ( $busy ) {
			return $busy;
		}
		clean_post_cache( $post_id ); // what was read before the lock may be old
		$post = get_post( $post_id );
		if ( hash_equals( Gaotai_Bridge_State::hash( $post ), $base ) ) {
			return null;
		}
		return new WP_Error(
			'gaotai_changed',
			__( 'Somebody has changed this post meanwhile. Nothing was changed; read it and decide.', 'gaotai-bridge' ),
			array(
				'status' => 412,
				'id'     => $post_id,
				'post'   => Gaotai_Bridge_State::of( $post ),
			)
		);
	}
}
