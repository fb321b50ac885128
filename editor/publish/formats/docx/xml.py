"""Elements of WordprocessingML, made and written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    Element: TypeAlias = Any

_OPEN = "http://schemas.openxmlformats.org"
SPACES = {
    "w": f"{_OPEN}/wordprocessingml/2006/main",
    "r": f"{_OPEN}/officeDocument/2006/relationships",
    "wp": f"{_OPEN}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_OPEN}/drawingml/2006/main",
    "pic": f"{_OPEN}/drawingml/2006/picture",
}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile(r"([\n\t])")


def name(short: str) -> str:
    """``w:p`` with its whole namespace, as lxml has it."""
    prefix, _, local = short.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def made(tag: str, *children: Element | str | None, **attributes: str | int) -> Element:
    """An element with its children, those that are None left out; attributes as they are, without namespace."""
    element = etree.Element(name(tag), {key: str(value) for key, value in attributes.items()}, nsmap=SPACES)
    for child in children:
        if isinstance(child, str):
            element.text = child
        elif child is not None:
            element.append(child)
    return element


def w(tag: str, *children: Element | str | None, **attributes: str | int) -> Element:
    """An element of the main namespace, which its attributes are of too; those that are None are left out."""
    element = made(f"w:{tag}", *children)
    for key, value in attributes.items():
        element.set(name(f"w:{key}"), str(value))
    return element


def value(tag: str, val: str | int) -> Element:
    """``<w:tag w:val="…"/>``."""
    return w(tag, val=val)


def text(words: str) -> Iterable[Element]:
    """Text of a run: line breaks and tabs as what they are, every blank kept."""
    for piece in _BREAKS.split(words):
        if piece == "\n":
            yield w("br")
        elif piece == "\t":
            yield w("tab")
        elif piece:
            element = w("t", piece)
            element.set(_XML_SPACE, "preserve")
            yield element


def run(words: str, *properties: Element) -> Element:
    """A run with its properties, in the order of the schema."""
    return w("r", w("rPr", *properties) if properties else None, *text(words))


def paragraph(style: str, *content: Element | None, more: Iterable[Element] = ()) -> Element:
    """A paragraph in a style; ``more`` are properties of its own, in the order of the schema, behind the style."""
    return w("p", w("pPr", value("pStyle", style), *more), *content)


def written(root: Element) -> bytes:
    """A part as its bytes."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"] if root.prefix == "w" else None)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
