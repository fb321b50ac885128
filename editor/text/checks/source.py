"""A text made ready for the checks: its lines and what they are, its mask, its variant."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from editor.text.checks.protected import HAN, OPAQUE, mask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article import Variant


class Kind(StrEnum):
    """What a line is, as far as the checks must know."""

    BLANK = "blank"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    TABLE = "table"
    LABELS = "labels"
    CAPTION = "caption"
    CODE = "code"
    MATTER = "matter"


PROSE = frozenset({Kind.BODY, Kind.ITEM})
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Line:
    r"""One line: code points ``start`` to ``end`` of the text, without its ``\n``."""

    start: int
    end: int
    kind: Kind


class Source:
    """A text, its lines and its mask; everything is worked out once and only when asked for.

    Args:
        text: What is checked. Offsets of findings are code points of it.
        variant: What it is written in, None = not known.
        told: Whether the variant was told from the text itself; then a habit of the whole text is no fault.
        kinds: What each line is where somebody knows it (an article's blocks); else told from the text.
    """

    def __init__(
        self, text: str, variant: Variant | None = None, kinds: Sequence[Kind] | None = None, *, told: bool = False
    ) -> None:
        self.text = text
        self.variant = variant
        self.told = told
        self._kinds = kinds

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the text, in order."""
        if self._kinds is None:
            return tuple(classified(self.text))
        return tuple(
            Line(start, end, kind if end > start else Kind.BLANK)
            for (start, end), kind in zip(_line_spans(self.text), self._kinds, strict=True)
        )

    @cached_property
    def masked(self) -> str:
        """The text with everything hidden that punctuation rules must not see; the same length."""
        hidden = mask(self.text)
        pieces: list[str] = []
        done = 0
        for line in self.lines:
            if line.kind in {Kind.CODE, Kind.MATTER}:
                start, end = self.field(line)
                pieces += (hidden[done : line.start], OPAQUE * (start - line.start), hidden[start:end])
                pieces.append(OPAQUE * (line.end - end))
                done = line.end
        return "".join(pieces) + hidden[done:]

    def field(self, line: Line) -> tuple[int, int]:
        """Where in a line of front matter the text of a headline or summary stands; empty when it holds none."""
        match = _FIELD.match(self.text, line.start, line.end) if line.kind is Kind.MATTER else None
        return match.span(1) if match is not None else (line.end, line.end)

    @cached_property
    def traditional(self) -> bool:
        """Whether the text is known to be in Traditional characters."""
        return self.variant is not None and self.variant.traditional

    def shown(self, line: Line) -> str:
        """What of a line the punctuation rules may see."""
        return self.masked[line.start : line.end]

    def of(self, *kinds: Kind) -> list[Line]:
        """The lines of some kinds."""
        return [line for line in self.lines if line.kind in kinds]

    def line_at(self, offset: int) -> Line:
        """The line that holds a code point."""
        return self.lines[bisect_right(self.lines, offset, key=_start) - 1]


_LABEL = (
    "来源|來源|稿源|作者|编辑|編輯|责编|責編|责任编辑|責任編輯|记者|記者|通讯员|通訊員|摄影|攝影|校对|校對|审核|審核|一审|一審|二审|二審|"
    "三审|三審|初审|初審|复审|複審|復審|终审|終審|监制|監製|监製|监审|監審|签发|簽發|浏览量|瀏覽量|阅读量|阅读|點擊量|点击量|点击|"
    "发布时间|發布時間|發佈時間|时间|時間|日期|字号|字號|分享到|原标题|原標題|关键词|關鍵詞|栏目|欄目|撰文|文字|图片|圖片|供稿|"
    "人气|人氣|出品|策划|策劃|制作|製作|标签|標籤|原创|转载"
)
_LABELS_LINE = re.compile(
    rf"^[\s　（(【\[]*(?:(?:{_LABEL})[\s　]*[:：|｜/／丨]|"
    rf"\d{{4}}[-/年.]\d{{1,2}}[-/月.]\d{{1,2}}日?[\s　|｜,，]*(?:\d{{1,2}}[:：]\d{{2}}|(?:{_LABEL})|$))"
)
_FIELD = re.compile(r"""(?:headline|title|kicker|subheadline|summary)[ ]*:[ ]*["']?([^"'\n|>][^"'\n]*)["']?[ ]*""")
_ITEM = re.compile(rf"^\s{{0,8}}(?:[-*+•·●○◆■□►▪][ \t　]|\d{{1,3}}[.)、．）][^\d]|[（(][\d{HAN}]{{1,3}}[)）])")
_CAPTION = re.compile(
    r"^[\s　]*(?:[图圖][\d一二三四五六七八九十]{0,3}[:：为為　 ]|▲|△|↑|!\[|[上下左右配][图圖]|[图圖]片[:：])"
)
_TABLE = re.compile(r"^\s*\||^[^\t\n]*\t[^\t\n]*\t")
_BY_FORM = ((Kind.LABELS, _LABELS_LINE), (Kind.TABLE, _TABLE), (Kind.CAPTION, _CAPTION), (Kind.ITEM, _ITEM))
_HEADING = re.compile(r"^#{1,6}[ \t]")
_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~)")
_DIVIDER = re.compile(r"^[\s　\-=_*—─━·.~—]+$")
_STOP = re.compile(r"[。！？；：，…]")
_FULL_STOP = re.compile(r"[。！？…]")
_LONGEST_TITLE = 40
_LONGEST_HEADING = 32
_MATTER_LIMIT = 60


