"""Where a command works: which library, whose keys, which installation."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from editor.errors import EditorError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from editor.commands.console import Console
    from editor.operations.desk import Desk

PASSPHRASE_VARIABLE = "GAOTAI_PASSPHRASE_FILE"  # noqa: S105  (the name of a variable)


def data_folder() -> Path:
    """Folder of this user's data."""
    from platformdirs import user_data_path

    return user_data_path("gaotai", appauthor=False)


def library_folder(options: argparse.Namespace) -> Path:
    """The library that the command names, else the one in the user's data."""
    return Path(options.library) if options.library else data_folder() / "library"


def passphrase(options: argparse.Namespace) -> str | None:
    """First line of the pass phrase file, None when none is named.

    Raises:
        EditorError: The file cannot be read or is empty.
    """
    name = options.passphrase_file or os.environ.get(PASSPHRASE_VARIABLE)
    if not name:
        return None
    try:
        text = Path(name).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise EditorError.refused("passphrase_file_unreadable", file=name) from error
    phrase = text.split("\n", 1)[0].rstrip("\r")
    if not phrase:
        raise EditorError.refused("passphrase_file_empty", file=name)
    return phrase


@contextmanager
def desk(options: argparse.Namespace, console: Console, *, make: bool = False, reading: bool = False) -> Iterator[Desk]:
    """The desk for a command; the library is made only by commands that may make one.

    A command that only reads leaves nothing behind, neither in the library nor in the user's data.

    Raises:
        EditorError: The library is not there or cannot be opened.
    """
    from editor.newsroom.identity import KeysOnDisk
    from editor.operations.desk import Desk, device_id
    from editor.store import library

    folder = library_folder(options)
    opened = library.create(folder) if make else library.open_library(folder, reserve=not reading)
    try:
        if opened.read_only == "library_newer":
            console.say("cli.library_newer", path=opened.path)
        data = data_folder()
        keys = KeysOnDisk(data / "identities", passphrase(options))
        device = "" if reading or opened.read_only else device_id(data)
        yield Desk(opened, keys, device, data)
    finally:
        opened.close()


def read_input(name: str, limit: int) -> bytes:
    """The bytes of a file, or of standard input for ``-``.

    Raises:
        EditorError: No such file, a folder, unreadable, or larger than ``limit`` bytes.
    """
    import sys

    data = sys.stdin.buffer.read(limit + 1) if name == "-" else _file_bytes(Path(name), limit)
    if len(data) > limit:
        raise EditorError.unreadable("input_too_large", megabytes=limit // 1_000_000)
    return data


def _file_bytes(path: Path, limit: int) -> bytes:
    try:
        if path.is_dir():
            raise EditorError.unreadable("input_is_folder", file=str(path))
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError as error:
        raise EditorError.unreadable("no_such_file", file=str(path)) from error
    except (OSError, ValueError) as error:
        raise EditorError.unreadable("input_unreadable", file=str(path)) from error
