"""Commands beside passing and returning: take, recall, hold, refuse, reopen, comment, history."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from editor.commands.place import desk
from editor.commands.review import tell
from resources import found

if TYPE_CHECKING:
    import argparse

    from editor.commands.console import Console
    from editor.records.review import Step


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
        done = comment(place, options.id, options.text, options.person, options.quote)
    tell(console, done, "cli.commented")


def history_command(options: argparse.Namespace, console: Console) -> None:
    """``history``: what happened to an article, step by step, and what it waits for."""
    from editor.operations import articles, chronicle, standing

    with desk(options, console, reading=True) as place, place.reading() as session:
        sheet = articles.find(session, options.id)
        steps = chronicle.steps_of(session, sheet)
        waiting = standing.waiting_of(session, sheet)
        name, state = sheet.name, str(sheet.state)
    if console.json:
        console.record(
            {
                "id": name,
                "state": state,
                "steps": [dataclasses.asdict(step) for step in steps],
                "waiting": dataclasses.asdict(waiting),
            }
        )
        return
    for step in steps:
        console.print(_told(step, console))
    if waiting.action:
        who = console.listed(waiting.people) or "—"
        level = console.sentence(f"cli.level_{waiting.level}") if waiting.level else ""
        console.print(console.sentence(f"cli.waits_{waiting.action}", who=who, level=level))


def _told(step: Step, console: Console) -> str:
    again = "_correction" if step.kind == "submit" and step.correction else ""
    other = f"_{step.action}" if step.action not in {"", "put"} else ""
    key = f"cli.step_{step.made or step.kind}{again}{other}"
    told = console.sentence(
        key if found(key) is not None else "cli.step_other",
        at=step.at[:16].replace("T", " "),
        name=step.name or "—",
        version=step.version,
        level=console.sentence(f"cli.level_{step.level}") if step.level else "",
        added=step.added,
        removed=step.removed,
        places=step.places,
        text=step.text,
        quote=step.quote,
        kind=step.kind,
        count=step.correction or "?",
        form=console.sentence(f"correct.form_{step.form or 'unsaid'}"),
    )
    return told if step.counts else console.sentence("cli.step_void", told=told)
