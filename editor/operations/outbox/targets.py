"""Places of publication: added, changed, tested, removed. What lets us in is kept apart, see `newsroom.secrets`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.publish.targets import hand, kinds
from editor.publish.targets.kinds import Option
from editor.publish.wire import WireError
from editor.store import outbox
from editor.store.outbox import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from editor.newsroom.secrets import Secrets
    from editor.operations.desk import Desk
    from editor.publish.targets import Target
    from editor.publish.targets.destination import Destination, Health
    from editor.store.outbox import TargetRow

COMMON = (
    Option("outlet", default="web"),
    Option("connections", default="4"),
    Option("rate"),
)
"""What every place can be told: which outlet of the slip it prints, how many calls at once, articles a minute."""

_NAME = re.compile(r"[^\s:/\\]{1,40}")
_MOST = 16


def options_of(made: kinds.Kind) -> tuple[Option, ...]:
    """Everything that a target of this kind can be told."""
    if made.name == hand.NAME:  # nothing is called there
        return (*made.options, *(option for option in COMMON if option.name == "outlet"))
    return (*made.options, *(option for option in COMMON if option.name not in {o.name for o in made.options}))


def _checked(made: kinds.Kind, given: Mapping[str, str]) -> dict[str, str]:
    common = {option.name: given.get(option.name, "") or option.default for option in COMMON}
    for name, most in (("connections", _MOST), ("rate", 10_000)):
        value = common[name]
        if value and not (value.isascii() and value.isdigit() and 1 <= int(value) <= most):
            raise EditorError.usage("option_number", option=name, value=value, most=most)
    own = {name: value for name, value in given.items() if name not in common}
    return {**common, **kinds.checked(made, own)}


def _destination(made: kinds.Kind, name: str, values: Mapping[str, str]) -> str:
    """The place in one line; one without an interface is known by its name."""
    return hand.address_of(name) if made.name == hand.NAME else made.address(values)


def add(
    desk: Desk, name: str, kind: str, options: Mapping[str, str], secret: str | None, secrets: Secrets
) -> TargetRow:
    """Add a place; nothing is called.

    Raises:
        EditorError: The name is taken or not one, the kind or an option is wrong, the secret cannot be kept.
    """
    if not _NAME.fullmatch(name) or name in kinds.kinds():
        raise EditorError.usage("target_name", name=name)
    made = kinds.kind(kind)
    values = _checked(made, options)
    row = outbox.TargetRow(name, kind, _destination(made, name, values), values, "")
    with desk.writing() as session:
        if outbox.target(session.connection, session.newsroom, name) is not None:
            raise EditorError.usage("target_there", name=name)
        if secret:
            secrets.keep(row.destination, secret)
        outbox.keep_target(session.connection, session.newsroom, row)
    return row


def change(desk: Desk, name: str, options: Mapping[str, str], secret: str | None, secrets: Secrets) -> TargetRow:
    """Change options of a place; those that are not given stay.

    Raises:
        EditorError: See `add`; there is no such target; it would be another place with work still to do there.
    """
    with desk.writing() as session:
        before = _row(session.connection, session.newsroom, name)
        made = kinds.kind(before.kind)
        values = _checked(made, {**before.options, **options})
        row = before._replace(options=values, destination=_destination(made, name, values), held="")
        if row.destination != before.destination:
            left = outbox.of_destination(session.connection, session.newsroom, before.destination, outbox.OPEN)
            if left:
                raise EditorError.refused("target_busy", name=name, count=len(left))
        if secret:
            secrets.keep(row.destination, secret)
        outbox.keep_target(session.connection, session.newsroom, row)
    return row


def remove(desk: Desk, name: str, secrets: Secrets) -> None:
    """Forget a place; what stands there stays there and stays known.

    Raises:
        EditorError: There is no such target, or work is still to be done there.
    """
    with desk.writing() as session:
        row = _row(session.connection, session.newsroom, name)
        left = outbox.of_destination(session.connection, session.newsroom, row.destination, outbox.OPEN)
        if left:
            raise EditorError.refused("target_busy", name=name, count=len(left))
        outbox.drop_target(session.connection, session.newsroom, name)
        others = {other.destination for other in outbox.targets(session.connection, session.newsroom)}
    if row.destination not in others:
        secrets.forget(row.destination)


def hold(desk: Desk, reason: str, names: Sequence[str] | None = None) -> list[str]:
    """一键暂缓: nothing goes to these places (None = all), what they keep for later is taken back; gives the names."""
    with desk.writing() as session:
        rows = outbox.targets(session.connection, session.newsroom)
        held = [row for row in rows if names is None or row.name in names]
        for row in held:
            outbox.keep_target(session.connection, session.newsroom, row._replace(held=reason or "-"))
    return [row.name for row in held]


def release(desk: Desk, names: Sequence[str] | None = None) -> list[str]:
    """End 暂缓: what was taken back goes again; gives the names."""
    with desk.writing() as session:
        rows = outbox.targets(session.connection, session.newsroom)
        freed = [row for row in rows if row.held and (names is None or row.name in names)]
        for row in freed:
            outbox.keep_target(session.connection, session.newsroom, row._replace(held=""))
            for job in outbox.of_destination(session.connection, session.newsroom, row.destination, [State.HELD]):
                if job.reason.get("code") == "held_back":
                    values = {"state": State.WAITING, "due": 0, "reason": {}}
                    outbox.update(session.connection, session.newsroom, job.key, **values)
    return [row.name for row in freed]


def listed(desk: Desk) -> list[TargetRow]:
    """All places."""
    with desk.reading() as session:
        return outbox.targets(session.connection, session.newsroom)


def named(desk: Desk, name: str) -> TargetRow:
    """One place.

    Raises:
        EditorError: There is none of this name (exit 2).
    """
    with desk.reading() as session:
        return _row(session.connection, session.newsroom, name)


def _row(connection: sa.Connection, newsroom: str, name: str) -> TargetRow:
    row = outbox.target(connection, newsroom, name)
    if row is None:
        raise EditorError.usage("target_unknown", target=name)
    return row


def opened(row: TargetRow, secrets: Secrets) -> Destination | Target:
    """The place, ready to be called.

    Raises:
        EditorError: Its kind is not here, or the secret is missing.
    """
    made = kinds.kind(row.kind)
    secret = secrets.get(row.destination) if made.secret else ""
    if made.secret and not secret and not kinds.lets_in(made, row.options):
        raise EditorError.target("secret_missing", name=row.name)
    return made.open(_told(made, row), secret or "")


def unopened(row: TargetRow) -> Destination:
    """The place without what lets us in: it says what would go and is never called."""
    made = kinds.kind(row.kind)
    return made.open(_told(made, row), "-")  # type: ignore[return-value]


def _told(made: kinds.Kind, row: TargetRow) -> dict[str, str]:
    own = {option.name for option in made.options}
    return {name: value for name, value in row.options.items() if name in own or name == "connections"}


def test(row: TargetRow, secrets: Secrets) -> Health | None:
    """Call the place and see whether it would take what we send; None for folders, which are tried by using them.

    Raises:
        EditorError: What is wrong, in words (exit 6).
    """
    place = opened(row, secrets)
    probe = getattr(place, "probe", None)
    if probe is None:
        return None
    try:
        return probe()  # type: ignore[no-any-return]
    except WireError as error:
        raise EditorError.target(error.code, **error.details) from error
    finally:
        getattr(place, "close", lambda: None)()
