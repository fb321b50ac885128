"""Founding the newsroom and admitting people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.changes import Changes
from editor.errors import EditorError
from editor.newsroom.identity import Identity, SigningKey
from editor.newsroom.pins import Pins
from editor.operations.acting import actor
from editor.operations.desk import new_id
from editor.records.review import Colleague
from editor.store import founding, ledger
from editor.workflow.correction import Form, form_of
from editor.workflow.entry import BODY_VERSION, Entry, Kind, body_text, parse
from editor.workflow.roster import ADMIN, LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.operations.desk import Desk, Session
    from editor.workflow.roster import Member


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody who belongs to the newsroom now."""

    person: str
    name: str
    levels: tuple[str, ...]
    columns: tuple[str, ...] | None
    newsroom: str
    founder: bool
    changes: Changes


def admit(
    desk: Desk,
    name: str,
    levels: Sequence[str],
    columns: Sequence[str] | None = None,
    person: str | None = None,
    *,
    sample: bool = False,
) -> Admitted:
    """Add somebody; the first founds the newsroom and manages it (管理) beside the levels given.

    His signing identity is made here and kept before the entry that admits him is written. The founding entry of a
    ``sample`` newsroom says that it is one, so that nobody takes it for the real one.

    Raises:
        EditorError: An unknown level, a name that is taken, no admin here, or no way to keep a key.
    """
    wanted = _levels(name, levels)
    desk.keys.prepare()
    with desk.writing() as session:
        if any(member.active and member.name == name for member in session.people.values()):
            raise EditorError.usage("name_taken", name=name)
        if not session.newsroom:
            return _found(session, name, wanted, sample=sample)
        admin = actor(session, person, lambda who: _not_admin(session, who))
        key = SigningKey.new()
        content = _content(name, wanted, columns, key)
        entry = session.compose(admin.person, Kind.MEMBER, "", "", content)
        desk.keys.keep(Identity(session.newsroom, entry.id, name, key.public), key)
        session.write(admin, entry)
        shown = None if columns is None else tuple(columns)
        return Admitted(entry.id, name, wanted, shown, session.newsroom, founder=False, changes=_changes(entry))


@dataclass(frozen=True, slots=True)
class Changed:
    """What somebody of the newsroom is from now on.

    Attributes:
        taken: Levels that were taken away.
        entry: Id of the entry that says so.
    """

    person: str
    name: str
    levels: tuple[str, ...]
    columns: tuple[str, ...] | None
    active: bool
    taken: tuple[str, ...]
    entry: str
    changes: Changes


def change_member(
    desk: Desk,
    name: str,
    levels: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
    person: str | None = None,
    *,
    active: bool = True,
) -> Changed:
    """Give or take levels, or take somebody off the newsroom; what he did before counts as it did.

    Args:
        desk: Where.
        name: Who: a name or the id of the member.
        levels: The levels from now on, None = as before.
        columns: Columns in which the review levels hold from now on, None = as before, () = all.
        person: The administrator who acts; never the one whom it is about.
        active: False takes the person off the newsroom; True brings one who was taken off back.

    Raises:
        EditorError: Nobody or several of that name, an unknown level, no admin here, or it is about oneself.
    """
    with desk.writing() as session:
        member = _member(session, name)
        wanted = _levels(member.name, levels if levels is not None else sorted(member.levels))
        admin = actor(session, person, lambda who: _not_admin(session, who) or _is_oneself(who, member))
        kept = member.columns if columns is None else (frozenset(columns) or None)
        content = {
            "member": member.person,
            "name": member.name,
            "levels": list(wanted),
            "columns": None if kept is None else sorted(kept),
            "keys": list(member.keys),
            "active": active,
            "last": ledger.last_of_devices(session.connection, session.newsroom, member.person),
        }
        entry = session.write(admin, session.compose(admin.person, Kind.MEMBER, "", "", content))
        return Changed(
            person=member.person,
            name=member.name,
            levels=wanted,
            columns=None if kept is None else tuple(sorted(kept)),
            active=active,
            taken=tuple(level for level in LEVELS if level in member.levels and level not in wanted),
            entry=entry.id,
            changes=Changes(members=frozenset({member.person})),
        )


def _member(session: Session, name: str) -> Member:
    found = [member for member in session.people.values() if name in {member.name, member.person}]
    working = [member for member in found if member.active]
    if len(found) > 1 and len(working) != 1:
        raise EditorError.usage("name_twice", name=name)
    if not found:
        raise EditorError.refused("unknown_person", name=name)
    return (working or found)[0]


