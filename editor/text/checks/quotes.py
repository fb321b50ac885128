"""Quotation marks: P06 P07 P08 P29 (GB/T 15834-2011 4.8)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from editor.article import Variant
from editor.text.checks.protected import HAN, OPAQUE
from editor.text.checks.rules import Hit
from editor.text.checks.source import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.checks.source import Line, Source

_QUIET = frozenset({Kind.BLANK, Kind.CODE, Kind.MATTER})
_CHINESE = re.compile(rf"[{HAN}，。、；：！？…—“”‘’「」『』（）《》〈〉【】]")
_STRAIGHT_MARKS = ('"', "'")
_CORNERED = frozenset({Variant.ZH_TW, Variant.ZH_HK})
_CORNER = ("「」", "『』")
_CURLY = ("“”", "‘’")
"""Outer and inner pair."""
_REACH = 400


def straight(source: Source) -> Iterator[Hit]:
    """P06: straight quotation marks round Chinese text; inches, feet, code and English keep theirs."""
    shown = source.masked
    if '"' not in shown and "'" not in shown:
        return
    for line in source.lines:
        if line.kind in _QUIET:
            continue
        for mark in _STRAIGHT_MARKS:
            yield from _straight_pairs(source, line, _straight_marks(shown, line, mark), mark)


def _straight_marks(shown: str, line: Line, mark: str) -> list[int]:
    """Places of a straight mark in a line, without inches (5.5"), feet and apostrophes."""
    places: list[int] = []
    at = shown.find(mark, line.start, line.end)
    while at >= 0:
        before = shown[at - 1] if at > line.start else " "
        if not (mark == "'" and before.isascii() and before.isalpha()):
            places.append(at)
        at = shown.find(mark, at + 1, line.end)
    behind_figures = [at for at in places if at > line.start and shown[at - 1].isdigit()]
    if len(behind_figures) == len(places):
        return []
    if len(places) % 2 and behind_figures:
        places.remove(behind_figures[0])
    return places


def _straight_pairs(source: Source, line: Line, places: list[int], mark: str) -> Iterator[Hit]:
    shown = source.masked
    paired = len(places) % 2 == 0
    for first, second in zip(places[::2], places[1::2], strict=False):
        inner = source.text[first + 1 : second]
        left, right = (
            shown[max(line.start, first - 2) : first].strip(),
            shown[second + 1 : min(line.end, second + 3)].strip(),
        )
        if inner.isascii() and " " in inner.strip() and any(map(str.isalpha, inner)):
            continue  # an English sentence keeps the marks of English
        # Code has Latin text or its marks on both sides of a string, whatever the string holds.
        if not (
            _CHINESE.match(left[-1:])
            or _CHINESE.match(right[:1])
            or (not left and not right and _CHINESE.search(inner))
        ):
            continue
        inside = mark == "'" and _inside_double(shown, line, first)
        marks = (_CORNER if source.variant in _CORNERED else _CURLY)[inside]
        yield Hit(first, second + 1, f"{marks[0]}{inner}{marks[1]}", safe=paired)
    if not paired:
        at = places[-1]
        if _CHINESE.search(shown[max(line.start, at - 1) : at] + shown[at + 1 : min(line.end, at + 2)]):
            yield _odd_straight(source, line, at, mark)


def _odd_straight(source: Source, line: Line, at: int, mark: str) -> Hit:
    """A straight mark without its partner; “…!": it closes the quotation that is open there."""
    if mark == '"' and _inside_double(source.masked, line, at):
        return Hit(at, at + 1, "」" if source.variant in _CORNERED else "”")
    return Hit(at, at + 1, note="unpaired")


def _inside_double(shown: str, line: Line, at: int) -> bool:
    """Whether a double quotation mark is open before a place; a single one stands only inside it (4.8.3.4)."""
    before = shown[max(line.start, at - _REACH) : at]
    return before.count('"') % 2 == 1 or any(
        before.count(one) > before.count(two) for one, two in (("“", "”"), ("「", "」"))
    )


@dataclass(frozen=True, slots=True)
class _Style:
    opening: str
    closing: str
    inner: str  # the pair for a quotation inside


_STYLES = (_Style("“", "”", "‘’"), _Style("「", "」", "『』"))
_SINGLES = (_Style("‘", "’", "“”"), _Style("『", "』", "「」"))
_CONNECTOR = re.compile(r"[和与及、或與]")


def pairs(source: Source) -> Iterator[Hit]:
    """P07: a quotation mark without its partner, or turned the wrong way."""
    for style in (*_STYLES, *_SINGLES):
        if style.opening in source.masked or style.closing in source.masked:
            yield from _unpaired(source, style)


def nesting(source: Source) -> Iterator[Hit]:
    """P08: a quotation inside a quotation with the outer marks; the inner pair becomes ‘’ (『』 inside 「」)."""
    for style in _STYLES:
        if style.opening not in source.masked:
            continue
        for line in source.lines:
            marks = _marks(source, line, style)
            if _balanced(marks) and not _swapped_in_the_middle(source, marks):
                yield from _inner_pairs(source, marks, style)


_Marks = list[tuple[int, bool]]
"""Offset of each mark of a line and whether it opens."""


def _marks(source: Source, line: Line, style: _Style) -> _Marks:
    if line.kind in _QUIET:
        return []
    shown = source.masked
    both = style.opening + style.closing
    found: _Marks = []
    for at in range(line.start, line.end):
        character = shown[at]
        if character not in both:
            continue
        if character == "’" and _is_apostrophe(shown, at, line, quoting=bool(found) and found[-1][1]):
            continue
        found.append((at, character == style.opening))
    return found


_YEAR = re.compile(r"’\d{2}(?!\d)")  # ’98: the century left out


def _is_apostrophe(shown: str, at: int, line: Line, *, quoting: bool) -> bool:
    """Xi’an, ’98, the students’: a ’ that ends no quotation; behind Latin text it ends one that is open (‘OK’)."""
    if _YEAR.match(shown, at):
        return not quoting
    if at == line.start or not _is_latin(shown[at - 1]):
        return False
    return not quoting or (at + 1 < line.end and _is_latin(shown[at + 1]))


def _is_latin(character: str) -> bool:
    return character == OPAQUE or (character.isascii() and character.isalnum())


def _balanced(marks: _Marks) -> bool:
    depth = 0
    for _, opens in marks:
        depth += 1 if opens else -1
        if depth < 0:
            return False
    return depth == 0


def _swapped_in_the_middle(source: Source, marks: _Marks) -> bool:
    """“五好“和”三高”: opening, opening, closing, closing, with nothing but a connector in the middle."""
    for (first, opens), (second, closes) in pairwise(marks):
        if opens and not closes and _CONNECTOR.fullmatch(source.text[first + 1 : second]):
            return True
    return False


def _inner_pairs(source: Source, marks: _Marks, style: _Style) -> Iterator[Hit]:
    stack: list[int] = []
    for at, opens in marks:
        if opens:
            stack.append(at)
            continue
        first = stack.pop()
        if len(stack) == 1:
            inner = source.text[first + 1 : at]
            yield Hit(first, at + 1, style.inner[0] + inner + style.inner[1])


def _unpaired(source: Source, style: _Style) -> Iterator[Hit]:
    """Marks of a line that do not fit; a quotation that runs on over several paragraphs is right."""
    open_since: int | None = None  # mark of a quotation that an earlier paragraph left open
    held: list[Hit] = []
    for line in source.lines:
        marks = _marks(source, line, style)
        if not marks:
            continue
        if source.masked.count('"', line.start, line.end) % 2:
            continue  # the partner may be the straight mark (P06)
        if open_since is not None and _runs_on(source, line, marks):
            held = []  # the next paragraph opens it again: right
            open_since = None
        if _balanced(marks) and not _swapped_in_the_middle(source, marks):
            continue
        if open_since is not None and _balanced([(open_since, True), *marks]):
            open_since, held = None, []  # closed some paragraphs later
            continue
        if len(marks) % 2 == 0:
            yield from _turned(source, marks, style)
            continue
        left_open = _left_open(marks)
        if left_open is None:
            yield from _lone(marks)
            continue
        yield from held
        held = [Hit(left_open, left_open + 1, note="unpaired")]
        open_since = left_open
    yield from held


def _runs_on(source: Source, line: Line, marks: _Marks) -> bool:
    """Whether a line carries on a quotation: it begins with the opening mark and closes at its end or not at all."""
    shown = source.shown(line)
    first, last = marks[0], marks[-1]
    if not first[1] or shown[: first[0] - line.start].strip():
        return False
    return not _balanced(marks) or not shown[last[0] - line.start + 1 :].strip()


def _left_open(marks: _Marks) -> int | None:
    """The one opening mark that is never closed, when all others fit and it is the last or the outermost."""
    stack: list[int] = []
    for at, opens in marks:
        if opens:
            stack.append(at)
        elif stack:
            stack.pop()
        else:
            return None
    return stack[0] if len(stack) == 1 else None


def _turned(source: Source, marks: _Marks, style: _Style) -> Iterator[Hit]:
    """An even number of marks: read as opening, closing, opening, closing; those that point the other way are wrong."""
    for (first, opens), (second, closes) in zip(marks[::2], marks[1::2], strict=True):
        if opens and not closes:
            continue
        inner = source.text[first + 1 : second]
        yield Hit(first, second + 1, style.opening + inner + style.closing, note="turned")


def _lone(marks: _Marks) -> Iterator[Hit]:
    """An odd number of marks: the first that does not fit."""
    depth = 0
    for at, opens in marks:
        if opens and depth == 1:
            yield Hit(at, at + 1, note="unpaired")
            return
        depth += 1 if opens else -1
        if depth < 0:
            yield Hit(at, at + 1, note="unpaired")
            return


_TO_CORNER = (str.maketrans("“”‘’", "「」『』"), str.maketrans("‘’“”", "「」『』"))
_TO_CURLY = (str.maketrans("「」『』", "“”‘’"), str.maketrans("『』「」", "“”‘’"))
"""For a quotation in outer marks, and for one that stands in inner marks by itself."""
_ONE_WORD = 4
_QUOTED = {
    "corner": re.compile(r"「[^「」\n]{0,600}」|『[^『』\n]{0,600}』"),
    "curly": re.compile(r"“[^“”\n]{0,600}”|‘[^‘’\n]{0,600}’"),
}


def regional(source: Source) -> Iterator[Hit]:
    """P29: 「」 in a text for the mainland, “” in one for Taiwan or Hong Kong.

    A Traditional text of no named region keeps what it has, and so does one whose region was only told from it and
    that has “” throughout: papers of the mainland print so for readers elsewhere. A single quoted word in the other
    form is left alone where the text otherwise uses its own (名为「一」的展览), and so is quoted Latin text.
    """
    if source.variant in {Variant.ZH_CN, Variant.ZH_HANS}:
        wrong, right, tables = "corner", "curly", _TO_CURLY
    elif source.variant in {Variant.ZH_TW, Variant.ZH_HK}:
        wrong, right, tables = "curly", "corner", _TO_CORNER
    else:
        return
    shown = source.masked
    found = list(_QUOTED[wrong].finditer(shown))
    if not found or (source.told and wrong == "curly" and "「" not in shown):
        return
    count = Counter(character for character in shown if character in "“「")
    own, other = ("“", "「") if right == "curly" else ("「", "“")
    mostly_own = count[own] > count[other]
    for match in found:
        inner = match[0][1:-1]
        if not _CHINESE.search(inner) or (mostly_own and len(inner) <= _ONE_WORD):
            continue
        start, end = match.span()
        text = source.text[start:end]
        yield Hit(start, end, text.translate(tables[text[0] in "‘『"]), safe=True)
