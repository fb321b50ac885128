"""The command line: `--version` at once, everything else with what it needs imported when it is needed."""

from __future__ import annotations

import sys

from editor import __version__

TYPE_CHECKING = False  # as typing has it, without its time
if TYPE_CHECKING:
    from editor.commands.window import OpenWindow


def run(arguments: list[str], open_window: OpenWindow | None = None) -> int:
    """Run one command and return its exit code (see `errors.Exit`); never raises, never prints a traceback.

    Nothing is imported here that ``--version`` can do without: `typing` alone would double its time.
    """
    if arguments == ["--version"]:
        sys.stdout.write(f"gaotai {__version__}\n")
        return 0
    from editor.commands.running import run_command

    return run_command(arguments, open_window)
