"""Ways beside passing and returning: 认领, 撤回, 待用, 不采用, 重新启用, 批注.

Each is a signed entry, refused before it is written when something stands against it (see `objections`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.markup.blocks import block_text
from editor.operations import articles, objections
from editor.operations.acting import actor
from editor.operations.content import from_revision
from editor.operations.reviewing import Done, finished
from editor.workflow.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk
    from editor.workflow.entry import Entry

_MAX_REMARK = 20_000


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text that a remark is about: code points ``start`` to ``end`` of a block of the revision."""

    block: int
    start: int
    end: int
    text: str


def take(desk: Desk, name: str, person: str | None = None) -> Done:
    """认领: somebody takes the article to review it; from now on it cannot be recalled. Another may take it over.

    Raises:
        EditorError: No round is open, or this person could not pass the text.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        current = objections.open_round(sheet)
        level, tip = current.next_level, current.tip
        if level is None or tip is None:
            raise EditorError.refused("round_complete", id=sheet.name)
        identity = actor(session, person, lambda who: objections.take(session, sheet, who.person))
        content = {"target": tip.id, "submit": current.submit.id, "level": level}
        entry = session.compose(identity.person, Kind.TAKE, sheet.article, sheet.variant, content, sheet.case)
        session.write(identity, entry)
        return finished(session, sheet, identity, entry, tip.id, "")


def recall(desk: Desk, name: str, person: str | None = None) -> Done:
    """撤回: whoever submitted it takes it back, until somebody took or passed it.

    Raises:
        EditorError: No round is open, it is under review already, or somebody else submitted it.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        current = objections.open_round(sheet)
        identity = actor(session, person, lambda who: objections.recall(session, sheet, who.person))
        content = {"target": current.submit.target, "submit": current.submit.id}
        entry = session.compose(identity.person, Kind.RECALL, sheet.article, sheet.variant, content, sheet.case)
        session.write(identity, entry)
        return finished(session, sheet, identity, entry, current.submit.target, "")


def hold(desk: Desk, name: str, why: str = "", person: str | None = None) -> Done:
    """待用: the article waits; what was passed stays passed, and nothing of it goes out before it is reopened.

    Raises:
        EditorError: It is not under review or passed, or the level is missing.
    """
    return _keep_back(desk, name, Kind.HOLD, why, person)


def refuse(desk: Desk, name: str, why: str, person: str | None = None) -> Done:
    """不采用: the newsroom does not want it; with a reason.

    Raises:
        EditorError: It is not under review or passed, no reason was given, or the level is missing.
    """
    if not why.strip():
        raise EditorError.usage("reason_missing")
    return _keep_back(desk, name, Kind.REFUSE, why, person)


def _keep_back(desk: Desk, name: str, kind: Kind, why: str, person: str | None) -> Done:
    with desk.writing() as session:
        sheet = articles.find(session, name)
        current = objections.open_round(sheet)
        tip = current.tip
        if tip is None:
            raise EditorError.refused("not_submitted", id=sheet.name)
        identity = actor(session, person, lambda who: objections.keep_back(session, sheet, who.person))
        content = {
            "target": tip.id,
            "submit": current.submit.id,
            "level": objections.level_due(current),
            "why": why,
        }
        entry = session.compose(identity.person, kind, sheet.article, sheet.variant, content, sheet.case)
        session.write(identity, entry)
        return finished(session, sheet, identity, entry, tip.id, "")


def reopen(desk: Desk, name: str, why: str = "", person: str | None = None) -> Done:
    """重新启用: what was kept back goes on where it stood.

    Raises:
        EditorError: It is not kept back, or the level is missing.
    """
    with desk.writing() as session:
        sheet = articles.find(session, name)
        holding = sheet.standing.holding
        if holding is None:
            raise EditorError.refused("not_kept_back", id=sheet.name, name="")
        identity = actor(session, person, lambda who: objections.reopen(session, sheet, who.person))
        entry = None
        while holding is not None:  # two people may have kept it back unseen by each other
            content = {"target": holding.id, "why": why}
            entry = session.compose(identity.person, Kind.REOPEN, sheet.article, sheet.variant, content, sheet.case)
            entry = session.write(identity, entry)
            sheet = articles.of_article(session, sheet.article)[sheet.variant]
            last, holding = holding, sheet.standing.holding
            if holding is not None and holding.id == last.id:
                break
        if entry is None:
            raise EditorError.refused("not_kept_back", id=sheet.name, name="")
        revision = sheet.revision
        return finished(session, sheet, identity, entry, revision.id if revision is not None else "", "")


def comment(desk: Desk, name: str, text: str, person: str | None = None, quote: Quote | str | None = None) -> Done:
    """批注: a remark on the text that was handed in, for everybody who reads it.

    Args:
        desk: Where.
        name: Which article or variant.
        text: The remark.
        person: Who remarks.
        quote: The words that it is about: their place, or the words themselves where they stand once; None = the
            article as a whole.

    Raises:
        EditorError: Nothing was said, nothing was handed in yet, or the quoted words do not stand there (once).
    """
    if not text.strip() or len(text) > _MAX_REMARK:
        raise EditorError.usage("remark_unusable", most=_MAX_REMARK)
    with desk.writing() as session:
        sheet = articles.find(session, name)
        identity = actor(session, person, lambda who: objections.comment(session, sheet, who.person))
        revision = sheet.revision
        if revision is None:
            raise EditorError.refused("nothing_to_comment", id=sheet.name, name=identity.name)
        content: dict[str, object] = {"target": revision.id, "text": text}
        found = _found(sheet, revision, quote)
        if found is not None:
            content["quote"] = {"block": found.block, "start": found.start, "end": found.end, "text": found.text}
        entry = session.compose(identity.person, Kind.COMMENT, sheet.article, sheet.variant, content)
        session.write(identity, entry)
        return finished(session, sheet, identity, entry, revision.id, "")


def _found(sheet: Sheet, revision: Entry, quote: Quote | str | None) -> Quote | None:
    """The quoted words where they stand in the revision."""
    if not quote:
        return None
    texts = [block_text(block) for block in from_revision(revision).article(sheet.article).blocks]
    if isinstance(quote, Quote):
        there = texts[quote.block][quote.start : quote.end] if 0 <= quote.block < len(texts) else ""
        if there != quote.text or not there:
            raise EditorError.usage("quote_not_there", quote=quote.text, id=sheet.name)
        return quote
    places = list(_places(texts, quote))
    if not places:
        raise EditorError.usage("quote_not_there", quote=quote, id=sheet.name)
    if len(places) > 1:
        raise EditorError.usage("quote_twice", quote=quote, id=sheet.name, count=len(places))
    return places[0]


def _places(texts: list[str], words: str) -> Iterator[Quote]:
    for block, text in enumerate(texts):
        start = text.find(words)
        while start >= 0:
            yield Quote(block, start, start + len(words), words)
            start = text.find(words, start + 1)
