"""Brackets and title marks: P09 P22 P23 (GB/T 15834-2011 4.9, 4.15)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.text.checks.protected import HAN
from editor.text.checks.rules import Hit
from editor.text.checks.source import Kind
from editor.text.checks.words import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.checks.source import Line, Source

_DEEP = 20
_QUIET = frozenset({Kind.BLANK, Kind.CODE, Kind.MATTER})
_PARTNER = {"（": "）", "(": ")", "【": "】", "《": "》", "〔": "〕"}
_SHAPE = {"（": "round", "）": "round", "(": "round", ")": "round", "【": "lens", "】": "lens"}
_SHAPE |= {"《": "title", "》": "title", "〔": "shell", "〕": "shell"}
_BRACKET = re.compile("[()（）【】《》〔〕]")
_CHINESE = re.compile(rf"[{HAN}，。、；：！？“”]")
# 1） a） 一） at the head of a line, of a sentence or of a member of a list.
_LIST_HEAD = re.compile(
    rf"(?:^|[\s　。；：，、！？”）)])(?:\d{{1,3}}|[A-Za-z]|[ivxIVX]{{1,4}}|[{NUMERALS}]{{1,3}}|[①-⑳])$"
)


@dataclass(frozen=True, slots=True)
class _Open:
    at: int
    mark: str


@dataclass
class _State:
    """Brackets that are open across lines, and those that found no partner."""

    unclosed: list[_Open]
    unopened: list[_Open]
    mixed: list[Hit]


def brackets(source: Source) -> Iterator[Hit]:
    """P09: a bracket without its partner, or a full-width one with a half-width one; lists 1） a） are legal."""
    shown = source.masked
    state = _State([], [], [])
    for line in source.lines:
        if line.kind not in _QUIET:
            _read_line(source, shown, line, state)
    yield from state.mixed
    for bracket in _without_partner(state):
        yield Hit(bracket.at, bracket.at + 1, note="unpaired")


def _read_line(source: Source, shown: str, line: Line, state: _State) -> None:
    stack: list[_Open] = []
    for match in _BRACKET.finditer(shown, line.start, line.end):
        at, mark = match.start(), match[0]
        if mark in _PARTNER:
            stack.append(_Open(at, mark))
            continue
        if stack and _SHAPE[stack[-1].mark] == _SHAPE[mark]:
            opened = stack.pop()
            if _PARTNER[opened.mark] != mark:
                state.mixed += _one_width(source, opened, at)
            continue
        if _SHAPE[mark] == "round" and _LIST_HEAD.search(shown[max(line.start, at - 5) : at]):
            continue
        opened_before = next((item for item in stack[:-_DEEP:-1] if _SHAPE[item.mark] == _SHAPE[mark]), None)
        if opened_before is not None:
            stack.remove(opened_before)
            continue
        state.unopened.append(_Open(at, mark))
    state.unclosed += stack


def _one_width(source: Source, opened: _Open, closing: int) -> list[Hit]:
    inner = source.text[opened.at + 1 : closing]
    around = source.text[max(0, opened.at - 1) : opened.at] + inner + source.text[closing + 1 : closing + 2]
    if not _CHINESE.search(around):
        return []
    return [Hit(opened.at, closing + 1, f"（{inner}）", safe=True, note="mixed")]


_NEAR = 1500


def _without_partner(state: _State) -> Iterator[_Open]:
    """Brackets left over, but not those that open in one paragraph and close in a later one."""
    waiting: dict[str, list[_Open]] = {}
    lonely: list[_Open] = []
    for bracket in sorted([*state.unclosed, *state.unopened], key=lambda item: item.at):
        shape = _SHAPE[bracket.mark]
        opened = waiting.setdefault(shape, [])
        if bracket.mark in _PARTNER:
            opened.append(bracket)
        elif opened and bracket.at - opened[-1].at <= _NEAR:
            opened.pop()
        else:
            lonely.append(bracket)
    for opened in waiting.values():
        lonely += opened
    yield from sorted((item for item in lonely if item.mark not in "()"), key=lambda item: item.at)


# What no work can be followed by: 《中国移动》公司 (4.15).
_NOT_A_WORK = re.compile(
    r"《([^《》\n]{1,40})》(?:荣誉|榮譽)?((?:有限|股份|责任|責任|集团|集團)*公司|集团|集團|称号|稱號|活动(?!组|家)|活動(?!組|家)|课题(?!组|研究组)|課題(?!組))"
)
_COMPANY = re.compile(r"公司|集[团團]")


def title_of_no_work(source: Source) -> Iterator[Hit]:
    """P22: title marks round what is no work: a company, an honor, an activity, a research project (4.15)."""
    if "》" not in source.masked:
        return
    for match in _NOT_A_WORK.finditer(source.masked):
        end = match.end(1) + 1
        inner = source.text[match.start(1) : match.end(1)]
        fix = inner if _COMPANY.search(match[2]) else f"“{inner}”"
        yield Hit(match.start(), end, fix, values={"noun": match[2]})


_TITLE_MARK = re.compile("[《》〈〉]")


def nested_titles(source: Source) -> Iterator[Hit]:
    """P23: 《 》 inside 《 》, and in Simplified text 〈 〉 with nothing round it (4.15.3)."""
    if "《" not in source.masked and "〈" not in source.masked:
        return
    for line in source.lines:
        if line.kind not in _QUIET:
            yield from _titles_of_line(source, line)


def _titles_of_line(source: Source, line: Line) -> Iterator[Hit]:
    stack: list[_Open] = []
    for match in _TITLE_MARK.finditer(source.masked, line.start, line.end):
        at, mark = match.start(), match[0]
        if mark in "《〈":
            stack.append(_Open(at, mark))
            continue
        if not stack or (stack[-1].mark == "《") != (mark == "》"):
            return  # unpaired: P09
        opened = stack.pop()
        inner = source.text[opened.at + 1 : at]
        if mark == "》" and len(stack) == 1 and stack[0].mark == "《":
            yield Hit(opened.at, at + 1, f"〈{inner}〉", safe=True)
        elif mark == "〉" and not stack and not source.traditional:
            yield Hit(opened.at, at + 1, f"《{inner}》", note="alone")
