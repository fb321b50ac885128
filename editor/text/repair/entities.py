"""R05: HTML entities, escapes of other formats and tags that were left in the text."""

from __future__ import annotations

import html
import re

from editor.text.repair.draft import Edit
from editor.text.repair.places import Places

ENTITY = re.compile(
    r"&(?:amp;){0,3}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31})[;；]"
    r"|&(?:amp;)?(?:nbsp|[lr][ds]quo|mdash|hellip|middot|emsp|ensp)(?![=A-Za-z0-9;；])"
)
ESCAPE = re.compile(r"(?<!\\)(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\xa0)")
_FORMATS = (
    "p|br|div|span|strong|b|em|i|u|s|font|center|section|article|h[1-6]|li|ul|ol|dl|dt|dd|tbody|thead|table|tr|td|th|"
    "blockquote|small|big|hr|o:p|st1:[a-z]+|sup|sub|a|img|wbr|nobr|ins|del|label|figure|figcaption"
)
TAG = re.compile(rf"<(/?)({_FORMATS})((?:\s[^<>\n]{{0,1000}}?)?)\s*/?>|<!--[^<>\n]{{0,1000}}-->", re.IGNORECASE)
BROKEN_TAG = re.compile(r"(?<=[。！？；：”’」』）…])/(?:p|div|span|strong)>(?=\s*$)", re.MULTILINE)
_LINK = re.compile(r"<a\s[^<>\n]{0,1000}href", re.IGNORECASE)
_CLOSING = re.compile(r"</([A-Za-z])>")
_BLOCK = re.compile(r"br|div|h[1-6]|li|dt|dd|tr|td|th|hr|p|section|article|blockquote|figure|figcaption", re.IGNORECASE)
_MEANING = {"sup", "sub", "img", "ins", "del"}
_INVISIBLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u200b-\\u200f\\u2060\\ufeff]")
_BREAKS = re.compile("[\\t\\n\\r\\u2028\\u2029\\xa0]")
_KNOWN = (range(0x2010, 0x2028), range(0x3000, 0xA000), range(0xFF01, 0xFFEF))
"""Marks, Han characters and full-width forms."""


def decoded(entity: str) -> str | None:
    """What an entity, however often escaped, stands for; None when it stands for nothing known."""
    plain = entity.replace("；", ";")
    while plain.startswith("&amp;") and len(plain) > len("&amp;"):
        plain = "&" + plain[len("&amp;") :]
    found = html.unescape(plain if plain.endswith(";") else plain + ";")
    if found.startswith("&") and len(found) > 1:
        return None
    return _INVISIBLE.sub("", _BREAKS.sub(" ", found))


def unescaped(escape: str) -> str | None:
    r"""What ``\u3000`` and the like stand for; None for anything that is no mark, space or Han character."""
    if escape == "\\xa0":
        return " "
    code = int(escape[2:6], 16)
    if len(escape) > len("\\u0000"):
        return chr(0x10000 + ((code & 0x3FF) << 10) + (int(escape[8:12], 16) & 0x3FF))
    char = chr(code)
    if char == "\xa0":
        return " "
    return char if char in "·×°" or any(code in block for block in _KNOWN) else None


def find_entities(text: str) -> list[Edit]:
    """Entities and escapes; offered only where the text is about them."""
    edits = []
    places = Places(text)
    for pattern, meaning in ((ENTITY, decoded), (ESCAPE, unescaped)):
        for match in pattern.finditer(text) if ("&" if meaning is decoded else "\\") in text else ():
            after = meaning(match.group())
            if after is None or places.in_code(match.start()):
                continue
            applied = not places.about_html(match.start())
            edits.append(Edit("R05", match.start(), match.end(), after, 0.98 if applied else 0.3, applied=applied))
    return sorted(edits, key=lambda edit: edit.start)


def find_tags(text: str) -> list[Edit]:
    """Tags of formatting; those that carry meaning (pictures, links, raised figures) are only offered."""
    if ">" not in text:
        return []
    places = Places(text)
    edits = [
        Edit("R05", match.start(), match.end(), "", 0.9)
        for match in BROKEN_TAG.finditer(text)
        if not places.about_html(match.start())
    ]
    linked = bool(_LINK.search(text))
    closed = {name.lower() for name in _CLOSING.findall(text)}
    for match in TAG.finditer(text):
        if places.in_code(match.start()) or not _is_tag(text, match, closed):
            continue
        kept = carries_meaning(match) or (linked and _is_link_end(match)) or places.about_html(match.start())
        after = _space_for(text, match)
        edits.append(Edit("R05", match.start(), match.end(), after, 0.3 if kept else 0.95, applied=not kept))
    return sorted(edits, key=lambda edit: edit.start)


def _is_tag(text: str, match: re.Match[str], closed: set[str]) -> bool:
    """``a<b>c`` is no tag: an open one-letter tag between letters needs its end on the page."""
    name = match.group(2)
    if name is None or len(name) > 1 or match.group(1) or match.group(3):
        return True
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    between = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return not between or name.lower() in closed


def _is_link_end(match: re.Match[str]) -> bool:
    return match.group(1) == "/" and (match.group(2) or "").lower() == "a"


def carries_meaning(match: re.Match[str]) -> bool:
    """Whether a tag says something that the text alone does not: a link, a picture, a raised figure."""
    name = (match.group(2) or "").lower()
    return name in _MEANING or (name == "a" and not match.group(1) and "href" in match.group(3).lower())


def _space_for(text: str, match: re.Match[str]) -> str:
    """A tag that broke a line or parted cells leaves a blank behind where words would run together."""
    if not _BLOCK.fullmatch(match.group(2) or ""):
        return ""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    ends = "\n \t\u3000。！？；：，、”」』）>"
    return "" if not before or not after or before in ends or after in "\n \t\u3000<。！？；：，、”」』）" else " "
