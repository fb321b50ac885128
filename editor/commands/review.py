"""Commands of review: submit, sign, countercheck, return, withdraw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.commands.place import desk
from editor.commands.records import difference_records, finding_record

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from editor.commands.console import Console
    from editor.operations.reviewing import Done
    from editor.records.review import Difference

_SHOWN = 20  # places that are printed; --json gives all
_LONG = 40  # characters of a place that are printed


def submit_command(options: argparse.Namespace, console: Console) -> None:
    """``submit``: 提交初审."""
    from editor.operations.reviewing import submit

    with desk(options, console) as place:
        done = submit(place, options.id, options.person)
    tell(console, done, "cli.submitted")
    if not console.json and done.kind:
        console.say(f"cli.made_{done.kind}")
    for finding in done.missing:
        console.err.write(f"  {finding_record(finding, console)['message']}\n")


def sign_command(options: argparse.Namespace, console: Console) -> None:
    """``sign``: 通过."""
    from editor.operations.reviewing import sign

    with desk(options, console) as place:
        done = sign(place, options.id, int(options.level), options.person)
    tell(console, done, "cli.signed", level=console.sentence(f"cli.level_{options.level}"))
    if not console.json and done.kind == "reviewed":
        console.say("cli.made_reviewed")


def countercheck_command(options: argparse.Namespace, console: Console) -> None:
    """``countercheck``: 核红."""
    from editor.operations.reviewing import countercheck

    with desk(options, console) as place:
        done = countercheck(place, options.id, options.person)
    tell(console, done, "cli.counterchecked")


def return_command(options: argparse.Namespace, console: Console) -> None:
    """``return``: 退改."""
    from editor.operations.reviewing import give_back

    with desk(options, console) as place:
        done = give_back(place, options.id, options.why, options.person, options.back_to)
    tell(console, done, "cli.returned", why=options.why)


def withdraw_command(options: argparse.Namespace, console: Console) -> None:
    """``withdraw``: 撤稿; every place to which the article went is cleared at once."""
    from editor.commands.delivery import take_down
    from editor.operations.delivering import clear
    from editor.operations.outbox.looking import note_cleared
    from editor.operations.reviewing import withdraw

    with desk(options, console) as place:
        every = withdraw(
            place, options.id, notice=options.notice, why=options.why, order=options.order, person=options.person
        )
        for done in every:
            tell(console, done, "cli.withdrawn_notice" if options.notice else "cli.withdrawn")
        cleared = clear(place, every)
        gone = [address for address, error in cleared if error is None]
        note_cleared(place, [done.name for done in every], gone, options.person)
        take_down(place, [done.name for done in every], options, console)
    for address, error in cleared:
        if error is None:
            console.say("cli.cleared", target=address)
        else:
            console.say("cli.not_cleared", target=address, reason=console.failure(error))
            console.worse(error.exit_code)


def tell(console: Console, done: Done, key: str, **values: Any) -> None:
    """Say what was done, and for a text that runs unchanged whether it is as its original."""
    if console.json:
        console.record(
            {
                "id": done.name,
                "number": done.number,
                "state": done.state,
                "by": done.actor,
                "entry": done.entry,
                "revision": done.revision,
                "kind": done.kind or None,
                "differences": difference_records(done.differences),
            }
        )
        return
    state = console.sentence(f"cli.state_{done.state}")
    console.print(console.sentence(key, number=done.called, name=done.actor, state=state, **values))
    if done.locked:
        tell_original(console, done.differences)


def tell_original(console: Console, differences: Sequence[Difference] | None) -> None:
    """与原件一致, or where the text differs from its original."""
    if differences is None:
        console.say("cli.original_unknown")
        return
    console.say("cli.original_differs" if differences else "cli.original_same", count=len(differences))
    for place in differences[:_SHOWN]:
        before, after = (text if len(text) <= _LONG else text[:_LONG] + "…" for text in (place.before, place.after))
        place_name = str(place.block + 1) if place.block is not None else place.field
        console.say("cli.original_place", place=place_name, before=before, after=after)
