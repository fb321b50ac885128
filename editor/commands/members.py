"""Commands about people and rules: member, setting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.commands.place import desk
from editor.errors import EditorError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from editor.commands.console import Console
    from editor.operations.desk import Desk
    from editor.operations.people import Admitted, Changed
    from editor.records.review import Colleague


def member_command(options: argparse.Namespace, console: Console) -> None:
    """``member``: admit somebody (the first founds the newsroom), change levels, take somebody off, list everybody."""
    if options.action == "list":
        with desk(options, console, reading=True) as place:
            _member_list(place, console)
        return
    needed = [("NAME", options.name), ("--levels", options.levels or options.action != "add")]
    missing = [name for name, given in needed if not given]
    if missing:
        raise EditorError.usage("wrong_usage", detail=console.sentence("cli.usage_required", what=", ".join(missing)))
    with desk(options, console, make=options.action == "add") as place:
        if options.action == "add":
            _member_added(place, options, console)
        else:
            _member_changed(place, options, console)


def _member_added(place: Desk, options: argparse.Namespace, console: Console) -> None:
    from editor.operations.people import admit

    done = admit(place, options.name, _levels(options.levels), options.column, options.person)
    if console.json:
        console.record({**_told(done), "newsroom": done.newsroom, "founder": done.founder})
        return
    named = _levels_told(console, done.levels)
    console.print(console.sentence("cli.founded" if done.founder else "cli.admitted", name=done.name, levels=named))
    if done.founder:
        console.say("cli.founded_levels")


def _member_list(place: Desk, console: Console) -> None:
    from editor.operations.people import colleagues

    for member in colleagues(place):
        if console.json:
            console.record({**_told(member), "active": member.active, "here": member.here})
            continue
        named = _levels_told(console, member.levels)
        key = "cli.member" if member.active else "cli.member_gone"
        console.print(console.sentence(key, name=member.name, levels=named))


def _member_changed(place: Desk, options: argparse.Namespace, console: Console) -> None:
    from editor.operations.people import change_member

    levels = _levels(options.levels) if options.levels else None
    columns = () if options.all_columns else options.column
    active = options.action == "set"
    done = change_member(place, options.name, levels, columns, options.person, active=active)
    if console.json:
        console.record({**_told(done), "active": done.active, "taken": list(done.taken), "entry": done.entry})
        return
    named = _levels_told(console, done.levels)
    key = "cli.member_set" if done.active else "cli.member_removed"
    console.print(console.sentence(key, name=done.name, levels=named))


def _told(one: Admitted | Changed | Colleague) -> dict[str, Any]:
    """Who somebody is and what he may do, as `--json` says it."""
    columns = None if one.columns is None else list(one.columns)
    return {"member": one.person, "name": one.name, "levels": list(one.levels), "columns": columns}


def _levels_told(console: Console, levels: Iterable[str | int]) -> str:
    return console.listed(console.sentence(f"cli.level_{level}") for level in levels)


def _levels(text: str) -> list[str]:
    return [level.strip() for level in text.split(",") if level.strip()]


def setting_command(options: argparse.Namespace, console: Console) -> None:
    """``setting``: the rules of review from now on."""
    from editor.operations.people import set_rules

    levels = tuple(int(level) for level in options.levels.split(","))
    with desk(options, console) as place:
        done = set_rules(
            place,
            levels,
            options.share,
            options.column,
            options.person,
            strict=options.strict,
            correction=options.correction,
        )
    if console.json:
        console.record(
            {"entry": done, "levels": list(levels), "share": options.share, "column": options.column or None}
        )
    else:
        named = _levels_told(console, levels)
        console.print(console.sentence("cli.rules_set", levels=named, share=options.share))
