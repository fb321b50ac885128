"""Blocks from the HTML of a clipboard: Word, WPS, LibreOffice, Google Docs, WeChat, spreadsheets, pages of the web.

Only the standard library's parser: the window must not wait for others to be imported. Whatever comes in, every
character that was to be seen is in the blocks; fonts, colors, sizes and boxes are not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from typing_extensions import override

from editor.markup.block_builder import BlockBuilder
from editor.markup.blocks import Heading, Image, Item, ListBlock, Mark, Paragraph
from editor.markup.links import safe_href
from editor.markup.normal import normalized
from editor.markup.table_builder import TableBuilder
from ui.writing.paste.style import heading_level, is_hidden, list_level, marks_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.markup.blocks import Block

    Closing = list[Callable[[], object]]
    Attributes = dict[str, str]

_SILENT = frozenset(
    {*("head", "title", "style", "script", "noscript", "template", "xml", "iframe", "object", "svg", "math", "rp")}
)
_BOXES = frozenset(
    {
        *("p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "center", "dl", "dt", "dd"),
        *("details", "summary", "figure", "tr", "tbody", "tfoot", "thead", "td", "th", "caption", "pre", "address"),
        *("form", "fieldset", "body", "html"),
    }
)
_VOID = frozenset({"br", "hr", "img", "wbr", "meta", "link", "col", "input", "area", "base", "source", "track"})
_LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
_ENDS = {"p": {"p"}, "li": {"li"}, "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"td", "th", "tr"}}
_STOPS = frozenset({"table", "ul", "ol", "div", "section", "blockquote"})
_NESTED = 8
_BULLET = re.compile(r"[^\w（(一二三四五六七八九十]*|o|[nuvlqØü§]")
_NOTE = re.compile(r"#_?(?:ftn|ed[n]|sdfootnote|sdendnote)(\d+)(?:sym)?$")
_NOTE_ID = re.compile(r"_?(?:ftn|ed[n]|sdfootnote|sdendnote)(\d+)$")
_BACK = re.compile(r"#_?(?:ftnref|ed[n]ref)\d+$|#sd(?:foot|end)note\d+an[c]$")
_NAME = re.compile(r"[^/\\]*$")


@dataclass(frozen=True, slots=True)
class Page:
    """What a clipboard's HTML says.

    Attributes:
        blocks: In normal form.
        tracked: Whether there were tracked changes in it.
    """

    blocks: tuple[Block, ...]
    tracked: bool


def read_page(html: str, *, original: bool = False) -> Page:
    """Read some HTML; never raises, takes time in proportion to its length.

    Args:
        html: A fragment or a page.
        original: Of tracked changes the text before them is meant and not the text after them.
    """
    parser = _Parser(original=original, office="urn:schemas-microsoft-com" in html or "class=Mso" in html)
    parser.feed(html[html.find("<") :] if html.startswith("Version:") else html)
    parser.close()
    return Page(normalized(parser.blocks()), parser.tracked)


class _Parser(HTMLParser):
    def __init__(self, *, original: bool, office: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._original = original
        self._office = office
        self._counted: Counter[str] = Counter()
        self._builders = [BlockBuilder(self._counted, split_at_breaks=True)]
        self._tables: list[TableBuilder] = []
        self._elements: list[tuple[str, Closing]] = []
        self._open_tags: Counter[str] = Counter()
        self._silent = 0
        self._items: list[Item] = []
        self._marker: list[str] | None = None
        self._ordered = False
        self._level: int | None = None
        self.tracked = False

    def blocks(self) -> list[Block]:
        """Everything that was met."""
        while self._elements:
            self._pop()
        self._end_items()
        return [_plainer(block) for block in self._builders[0].finished()]

    @property
    def _builder(self) -> BlockBuilder:
        return self._builders[-1]

    @override
    def handle_data(self, data: str) -> None:
        if self._marker is not None:
            self._marker.append(data)
        elif not self._silent:
            self._builder.text(data.replace("\0", ""))

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            if not self._silent:
                self._void(tag, given)
            return
        self._end_implied(tag)
        closing: Closing = []
        self._elements.append((tag, closing))
        self._open_tags[tag] += 1
        style = given.get("style", "").lower()
        if self._silent:
            return
        if tag in _SILENT or is_hidden(style) or self._is_remark(tag, style):
            self._silence(closing)
        elif "mso-list" in style and "ignore" in style:
            self._open_marker(closing)
        else:
            self._open(tag, given, style, closing)

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._open_tags[tag] <= 0 or tag in _VOID:
            return
        while self._elements:
            if self._pop() == tag:
                return

    def _pop(self) -> str:
        tag, closing = self._elements.pop()
        self._open_tags[tag] -= 1
        for close in reversed(closing):
            close()
        return tag

    def _end_implied(self, tag: str) -> None:
        """A paragraph, an item or a cell ends where the next one begins."""
        ends = _ENDS.get(tag)
        if ends is None:
            return
        for place in range(len(self._elements) - 1, max(-1, len(self._elements) - 5), -1):
            name = self._elements[place][0]
            if name in _STOPS and not (tag in {"td", "th", "tr"} and name == "div"):
                return
            if name in ends:
                while len(self._elements) > place:
                    self._pop()
                if tag != "tr":
                    return

    def _is_remark(self, tag: str, style: str) -> bool:
        if tag in {"ins", "del"} and self._office:
            self.tracked = True
            return (tag == "ins") == self._original
        return "mso-element:comment" in style.replace(" ", "") or "mso-special-character:comment" in style

    def _silence(self, closing: Closing) -> None:
        self._silent += 1

        def speak() -> None:
            self._silent -= 1

        closing.append(speak)

    def _void(self, tag: str, given: Attributes) -> None:
        if tag == "br":
            self._builder.line_break()
        elif tag == "hr":
            self._end_items()
            self._builder.rule()
        elif tag == "img":
            self._image(given)

    def _image(self, given: Attributes) -> None:
        source = given.get("data-src") or given.get("data-original") or given.get("src", "")
        if source.lower().startswith(("file:", "blob:", "cid:")) or re.match(r"[A-Za-z]:[\\/]", source):
            name = _NAME.search(source)
            source = "file:" + (name[0] if name else "")  # a folder of somebody's machine is nobody's business
        if source or given.get("alt"):
            self._builder.image(Image(source, "", "", given.get("alt", "")))

    def _open(self, tag: str, given: Attributes, style: str, closing: Closing) -> None:
        if tag in _BOXES or tag in _LEVELS or tag in {"table", "ul", "ol", "blockquote", "figcaption"}:
            self._open_box(tag, given, style, closing)
        elif tag == "li":
            self._builder.open_item()
            closing.append(self._builder.boundary)
        elif tag == "a":
            self._open_link(given, closing)
        elif tag in {"sup", "sub"}:
            builder, since = self._builder, self._builder.position()
            closing.append(lambda: builder.shift(since, raised=tag == "sup"))
        elif tag == "del" and not self._office:
            self._open_mark(Mark.STRIKE, closing)
        for mark in marks_of(tag, style):
            self._open_mark(mark, closing)

    def _open_mark(self, mark: Mark, closing: Closing) -> None:
        builder = self._builder
        builder.open_mark(mark)
        closing.append(lambda: builder.close_mark(mark))

    def _open_box(self, tag: str, given: Attributes, style: str, closing: Closing) -> None:
        level = list_level(style)
        if level is not None and tag in {"p", "div", "h1", "h2", "h3"}:
            self._open_list_paragraph(level, closing)
            return
        if tag not in {"div", "body", "html"}:
            self._end_items()
        note = _NOTE_ID.match(given.get("id", ""))
        if note is not None and tag == "div":
            self._builder.open_note(note[1])
            closing.append(self._builder.close_note)
            return
        heading = _LEVELS.get(tag) or _outline(tag, given, style)
        if heading is not None:
            self._builder.open_heading(heading)
            closing.append(self._builder.close_heading)
            return
        self._builder.boundary()
        self._open_part(tag, given, closing)

    def _open_part(self, tag: str, given: Attributes, closing: Closing) -> None:
        builder = self._builder
        if tag == "blockquote":
            builder.open_quote()
            closing.append(builder.close_quote)
        elif tag in {"ul", "ol"}:
            start = given.get("start", "1")
            builder.open_list(ordered=tag == "ol", start=int(start) if start.isascii() and start.isdigit() else 1)
            closing.append(builder.close_list)
        elif tag == "figcaption":
            builder.open_caption("caption")
            closing.append(builder.close_caption)
        elif tag == "table" and len(self._tables) < _NESTED:
            self._tables.append(TableBuilder(self._counted))
            closing.append(lambda: self._builder.insert(self._tables.pop().blocks()))
        elif self._tables and tag in {"thead", "tr", "td", "th", "caption"}:
            self._open_cell(tag, given, closing)
        else:
            closing.append(self._boundary)

    def _boundary(self) -> None:
        self._builder.boundary()

    def _open_cell(self, tag: str, given: Attributes, closing: Closing) -> None:
        table = self._tables[-1]
        if tag == "thead":
            table.open_head()
        elif tag == "tr":
            table.open_row()
        else:
            self._builders.append(BlockBuilder(self._counted, split_at_breaks=True))

            def close() -> None:
                self._end_items()
                blocks = self._builders.pop().finished()
                if tag == "caption":
                    table.caption = blocks
                else:
                    columns, rows = _number(given.get("colspan")), _number(given.get("rowspan"))
                    table.cell(blocks, head=tag == "th", columns=columns, rows=rows)

            closing.append(close)

    def _open_link(self, given: Attributes, closing: Closing) -> None:
        href = given.get("href", "")
        note = _NOTE.match(href)
        if note is not None:
            self._builder.reference(note[1])
            self._silence(closing)
        elif _BACK.match(href):
            self._silence(closing)
        else:
            builder = self._builder
            builder.open_link(None if href.startswith("#") else safe_href(href))
            closing.append(builder.close_link)

    def _open_marker(self, closing: Closing) -> None:
        """The bullet or number that Word writes out before an item: it says the kind of the list and is no text."""
        self._marker = []

        def close() -> None:
            sign = "".join(self._marker or ()).strip("\u00a0 \t\r\n")
            self._ordered = bool(sign) and _BULLET.fullmatch(sign) is None
            self._marker = None

        closing.append(close)

    def _open_list_paragraph(self, level: int, closing: Closing) -> None:
        self._builder.boundary()
        inner = BlockBuilder(self._counted, split_at_breaks=False)
        self._builders.append(inner)
        self._ordered = False

        def close() -> None:
            self._builders.pop()
            for block in inner.finished():
                if isinstance(block, Paragraph):
                    self._items.append(Item(block.runs, level - 1, self._ordered))
                else:
                    self._end_items()
                    self._builder.insert((block,))

        closing.append(close)

    def _end_items(self) -> None:
        if self._items:
            items, self._items = self._items, []
            self._builder.insert((ListBlock(tuple(items)),))


def _outline(tag: str, given: Attributes, style: str) -> int | None:
    """Level of a paragraph that Word or WPS mean as a heading."""
    if tag == "p" and given.get("class", "") == "MsoTitle":
        return 2
    level = heading_level(style) if tag == "p" else None
    return None if level is None else min(max(level, 2), 3)


def _plainer(block: Block) -> Block:
    """Headings are bold by being headings."""
    if isinstance(block, Heading):
        return Heading(tuple(replace(run, marks=run.marks - {Mark.STRONG}) for run in block.runs), block.level)
    return block


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else 1  # noqa: PLR2004
