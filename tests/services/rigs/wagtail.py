"""A real Wagtail: a small newsroom on SQLite behind gunicorn, faults at will."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from tests.services.rigs.faults import WRITES, Fault, Faults
from tests.services.rigs.processes import RigError, Server, free_port, prepared, run

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]
SOURCE = Path(__file__).with_name("newsroom")
REQUIRED = ("wagtail==8.0.1", "django==5.2.19", "gunicorn==27.0.1")
WORKERS = 4
TYPE = "news.NewsPage"

_CONTENT = """
PRAGMA foreign_keys = OFF;
DELETE FROM news_newspagetag; DELETE FROM taggit_taggeditem; DELETE FROM taggit_tag;
DELETE FROM news_newspage; DELETE FROM wagtailcore_page WHERE depth > 2;
UPDATE wagtailcore_page SET numchild = 0 WHERE depth = 2;
DELETE FROM wagtailcore_revision; DELETE FROM wagtailcore_pagelogentry; DELETE FROM wagtailcore_modellogentry;
DELETE FROM wagtailcore_referenceindex; DELETE FROM wagtailredirects_redirect;
DELETE FROM wagtailimages_rendition; DELETE FROM wagtailimages_image;
"""


def _named(name: str, *parts: str) -> str:
    return f"{name}-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:12]}"


def _environment() -> Path:
    """A virtual environment of its own, kept for later runs."""

    def make(folder: Path) -> None:
        uv = str(ROOT / ".ci" / "uv")
        run(uv, "venv", "--quiet", str(folder / "venv"))
        run(uv, "pip", "install", "--quiet", "--python", str(folder / "venv" / "bin" / "python"), *REQUIRED)

    return prepared(_named("wagtail-venv", *REQUIRED), make) / "venv"


def _surroundings(folder: Path, url: str = "") -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        "PYTHONPATH": str(folder),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "NEWSROOM_FOLDER": str(folder),
        "NEWSROOM_URL": url,
    }


def _template(python: str) -> Path:
    """A newsroom with its tables and users: the program, db.sqlite3, accounts.json."""

    def make(folder: Path) -> None:
        shutil.copytree(SOURCE, folder / "newsroom", ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "news_migrations").mkdir()
        (folder / "news_migrations" / "__init__.py").touch()
        env = _surroundings(folder)
        run(python, "-m", "django", "makemigrations", "--verbosity=0", "news", cwd=folder, env=env)
        run(python, "-m", "django", "migrate", "--verbosity=0", cwd=folder, env=env)
        (folder / "accounts.json").write_text(run(python, "-m", "newsroom.seed", cwd=folder, env=env), encoding="utf-8")
        with contextlib.closing(sqlite3.connect(folder / "db.sqlite3")) as database:
            database.execute("PRAGMA journal_mode = DELETE")  # one file to copy

    files = sorted(path for path in SOURCE.rglob("*") if path.suffix in {".py", ".html"})
    return prepared(_named("wagtail", *REQUIRED, *(path.read_text(encoding="utf-8") for path in files)), make)


class Wagtail:
    """A running Wagtail.

    Attributes:
        url: Address without a slash at the end.
        api: Address of the interface, without a slash at the end.
        tokens: Of users: admin, editor (may publish), author (may not).
        token: Of the editor.
        parent: Number of the page below which articles stand.
        version: Of Wagtail.
        faults: What goes wrong, see `fault`.
        start_seconds: What the start took.
    """

    def __init__(self, folder: Path) -> None:
        begun = time.monotonic()
        # Scripts of the environment hold the path where it was made; the program itself does not.
        self._python = str(_environment() / "bin" / "python")
        self.folder = folder
        self.log = folder / "log"
        shutil.copytree(_template(self._python), folder, dirs_exist_ok=True)
        told = json.loads((folder / "accounts.json").read_text(encoding="utf-8"))
        self.version: str = told["version"]
        self.tokens: dict[str, str] = told["tokens"]
        self.token = self.tokens["editor"]
        self.parent: int = told["parent"]
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.api = f"{self.url}/api/v3"
        self.log.mkdir()
        (folder / "media").mkdir()
        self.faults = Faults(folder / "faults.json")
        self._server: Server | None = None
        self._write(f"UPDATE wagtailcore_site SET port = {self.port}")  # addresses of pages are made with it
        self.start()
        self.start_seconds = time.monotonic() - begun

    def start(self) -> None:
        """Start gunicorn, on the same port as before."""
        where = f"127.0.0.1:{self.port}"
        workers = ["--workers", str(WORKERS), "--bind", where, "--preload", "--graceful-timeout", "1"]
        command = [self._python, "-m", "gunicorn", "newsroom.wsgi", *workers, "--no-control-socket"]
        self._server = Server(
            command, self.log / "gunicorn.log", cwd=self.folder, env=_surroundings(self.folder, self.url)
        )
        self._server.until(self._is_up)

    def _is_up(self) -> bool:
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"{self.api}/pages/", timeout=20).close()
            return True
        return False

    def stop(self) -> None:
        """Stop answering: connections are refused."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    def workers(self) -> list[int]:
        """The processes that answer."""
        assert self._server is not None
        return self._server.workers()

    def kill_worker(self, dice: random.Random | None = None) -> int:
        """Kill one of the processes that answer; gunicorn starts another.

        Returns:
            The process that was killed.
        """
        while True:
            with contextlib.suppress(ProcessLookupError, IndexError):
                pid = (dice or random).choice(self.workers())
                os.kill(pid, signal.SIGKILL)
                return pid

    def fault(self, mode: str, count: int = 1, value: object = "", *, methods: str = WRITES, path: str = "") -> None:
        """Order that something goes wrong: see `tests.services.rigs.faults`.

        ``wrong_password`` reads as a token that is no longer valid; ``slow_insert`` and ``passwords_off`` are unknown.
        """
        assert mode not in {"slow_insert", "passwords_off"}
        self.faults.order(Fault(mode, count, str(value), methods, path))

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """What the database answers."""
        with contextlib.closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=30)) as database, database:
            return [tuple(row) for row in database.execute(sql)]

    def _write(self, script: str) -> None:
        with contextlib.closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=30)) as database:
            database.executescript(script)

    def count(self, where: str = "1 = 1") -> int:
        """How many articles there are under this condition; `live` tells whether one is public."""
        joined = "news_newspage n JOIN wagtailcore_page p ON p.id = n.page_ptr_id"
        return int(str(self.rows(f"SELECT COUNT(*) FROM {joined} WHERE {where}")[0][0]))

    def wipe(self) -> None:
        """Back to a newsroom without articles, pictures and faults."""
        self.faults.clear()
        self._write(_CONTENT)
        shutil.rmtree(self.folder / "media")
        (self.folder / "media").mkdir()

    def cron(self) -> None:
        """Do what is due: scheduled articles go live only by this, nothing calls it by itself."""
        command = [self._python, "-m", "django", "publish_scheduled"]
        run(*command, cwd=self.folder, env=_surroundings(self.folder, self.url))

    def close(self) -> None:
        """End everything."""
        self.stop()


@contextlib.contextmanager
def wagtail(tmp: Path) -> Iterator[Wagtail]:
    """A Wagtail in a folder of its own, gone at the end.

    Raises:
        RigError: it does not start.
    """
    tmp.mkdir(parents=True, exist_ok=True)
    site = Wagtail(tmp)
    try:
        yield site
    finally:
        site.close()


def missing() -> str:
    """What lacks here; empty when Wagtail can be started."""
    try:
        _environment()
    except RigError as error:
        return f"wagtail cannot be installed: {error}"
    return ""
