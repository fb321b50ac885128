"""Where dates, labels, addresses and chrome stand in a header or foot line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.intake import chrome
from editor.intake.dates import compact, stamps, vague
from editor.intake.vocabulary import FIELDS, OFFICES, REPORTERS, ROLES, alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABELS = sorted({*ROLES, *FIELDS}, key=len, reverse=True)
_PADDED = 2  # 来　源: labels of two characters are padded like names
_LOOSE = re.compile("[一-鿿]{3,4}")  # 索 引 号
_SPACED = "|".join(
    r" {0,4}".join(map(re.escape, label))
    if len(label) == _PADDED
    else (r" {0,2}".join(label) if _LOOSE.fullmatch(label) else re.escape(label))
    for label in _LABELS
)
_PREFIX = r"(?<![一-鿿A-Za-z0-9/])(?:本文|本期|本版|版面|文章|稿件|图文|新闻|本报|本网|本台|作者)?"
_LABEL = re.compile(
    rf"{_PREFIX}(?:\[ ?(?P<boxed>{_SPACED}) ?\] ?:?|(?P<label>{_SPACED}) ?:)"
    rf"|(?<=[ |/·;,\])])(?P<late>{_SPACED}) ?:"
)
_BARRED = re.compile(rf"(?:^|(?<=[ ;,|/])){_PREFIX}(?P<barred>{_SPACED}) ?\|(?=(?: ?[^ |])+)")
# 一审一校：, 编辑、审核：, 文字/摄影：: two roles of the same people.
_ROLE_WORDS = alternatives(tuple(role for role in ROLES if len(role) >= _PADDED))
_DOUBLE = re.compile(rf"(?<![一-鿿])(?!版面|稿件)(?P<label>(?:{_ROLE_WORDS})(?:[/、&·|和及兼] ?)?(?:{_ROLE_WORDS})) ?:")
# 来源 桃江融媒 时间 2022年5月17日: labels without a colon, on a line that has a date; 来源/桃江融媒.
_UNCOLONED = re.compile(
    r"(?:^|(?<=[ |]))(?P<spaced>来源|稿源|文章来源|信息来源|发布时间|发布日期|更新时间|时间|日期) (?=[一-鿿0-9])"
    r"|(?:^|(?<=[ |]))(?P<joined>发表于|发布于|刊发于|刊登于|更新于) ?(?=[12]\d{3}[-/.年])"
)
_SLASHED = re.compile(r"(?:^|(?<=[ |]))(?P<slashed>来源|稿源|文章来源|信息来源|栏目|时间|日期) ?/ ?(?=[一-鿿0-9])")
# 永州日报全媒体记者, 核稿编辑, 值班副总编: other words before the name of a role belong to the label.
_ORG_ROLE = re.compile(
    rf"(?<![一-鿿])(?P<label>[一-鿿]{{2,14}}(?:{alternatives(REPORTERS)})|[一-鿿]{{1,5}}(?:{alternatives(OFFICES)})) ?:"
)
_URL = re.compile(r"https?:/?/?[^\s一-鿿（）]+|www\.[^\s一-鿿（）]+")


@dataclass(frozen=True, slots=True)
class FieldMark:
    """Something in a folded line that tells its fields apart.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        kind: ``chrome``, ``date``, ``vague``, ``url`` or ``label``.
        value: Code of the chrome, ISO date, the vague date, or the folded label.
    """

    start: int
    end: int
    kind: str
    value: str


def marks(folded: str) -> list[FieldMark]:
    """Dates, chrome and labels, left to right, not overlapping; dates win, then labels."""
    urls = [match.span() for match in _URL.finditer(folded)]
    found: list[FieldMark] = [
        FieldMark(stamp.start, stamp.end, "date", stamp.iso)
        for stamp in stamps(folded)
        if _free(urls, stamp.start, stamp.end)
    ]
    for match in _labels(folded, found):
        label = next(text for text in match.groupdict().values() if text)
        if _free([(mark.start, mark.end) for mark in found] + urls, *match.span()):
            found.append(FieldMark(match.start(), match.end(), "label", label.replace(" ", "")))
    found.extend(_uncertain(folded, found, urls))
    for start, end in [(mark.start, mark.end) for mark in found] + urls:
        folded = folded[:start] + "|" * (end - start) + folded[end:]  # a count ends where a date begins
    found.extend(FieldMark(piece.start, piece.end, "chrome", piece.what) for piece in chrome.pieces(folded))
    return sorted(found, key=lambda mark: mark.start)


def _labels(folded: str, dates: list[FieldMark]) -> Iterator[re.Match[str]]:
    yield from _DOUBLE.finditer(folded)
    yield from _LABEL.finditer(folded)
    yield from _ORG_ROLE.finditer(folded)
    barred = list(_BARRED.finditer(folded))
    # 周燕妮 文 | 彭沛 图 has no labels before its bars: the first must begin the line, or follow a date.
    if barred and (not folded[: barred[0].start()].strip() or any(mark.end <= barred[0].start() for mark in dates)):
        yield from barred
    yield from _SLASHED.finditer(folded)
    if dates:
        yield from _UNCOLONED.finditer(folded)


def _uncertain(folded: str, found: list[FieldMark], urls: list[tuple[int, int]]) -> list[FieldMark]:
    """Dates of eight figures beside other fields, times without a sure day, addresses that no label asks for."""
    more: list[FieldMark] = []
    taken = [(mark.start, mark.end) for mark in found]
    if found and not any(mark.kind == "date" for mark in found):
        days = (FieldMark(stamp.start, stamp.end, "date", stamp.iso) for stamp in compact(folded))
        more.extend(mark for mark in days if _free(taken + urls, mark.start, mark.end))
    taken = [(mark.start, mark.end) for mark in [*found, *more]]
    more.extend(
        FieldMark(start, end, "vague", folded[start:end])
        for start, end in vague(folded)
        if _free(taken + urls, start, end)
    )
    for start, end in urls:
        before = max((mark for mark in found if mark.end <= start), key=lambda mark: mark.end, default=None)
        asked = before is not None and before.kind == "label" and FIELDS.get(before.value) == "origin_url"
        if found and not asked:
            more.append(FieldMark(start, end, "url", ""))
    return more


def _free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(end <= left or start >= right for left, right in taken)
