"""Numbers that a word processor prints before paragraphs: they stand in no text run and would be lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.intake.docx.numerals import is_plain, numeral
from editor.intake.docx.xml import attribute, child, number, switch, tag, value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.intake.docx.styles import Styles
    from editor.intake.docx.xml import Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_CLOSED = re.compile(r"[、，。．：；）】〕》」』]$")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    gap: bool
    restart: int | None
    legal: bool


@dataclass(frozen=True, slots=True)
class Numbered:
    """What stands before a paragraph of a list.

    Attributes:
        list_id: Lists that count together.
        depth: From 0.
        text: As printed, with the gap behind it; "" for a bullet.
        count: The number, None when this is no plain ``1.``, so that the schema's lists cannot carry it.
        bullet: Whether it is a bullet.
    """

    list_id: str
    depth: int
    text: str
    count: int | None
    bullet: bool


class Numbering:
    """The lists of a document, counting while its paragraphs go by."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._levels: dict[tuple[str, int], _Level] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._overrides: dict[str, dict[int, Element]] = {}
        self._abstract_levels: dict[str, dict[int, Element]] = {}
        for each in root if root is not None else ():
            if tag(each) == "w:abstractNum":
                self._abstract.setdefault(attribute(each, "w:abstractNumId") or "", each)
            elif tag(each) == "w:num":
                self._lists.setdefault(attribute(each, "w:numId") or "", each)

    def next(self, list_id: str, depth: int) -> Numbered | None:
        """The number of the next paragraph of a list; None when it has none (``numId`` 0 takes a style's away)."""
        depth = min(max(depth, 0), _LEVELS - 1)
        if list_id not in self._lists or list_id == "0":
            return None
        level = self._level(list_id, depth)
        abstract = value(self._lists[list_id], "w:abstractNumId") or ""
        counts = self._counts.setdefault(abstract, {})
        self._restart(list_id, depth, counts)
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in range(depth + 1, _LEVELS):
            restart = self._level(list_id, deeper).restart if deeper in counts else 0
            if deeper in counts and restart != 0 and (restart is None or depth < restart):
                del counts[deeper]
        if level.form in {"bullet", "none"} and not _PLACE.search(level.text):
            bullet = level.form == "bullet"
            return (
                Numbered(abstract, depth, "" if bullet else level.text, None, bullet) if bullet or level.text else None
            )
        text = _PLACE.sub(lambda place: self._printed(list_id, int(place[1]) - 1, counts, level), level.text)
        if not text:
            return None
        plain = is_plain(level.form) and level.text in {f"%{depth + 1}.", f"%{depth + 1}"}
        gap = " " if level.gap and not _CLOSED.search(text) else ""
        return Numbered(abstract, depth, text + gap, counts[depth] if plain else None, bullet=False)

    def _restart(self, list_id: str, depth: int, counts: dict[int, int]) -> None:
        """A list that says where it starts does so once, though its counter is shared with others."""
        start = number(self._override(list_id, depth), "w:startOverride")
        if start is not None and (list_id, depth) not in self._begun:
            self._begun.add((list_id, depth))
            counts[depth] = start - 1

    def _override(self, list_id: str, depth: int) -> Element | None:
        """What a list says of one level in the place of its abstract list."""
        if list_id not in self._overrides:
            self._overrides[list_id] = _by_level(self._lists[list_id], "w:lvlOverride")
        return self._overrides[list_id].get(depth)

    def _printed(self, list_id: str, depth: int, counts: dict[int, int], shown_in: _Level) -> str:
        level = self._level(list_id, depth)
        form = "decimal" if shown_in.legal else level.form
        return numeral(counts.get(depth, level.start), form)

    def _level(self, list_id: str, depth: int) -> _Level:
        key = (list_id, depth)
        if key not in self._levels:
            self._levels[key] = self._read(list_id, depth)
        return self._levels[key]

    def _read(self, list_id: str, depth: int) -> _Level:
        override = child(self._override(list_id, depth), "w:lvl")
        abstract = value(self._lists[list_id], "w:abstractNumId") or ""
        found = override if override is not None else self._of_abstract(abstract, depth, 0)
        start = number(found, "w:start")
        return _Level(
            start=1 if start is None else start,
            form=value(found, "w:numFmt") or "decimal",
            text=value(found, "w:lvlText") or "",
            gap=(value(found, "w:suff") or "tab") != "nothing",
            restart=number(found, "w:lvlRestart"),
            legal=bool(switch(found, "w:isLgl")),
        )

    def _of_abstract(self, name: str, depth: int, hops: int) -> Element | None:
        """A level of an abstract list; one that only names a style is that style's list."""
        abstract = self._abstract.get(name)
        if name not in self._abstract_levels:
            self._abstract_levels[name] = _by_level(abstract if abstract is not None else (), "w:lvl")
        if (level := self._abstract_levels[name].get(depth)) is not None:
            return level
        linked = value(abstract, "w:numStyleLink")
        found = self._styles.numbering(linked) if linked and hops < _LEVELS else None
        if found is None or found[0] not in self._lists:
            return None
        return self._of_abstract(value(self._lists[found[0]], "w:abstractNumId") or "", depth, hops + 1)


def _by_level(holder: Iterable[Element], name: str) -> dict[int, Element]:
    """Children of a name by their level, the first of each."""
    found: dict[int, Element] = {}
    for each in holder:
        level = _int(attribute(each, "w:ilvl")) if tag(each) == name else None
        if level is not None:
            found.setdefault(level, each)
    return found


def _int(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() and len(text) < _LEVELS else None
