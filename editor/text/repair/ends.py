"""R03: the first half of a last character that took the sign behind it along: …強?/p>, 增长?.1%, 编辑:谢?| 作者.

What is left of the character is shown as ``?``, so nobody can know it; at the end of a paragraph marks are proposed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.text.repair.draft import Edit
from editor.text.repair.scoring import Page, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 200
_HAN = "\u3400-\u9fff"
_TAG = re.compile(r"[?\ufffd](?=/(?:p|br|div|span|strong|b|font|a|td|tr|li|ul|h[1-6])>)")
_FIGURE = re.compile(
    rf"(?<=[{_HAN}“（])[?\ufffd](?=\.\d|0\d|\d{{0,4}}\.?\d{{0,2}}[%％万萬亿億元多年月日个個人家点點])|(?<=[，。、；：“（,;:])[?\ufffd]{{1,2}}(?=[-.\d])"
)
_BAR = re.compile(rf"(?<=[{_HAN}])[?\ufffd](?=[|｜] ?[{_HAN}])")
_QUESTION = re.compile("[吗嗎呢么麼谁誰何哪几幾否吧啊]$|[什怎为為]")
_MARKS = "，。、；：“（,;:"
_NEAR = 12
_CLOSING = "。”！？）》"


def find(text: str, known: Sequence[Edit], *, damaged: bool) -> list[Edit]:
    """Such signs that no other edit has to do with; offers all.

    Args:
        text: The page.
        known: The other repairs of lost bytes.
        damaged: Whether the page shows other damage: else only what nobody can have written is asked about.
    """
    if "?" not in text and "\ufffd" not in text:
        return []
    page = Page(text)
    edits: list[Edit] = []
    for pattern in (_TAG, _FIGURE, _BAR):
        for number, match in enumerate(pattern.finditer(text)):
            if number >= MOST:
                break
            at = match.start()
            if any(edit.start <= at < edit.end for edit in known) or not _is_damage(text, at, pattern, damaged=damaged):
                continue
            edits.append(_closed(text, at, page) if pattern is _TAG else _gap(text, *match.span()))
    return sorted(edits, key=lambda edit: edit.start)


def _is_damage(text: str, at: int, pattern: re.Pattern[str], *, damaged: bool) -> bool:
    if pattern is _TAG or text[at + 1 : at + 2] in {".", "0"} or text[at - 1] in _MARKS:
        return True
    return damaged and not _QUESTION.search(text[max(0, at - _NEAR) : at].rpartition("\n")[2])


def _gap(text: str, start: int, end: int) -> Edit:
    return Edit("R03", start, end, text[start:end], 0.3, applied=False)


def _closed(text: str, at: int, page: Page) -> Edit:
    """Marks that a paragraph may end with, the likeliest first."""
    line = text.rfind("\n", 0, at) + 1
    place = Place.of(page, text[max(line, at - 200) : at], "")
    order = sorted(_CLOSING, key=lambda mark: place.price(mark, 0))
    found = tuple(f"{mark}<" for mark in order[:4])
    return Edit("R03", at, at + 1, found[0], 0.5, applied=False, candidates=found)
