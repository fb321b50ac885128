"""Gaotai 稿台: with a command it works headless, without one it opens the window."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as typing has it, without its time
if TYPE_CHECKING:
    from editor.commands.window import Opening


def main() -> int:
    """Run the command line and return its exit code."""
    from editor.cli import run  # imported late: start-up time is part of the design

    return run(sys.argv[1:], open_window)


def open_window(opening: Opening) -> int:
    """Open the window as the command line says."""
    from ui import single

    if not opening.only_paint and not opening.tour and single.hand_over(opening.place.library, opening.files):
        return 0
    from ui.first.compiled import Compiled

    compiled = Compiled(opening.place.data / "windows")
    with compiled:
        from ui.app import run
    return run(opening, compiled.save)


if __name__ == "__main__":
    sys.exit(main())
