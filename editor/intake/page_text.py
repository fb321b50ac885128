"""The text of a page in the order of its elements, and the way back from a place in it to the text node it came from.

Repair sees the whole page as lines (damage is learned from all of it), and what it mends is written back into the tree.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.intake.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.text.repair import Repair

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "img",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
SEAM = "\x1f"
_INLINE = frozenset({"span", "em", "i", "label", "a", "b", "font", "small", "time", "strong", "cite"})
_FIELD = 80
_IS_FIELD = re.compile(
    r"\s*(?:(?:文章|稿件|信息|新闻)?(?:来源|稿源|作者|编辑|责编|责任编辑|记者|通讯员|摄影|发布时间|时间|日期|浏览|点击|阅读|审核|校对|字号|字体)"
    r"(?:次数|数|量)? ?[:：]|(?:19|20)\d\d[-/年.]\d)"
)
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Node:
    """A text node: the text of an element, or its tail."""

    element: Any
    tail: bool
    start: int  # of its text in the text of the page


def collapse(tree: Any) -> None:
    """White space as a browser shows it: runs of blanks and line ends are one blank, but in ``pre``."""
    for element in tree.iter():
        if element.text and not (element.tag == "pre" or _in_pre(element)):
            element.text = _SPACE.sub(" ", element.text)
        if element.tail and not _in_pre(element):
            element.tail = _SPACE.sub(" ", element.tail)


def _in_pre(element: Any) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "pre"


def part_fields(tree: Any) -> None:
    """A gap before an inline element that holds a field (来源：…, a date) and follows text without one."""
    for element in tree.iter(*_INLINE):
        words = "".join(element.itertext())
        if len(words) > _FIELD or not _IS_FIELD.match(fold(words)):
            continue
        before = element.getprevious()
        if before is not None:
            if before.tag in _INLINE and not (before.tail or "").endswith(" "):
                before.tail = (before.tail or "") + "  "
        elif (parent := element.getparent()) is not None and (parent.text or "").strip():
            parent.text = f"{parent.text}  "


def linear(tree: Any) -> tuple[str, list[Node]]:
    """The text of a tree, a line a block, and its text nodes in order."""
    pieces: list[str] = []
    nodes: list[Node] = []
    length = 0
    for element, part in _walk(tree):
        text = "\n" if part == "edge" else (element.text if part == "text" else element.tail) or ""
        if not text or (part == "edge" and (not pieces or pieces[-1].endswith("\n"))):
            continue
        if part != "edge":
            nodes.append(Node(element, part == "tail", length))
        pieces.append(text)
        length += len(text)
    return "".join(pieces), nodes


def _walk(tree: Any) -> Iterator[tuple[Any, str]]:
    """Parts of a tree in the order of the page, without recursion: edge (of a block), text, tail."""
    waiting: list[tuple[Any, bool]] = [(tree, False)]
    while waiting:
        element, done = waiting.pop()
        if done:
            if element.tag in _BLOCKS:
                yield element, "edge"
            if element is not tree:
                yield element, "tail"
            continue
        if element.tag in _BLOCKS:
            yield element, "edge"
        yield element, "text"
        waiting.append((element, True))
        waiting.extend((child, False) for child in reversed(element))


def mend(nodes: Sequence[Node], repairs: Sequence[Repair]) -> None:
    """Write applied repairs back into the text nodes, from the last to the first; offsets are those of ``linear``."""
    starts = [node.start for node in nodes]
    for repair in sorted(repairs, key=lambda item: item.start, reverse=True):
        if not repair.applied:
            continue
        index = max(0, bisect_right(starts, repair.start) - 1)
        after = repair.after
        while index < len(nodes) and nodes[index].start < max(repair.end, repair.start + 1):
            node = nodes[index]
            old = (node.element.tail if node.tail else node.element.text) or ""
            begin, end = max(0, repair.start - node.start), max(0, repair.end - node.start)
            if begin <= len(old):
                new = old[:begin] + after + old[end:]
                after = ""
                if node.tail:
                    node.element.tail = new
                else:
                    node.element.text = new
            index += 1


def lines_of(text: str) -> list[str]:
    """The lines of a linear text that hold anything."""
    return [line.strip(" ") for line in text.split("\n") if line.strip(" \u3000\u00a0")]


def seamed(tree: Any, article: Any) -> tuple[list[str], list[str]]:
    """The lines above and below an element of a tree, with ``SEAM`` where inline elements meet.

    Fields of a header often stand in elements of their own with nothing between; a seam may be a gap or nothing.
    """
    pieces: list[str] = []
    above: list[str] | None = None
    inside = 0
    body = tree.find("body")
    for element, part in _walk(tree if body is None else body):
        if element is article and part == "text":
            above, pieces = lines_of("".join(pieces)), []
            inside += 1
        elif element is article and part == "tail":
            inside -= 1
        if inside and not (element is article and part == "tail"):
            continue
        if part == "edge":
            pieces.append("\n")
            continue
        seam = SEAM if element.tag in _INLINE and pieces and not pieces[-1].endswith("\n") else ""
        text = (element.text if part == "text" else element.tail) or ""
        pieces.append(seam + text if part == "text" else text)
    return above or [], lines_of("".join(pieces)) if above is not None else []
