"""Which old character a new one is, and the marks, links and notes that it keeps."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.markup.blocks import Run
from editor.text.diff import edits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.markup.blocks import Mark, Runs

Look = tuple["frozenset[Mark]", "str | None"]
"""Marks and address of a character."""
_PLAIN: Look = (frozenset(), None)


@dataclass(slots=True)
class Origins:
    """For every character of a new text where it comes from.

    Attributes:
        source: The old character that it is, -1 for a new one.
        replaced: For a new one the old stretch in whose place it stands, (start, end); None elsewhere.
    """

    source: list[int]
    replaced: list[tuple[int, int] | None]

    @staticmethod
    def of(before: str, after: str) -> Origins:
        """By comparing two texts."""
        source = [-1] * len(after)
        replaced: list[tuple[int, int] | None] = [None] * len(after)
        old = new = 0
        for edit in edits(before, after):
            source[new : edit.new_start] = range(old, edit.start)
            replaced[edit.new_start : edit.new_end] = [(edit.start, edit.end)] * (edit.new_end - edit.new_start)
            old, new = edit.end, edit.new_end
        source[new:] = range(old, old + len(after) - new)
        return Origins(source, replaced)


class Looks:
    """The looks of the characters of old lines, joined by line ends, and the references to notes among them."""

    def __init__(self, lines: Sequence[Runs]) -> None:
        self._looks: list[Look] = []
        self._notes: dict[int, list[tuple[bool, str]]] = {}
        self._lines: list[tuple[int, int]] = []
        self._stretches: dict[tuple[int, int], Look | None] = {}
        for runs in lines:
            start = len(self._looks)
            for run in runs:
                if run.note is not None:
                    first = len(self._looks) == start
                    self._notes.setdefault(start if first else len(self._looks) - 1, []).append((first, run.note))
                self._looks.extend([(run.marks, run.href)] * len(run.text))
            self._lines.append((start, len(self._looks)))
            self._looks.append(_PLAIN)

    def keep_notes(self, source: Sequence[int]) -> list[str]:
        """References beside characters that are gone move to the nearest that stayed; returns those that cannot."""
        there = set(source)
        lost: list[str] = []
        for place in [place for place in self._notes if place not in there]:
            notes = self._notes.pop(place)
            start, end = self._lines[bisect_right(self._lines, (place, len(self._looks))) - 1]
            before = next((at for at in range(place, start - 1, -1) if at in there), None)
            after = next((at for at in range(place, end) if at in there), None)
            if before is not None:
                self._notes.setdefault(before, []).extend((False, label) for _, label in notes)
            elif after is not None:
                self._notes.setdefault(after, []).extend((True, label) for _, label in notes)
            else:
                lost += [label for _, label in notes]
        return lost

    def runs(self, text: str, source: Sequence[int], replaced: Sequence[tuple[int, int] | None]) -> Runs:
        """A new line with the marks of what stayed; new characters have those of what they replace or stand between."""
        looks = self._filled(source, replaced)
        found: list[Run] = []
        begin = 0
        for index, origin in enumerate(source):
            notes = self._notes.pop(origin, ()) if origin >= 0 else ()
            if index > begin and (looks[index] != looks[begin] or any(first for first, _ in notes)):
                found.append(Run(text[begin:index], *looks[begin]))
                begin = index
            found.extend(Run("", note=label) for first, label in notes if first)
            if any(not first for first, _ in notes):
                found.append(Run(text[begin : index + 1], *looks[begin]))
                found.extend(Run("", note=label) for first, label in notes if not first)
                begin = index + 1
        if begin < len(text):
            found.append(Run(text[begin:], *looks[begin]))
        return tuple(found)

    def _filled(self, source: Sequence[int], replaced: Sequence[tuple[int, int] | None]) -> list[Look]:
        looks: list[Look | None] = [self._looks[origin] if origin >= 0 else None for origin in source]
        after: list[Look] = []
        last = _PLAIN
        for look in reversed(looks):
            last = look if look is not None else last
            after.append(last)
        after.reverse()
        filled: list[Look] = []
        last = _PLAIN
        for index, look in enumerate(looks):
            if look is not None:
                last = look
                filled.append(look)
                continue
            stretch = replaced[index]
            of_old = self._of_stretch(stretch) if stretch is not None and stretch[0] < stretch[1] else None
            between = last if last == after[index] else _PLAIN
            filled.append(of_old if of_old is not None else between)
        return filled

    def _of_stretch(self, stretch: tuple[int, int]) -> Look | None:
        """The look that a whole stretch has, None when it has several."""
        if stretch not in self._stretches:
            looks = self._looks[stretch[0] : stretch[1]]
            self._stretches[stretch] = looks[0] if all(look == looks[0] for look in looks) else None
        return self._stretches[stretch]
