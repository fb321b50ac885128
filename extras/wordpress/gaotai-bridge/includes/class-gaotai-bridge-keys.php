<?php
/**
 * Which post a key belongs to.
 *
 * @package GaotaiBridge
 */

defined( 'ABSPATH' ) || exit;

/**
 * The key of a new post goes into its guid, in the statement that makes the row: a post without its key cannot come
 * into being, whenever the worker dies. A table of our own finds it again by an index, which the guid has not. Its row is
 * written before the post: a row without a post means that a request is at work or has died, and the post, if there is
 * one, has a number above the one noted in the row.
 */
final class Gaotai_Bridge_Keys {

	const PATTERN = '^[a-z0-9-]{1,60}$';
	const PREFIX  = 'urn:gaotai:';
	const META    = '_gaotai_key';
	const OPTION  = 'gaotai_bridge_table';
	const VERSION = '1';

	public static function hook() {
		add_action( 'init', array( __CLASS__, 'make_table' ), 1 );
		add_action( 'wp_insert_post', array( __CLASS__, 'note' ), 1, 3 );
		add_action( 'deleted_post', array( __CLASS__, 'forget' ) );
	}

	public static function table() {
		global $wpdb;
		return $wpdb->prefix . 'gaotai_keys';
	}

	/** Whether this is a key. */
	public static function is_key( $key ) {
		return is_string( $key ) && 1 === preg_match( '/' . self::PATTERN . '/D', $key );
	}

	/** Make the table, and fill it from the posts that had keys before: it may have been taken away in between. */
	public static function make_table() {
		if ( self::VERSION === get_option( self::OPTION ) ) {
			return;
		}
		global $wpdb;
		$table = self::table();
		$wpdb->query(
			"CREATE TABLE IF NOT EXISTS $table (
				name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
				post_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
				after_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
				KEY post_id (post_id)
			) " . $wpdb->get_charset_collate()
		);
		$wpdb->query(
			$wpdb->prepare(
				"INSERT IGNORE INTO $table (name, post_id)
				 SELECT SUBSTRING(guid, %d), ID FROM $wpdb->posts WHERE guid LIKE %s AND post_type = 'post' ORDER BY ID",
				strlen( self::PREFIX ) + 1,
				$wpdb->esc_like( self::PREFIX ) . '%'
			)
		);
		$wpdb->query(
			$wpdb->prepare(
				"INSERT IGNORE INTO $table (name, post_id)
				 SELECT meta_value, post_id FROM $wpdb->postmeta WHERE meta_key = %s ORDER BY meta_id",
				self::META
			)
		);
		update_option( self::OPTION, self::VERSION );
	}

	/** The key of a post, '' when it has none. */
	public static function of( $post_id ) {
		$guid = (string) get_post_field( 'guid', $post_id, 'raw' );
		if ( 0 === strpos( $guid, self::PREFIX ) ) {
			return substr( $guid, strlen( self::PREFIX ) );
		}
		return (string) get_post_meta( $post_id, self::META, true );
	}

	/**
	 * The posts of some keys.
	 *
	 * @param string[] $keys Keys.
	 * @return array<string,int> Number of the post by key; a key without a post is left out.
	 */
	public static function find( array $keys ) {
		global $wpdb;
		if ( ! $keys ) {
			return array();
		}
		$table = self::table();
		$marks = implode( ',', array_fill( 0, count( $keys ), '%s' ) );
		$rows  = $wpdb->get_results(
			$wpdb->prepare(
				"SELECT k.name, k.post_id, k.after_id, p.ID FROM $table k LEFT JOIN $wpdb->posts p ON p.ID = k.post_id
				 WHERE k.name IN ($marks)",
				$keys
			)
		);
		$found = array();
		foreach ( $rows as $row ) {
			$id = $row->post_id ? (int) $row->ID : self::left_behind( $row->name, (int) $row->after_id );
			if ( $id ) {
				$found[ $row->name ] = $id;
			}
		}
		return $found;
	}

	/** The post of a request that died before it could note the number; 0 when it died before that post was made. */
	private static function left_behind( $key, $after ) {
		global $wpdb;
		$id = (int) $wpdb->get_var(
			$wpdb->prepare(
				"SELECT ID FROM $wpdb->posts WHERE ID > %d AND guid = %s ORDER BY ID LIMIT 1",
				$after,
				self::PREFIX . $key
			)
		);
		if ( $id ) {
			self::write( $key, $id );
		}
		return $id;
	}

	/** Note that a post with this key is about to be made. */
	public static function announce( $key ) {
		global $wpdb;
		$table   = self::table();
		$highest = (int) $wpdb->get_var( "SELECT MAX(ID) FROM $wpdb->posts" );
		// Databases that share the work among several machines may give out numbers slightly out of order.
		$after = max( 0, $highest - 1000 );
		$made  = $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO $table (name, after_id) VALUES (%s, %d)", $key, $after ) );
		if ( 0 === $made ) {
			// An earlier post with this key has been deleted past us. A row without a post stays as it is.
			$made = $wpdb->query(
				$wpdb->prepare(
					"UPDATE $table SET post_id = 0, after_id = %d
					 WHERE name = %s AND post_id <> 0 AND post_id NOT IN (SELECT ID FROM $wpdb->posts)",
					$after,
					$key
				)
			);
		}
		return false !== $made;
	}

	/**
	 * Give a key to a post that stands already.
	 *
	 * @return int Number of the post that has the key now.
	 */
	public static function adopt( $key, $post_id ) {
		self::announce( $key );
		$owner = self::write( $key, $post_id );
		if ( $owner === $post_id ) {
			update_post_meta( $post_id, self::META, $key );
		}
		return $owner;
	}

	/**
	 * Note the post of a key, unless one is noted.
	 *
	 * @return int Number of the post that is noted now.
	 */
	private static function write( $key, $post_id ) {
		global $wpdb;
		$table = self::table();
		$wpdb->query( $wpdb->prepare( "UPDATE $table SET post_id = %d WHERE name = %s AND post_id = 0", $post_id, $key ) );
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT post_id FROM $table WHERE name = %s", $key ) );
	}

	/** A post has been made: note its number, or take it back. */
	public static function note( $post_id, $post, $update ) {
		if ( $update || 'post' !== $post->post_type || 0 !== strpos( $post->guid, self::PREFIX ) ) {
			return;
		}
		$owner = self::write( substr( $post->guid, strlen( self::PREFIX ) ), $post_id );
		if ( $owner && $owner !== $post_id && get_post( $owner ) ) {
			wp_delete_post( $post_id, true );
			wp_send_json( Gaotai_Bridge_Writing::exists_already( $owner ), 409 );
		}
	}

	/** A post has been deleted for good: its key is free. */
	public static function forget( $post_id ) {
		global $wpdb;
		$wpdb->delete( self::table(), array( 'post_id' => $post_id ), array( '%d' ) );
	}
}
