"""What the conversion view asks: a proposal, and to keep what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.article import Variant
from editor.operations import deciding
from editor.text.variants import convert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.articles import Row
    from editor.records.converting import Accepted, Proposal, Settled
    from editor.service.room import Room


def ready(_room: Room) -> None:
    """Load what a conversion needs, so that keeping one does not wait for it."""
    convert("发展", Variant.ZH_TW, source=Variant.ZH_CN)


def propose(
    room: Room,
    name: str,
    profile: str = "",
    decisions: Sequence[Settled] = (),
    always: Sequence[tuple[str, str]] = (),
) -> Proposal:
    """An article as it would be in another variant, with everything that a person must look at."""
    return deciding.propose(room.desk, name, profile, decisions, always)


def accept(
    room: Room,
    proposal: tuple[str, str, str],
    decisions: Sequence[Settled],
    always: Sequence[tuple[str, str]] = (),
    person: str = "",
) -> Accepted:
    """Keep the variant as a draft that knows its source and what was decided."""
    return deciding.accept(room.desk, proposal, decisions, always, person)


def versions(room: Room, article: str) -> tuple[Row, ...]:
    """The language versions of an article, and which of them are behind their source."""
    return deciding.versions(room.desk, article)
