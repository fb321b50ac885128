"""The window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console


def window_command(_options: argparse.Namespace, console: Console) -> None:
    """No command: the window. It comes next; until then a sentence says what there is."""
    console.say("cli.window_comes_next")
