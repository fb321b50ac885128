"""The action of ``outbox`` that writes an 应急稿包."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.commands.called import called, refuse
from editor.commands.place import desk
from editor.errors import EditorError
from editor.publish.whole_file import write_whole

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console


def emergency_command(options: argparse.Namespace, console: Console) -> None:
    """``outbox emergency -o FILE.zip [ID… | --all]``: signed articles for any other computer, noted in the ledger."""
    from editor.operations import emergency

    if not options.output:
        raise EditorError.usage("wrong_usage", detail=console.sentence("cli.usage_required", what="-o"))
    if not options.ids and not options.all:
        raise EditorError.usage("wrong_usage", detail=console.sentence("cli.usage_required", what="ID, --all"))
    with desk(options, console) as place:
        made = emergency.pack(place, options.ids or None)
        write_whole(options.output, made.data)
        file = Path(options.output).name
        noted = emergency.note(place, made, file, options.person)
        names = [ticket.name for ticket in made.tickets]
        if console.json:
            console.record({"file": options.output, "articles": names, "noted": noted})
        else:
            console.print(console.sentence("outbox.emergency_written", count=len(names), file=options.output))
            for shown in called(place, names).values():
                console.print(f"  {shown}")
            if not noted:
                console.say("outbox.emergency_not_noted")
        refuse(place, console, made.refused)
