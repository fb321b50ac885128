<?php
/**
 * What the page of plug-ins does: php plugin.php SITE on|off|delete FOLDER/FILE.php, php plugin.php SITE upload ZIP
 */

declare(strict_types=1);

// Names that WordPress does not use itself while it starts.
[ , $rig_site, $rig_wish, $rig_what ] = $argv;
define( 'WP_ADMIN', true );
require $rig_site . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/admin.php';

function rig_do( string $wish, string $what ) {
	if ( 'off' === $wish || 'delete' === $wish ) {
		deactivate_plugins( $what );
		return 'off' === $wish ? null : delete_plugins( array( $what ) );
	}
	if ( 'upload' === $wish ) {
		require ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
		$upgrader = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
		return $upgrader->install( $what ) ?: new WP_Error( 'rig', implode( "\n", $upgrader->skin->get_upgrade_messages() ) );
	}
	return activate_plugin( $what );
}

wp_set_current_user( 1 );
$rig_result = rig_do( $rig_wish, $rig_what );
if ( is_wp_error( $rig_result ) ) {
	fwrite( STDERR, $rig_result->get_error_message() . "\n" );
	exit( 1 );
}
