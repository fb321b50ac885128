"""Gaotai 稿台: with a command it works headless, without one it opens the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    from editor.cli import run  # noqa: PLC0415  (imported late: start-up time is part of the design)

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
