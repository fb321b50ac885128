"""Collects text, marks and boundaries as a parser meets them and makes blocks of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.markup.blocks import (
    Block,
    Footnote,
    Heading,
    Image,
    Item,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    plain,
)
from editor.markup.inline import joins_without_blank

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_PIECES = re.compile(r"[ \r]+|[^ \r]+")
_INDENT = re.compile(r"[ \t]*(?:\u3000|\u2003|\u00a0\u00a0)")
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_NOTE = "\0"


class BlockBuilder:
    """One flow of blocks: a body, or a cell of a table.

    Args:
        counted: Where losses are counted, by what was lost.
        split_at_breaks: Whether two line breaks in a row, or one before an ideographic indent, part paragraphs.
    """

    def __init__(self, counted: Counter[str], *, split_at_breaks: bool) -> None:
        self.blocks: list[Block] = []
        self._counted = counted
        self._split = split_at_breaks
        self._runs: list[Run] = []
        self._marks: list[Mark] = []
        self._links: list[str | None] = []
        self._heading: int | None = None
        self._quotes = 0
        self._quoted: list[Runs] = []
        self._lists: list[_List] = []
        self._items: list[Item] = []
        self._pending: list[Image] = []
        self._caption = ""
        self._note: tuple[str, list[Runs]] | None = None

    # --- characters -------------------------------------------------------------------------------------------------

    def text(self, text: str, *, literal: bool = False) -> None:
        """Characters; blanks count as in HTML unless they are literal (``pre``)."""
        if not literal:
            text = _BLANKS.sub(lambda match: "\r" if "\n" in match[0] else " ", text)
        self._runs.append(Run(text, frozenset(self._marks), self._links[-1] if self._links else None))

    def line_break(self) -> None:
        """A forced line break."""
        self.text("\n", literal=True)

    def reference(self, label: str) -> None:
        """A reference to a footnote."""
        self._runs.append(Run("", note=label))

    def open_mark(self, mark: Mark) -> None:
        """What follows carries a mark."""
        self._marks.append(mark)

    def close_mark(self, mark: Mark) -> None:
        """The innermost of these marks ends."""
        self._marks.reverse()
        self._marks.remove(mark)
        self._marks.reverse()

    def open_link(self, href: str | None) -> None:
        """What follows is a link."""
        self._links.append(href)

    def close_link(self) -> None:
        """The link ends."""
        self._links.pop()

    def position(self) -> int:
        """Where the text collected so far ends; for `shift`."""
        return len(self._runs)

    def shift(self, since: int, *, raised: bool) -> None:
        """The text since a position was raised (``sup``) or lowered: as such characters where there are any."""
        table = _RAISED if raised else _LOWERED
        text = plain(self._runs[since:])
        if text.strip() and all(ord(character) in table for character in text):
            self._runs[since:] = [replace(run, text=run.text.translate(table)) for run in self._runs[since:]]
        elif text.strip():
            self._counted["raised_text"] += 1

    # --- boundaries -------------------------------------------------------------------------------------------------

    def boundary(self) -> None:
        """A block ends here, whatever it is."""
        runs = _collapsed(self._runs)
        self._runs = []
        if not plain(runs).strip() and not any(run.note is not None for run in runs):
            return
        if self._note is not None:
            self._note[1].append(runs)
        elif self._caption:
            self._caption_text(plain(runs).strip())
        elif self._lists:
            self._item_text(runs)
        elif self._heading is not None:
            self.blocks.append(Heading(runs, self._heading))
        else:
            paragraphs = tuple(_paragraphs(runs)) if self._split else (runs,)
            if self._quotes:
                self._quoted.extend(paragraphs)
            else:
                self.blocks.extend(map(Paragraph, paragraphs))

    def finished(self) -> list[Block]:
        """All blocks."""
        self.boundary()
        while self._lists:
            self.close_list()
        while self._quotes:
            self.close_quote()
        self._emit_pending()
        return self.blocks

    def open_heading(self, level: int) -> None:
        """A heading begins; inside a list or a quote it is text of it."""
        self.boundary()
        if self._lists or self._quotes:
            self._counted["nested_block"] += 1
        else:
            self._heading = level

    def close_heading(self) -> None:
        """The heading ends."""
        self.boundary()
        self._heading = None
        self._emit_pending()

    def open_quote(self) -> None:
        """A quotation begins."""
        self.boundary()
        self._quotes += 1

    def close_quote(self) -> None:
        """A quotation ends."""
        self.boundary()
        self._quotes = max(self._quotes - 1, 0)
        if not self._quotes:
            self._end_quote()

    def _end_quote(self) -> None:
        if self._quoted:
            self.blocks.append(Quote(tuple(self._quoted)))
        self._quoted = []
        self._emit_pending()

    def open_list(self, *, ordered: bool, start: int) -> None:
        """A list begins, inside the present item if there is one."""
        self.boundary()
        if self._quotes and not self._lists:
            self._counted["nested_block"] += 1
            self._end_quote()
        self._lists.append(_List(ordered=ordered, start=start))

    def close_list(self) -> None:
        """The list ends."""
        self.boundary()
        ended = self._lists.pop()
        if self._lists:
            return
        if ended.ordered and ended.start != 1:
            self._counted["list_numbers"] += 1
        if self._items and ended.as_paragraphs:
            self.blocks.extend(Paragraph(item.runs) for item in self._items)
        elif self._items:
            self.blocks.append(ListBlock(tuple(self._items)))
        self._items = []
        self._emit_pending()

    def open_item(self) -> None:
        """An item begins."""
        self.boundary()
        if self._lists:
            self._lists[-1].next_item()

    def _item_text(self, runs: Runs) -> None:
        level = self._lists[-1]
        if level.fresh or not self._items:
            level.fresh = False
            shown = Run(f"{level.number}. ") if level.ordered and level.start != 1 else None
            numbered = runs if shown is None else (shown, *_stripped(runs))
            ordered = level.ordered and shown is None
            self._items.append(Item(numbered, len(self._lists) - 1, ordered))
        else:
            last = self._items[-1]
            self._items[-1] = replace(last, runs=(*last.runs, Run("\n"), *runs))

    # --- blocks without text ----------------------------------------------------------------------------------------

    def rule(self) -> None:
        """A horizontal rule."""
        self.boundary()
        if not self._lists and not self._quotes and self._note is None:
            self.blocks.append(Rule())

    def image(self, image: Image) -> None:
        """A picture; inside a list, quote or heading it comes after it."""
        if self._lists or self._quotes or self._heading is not None or self._note is not None:
            self._pending.append(image)
        else:
            self.boundary()
            self.blocks.append(image)

    def insert(self, blocks: Iterable[Block]) -> None:
        """Blocks made elsewhere (a table); a list or quote round them ends before and goes on after."""
        self.boundary()
        if self._items:
            self.blocks.append(ListBlock(tuple(self._items)))
            self._items = []
        self._end_quote()
        self.blocks.extend(blocks)

    def open_caption(self, field: str) -> None:
        """What follows is ``caption`` or ``credit`` of the picture before it."""
        self.boundary()
        self._caption = field

    def close_caption(self, field: str = "") -> None:
        """The caption ends; ``field`` goes on."""
        self.boundary()
        self._caption = field

    def _caption_text(self, text: str) -> None:
        last = next(iter([*self._pending[-1:], *self.blocks[-1:]]), None)
        if not isinstance(last, Image):
            self.blocks.append(Paragraph((Run(text),)))
            return
        before = last.caption if self._caption == "caption" else last.credit
        joined = f"{before}\n{text}" if before else text
        changed = replace(last, caption=joined) if self._caption == "caption" else replace(last, credit=joined)
        if self._pending:
            self._pending[-1] = changed
        else:
            self.blocks[-1] = changed

    def open_note(self, label: str) -> None:
        """The text of a footnote begins."""
        self.boundary()
        self._note = (label, [])

    def close_note(self) -> None:
        """The text of a footnote ends."""
        self.boundary()
        if self._note is not None:
            label, parts = self._note
            runs = [run for part in parts for run in (Run("\n"), *part)][1:]
            self.blocks.append(Footnote(label, tuple(runs)))
        self._note = None
        self._emit_pending()

    def _emit_pending(self) -> None:
        if not self._lists and not self._quotes and self._heading is None:
            self.blocks.extend(self._pending)
            self._pending = []


class _List:
    """A list that is open: its kind, the number of its present item, and whether that has no text yet."""

    __slots__ = ("fresh", "number", "ordered", "start")

    def __init__(self, *, ordered: bool, start: int) -> None:
        self.ordered = ordered
        self.start = start
        self.number = start - 1
        self.fresh = True

    def next_item(self) -> None:
        self.number += 1
        self.fresh = True

    @property
    def as_paragraphs(self) -> bool:
        """A list that does not count from 1 (``2021. 年``) is no list of the schema: the figure is text."""
        return self.ordered and self.start != 1


def _collapsed(runs: list[Run]) -> Runs:
    """Runs with the blanks of HTML: several are one, a line end beside a Han character is none."""
    whole = "".join(run.text if run.note is None else _NOTE for run in runs)
    ends: list[int] = []
    for run in runs:
        ends.append((ends[-1] if ends else 0) + (len(run.text) if run.note is None else 1))
    texts: list[list[str]] = [[] for _ in runs]
    at = 0
    for match in _PIECES.finditer(whole):
        while ends[at] <= match.start():
            at += 1
        if match[0][0] in " \r":
            texts[at].append(_blank(whole, match))
            continue
        begin, piece = match.start(), at
        while begin < match.end():
            while ends[piece] <= begin:
                piece += 1
            end = min(ends[piece], match.end())
            texts[piece].append(whole[begin:end])
            begin = end
    return tuple(
        run if run.note is not None else Run("".join(text), run.marks, run.href)
        for run, text in zip(runs, texts, strict=True)
    )


def _blank(whole: str, match: re.Match[str]) -> str:
    if " " in match[0]:
        return " "
    return (
        ""
        if joins_without_blank(whole[match.start() - 1 : match.start()], whole[match.end() : match.end() + 1])
        else " "
    )


def _stripped(runs: Runs) -> Runs:
    """Runs without blanks at the beginning."""
    for at, run in enumerate(runs):
        if run.note is not None or run.text.strip():
            return (replace(run, text=run.text.lstrip()), *runs[at + 1 :])
    return ()


def _paragraphs(runs: Runs) -> Iterator[Runs]:
    current: list[Run] = []
    breaks = 0
    for run in runs:
        for number, part in enumerate([""] if run.note is not None else run.text.split("\n")):
            breaks += number > 0
            if run.note is None and not part.strip():
                if part and not breaks:
                    current.append(replace(run, text=part))
                continue
            if current and (breaks > 1 or (breaks and _INDENT.match(part))):
                yield tuple(current)
                current = []
            elif current and breaks:
                current.append(Run("\n"))
            breaks = 0
            current.append(run if run.note is not None else replace(run, text=part))
    if current:
        yield tuple(current)
