"""HTML of an article's body, made from its blocks (never from Markdown again), escaped by construction."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

from editor.markup.blocks import (
    Block,
    Footnote,
    Heading,
    Image,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)
from editor.markup.links import safe_href, safe_image
from editor.markup.sanitize import sanitized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TAGS = {Mark.STRONG: "strong", Mark.EMPHASIS: "em", Mark.STRIKE: "s", Mark.UNDERLINE: "u"}
_NO_MARKS: frozenset[Mark] = frozenset()
_PLACE = "asset:picture-{}"
_PLACED = re.compile(r'(<img src=")asset:picture-([0-9]+)(?=")')


def to_html(blocks: Sequence[Block], *, asset_url: Callable[[str], str], footnote_prefix: str = "fn") -> str:
    """A body as HTML: one element a block, footnotes in a ``section`` at the end, numbered as they are first named.

    Args:
        blocks: The body.
        asset_url: Address of a picture for its ``source``; what it gives is used as it is when it is http, https,
            relative, ``asset:`` or a bitmap as ``data:``, else the picture has no address (its caption stays).
        footnote_prefix: Begins the ids of footnotes; give every article of one page its own.

    Returns:
        Sanitized HTML without a line end at the end, "" for no blocks.
    """
    return _Page(blocks, asset_url, footnote_prefix).html()


class _Page:
    def __init__(self, blocks: Sequence[Block], asset_url: Callable[[str], str], prefix: str) -> None:
        self._blocks = blocks
        self._asset_url = asset_url
        self._prefix = prefix
        self._notes = {block.label: block for block in blocks if isinstance(block, Footnote)}
        self._numbers: dict[str, int] = {}
        self._order: list[str] = []
        self._pictures: list[str] = []

    def html(self) -> str:
        writers = self._WRITERS
        parts = [writers[type(block)](self, block) for block in self._blocks if type(block) is not Footnote]
        if self._notes:
            parts.append(self._footnotes())
        html = sanitized("\n".join(parts))
        if not self._pictures:
            return html
        # No text can look like this: "<" is escaped in text, quotation marks are in attributes.
        return _PLACED.sub(lambda match: match[1] + _attribute(self._pictures[int(match[2])]), html)

    def _paragraph(self, block: Paragraph) -> str:
        return f"<p>{self._runs(block.runs)}</p>"

    def _heading(self, block: Heading) -> str:
        return f"<h{block.level}>{self._runs(block.runs)}</h{block.level}>"

    def _quote(self, block: Quote) -> str:
        paragraphs = "\n".join([f"<p>{self._runs(runs)}</p>" for runs in block.paragraphs])
        return f"<blockquote>\n{paragraphs}\n</blockquote>"

    def _rule(self, _: Rule) -> str:
        return "<hr>"

    def _runs(self, runs: Runs) -> str:
        if len(runs) == 1:
            run = runs[0]
            if not run.marks and run.href is None and run.note is None:
                return _text(run.text)
        return self._marked(runs)

    def _marked(self, runs: Runs) -> str:
        html: list[str] = []
        marks, href, end = _NO_MARKS, None, ""
        for run in runs:
            if run.href != href:
                begin, next_end = _link(run.href)
                html += (_between(marks, _NO_MARKS), end, begin)
                marks, href, end = _NO_MARKS, run.href, next_end
            if run.marks != marks:
                html.append(_between(marks, run.marks))
                marks = run.marks
            html.append(_text(run.text) if run.note is None else self._reference(run))
        html += (_between(marks, _NO_MARKS), end)
        return "".join(html)

    def _reference(self, run: Run) -> str:
        label = run.note or ""
        if label not in self._notes:
            return _text(f"{run.text}[^{label}]")
        first = label not in self._numbers
        if first:
            self._numbers[label] = len(self._numbers) + 1
            self._order.append(label)
        number = self._numbers[label]
        place = f' id="{escape(f"{self._prefix}ref-{label}")}"' if first else ""
        target = escape(f"#{self._prefix}-{label}")
        return (
            f"{_text(run.text)}<sup{place}>"
            f'<a href="{target}" role="doc-noteref" class="footnote-ref">{number}</a></sup>'
        )

    def _list(self, block: ListBlock) -> str:
        return list_html(block, self._runs)

    def _figure(self, image: Image) -> str:
        address = safe_image(self._asset_url(image.source))
        source = ""
        if address is not None:
            source = f'src="{_PLACE.format(len(self._pictures))}" '
            self._pictures.append(address)
        caption = _text(image.caption)
        if image.credit:
            caption += f'{" " * bool(caption)}<span class="credit">{_text(image.credit)}</span>'
        caption = f"<figcaption>{caption}</figcaption>" if caption else ""
        return f'<figure><img {source}alt="{escape(image.alt)}">{caption}</figure>'

    def _table(self, table: Table) -> str:
        rows = [self._row(row, "th" if table.header and not number else "td") for number, row in enumerate(table.rows)]
        head = f"<thead>\n{rows.pop(0)}\n</thead>\n" if table.header and rows else ""
        body = "<tbody>\n" + "\n".join(rows) + "\n</tbody>\n" if rows else ""
        return f"<table>\n{head}{body}</table>"

    def _row(self, row: tuple[Runs, ...], tag: str) -> str:
        opening = '<th scope="col">' if tag == "th" else "<td>"
        cells = f"</{tag}>{opening}".join([self._runs(cell) for cell in row])
        return f"<tr>{opening}{cells}</{tag}></tr>" if row else "<tr></tr>"

    def _footnotes(self) -> str:
        """The notes by number: as the text names them, then as notes do, then those that nobody names."""
        written = list(self._numbered_notes(0))
        for label in self._notes:
            if label not in self._numbers:
                self._numbers[label] = len(self._numbers) + 1
                self._order.append(label)
                written.extend(self._numbered_notes(len(written), named=False))
        items = "\n".join(written)
        return f'<section class="footnotes" role="doc-endnotes">\n<ol>\n{items}\n</ol>\n</section>'

    def _numbered_notes(self, at: int, *, named: bool = True) -> Iterator[str]:
        while at < len(self._order):
            label = self._order[at]
            back = escape(f"#{self._prefix}ref-{label}")
            link = f' <a href="{back}" role="doc-backlink" class="footnote-back">↩</a>' if named else ""
            yield f'<li id="{escape(f"{self._prefix}-{label}")}">{self._runs(self._notes[label].runs)}{link}</li>'
            named = True
            at += 1

    _WRITERS: ClassVar[dict[type[Block], Callable[[_Page, Any], str]]] = {
        Paragraph: _paragraph,
        Heading: _heading,
        Quote: _quote,
        ListBlock: _list,
        Image: _figure,
        Rule: _rule,
        Table: _table,
    }


def list_html(
    block: ListBlock, written: Callable[[Runs], str], style: Callable[[str], str] = lambda _: "", apart: str = "\n"
) -> str:
    """A list with those inside it.

    Args:
        block: The list; an item that stands more than one level deeper than the one before stands one deeper.
        written: HTML of an item.
        style: Attributes of a tag, with the blank before them.
        apart: What stands between two items of one level.
    """
    html: list[str] = []
    open_lists: list[str] = []
    for item in block.items:
        depth = min(item.depth, len(open_lists))
        while len(open_lists) > depth + 1:
            html.append(f"</li></{open_lists.pop()}>")
        if depth == len(open_lists):
            open_lists.append("ol" if item.ordered else "ul")
            html.append(f"<{open_lists[-1]}{style(open_lists[-1])}>")
        else:
            html.append(f"</li>{apart}")
        html.append(f"<li{style('li')}>{written(item.runs)}")
    html.extend(f"</li></{tag}>" for tag in reversed(open_lists))
    return "".join(html)


def _attribute(text: str) -> str:
    """A value between double quotes, written as the sanitizer writes it."""
    return escape(text, quote=False).replace('"', "&quot;").replace("\u00a0", "&nbsp;")


def _text(text: str) -> str:
    if "&" in text or "<" in text or ">" in text or "\n" in text:
        return escape(text, quote=False).replace("\n", "<br>")
    return text


def _link(address: str | None) -> tuple[str, str]:
    """The tags round a link, "" and "" for none and for one that the schema does not carry."""
    href = safe_href(address)
    return ("", "") if href is None else (f'<a href="{escape(href)}" rel="noopener">', "</a>")


@cache
def _between(before: frozenset[Mark], after: frozenset[Mark]) -> str:
    """The tags between two neighbors with these marks: what both have from outside to inside stays open."""
    closing, opening = ([tag for mark, tag in _TAGS.items() if mark in marks] for marks in (before, after))
    while closing and opening and closing[0] == opening[0]:
        del closing[0], opening[0]
    return "".join([*(f"</{tag}>" for tag in reversed(closing)), *(f"<{tag}>" for tag in opening)])