def _is_oneself(identity: Identity, member: Member) -> str:
    return "about_oneself" if identity.person == member.person else ""


def colleagues(desk: Desk) -> tuple[Colleague, ...]:
    """Everybody of the newsroom, those with a key here first, then by name; () before it is founded."""
    pins = Pins(desk.kept) if desk.kept is not None else None
    with desk.reading() as session:
        here = {identity.person for identity in desk.keys.identities(session.newsroom)} if session.newsroom else set()
        found = [
            Colleague(
                person=member.person,
                name=member.name,
                levels=tuple(level for level in LEVELS if level in member.levels),
                columns=None if member.columns is None else tuple(sorted(member.columns)),
                active=member.active,
                here=member.person in here,
                pin=pins is not None and pins.has(session.newsroom, member.person),
            )
            for member in session.people.values()
        ]
    return tuple(sorted(found, key=lambda member: (not member.active, not member.here, member.name, member.person)))


def set_rules(
    desk: Desk,
    levels: tuple[int, ...],
    share: int = 10,
    column: str = "",
    person: str | None = None,
    *,
    strict: bool = False,
    correction: str = "note",
) -> str:
    """Set the rules of review for rounds that are opened from now on; returns the id of the entry.

    Args:
        desk: Where.
        levels: (1, 2, 3), or (1, 3) where there are three people only (两级审核).
        share: Greatest share of characters that a reviewer may change alone, in percent.
        column: Column for which they hold, "" for all.
        person: Who sets them; an administrator.
        strict: Whether nobody who wrote in an article may sign any level of it.
        correction: The form of a correction where nobody says otherwise: notice, note or silent.

    Raises:
        EditorError: Other levels, a share or form that is none, or no administrator here.
    """
    if levels not in {(1, 2, 3), (1, 3)} or not 0 <= share <= 100:  # noqa: PLR2004  (percent)
        raise EditorError.usage("rules_unusable", levels=",".join(map(str, levels)), share=share)
    if form_of(correction) is None:
        raise EditorError.usage("correct_form", form=correction, forms=", ".join(Form))
    with desk.writing() as session:
        admin = actor(session, person, lambda who: _not_admin(session, who))
        content = {
            "column": column,
            "levels": list(levels),
            "share": share,
            "strict": strict,
            "countercheck": "before",
            "correction": correction,
        }
        return session.write(admin, session.compose(admin.person, Kind.SETTING, "", "", content)).id


def _levels(name: str, levels: Sequence[str]) -> tuple[str, ...]:
    unknown = [level for level in levels if level not in LEVELS]
    if unknown or not levels:
        raise EditorError.usage("level_unknown", level=", ".join(unknown))
    if not name.strip() or any(character in name for character in "\n\r\0@"):
        raise EditorError.usage("name_unusable", name=name)
    return tuple(level for level in LEVELS if level in levels)


def _not_admin(session: Session, identity: Identity) -> str:
    member = session.people.get(identity.person)
    return "" if member is not None and member.admin else "not_admin"


def _content(name: str, levels: Sequence[str], columns: Sequence[str] | None, key: SigningKey) -> dict[str, object]:
    return {
        "member": "",
        "name": name,
        "levels": list(levels),
        "columns": None if columns is None else sorted(columns),
        "keys": [key.public],
        "active": True,
    }


def _found(session: Session, name: str, levels: tuple[str, ...], *, sample: bool) -> Admitted:
    desk = session.desk
    key = SigningKey.new()
    levels = levels if ADMIN in levels else (*levels, ADMIN)
    whole = {
        "v": BODY_VERSION,
        "newsroom": "",
        "article": "",
        "variant": "",
        "kind": str(Kind.MEMBER),
        "author": "",
        "device": desk.device,
        "seq": 1,
        "prev": "",
        "roster": [],
        "at": session.stamp(),
        "nonce": new_id(),
        **_content(name, levels, None, key),
        **({"sample": True} if sample else {}),
    }
    body = body_text(whole)
    entry = parse(body, key.sign(body))
    desk.keys.keep(Identity(entry.id, entry.id, name, key.public), key)
    ledger.append(session.connection, entry)
    founding.hand_over(session.connection, entry.id)
    session.written.append(entry)
    session.__dict__["newsroom"] = entry.id
    return Admitted(entry.id, name, levels, None, entry.id, founder=True, changes=_changes(entry))


def _changes(entry: Entry) -> Changes:
    return Changes(members=frozenset({entry.id}))
