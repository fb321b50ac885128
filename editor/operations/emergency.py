"""应急稿包: signed articles leave on a stick, for any other computer, on the day on which nothing else works.

What goes in has passed the same gate as everything else; that it left is noted in the ledger. It is not a publication:
what somebody publishes from it is entered as published by hand. An article under an embargo goes in, since its time may
come while nothing works; the list and its text say until when.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.operations import gate
from editor.operations.delivering import receiver
from editor.operations.packing import package_of
from editor.publish.formats import emergency
from editor.workflow.correction import PACKED
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.operations.desk import Desk, Session
    from editor.operations.gate import Refused, Ticket
    from editor.publish.package import Package


@dataclass(frozen=True, slots=True)
class EmergencyPack:
    """The archive, before it is written.

    Attributes:
        data: A ZIP.
        tickets: What is in it, in its order.
        refused: What was asked for and may not leave.
    """

    data: bytes
    tickets: tuple[Ticket, ...]
    refused: tuple[Refused, ...]


def pack(desk: Desk, names: Sequence[str] | None) -> EmergencyPack:
    """Put signed articles into an archive.

    Args:
        desk: Where.
        names: Articles and variants, None = everything that may go out.

    Raises:
        EditorError: Nothing may leave (exit 4), or an article has a character that no file can hold (exit 6).
    """
    with desk.reading() as session:
        asked, unknown = gate.wanted(session, names)
        tickets, held = gate.check(session, asked, "")
        packages = [_package(session, ticket) for ticket in tickets]
        refused = (*unknown, *held)
        if not packages:
            raise EditorError.refused("emergency_empty", count=len(refused))
        return EmergencyPack(emergency.packed(packages), tuple(tickets), refused)


def _package(session: Session, ticket: Ticket) -> Package:
    sheet = gate.open_article(session, ticket.article).sheets[ticket.variant]
    release = sheet.standing.release
    if release is None or release.revision.id != ticket.revision:
        raise EditorError.refused("not_signed", id=ticket.name)
    return package_of(session, sheet, release)


def note(desk: Desk, made: EmergencyPack, file: str, person: str | None = None) -> bool:
    """Note in the ledger what left; gives False when nobody here can sign that, or the library cannot be written.

    Args:
        desk: Where.
        made: What was written.
        file: Name of the file.
        person: Who signs; without one the only one here who may.
    """
    if desk.library.read_only:
        return False
    digest = hashlib.sha256(made.data).hexdigest()
    with desk.writing() as session:
        identity = receiver(session, person)
        if identity is None:
            return False
        for ticket in made.tickets:
            what = {"target": ticket.revision, "action": PACKED, "covers": ticket.covers}
            content = {**what, "file": file, "archive": digest}
            entry = session.compose(identity.person, Kind.RECEIPT, ticket.article, ticket.variant, content)
            session.write(identity, entry)
    return True
