"""Lines of a new text laid on the blocks of an old one: marks, forms and what stands between are kept."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.intake import forms
from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
    block_text,
    plain,
)
from editor.operations.version_marks import Looks, Origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.markup.blocks import Block, Runs

_OF_LINE = 0.4  # so much of a new line comes from an old one, or
_OF_OLD = 0.6  # so much of the old one is in the new line: then it is that line, changed
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class OldLine:
    """A line of the old text that is not empty.

    Attributes:
        block: Number of its block.
        part: Number of the paragraph of a quotation, item of a list or row of a table; 0 in other blocks.
        sub: Number of the line in that, where forced breaks part it.
        text: Its characters.
        runs: The same with marks; of a row of a table and of a caption without.
    """

    block: int
    part: int
    sub: int
    text: str
    runs: Runs


@dataclass(slots=True)
class _New:
    """A new line: the number of the old line that it is, None when it is a new one, and its runs."""

    text: str
    owner: int | None = None
    runs: Runs = ()


def old_lines(blocks: Sequence[Block]) -> list[OldLine]:
    """The lines of blocks, as :func:`block_text` prints them, without empty ones."""
    return [
        OldLine(number, part, sub, plain(line), line)
        for number, block in enumerate(blocks)
        for part, runs in enumerate(_parts(block))
        for sub, line in enumerate(_at_breaks(runs))
        if plain(line)
    ]


def _parts(block: Block) -> list[Runs]:
    match block:
        case Paragraph() | Heading() | Footnote():
            return [block.runs]
        case Quote():
            return list(block.paragraphs)
        case ListBlock():
            return [item.runs for item in block.items]
        case Table():
            return [(Run(block_text(Table((row,)))),) for row in block.rows]
        case Image():
            return [(Run(block.caption),)]
    return []


def _at_breaks(runs: Runs) -> list[Runs]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=text)] for text in rest)
    return [tuple(run for run in line if run.text or run.note is not None) for line in lines]


class Placing:
    """Lays new lines on old blocks.

    Args:
        blocks: The old blocks, in normal form.
        old: Their lines.
        new: The new lines, none of them empty.

    Attributes:
        kept: Old blocks that no new line stands for and that stay all the same: pictures, rules, tables, notes.
        lost_notes: Labels of notes whose reference stood in text that is gone.
    """

    def __init__(self, blocks: Sequence[Block], old: Sequence[OldLine], new: Sequence[str]) -> None:
        self.kept: list[Block] = []
        self.lost_notes: list[str] = []
        self._blocks = blocks
        self._old = old
        self._new = [_New(text) for text in new]
        self._made_of: set[int] = set()
        self._whole: dict[int, list[str]] = {}
        for line in old:
            self._whole.setdefault(line.block, []).append(line.text)
        self._lay()

    # --- which line is which ----------------------------------------------------------------------------------------

    def _lay(self) -> None:
        origins = Origins.of(_text(self._old), _text(self._new))
        starts = _starts(self._old)
        begins = _starts(self._new)
        for new, begin in zip(self._new, begins, strict=True):
            new.owner = _owner(origins.source[begin : begin + len(new.text)], starts, self._old)
        self._moved(origins, begins, starts)
        self._by_place()
        looks = Looks([line.runs for line in self._old])
        self.lost_notes = looks.keep_notes(origins.source)
        for new, begin in zip(self._new, begins, strict=True):
            end = begin + len(new.text)
            new.runs = looks.runs(new.text, origins.source[begin:end], origins.replaced[begin:end])

    def _moved(self, origins: Origins, begins: Sequence[int], starts: Sequence[int]) -> None:
        """Lines that went elsewhere as they are: a comparison in order sees them as new."""
        owned = {new.owner for new in self._new}
        free: dict[str, list[int]] = {}
        for index, old in enumerate(self._old):
            if index not in owned:
                free.setdefault(old.text, []).append(index)
        for new, begin in zip(self._new, begins, strict=True):
            if new.owner is None and free.get(new.text):
                new.owner = free[new.text].pop(0)
                start = starts[new.owner]
                origins.source[begin : begin + len(new.text)] = range(start, start + len(new.text))

    def _by_place(self) -> None:
        """As many new lines as old ones between two that are known: each is the old one that stood in its place."""
        used = {new.owner for new in self._new if new.owner is not None}
        at = 0
        while at < len(self._new):
            end = at
            while end < len(self._new) and self._new[end].owner is None:
                end += 1
            above = self._new[at - 1].owner if at else -1
            below = self._new[end].owner if end < len(self._new) else len(self._old)
            if end > at and above is not None and below is not None and below - above - 1 == end - at:
                for new, owner in zip(self._new[at:end], range(above + 1, below), strict=True):
                    if owner not in used and self._may_be(new, owner):
                        new.owner = owner
            at = end + 1

    def _may_be(self, new: _New, owner: int) -> bool:
        block = self._blocks[self._old[owner].block]
        if isinstance(block, Heading):
            return len(new.text) <= _LONGEST_HEADING and not forms.ends_sentence(new.text)
        return isinstance(block, Paragraph | Quote | ListBlock | Table)

    # --- blocks -----------------------------------------------------------------------------------------------------

    def blocks(self) -> list[Block]:
        """The new blocks."""
        made: list[tuple[int | None, list[Block]]] = []
        for group in self._groups():
            owner = group[0].owner
            number = None if owner is None else self._old[owner].block
            blocks = self._made(group, number)
            if number is not None and blocks is not None:
                self._made_of.add(number)
            made.append((number, blocks if blocks is not None else [Paragraph(new.runs) for new in group]))
        staying = self._staying([number for number, _ in made])
        result: list[Block] = []
        for index, (_, blocks) in enumerate([*made, (None, [])]):
            for number in staying.get(index, ()):
                self.kept.append(self._blocks[number])
                result.append(self._blocks[number])
            result.extend(blocks)
        return result

    def _groups(self) -> list[list[_New]]:
        """New lines that make one block."""
        groups: list[list[_New]] = []
        following = self._owned_blocks_below()
        for index, new in enumerate(self._new):
            if groups and self._goes_on(groups[-1], new, following[index]):
                groups[-1].append(new)
            else:
                groups.append([new])
        return groups

    def _owned_blocks_below(self) -> list[int | None]:
        """For every new line the block of the next line below it that has one."""
        found: list[int | None] = []
        last: int | None = None
        for new in reversed(self._new):
            found.append(last)
            last = last if new.owner is None else self._old[new.owner].block
        return found[::-1]

    def _goes_on(self, group: Sequence[_New], new: _New, below: int | None) -> bool:
        owner = next((each.owner for each in reversed(group) if each.owner is not None), None)
        if owner is None:
            return False
        above = self._old[owner]
        block = self._blocks[above.block]
        listed = isinstance(block, Quote | ListBlock | Table)
        if new.owner is None:  # a new line between two of the same list or quotation is one of it
            cells = _filled(block) if isinstance(block, Table) else 0  # a table sent cell by cell
            return listed and (below == above.block or len(group) < cells)
        here = self._old[new.owner]
        return here.block == above.block and (listed or here.sub > above.sub)

    def _made(self, group: Sequence[_New], number: int | None) -> list[Block] | None:
        """The block of a group of lines; None = they stand for no block and are paragraphs."""
        if number is None:
            return None
        block = self._blocks[number]
        first_time = number not in self._made_of
        if first_time and [new.text for new in group] == self._whole[number]:
            return [block]
        if isinstance(block, Quote):
            return [Quote(tuple(_joined([new.runs for new in part]) for part in self._by_part(group)))]
        if isinstance(block, ListBlock):
            return [self._list(block, group)]
        if isinstance(block, Table):
            return self._table(block, group)
        made = _of_lines(block, _joined([new.runs for new in group]), first_time=first_time)
        return None if made is None else [made]

    def _by_part(self, group: Sequence[_New]) -> list[list[_New]]:
        """Lines of one part (an item with a forced break) together."""
        parts: list[list[_New]] = []
        last: OldLine | None = None
        for new in group:
            here = self._old[new.owner] if new.owner is not None else None
            if here is not None and last is not None and here.part == last.part and here.sub > last.sub:
                parts[-1].append(new)
            else:
                parts.append([new])
            last = here
        return parts

    def _list(self, block: ListBlock, group: Sequence[_New]) -> ListBlock:
        items: list[Item] = []
        for part in self._by_part(group):
            owner = part[0].owner
            like = items[-1] if owner is None else block.items[self._old[owner].part]
            runs = _joined([new.runs for new in part])
            items.append(Item(_without_sign(runs, like), like.depth, like.ordered))
        return ListBlock(tuple(items))

    def _table(self, block: Table, group: Sequence[_New]) -> list[Block] | None:
        """The rows that came back with their cells, or all cells one after the other; anything else is no table."""
        parts = self._by_part(group)
        owners = [part[0].owner for part in parts]
        texts = ["\n".join(new.text for new in part).split("\t") for part in parts]
        rows = [block.rows[self._old[owner].part] for owner in owners if owner is not None]
        if len(rows) == len(parts) and all(len(cells) == len(row) for cells, row in zip(texts, rows, strict=True)):
            header = block.header and owners[0] is not None and self._old[owners[0]].part == 0
            return [Table(tuple(map(_cells, rows, texts)), header)]
        if _filled(block) != len(group):
            return None
        words = iter(new.text for new in group)
        again = [[next(words) if plain(cell) else "" for cell in row] for row in block.rows]
        return [Table(tuple(map(_cells, block.rows, again)), block.header)]

    def _staying(self, places: Sequence[int | None]) -> dict[int, list[int]]:
        """Where old blocks go that no line stands for: behind what stood before them and is still there."""
        found: dict[int, list[int]] = {}
        last = {place: index for index, place in enumerate(places) if place is not None}
        notes_from = len(self._blocks)
        while notes_from and isinstance(self._blocks[notes_from - 1], Footnote):
            notes_from -= 1
        behind = 0
        for number, block in enumerate(self._blocks):
            if number in last:
                behind = last[number] + 1
            if number in self._made_of:
                continue
            if isinstance(block, Footnote | Image | Table) or number not in self._whole:
                at_end = number >= notes_from and number in self._whole
                found.setdefault(len(places) if at_end else behind, []).append(number)
        return found


def _of_lines(block: Block, runs: Runs, *, first_time: bool) -> Block | None:
    """A block of lines with other runs; a picture and a note are there once, and a heading is short."""
    match block:
        case Paragraph():
            return Paragraph(runs)
        case Heading() if len(plain(runs)) <= 2 * _LONGEST_HEADING:
            return replace(block, runs=runs)
        case Footnote() if first_time:
            return replace(block, runs=runs)
        case Image() if first_time:
            return replace(block, caption=plain(runs))
    return None


def _text(lines: Iterable[OldLine | _New]) -> str:
    return "\n".join(line.text for line in lines)


def _starts(lines: Iterable[OldLine | _New]) -> list[int]:
    starts: list[int] = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 1
    return starts


def _owner(source: Sequence[int], starts: Sequence[int], old: Sequence[OldLine]) -> int | None:
    """The old line from which most of a new line comes, None when that is little."""
    counts: dict[int, int] = {}
    for origin in source:
        if origin >= 0:
            line = bisect_right(starts, origin) - 1
            counts[line] = counts.get(line, 0) + 1
    if not counts:
        return None
    best = max(counts, key=lambda line: (counts[line], -line))
    enough = counts[best] >= _OF_LINE * len(source) or counts[best] >= _OF_OLD * len(old[best].text)
    return best if enough else None


def _joined(lines: Iterable[Runs]) -> Runs:
    """Lines of one block, forced breaks between."""
    runs: list[Run] = []
    for index, line in enumerate(lines):
        if index:
            runs.append(Run("\n"))
        runs.extend(line)
    return tuple(runs)


def _filled(table: Table) -> int:
    """How many cells hold anything."""
    return sum(bool(plain(cell)) for row in table.rows for cell in row)


def _cells(old: Sequence[Runs], words: Iterable[str]) -> tuple[Runs, ...]:
    """A row with new words: cells that say the same keep their marks."""
    return tuple(cell if plain(cell) == text else (Run(text),) for cell, text in zip(old, words, strict=True))


def _without_sign(runs: Runs, like: Item) -> Runs:
    """An item without the sign that a chat wrote before it (• …, 2. …) and that its list prints by itself."""
    text = plain(runs)
    numbered = forms.ordered(text)
    rest = forms.bullet(text) if not like.ordered else (numbered[1] if numbered is not None else None)
    if rest is None or plain(like.runs).startswith(text[: len(text) - len(rest)]):
        return runs
    cut = len(text) - len(rest)
    kept: list[Run] = []
    for run in runs:
        kept.append(replace(run, text=run.text[cut:]))
        cut = max(0, cut - len(run.text))
    return tuple(kept)
