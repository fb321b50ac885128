"""The window: everything that must be so before Qt is imported, and handing over to it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from editor.commands.place import data_folder, library_folder
from editor.errors import EditorError, Exit
from editor.service.place import Place

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console


class Opening(NamedTuple):
    """How the window is to be opened.

    Attributes:
        language: zh_CN or en, "" = as the user prefers.
        files: Absolute paths of files to be taken in.
        tour: Folder for pictures of every window (then nothing is opened), "" = none.
        only_paint: Close after the first painted frame and print how long it took.
        person: Whom ``--as`` names, "" = who was at work last.
    """

    place: Place
    language: str = ""
    files: tuple[str, ...] = ()
    tour: str = ""
    only_paint: bool = False
    person: str = ""


OpenWindow: TypeAlias = Callable[[Opening], int]


def window_command(options: argparse.Namespace, console: Console, open_window: OpenWindow | None) -> None:
    """No command, ``window`` or ``tour``: the window, on the library of the user or the one that is named.

    Raises:
        EditorError: Something that a window needs is not there.
    """
    tour = str(Path(options.out).absolute()) if options.command == "tour" else ""
    if tour:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if open_window is None or find_spec("PySide6") is None:  # an installation for commands alone has no Qt
        raise EditorError.usage("no_window")
    _refuse_without_display()
    language = console.language if options.lang is not None else ""
    files = tuple(str(Path(file).absolute()) for file in getattr(options, "files", ()))
    only_paint = getattr(options, "quit_after_first_paint", False)
    place = Place(library_folder(options), data_folder())
    opening = Opening(place, language, files, tour, only_paint, options.person or "")
    console.worse(Exit(open_window(opening)))


def _refuse_without_display() -> None:
    """Say what is missing where Qt would stop the process and blame the wrong library.

    Raises:
        EditorError: A library of the system is missing, or there is no display.
    """
    if not sys.platform.startswith("linux"):
        return
    from editor import preflight

    offscreen = os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}
    absent = preflight.missing(preflight.OFFSCREEN if offscreen else preflight.WINDOW)
    if absent:
        names = [library.soname for library in absent]
        if shutil.which("apt-get") is None:
            raise EditorError.usage("qt_libraries_missing", libraries=names)
        line = preflight.install_line(absent, root=os.geteuid() == 0)
        raise EditorError.usage("qt_libraries_to_install", libraries=names, line=line)
    if not offscreen and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise EditorError.usage("no_display")
