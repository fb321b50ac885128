"""Addresses and entities: which links the schema carries, and how characters are hidden from Markdown inside them."""

from __future__ import annotations

import re
import sys
import unicodedata
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
IMAGE_SCHEMES = frozenset({"http", "https", "asset"})

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_DATA_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+")
ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_CREDIT_MARK = "©"
_ENCODED_CREDIT_MARK = "&copy;"


def safe_href(href: str | None) -> str | None:
    r"""The address when the schema carries it, else None.

    Carried: http, https, mailto, tel and addresses without a scheme. Control characters (browsers drop them, so that
    ``java\nscript:`` runs) and every other scheme are refused; the text of such a link stays.
    """
    if not href:
        return None
    address = href.strip()
    if not address or _CONTROL.search(address):
        return None
    return address if _has_scheme_of(LINK_SCHEMES, address) else None


def safe_image(source: str) -> str | None:
    """The address when an ``img`` element may load it: http, https, ``asset:``, relative, or a bitmap as ``data:``."""
    if _DATA_IMAGE.fullmatch(source):
        return source
    if not source or _CONTROL.search(source):
        return None
    return source if _has_scheme_of(IMAGE_SCHEMES, source) else None


def _has_scheme_of(schemes: frozenset[str], address: str) -> bool:
    """Whether an address is relative or has one of some schemes; a colon in its first part makes it neither."""
    scheme = _SCHEME.match(address)
    if scheme is None:
        return ":" not in re.split(r"[/?#]", address, maxsplit=1)[0]
    return scheme[1].lower() in schemes


def _code_point(number: int) -> str | None:
    character = chr(number) if number <= sys.maxunicode else "\0"
    return character if character in "\t\n" or unicodedata.category(character) not in {"Cc", "Cs"} else None


def entity(match: re.Match[str]) -> str:
    """The character that an entity stands for; one that stands for nothing printable stays as it is written."""
    decimal, hexadecimal, name = match.groups()
    if name:
        return html5.get(f"{name};", match[0])
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return _code_point(number) or match[0]


def decoded(text: str) -> str:
    """Text with its entities resolved (only those that end in a semicolon)."""
    return ENTITY.sub(entity, text) if "&" in text else text


def _encoding(characters: str) -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(characters)}]|&(?=#?\w+;)|\s")


_ADDRESS = _encoding("()<>[]\"'\\`*|")
_ATTRIBUTE = _encoding("<>[]\"'\\`*_|" + _CREDIT_MARK)


def _numeric(match: re.Match[str]) -> str:
    character = match[0]
    if character == " ":
        return character
    if character == _CREDIT_MARK:
        return _ENCODED_CREDIT_MARK
    return "&amp;" if character == "&" else f"&#{ord(character)};"


def encoded_address(address: str) -> str:
    """An address as it stands in Markdown: nothing in it can end it or be taken for a mark."""
    return _ADDRESS.sub(_numeric, address).replace(" ", "&#32;")


def encoded_attribute(text: str) -> str:
    """Plain text as it stands between brackets or quotation marks in Markdown."""
    return _ATTRIBUTE.sub(_numeric, text)


def joined_title(caption: str, credit: str) -> str:
    """Caption and credit in the one title that a Markdown image has: ``caption © credit``, each encoded."""
    parts = [encoded_attribute(caption)] if caption else []
    if credit:
        parts += [_CREDIT_MARK, encoded_attribute(credit)]
    return " ".join(parts)


def split_title(title: str) -> tuple[str, str]:
    """Caption and credit of a title as it stands in Markdown, before its entities are resolved."""
    caption, mark, credit = f" {title}".partition(f" {_CREDIT_MARK} ")
    if not mark:
        caption, credit = title, ""
    return decoded(caption).strip(), decoded(credit).strip()


def first_free(label: str, taken: Iterable[str]) -> str:
    """The label, or the label with the first number that makes it free."""
    used = set(taken)
    candidate, number = label, 1
    while candidate in used:
        number += 1
        candidate = f"{label}-{number}"
    return candidate
