"""Commands beside passing and returning: take, recall, hold, refuse, reopen, comment, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.commands.place import desk
from editor.commands.review import tell

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console


def take_command(options: argparse.Namespace, console: Console) -> None:
    """``take``: 认领."""
    from editor.operations.holding import take

    with desk(options, console) as place:
        done = take(place, options.id, options.person)
    tell(console, done, "cli.taken")


def recall_command(options: argparse.Namespace, console: Console) -> None:
    """``recall``: 撤回."""
    from editor.operations.holding import recall

    with desk(options, console) as place:
        done = recall(place, options.id, options.person)
    tell(console, done, "cli.recalled")


def hold_command(options: argparse.Namespace, console: Console) -> None:
    """``hold``: 待用."""
    from editor.operations.holding import hold

    with desk(options, console) as place:
        done = hold(place, options.id, options.why, options.person)
    tell(console, done, "cli.held")


def refuse_command(options: argparse.Namespace, console: Console) -> None:
    """``refuse``: 不采用."""
    from editor.operations.holding import refuse

    with desk(options, console) as place:
        done = refuse(place, options.id, options.why, options.person)
    tell(console, done, "cli.refused", why=options.why)


def reopen_command(options: argparse.Namespace, console: Console) -> None:
    """``reopen``: 重新启用."""
    from editor.operations.holding import reopen

    with desk(options, console) as place:
        done = reopen(place, options.id, options.why, options.person)
    tell(console, done, "cli.reopened")


def comment_command(options: argparse.Namespace, console: Console) -> None:
    """``comment``: 批注."""
    from editor.operations.holding import comment

    with desk(options, console) as place:
        done = comment(place, options.id, options.text, options.quote, options.person)
    tell(console, done, "cli.commented")