def classified(text: str) -> list[Line]:
    """Tell what each line of a plain text or Markdown file is."""
    spans = _line_spans(text)
    matter = _front_matter(text, spans)
    found: list[Line] = []
    fenced = False
    titled = matter > 0
    for number, (start, end) in enumerate(spans):
        line = text[start:end]
        if number < matter:
            kind = Kind.MATTER
        elif _FENCE.match(line):
            fenced = not fenced
            kind = Kind.CODE
        elif fenced:
            kind = Kind.CODE
        else:
            kind = _kind(line, titled=titled)
            titled = titled or kind is not Kind.BLANK
        found.append(Line(start, end, kind))
    return [
        replace(line, kind=Kind.BODY) if line.kind is Kind.TITLE and _is_first_paragraph(text, found, number) else line
        for number, line in enumerate(found)
    ]


_PAGE_HEADER = re.compile(r"\d{4}[-/年.]\d{1,2}|[来來]源")
_SHORT_TITLE = 30
_PARAGRAPH = 40


def _is_first_paragraph(text: str, lines: list[Line], number: int) -> bool:
    """Whether a first line that ends in a stop is a short first paragraph, and not a headline with one."""
    title = text[lines[number].start : lines[number].end].strip()
    if title[-1] not in "。，、；" or title.startswith("#"):
        return False
    after = [line for line in lines[number + 1 : number + 6] if line.kind is not Kind.BLANK]
    if not after:
        return True
    if after[0].kind is Kind.LABELS and _PAGE_HEADER.search(text, after[0].start, after[0].end):
        return False
    blank = lines[number + 1].kind is Kind.BLANK
    longer = after[0].end - after[0].start >= max(_PARAGRAPH, 2 * len(title))
    return not (blank and longer and len(title) <= _SHORT_TITLE and not re.search(r"[，；]", title[:-1]))


def _line_spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        spans.append((start, start + len(line.rstrip("\r"))))
        start += len(line) + 1
    return spans


def _front_matter(text: str, spans: list[tuple[int, int]]) -> int:
    """Number of lines of YAML front matter, both fences included; 0 when there is none."""
    if not text.startswith("---\n"):
        return 0
    for number, (start, end) in enumerate(spans[1:_MATTER_LIMIT], 1):
        if text[start:end].rstrip() in {"---", "..."}:
            return number + 1
    return 0


def _kind(line: str, *, titled: bool) -> Kind:
    stripped = line.strip()
    if not stripped or _DIVIDER.match(stripped):
        return Kind.BLANK
    if _HEADING.match(line):
        return Kind.HEADING if titled else Kind.TITLE
    for kind, pattern in _BY_FORM:
        if pattern.match(line):
            return kind
    if not titled and len(stripped) <= _LONGEST_TITLE and not _FULL_STOP.search(stripped[:-1]):
        return Kind.TITLE
    if len(stripped) <= _LONGEST_HEADING and not _STOP.search(stripped[-1]) and not _FULL_STOP.search(stripped):
        return Kind.HEADING
    return Kind.BODY
