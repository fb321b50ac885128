"""Text as WordPress shows it: character by character as it was signed.

WordPress changes what it shows, not what it stores: straight quotation marks become curly ones, ``--`` and ``...``
other characters, ``3x4`` a multiplication sign, ``8)`` a smiley, ``[gallery]`` is run as a shortcode, an address on a
line of its own is fetched and replaced, ``Wordpress`` is spelled its own way. A character that is written as a numeric
reference is left alone by all of these, and by the filter for authors without ``unfiltered_html`` when the number has
three digits at least.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from editor.publish.targets.web_piece import PICTURE
from editor.publish.template import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TAG = r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>"""
_TEXT = r"""
    &(?:\#[0-9]+|\#x[0-9a-f]+|[a-z][a-z0-9]*);   # a reference stays
    | (?P<held> ["'`\[\]:;]
      | (?<![0-9a-z])- | -(?![0-9a-z])
      | (?<=\.)\. | \.(?=\.)
      | \((?=(?:tm|c|r)\))
      | (?<=[0-9])x(?=[0-9])
      | (?<=8)[)o0]
      | (?<=word)p(?=ress)
    )"""
_IN_TEXT = re.compile(_TEXT, re.VERBOSE | re.IGNORECASE)
_IN_HTML = re.compile(f"(?P<tag>{_TAG})|{_TEXT}", re.VERBOSE | re.IGNORECASE)
_VALUE = re.compile(r'"[^"]*"')
_IN_VALUE = re.compile(r"[<>\[\]']")


def held(html: str) -> str:
    """HTML that WordPress shows as it is; the same for HTML that was held already."""
    return _IN_HTML.sub(_number, html)


def held_text(text: str) -> str:
    """Plain text as HTML that WordPress shows as it is."""
    return _IN_TEXT.sub(_number, escape(text, quote=False))


def _number(match: re.Match[str]) -> str:
    found = match[0]
    if match["held"]:
        return f"&#{ord(found):03};"
    if '"' in found:  # a tag with attributes; nothing else holds one here
        return _VALUE.sub(_value, found)
    return found


def _value(match: re.Match[str]) -> str:
    return _IN_VALUE.sub(lambda one: f"&#{ord(one[0]):03};", match[0])


_SOURCE = re.compile(r'(?<=<img src=")([^"]*)(?=")')


def with_addresses(html: str, addresses: Mapping[str, str]) -> str:
    """Pictures by the address at which they stand there."""
    return PICTURE.sub(lambda match: escaped(addresses[match[1]]), html)


def without_addresses(html: str, picture_at: Callable[[str], str]) -> str:
    """The same with pictures as ``asset:<sha256>``; those that are not ours stay.

    Args:
        html: Content as it stands there.
        picture_at: The sha256 of the picture at an address, "" when it is none of ours.
    """

    def named(match: re.Match[str]) -> str:
        name = picture_at(unescape(match[1]))
        return f"asset:{name}" if name else match[1]

    return _SOURCE.sub(named, html)


def sources(html: str) -> list[str]:
    """Addresses of the pictures of a post, each once."""
    return list(dict.fromkeys(unescape(match[1]) for match in _SOURCE.finditer(html)))
