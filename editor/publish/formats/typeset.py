"""Plain text as typesetting systems take it: GB18030, lines ended by CR LF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.publish.formats import characters, txt

if TYPE_CHECKING:
    from editor.findings import Finding
    from editor.publish.package import Gone, Package

EXTENSION = "gb18030.txt"
PICTURES_BESIDE = txt.PICTURES_BESIDE
CHARSET = "gb18030"


def render(package: Package, *, charset: str = CHARSET) -> bytes:
    """The file (see `txt.render`).

    GB18030 has every character of Unicode but lone surrogates. Fonts of older systems end at GBK or GB2312: name one of
    these, and a text with a character outside is refused instead of losing it; `unusual` names such characters before.

    Raises:
        EditorError: The charset does not have all characters (exit 6), or there is no such charset (exit 2).
    """
    return txt.render(package, charset=charset, line_end="\r\n")


def notice(gone: Gone) -> bytes:
    """What stands in place of a withdrawn article."""
    return txt.notice(gone, charset=CHARSET, line_end="\r\n")


def unusual(package: Package, charset: str = "gbk") -> tuple[Finding, ...]:
    """Characters that a typesetting system may have no glyph for: those outside a smaller charset."""
    return characters.findings(package.article, charset)
