"""Two texts of one article beside each other: for reviewers, for 核红, and against a kept original."""

from __future__ import annotations

import dataclasses
from itertools import chain
from typing import TYPE_CHECKING

from editor.article import Credit, Note, Outlet
from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Table, block_text
from editor.operations.aligning import Pairing, align
from editor.records.review import AlignedRow, Comparison, Difference, FieldChange, ImageChange, Stretch
from editor.text.diff import edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.article import Article, Slip
    from editor.markup.blocks import Block, Run
    from editor.text.diff import Edit

_PICTURE_FIELDS = ("source", "credit", "alt")


def compare(old: Article, new: Article) -> Comparison:
    """What became of a text: blocks beside each other, characters marked, fields and pictures that differ.

    Time grows with the length of the texts: 100,000 characters take well under half a second.
    """
    fields = field_changes(old.slip, new.slip)
    body = _Body(old.blocks, new.blocks)
    body.read(align(old.blocks, new.blocks))
    return Comparison(
        rows=tuple(body.rows),
        fields=fields,
        images=tuple(body.images),
        places=(*(place for change in fields for place in _field_places(change)), *body.places),
        added=body.added,
        removed=body.removed,
        scope=_scope(body, fields),
    )


def _scope(body: _Body, fields: Sequence[FieldChange]) -> str:
    kinds = {row.kind for row in body.rows} - {"equal"}
    if not kinds:
        return "slip" if fields else "same"
    if all(row.kind == "equal" or body.is_picture(row) for row in body.rows):
        return "captions"
    return "style" if kinds == {"restyled"} and not fields else "text"


