"""What a window asks of the desk: lists, articles to write on, saving, ways and judgments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.article import Article, Variant, slip_from_plain
from editor.errors import EditorError
from editor.markup.reader import read
from editor.operations import (
    autosaving,
    before,
    browsing,
    comparing,
    history,
    holding,
    keeping,
    keeping_up,
    numbering,
    placing,
    proofing,
    reviewing,
    standing,
    tallying,
)
from editor.operations.importing import import_page
from editor.operations.people import admit, colleagues
from editor.records.desk import CorrectionBegun, DoneHere, FileDone, People

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from editor.changes import Changes
    from editor.findings import Finding
    from editor.operations.correcting import Begun
    from editor.operations.importing import Imported
    from editor.operations.reviewing import Done
    from editor.records.articles import Kept, Loaded, Moved, Row, Stored, Tally, Version, View, Writing
    from editor.records.review import Before, Comparison, Dossier, PendingChanges
    from editor.service.room import Room

MAX_PAGE = 50_000_000


def people(room: Room) -> People:
    """Who can act here, and where articles stand."""
    desk = room.desk
    with desk.reading() as session:
        newsroom = session.newsroom
    columns, searches = browsing.columns(desk), keeping.searches(desk)
    newer = desk.library.read_only
    return People(newsroom, colleagues(desk), columns, searches, f"error.{newer}" if newer else "")


def admitted(room: Room, name: str, levels: Sequence[str], person: str | None = None) -> People:
    """Admit somebody; the first founds the newsroom."""
    admit(room.desk, name, levels, person=person)
    return people(room)


def rows(room: Room, wanted: Sequence[int]) -> tuple[Row, ...]:
    """Rows of a list by their numbers."""
    return browsing.rows(room.desk, wanted)


def listing(room: Room, view: View, order: str = "updated") -> tuple[tuple[int, ...], tuple[Row, ...]]:
    """Numbers of all rows of a view, and the first rows."""
    numbers = browsing.ids(room.desk, view, order, canceled=room.canceled)
    return numbers, browsing.rows(room.desk, numbers[:60])


def listed(room: Room, view: View, order: str = "updated") -> tuple[Row, ...]:
    """All rows of a view, at most a thousand: to be worked through."""
    return browsing.rows(room.desk, browsing.ids(room.desk, view, order, canceled=room.canceled)[:1000])


def rows_of(room: Room, article: str) -> tuple[Row, ...]:
    """Rows of one article."""
    return browsing.rows_of(room.desk, article)


def note_tallies(room: Room, tallies: Sequence[Tally]) -> None:
    """Keep how many findings articles have, for their rows."""
    tallying.note(room.desk, tallies)


def counts(room: Room, person: str = "") -> dict[View, int]:
    """How many articles every view has."""
    return browsing.counts(room.desk, person)


def load(room: Room, name: str) -> Loaded:
    """An article to be laid on the desk; it is not unread any more."""
    loaded = autosaving.load(room.desk, name)
    browsing.opened(room.desk, loaded.article)
    return loaded


def keep(room: Room, writing: Writing, why: str = "", *, unlock: bool = False) -> Stored:
    """Save what somebody wrote; the same twice is once."""
    return autosaving.keep_draft(room.desk, writing, why, unlock=unlock)


def dossier(room: Room, name: str, person: str) -> Dossier:
    """All that the review pane shows of one article for one person."""
    return standing.dossier(room.desk, name, person)


def compared(room: Room, name: str, person: str) -> tuple[Before, Comparison | None]:
    """What stands there now beside what the level before saw."""
    return before.compared_with_before(room.desk, name, person)


def against(room: Room, name: str, revision: str) -> tuple[int, str, Comparison]:
    """Number and text of a revision, and what differs between it and what stands there now."""
    return before.version_with_text(room.desk, name, revision)


def owed(room: Room, name: str) -> tuple[str, Comparison] | None:
    """The text before the changes that want a 核红, and the places; None when none do."""
    return before.owed_with_text(room.desk, name)


def pending(room: Room, name: str, person: str) -> PendingChanges:
    """What passing the article now would record of its draft."""
    return before.pending_changes(room.desk, name, person)


def place(room: Room, wanted: Sequence[str], where: str) -> Moved:
    """Put articles on the desk (""), into the ``archive`` or the ``trash``."""
    return placing.place(room.desk, wanted, where)


def delete_drafts(room: Room, wanted: Sequence[str]) -> Moved:
    """Delete for good what never became a revision."""
    return placing.delete_drafts(room.desk, wanted)


def versions(room: Room, name: str) -> tuple[Kept, ...]:
    """What the local history has of an article, newest first."""
    return history.versions(room.desk, name)


def version(room: Room, name: str, number: int) -> tuple[Version, Comparison]:
    """A version of the history, and what differs between it and what stands there now."""
    kept = history.version(room.desk, number)
    now = autosaving.load(room.desk, name)
    return kept, comparing.compare(_article(kept.slip, kept.text, now), _article(now.slip, now.text, now))


def _article(slip: Mapping[str, Any], text: str, of: Loaded) -> Article:
    return Article(of.article, Variant(of.variant), slip_from_plain(slip), read(text))


def rules(room: Room) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of all rules of the checks, and of those that are on in this newsroom."""
    return tuple(proofing.every_rule()), tuple(sorted(proofing.enabled_rules(room.desk)))


