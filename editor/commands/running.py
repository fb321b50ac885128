"""Running one command: options, language, failures, the log."""

from __future__ import annotations

import io
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any, TextIO

from editor import __version__
from editor.commands.console import Console, language_named
from editor.commands.plain import window_options
from editor.errors import EditorError, Exit

if TYPE_CHECKING:
    import argparse
    from types import SimpleNamespace

    from editor.commands.window import OpenWindow

_ROOMS = {
    "repair": "texts",
    "convert": "texts",
    "check": "texts",
    "import": "desk",
    "list": "desk",
    "show": "desk",
    "edit": "desk",
    "member": "members",
    "setting": "members",
    "submit": "review",
    "sign": "review",
    "countercheck": "review",
    "return": "review",
    "take": "holding",
    "recall": "holding",
    "hold": "holding",
    "refuse": "holding",
    "reopen": "holding",
    "comment": "holding",
    "history": "holding",
    "correct": "correction",
    "withdraw": "review",
    "export": "publication",
    "target": "delivery",
    "outbox": "delivery",
    "print": "printing",
    "verify": "publication",
    "demo": "demo",
}
_DEFAULTS = {"library": None, "person": None, "lang": None, "json": False, "passphrase_file": None}


def run_command(arguments: list[str], open_window: OpenWindow | None = None) -> int:
    """Run a command; returns its exit code. ``open_window`` opens a window: the core knows nothing of windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    console = Console()
    _early_language(console, arguments)
    started = time.monotonic()
    command = ""
    try:
        options = _options(console, arguments)
        if options is not None:
            command = options.command or ""
            _dispatch(console, options, open_window)
        sys.stdout.flush()
    except EditorError as error:
        console.fail(error, {})
    except BrokenPipeError:
        _quiet(sys.stdout)
    except KeyboardInterrupt:
        console.say("cli.interrupted")
        console.worse(Exit.FOUND)
    except Exception as error:  # noqa: BLE001  (the one place where a bug ends: kept in the log, told in a sentence)
        _bug(console, command, error)
    if command:
        _log(command, console.worst, time.monotonic() - started)
    return int(console.worst)


def _early_language(console: Console, arguments: list[str]) -> None:
    """The language, before the arguments are parsed: complaints about them are in it."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            name = argument.partition("=")[2]
        elif argument == "--lang" and place + 1 < len(arguments):
            name = arguments[place + 1]
        else:
            continue
        console.language = language_named(name) or console.language


def _options(console: Console, arguments: list[str]) -> argparse.Namespace | SimpleNamespace | None:
    """What the arguments say, or None when they asked for help, which was shown."""
    options = window_options(arguments) or _parsed(console, arguments)
    if options is None:
        return None
    for name, value in _DEFAULTS.items():
        if not hasattr(options, name):
            setattr(options, name, value)
    if options.lang is not None and language_named(options.lang) is None:
        raise EditorError.usage("language_unknown", language=options.lang)
    console.json = options.json
    return options


def _parsed(console: Console, arguments: list[str]) -> argparse.Namespace | None:
    from editor.commands.parser import HelpAskedError, build

    try:
        return build(console).parse_args(arguments)
    except HelpAskedError as asked:
        console.write(str(asked).replace("usage: ", console.sentence("cli.heading_usage"), 1))
        return None


def _dispatch(console: Console, options: Any, open_window: OpenWindow | None) -> None:
    if getattr(options, "version", False):
        console.print(f"gaotai {__version__}")
        return
    command = options.command or "window"
    if command in {"window", "tour"}:
        from editor.commands.window import window_command

        window_command(options, console, open_window)
        return
    room = import_module(f"editor.commands.{_ROOMS[command]}")
    getattr(room, f"{command}_command")(options, console)


def _quiet(stream: TextIO) -> None:
    """Somebody closed the pipe: nothing more can be told."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _bug(console: Console, command: str, error: Exception) -> None:
    from editor.log import write_bug

    console.say("cli.bug", path=write_bug(command, error), kind=type(error).__name__)
    console.worse(Exit.FOUND)


def _log(command: str, code: Exit, seconds: float) -> None:
    from editor.log import write_line

    write_line(f"{command} exit={int(code)} {seconds:.3f}s")
