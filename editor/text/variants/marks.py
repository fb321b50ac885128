"""Words that marks of Markdown cut (**理**发) are read as words: conversion without the marks, then the marks again."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from editor.text.variants.model import put_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from editor.text.variants.model import Change, Conversion

_HAN = r"[\u3400-\u9fff]"
_INSIDE = re.compile(rf"(?<={_HAN})(?:\*{{1,3}}|~~)(?={_HAN})")


def cut_words(text: str) -> bool:
    """Whether marks stand between two Han characters."""
    return ("*" in text or "~~" in text) and _INSIDE.search(text) is not None


def converted(text: str, convert: Callable[[str], Conversion]) -> Conversion:
    """A conversion of the text without the marks inside words, told for the text with them.

    Args:
        text: The source.
        convert: Converts a text in which no such mark stands.
    """
    marks = [found.span() for found in _INSIDE.finditer(text)]
    done = convert(_INSIDE.sub("", text))
    places = _Places(marks)
    changes = [moved for change in done.changes for moved in places.moved(text, change)]
    doubtful = [moved for change in done.doubtful for moved in places.moved(text, change)]
    return dataclasses.replace(done, text=put_in(text, changes), changes=tuple(changes), doubtful=tuple(doubtful))


class _Places:
    """Offsets in a text without marks and in the same text with them."""

    def __init__(self, marks: Sequence[tuple[int, int]]) -> None:
        lengths = [0, *accumulate(end - start for start, end in marks)]
        self._shifts = lengths
        self._plain = [start - before for (start, _), before in zip(marks, lengths, strict=False)]

    def _moved(self, place: int) -> int:
        """Where the character at ``place`` stands when the marks are there."""
        return place + self._shifts[bisect_right(self._plain, place)]

    def moved(self, text: str, change: Change) -> Iterator[Change]:
        """A change in several parts where marks stand in it; in one part, before the marks, if its length changed."""
        inner = self._plain[bisect_right(self._plain, change.start) : bisect_left(self._plain, change.end)]
        even = len(change.before) == len(change.after)
        if not even and inner:
            start, end = self._moved(change.start), self._moved(change.end - 1) + 1
            source = text[start:end]
            after = change.after + "".join(_INSIDE.findall(text[start - 1 : end + 1]))
            yield change._replace(start=start, end=end, before=source, after=after)
            return
        borders = [change.start, *inner, change.end]
        for first, last in pairwise(borders):
            before = change.before[first - change.start : last - change.start]
            after = change.after[first - change.start : last - change.start] if inner else change.after
            if not inner or before != after or change.before == change.after:
                start = self._moved(first)
                yield change._replace(start=start, end=start + last - first, before=before, after=after)
