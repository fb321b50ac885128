"""Commands of review: member, submit, sign, countercheck, return, withdraw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.commands.place import desk
from editor.commands.records import finding_record

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console
    from editor.operations.reviewing import Done


def member_command(options: argparse.Namespace, console: Console) -> None:
    """``member add``: admit somebody; the first founds the newsroom."""
    from editor.operations.people import admit

    levels = [level.strip() for level in options.levels.split(",") if level.strip()]
    with desk(options, console, make=True) as place:
        done = admit(place, options.name, levels, options.column, options.person)
    if console.json:
        console.record(
            {
                "member": done.person,
                "name": done.name,
                "levels": list(done.levels),
                "columns": None if done.columns is None else list(done.columns),
                "newsroom": done.newsroom,
                "founder": done.founder,
            }
        )
        return
    named = console.listed(console.sentence(f"cli.level_{level}") for level in done.levels)
    console.print(console.sentence("cli.founded" if done.founder else "cli.admitted", name=done.name, levels=named))
    if done.founder:
        console.say("cli.founded_levels")


def setting_command(options: argparse.Namespace, console: Console) -> None:
    """``setting``: the rules of review from now on."""
    from editor.operations.people import set_rules

    levels = tuple(int(level) for level in options.levels.split(","))
    with desk(options, console) as place:
        done = set_rules(place, levels, options.share, options.column, options.person, strict=options.strict)
    if console.json:
        console.record(
            {"entry": done, "levels": list(levels), "share": options.share, "column": options.column or None}
        )
    else:
        named = console.listed(console.sentence(f"cli.level_{level}") for level in levels)
        console.print(console.sentence("cli.rules_set", levels=named, share=options.share))


def submit_command(options: argparse.Namespace, console: Console) -> None:
    """``submit``: 提交初审."""
    from editor.operations.reviewing import submit

    with desk(options, console) as place:
        done = submit(place, options.id, options.person)
    _tell(console, done, "cli.submitted")
    if not console.json and done.kind:
        console.say(f"cli.made_{done.kind}")
    for finding in done.missing:
        console.err.write(f"  {finding_record(finding, console)['message']}\n")


def sign_command(options: argparse.Namespace, console: Console) -> None:
    """``sign``: 通过."""
    from editor.operations.reviewing import sign

    with desk(options, console) as place:
        done = sign(place, options.id, int(options.level), options.person)
    _tell(console, done, "cli.signed", level=console.sentence(f"cli.level_{options.level}"))
    if not console.json and done.kind == "reviewed":
        console.say("cli.made_reviewed")


def countercheck_command(options: argparse.Namespace, console: Console) -> None:
    """``countercheck``: 核红."""
    from editor.operations.reviewing import countercheck

    with desk(options, console) as place:
        done = countercheck(place, options.id, options.person)
    _tell(console, done, "cli.counterchecked")


def return_command(options: argparse.Namespace, console: Console) -> None:
    """``return``: 退改."""
    from editor.operations.reviewing import give_back

    with desk(options, console) as place:
        done = give_back(place, options.id, options.why, options.person)
    _tell(console, done, "cli.returned", why=options.why)


def withdraw_command(options: argparse.Namespace, console: Console) -> None:
    """``withdraw``: 撤稿; places on this computer to which the article went are cleared at once."""
    from editor.operations.delivering import clear
    from editor.operations.reviewing import withdraw

    with desk(options, console) as place:
        every = withdraw(place, options.id, notice=options.notice, why=options.why, person=options.person)
        cleared = clear(place, every)
    for done in every:
        _tell(console, done, "cli.withdrawn_notice" if options.notice else "cli.withdrawn")
    for address, error in cleared:
        if error is None:
            console.say("cli.cleared", target=address)
        else:
            console.say("cli.not_cleared", target=address, reason=console.failure(error))
            console.worse(error.exit_code)


def _tell(console: Console, done: Done, key: str, **values: Any) -> None:
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
            }
        )
        return
    state = console.sentence(f"cli.state_{done.state}")
    console.print(console.sentence(key, number=done.called, name=done.actor, state=state, **values))
