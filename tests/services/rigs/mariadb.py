"""A MariaDB with its own folder and socket."""

from __future__ import annotations

import contextlib
import os
import pwd
from typing import TYPE_CHECKING

from tests.services.rigs.processes import RigError, Server, program, run

if TYPE_CHECKING:
    from pathlib import Path

USER = pwd.getpwuid(os.getuid()).pw_name
"""Who runs it, and who is its administrator."""

_ESCAPES = {"n": "\n", "t": "\t", "0": "\0", "\\": "\\"}


def is_installed() -> bool:
    """Whether it can be started here."""
    return bool(program("mariadbd") and program("mariadb-install-db") and program("mariadb"))


def version() -> str:
    """Which one it is."""
    return run(_named("mariadbd"), "--no-defaults", "--version")


def _named(name: str) -> str:
    found = program(name)
    if found is None:
        raise RigError(f"not installed: {name}")
    return found


def install(folder: Path) -> None:
    """Make the tables of a database that is empty; the user who runs it may do everything."""
    rights = ["--auth-root-authentication-method=socket", f"--auth-root-socket-user={USER}"]
    where = [f"--user={USER}", f"--datadir={folder}", "--skip-test-db", "--skip-name-resolve"]
    run(_named("mariadb-install-db"), "--no-defaults", *where, *rights)


def start(folder: Path, sockets: Path, log: Path) -> Server:
    """Start a database that is reached by a socket only.

    Args:
        folder: With its data.
        sockets: Where db.sock will be.
        log: Folder of logs.
    """
    server = Server(
        [
            *(
                _named("mariadbd"),
                "--no-defaults",
                f"--user={USER}",
                f"--datadir={folder}",
                f"--socket={sockets}/db.sock",
            ),
            *(f"--pid-file={sockets}/db.pid", "--skip-networking", "--character-set-server=utf8mb4"),
            *("--collation-server=utf8mb4_unicode_520_ci", "--innodb-flush-log-at-trx-commit=2"),
            *("--innodb-log-file-size=48M", "--innodb-buffer-pool-size=128M", "--skip-innodb-doublewrite"),
            *("--max-allowed-packet=64M", "--loose-innodb-buffer-pool-dump-at-shutdown=0"),
        ],
        log / "database.log",
    )
    server.until(lambda: _answers(sockets))
    return server


def _answers(sockets: Path) -> bool:
    with contextlib.suppress(RigError):
        execute(sockets, "SELECT 1")
        return True
    return False


def execute(sockets: Path, text: str, database: str = "") -> str:
    """What the database prints for some statements."""
    options = ["--batch", "--skip-column-names", "--max-allowed-packet=64M", "--default-character-set=utf8mb4"]
    where = [f"--socket={sockets}/db.sock", f"--user={USER}", *([database] if database else [])]
    return run("mariadb", "--no-defaults", *options, *where, data=text)


def rows(sockets: Path, sql: str, database: str) -> list[tuple[str, ...]]:
    """What the database answers; NULL comes as "NULL"."""
    lines = execute(sockets, sql, database).split("\n")[:-1]
    return [tuple(_plain(cell) for cell in line.split("\t")) for line in lines]


def _plain(cell: str) -> str:
    """A cell of the database's client without its escapes."""
    first, *rest = cell.replace("\\\\", "\\\0").split("\\")
    return first + "".join(("\\" if part[:1] == "\0" else _ESCAPES.get(part[:1], part[:1])) + part[1:] for part in rest)
