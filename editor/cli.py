"""The command line: `--version` at once, everything else with what it needs imported when it is needed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from editor import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code (see `errors.Exit`); never raises, never prints a traceback."""
    if list(arguments) == ["--version"]:
        sys.stdout.write(f"gaotai {__version__}\n")
        return 0
    from editor.commands.running import run_command

    return run_command(list(arguments))
