"""Which block of one text answers to which of another: equal ones first, then by what they have in common."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.markup.blocks import Image, Rule, block_text
from editor.text.diff import item_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.markup.blocks import Block

_ALIKE = 0.3  # share of pairs of characters in common (Dice) from which a block counts as changed and not as new
_INSIDE = 0.7  # share of the shorter block's pairs that lie in the longer one, where one is a cutting of the other
_PART = 0.6  # share of a part's pairs that come from the block that was split
_PICTURES = 40_000  # pairs of pictures that are looked at in one gap
_RARE = 8  # blocks up to which a pair of characters tells something of a block
_TELLING = 0.1  # share of the shorter block's pairs that have to be rare ones of both, before they are counted
_MOVED = 6  # characters from which an equal block elsewhere counts as moved


@dataclass(frozen=True, slots=True)
class Pairing:
    """Old and new blocks that belong together; one side may be empty, or have two where a paragraph was split."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: int | None = None


def key_of(block: Block) -> str:
    """What makes two blocks the same to a reader, marks aside."""
    if isinstance(block, Image):
        return f"\0image\0{block.source}\0{block.caption}\0{block.credit}\0{block.alt}"
    return "\0rule" if isinstance(block, Rule) else block_text(block)


def align(old: Sequence[Block], new: Sequence[Block]) -> list[Pairing]:
    """Every block of both texts in reading order, each once; a moved block where it was and where it is."""
    before, after = [key_of(block) for block in old], [key_of(block) for block in new]
    gaps = item_edits(before, after)
    moved = _moved(before, after, [(gap.start, gap.end, gap.new_start, gap.new_end) for gap in gaps])
    back = {there: here for here, there in moved.items()}
    found: list[Pairing] = []
    place, line = 0, 0
    for gap in gaps:
        found += [Pairing((place + step,), (line + step,)) for step in range(gap.start - place)]
        olds = [index for index in range(gap.start, gap.end) if index not in moved]
        news = [index for index in range(gap.new_start, gap.new_end) if index not in back]
        pairs = _paired(olds, news, old, new)
        gone = [Pairing((i,), (), moved[i]) for i in range(gap.start, gap.end) if i in moved]
        come = [Pairing((), (i,), back[i]) for i in range(gap.new_start, gap.new_end) if i in back]
        found += _in_order(pairs, gone, come)
        place, line = gap.end, gap.new_end
    found += [Pairing((place + step,), (line + step,)) for step in range(len(before) - place)]
    return found


def _moved(before: list[str], after: list[str], gaps: list[tuple[int, int, int, int]]) -> dict[int, int]:
    """Blocks of the gaps that stand once on either side, letter for letter."""
    gone = [index for start, end, _, _ in gaps for index in range(start, end)]
    come = [index for _, _, start, end in gaps for index in range(start, end)]
    counts, new_counts = Counter(before[i] for i in gone), Counter(after[i] for i in come)
    places = {after[i]: i for i in come if new_counts[after[i]] == 1}
    return {
        i: places[before[i]]
        for i in gone
        if before[i] in places and counts[before[i]] == 1 and len(before[i]) >= _MOVED
    }


def _in_order(pairs: list[Pairing], gone: list[Pairing], come: list[Pairing]) -> list[Pairing]:
    """The pairings of a gap in reading order: old blocks by their place, new ones that have no pair before the next."""
    rows = list(pairs)
    for row in gone:
        rows.insert(next((i for i, r in enumerate(rows) if r.old and r.old[0] > row.old[0]), len(rows)), row)
    for row in come:
        rows.insert(next((i for i, r in enumerate(rows) if r.new and r.new[0] > row.new[0]), len(rows)), row)
    return rows


def _paired(olds: list[int], news: list[int], old: Sequence[Block], new: Sequence[Block]) -> list[Pairing]:
    """Pairs of a gap that have the most in common, in order; the rest stands alone."""
    if not olds or not news:
        return [*(Pairing((i,), ()) for i in olds), *(Pairing((), (i,)) for i in news)]
    steps = _Gap([old[i] for i in olds], [new[i] for i in news]).best()
    found: list[Pairing] = []
    place, line = 0, 0
    for start, count, new_start, new_count in [*steps, (len(olds), 0, len(news), 0)]:
        found += [Pairing((i,), ()) for i in olds[place:start]]
        found += [Pairing((), (i,)) for i in news[line:new_start]]
        if count:
            found.append(Pairing(tuple(olds[start : start + count]), tuple(news[new_start : new_start + new_count])))
        place, line = start + count, new_start + new_count
    return found


