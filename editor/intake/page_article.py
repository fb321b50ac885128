"""Which element of a saved page holds the article.

Where a page of a known kind names it (TRS_Editor, js_content …) that is believed; else readability-lxml, a well-kept
extractor, tells. Its output is not used, because it drops tables, lists and captions: it only points at the place.
"""

from __future__ import annotations

import re
from typing import Any

import lxml.html

from editor.intake import chrome, page_text
from editor.intake.folding import fold
from editor.intake.plausible import is_han
from editor.intake.vocabulary import WORDS

_IDS: list[str] = WORDS["articles"]["ids"]
_CLASSES: list[str] = WORDS["articles"]["classes"]
_FEWEST_HAN = 20
_EXTRACTOR_LIMIT = 1_500_000  # characters; beyond it the body is taken whole
_PARAGRAPH = 12  # shorter pieces of text do not tell where they stand
_DEEP = 200
_MOST = 20
_CONTAINERS = frozenset({"div", "td", "tr", "table", "tbody", "section", "article", "main", "form", "center", "body"})


def article_of(tree: Any, text: str) -> Any:
    """The element that holds the article's text; the body when nothing better is found."""
    for elements in _named(tree).values():
        found = [element for element in elements if han(element) >= _FEWEST_HAN]
        if found:
            return max(found, key=han)
    body = tree.find("body")
    located = _by_extractor(tree, text) if len(text) < _EXTRACTOR_LIMIT and _depth(tree) < _DEEP else None
    if located is not None and _is_chrome(located):  # the longest paragraph of a short page may be the site's notice
        located = None
    outer = located if located is not None else (body if body is not None else tree)
    return _tightened(outer) if _depth(outer) < _DEEP else outer


def _tightened(element: Any) -> Any:
    """The innermost element that still holds every sentence of an element, but for notices of the site."""
    while True:
        inner = [child for child in element if child.tag in _CONTAINERS]
        best = max(inner, key=han, default=None)
        if best is None or not _holds_all(best, element):
            return element
        element = best


def _holds_all(inner: Any, outer: Any) -> bool:
    held = set(_sentences(inner))
    outside = [line for line in _sentences(outer) if line not in held]
    return bool(held) and all(chrome.whole_line(line, fold(line)) for line in outside)


def _is_chrome(element: Any) -> bool:
    """Whether every sentence of an element is a notice of the site."""
    lines = _sentences(element)
    return bool(lines) and all(chrome.whole_line(line, fold(line)) for line in lines)


def _sentences(element: Any) -> list[str]:
    return [line for line in page_text.lines_of(page_text.linear(element)[0]) if "。" in line]


def _named(tree: Any) -> dict[str, list[Any]]:
    """Elements by the known names that they carry."""
    named: dict[str, list[Any]] = {name: [] for name in (*_IDS, *_CLASSES)}
    for element in tree.iter():
        for name in {element.get("id") or "", *(element.get("class") or "").split()} & named.keys():
            if len(named[name]) < _MOST:
                named[name].append(element)
    return named


def _depth(tree: Any) -> int:
    """How deep the tree is; hostile pages nest without end, and the extractor is quadratic in it."""
    deepest, level, waiting = 0, 0, [tree]
    while waiting and deepest <= _DEEP:
        waiting = [child for element in waiting for child in element]
        level += 1
        deepest = max(deepest, level)
    return deepest


def han(element: Any) -> int:
    """How many Han characters stand in an element outside links."""
    linked = sum(sum(map(is_han, "".join(link.itertext()))) for link in element.iter("a"))
    return sum(map(is_han, "".join(element.itertext()))) - linked


def _by_extractor(tree: Any, text: str) -> Any:
    """The smallest element of our tree around the paragraphs that the extractor found."""
    import readability  # a fifth of a second, only for unknown pages

    try:
        summary = readability.Document(text).summary(html_partial=True)
        wanted = {_squeezed(node) for node in lxml.html.fromstring(summary).iter("p", "div", "td", "section")}
    except Exception:  # noqa: BLE001 - a foreign extractor on hostile pages may raise anything; the body is the answer
        return None
    wanted = {words for words in wanted if len(words) >= _PARAGRAPH}
    hits = [node for node in tree.iter("p", "div", "td", "section") if _squeezed(node) in wanted]
    return _common(hits)


def _squeezed(node: Any) -> str:
    return re.sub(r"\s+", "", node.text_content())


def _common(nodes: list[Any]) -> Any:
    """The lowest element that holds all nodes."""
    if not nodes:
        return None
    paths = [[*reversed([node, *node.iterancestors()])] for node in nodes]
    shared = None
    for level in zip(*paths, strict=False):
        if any(node is not level[0] for node in level):
            break
        shared = level[0]
    return shared if shared is None or shared.tag not in {"p", "html"} else shared.getparent()
