"""Commands of delivery: target, outbox, and export to a target that has a name."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.commands.called import called, picture_named, refuse
from editor.commands.lost import Lost, lost_of, lost_record, tell_lost
from editor.commands.parser import EMERGENCY, HOLDING, PERSONS, TARGET_OPTIONS
from editor.commands.place import data_folder, desk, passphrase
from editor.errors import EditorError, Exit

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from editor.commands.console import Console
    from editor.newsroom.secrets import Secrets
    from editor.operations.desk import Desk
    from editor.operations.outbox.driving import Driven, Happened
    from editor.operations.outbox.telling import Line
    from editor.records.outbox import LineShown
    from editor.store.outbox import TargetRow

_PATIENCE = 600.0
_TURN = 0.5
"""Seconds after which it is looked again whether another program has left a place to us."""
_NO_FAILURE = frozenset({"until", "by_hand", "by_hand_down", "left_our_hands"})
"""What still waits and is no failure: for its time, or for a person where there is no interface."""


def secrets_of(options: argparse.Namespace) -> Secrets:
    """Where passwords of targets are kept."""
    from editor.newsroom.secrets import SecretsOnDisk

    return SecretsOnDisk(data_folder() / "targets", passphrase(options))


def target_command(options: argparse.Namespace, console: Console) -> None:
    """``target``: places of publication."""
    if options.action != "list" and not options.name:
        raise EditorError.usage("wrong_usage", detail=console.sentence("cli.usage_required", what="NAME"))
    action = {"add": _add, "edit": _edit, "list": _list, "test": _test, "remove": _remove}[options.action]
    with desk(options, console, make=options.action == "add") as place:
        action(place, options, console)


def _given(options: argparse.Namespace) -> dict[str, str]:
    given = {name: getattr(options, name) for name in TARGET_OPTIONS if getattr(options, name) is not None}
    for item in options.set or ():
        name, equals, value = item.partition("=")
        if not equals:
            raise EditorError.usage("wrong_usage", detail=f"--set {item}")
        given[name] = value
    return given


def _secret(options: argparse.Namespace, console: Console, place: str) -> str | None:
    """The password, from where no list of processes shows it: a file, the environment, or a person."""
    from editor.newsroom.secrets import secret_from_environment

    if options.given_by:
        try:
            stream = sys.stdin.read() if options.given_by == "-" else Path(options.given_by).read_text("utf-8")
        except (OSError, ValueError) as error:
            raise EditorError.usage("secret_file_unreadable", file=options.given_by) from error
        secret = stream.split("\n", 1)[0].rstrip("\r")
        if not secret:
            raise EditorError.usage("secret_file_unreadable", file=options.given_by)
        return secret
    found = secret_from_environment()
    if found is None and sys.stdin.isatty() and options.action == "add":
        from getpass import getpass

        found = getpass(console.sentence("cli.secret_prompt", place=place))
    return found or None


def _add(place: Desk, options: argparse.Namespace, console: Console) -> None:
    from editor.operations.outbox import targets
    from editor.publish.targets import kinds

    if not options.kind:
        raise EditorError.usage("wrong_usage", detail=console.sentence("cli.usage_required", what="--kind"))
    secret = _secret(options, console, options.name) if kinds.kind(options.kind).secret else None
    row = targets.add(place, options.name, options.kind, _given(options), secret, secrets_of(options))
    _say(console, row, "cli.target_added")


def _edit(place: Desk, options: argparse.Namespace, console: Console) -> None:
    from editor.operations.outbox import targets

    secret = _secret(options, console, options.name)
    row = targets.change(place, options.name, _given(options), secret, secrets_of(options))
    _say(console, row, "cli.target_changed")


def _say(console: Console, row: TargetRow, key: str) -> None:
    if console.json:
        console.record(_record(row))
    else:
        console.print(console.sentence(key, name=row.name, kind=row.kind, destination=row.destination))


def _record(row: TargetRow) -> dict[str, Any]:
    shown = {name: value for name, value in row.options.items() if value}
    held = row.held or None
    return {"name": row.name, "kind": row.kind, "destination": row.destination, "options": shown, "held": held}


def _list(place: Desk, _options: argparse.Namespace, console: Console) -> None:
    from editor.operations.outbox import targets
    from editor.publish.targets import kinds

    rows = targets.listed(place)
    for row in rows:
        if console.json:
            console.record(_record(row))
        else:
            console.print(f"{row.name}  {row.kind}  {row.destination}")
    if not rows and not console.json:
        console.say("cli.target_none", kinds=console.listed(kinds.kinds()))


def _test(place: Desk, options: argparse.Namespace, console: Console) -> None:
    from editor.operations.outbox import targets

    health = targets.test(targets.named(place, options.name), secrets_of(options))
    if console.json:
        notes = [note.code for note in health.notes] if health is not None else []
        who, clock = (health.who, health.clock) if health is not None else ("", None)
        console.record({"name": options.name, "ok": True, "who": who, "clock": clock, "notes": notes})
        return
    if health is None:
        console.print(console.sentence("cli.target_place", name=options.name))
        return
    if health.who or not health.notes:  # a place without an interface does not answer: its note says what it is
        key = "cli.target_fine" if health.who else "cli.target_there"
        console.print(console.sentence(key, name=options.name, who=health.who))
    if health.clock is not None and abs(health.clock) > 60:  # noqa: PLR2004  (a minute)
        console.print(console.sentence("cli.target_clock", seconds=round(health.clock)))
    for note in health.notes:
        console.print(console.sentence(f"target.note.{note.code}", detail=note.detail))


def _remove(place: Desk, options: argparse.Namespace, console: Console) -> None:
    from editor.operations.outbox import targets

    row = targets.named(place, options.name)
    targets.remove(place, options.name, secrets_of(options))
    _say(console, row, "cli.target_removed")


def export_to_target(place: Desk, target: TargetRow, options: argparse.Namespace, console: Console) -> None:
    """Queue signed articles for a target and see them out; what has to wait stays in the queue."""
    from editor.operations.outbox import queueing

    names = None if options.all_signed else options.ids
    queued = queueing.publish(place, target, names, options.person or "")
    refuse(place, console, queued.refused)
    if queued.jobs:
        see_out(place, options, console, set(queued.jobs), [target.name], 0.0 if options.no_wait else _PATIENCE)
    elif not queued.refused and not console.json:
        console.say("outbox.all_there" if queued.there else "cli.nothing_signed", count=len(queued.there))


def take_down(place: Desk, names: list[str], options: argparse.Namespace, console: Console) -> None:
    """Take withdrawn articles down at the publishing systems that have them, ahead of everything queued."""
    from editor.operations.outbox import queueing

    queued = queueing.take_down(place, names, options.person or "")
    refuse(place, console, queued.refused, Exit.TARGET)
    if queued.jobs:
        see_out(place, options, console, set(queued.jobs), None, _PATIENCE)


def see_out(
    place: Desk,
    options: argparse.Namespace,
    console: Console,
    wanted: set[str],
    names: list[str] | None,
    patience: float,
) -> None:
    """Work on the outbox until what is wanted has ended, nothing more can be done, or patience ends.

    Where another program is sending it is waited for: it does what is wanted, or leaves it to us.
    """
    from editor.operations.outbox.clock import OwnClock
    from editor.operations.outbox.running import once
    from editor.operations.outbox.watching import NOT_THERE

    clock = OwnClock()
    end = clock.now() + patience
    missing: set[str] = set()
    told: set[tuple[str, str]] = set()

    def tell(happened: Happened) -> None:
        if happened.code == NOT_THERE:
            missing.add(happened.job.key)

    while True:
        left = once(place, secrets_of(options), clock, names=names, person=options.person, tell=tell)
        going = {name: driven for name, driven in left.items() if not driven.lasting}
        due = [driven.next_due / 1000 for driven in going.values() if driven.next_due is not None]
        due += [clock.now() + _TURN for driven in left.values() if driven.elsewhere]
        if not due or min(due) > end or _all_ended(place, wanted):
            break
        _tell_trying(console, going, told)
        clock.wait(max(0.05, min(due) - clock.now()))
    _show(place, console, wanted | missing)
    _troubles(place, console, left, wanted)


def _tell_trying(console: Console, going: Mapping[str, Driven], told: set[tuple[str, str]]) -> None:
    """Say once why the command waits: minutes without a word look like a program that hangs."""
    from editor.operations.outbox.telling import sentence_of

    for name, driven in going.items():
        if driven.trouble is not None and (name, driven.trouble[0]) not in told:
            code, details = driven.trouble
            told.add((name, code))
            why = console.sentence(sentence_of(code), **details) if sentence_of(code) else code
            console.say("outbox.trying", target=name, why=why, minutes=round(_PATIENCE / 60))


def _all_ended(place: Desk, wanted: set[str]) -> bool:
    from editor.store import outbox

    with place.reading() as session:
        return not any(job.key in wanted for job in outbox.in_states(session.connection, session.newsroom, outbox.OPEN))


def _show(place: Desk, console: Console, wanted: set[str]) -> None:
    """A line for each piece of work that was asked for, and what it means for the exit code."""
    from editor.operations.outbox import telling
    from editor.store import outbox

    with place.reading() as session:
        jobs = [job for key in sorted(wanted) if (job := outbox.job(session.connection, session.newsroom, key))]
    jobs.sort(key=lambda job: (job.batch, job.position))
    lines = telling.lines(place, jobs)
    show_lines(place, console, lines)
    for line in lines:
        if line.state not in {"done", "canceled"} and line.code not in _NO_FAILURE:
            console.worse(Exit.TARGET)


def show_lines(place: Desk, console: Console, lines: Sequence[Line | LineShown], *, timed: bool = False) -> None:
    """Work of the outbox, a line each; below what is held, what the place would not keep of it.

    Args:
        place: Where.
        console: Where it is printed.
        lines: The work.
        timed: With the time at which it is to appear in front.
    """
    lost = lost_of(place, console, lines)
    names = called(place, [line.id for line in lines])
    for line in lines:
        if timed and not console.json:
            console.out.write(line.publish_at[:16].replace("T", " ") + "  ")
        detail = picture_named(place, console, line.id, line.code, str(line.values.get("detail", "")))
        values = {**line.values, "id": names[line.id], "detail": detail}
        _show_line(console, line, values, lost.get(line.key, Lost()))


def _show_line(console: Console, line: Line | LineShown, values: Mapping[str, Any], lost: Lost) -> None:
    why = console.sentence(line.sentence, **values) if line.sentence and line.state != "done" else ""
    if console.json:
        console.record({
            "id": line.id, "target": line.target, "action": line.action, "state": line.state, "place": line.address,
            "code": line.code or None, "message": why or None, "attempts": line.attempt, "job": line.key[:12],
            "publish_at": line.publish_at or None, "number": line.number or None, **lost_record(console, lost),
        })  # fmt: skip
        return
    down = line.action == "remove" and line.state == "done"
    state = console.sentence("outbox.state.down" if down else f"outbox.state.{line.state}")
    console.print(
        console.sentence(
            "outbox.line", id=values["id"], target=line.target, state=state, why=why or line.address
        ).rstrip()
    )
    tell_lost(console, lost)


def _troubles(place: Desk, console: Console, left: Mapping[str, Driven], wanted: set[str]) -> None:
    """Why something stays in the queue, a sentence a target."""
    from editor.operations.outbox import targets
    from editor.operations.outbox.telling import lines, sentence_of

    open_lines = [line for line in lines(place) if line.state in {"waiting", "checking"}]
    waiting = Counter(line.target for line in open_lines)
    asked = Counter(line.target for line in open_lines if line.key in wanted)
    for row in targets.listed(place):
        if row.held and row.name in left and asked[row.name]:
            why = row.held.strip("-")
            console.say("outbox.held_back", target=row.name, why=why, count=waiting[row.name])
            console.worse(Exit.TARGET)
    for name, driven in left.items():
        if driven.elsewhere:
            console.say("outbox.elsewhere", target=name)
        elif driven.trouble is not None:
            code, details = driven.trouble
            why = console.sentence(sentence_of(code), **details) if sentence_of(code) else code
            console.say("outbox.waits", target=name, why=why, count=waiting[name])
            console.worse(Exit.TARGET)


def outbox_command(options: argparse.Namespace, console: Console) -> None:
    """``outbox``: what is on its way."""
    from editor.operations.outbox import queueing, telling
    from editor.store import outbox

    if options.action in HOLDING:
        from editor.commands.holding_back import holding_command

        holding_command(options, console)
        return
    if options.action in PERSONS:
        from editor.commands.by_hand import person_command

        person_command(options, console)
        return
    if options.action == EMERGENCY:
        from editor.commands.emergency import emergency_command

        emergency_command(options, console)
        return
    with desk(options, console, reading=options.action == "list") as place:
        if options.action == "list" and (options.all or options.scheduled):
            _list_more(place, options, console)
            return
        open_lines = [line for line in telling.lines(place) if _is_asked(line, options)]
        if options.action == "list":
            show_lines(place, console, open_lines)
            if not open_lines and not console.json:
                console.say("outbox.empty")
        elif options.action == "run":
            wanted = {line.key for line in open_lines if line.state in {str(state) for state in outbox.OPEN}}
            patience = 0.0 if options.no_wait else _PATIENCE
            names = sorted({line.target for line in open_lines}) if options.ids else None  # what places keep as well
            see_out(place, options, console, wanted, names, patience)
        else:
            keys = [line.key for line in open_lines]
            done = queueing.cancel(place, keys) if options.action == "cancel" else queueing.again(place, keys)
            key = "outbox.canceled_count" if options.action == "cancel" else "outbox.again_count"
            console.print(console.sentence(key, count=len(done)))


def _is_asked(line: Line | LineShown, options: argparse.Namespace) -> bool:
    return not options.ids or bool({line.id, line.number, line.key[:12]} & set(options.ids))


def _list_more(place: Desk, options: argparse.Namespace, console: Console) -> None:
    """``list --all``: also what is done and canceled; ``--scheduled``: what is to appear later, the next one first."""
    from editor.operations.outbox import showing

    found = showing.lines_shown(place, scheduled=options.scheduled)
    shown = [line for line in found if _is_asked(line, options)]
    show_lines(place, console, shown, timed=options.scheduled)
    if not shown and not console.json:
        console.say("outbox.none_scheduled" if options.scheduled else "outbox.none_ever")
