"""What comes after publication: 更正, and the register of what went where."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from editor.commands.place import desk
from editor.publish.whole_file import write_whole

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console


def correct_command(options: argparse.Namespace, console: Console) -> None:
    """``correct``: 更正, begun as a draft; ``--undo`` takes back what was not submitted yet."""
    from editor.operations import correcting

    with desk(options, console) as place:
        if options.undo:
            done = correcting.undo(place, options.id, options.person)
        else:
            done = correcting.correct(
                place, options.id, options.form or "", what=options.what, why=options.why, person=options.person
            )
        fixed = () if options.undo else correcting.unchangeable(place, options.id)
    if console.json:
        console.record(
            {
                "id": done.name,
                "number": done.number,
                "by": done.actor,
                "form": None if options.undo else done.form,
                "correction": done.count,
                "what": done.what or None,
                "notice": done.notice or None,
                "notice_number": done.notice_number or None,
                "decided": done.decided,
                "cannot_change": list(fixed),
            }
        )
        return
    form = console.sentence(f"correct.form_{done.form or 'unsaid'}")
    values = {"number": done.number, "name": done.actor, "form": form, "count": done.count}
    if options.undo:
        console.print(console.sentence("correct.undone", **values))
        return
    console.print(console.sentence("correct.decided" if done.decided else "correct.begun", **values))
    if done.notice:
        console.say("correct.notice_begun", number=done.notice_number)
    elif done.form == "note" and done.what:
        console.say("correct.note_says", what=done.what)
    elif done.form == "note":
        console.say("correct.note_missing")
    if fixed:
        console.say("correct.cannot_change", places=console.listed(fixed))


def register_command(options: argparse.Namespace, console: Console) -> None:
    """``register``: what went where, as CSV or XLSX by the ending of the file."""
    from editor.operations.registering import register
    from editor.publish.formats.register import as_csv, as_xlsx

    with desk(options, console, reading=True) as place:
        lines = register(place, console.language, since=options.since)
    if options.output:
        made = as_xlsx if options.output.lower().endswith(".xlsx") else as_csv
        write_whole(options.output, made(lines, console.language))
    if console.json:
        for line in lines:
            console.record(dataclasses.asdict(line))
    elif options.output:
        console.print(console.sentence("register.written", count=len(lines), file=options.output))
    else:
        for line in lines:
            console.print("\t".join(dataclasses.astuple(line)))
