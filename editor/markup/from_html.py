"""Blocks from HTML that somebody else made: the body of a saved page, foreign Markdown, a paste.

The HTML goes through nh3 first (``sanitize.well_formed``), so the standard library's parser sees closed and nested
elements only, whatever came in.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from typing_extensions import override

from editor.markup.block_builder import BlockBuilder
from editor.markup.blocks import Image, Mark
from editor.markup.inline import TAGS
from editor.markup.links import safe_href
from editor.markup.losses import Loss, losses
from editor.markup.normal import normalized
from editor.markup.sanitize import well_formed
from editor.markup.table_builder import TableBuilder

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.markup.blocks import Block

MAX_NESTED_TABLES = 8
MAX_DEPTH = 256
"""Elements nested deeper are dropped, their text stays: a tree builder's time grows with the depth."""

_LOST = re.compile(r"<(iframe|video|audio|object|embed|form|svg|math|canvas)\b", re.IGNORECASE)
_BOXES = frozenset(
    {
        *("p", "div", "article", "aside", "section", "header", "footer", "main", "nav", "center", "dl", "dt", "dd"),
        *("details", "summary", "figure", "tr", "tbody", "tfoot", "thead", "td", "th", "caption"),
    }
)
_LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
_MARKS = {**TAGS, "strike": Mark.STRIKE}
_CODE = frozenset({"pre", "code", "kbd", "samp", "tt"})
_VOID = frozenset({"br", "hr", "img", "wbr"})
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*+)[^<>]*+>")
_NOT_NESTED = _VOID | frozenset(
    {*("p", "li", "tr", "td", "th", "dt", "dd", "thead", "tbody", "tfoot", "option", "input", "meta", "link", "col")}
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_HIDDEN = re.compile(r"display\s*:\s*none")
_NOTES = frozenset({"footnote", "footnotes"})
_BACK = frozenset({"footnote-back", "footnote-backref"})
_NOTE_PREFIX = re.compile(r"^#?fn[:-]?")


def blocks_from_html(html: str, *, from_markdown: bool = False) -> tuple[tuple[Block, ...], tuple[Loss, ...]]:
    """The blocks of some HTML, in normal form, and what the schema could not carry.

    Linear, never raises, and no depth of elements is too much for it.

    Args:
        html: A fragment or a page; scripts, styles, frames, forms, drawings and hidden elements are no text.
        from_markdown: The HTML was made from Markdown: every line break is a forced one, and the title of a picture
            is its caption. Else two line breaks in a row, or one before an ideographic indent, part paragraphs, as
            pages mean them.
    """
    counted: Counter[str] = Counter(match[1].lower() for match in _LOST.finditer(html))
    parser = _Parser(counted, from_markdown=from_markdown)
    parser.feed(well_formed(_flattened(html, counted)))
    parser.close()
    return normalized(parser.blocks()), losses(counted)


def _flattened(html: str, counted: Counter[str]) -> str:
    """The HTML without the tags of elements that are nested too deep (reckoned by opening and closing tags)."""
    if html.count("<") <= MAX_DEPTH:
        return html
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _NOT_NESTED:
            return tag[0]
        if tag[1]:
            depth = max(depth - 1, 0)
            return tag[0] if depth < MAX_DEPTH else ""
        depth += 1
        if depth <= MAX_DEPTH:
            return tag[0]
        counted["depth"] += 1
        return ""

    return _TAG.sub(kept, html)


class _Parser(HTMLParser):
    """Hands what it meets to the innermost builder: that of the body or of the present cell of a table."""

    def __init__(self, counted: Counter[str], *, from_markdown: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._counted = counted
        self._from_markdown = from_markdown
        self._builders = [self._new_builder()]
        self._tables: list[TableBuilder] = []
        self._elements: list[tuple[str, list[Callable[[], None]]]] = []
        self._openers: dict[str, Callable[[dict[str, str], list[Callable[[], None]]], None]] = {
            "a": self._open_link,
            "blockquote": self._open_quote,
            "li": self._open_item,
            "ol": self._open_list,
            "q": self._open_quoted,
            "rt": self._open_reading,
            "sub": self._open_lowered,
            "sup": self._open_raised,
            "ul": self._open_list,
        }
        self._silent = 0
        self._too_deep = 0
        self._literal = 0
        self._notes = 0

    def blocks(self) -> list[Block]:
        """Everything that was met."""
        return self._builders[0].finished()

    def _new_builder(self) -> BlockBuilder:
        return BlockBuilder(self._counted, split_at_breaks=not self._from_markdown)

    @property
    def _builder(self) -> BlockBuilder:
        return self._builders[-1]

    @override
    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._builder.text(data.replace("\0", ""), literal=bool(self._literal))

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            if not self._silent:
                self._void(tag, given)
            return
        closing: list[Callable[[], None]] = []
        self._elements.append((tag, closing))
        if self._silent or _HIDDEN.search(given.get("style", "")) or tag == "rp":
            self._silence(closing)
        else:
            self._open(tag, given, closing)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not self._elements:
            return
        _, closing = self._elements.pop()
        for close in reversed(closing):
            close()

    def _silence(self, closing: list[Callable[[], None]]) -> None:
        self._silent += 1
        closing.append(self._speak)

    def _speak(self) -> None:
        self._silent -= 1

    def _void(self, tag: str, given: dict[str, str]) -> None:
        if tag == "br":
            self._builder.line_break()
        elif tag == "hr" and not self._notes:
            self._builder.rule()
        elif tag == "img":
            self._image(given)

    def _image(self, given: dict[str, str]) -> None:
        source = given.get("data-src") or given.get("data-original") or given.get("src", "")
        caption, _, credit = f" {given.get('title', '')}".partition(" © ") if self._from_markdown else ("", "", "")
        image = Image(source, caption.strip(), credit.strip(), given.get("alt", ""))
        if source or image.caption or image.alt or self._from_markdown:
            self._builder.image(image)
        else:
            self._counted["picture"] += 1

    def _open(self, tag: str, given: dict[str, str], closing: list[Callable[[], None]]) -> None:
        builder = self._builder
        for mark in self._marks_of(tag, given):
            builder.open_mark(mark)
            closing.append(partial(builder.close_mark, mark))
        if tag in _LEVELS:
            self._counted["heading_level"] += tag not in {"h2", "h3"}
            builder.open_heading(_LEVELS[tag])
            closing.append(builder.close_heading)
        elif tag in _CODE:
            self._open_code(tag, closing)
        elif tag in _BOXES or tag in {"figcaption", "table"}:
            self._open_box(tag, given, closing)
        elif tag in self._openers:
            self._openers[tag](given, closing)
        elif "credit" in given.get("class", "").split():
            builder.open_caption("credit")
            closing.append(lambda: builder.close_caption("caption"))

    def _marks_of(self, tag: str, given: dict[str, str]) -> list[Mark]:
        style = given.get("style", "").lower()
        marks = [_MARKS[tag]] if tag in _MARKS else []
        if tag in {"span", "font"} and style:
            found = {
                Mark.STRONG: bool(_BOLD.search(style)),
                Mark.UNDERLINE: "underline" in style,
                Mark.STRIKE: "line-through" in style,
            }
            marks += [mark for mark, is_there in found.items() if is_there]
        return marks

    def _open_code(self, tag: str, closing: list[Callable[[], None]]) -> None:
        self._counted["code"] += 1
        if tag == "pre":
            self._builder.boundary()
            self._literal += 1
            closing.append(self._close_pre)

    def _close_pre(self) -> None:
        self._literal -= 1
        self._builder.boundary()

    def _open_box(self, tag: str, given: dict[str, str], closing: list[Callable[[], None]]) -> None:
        self._builder.boundary()
        if _NOTES & set(given.get("class", "").split()) or given.get("role") == "doc-endnotes":
            self._notes += 1
            closing.append(self._close_notes)
        elif tag == "figcaption":
            self._builder.open_caption("caption")
            closing.append(self._builder.close_caption)
        elif tag == "table":
            self._open_table(closing)
        elif self._tables and not self._too_deep and tag in {"thead", "tr", "td", "th", "caption"}:
            self._open_part_of_table(tag, given, closing)
        else:
            closing.append(self._builder.boundary)

    def _close_notes(self) -> None:
        self._builder.boundary()
        self._notes -= 1

    def _open_table(self, closing: list[Callable[[], None]]) -> None:
        if self._too_deep or len(self._tables) == MAX_NESTED_TABLES:
            self._too_deep += 1
            closing.append(self._close_deep_table)
        else:
            self._tables.append(TableBuilder(self._counted, always_data=self._from_markdown))
            closing.append(self._close_table)

    def _close_deep_table(self) -> None:
        self._builder.boundary()
        self._too_deep -= 1

    def _close_table(self) -> None:
        self._builder.insert(self._tables.pop().blocks())

    def _open_part_of_table(self, tag: str, given: dict[str, str], closing: list[Callable[[], None]]) -> None:
        table = self._tables[-1]
        if tag == "thead":
            table.open_head()
        elif tag == "tr":
            table.open_row()
        else:
            cell = self._new_builder()
            self._builders.append(cell)

            def close() -> None:
                self._builders.pop()
                if tag == "caption":
                    table.caption = cell.finished()
                else:
                    columns, rows = _number(given.get("colspan")), _number(given.get("rowspan"))
                    table.cell(cell.finished(), head=tag == "th", columns=columns, rows=rows)

            closing.append(close)

    def _open_link(self, given: dict[str, str], closing: list[Callable[[], None]]) -> None:
        classes, role, href = set(given.get("class", "").split()), given.get("role", ""), given.get("href", "")
        if role == "doc-noteref" or "footnote-ref" in classes:
            self._builder.reference(_NOTE_PREFIX.sub("", href))
            self._silence(closing)
        elif role == "doc-backlink" or classes & _BACK:
            self._silence(closing)
        else:
            address = safe_href(href)
            self._counted["link"] += bool(href) and address is None
            self._builder.open_link(address)
            closing.append(self._builder.close_link)

    def _open_quote(self, _: dict[str, str], closing: list[Callable[[], None]]) -> None:
        self._builder.open_quote()
        closing.append(self._builder.close_quote)

    def _open_list(self, given: dict[str, str], closing: list[Callable[[], None]]) -> None:
        if self._notes:
            return
        ordered = self._elements[-1][0] == "ol"
        self._builder.open_list(ordered=ordered, start=_number(given.get("start")) if ordered else 1)
        closing.append(self._builder.close_list)

    def _open_item(self, given: dict[str, str], closing: list[Callable[[], None]]) -> None:
        if self._notes and given.get("id"):
            self._builder.open_note(_NOTE_PREFIX.sub("", given["id"]))
            closing.append(self._builder.close_note)
        else:
            self._builder.open_item()
            closing.append(self._builder.boundary)

    def _open_quoted(self, _: dict[str, str], closing: list[Callable[[], None]]) -> None:
        self._builder.text("“")
        closing.append(lambda: self._builder.text("”"))

    def _open_reading(self, _: dict[str, str], closing: list[Callable[[], None]]) -> None:
        self._builder.text("(")
        closing.append(lambda: self._builder.text(")"))

    def _open_raised(self, _: dict[str, str], closing: list[Callable[[], None]]) -> None:
        since = self._builder.position()
        closing.append(lambda: self._builder.shift(since, raised=True))

    def _open_lowered(self, _: dict[str, str], closing: list[Callable[[], None]]) -> None:
        since = self._builder.position()
        closing.append(lambda: self._builder.shift(since, raised=False))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 1  # noqa: PLR2004
