<?php
/**
 * Fills an empty database with a WordPress and one user of each role, and writes how they log in as JSON:
 * php install.php SITE OUT
 */

declare(strict_types=1);

[ , $site, $out ] = $argv;
define( 'WP_INSTALLING', true );
require $site . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'Rig', 'rig-admin', 'admin@example.invalid', true, '', 'login-of-admin' );
update_option( 'timezone_string', 'Asia/Shanghai' );
global $wp_rewrite, $wp_version;
$wp_rewrite->set_permalink_structure( '/%year%/%monthnum%/%postname%/' );
$wp_rewrite->flush_rules( false );

$accounts = array();
foreach ( array( 'admin' => 'administrator', 'editor' => 'editor', 'author' => 'author', 'contributor' => 'contributor' ) as $name => $role ) {
	$login = "rig-$name";
	$user  = get_user_by( 'login', $login );
	$id    = $user ? $user->ID : wp_insert_user(
		array(
			'user_login' => $login,
			'user_pass'  => "login-of-$name",
			'user_email' => "$name@example.invalid",
			'role'       => $role,
		)
	);
	[ $password ] = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'rig' ) );
	$accounts[ $name ] = array(
		'id'                   => $id,
		'role'                 => $role,
		'login'                => $login,
		'password'             => "login-of-$name",
		'application_password' => $password,
	);
}
file_put_contents( $out, json_encode( array( 'version' => $wp_version, 'accounts' => $accounts ) ) );
