"""What an anonymous visitor gets at an address, and what a page says."""

from __future__ import annotations

import re
import threading
from html import unescape
from typing import TYPE_CHECKING

import httpx
from lxml import etree, html

from editor.publish.targets.destination import Look
from editor.publish.wire import NotSentError, Wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.publish.wire import Reply

_UNSEEN = ("script", "style", "template", "noscript", etree.Comment, etree.ProcessingInstruction)
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "rb", "rp"}
    | {"rt", "ruby", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr", "img"}
)
_ELEMENT = re.compile(r"(?is)<(script|style|noscript|template)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>")
_MOVED = frozenset({301, 302, 303, 307, 308})
_LONGEST = 4_000_000
"""Characters of a page that are read; an article of 100,000 characters with everything round it is a fifth of it."""


def page_text(source: str) -> str:
    """The text that a page shows, a line a block; nothing of it is run or loaded."""
    try:
        given = source[:_LONGEST].replace("\0", "\ufffd").encode("utf-8", "replace") or b"<p>"
        root = html.document_fromstring(given, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, ValueError):
        return ""
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    for element in root.iter():
        if element.tag not in _INLINE:
            element.text = f"\n{element.text or ''}"
            element.tail = f"\n{element.tail or ''}"
    lines = ("".join(line.split("\r")).strip() for line in "".join(map(str, root.itertext())).split("\n"))
    return "\n".join(line for line in lines if line) or _bare(source)


def _bare(source: str) -> str:
    """The text of a page that the parser gives up (thousands of elements in each other)."""
    return " ".join(unescape(_ELEMENT.sub(" ", source[:_LONGEST])).split()) if "</" in source else ""


def _leads(reply: Reply) -> str:
    """Where a redirect leads, "" when it leads nowhere."""
    try:
        url = httpx.URL(reply.url).join(reply.headers["location"])
    except (httpx.InvalidURL, KeyError, ValueError, UnicodeError, TypeError):
        return ""
    return str(url) if url.scheme in {"http", "https"} and not url.userinfo else ""


class Visitor:
    """Somebody who is not known anywhere: never sends a password, a cookie or where he comes from."""

    def __init__(self, open_wire: Callable[[str], Wire] = Wire) -> None:
        """Nothing is called yet.

        Args:
            open_wire: Makes the connection to a site (``scheme://host``).
        """
        self._open_wire = open_wire
        self._wires: dict[str, Wire] = {}
        self._lock = threading.Lock()

    def look(self, address: str, *, fresh: bool = False) -> Look:
        """What he gets there; a redirect is an answer, it is not followed.

        Args:
            address: Where.
            fresh: Ask what lies between to ask the site anew, which no reader does.

        Raises:
            NotSentError: There is no such place.
            UnknownError: No whole answer came.
        """
        try:
            url = httpx.URL(address)
        except (httpx.InvalidURL, UnicodeError, ValueError):
            raise NotSentError("wire_address", url="?") from None
        if url.scheme not in {"http", "https"} or not url.host or url.userinfo:
            raise NotSentError("wire_address", url=url.host or "?")
        site = str(url.copy_with(raw_path=b"/", fragment=None))
        with self._lock:
            wire = self._wires.get(site) or self._wires.setdefault(site, self._open_wire(site))
        headers = {"Cache-Control": "no-cache"} if fresh else {}
        reply = wire.call("GET", str(url.copy_with(fragment=None)), headers=headers)
        kind = reply.headers.get("content-type", "")
        text = reply.body.decode("utf-8", "replace")
        said = page_text(text) if "html" in kind else text[:_LONGEST]
        return Look(reply.status, said, _leads(reply) if reply.status in _MOVED else "", text)

    def close(self) -> None:
        """Hang up."""
        for wire in self._wires.values():
            wire.close()