class _Gap:
    """Blocks between two equal ones, and the chain of pairs with the most in common."""

    def __init__(self, old: list[Block], new: list[Block]) -> None:
        self._old, self._new = old, new
        self._pairs = [_pairs_of(block) for block in old]
        self._new_pairs = [_pairs_of(block) for block in new]
        self._likely = self._candidates()

    def _candidates(self) -> set[tuple[int, int]]:
        """Pairs that are worth counting: those with rare pairs of characters in common, and the nearest ones."""
        where: dict[str, list[int]] = {}
        for j, pairs in enumerate(self._new_pairs):
            for pair in pairs:
                where.setdefault(pair, []).append(j)
        n, m = len(self._old), len(self._new)
        found = {(i, j) for i in range(n) for j in range(max(0, i * m // n - 2), min(m, i * m // n + 3))}
        for i, pairs in enumerate(self._pairs):
            shared: Counter[int] = Counter()
            for pair in pairs:
                there = where.get(pair, ())
                if len(there) <= _RARE:
                    shared.update(there)
            for j, count in shared.items():
                if count >= _TELLING * min(len(pairs), len(self._new_pairs[j])):
                    found.add((i, j))
        pictures, others = ([k for k, b in enumerate(side) if isinstance(b, Image)] for side in (self._old, self._new))
        if len(pictures) * len(others) <= _PICTURES:
            found.update((i, j) for i in pictures for j in others)
        return found

    def best(self) -> list[tuple[int, int, int, int]]:
        """(old index, how many, new index, how many) of the pairs, in order: the heaviest chain of them."""
        links = sorted(self._links())
        tops = _Tops(len(self._new))
        ended: dict[int, list[int]] = {}
        sums: list[float] = []
        before: list[int] = []
        first = 0
        for index, (start, count, new_start, _, common) in enumerate(links):
            for end in range(first, start + 1):
                for done in ended.pop(end, ()):
                    tops.put(links[done][2] + links[done][3], sums[done], done)
            first = start + 1
            sum_, came = tops.best(new_start)
            sums.append(sum_ + common)
            before.append(came)
            ended.setdefault(start + count, []).append(index)
        place = max(range(len(links)), key=lambda index: (sums[index], -index), default=-1)
        chain = []
        while place >= 0:
            chain.append(links[place][:4])
            place = before[place]
        return chain[::-1]

    def _links(self) -> Iterator[tuple[int, int, int, int, float]]:
        """Everything that may be paired, with how much it has in common."""
        for i, j in self._likely:
            if common := self._alike(i, j):
                yield i, 1, j, 1, common
            if (i, j + 1) in self._likely and (common := _split(self._pairs[i], self._new_pairs[j : j + 2])):
                yield i, 1, j, 2, common
            if (i + 1, j) in self._likely and (common := _split(self._new_pairs[j], self._pairs[i : i + 2])):
                yield i, 2, j, 1, common

    def _alike(self, start: int, new_start: int) -> float:
        one, other = self._old[start], self._new[new_start]
        pictures = isinstance(one, Image) + isinstance(other, Image)
        if pictures or isinstance(one, Rule) or isinstance(other, Rule):
            return 2.0 if isinstance(one, Image) and isinstance(other, Image) and _same_picture(one, other) else 0.0
        pairs, others = self._pairs[start], self._new_pairs[new_start]
        common = len(pairs & others)
        size = len(pairs) + len(others)
        alike = 2 * common >= _ALIKE * size or common >= max(4, _INSIDE * min(len(pairs), len(others)))
        return 2.0 * common if common and alike else 0.0


class _Tops:
    """The heaviest chain that ends at or before a place (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 2)

    def put(self, place: int, weight: float, chain: int) -> None:
        """A chain that ends before a place."""
        place += 1
        while place < len(self._tree):
            if weight > self._tree[place][0]:
                self._tree[place] = (weight, chain)
            place += place & -place

    def best(self, place: int) -> tuple[float, int]:
        """Weight and number of the heaviest chain that ends at or before a place, (0, -1) when there is none."""
        found = (0.0, -1)
        place += 1
        while place:
            if self._tree[place][0] > found[0]:
                found = self._tree[place]
            place -= place & -place
        return found


def _same_picture(one: Image, other: Image) -> bool:
    return one.source == other.source or (bool(one.caption) and one.caption == other.caption)


def _split(whole: frozenset[str], parts: list[frozenset[str]]) -> float:
    """What a block and the two that it became have in common; 0 where one of them is not a part of it."""
    shared = [len(whole & part) for part in parts]
    if any(not part or count < _PART * len(part) for count, part in zip(shared, parts, strict=True)):
        return 0.0
    together = len(whole & (parts[0] | parts[1]))
    return 2.0 * together if 2 * together >= _PART * (len(whole) + sum(map(len, parts))) else 0.0


def _pairs_of(block: Block) -> frozenset[str]:
    """Pairs of neighboring characters; a block of one character is a pair with nothing."""
    if isinstance(block, (Image, Rule)):
        return frozenset()
    return frozenset(_windows(block_text(block)))


def _windows(text: str) -> Iterator[str]:
    if len(text) == 1:
        yield text
    for index in range(len(text) - 1):
        yield text[index : index + 2]
