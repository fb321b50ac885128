<?php
/**
 * Takes the table away. Each post keeps its key, so that the table can be made anew when the plug-in comes back.
 *
 * @package GaotaiBridge
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

global $wpdb;
$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}gaotai_keys" );
delete_option( 'gaotai_bridge_table' );