class _Body:
    """The two bodies, read row by row."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        self._old, self._new = old, new
        self.rows: list[AlignedRow] = []
        self.images: list[ImageChange] = []
        self.places: list[Difference] = []
        self.added = self.removed = 0
        self._line = 0  # the new block before which something that is gone stood

    def is_picture(self, row: AlignedRow) -> bool:
        """Whether a row is about pictures alone."""
        blocks = [*(self._old[i] for i in row.old), *(self._new[i] for i in row.new)]
        return all(isinstance(block, Image) for block in blocks)

    def read(self, pairings: list[Pairing]) -> None:
        """Make the rows."""
        for pairing in pairings:
            if pairing.old and pairing.new:
                self.rows.append(self._pair(pairing))
            else:
                self._single(pairing)
            self._line = pairing.new[-1] + 1 if pairing.new else self._line

    def _single(self, pairing: Pairing) -> None:
        block = self._old[pairing.old[0]] if pairing.old else self._new[pairing.new[0]]
        text = block_text(block)
        gone = tuple(Stretch(i, 0, len(text)) for i in pairing.old)
        come = tuple(Stretch(i, 0, len(text)) for i in pairing.new)
        if pairing.moved is not None:
            self.rows.append(AlignedRow("moved", pairing.old, pairing.new, (), (), other=pairing.moved))
            if pairing.new:
                whole = (pairing.new[0], 0, len(text))
                self.places.append(Difference(*whole, text, text, pairing.moved, 0, len(text)))
            return
        self.rows.append(AlignedRow("deleted" if pairing.old else "inserted", pairing.old, pairing.new, gone, come))
        if isinstance(block, Image):
            old, new = (pairing.old[0], None) if pairing.old else (None, pairing.new[0])
            self.images.append(ImageChange("removed" if pairing.old else "added", old, new, block.source))
        self._count(text if pairing.old else "", text if pairing.new else "")
        if pairing.old:
            self.places.append(Difference(self._line, 0, 0, text, "", pairing.old[0], 0, len(text)))
        else:
            self.places.append(Difference(pairing.new[0], 0, len(text), "", text))

    def _pair(self, pairing: Pairing) -> AlignedRow:
        old, new = [self._old[i] for i in pairing.old], [self._new[i] for i in pairing.new]
        if len(old) == len(new) == 1 and old == new:
            return AlignedRow("equal", pairing.old, pairing.new)
        before, after = "\n".join(map(block_text, old)), "\n".join(map(block_text, new))
        found = edits(before, after)
        pictures = self._picture(pairing, old[0], new[0])
        removed, added = _Places(pairing.old, old), _Places(pairing.new, new)
        for edit in found:
            self._count(before[edit.start : edit.end], after[edit.new_start : edit.new_end])
            self.places.append(_difference(edit, before, after, removed, added))
        kind = "changed" if found or pictures else "restyled"
        if len(new) != len(old):
            kind = "split" if len(new) > len(old) else "joined"
        return AlignedRow(
            kind,
            pairing.old,
            pairing.new,
            tuple(s for edit in found for s in removed.stretches(edit.start, edit.end)),
            tuple(s for edit in found for s in added.stretches(edit.new_start, edit.new_end)),
            restyled=_style(old) != _style(new) if len(old) == len(new) else _kinds(old) != _kinds(new),
        )

    def _picture(self, pairing: Pairing, old: Block, new: Block) -> bool:
        if not isinstance(old, Image) or not isinstance(new, Image):
            return False
        kind = "captioned" if old.source == new.source else "replaced"
        self.images.append(ImageChange(kind, pairing.old[0], pairing.new[0], new.source))
        for name in _PICTURE_FIELDS:
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                place = (pairing.new[0], 0, len(after), before, after, pairing.old[0], 0, len(before), name)
                self.places.append(Difference(*place))
        return True

    def _count(self, before: str, after: str) -> None:
        self.removed += sum(not char.isspace() for char in before)
        self.added += sum(not char.isspace() for char in after)


class _Places:
    """Offsets in the joined text of some blocks as offsets in each."""

    def __init__(self, indexes: tuple[int, ...], blocks: list[Block]) -> None:
        self._parts: list[tuple[int, int, int]] = []
        start = 0
        for index, block in zip(indexes, blocks, strict=True):
            end = start + len(block_text(block))
            self._parts.append((index, start, end))
            start = end + 1

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """The characters of a stretch, block by block; a line end between blocks is no character of any."""
        for index, first, last in self._parts:
            if max(start, first) < min(end, last):
                yield Stretch(index, max(start, first) - first, min(end, last) - first)

    def place(self, start: int, end: int) -> tuple[int, int, int]:
        """Block in which a stretch begins, and its offsets there (cut at the end of that block)."""
        for index, first, last in self._parts:
            if start <= last:
                return index, start - first, min(end, last) - first
        index, first, last = self._parts[-1]
        return index, last - first, last - first


def _difference(edit: Edit, before: str, after: str, old: _Places, new: _Places) -> Difference:
    block, start, end = new.place(edit.new_start, edit.new_end)
    old_block, old_start, old_end = old.place(edit.start, edit.end)
    gone, come = before[edit.start : edit.end], after[edit.new_start : edit.new_end]
    return Difference(block, start, end, gone, come, old_block, old_start, old_end)


def _style(blocks: list[Block]) -> list[tuple[object, ...]]:
    """Kind, marks, links and notes of some blocks, each with the characters that carry them."""
    found: list[tuple[object, ...]] = []
    for block in blocks:
        marked = [(r.text, r.marks, r.href, r.note) for r in _runs(block) if r.marks or r.href or r.note]
        form = [(item.depth, item.ordered) for item in block.items] if isinstance(block, ListBlock) else []
        found.append((block.kind, *form, *marked))
    return found


def _kinds(blocks: list[Block]) -> set[str]:
    return {block.kind for block in blocks}


def _runs(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph() | Heading() | Footnote():
            yield from block.runs
        case Quote():
            yield from chain.from_iterable(block.paragraphs)
        case ListBlock():
            yield from chain.from_iterable(item.runs for item in block.items)
        case Table():
            yield from chain.from_iterable(cell for row in block.rows for cell in row)


def field_changes(old: Slip, new: Slip) -> tuple[FieldChange, ...]:
    """Fields of the slip that differ, the 稿号 aside; those of an outlet as ``outlets.NAME.FIELD``."""
    before, after = dict(_field_texts(old)), dict(_field_texts(new))
    changed = [name for name in dict.fromkeys((*before, *after)) if before.get(name, "") != after.get(name, "")]
    return tuple(_field_change(name, before.get(name, ""), after.get(name, "")) for name in changed)


def _field_change(name: str, before: str, after: str) -> FieldChange:
    found = edits(before, after)
    return FieldChange(
        name,
        before,
        after,
        tuple((e.start, e.end) for e in found if e.end > e.start),
        tuple((e.new_start, e.new_end) for e in found if e.new_end > e.new_start),
    )


def _field_places(change: FieldChange) -> Iterator[Difference]:
    for e in edits(change.before, change.after):
        gone, come = change.before[e.start : e.end], change.after[e.new_start : e.new_end]
        yield Difference(None, e.new_start, e.new_end, gone, come, None, e.start, e.end, change.field)


def _field_texts(slip: Slip) -> Iterator[tuple[str, str]]:
    for field in dataclasses.fields(slip):
        value = getattr(slip, field.name)
        if field.name == "number":
            continue
        if field.name == "outlets":
            yield from _outlet_texts(value)
        elif isinstance(value, tuple):
            yield field.name, "、".join(_item_text(item) for item in value)
        else:
            yield field.name, str(value or "")


def _item_text(item: Credit | Note | str) -> str:
    if isinstance(item, Note):
        return item.text
    return credit_text(item) if isinstance(item, Credit) else item


def credit_text(credit: Credit) -> str:
    """A name as it is printed: 全媒体记者 周燕妮; without a printed word with the code of the role, but for authors."""
    label = credit.label or ("" if credit.role == "author" else credit.role)
    return f"{label} {credit.name}".strip()


def _outlet_texts(outlets: Sequence[Outlet]) -> Iterator[tuple[str, str]]:
    for outlet in outlets:
        for name in ("headline", "summary", "cover", "column"):
            yield f"outlets.{outlet.name}.{name}", str(getattr(outlet, name) or "")
