"""Blocks as HTML for other programs, without any style."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Mark, Paragraph, Quote, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.markup.blocks import Block, Runs

_TAGS = {Mark.STRONG: "strong", Mark.EMPHASIS: "em", Mark.STRIKE: "s", Mark.UNDERLINE: "u"}


def to_html(blocks: Iterable[Block]) -> str:
    """The HTML of some blocks; pictures are there with their captions and without their addresses."""
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            made = f"<p>{_inline(block.runs)}</p>"
        case Heading():
            made = f"<h{block.level}>{_inline(block.runs)}</h{block.level}>"
        case Quote():
            made = f"<blockquote>{''.join(f'<p>{_inline(runs)}</p>' for runs in block.paragraphs)}</blockquote>"
        case ListBlock():
            made = _list(block)
        case Image():
            made = f"<p>{escape('　'.join(part for part in (block.caption, block.credit) if part))}</p>"
        case Table():
            rows = ("".join(f"<td>{_inline(cell)}</td>" for cell in row) for row in block.rows)
            made = f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case Footnote():
            made = f"<p>[{escape(block.label)}] {_inline(block.runs)}</p>"
        case _:
            made = "<hr>"
    return made


def _list(block: ListBlock) -> str:
    """Lists in lists, each inside the item before it."""
    made: list[str] = []
    open_tags: list[str] = []
    for item in block.items:
        tag = "ol" if item.ordered else "ul"
        while len(open_tags) > item.depth + 1:
            made.append(f"</li></{open_tags.pop()}>")
        if len(open_tags) == item.depth + 1:
            made.append("</li>")
        while len(open_tags) <= item.depth:
            open_tags.append(tag)
            made.append(f"<{tag}>" if len(open_tags) == item.depth + 1 else f"<{tag}><li>")
        made.append(f"<li>{_inline(item.runs)}")
    made.extend(f"</li></{tag}>" for tag in reversed(open_tags))
    return "".join(made)


def _inline(runs: Runs) -> str:
    made = []
    for run in runs:
        text = escape(run.text).replace("\n", "<br>") if run.note is None else f"<sup>[{escape(run.note)}]</sup>"
        for mark in reversed(tuple(Mark)):
            if mark in run.marks:
                text = f"<{_TAGS[mark]}>{text}</{_TAGS[mark]}>"
        made.append(text if run.href is None else f'<a href="{escape(run.href)}">{text}</a>')
    return "".join(made)
