"""Foreign Markdown: whatever python-markdown reads (tables and footnotes on), as blocks of the schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.markup.from_html import blocks_from_html
from editor.markup.losses import Loss
from editor.markup.reader import read

if TYPE_CHECKING:
    from editor.markup.blocks import Block

MAX_LENGTH = 200_000
MAX_LINE = 40_000
MAX_BRACKETS = 4_000_000
"""Most of the sum of squared numbers of ``[`` by paragraph: python-markdown's time for them grows so."""

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_ITEM = re.compile(r"([ \t]*+)(?:[-*+]|([0-9]{1,9})\.)[ \t]+(?=\S)")
_INLINE = re.compile(r"(`[^`\n]*+`)|(?<!~)~~(?=[^\s~])([^~\n]*+)(?<!\s)~~(?!~)|(?<=[0-9])\*(?=[0-9])")
_PRIORITY_OF_NUMBERED_LISTS = 40
_BETWEEN_LISTS = "<!-- -->"
_NO_PLACE = "\ue000no place for footnotes\ue000"


def read_foreign(markdown: str) -> tuple[tuple[Block, ...], tuple[Loss, ...]]:
    """The blocks of foreign Markdown, in normal form, and what the schema could not carry.

    Lists that do not count from 1 (``2021. 年``) and asterisks between figures (``3*4``) are text; ``~~…~~`` is struck
    out. A text that python-markdown would need too long for (over 200,000 characters, a line of over 40,000, thousands
    of brackets in one paragraph), or that it fails on, is read by our own reader, which keeps as text what it does not
    know; the loss ``unread_markup`` says so.
    """
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    html = None if _is_too_much(text) else _html(text)
    if html is None:
        return read(text), (Loss("unread_markup", 1, kept=True),)
    return blocks_from_html(html, from_markdown=True)


def _is_too_much(text: str) -> bool:
    return (
        len(text) > MAX_LENGTH
        or any(len(line) > MAX_LINE for line in text.split("\n"))
        or sum(block.count("[") ** 2 for block in text.split("\n\n")) > MAX_BRACKETS
    )


def _html(text: str) -> str | None:
    from markdown import Markdown  # costs 80 ms, only foreign Markdown needs it
    from markdown.blockprocessors import OListProcessor
    from markdown.extensions.fenced_code import FencedCodeExtension
    from markdown.extensions.footnotes import FootnoteExtension
    from markdown.extensions.tables import TableExtension

    extensions = [TableExtension(), FootnoteExtension(PLACE_MARKER=_NO_PLACE), FencedCodeExtension()]
    reader = Markdown(extensions=extensions)
    # Lists say from which number they count, else that number would be lost.
    numbered = type("NumberedListProcessor", (OListProcessor,), {"LAZY_OL": False})
    reader.parser.blockprocessors.register(numbered(reader.parser), "olist", _PRIORITY_OF_NUMBERED_LISTS)
    try:
        return reader.convert(_prepared(text))
    except (RecursionError, ValueError, AssertionError, IndexError, AttributeError):
        return None


def _prepared(text: str) -> str:
    """The text with what python-markdown would lose or misread written so that it does not."""
    lines: list[str] = []
    numbering = _Numbering()
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            lines.append(line)
        elif fence:
            lines.append(line)
        else:
            lines.extend(_INLINE.sub(_kept, each) for each in numbering.written(line))
    return "\n".join(lines)


class _Numbering:
    """Lists as their writer meant them: they begin without an empty line before them, and no number is lost."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._ordered: dict[int, bool] = {}
        self._in_list = False
        self._before = ""

    def written(self, line: str) -> list[str]:
        """The line, an empty line before it where python-markdown needs one, and a stray number as text."""
        item = _ITEM.match(line)
        apart = not self._before.strip()
        lines = [line]
        if item is None:
            self._in_list = self._in_list and (not apart or not line.strip() or line[0] in " \t")
        elif not self._in_list and not apart and item[2] not in {None, "1"}:
            pass  # a figure at the beginning of a line inside a paragraph
        elif self._is_of_another_kind(item):
            lines = ["", _BETWEEN_LISTS, "", line]
        elif self._is_numbered_among_others(item):
            lines = [f"{item[1]}- {item[2]}\\. {line[item.end() :]}"]
        elif not self._counts(item):
            lines = ["", f"{line[: item.end(2)]}\\{line[item.end(2) :]}"]
        elif not self._in_list:
            self._in_list = True
            if not apart and not self._before.lstrip().startswith(">"):
                lines = ["", line]
        self._before = line
        return lines

    def _is_of_another_kind(self, item: re.Match[str]) -> bool:
        """Whether an item begins a list of its own, since it counts and the list above does not, or the other way.

        python-markdown makes one list of both, of the kind of the first, and the numbers would be lost.
        """
        if not self._in_list:
            self._ordered = {}
        indent, ordered = len(item[1].expandtabs(4)), item[2] is not None
        other = self._ordered.get(indent, ordered) != ordered
        if other and indent == 0 and item[2] in {None, "1"}:
            self._numbers, self._ordered = ({0: 1} if ordered else {}), {0: ordered}
            return True
        self._ordered = {deep: kind for deep, kind in self._ordered.items() if deep <= indent}
        self._ordered.setdefault(indent, ordered)
        return False

    def _is_numbered_among_others(self, item: re.Match[str]) -> bool:
        """Whether a numbered item stands below unnumbered ones inside another item, where lists are not parted."""
        indent = len(item[1].expandtabs(4))
        if not indent or item[2] is None or not self._in_list:
            return False
        return self._ordered.get(indent) is False

    def _counts(self, item: re.Match[str]) -> bool:
        """Whether an item has no number, or one that begins a list or goes on counting at its indent."""
        if not self._in_list:
            self._numbers = {}
        if item[2] is None:
            return True
        indent, number = len(item[1].expandtabs(4)), int(item[2])
        before = self._numbers.get(indent, 0 if self._in_list else number - 1)
        if number not in {1, before + 1}:
            return False
        self._numbers[indent] = number
        return True


def _kept(match: re.Match[str]) -> str:
    if match[1]:
        return match[0]
    return f"<s>{match[2]}</s>" if match[2] else "\\*"
