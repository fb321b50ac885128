"""What a window asks of the desk: lists, articles to write on, saving, ways and judgments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.article import slip_to_plain
from editor.errors import EditorError
from editor.operations import articles, browsing, holding, reviewing
from editor.operations.importing import import_page
from editor.operations.people import admit
from editor.service.desk_records import DoneHere, FileDone, Opened, People, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.changes import Changes
    from editor.operations.articles import Sheet
    from editor.operations.importing import Imported
    from editor.operations.reviewing import Done
    from editor.service.records import Row, View
    from editor.service.room import Room

MAX_PAGE = 50_000_000


def people(room: Room) -> People:
    """Who can act here."""
    with room.desk.reading() as session:
        keys = room.desk.keys.identities(session.newsroom)
        here = [
            Person(member.person, member.name, tuple(member.levels), _columns(member.columns))
            for identity in keys
            if (member := session.people.get(identity.person)) is not None and member.active
        ]
        newer = room.desk.library.read_only
        return People(session.newsroom, tuple(here), f"error.{newer}" if newer else "")


def _columns(columns: object) -> tuple[str, ...] | None:
    return tuple(columns) if isinstance(columns, (list, tuple, frozenset)) else None


def found(room: Room, name: str, levels: Sequence[str]) -> People:
    """Admit somebody; the first founds the newsroom."""
    admit(room.desk, name, levels)
    return people(room)


def rows(room: Room, wanted: Sequence[int]) -> tuple[Row, ...]:
    """Rows of a list by their numbers."""
    return browsing.rows(room.desk, wanted)


def listing(room: Room, view: View, order: str = "updated") -> tuple[tuple[int, ...], tuple[Row, ...]]:
    """Numbers of all rows of a view, and the first rows."""
    numbers = browsing.ids(room.desk, view, order, canceled=room.canceled)
    return numbers, browsing.rows(room.desk, numbers[:60])


def rows_of(room: Room, article: str) -> tuple[Row, ...]:
    """Rows of one article."""
    return browsing.rows_of(room.desk, article)


def counts(room: Room, person: str = "") -> dict[View, int]:
    """How many articles every view has."""
    return browsing.counts(room.desk, person)


def open_article(room: Room, name: str, *, mark: bool = True) -> Opened:
    """An article to be laid on the desk; ``mark`` remembers that it was opened."""
    with room.desk.reading() as session:
        sheet = articles.find(session, name)
        there = articles.of_article(session, sheet.article)
        opened = _opened(sheet, tuple(str(variant) for variant in there))
    if mark:
        browsing.opened(room.desk, opened.article)
    return opened


def _opened(sheet: Sheet, variants: tuple[str, ...]) -> Opened:
    content = sheet.content
    current = sheet.standing.current
    origin = content.slip.origin
    return Opened(
        name=sheet.name,
        article=sheet.article,
        variant=str(sheet.variant),
        number=content.slip.number,
        slip=slip_to_plain(content.slip),
        text=content.text,
        saved_at=sheet.draft.saved_at if sheet.draft is not None else "",
        state=str(sheet.state),
        locked=origin is not None and origin.locked,
        variants=variants,
        derived=str(sheet.own) if sheet.variant != sheet.own else "",
        round_of=current.submit.id if current is not None and current.returned_by is None else "",
    )


_WAYS: dict[str, Callable[..., Done]] = {
    "submit": reviewing.submit,
    "countercheck": reviewing.countercheck,
    "take": holding.take,
    "recall": holding.recall,
}
_WITH_REASON: dict[str, Callable[..., Done]] = {
    "return": reviewing.give_back,
    "hold": holding.hold,
    "refuse": holding.refuse,
    "reopen": holding.reopen,
    "comment": holding.comment,
}


def act(room: Room, name: str, what: str, person: str | None = None, *, level: int = 0, why: str = "") -> DoneHere:
    """Do something with an article: submit, sign, return, countercheck, hold, refuse, reopen, recall, take, comment.

    Raises:
        EditorError: A rule stands against it.
    """
    if what == "sign":
        done = reviewing.sign(room.desk, name, level, person)
    elif what in _WITH_REASON:
        done = _WITH_REASON[what](room.desk, name, why, person)
    elif what in _WAYS:
        done = _WAYS[what](room.desk, name, person)
    else:
        raise EditorError.usage("wrong_usage", detail=what)
    return DoneHere(done.name, done.number, done.actor, done.state, done.kind, tuple(_touched(done.changes)))


def withdraw(
    room: Room, name: str, person: str | None = None, *, notice: bool = False, why: str = ""
) -> list[DoneHere]:
    """撤稿, from the local targets at once."""
    from editor.operations.delivering import clear  # noqa: PLC0415

    done = reviewing.withdraw(room.desk, name, notice=notice, why=why, person=person)
    clear(room.desk, done)
    return [DoneHere(d.name, d.number, d.actor, d.state, d.kind, tuple(_touched(d.changes))) for d in done]


def _touched(changes: Changes) -> frozenset[str]:
    return changes.articles | changes.drafts


def take_in(room: Room, files: Sequence[str]) -> list[FileDone]:
    """Take files in, one after the other; a bad one does not stop the others."""
    done: list[FileDone] = []
    for number, file in enumerate(files):
        room.progress(number, len(files))
        done.append(_take_in(room, file))
    return done


def _take_in(room: Room, file: str) -> FileDone:
    try:
        path = Path(file)
        if path.is_dir():
            raise EditorError.unreadable("input_is_folder", file=file)
        with path.open("rb") as opened:
            data = opened.read(MAX_PAGE + 1)
        if len(data) > MAX_PAGE:
            raise EditorError.unreadable("input_too_large", megabytes=MAX_PAGE // 1_000_000)
        return _came_in(file, import_page(room.desk, data, file))
    except FileNotFoundError:
        return FileDone(file, "", "", "", "no_such_file", {"file": file})
    except OSError:
        return FileDone(file, "", "", "", "input_unreadable", {"file": file})
    except EditorError as error:
        details = {"file": file, **{key: str(value) for key, value in error.details.items()}}
        return FileDone(file, "", "", "", error.code, details)


def _came_in(file: str, done: Imported) -> FileDone:
    applied = sum(repair.applied for repair in done.intake.repairs)
    losses = tuple((loss.what, loss.count, loss.text) for loss in done.intake.report)
    slip = done.content.slip
    offered = len(done.intake.repairs) - applied
    return FileDone(file, done.name, slip.number, slip.headline, "", {}, applied, offered, losses)
