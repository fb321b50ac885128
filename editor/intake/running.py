"""Running heads of printed pages: lines that a PDF copy repeats beside its page numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.intake import forms
from editor.intake.dates import stamps
from editor.intake.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.losses import LossBook

_LONGEST = 50
_FEWEST = 2
_FIGURES = re.compile(r"\d+")
_PAGE = re.compile(r"[-—–·• ]*(?:第 ?)?\d{1,4}(?: ?页)?(?: ?[/，, ] ?共? ?\d{1,4} ?页?)?[-—–·• ]*")


def without_running_heads(lines: Sequence[str], losses: LossBook) -> list[str]:
    """The lines without those that stand several times, each time but at the top beside a page number."""
    inked = [(index, line.strip()) for index, line in enumerate(lines) if line.strip()]
    numbers = {at for at, (_, text) in enumerate(inked) if _is_page_number(text)}
    if not numbers:
        return list(lines)
    places: dict[str, list[int]] = {}
    for at, (_, text) in enumerate(inked):
        if len(text) <= _LONGEST and at not in numbers and not forms.ends_sentence(text):
            places.setdefault(_FIGURES.sub("0", "".join(text.split())), []).append(at)
    gone: set[int] = set()
    for found in places.values():
        beside = [at for at in found if numbers & {at - 1, at + 1} or at == 0]
        if len(found) < _FEWEST or len(beside) < len(found) or _is_numbered_text(inked, found):
            continue
        if any(map(str.isdigit, inked[found[0]][1])):
            gone.update(inked[at][0] for at in found)
        elif _breaks_text(inked, found, numbers):  # it may be the headline too: the first stays
            gone.update(inked[at][0] for at in (found[1:] if found[0] == 0 else found))
    for index in sorted(gone):
        losses.add("running_head", lines[index])
    for at in _bare_numbers(inked, sorted(numbers), gone):
        losses.add("page_number", inked[at][1])
        gone.add(inked[at][0])
    return [line for index, line in enumerate(lines) if index not in gone]


def _breaks_text(inked: Sequence[tuple[int, str]], found: Sequence[int], numbers: set[int]) -> bool:
    """Whether a sentence goes on across one of the places, or the numbers are those of pages by their form (— 1 —)."""
    for at in found:
        first, last = at, at
        while first - 1 in numbers:
            first -= 1
        while last + 1 in numbers:
            last += 1
        if any(not inked[number][1].isdecimal() for number in range(first, last + 1) if number in numbers):
            return True
        if first > 0 and last + 1 < len(inked) and not forms.ends_sentence(inked[first - 1][1]):
            return True
    return False


def _bare_numbers(inked: Sequence[tuple[int, str]], numbers: Sequence[int], gone: set[int]) -> list[int]:
    """Numbers beside running heads, and those that come before or after them (5, 6): they number the pages."""
    bare = [at for at in numbers if inked[at][1].isdecimal()]
    sure = {int(inked[at][1]) for at in bare if _beside(at, inked, gone)}
    return [at for at in bare if {int(inked[at][1]) + step for step in (-1, 0, 1)} & sure]


def _beside(at: int, inked: Sequence[tuple[int, str]], gone: set[int]) -> bool:
    return any(0 <= near < len(inked) and inked[near][0] in gone for near in (at - 1, at + 1))


def _is_page_number(text: str) -> bool:
    folded = fold(text)
    return bool(_PAGE.fullmatch(folded)) and not stamps(folded)


def _is_numbered_text(inked: Sequence[tuple[int, str]], found: Sequence[int]) -> bool:
    """第1章 and 第2章 differ in more than the number of a page, and headings do not stand a page apart."""
    texts = {inked[at][1] for at in found}
    return len(texts) > 1 and any(forms.is_numbered(text) for text in texts)
