<?php
/**
 * The public address of a withdrawn article answers 410 Gone instead of 404.
 *
 * @package GaotaiBridge
 */

defined( 'ABSPATH' ) || exit;

/**
 * A post that is out of the public (draft, private or in the trash) and carries a time in `gaotai_withdrawn`. The theme's
 * page for what is not found is shown; only the number of the answer is another, which search engines act on sooner.
 */
final class Gaotai_Bridge_Withdrawal {

	const FIELD = 'gaotai_withdrawn';

	public static function hook() {
		add_action( 'template_redirect', array( __CLASS__, 'answer' ), 1 );
	}

	/** Say that it is gone. */
	public static function answer() {
		if ( ! is_404() || ! self::is_withdrawn() ) {
			return;
		}
		// WordPress would otherwise guess another article with a similar address.
		remove_action( 'template_redirect', 'redirect_canonical' );
		remove_action( 'template_redirect', 'wp_old_slug_redirect' );
		status_header( 410 );
		nocache_headers();
		add_filter( 'wp_robots', 'wp_robots_no_robots' );
	}

	/** Whether the address that was asked for belonged to a withdrawn article. */
	private static function is_withdrawn() {
		global $wpdb;
		$number = (int) get_query_var( 'p' );
		$name   = sanitize_title_for_query( (string) get_query_var( 'name' ) );
		if ( ! $number && '' === $name ) {
			return false;
		}
		// In the trash a post has another slug and keeps the wanted one aside.
		$sql = "SELECT p.ID FROM $wpdb->posts p
			JOIN $wpdb->postmeta w ON w.post_id = p.ID AND w.meta_key = %s AND w.meta_value <> ''
			LEFT JOIN $wpdb->postmeta s ON s.post_id = p.ID AND s.meta_key = '_wp_desired_post_slug'
			WHERE p.post_type = 'post' AND p.post_status IN ('draft', 'pending', 'private', 'trash')
			AND (p.ID = %d OR (%s <> '' AND (p.post_name = %s OR s.meta_value = %s))) LIMIT 1";
		return null !== $wpdb->get_var( $wpdb->prepare( $sql, self::FIELD, $number, $name, $name, $name ) );
	}
}
