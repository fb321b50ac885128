"""Founding the newsroom and admitting people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.changes import Changes
from editor.errors import EditorError
from editor.newsroom.identity import Identity, SigningKey
from editor.operations.acting import actor
from editor.operations.desk import new_id
from editor.store import drafts, ledger
from editor.workflow.entry import BODY_VERSION, Entry, Kind, body_text, parse
from editor.workflow.roster import ADMIN, LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.operations.desk import Desk, Session


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
    desk: Desk, name: str, levels: Sequence[str], columns: Sequence[str] | None = None, person: str | None = None
) -> Admitted:
    """Add somebody; the first founds the newsroom and manages it (管理) beside the levels given.

    His signing identity is made here and kept before the entry that admits him is written.

    Raises:
        EditorError: An unknown level, a name that is taken, no admin here, or no way to keep a key.
    """
    wanted = _levels(name, levels)
    desk.keys.prepare()
    with desk.writing() as session:
        if any(member.active and member.name == name for member in session.people.values()):
            raise EditorError.usage("name_taken", name=name)
        if not session.newsroom:
            return _found(session, name, wanted)
        admin = actor(session, person, lambda who: _not_admin(session, who))
        key = SigningKey.new()
        content = _content(name, wanted, columns, key)
        entry = session.compose(admin.person, Kind.MEMBER, "", "", content)
        desk.keys.keep(Identity(session.newsroom, entry.id, name, key.public), key)
        session.write(admin, entry)
        shown = None if columns is None else tuple(columns)
        return Admitted(entry.id, name, wanted, shown, session.newsroom, founder=False, changes=_changes(entry))


def set_rules(
    desk: Desk,
    levels: tuple[int, ...],
    share: int = 10,
    column: str = "",
    person: str | None = None,
    *,
    strict: bool = False,
) -> str:
    """Set the rules of review for rounds that are opened from now on; returns the id of the entry.

    Args:
        desk: Where.
        levels: (1, 2, 3), or (1, 3) where there are three people only (两级审核).
        share: Greatest share of characters that a reviewer may change alone, in percent.
        column: Column for which they hold, "" for all.
        person: Who sets them; an administrator.
        strict: Whether nobody who wrote in an article may sign any level of it.

    Raises:
        EditorError: Other levels, a share that is none, or no administrator here.
    """
    if levels not in {(1, 2, 3), (1, 3)} or not 0 <= share <= 100:  # noqa: PLR2004  (percent)
        raise EditorError.usage("rules_unusable", levels=",".join(map(str, levels)), share=share)
    with desk.writing() as session:
        admin = actor(session, person, lambda who: _not_admin(session, who))
        content = {
            "column": column,
            "levels": list(levels),
            "share": share,
            "strict": strict,
            "countercheck": "before",
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


def _found(session: Session, name: str, levels: tuple[str, ...]) -> Admitted:
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
    }
    body = body_text(whole)
    entry = parse(body, key.sign(body))
    desk.keys.keep(Identity(entry.id, entry.id, name, key.public), key)
    ledger.append(session.connection, entry)
    drafts.found_newsroom(session.connection, entry.id)
    session.written.append(entry)
    session.__dict__["newsroom"] = entry.id
    return Admitted(entry.id, name, levels, None, entry.id, founder=True, changes=_changes(entry))


def _changes(entry: Entry) -> Changes:
    return Changes(members=frozenset({entry.id}))
