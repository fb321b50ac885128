"""What a list shows and a search finds of an article: made from its entries and drafts, at any time again."""

from __future__ import annotations

import hashlib
import re
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from editor.article import slip_to_plain
from editor.errors import EditorError
from editor.markup.blocks import Heading, Image, Paragraph, block_text
from editor.markup.reader import read
from editor.operations.content import from_revision
from editor.operations.redoing import print_from, print_of
from editor.store import indexing, listing
from editor.store.dates import moment
from editor.workflow.history import derived_from

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.article import Slip, Variant
    from editor.markup.blocks import Block
    from editor.operations.articles import Sheet
    from editor.operations.content import Content
    from editor.operations.desk import Session

SUMMARY = 120
_BEING_WRITTEN = ("draft", "returned")
_LATIN = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+(?:[.,'’-][0-9A-Za-z\u00c0-\u024f]+)*")
_BLANKS = re.compile(r"\s+")


def refresh(session: Session, article: str, sheets: Mapping[Variant, Sheet], *, guarded: bool = True) -> None:
    """Make the rows and the index of an article anew; what this computer says of it (place, opened) stays.

    ``guarded``: a damaged index is given up and does not hinder what is written with it. Where many articles are
    brought up in one unit of work that would write each of them into the index for itself, at three times the cost.
    """
    connection, raw = session.connection, session.desk.library.raw
    contents = {variant: content for variant, sheet in sheets.items() if (content := _readable(sheet)) is not None}
    for variant, content in contents.items():
        sheet = sheets[variant]
        blocks = read(content.text)
        derived = _derived(sheet, content, sheets[sheet.own], contents.get(sheet.own))
        row = listing.put(connection, _row(session, sheet, content, blocks, derived))
        source = source_of(sheet)
        if indexing.source_of(raw, row) != source:
            with indexing.beside(raw) if guarded else nullcontext():
                indexing.put(raw, _searchable(row, source, sheet, content, blocks))
    drop_rows(session, article, [str(variant) for variant in sheets])
    raw.execute("DELETE FROM stale WHERE newsroom = ? AND article = ?", (session.newsroom, article))


def _readable(sheet: Sheet) -> Content | None:
    """What a variant says; a damaged draft keeps the row that it has and hinders no other variant."""
    try:
        return sheet.content
    except EditorError as error:
        if error.code != "draft_damaged":
            raise
        return None


def drop_rows(session: Session, article: str, left: list[str]) -> None:
    """Remove the rows of an article but for those of the variants left, from the list and the index."""
    raw = session.desk.library.raw
    for gone in listing.drop_others(session.connection, session.newsroom, article, left):
        with indexing.beside(raw):
            indexing.drop(raw, gone)


def _row(session: Session, sheet: Sheet, content: Content, blocks: Sequence[Block], derived: str) -> listing.ListRow:
    slip = content.slip
    state = str(sheet.state)
    dated = [entry.at for entry in sheet.case.history.entries.values() if entry.variant == sheet.variant]
    if sheet.draft is not None:
        dated.append(sheet.draft.saved_at)
    current = sheet.standing.current
    returned = current.returned_by if current is not None and state == "returned" else None
    return listing.ListRow(
        newsroom=session.newsroom,
        article=sheet.article,
        variant=sheet.variant,
        own=sheet.variant == sheet.own,
        number=slip.number,
        headline=slip.headline,
        column=slip.column,
        authors=tuple(slip_to_plain(slip).get("byline", [])),
        state=state,
        revision=sheet.revision.id if sheet.revision is not None else "",
        updated_at=max(dated, key=lambda at: (moment(at) or 0, at)),
        summary=_summary(slip, blocks),
        origin=str(slip.origin or ""),
        deadline=slip.deadline,
        publish_at=slip.publish_at,
        images=sum(isinstance(block, Image) for block in blocks),
        characters=body_characters(blocks),
        writer=_writer(sheet, state),
        submitter=current.submit.author if current is not None else "",
        returned_to=_writer(sheet, state) if returned is not None else "",
        derived=derived,
    )


def counted(text: str) -> int:
    """字数: characters without blanks; a Latin word or a figure counts as one."""
    more = sum(len(word) - 1 for word in _LATIN.findall(text))
    return len(_BLANKS.sub("", text)) - more


def body_characters(blocks: Sequence[Block]) -> int:
    """字数 of a body; what stands under pictures is not counted."""
    return counted("\n".join(block_text(block) for block in blocks if not isinstance(block, Image)))


def _summary(slip: Slip, blocks: Sequence[Block]) -> str:
    if slip.summary.strip():
        found = slip.summary
    else:
        texts = [block_text(block) for block in blocks if isinstance(block, Paragraph)]
        texts += [block_text(block) for block in blocks if isinstance(block, Heading)]
        found = next((text for text in texts if text.strip()), "")
    return _BLANKS.sub(" ", found).strip()[:SUMMARY]


def _writer(sheet: Sheet, state: str) -> str:
    """Who writes it, or wrote the newest text that is not a reviewer's 审改."""
    if sheet.draft is not None and sheet.draft.author and state in _BEING_WRITTEN:
        return sheet.draft.author
    history, revision = sheet.case.history, sheet.revision
    if revision is None:
        return ""
    ancestry = history.ancestry(revision.id)
    written = [history.entries[identifier] for identifier in ancestry]
    written = [entry for entry in written if not entry.content.get("review_level")]
    newest = max(written, key=lambda entry: (len(history.ancestry(entry.id)), entry.at, entry.id), default=revision)
    return newest.author


def _derived(sheet: Sheet, content: Content, own: Sheet, said: Content | None) -> str:
    """Whether a script variant is that of what its source says now (else 待重转)."""
    if sheet.variant == sheet.own:
        return ""
    old = print_from(content.derived.get("source")) if content.derived is not None else None
    if old is not None and said is not None:
        return "current" if old == print_of(said.article("")) else "stale"
    source = content.derived.get("revision") if content.derived is not None else _derived_revision(sheet)
    if source:
        changed = own.draft is not None and (said is None or _differs(said, own))
        same = own.revision is not None and own.revision.id == source and not changed
        return "current" if same else "stale"
    if own.draft is None or sheet.draft is None:
        return "current"
    later = (moment(own.draft.saved_at) or 0) > (moment(sheet.draft.saved_at) or 0)
    return "stale" if later else "current"


def _differs(said: Content, own: Sheet) -> bool:
    return own.revision is not None and not said.same_text(from_revision(own.revision))


def _derived_revision(sheet: Sheet) -> str:
    """The source of a variant that was changed by hand after it had been converted."""
    if sheet.revision is None:
        return ""
    history = sheet.case.history
    found = [history.entries[i] for i in history.ancestry(sheet.revision.id)]
    derived = [entry for entry in found if entry.variant == sheet.variant and derived_from(entry)]
    newest = max(derived, key=lambda entry: (entry.at, entry.id), default=None)
    return derived_from(newest) if newest is not None else ""


def source_of(sheet: Sheet) -> str:
    """A word for the text that stands there, the same as long as that is the same."""
    if sheet.draft is None:
        return sheet.revision.id if sheet.revision is not None else ""
    text = sheet.draft.text.encode("utf-8", "surrogatepass")
    return f"draft:{hashlib.blake2b(text, digest_size=16).hexdigest()}"


def _searchable(row: int, source: str, sheet: Sheet, content: Content, blocks: Sequence[Block]) -> indexing.Searchable:
    slip = content.slip
    dated = moment(slip.published_at) if slip.published_at else None
    if dated is None:
        dated = moment(sheet.draft.saved_at if sheet.draft is not None else sheet.revision.at if sheet.revision else "")
    return indexing.Searchable(
        row=row,
        source=source,
        dated=dated or 0,
        headline=slip.headline,
        authors=(*(credit.name for credit in slip.byline), slip.original_authors),
        origin=slip.source,
        column=slip.column,
        text=searched_text(slip, blocks),
    )


def searched_text(slip: Slip, blocks: Sequence[Block]) -> str:
    """Everything that a word of a query may stand in: the headlines first, the body last, parts in lines."""
    names = " ".join(credit.name for credit in slip.byline)
    parts: list[Any] = [slip.kicker, slip.headline, slip.subheadline, slip.original_headline, names]
    parts += [slip.original_authors, slip.source, slip.dateline, slip.column, slip.number, *slip.keywords, slip.summary]
    return "\n".join([*(part for part in parts if part), body_text(blocks)])


def body_text(blocks: Sequence[Block]) -> str:
    """The body as a reader sees it, credits of pictures included; a block a line."""
    return "\n".join(
        f"{block.caption} {block.credit}".strip() if isinstance(block, Image) else block_text(block) for block in blocks
    )
