"""The enumeration comma and the colon: P15 P16 P17 P18 (GB/T 15834-2011 4.5, 4.7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.article import Variant
from editor.text.checks.rules import Hit
from editor.text.checks.source import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.checks.source import Source

_BETWEEN_QUOTED = re.compile(r"(?<=[”》])、(?=[“《])")


def between_quoted(source: Source) -> Iterator[Hit]:
    """P15 (off): no 、 between quoted or titled members as a rule (4.5.3.5); Traditional text uses it."""
    if source.traditional:
        return
    shown = source.masked
    for match in _BETWEEN_QUOTED.finditer(shown):
        at = match.start()
        if (shown[at - 1] == "”") == (shown[at + 1] == "“"):
            yield Hit(at, at + 1, "")


_DIGITS = "一二三四五六七八九"
# Measure words of quantity; those that also count ranks (名, 号, 等, 级, 届, 层, 线, 楼, 章) are not among them.
_QUANTITY = (
    "[十百千万亿萬億][余餘多]?|[个個](?!百分点|百分點)|人|天|只|隻|头|頭|条|條|辆|輛|家|户|戶|斤|吨|噸|公[斤里顷頃分]|米|亩|畝|岁|歲|块|塊|元|"
    "小时|小時|分钟|分鐘|秒|里|尺|遍|趟|把(?!手)|杯|瓶|盒|倍|成|件|张|張|棵|株|座|间|間|所|篇|本|支|年(?![级級代])"
)
_APPROXIMATE = re.compile(
    rf"(?<![、第{_DIGITS}十百千初])([{_DIGITS}])、([{_DIGITS}])(?=(?:{_QUANTITY}))(?!十大|[{_DIGITS}])"
)


def approximate(source: Source) -> Iterator[Hit]:
    """P16: two neighboring numerals for "about" stand without 、 (4.5): 三四十人; 三、四等奖 means the two prizes."""
    if source.variant in {Variant.ZH_TW, Variant.ZH_HK}:
        return  # printed so there
    shown = source.masked
    for match in _APPROXIMATE.finditer(shown):
        start = match.start()
        if _DIGITS.index(match[2]) != _DIGITS.index(match[1]) + 1:
            continue
        if shown[start - 1 : start] in {"。", "；", "：", "！", "？", "（", "("}:
            continue
        if _begins_line(source, start) and (match[1] == "一" or _has_sections(source, start)):
            continue  # 一、二十人参加: the number of a section
        yield Hit(match.start(), match.end(), match[1] + match[2])


_SECTION = re.compile(rf"^[ \t　]*(?:[{_DIGITS}十]{{1,3}}、|[（(][{_DIGITS}十]{{1,3}}[）)])", re.MULTILINE)


def _begins_line(source: Source, at: int) -> bool:
    return not source.masked[max(source.line_at(at).start, at - 8) : at].strip()


def _has_sections(source: Source, at: int) -> bool:
    """Whether another line begins with the number of a section (二、…)."""
    line = source.line_at(at)
    return _SECTION.search(source.masked, 0, line.start) is not None or (
        _SECTION.search(source.masked, line.end) is not None
    )


_AND = re.compile(
    r"、(?:(等等|等)(?![级級待候到距额額比边邊式号號同闲閒腰价價值离離高温溫压壓效外量位深身分因])"
    r"|(和)(?![\u4e00-\u9fff]{2}[（、]|[平谐諧县縣田睦服顺順牌解声聲静靜弦美林政龙龍蔼藹气氣而颜顏衷风風硕碩合约約善畅暢稀面麵尚棋珅氏布好乐樂煦盘盤暖])"
    r"|(及)(?![时時格早第至物笄冠]))"
)


def before_and(source: Source) -> Iterator[Hit]:
    """P17: 、 before 等, 和 or 及 (4.5). 与 mostly begins a phrase there (最关注、与生活密切的)."""
    if "、" not in source.masked:
        return
    for match in _AND.finditer(source.masked):
        word = next(group for group in match.groups() if group)
        yield Hit(match.start(), match.start() + 1, "", safe=True, values={"word": word})


_SPEECH = re.compile(
    r"(?:说|說|(?<![报報])道|称|稱|表示|指出|强调|強調|介绍|介紹|认为|認為|坦言|透露|要求|提出|呼吁|呼籲|提到|看来|看來)$"
)
_SENTENCE_END = frozenset("。！？；\n")
_OPENING = "“「『‘（《"
_CLOSING = "”」』’）》"


def two_colons(source: Source) -> Iterator[Hit]:
    """P18: a colon inside the reach of another in one sentence (4.7).

    Only where the first follows a word of saying and no quotation opens behind it; lists of labels have many.
    """
    shown = source.masked
    if shown.count("：") < 2:  # noqa: PLR2004 - two colons, as the rule says
        return
    for line in source.of(Kind.BODY, Kind.TITLE, Kind.HEADING):
        if shown.count("：", line.start, line.end) > 1:
            yield from _colons_of_line(shown, line.start, line.end)


def _colons_of_line(shown: str, start: int, end: int) -> Iterator[Hit]:
    depth = 0
    speaking = False
    for at in range(start, end):
        character = shown[at]
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif character in _SENTENCE_END:
            speaking = False
        elif character == "：" and depth == 0:
            if speaking:
                yield Hit(at, at + 1)
            speaking = bool(_SPEECH.search(shown[max(start, at - 4) : at])) and shown[at + 1 : at + 2] not in _OPENING
