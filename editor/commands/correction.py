"""The command of 更正 after publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.commands.place import desk

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
