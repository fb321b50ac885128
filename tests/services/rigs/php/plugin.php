<?php
/**
 * Turns a plug-in on or off as the page of plug-ins does: php plugin.php SITE on|off FOLDER/FILE.php
 */

declare(strict_types=1);

[ , $site, $wish, $wanted_file ] = $argv;
define( 'WP_ADMIN', true );
require $site . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/plugin.php';
if ( 'off' === $wish ) {
	deactivate_plugins( $wanted_file );
	exit( 0 );
}
$error = activate_plugin( $wanted_file );
if ( is_wp_error( $error ) ) {
	fwrite( STDERR, $error->get_error_message() . "\n" );
	exit( 1 );
}
