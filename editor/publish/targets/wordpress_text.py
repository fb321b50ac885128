"""Text as WordPress shows it: character by character as it was signed.

WordPress changes what it shows, not what it stores: straight quotation marks become curly ones, ``--`` and ``...``
other characters, ``3x4`` a multiplication sign, ``8)`` a smiley, ``[gallery]`` is run as a shortcode, an address on a
line of its own is fetched and replaced, ``Wordpress`` is spelled its own way. A character that is written as a numeric
reference is left alone by all of these, and by the filter for authors without ``unfiltered_html`` when the number has
three digits at least.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.publish.targets.web_piece import PICTURE
from editor.publish.template import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PART = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+|<""")
_VALUE = re.compile(r'"[^"]*"')
_IN_TEXT = re.compile(
    r"""&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);   # a reference stays
    | (?P<held> ["'`\[\]:;]
      | (?<![0-9A-Za-z])- | -(?![0-9A-Za-z])
      | (?<=\.)\. | \.(?=\.)
      | \((?=(?:tm|c|r)\))
      | (?<=[0-9])[xX](?=[0-9])
      | (?<=8)[)oO0]
      | (?<=Word)p(?=ress)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_IN_VALUE = re.compile(r"(?P<held>[<>\[\]'])")


def _number(match: re.Match[str]) -> str:
    return f"&#{ord(match['held']):03};" if match["held"] else match[0]


def held(html: str) -> str:
    """HTML that WordPress shows as it is; the same for HTML that was held already."""
    return _PART.sub(_part, html)


def held_text(text: str) -> str:
    """Plain text as HTML that WordPress shows as it is."""
    return _IN_TEXT.sub(_number, escaped(text))


def _part(match: re.Match[str]) -> str:
    part = match[0]
    if not part.startswith("<"):
        return _IN_TEXT.sub(_number, part)
    return _VALUE.sub(lambda value: _IN_VALUE.sub(_number, value[0]), part)


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
    from html import unescape  # noqa: PLC0415

    def named(match: re.Match[str]) -> str:
        name = picture_at(unescape(match[1]))
        return f"asset:{name}" if name else match[1]

    return _SOURCE.sub(named, html)


def sources(html: str) -> list[str]:
    """Addresses of the pictures of a post, each once."""
    from html import unescape  # noqa: PLC0415

    return list(dict.fromkeys(unescape(match[1]) for match in _SOURCE.finditer(html)))
