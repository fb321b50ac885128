<?php
/**
 * The fields of a newsroom that WordPress does not know.
 *
 * @package GaotaiBridge
 */

defined( 'ABSPATH' ) || exit;

/**
 * Fields hold plain text. A theme that shows them must escape them as any other text (esc_html, esc_attr, esc_url).
 * What does not fit is refused, never shortened: the newsroom compares what it sent with what stands here.
 */
final class Gaotai_Bridge_Fields {

	const URL  = '^(https?://[^\s<>"]{1,1990})?$';
	const TIME = '^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?$';

	public static function hook() {
		add_action( 'init', array( __CLASS__, 'register' ) );
	}

	/**
	 * Every field with its rules, as JSON schema.
	 *
	 * @return array<string,array<string,mixed>>
	 */
	public static function all() {
		$line   = array( 'maxLength' => 1000 );
		$fields = array(
			'gaotai_kicker'             => $line,
			'gaotai_subheadline'        => $line,
			'gaotai_byline'             => $line,
			'gaotai_source'             => $line,
			'gaotai_editor'             => $line,
			'gaotai_responsible_editor' => $line,
			'gaotai_column'             => $line,
			'gaotai_genre'              => $line,
			'gaotai_dateline'           => $line,
			'gaotai_notice'             => array( 'maxLength' => 10000 ),
			'gaotai_origin_url'         => array( 'pattern' => self::URL ),
			'gaotai_notice_url'         => array( 'pattern' => self::URL ),
			'gaotai_first_published'    => array( 'pattern' => self::TIME ),
			'gaotai_withdrawn'          => array( 'pattern' => self::TIME ),
			'gaotai_language'           => array( 'pattern' => '^[A-Za-z0-9-]{0,35}$' ),
			'gaotai_package'            => array( 'pattern' => '^([0-9a-f]{64})?$' ),
		);
		/**
		 * Filters the fields, for a newsroom that has more.
		 *
		 * @param array<string,array<string,mixed>> $fields Rules by name.
		 */
		return (array) apply_filters( 'gaotai_bridge_fields', $fields );
	}

	/** Make the fields known. */
	public static function register() {
		foreach ( self::all() as $name => $rules ) {
			register_post_meta(
				'post',
				$name,
				array(
					'type'              => 'string',
					'single'            => true,
					'default'           => '',
					'sanitize_callback' => array( __CLASS__, 'plain' ),
					'auth_callback'     => array( __CLASS__, 'may_edit' ),
					'show_in_rest'      => array( 'schema' => array( 'type' => 'string' ) + $rules ),
				)
			);
		}
	}

	/**
	 * Look at the fields before anything is written: WordPress itself does it when the post stands already.
	 *
	 * @param mixed $meta What was sent as `meta`.
	 * @return WP_Error|null
	 */
	public static function check( $meta ) {
		foreach ( is_array( $meta ) ? array_intersect_key( self::all(), $meta ) : array() as $name => $rules ) {
			if ( null !== $meta[ $name ] ) {
				$right = rest_validate_value_from_schema( $meta[ $name ], array( 'type' => 'string' ) + $rules, "meta.$name" );
				if ( is_wp_error( $right ) ) {
					$right->add_data( array( 'status' => 400 ) );
					return $right;
				}
			}
		}
		return null;
	}

	/**
	 * Plain text: no control characters and nothing that a browser would take for a tag. Unlike sanitize_text_field() it
	 * leaves "增长 50%ab", "A < B" and ideographic spaces as they are.
	 */
	public static function plain( $value ) {
		$text = wp_check_invalid_utf8( (string) $value );
		$text = preg_replace( '/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/', '', $text );
		return preg_match( '/<[a-z\/!?]/i', $text ) ? wp_strip_all_tags( $text ) : $text;
	}

	/** Whoever may edit the post may write its fields. */
	public static function may_edit( $allowed, $name, $post_id, $user_id ) {
		return user_can( $user_id, 'edit_post', $post_id );
	}
}