def choose_rules(room: Room, rules: Sequence[str]) -> None:
    """These rules are on from now on."""
    proofing.choose_rules(room.desk, rules)


def numbered(room: Room, number: str) -> tuple[Row, ...]:
    """Rows of the article with a number, or with a number that ends so.

    Raises:
        EditorError: There is none, or several.
    """
    return browsing.rows_of(room.desk, numbering.found(room.desk, number))


def save_search(room: Room, name: str, query: str) -> People:
    """Save a search under a name."""
    keeping.save_search(room.desk, name, query)
    return people(room)


def drop_search(room: Room, name: str) -> People:
    """Forget a saved search."""
    keeping.drop_search(room.desk, name)
    return people(room)


def catch_up(room: Room) -> int:
    """Read some articles into the index of the search; how many are still behind."""
    return keeping_up.catch_up(room.desk, 50, room.canceled)


_WAYS: dict[str, Callable[..., Done]] = {
    "submit": reviewing.submit,
    "countercheck": reviewing.countercheck,
    "take": holding.take,
    "recall": holding.recall,
}
_WITH_REASON: dict[str, Callable[..., Done]] = {
    "hold": holding.hold,
    "refuse": holding.refuse,
    "reopen": holding.reopen,
    "comment": holding.comment,
}


def act(
    room: Room, name: str, what: str, person: str | None = None, *, level: int = 0, why: str = "", to: str = ""
) -> DoneHere:
    """Do something with an article: submit, sign, return, countercheck, hold, refuse, reopen, recall, take, comment.

    Raises:
        EditorError: A rule stands against it.
    """
    if what == "sign":
        done = reviewing.sign(room.desk, name, level, person)
    elif what == "return":
        done = reviewing.give_back(room.desk, name, why, person, to or "author")
    elif what in _WITH_REASON:
        done = _WITH_REASON[what](room.desk, name, why, person)
    elif what in _WAYS:
        done = _WAYS[what](room.desk, name, person)
    else:
        raise EditorError.usage("wrong_usage", detail=what)
    return DoneHere(done.name, done.number, done.actor, done.state, done.kind, tuple(_touched(done.changes)))


def remark(room: Room, name: str, text: str, person: str, quote: tuple[int, int, int, str]) -> DoneHere:
    """Remark on words of an article: their block, first and last code point in the text as it is written now.

    What was handed in may stand elsewhere by now: then the words themselves tell where.

    Raises:
        EditorError: The words were not handed in, or stand there more than once.
    """
    try:
        done = holding.comment(room.desk, name, text, person, holding.Quote(*quote))
    except EditorError as error:
        if error.code != "quote_not_there":
            raise
        done = holding.comment(room.desk, name, text, person, quote[3])
    return DoneHere(done.name, done.number, done.actor, done.state, done.kind, tuple(_touched(done.changes)))


def withdraw(
    room: Room, name: str, person: str | None = None, *, notice: bool = False, why: str = "", order: str = ""
) -> list[DoneHere]:
    """撤稿, from the local targets at once."""
    from editor.operations.delivering import clear
    from editor.operations.outbox.looking import note_cleared

    done = reviewing.withdraw(room.desk, name, notice=notice, why=why, order=order, person=person)
    cleared = [address for address, error in clear(room.desk, done) if error is None]
    note_cleared(room.desk, [one.name for one in done], cleared, person)
    return [DoneHere(d.name, d.number, d.actor, d.state, d.kind, tuple(_touched(d.changes))) for d in done]


def correct(
    room: Room, name: str, form: str = "", person: str | None = None, *, what: str = "", why: str = ""
) -> CorrectionBegun:
    """更正: begun as a draft, or decided at once for a text under review."""
    from editor.operations import correcting

    done = correcting.correct(room.desk, name, form, what=what, why=why, person=person)
    return _correction(done)


def undo_correction(room: Room, name: str, person: str | None = None) -> CorrectionBegun:
    """Take back a correction that was not submitted."""
    from editor.operations import correcting

    return _correction(correcting.undo(room.desk, name, person))


def _correction(done: Begun) -> CorrectionBegun:
    told = (done.name, done.number, done.form, done.count, done.notice, done.notice_number)
    return CorrectionBegun(*told, decided=done.decided, articles=tuple(_touched(done.changes)))


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


def ignore(room: Room, article: str, findings: Sequence[tuple[Finding, str]], how: str) -> None:
    """Do not show findings again: ``here``, in this ``article``, in this ``newsroom``."""
    proofing.leave(room.desk, article, findings, how)
