"""DOCX: a signed article as a manuscript page with real styles, footnotes, pictures and properties.

Own writer over lxml: python-docx has no footnotes, writes the time of day into its archives and brings a Western
template. The same package is always the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.publish.formats.docx.look import Page
    from editor.publish.package import Gone, Package

EXTENSION = "docx"
PICTURES_BESIDE = False
"""See `editor.publish.targets.folder`: the pictures are in the file."""


def render(package: Package, *, page: Page | None = None) -> bytes:
    """The file.

    Args:
        package: The article.
        page: `look.MANUSCRIPT` (28 lines of 28 characters, the default) or `look.PLAIN`.

    Raises:
        EditorError: The article has a character that XML cannot hold (exit 6).
    """
    from editor.publish.formats.docx.document import article  # lxml only for these files
    from editor.publish.formats.docx.look import MANUSCRIPT

    return article(package, page or MANUSCRIPT)


def notice(gone: Gone) -> bytes:
    """What stands in place of a withdrawn article."""
    from editor.publish.formats.docx.document import withdrawn  # lxml only for these files

    return withdrawn(gone)
