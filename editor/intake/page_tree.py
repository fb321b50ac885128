"""A saved HTML page as a tree: parsed, rid of what is no text, its pictures resolved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import lxml.etree
import lxml.html

if TYPE_CHECKING:
    from editor.intake.losses import LossBook

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_NESTING = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|font|span|small|big|div|section|article|main|center|blockquote|table|tbody|tr|td|th|ul"
    r"|ol|li|dl|dd)"
    r"\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_GONE = {
    "script": "script", "style": "script", "noscript": "script", "template": "script", "link": "", "meta": "",
    "iframe": "embed", "embed": "embed", "object": "embed", "video": "embed", "audio": "embed", "canvas": "embed",
    "svg": "embed", "applet": "embed", "map": "embed", "mpvoice": "embed", "mpvideo": "embed", "qqmusic": "embed",
    "frame": "embed", "noframes": "embed",
    "input": "form", "button": "form", "select": "form", "textarea": "form", "dialog": "hidden",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LAZY = ("data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-echo", "data-url", "file", "_src", "src")
_DECORATION = re.compile(
    r"(?:spacer|blank|pixel|transparent|1x1|loading|placeholder|icon_|/icons?/|emoji|qrcode|logo)\w*"
    r"\.(?:gif|png|jpe?g|svg|webp)",
    re.IGNORECASE,
)


def parsed(text: str) -> Any:
    """The tree of a page; hostile or broken HTML gives whatever can be read of it, None when that is nothing.

    The parser drops what is nested some thousand levels deep; such a page is read again with its nesting taken out.
    """
    text = _CONTROLS.sub("", _DECLARATION.sub("", text, count=1))
    tree, whole = _tree(text)
    return tree if whole else _tree(_NESTING.sub("<br>", text))[0]


def _tree(text: str) -> tuple[Any, bool]:
    """A tree, and whether nothing was dropped for its depth."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return None, True
    return tree, not any("depth" in entry.message.lower() for entry in parser.error_log)


def clean(tree: Any, losses: LossBook) -> None:
    """Take out scripts, embedded players, forms and hidden parts; each kind is reported."""
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        for child in list(element):
            what = _GONE.get(child.tag) if isinstance(child.tag, str) else ""
            if what is None and _is_hidden(child):
                what = "hidden"
            if what is None:
                waiting.append(child)
                continue
            if what == "hidden":
                shown = " ".join("".join(child.itertext()).split())
            else:
                shown = child.get("src") or "" if what else ""
            if what and (what != "hidden" or shown):
                losses.add(what, shown)
            child.drop_tree()


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def resolve_pictures(tree: Any, base: str, losses: LossBook) -> None:
    """Lazy addresses become the source; decoration and tracking pixels go."""
    for picture in list(tree.iter("img")):
        address = next((picture.get(name, "").strip() for name in _LAZY if _usable(picture.get(name))), "")
        tiny = {picture.get("width", "").rstrip("px"), picture.get("height", "").rstrip("px")} & {"0", "1"}
        if not address or tiny or _DECORATION.search(address):
            losses.add("decoration", address or picture.get("src", "")[:40])
            picture.drop_tree()
            continue
        picture.set("src", _joined(base, address))
        if picture.get("srcset"):
            del picture.attrib["srcset"]


def _usable(address: str | None) -> bool:
    return bool(address and address.strip()) and not (address or "").strip().lower().startswith(
        ("data:", "javascript:")
    )


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address


def base_of(tree: Any) -> str:
    """The address that relative ones refer to, where the page names one."""
    for path in ("//base/@href", "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        for found in tree.xpath(path):
            if str(found).startswith(("http://", "https://")):
                return str(found)
    return ""
