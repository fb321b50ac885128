"""一键暂缓 by command: ``outbox hold`` and ``outbox release``, for all targets or for some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.commands.place import desk
from editor.errors import EditorError

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console
    from editor.operations.desk import Desk


def holding_command(options: argparse.Namespace, console: Console) -> None:
    """``outbox hold --why W [--to NAME]``, ``outbox release [--to NAME]``.

    Raises:
        EditorError: No reason is given, or there is no such target (exit 2).
    """
    from editor.commands.delivery import see_out
    from editor.operations.outbox import targets

    if options.action == "hold" and not options.why.strip():
        raise EditorError.usage("wrong_usage", detail=console.sentence("cli.usage_required", what="--why"))
    with desk(options, console) as place:
        names = _names(place, options.to)
        if options.action == "hold":
            done = targets.hold(place, options.why.strip(), names)
        else:
            done = targets.release(place, names)
        console.print(console.sentence(f"outbox.done_{options.action}", targets="、".join(done) or "-"))
        see_out(place, options, console, set(), done, 0.0)  # what targets keep is taken back there, or goes again


def _names(place: Desk, name: str) -> list[str] | None:
    from editor.operations.outbox import targets

    if not name:
        return None
    if name not in {row.name for row in targets.listed(place)}:
        raise EditorError.usage("target_unknown", target=name)
    return [name]
