"""What a reviewer compares with: what the level before saw, what is owed a 核红, what passing would record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.markup.blocks import block_text
from editor.operations import articles, chronicle, objections
from editor.operations.comparing import compare
from editor.operations.content import from_draft, from_revision
from editor.records.review import Before, Comparison, PendingChanges, Remark
from editor.workflow.entry import Kind
from editor.workflow.history import derived_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.article import Article
    from editor.operations.articles import Sheet
    from editor.operations.desk import Desk, Session
    from editor.workflow.entry import Entry
    from editor.workflow.rules import Round

_JUDGED = (Kind.SIGN, Kind.RETURN, Kind.HOLD, Kind.REFUSE)


def compared_with_before(desk: Desk, name: str, person: str = "") -> tuple[Before, Comparison | None]:
    """What stands there now beside what a reviewer, or who writes on after a return, compares it with.

    At the first level there is nothing before (read all of it); after a return it is what this person (else somebody at
    this level) saw in an earlier round; at a higher level what the level before passed.

    Args:
        desk: Where.
        name: Which article or variant.
        person: Who reads: a name or the id of a member, "" for whoever is due.

    Returns:
        What is compared with, and what differs, None where there is nothing to compare with.

    Raises:
        EditorError: There is no such article.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        why, entry = _before(sheet, _person(session, person))
        told = _told(session, sheet, why, entry)
        if entry is None or entry.variant != sheet.variant:
            return told, None
        return told, compare(_article(sheet, entry), sheet.content.article(sheet.article))


def compared(desk: Desk, name: str, revision: str, other: str = "") -> Comparison:
    """Two revisions of an article beside each other; without the second, the first and what stands there now.

    Raises:
        EditorError: One of them is not here.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        old, new = (sheet.case.history.revision(identifier) for identifier in (revision, other))
        if old is None or (other and new is None):
            raise EditorError.unreadable("revision_unknown", id=sheet.name, revision=other if old else revision)
        now = _article(sheet, new) if new is not None else sheet.content.article(sheet.article)
        return compare(_article(sheet, old), now)


def version_with_text(desk: Desk, name: str, revision: str) -> tuple[int, str, Comparison]:
    """A revision of an article beside what stands there now.

    Returns:
        Its number as people call it (第N版), its newsroom Markdown, and what differs.

    Raises:
        EditorError: It is not here.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        old = sheet.case.history.revision(revision)
        if old is None:
            raise EditorError.unreadable("revision_unknown", id=sheet.name, revision=revision)
        versions = chronicle.versions_of(session, sheet)
        number = next((version.number for version in versions if version.revision == revision), 0)
        found = compare(_article(sheet, old), sheet.content.article(sheet.article))
        return number, from_revision(old).text, found


def _person(session: Session, person: str) -> str:
    """Id of whom a name or an id means, "" for nobody known."""
    if person in session.people:
        return person
    found = [m.person for m in session.people.values() if m.name == person and m.active]
    return found[0] if len(found) == 1 else ""


def _article(sheet: Sheet, revision: Entry) -> Article:
    return from_revision(revision).article(sheet.article)


def _told(session: Session, sheet: Sheet, why: str, entry: Entry | None) -> Before:
    if entry is None:
        return Before(why)
    version = next((v for v in chronicle.versions_of(session, sheet) if v.revision == entry.id), None)
    return Before(why, version, from_revision(entry).text)


def _before(sheet: Sheet, person: str) -> tuple[str, Entry | None]:
    current = sheet.standing.current
    history = sheet.case.history
    if current is None:
        return _source(sheet)
    if current.returned_by is not None:
        return "returned", history.revision(current.returned_by.target)
    level = current.next_level
    if level is None:
        return "passed", history.revision(current.completing[-1].target) if current.completing else None
    read = _read_before(sheet, current, person, level)
    if read is not None:
        return "read", read
    if current.signs:
        return "passed", current.tip
    return _source(sheet)


def _source(sheet: Sheet) -> tuple[str, Entry | None]:
    """A variant that was converted shows its source; what was written here is read whole."""
    revision = sheet.revision
    source = sheet.case.history.revision(derived_from(revision)) if revision is not None else None
    return ("source", source) if source is not None else ("nothing", None)


def _read_before(sheet: Sheet, current: Round, person: str, level: int) -> Entry | None:
    """The newest revision that a person judged before this round, else the newest that was judged at a level."""
    history = sheet.case.history
    earlier = [
        entry
        for entry in chronicle.in_order(sheet)
        if entry.kind in _JUDGED and entry.submit != current.submit.id and entry.id in history.past(current.submit.id)
    ]
    own = [entry for entry in earlier if entry.author == person]
    at_level = [entry for entry in earlier if entry.level == level and sheet.case.stands(entry, level, current.column)]
    for entry in [*reversed(own), *reversed(at_level)]:
        if (revision := history.revision(entry.target)) is not None:
            return revision
    return None


