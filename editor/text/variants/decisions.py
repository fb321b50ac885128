"""What a person decided where a conversion had a choice; kept by content, so that it holds when other text changes.

A decision counts only where the conversion itself offers what was chosen: so nothing can be put into a text under the
name of a decision, and the same source with the same decisions gives the same text everywhere.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import resources
from editor.text.variants import words
from editor.text.variants.model import Change, ChangeKind, Decision, put_in
from editor.text.variants.routes import region

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from editor.article import Variant
    from editor.text.variants.model import Conversion

REACH = 4
"""Characters on each side that a place is known by."""

REGIONAL = "regional"

Place = tuple[str, str, str]
"""What stands at a place, what before it, what behind it."""


class Choice(NamedTuple):
    """A span that might read otherwise.

    Attributes:
        start: First code point in the source; end: one past the last one.
        before: What stands there; after: what the conversion makes of it.
        candidates: All that may stand there, ``after`` first.
        kind: ``one-to-many`` the table of single characters chose, ``word`` a word around it chose, ``regional`` a
            word of the target's region was put in.
        open: Whether a person must look at it.
    """

    start: int
    end: int
    before: str
    after: str
    candidates: tuple[str, ...]
    kind: str
    open: bool


def place_of(text: str, start: int, end: int) -> Place:
    """What a place is known by: its characters and those beside them in the same line."""
    left = text[max(0, start - REACH) : start]
    right = text[end : end + REACH]
    return text[start:end], left.rpartition("\n")[2], right.partition("\n")[0]


def choices(text: str, conversion: Conversion, plain: Conversion | None = None) -> list[Choice]:
    """Every span of a conversion that might read otherwise, in order.

    Args:
        text: The source.
        conversion: What was made of it.
        plain: The same without words of the region, where there are such.
    """
    found = list(_regional(text, conversion, plain)) if plain is not None else []
    # A name or a word that was held as a whole is not asked about character by character.
    held = [(change.start, change.end) for change in conversion.changes if change.end - change.start > 1]
    taken = sorted([*((choice.start, choice.end) for choice in found), *held])
    asked = _asked()["to-hant" if conversion.target.traditional else "to-hans"]
    for change in _several(conversion):
        place = bisect_left(taken, (change.start + 1, 0)) - 1
        if place >= 0 and taken[place][1] > change.start and taken[place] != (change.start, change.end):
            continue
        undecided = change.kind is ChangeKind.ONE_TO_MANY
        candidates = tuple(dict.fromkeys((change.after, *change.candidates)))
        found.append(
            Choice(
                change.start,
                change.end,
                change.before,
                change.after,
                candidates,
                str(change.kind),
                undecided and change.before in asked,
            )
        )
    return sorted(found)


def _several(conversion: Conversion) -> Iterator[Change]:
    kinds = {ChangeKind.ONE_TO_MANY, ChangeKind.WORD}
    for change in (*conversion.changes, *conversion.doubtful):
        if change.kind in kinds and len(change.candidates) > 1:
            yield change


@cache
def _asked() -> Mapping[str, frozenset[str]]:
    table = resources.table("dictionaries/asked.toml")
    return {direction: frozenset(characters) for direction, characters in table.items()}


def _regional(text: str, conversion: Conversion, plain: Conversion) -> Iterator[Choice]:
    """Words of the region, and what stands there without them."""
    here, there = set(conversion.changes), set(plain.changes)
    differing = sorted((change.start, change.end) for change in here.symmetric_difference(there))
    known = _regional_words(conversion.source, conversion.target)
    spans = [found.span() for found in known.finditer(text)] if known is not None and differing else []
    with_words, without = list(conversion.changes), list(plain.changes)
    for start, end in _united(differing, spans):
        after, other = _part(text, with_words, start, end), _part(text, without, start, end)
        if after is not None and other is not None and after != other:
            yield Choice(start, end, text[start:end], after, (after, other), REGIONAL, open=True)


@cache
def _regional_words(source: Variant, target: Variant) -> re.Pattern[str] | None:
    known = sorted({before for before, _, _ in words.pairs(region(source), region(target))}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known))) if known else None


def _united(differing: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of whole words in which something differs; what no word holds stands by itself."""
    ends = [end for _, end in spans]
    last = -1
    for start, end in differing:
        if start < last:
            continue
        number = bisect_left(ends, start + 1)
        first, behind = spans[number] if number < len(spans) else (end, end)
        whole = (first, max(behind, end)) if first <= start else (start, end)
        yield whole
        last = whole[1]


def _part(text: str, changes: Sequence[Change], start: int, end: int) -> str | None:
    """What a conversion made of a span; None when a change reaches over its borders."""
    first = bisect_left(changes, (start,))
    if first and changes[first - 1].end > start:
        return None
    pieces: list[str] = []
    done = start
    for change in changes[first:]:
        if change.start >= end:
            break
        if change.end > end:
            return None
        pieces += (text[done : change.start], change.after)
        done = change.end
    return "".join([*pieces, text[done:end]])


def decided(text: str, conversion: Conversion, offered: Iterable[Choice], decisions: Iterable[Decision]) -> Conversion:
    """A conversion with what a person decided in the place of what the machine chose."""
    chosen = {(one.before, one.left, one.right): one.after for one in decisions}
    others: list[Change] = []
    for choice in offered:
        after = chosen.get(place_of(text, choice.start, choice.end))
        if after is not None and after != choice.after and after in choice.candidates:
            kind = ChangeKind.WORD if choice.kind == REGIONAL else ChangeKind(choice.kind)
            candidates = tuple(dict.fromkeys((after, *choice.candidates)))
            others.append(Change(choice.start, choice.end, choice.before, after, kind, candidates))
    if not others:
        return conversion
    changes = _replaced(conversion.changes, others)
    doubtful = tuple(_outside(conversion.doubtful, others))
    return dataclasses.replace(conversion, text=put_in(text, changes), changes=tuple(changes), doubtful=doubtful)


def _replaced(changes: Iterable[Change], others: Sequence[Change]) -> list[Change]:
    kept = [*_outside(changes, others), *(change for change in others if change.before != change.after)]
    return sorted(kept, key=lambda change: change.start)


def _outside(changes: Iterable[Change], others: Sequence[Change]) -> Iterator[Change]:
    starts = [change.start for change in others]
    for change in changes:
        number = bisect_left(starts, change.end) - 1
        if number < 0 or others[number].end <= change.start:
            yield change
