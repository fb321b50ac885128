"""What a place would not keep of an article, or keeps otherwise, in words: fields, pictures, characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from editor.commands.called import picture_named
from resources import found

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.commands.console import Console
    from editor.operations.desk import Desk
    from editor.operations.outbox.telling import Line
    from editor.records.outbox import LineShown

_HELD = "held"
_OURS = "gaotai_"  # before the fields of our plug-in


class Lost(NamedTuple):
    """Why a piece of work is held, thing by thing.

    Attributes:
        losses: What would be lost: code, field ("" = all of it), detail as it is told.
        differs: What stands there otherwise than it was sent: field, sent, there.
    """

    losses: tuple[tuple[str, str, str], ...] = ()
    differs: tuple[tuple[str, str, str], ...] = ()


def lost_of(place: Desk, console: Console, lines: Iterable[Line | LineShown]) -> dict[str, Lost]:
    """Key of a piece of work → what is lost; of those that are held for it."""
    from editor.store import outbox

    held = [line for line in lines if line.state == _HELD]
    with place.reading() as session:
        jobs = {line.key: outbox.job(session.connection, session.newsroom, line.key) for line in held}
    told: dict[str, Lost] = {}
    for line in held:
        job = jobs[line.key]
        reason: Mapping[str, Any] = job.reason if job is not None else {}
        losses = [[str(part) for part in each[:3]] for each in reason.get("losses", ())]
        named = tuple(
            (code, field, picture_named(place, console, line.id, code, detail)) for code, field, detail in losses
        )
        differs = tuple((str(field), str(sent), str(there)) for field, sent, there in reason.get("differences", ()))
        if named or differs:
            told[line.key] = Lost(named, differs)
    return told


def tell_lost(console: Console, lost: Lost) -> None:
    """A line for each thing, under the line of the article."""
    for code, field, detail in lost.losses:
        what = _sentence(console, code, detail)
        if field:
            console.print(console.sentence("outbox.lost_in", field=field_word(console, field), what=what))
        else:
            console.print(console.sentence("outbox.lost", what=what))
    for field, sent, there in lost.differs:
        console.print(console.sentence("outbox.differs", field=field_word(console, field), sent=sent, there=there))


def lost_record(console: Console, lost: Lost) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "losses": [
            {"code": code, "field": field or None, "detail": detail, "message": _sentence(console, code, detail)}
            for code, field, detail in lost.losses
        ],
        "differences": [{"field": field, "sent": sent, "there": there} for field, sent, there in lost.differs],
    }


def _sentence(console: Console, code: str, detail: str) -> str:
    key = f"loss.{code}"
    return console.sentence(key, detail=detail) if found(key) is not None else f"{code}: {detail}"


def field_word(console: Console, name: str) -> str:
    """What a field of a publishing system is called; one that is not known is called by its own name."""
    key = f"field.{name.removeprefix(_OURS)}"
    return console.sentence(key) if found(key) is not None else name