def owed(desk: Desk, name: str) -> Comparison | None:
    """The places that want a 核红 in the text that was passed; None when none do.

    Compared is the text before the first of the changes that nobody else has seen, so that no place is left out.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        pair = _owed(sheet)
        return compare(_article(sheet, pair[0]), _article(sheet, pair[1])) if pair is not None else None


def owed_with_text(desk: Desk, name: str) -> tuple[str, Comparison] | None:
    """The same with the newsroom Markdown of the text before those changes."""
    with desk.reading() as session:
        sheet = articles.find(session, name)
        pair = _owed(sheet)
        if pair is None:
            return None
        return from_revision(pair[0]).text, compare(_article(sheet, pair[0]), _article(sheet, pair[1]))


def _owed(sheet: Sheet) -> tuple[Entry, Entry] | None:
    """The text before the first change that nobody else has seen, and the text that was passed."""
    current = sheet.standing.current
    tip = current.tip if current is not None and current.returned_by is None else None
    changes = current.owed(tip.id) if current is not None and tip is not None else []
    if tip is None or not changes:
        return None
    history = sheet.case.history
    first = min(changes, key=lambda entry: (len(history.ancestry(entry.id)), entry.id))
    before = history.revision(first.parents[0])
    return (before, tip) if before is not None else None


def pending_changes(desk: Desk, name: str, person: str = "") -> PendingChanges:
    """What passing (or submitting) now would record of the draft that is open: 通过后记为审改 N 处.

    Args:
        desk: Where.
        name: Which article or variant.
        person: Whose draft, "" for whoever's there is; somebody else's is never passed with one's own sign.

    Raises:
        EditorError: There is no such article.
    """
    with desk.reading() as session:
        sheet = articles.find(session, name)
        draft, revision = sheet.draft, sheet.revision
        wanted = _person(session, person)
        if draft is None or revision is None or (wanted and draft.author != wanted):
            return PendingChanges("")
        current = sheet.standing.current
        reviewing = current is not None and not objections.no_open_round(sheet)
        tip = current.tip if current is not None and reviewing else None
        base = tip or revision
        content = from_draft(sheet.variant, draft.text)
        found = compare(_article(sheet, base), content.article(sheet.article))
        if found.scope == "same":
            return PendingChanges("")
        kind, over, limit, share = "written", False, 0, 0.0
        if current is not None and tip is not None and current.next_level is not None:
            level = current.next_level
            if not objections.lacks_level(session, draft.author, level, current.column):
                kind = "reviewed"
                over = objections.sign(session, sheet, draft.author, level) == "rewrite"
                limit = current.setting.share if current.setting is not None else 0
                share = _share(session, sheet, current, tip)
        author = session.people.get(draft.author)
        return PendingChanges(
            kind,
            max(len(found.places), 1),
            found.added,
            found.removed,
            round(share * 100, 1),
            limit,
            over,
            author.name if author is not None else "",
        )


def _share(session: Session, sheet: Sheet, current: Round, tip: Entry) -> float:
    """Changed characters against the text that the level before passed, as rule 3 measures them."""
    if sheet.draft is None or current.next_level is None:
        return 0.0
    entries = objections.sign_entries(session, sheet, current, sheet.draft.author, current.next_level)
    return sheet.case.evidence.share(tip, entries[0]) if len(entries) > 1 else 0.0


def remarks(desk: Desk, name: str) -> tuple[Remark, ...]:
    """The remarks (批注) on an article, oldest first, with the place where their words stand in today's text."""
    with desk.reading() as session:
        sheet = articles.find(session, name)
        blocks = [block_text(block) for block in sheet.content.article(sheet.article).blocks]
        return tuple(_remark(session, sheet, entry, blocks) for entry in chronicle.in_order(sheet) if _is_remark(entry))


def _is_remark(entry: Entry) -> bool:
    return entry.kind == Kind.COMMENT and isinstance(entry.content.get("text"), str)


def _remark(session: Session, sheet: Sheet, entry: Entry, blocks: list[str]) -> Remark:
    quote = entry.content.get("quote")
    plain = quote if isinstance(quote, dict) else {}
    words, block, start = (plain.get(key) for key in ("text", "block", "start"))
    place = None
    if isinstance(words, str) and words and type(block) is int and type(start) is int:
        place = _nearest(blocks, words, block, start)
    return Remark(
        entry=entry.id,
        person=entry.author,
        name=chronicle.name_of(session, sheet, entry),
        at=entry.at,
        text=str(entry.content["text"]),
        version=chronicle.version_number(sheet, entry.target),
        quote=words if isinstance(words, str) else "",
        block=place[0] if place is not None else None,
        start=place[1] if place is not None else 0,
        end=place[1] + len(str(words)) if place is not None else 0,
    )


def _nearest(blocks: list[str], words: str, block: int, start: int) -> tuple[int, int] | None:
    """Where some words stand closest to where they stood: block first, then character."""

    def places(text: str) -> Iterable[int]:
        place = text.find(words)
        while place >= 0:
            yield place
            place = text.find(words, place + 1)

    found = [(index, place) for index, text in enumerate(blocks) for place in places(text)]
    return min(found, key=lambda item: (abs(item[0] - block), abs(item[1] - start)), default=None)
