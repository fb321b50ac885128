"""What a window asks about people: the first start, PINs, colleagues and their levels."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.newsroom.pins import Pins
from editor.operations import browsing, first_start
from editor.operations.people import admit, change_member
from editor.operations.people import set_rules as set_in_ledger
from editor.records.desk import Rules
from editor.service.desk import people
from editor.service.room import SAMPLE_PHRASE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.desk import People
    from editor.service.room import Room


def begin(room: Room, name: str, passphrase: str = "") -> People:
    """Found a newsroom with one name.

    Raises:
        EditorError: The system has no key ring and no pass phrase was given, or there is a newsroom already.
    """
    if passphrase:
        room.unlock(passphrase)
    first_start.start(room.desk, name)
    return people(room)


def begin_sample(room: Room) -> People:
    """Found the sample newsroom; where the system has no key ring, its keys lie beside a phrase made for it alone."""
    try:
        room.desk.keys.prepare()
    except EditorError as error:
        if error.code != "passphrase_needed":
            raise
        room.unlock(_sample_phrase(room))
    first_start.start_sample(room.desk, room.place.data / "sample-site")
    return people(room)


def _sample_phrase(room: Room) -> str:
    """A random phrase, kept in the user's data and readable by nobody else: sample keys sign sample articles only."""
    path = room.place.data / SAMPLE_PHRASE
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        phrase = secrets.token_urlsafe(24)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(phrase)
    except OSError as error:
        raise EditorError.library("data_folder_read_only", path=str(path.parent)) from error
    return phrase


def unlock(room: Room, passphrase: str) -> People:
    """Use a pass phrase for the keys of this computer.

    Raises:
        EditorError: It is wrong for one of them.
    """
    room.unlock(passphrase)
    with room.desk.reading() as session:
        for identity in room.desk.keys.identities(session.newsroom):
            room.desk.keys.unlock(identity)
    return people(room)


def use_sample_phrase(room: Room) -> bool:
    """Unlock the keys of a sample newsroom; whether the library holds one."""
    if not first_start.is_sample(room.desk):
        return False
    path = room.place.data / SAMPLE_PHRASE
    if path.is_file():
        room.unlock(path.read_text(encoding="ascii").strip())
    return True


def check_pin(room: Room, person: str, pin: str) -> None:
    """Whether the PIN is that person's.

    Raises:
        EditorError: It is not, or the next attempt must wait.
    """
    with room.desk.reading() as session:
        newsroom = session.newsroom
    Pins(room.place.data).check(newsroom, person, pin)


def change_pin(room: Room, person: str, pin: str, old: str = "") -> People:
    """Set, change or (with an empty PIN) take off a PIN."""
    with room.desk.reading() as session:
        newsroom = session.newsroom
    Pins(room.place.data).change(newsroom, person, pin, old)
    return people(room)


def add(room: Room, name: str, levels: Sequence[str], columns: Sequence[str] | None, person: str) -> People:
    """Admit somebody; ``person`` is the administrator who does it."""
    admit(room.desk, name, levels, columns, person)
    return people(room)


def change(room: Room, name: str, levels: Sequence[str], person: str) -> People:
    """Give somebody other levels; none = he leaves."""
    if levels:
        change_member(room.desk, name, levels, person=person)
    else:
        change_member(room.desk, name, person=person, active=False)
    return people(room)


def rules_in_force(room: Room) -> Rules:
    """The rules of review for articles that are submitted from now on."""
    columns = browsing.columns(room.desk)
    with room.desk.reading() as session:
        in_force = {
            column: session.roster.settings_in_force(session.roster_heads, column)[0] for column in ("", *columns)
        }
    whole = in_force[""]
    own = tuple(column for column in columns if column and in_force[column].column == column)
    return Rules(whole.levels, whole.share, whole.strict, str(whole.correction), own)


def set_rules(room: Room, rules: Rules, person: str) -> Rules:
    """Set them for all columns that have none of their own.

    Raises:
        EditorError: The person is no administrator, or they are no rules.
    """
    set_in_ledger(
        room.desk,
        tuple(rules.levels),
        rules.share,
        person=person,
        strict=rules.strict,
        correction=rules.correction,
    )
    return rules_in_force(room)
