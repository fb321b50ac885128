"""What kind of text stands at a place of a page: code, an address, talk about HTML. Looked up once a page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff々〇"
_ABOUT_HTML = re.compile(
    r"\b(?:x?html5?|xml|css|json|unicode|javascript|python|java|markdown|utf-?8)\b|标签|標籤|标记语言|標記語言|实体|實體|转义|轉義|"
    r"源代码|原始碼|源碼|源码|代码|程式碼|编程|編程|前端|字符串|字串",
    re.IGNORECASE | re.ASCII,
)
_MARKUP = re.compile(r"<[^<>\n]{1,1000}>|&(?:amp;)?[A-Za-z0-9#]{1,12};")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)", re.MULTILINE)
_HOST_END = r"[^\s\u2018-\u201d\u3000-\u303f\uff00-\uffef<>\"]+"
_URL = re.compile(
    rf"(?:https?|ftp|file)://{_HOST_END}"
    rf"|www\.[A-Za-z0-9]{_HOST_END}"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
    r"|(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\.){1,8}(?:com|cn|net|org|gov|edu|io|tw|hk)\b[/?][!-~]*",
    re.IGNORECASE,
)
_URL_END = re.compile(f"[,;:!?)]+(?:[{HAN}]|$)")
_CODE_LINE = re.compile(
    r"^\s*(?://|/\*|import \w|from \w+ import|def \w+\(|class \w+[:(]|return\b|(?:if|for|while|switch)\s*\(|"
    r"(?:var|let|const) \w+\s*=|function\b|printf?\(|console\.|public |private |"
    r"SELECT |INSERT |UPDATE |CREATE |#include|@\w+\()"
    r"|[{}]\s*$|\)\s*;\s*$|=>|==|!=|&&|\|\||\w\s*=\s*[\"'\[{]"
)
_REACH = 500
"""Characters on each side that tell what a place of a very long line is about."""
_KANA = re.compile("[\u3041-\u30fa]")
_JAPANESE = 4
"""Kana from which on a stretch is Japanese; one or two can be what shifted bytes look like."""


def is_japanese(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text is Japanese."""
    return len(_KANA.findall(text, max(0, start), end)) >= _JAPANESE


class Places:
    """Answers about places of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._talk: dict[tuple[int, int], bool] = {}
        self._code: dict[int, bool] = {}

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self._text)]

    @cached_property
    def _ticks(self) -> list[int]:
        return [match.start() for match in re.finditer("`", self._text)]

    @cached_property
    def _fences(self) -> list[int]:
        return [match.start() for match in _FENCE.finditer(self._text)]

    @cached_property
    def _addresses(self) -> list[tuple[int, int]]:
        if not any(sign in self._text for sign in ("/", "@", "www.", "WWW.")):
            return []
        return [_trimmed(match) for match in _URL.finditer(self._text)]

    @cached_property
    def _address_starts(self) -> list[int]:
        return [start for start, _ in self._addresses]

    def line(self, at: int) -> tuple[int, int]:
        """Start and end of the line that a place is on."""
        number = bisect_left(self._breaks, at)
        start = self._breaks[number - 1] + 1 if number else 0
        return start, self._breaks[number] if number < len(self._breaks) else len(self._text)

    def in_code(self, at: int) -> bool:
        """Whether a place lies in a fenced block or between backticks on its line."""
        if bisect_left(self._fences, at) % 2:
            return True
        if not self._ticks:
            return False
        start, end = self.line(at)
        here = bisect_left(self._ticks, at)
        before = here - bisect_left(self._ticks, start)
        return before % 2 == 1 and here < len(self._ticks) and self._ticks[here] < end

    def in_address(self, at: int) -> bool:
        """Whether a place lies in a URL or an e-mail address."""
        place = bisect_right(self._address_starts, at) - 1
        return place >= 0 and at < self._addresses[place][1]

    def on_code_line(self, at: int) -> bool:
        """Whether the line is one of a program."""
        start, end = self.line(at)
        known = self._code.get(start)
        if known is None:
            line = self._text[start : min(end, start + _REACH)]
            letters = sum(char.isascii() and not char.isspace() for char in line)
            known = self._code[start] = bool(_CODE_LINE.search(line)) and letters * 2 > len(line.strip())
        return known

    def about_html(self, at: int) -> bool:
        """Whether the line speaks of HTML or of code, its own tags and entities left out."""
        start, end = self.line(at)
        bucket = (at - start) // _REACH
        known = self._talk.get((start, bucket))
        if known is None:
            first = max(start, start + (bucket - 1) * _REACH)
            line = self._text[first : min(end, start + (bucket + 2) * _REACH)]
            known = self._talk[start, bucket] = bool(_ABOUT_HTML.search(_MARKUP.sub(" ", line)))
        return known


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """An address ends before Chinese text that follows a mark, and before a mark at its end."""
    found = _URL_END.search(match.group())
    return match.start(), match.start() + found.start() if found else match.end()
