"""Stops, ellipses and the ends of paragraphs and headlines: P03 P05 P10 P11 P19 P20 P21 P27 P28 (GB/T 15834-2011)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.text.checks.protected import HAN
from editor.text.checks.rules import Hit
from editor.text.checks.source import PROSE, Kind
from editor.text.checks.words import NUMERALS, transcribed_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.checks.source import Line, Source

_MARKS = "，。、；：？！…—“”‘’「」『』（）《》〈〉【】"
_HALF_STOP = re.compile(rf"(?<=[{HAN}”’）》」』%])\.(?=[{HAN}“‘（《「『”’）》」』]|[ \t]*$)", re.MULTILINE)
_CONTEXT = 12
_ENUMERATOR = re.compile(rf"^\s*[（(]?[{NUMERALS}]{{1,3}}$")


def half_stop(source: Source) -> Iterator[Hit]:
    """P03: a half-width full stop after Chinese text (4.1)."""
    if "." not in source.masked:
        return
    for match in _HALF_STOP.finditer(source.masked):
        at = match.start()
        line = source.line_at(at)
        before = source.masked[max(line.start, at - _CONTEXT) : at]
        if line.kind in {Kind.LABELS, Kind.TABLE} or (at - line.start < _CONTEXT and _ENUMERATOR.match(before)):
            continue
        after = source.masked[at + 1 : min(at + _CONTEXT, line.end)]
        if before[-1] in NUMERALS and after[:1] and after[0] in NUMERALS:
            continue  # 一二.九: an interpunct, P24
        if transcribed_name(before, after):
            continue  # 卡尔.马克思: an interpunct, P24
        yield Hit(at, at + 1, "。")


_RUN = re.compile(r"[。，、；：！？]{2,}")
_MOST_EXCLAMATIONS = 3
_ELLIPSIS_DOTS = 3


def doubled(source: Source) -> Iterator[Hit]:
    """P05: two stops where one belongs. ？！ and up to three ！ or ？ are allowed, 。。。 is an ellipsis (P10)."""
    for match in _RUN.finditer(source.masked):
        run = match[0]
        kinds = set(run)
        if kinds <= {"！", "？"}:
            if len(run) > _MOST_EXCLAMATIONS:
                yield Hit(match.start(), match.end(), run[:_MOST_EXCLAMATIONS], note="many")
            continue
        if kinds == {"。"} and len(run) >= _ELLIPSIS_DOTS:
            continue
        yield Hit(match.start(), match.end(), _one_stop(run), safe=len(kinds) == 1 or kinds <= {"。", "，", "、", "；"})


def _one_stop(run: str) -> str:
    """The strongest stop of a run: ？ and ！ say most, then the full stop, else the one typed first."""
    for mark in "？！。":
        if mark in run:
            return mark
    return run[0]


_DOTS = re.compile(r"\.{3,}|。{3,}|…+|·{3,}|・{3,}|．{3,}")
_FULL_WIDTH = re.compile(rf"[{HAN}{_MARKS}]")
_LEADER = re.compile(r"[ \t]*\d")
_ELLIPSIS = "……"
_RIGHT_LENGTHS = (2, 4)
_ELLIPSES = frozenset(_ELLIPSIS[0] * length for length in _RIGHT_LENGTHS)


def ellipsis(source: Source) -> Iterator[Hit]:
    """P10: anything but six dots in two characters (4.11); twelve dots for a whole paragraph are right too."""
    shown = source.masked
    for match in _DOTS.finditer(shown):
        dots = match[0]
        if dots in _ELLIPSES or (dots == "…" and source.traditional):
            continue
        before = shown[match.start() - 1 : match.start()]
        after = shown[match.end() : match.end() + 1]
        if not _beside_chinese(before, after):
            continue
        if dots[0] in ".·・．" and _LEADER.match(shown, match.end()):
            continue  # 第一章......3: leader dots of a list of contents
        yield Hit(match.start(), match.end(), _ELLIPSIS, safe=True)


def _beside_chinese(before: str, after: str) -> bool:
    if before and _FULL_WIDTH.match(before):
        return True
    plain = not before or before.isspace()
    return plain and bool(after) and _FULL_WIDTH.match(after) is not None


_LIST_AND_SO_ON = re.compile(r"(?<=、)[^，。；！？：、…\n]{1,12}(……)(等等?)(?![待候到级級你我他她])")


def ellipsis_and_so_on(source: Source) -> Iterator[Hit]:
    """P11: …… and 等 say the same, one is enough (4.11)."""
    if _ELLIPSIS not in source.masked:
        return
    for match in _LIST_AND_SO_ON.finditer(source.masked):
        yield Hit(match.start(1), match.end(2), match[2])


_SAID = re.compile(r"([說说道问問答喊叫])：(?:“([^“”\n]{1,400})”。|「([^「」\n]{1,400})」。)")
_NOT_SAYING = frozenset("渠通街大赛賽轨軌频頻跑隧知味管航河车車")
_ENDS = "。！？…—"


def stop_after_quote(source: Source) -> Iterator[Hit]:
    """P19: a whole sentence quoted after 说： has its full stop inside the quotation marks (4.8)."""
    shown = source.masked
    for match in _SAID.finditer(shown):
        quoted = match[2] or match[3]
        if quoted[-1] in _ENDS or (match[1] == "道" and shown[match.start() - 1 : match.start()] in _NOT_SAYING):
            continue
        yield Hit(match.end() - 2, match.end(), "。" + shown[match.end() - 2])


_TWO_STOPS = re.compile(r"([。！？])([”’」』])(。)")
_OPENER = {"”": "：“", "’": "：‘", "」": "：「", "』": "：『"}
_REACH = 400


def stop_on_both_sides(source: Source) -> Iterator[Hit]:
    """P20: a stop before and after the closing quotation mark (4.8).

    After ！ and ？ the outer stop is only wrong where the quotation stands by itself after a colon.
    """
    shown = source.masked
    for match in _TWO_STOPS.finditer(shown):
        if match[1] != "。":
            opener = _OPENER[match[2]]
            opened = shown.rfind(opener[1], max(0, match.start() - _REACH), match.start())
            if opened < 1 or shown[opened - 1] != "：":
                continue
        yield Hit(match.start(), match.end(), match[1] + match[2], safe=True)


_INDIRECT = re.compile(r"(?:不知道|不清楚|不明白|不确定|不確定|想知道|說不清|说不清)[^，。；？！：“”「」\n]{1,30}(？)")


def indirect_question(source: Source) -> Iterator[Hit]:
    """P21 (off): a question mark after an indirect question (4.2)."""
    for match in _INDIRECT.finditer(source.masked):
        yield Hit(match.start(1), match.end(1), "。")


_LONG_ENOUGH = 30
_FINISHED = re.compile(r"(?:[。！？；：…—，、]|\.)[”’」』）》)\]】]*$")
_UNFINISHED = re.compile(rf"[{HAN}%％”」』]$")
_NOT_A_SENTENCE = re.compile(
    r"[ 　]{2,}|^[（(【\[]|[|｜│]|(?:摄|攝|供图|供圖|报道|報道|報導|[电電讯訊]|完|待续|待續|译|譯|整理)[”」』]?$"
    r"|[—─]{2}[^，。]{1,10}$|[。！？…][（(][^（）()]{0,60}[）)][”’」』]?$|(?:电话|電話|邮箱|郵箱|信箱|地址|网址|網址|热线|熱線|联系人|聯繫人|聯絡人)[^。]{0,60}$"
)


def no_final_stop(source: Source) -> Iterator[Hit]:
    """P27: a paragraph of body text that ends without a stop while the others have one."""
    body = [line for line in source.of(Kind.BODY) if line.end - line.start >= _LONG_ENOUGH]
    shown = {line: source.text[line.start : line.end].rstrip() for line in body}
    finished = sum(1 for line in body if _FINISHED.search(shown[line]))
    if finished < 2 or finished * 3 < len(body) * 2:  # noqa: PLR2004 - two thirds, and more than one to compare with
        return
    spaced = sum(1 for line in source.lines if line.kind is Kind.BLANK) * 2 >= len(body)
    following = dict(zip(source.lines, source.lines[1:], strict=False))
    for line in body:
        text = shown[line]
        if not _UNFINISHED.search(text) or _FINISHED.search(text) or _NOT_A_SENTENCE.search(text.strip()):
            continue
        if "，" not in text and "。" not in text:
            continue
        follower = following.get(line)
        if spaced and follower is not None and follower.kind in PROSE:
            continue  # a paragraph broken into lines
        if _is_deck(source, line, text):
            continue
        end = line.start + len(text)
        yield Hit(end - 1, end, text[-1] + "。")


_NAMES = 4
_DATELINE = re.compile(
    r"\s*[（(【〔]?(?:[^，。\n]{0,12}[讯訊电電]|[本新中]\w{1,8}[讯訊电電社报報]|[编編][辑輯]同志|[记記]者|\d{4}[-年])"
)


def _is_deck(source: Source, line: Line, text: str) -> bool:
    """Whether a line is a long headline (the story's dateline follows) or a list of names, and not a paragraph."""
    if "。" in text:
        return False
    if "，" not in text or text.count("、") >= _NAMES:
        return True
    return _DATELINE.match(source.text[line.end : line.end + 40]) is not None


_SUMMARY = re.compile("summary *:")
_HEADLINE_STOP = re.compile(r"[。，、；]+$")


def stopped_headline(source: Source) -> Iterator[Hit]:
    """P28: a headline or heading that ends in 。 or ，. Other ends (？！……”) are right."""
    for line in source.lines:
        start, end = line.start, line.end
        if line.kind is Kind.MATTER:
            start, end = source.field(line)
        elif line.kind not in {Kind.TITLE, Kind.HEADING}:
            continue
        match = _HEADLINE_STOP.search(source.text[start:end].rstrip())
        if match is not None and not _SUMMARY.match(source.text, line.start):
            yield Hit(start + match.start(), start + match.end(), "", safe=True)
