"""Who acts: the one whom the command names, or the only one here who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.errors import EditorError, Exit

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.newsroom.identity import Identity
    from editor.operations.desk import Session


def actor(session: Session, name: str | None, objection: Callable[[Identity], str]) -> Identity:
    """The identity that acts.

    Args:
        session: The unit of work.
        name: Whom the command names, None for "whoever may".
        objection: Says for an identity why it may not act: a code of the message table, "" when it may.

    Raises:
        EditorError: Nobody here may (exit 5), or several may and none was named (exit 2).
    """
    here = session.desk.keys.identities(session.newsroom)
    if name is not None:
        identity = _named(session, here, name)
        reason = objection(identity)
        if reason:
            raise EditorError.refused(reason, name=identity.name)
        return identity
    if not here:
        raise EditorError.refused("nobody_here")
    reasons = {identity: objection(identity) for identity in here}
    able = [identity for identity, reason in reasons.items() if not reason]
    if len(able) > 1:
        names = [identity.name for identity in able]
        raise EditorError.usage("several_may", names=names)
    if not able:
        told = sorted(set(reasons.values()))
        code = told[0] if len(told) == 1 else "nobody_may"
        raise EditorError(code, Exit.NOT_ALLOWED, name=[identity.name for identity in here])
    return able[0]


def _named(session: Session, here: list[Identity], name: str) -> Identity:
    found = [identity for identity in here if name in {identity.name, identity.person}]
    people = session.people
    working = [identity for identity in found if identity.person in people and people[identity.person].active]
    if len(found) > 1 and len(working) != 1:
        raise EditorError.usage("name_twice", name=name)
    if found:
        return (working or found)[0]
    known = any(member.name == name for member in session.people.values())
    raise EditorError.refused("no_key_here" if known else "unknown_person", name=name)
