"""Pictures that files of one piece (DOCX, PDF, long pictures) would leave out, named before they are made.

Their captions stay in any case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.findings import Finding, Severity
from editor.markup.blocks import Image
from editor.publish.formats.renditions import size_of

if TYPE_CHECKING:
    from editor.publish.package import Package


def left_out(package: Package) -> tuple[Finding, ...]:
    """A finding for each picture of the text that is not in the library or cannot be read (rule T03)."""
    found = []
    for index, block in enumerate(package.article.blocks):
        if isinstance(block, Image) and (message := _why(package, block)):
            shown = block.caption or block.alt or block.source
            found.append(
                Finding("T03", Severity.WARNING, block.source, message=message, values={"picture": shown}, block=index)
            )
    return tuple(found)


def _why(package: Package, image: Image) -> str:
    """Key of the sentence, "" when the picture is there and can be read."""
    asset = package.assets.get(image.source.removeprefix("asset:"))
    if asset is None:
        return "formats.picture_not_here"
    try:
        size_of(asset.read())
    except EditorError as error:
        if error.code.startswith("rendition"):
            return "formats.picture_unreadable"
        raise
    return ""
