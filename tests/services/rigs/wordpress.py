"""A real WordPress: MariaDB with its own folder, php-fpm behind nginx, one user of each role, faults at will."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import shutil
import signal
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.services.rigs import mariadb
from tests.services.rigs.faults import WRITES, Fault, Faults
from tests.services.rigs.processes import (
    Server,
    copied,
    free_port,
    newest,
    prepared,
    program,
    run,
    short_folder,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(os.environ.get("RIG_WORDPRESS") or "/usr/share/wordpress")
"""The files of WordPress: those of the system, or of another version in a folder that the environment names."""

PHP = Path(__file__).with_name("php")
PLUGIN = Path(__file__).resolve().parents[3] / "extras" / "wordpress" / "gaotai-bridge"
WORKERS = 8
_AS_ROOT = os.getuid() == 0

CONFIG = """<?php
define('DB_NAME', 'wp'); define('DB_USER', 'wp'); define('DB_PASSWORD', 'wp'); define('DB_HOST', 'localhost:{socket}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY',
          'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $name) {{ define($name, "rig-$name"); }}
define('WP_ENVIRONMENT_TYPE', 'local'); // or there are no application passwords without TLS
define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('DISABLE_WP_CRON', true);
define('FS_METHOD', 'direct'); define('WP_HOME', '{url}'); define('WP_SITEURL', '{url}');
define('WP_DEBUG', true); define('WP_DEBUG_DISPLAY', false); define('WP_DEBUG_LOG', '{log}/php.log');
define('RIG_FAULTS', '{faults}');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""

FPM = """[global]
error_log = {log}/fpm.log
daemonize = no
[rig]
{owner}listen = {sockets}/fpm.sock
listen.mode = 0600
pm = static
pm.max_children = {workers}
catch_workers_output = yes
php_admin_value[upload_max_filesize] = 32M
php_admin_value[post_max_size] = 40M
php_admin_value[memory_limit] = 256M
php_admin_value[opcache.validate_timestamps] = 1
php_admin_value[opcache.revalidate_freq] = 0
"""

NGINX = """{owner}worker_processes 1; daemon off; pid {run}/nginx.pid; error_log {log}/nginx.log;
events {{ worker_connections 512; }}
http {{
  include /etc/nginx/mime.types; access_log {log}/access.log; client_max_body_size 40m;
  client_body_temp_path {run}/body; proxy_temp_path {run}/proxy; fastcgi_temp_path {run}/fastcgi;
  uwsgi_temp_path {run}/uwsgi; scgi_temp_path {run}/scgi;
  server {{
    listen 127.0.0.1:{port}; root {site}; index index.php;
    location / {{ try_files $uri $uri/ /index.php?$args; }}
    location ~ \\.php$ {{
      try_files $uri =404;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name; fastcgi_param SCRIPT_NAME $fastcgi_script_name;
      fastcgi_param DOCUMENT_ROOT $document_root; fastcgi_param REQUEST_URI $request_uri;
      fastcgi_param QUERY_STRING $query_string; fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param CONTENT_TYPE $content_type; fastcgi_param CONTENT_LENGTH $content_length;
      fastcgi_param SERVER_PROTOCOL $server_protocol; fastcgi_param SERVER_NAME $server_name;
      fastcgi_param SERVER_PORT $server_port; fastcgi_param REMOTE_ADDR $remote_addr;
      fastcgi_pass unix:{sockets}/fpm.sock; fastcgi_read_timeout 60s;
    }}
  }}
}}
"""

_CONTENT = """
DELETE FROM wp_posts; DELETE FROM wp_postmeta; DELETE FROM wp_comments; DELETE FROM wp_commentmeta;
DELETE FROM wp_term_relationships; DELETE FROM wp_termmeta;
DELETE FROM wp_term_taxonomy WHERE term_taxonomy_id <> 1; DELETE FROM wp_terms WHERE term_id <> 1;
UPDATE wp_term_taxonomy SET count = 0; DELETE FROM wp_options WHERE option_name LIKE '%_transient_%';
DELETE FROM wp_options WHERE option_name IN ('category_children', 'rewrite_rules');
UPDATE wp_options SET option_value = '/%year%/%monthnum%/%postname%/' WHERE option_name = 'permalink_structure';
"""


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the site; `auth` is what httpx takes."""

    id: int
    role: str
    login: str
    password: str
    application_password: str

    @property
    def auth(self) -> tuple[str, str]:
        """Login and application password."""
        return self.login, self.application_password


def missing() -> str:
    """What is not installed here; empty when WordPress can be started."""
    needed = {
        "wordpress": SOURCE.is_dir(),
        "mariadb-server": mariadb.is_installed(),
        "php-fpm": _fpm(),
        "php-cli": program("php"),
        "nginx": program("nginx"),
    }
    return ", ".join(name for name, found in needed.items() if not found)


def _fpm() -> str | None:
    return program("php-fpm") or newest("/usr/sbin", "php-fpm*")


def _configure(site: Path, sockets: Path, log: Path, faults: Path, url: str) -> None:
    text = CONFIG.format(socket=sockets / "db.sock", url=url, log=log, faults=faults)
    (site / "wp-config.php").unlink(missing_ok=True)
    (site / "wp-config.php").write_text(text, encoding="utf-8")


def _template_name() -> str:
    """Everything that the prepared folder depends on."""
    parts = [
        (SOURCE / "wp-includes" / "version.php").read_text(encoding="utf-8"),
        (PHP / "install.php").read_text(encoding="utf-8"),
        ",".join(sorted(path.name for path in (SOURCE / "wp-content" / "themes").iterdir())),
        _CONTENT,
        mariadb.USER,
        mariadb.version(),
    ]
    return "wordpress-" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def _make_template(folder: Path) -> None:
    """An installed WordPress: site/, db/ and accounts.json."""
    site, database, log = folder / "site", folder / "db", folder / "log"
    log.mkdir()
    shutil.copytree(SOURCE, site, ignore_dangling_symlinks=True)
    for part in ("mu-plugins", "uploads"):
        (site / "wp-content" / part).mkdir(exist_ok=True)
    mariadb.install(database)
    with short_folder(folder) as sockets:
        server = mariadb.start(database, sockets, log)
        try:
            made = "CREATE DATABASE wp CHARACTER SET utf8mb4; CREATE USER wp@localhost IDENTIFIED BY 'wp';"
            mariadb.execute(sockets, made + "GRANT ALL ON wp.* TO wp@localhost")
            faults = folder / "faults.json"
            Faults(faults)
            _configure(site, sockets, log, faults, "http://127.0.0.1")
            run("php", str(PHP / "install.php"), str(site), str(folder / "accounts.json"), env=_web_environment())
            mariadb.execute(sockets, _CONTENT, "wp")
        finally:
            server.stop(gently=20)
    (site / "wp-config.php").unlink()


def _web_environment() -> dict[str, str]:
    """Some parts of WordPress look at the request also on the command line."""
    return {**os.environ, "HTTP_HOST": "127.0.0.1", "REQUEST_METHOD": "GET", "REQUEST_URI": "/", "SERVER_NAME": "rig"}


class WordPress:
    """A running WordPress.

    Attributes:
        url: Address without a slash at the end.
        users: The accounts: admin, editor, author, contributor.
        version: Of WordPress.
        folder: Of the site's files.
        faults: What goes wrong, see `fault`.
        start_seconds: What the start took.
    """

    def __init__(self, folder: Path, sockets: Path) -> None:
        begun = time.monotonic()
        template = prepared(_template_name(), _make_template)
        told = json.loads((template / "accounts.json").read_text(encoding="utf-8"))
        self.version: str = told["version"]
        self.users = {name: Account(**account) for name, account in told["accounts"].items()}
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = folder / "site"
        self.log = folder / "log"
        self._run, self._sockets, self._database_folder = folder / "run", sockets, folder / "db"
        self.log.mkdir()
        self._run.mkdir(exist_ok=True)
        copied(template / "site", self.folder, linked=True)
        copied(template / "db", self._database_folder)
        self.faults = Faults(folder / "faults.json")
        _configure(self.folder, sockets, self.log, folder / "faults.json", self.url)
        shutil.copyfile(PHP / "rig.php", self.folder / "wp-content" / "mu-plugins" / "rig.php")
        self._write_configuration(folder)
        self._servers: list[Server] = []
        self._plugins: set[str] = set()
        self._database: Server | None = None
        self.start_database()
        self.start()
        self.start_seconds = time.monotonic() - begun

    def _write_configuration(self, folder: Path) -> None:
        places = {"log": self.log, "run": self._run, "sockets": self._sockets, "site": self.folder}
        owner = f"user = {mariadb.USER}\ngroup = root\n" if _AS_ROOT else ""
        text = FPM.format(**places, workers=WORKERS, owner=owner)
        (folder / "fpm.conf").write_text(text, encoding="utf-8")
        text = NGINX.format(**places, port=self.port, owner=f"user {mariadb.USER} root;\n" if _AS_ROOT else "")
        (folder / "nginx.conf").write_text(text, encoding="utf-8")

    def start(self) -> None:
        """Start php-fpm and nginx, on the same port as before."""
        folder, fpm, nginx = self.log.parent, _fpm(), program("nginx")
        assert fpm is not None
        assert nginx is not None
        php = Server([fpm, *(["-R"] if _AS_ROOT else []), "-F", "-y", str(folder / "fpm.conf")], self.log / "fpm.out")
        self._servers.append(php)
        php.until((self._sockets / "fpm.sock").exists)
        command = [nginx, "-p", str(folder), "-e", str(self.log / "nginx.log"), "-c", str(folder / "nginx.conf")]
        web = Server(command, self.log / "nginx.out")
        self._servers.append(web)
        web.until(self._is_up)

    def _is_up(self) -> bool:
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"{self.url}/?rest_route=/wp/v2/types/post", timeout=20).close()
            return True
        return False

    def stop(self) -> None:
        """Stop answering: connections are refused."""
        while self._servers:
            self._servers.pop().stop()
        (self._sockets / "fpm.sock").unlink(missing_ok=True)

    def start_database(self) -> None:
        """Start the database."""
        self._database = mariadb.start(self._database_folder, self._sockets, self.log)

    def stop_database(self) -> None:
        """Kill the database: the site answers with errors."""
        if self._database is not None:
            self._database.stop()
            self._database = None

    def close(self) -> None:
        """End everything."""
        self.stop()
        self.stop_database()

    def workers(self) -> list[int]:
        """The processes that answer."""
        return self._servers[0].workers()

    def kill_worker(self, dice: random.Random | None = None) -> int:
        """Kill one of the processes that answer, as a lack of memory would; php-fpm starts another.

        Args:
            dice: Chooses which.

        Returns:
            The process that was killed.
        """
        while True:
            pid = (dice or random).choice(self.workers())
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                return pid

    def fault(self, mode: str, count: int = 1, value: object = "", *, methods: str = WRITES, path: str = "") -> None:
        """Order that something goes wrong: see `tests.services.rigs.faults`.

        Args:
            mode: What.
            count: For so many requests.
            value: Seconds, bytes or an address.
            methods: Only with these methods; writing ones when nothing is said.
            path: Only when the address contains this.
        """
        self.faults.order(Fault(mode, count, str(value), methods, path))

    def rows(self, sql: str) -> list[tuple[str, ...]]:
        """What the database answers; NULL comes as "NULL"."""
        return mariadb.rows(self._sockets, sql, "wp")

    def count(self, where: str = "post_type = 'post' AND post_status <> 'auto-draft'") -> int:
        """How many rows the table of posts holds under this condition."""
        return int(self.rows(f"SELECT COUNT(*) FROM wp_posts WHERE {where}")[0][0])

    def wipe(self) -> None:
        """Back to an empty site, without faults and with what a test may have changed in its settings."""
        self.faults.clear()
        keys = "DELETE FROM wp_gaotai_keys;" if PLUGIN.name in self._plugins else ""
        mariadb.execute(self._sockets, _CONTENT + keys, "wp")
        shutil.rmtree(self.folder / "wp-content" / "uploads")
        (self.folder / "wp-content" / "uploads").mkdir()
        (self.log / "php.log").unlink(missing_ok=True)

    def add_plugin(self, path: Path = PLUGIN) -> None:
        """Put a plug-in into the site and turn it on, if it is not; its main file has the name of its folder."""
        if path.name in self._plugins:
            return
        place = self.folder / "wp-content" / "plugins" / path.name
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(path, place)
        self._plugin("on", path.name)
        self._plugins.add(path.name)

    def remove_plugin(self, name: str = PLUGIN.name) -> None:
        """Turn a plug-in off and take it away; nothing happens when it is not there."""
        if name in self._plugins:
            self._plugin("off", name)
            self._plugins.remove(name)
            shutil.rmtree(self.folder / "wp-content" / "plugins" / name)

    def upload_plugin(self, archive: Path) -> None:
        """Install a plug-in as the page of plug-ins does with a zip that is uploaded, and turn it on."""
        self._plugin("upload", archive=archive)
        self._plugin("on", archive.stem)
        self._plugins.add(archive.stem)

    def delete_plugin(self, name: str = PLUGIN.name) -> None:
        """Delete a plug-in as the page of plug-ins does: what it keeps for itself goes too."""
        self._plugin("delete", name)
        self._plugins.discard(name)

    def _plugin(self, wish: str, name: str = "", archive: Path | None = None) -> None:
        what = f"{name}/{name}.php" if archive is None else str(archive)
        run("php", str(PHP / "plugin.php"), str(self.folder), wish, what, env=_web_environment())

    def cron(self) -> None:
        """Do what is due: scheduled posts go live only by this, nothing calls it by itself."""
        run("php", str(self.folder / "wp-cron.php"), env=_web_environment())

    def php_log(self) -> str:
        """What PHP complained about."""
        path = self.log / "php.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""


@contextlib.contextmanager
def wordpress(tmp: Path) -> Iterator[WordPress]:
    """A WordPress in a folder of its own, gone at the end.

    Raises:
        RigError: it does not start.
    """
    tmp.mkdir(parents=True, exist_ok=True)
    with short_folder(tmp) as sockets:
        site = WordPress(tmp, sockets)
        try:
            yield site
        finally:
            site.close()
            for part in ("site", "db"):  # a hundred megabytes; the logs stay
                shutil.rmtree(tmp / part, ignore_errors=True)
