<?php
/**
 * Plugin Name:       Gaotai Bridge
 * Description:       Lets the editorial workstation Gaotai 稿台 deliver each article exactly once: one post per key, fields of the newsroom, 410 for withdrawn articles, names that cannot be guessed for pictures under embargo. 配合编辑工作站“稿台”：同一篇稿件只发布一次，撤稿返回 410，禁发期内的图片无法被猜到。
 * Version:           1.0.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       gaotai-bridge
 *
 * @package GaotaiBridge
 */

defined( 'ABSPATH' ) || exit;

define( 'GAOTAI_BRIDGE_VERSION', '1.0.0' );

require __DIR__ . '/includes/class-gaotai-bridge-locks.php';
require __DIR__ . '/includes/class-gaotai-bridge-keys.php';
require __DIR__ . '/includes/class-gaotai-bridge-fields.php';
require __DIR__ . '/includes/class-gaotai-bridge-state.php';
require __DIR__ . '/includes/class-gaotai-bridge-writing.php';
require __DIR__ . '/includes/class-gaotai-bridge-routes.php';
require __DIR__ . '/includes/class-gaotai-bridge-withdrawal.php';
require __DIR__ . '/includes/class-gaotai-bridge-embargo.php';

register_activation_hook( __FILE__, array( 'Gaotai_Bridge_Keys', 'make_table' ) );
Gaotai_Bridge_Locks::hook();
Gaotai_Bridge_Keys::hook();
Gaotai_Bridge_Fields::hook();
Gaotai_Bridge_Writing::hook();
Gaotai_Bridge_Routes::hook();
Gaotai_Bridge_Withdrawal::hook();
Gaotai_Bridge_Embargo::hook();
