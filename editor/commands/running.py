"""Running one command: options, language, failures, the log."""

from __future__ import annotations

import io
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any, TextIO

from editor import __version__
from editor.commands.console import Console, OutputLostError, language_named
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
    "import": "importing",
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
    "register": "correction",
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
    _prepare_streams()
    console = Console()
    _early_language(console, arguments)
    started = time.monotonic()
    command = ""
    options = None
    try:
        options = _options(console, arguments)
        if options is not None:
            command = options.command or ""
            _dispatch(console, options, open_window)
        console.flush()
    except EditorError as error:
        console.fail(_as_typed(error, options), {})
    except BrokenPipeError:
        _quiet(sys.stdout)
    except OutputLostError:
        _quiet(sys.stdout)
        console.fail(EditorError.target("output_lost"))
    except ValueError as error:  # also what cannot be encoded
        if not any(_is_no_text(argument) for argument in arguments):
            _bug(console, command, error)
        else:
            console.fail(EditorError.usage("argument_no_text"), {})
    except KeyboardInterrupt:
        console.say("cli.interrupted")
        console.worse(Exit.FOUND)
    except Exception as error:  # noqa: BLE001  (the one place where a bug ends: kept in the log, told in a sentence)
        _bug(console, command, error)
    if command:
        _log(command, console.worst, time.monotonic() - started)
    return int(console.worst)


def _as_typed(error: EditorError, options: Any) -> EditorError:
    """The same failure with the article called as the command called it: people know its 稿号, not its id."""
    typed = getattr(options, "id", None)
    if not isinstance(typed, str) or "id" not in error.details:
        return error
    return EditorError(error.code, error.exit_code, **{**error.details, "id": typed})


def _prepare_streams() -> None:
    """UTF-8 everywhere; whoever closed a stream before the start gets nothing, and nothing breaks by it."""
    import os

    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123  (until the end)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _is_no_text(argument: str) -> bool:
    """Whether it holds bytes that the encoding of the system does not know; a file may be called so, nothing else."""
    return any("\ud800" <= char <= "\udfff" for char in argument)


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
        parser = build(console)
        options, left = parser.parse_known_args(arguments)
        _take_in(options, left)
        return options if not left else parser.parse_args(arguments)
    except HelpAskedError as asked:
        console.write(str(asked).replace("usage: ", console.sentence("cli.heading_usage"), 1))
        return None


def _take_in(options: argparse.Namespace, left: list[str]) -> None:
    """Articles named behind an option count like those named before it, which argparse gives back as not understood."""
    if isinstance(getattr(options, "ids", None), list) and not any(word.startswith("-") for word in left):
        options.ids = [*options.ids, *left]
        left.clear()


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
