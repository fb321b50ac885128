<?php
/**
 * What stands here, told so that another program can see whether somebody has changed it.
 *
 * @package GaotaiBridge
 */

defined( 'ABSPATH' ) || exit;

/** State of a post. */
final class Gaotai_Bridge_State {

	/**
	 * SHA-256 over what a reader sees and an editor can change: headline, text, summary, slug, picture, categories, tags and
	 * our fields. Status and times are told beside it: a scheduled post goes live without anybody's change.
	 *
	 * @param WP_Post $post Post.
	 */
	public static function hash( $post ) {
		$parts = array(
			$post->post_title,
			$post->post_content,
			$post->post_excerpt,
			$post->post_name,
			(int) get_post_thumbnail_id( $post ),
			self::terms( $post, 'category' ),
			self::terms( $post, 'post_tag' ),
		);
		foreach ( array_keys( Gaotai_Bridge_Fields::all() ) as $name ) {
			$parts[] = (string) get_post_meta( $post->ID, $name, true );
		}
		// Lengths keep the parts apart, and bytes that are no UTF-8 count too.
		$text = '';
		foreach ( $parts as $part ) {
			$text .= strlen( (string) $part ) . ':' . $part;
		}
		return hash( 'sha256', $text );
	}

	private static function terms( $post, $taxonomy ) {
		$terms = get_the_terms( $post, $taxonomy );
		$ids   = is_array( $terms ) ? wp_list_pluck( $terms, 'term_id' ) : array();
		sort( $ids );
		return implode( ',', $ids );
	}

	/**
	 * What a program may know of a post.
	 *
	 * @param WP_Post $post Post.
	 * @return array<string,mixed>
	 */
	public static function of( $post ) {
		$state = array(
			'key'          => Gaotai_Bridge_Keys::of( $post->ID ),
			'id'           => $post->ID,
			'status'       => $post->post_status,
			'modified_gmt' => mysql_to_rfc3339( $post->post_modified_gmt ),
			'editable'     => current_user_can( 'edit_post', $post->ID ),
		);
		if ( $state['editable'] ) {
			$state += array(
				'slug'     => $post->post_name,
				'link'     => get_permalink( $post ),
				'date_gmt' => mysql_to_rfc3339( $post->post_date_gmt ),
				'hash'     => self::hash( $post ),
			);
		}
		return $state;
	}
}
