"""XML parts of a DOCX file: parsed without entities, names the same for transitional and strict files."""

from __future__ import annotations

from typing import Any

from lxml import etree

from editor.errors import EditorError

Element = Any
"""An lxml element; its type has no name that lxml gives away."""

_OPEN = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_NAMESPACES = {
    f"{_OPEN}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OPEN}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_OPEN}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OPEN}/drawingml/2006/picture": "pic",
    f"{_STRICT}/drawingml/picture": "pic",
    f"{_OPEN}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}/drawingml/wordprocessingDrawing": "wp",
    f"{_OPEN}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/chart": "c",
    f"{_OPEN}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    f"{_OPEN}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OPEN}/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
}
_BY_PREFIX: dict[str, list[str]] = {}
for _address, _prefix in _NAMESPACES.items():
    _BY_PREFIX.setdefault(_prefix, []).append(_address)
_short: dict[str, str] = {}
_keys: dict[str, tuple[str, ...]] = {}
_MOST_NAMES = 10_000
_OFF = frozenset({"0", "false", "off", "none"})


def parsed(data: bytes) -> Element:
    """The root of a part.

    Raises:
        EditorError: ``docx_entities`` for a document type or entities, ``docx_broken`` for what is no XML.
    """
    if any("<!DOCTYPE".encode(code) in data for code in ("ascii", "utf-16-le", "utf-16-be")):
        raise EditorError.unreadable("docx_entities")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise EditorError.unreadable("docx_broken") from error


def tag(element: Element) -> str:
    """Name with a known prefix (``w:p``); elements of other namespaces have their local name after ``?:``."""
    name = element.tag
    short = _short.get(name)
    if short is None:
        address, _, local = name[1:].rpartition("}") if name[0] == "{" else ("", "", name)
        short = f"{_NAMESPACES.get(address, '?')}:{local}"
        if len(_short) < _MOST_NAMES:
            _short[name] = short
    return short


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name with prefix (``w:val``), in either namespace or in none, None when it is not there."""
    keys = _keys.get(name)
    if keys is None:
        prefix, _, local = name.partition(":")
        keys = _keys[name] = (*(f"{{{address}}}{local}" for address in _BY_PREFIX[prefix]), local)
    for key in keys:
        value = element.get(key)
        if value is not None:
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of a name, its first child of the next name, and so on; None when one is missing."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if tag(each) == name), None)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """``w:val`` of what :func:`child` finds."""
    found = child(element, *path)
    return None if found is None else attribute(found, "w:val")


def number(element: Element | None, *path: str) -> int | None:
    """The same as a whole number, None when it is none."""
    text = value(element, *path)
    try:
        return int(text) if text is not None and len(text) < 10 else None  # noqa: PLR2004 - no number there is longer
    except ValueError:
        return None


def switch(properties: Element | None, name: str) -> bool | None:
    """Whether a property (``w:b``) is on or off; None = not said."""
    found = child(properties, name)
    if found is None:
        return None
    return (attribute(found, "w:val") or "1") not in _OFF


def text_in(element: Element) -> str:
    """All characters of text runs in an element, deleted ones too, for reports."""
    return "".join(each.text or "" for each in element.iter() if tag(each) in {"w:t", "w:delText", "m:t", "a:t"})
