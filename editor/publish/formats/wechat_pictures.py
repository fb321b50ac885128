"""Pictures as WeChat takes them: JPEG or PNG, never WebP, and below its sizes.

Sources: developers.weixin.qq.com, api_uploadimage (``media/uploadimg``: JPG and PNG below 1 MB, else 40005 or 40009)
and Adding Permanent Assets (``material/add_material``: thumbnails JPG up to 64 KB).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.publish.formats.renditions import JPEG, PNG, rendition

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.publish.formats.renditions import Rendition

IN_TEXT = 1_000_000
"""Bytes of a picture in the text, with room to "below 1 MB"."""
THUMBNAIL = 64_000
"""Bytes of a cover as ``thumb``."""

_SIDES = (0, 2560, 1920, 1440, 1080, 800, 600, 400, 300, 200, 100)
"""Longest sides that are tried, 0 = as it is; its text is 677 px wide, and telephones show it three times finer."""


def in_text(data: bytes, alt: str = "") -> Rendition:
    """A picture for the text: as it is where it fits, else the largest that does; of a moving one its first frame.

    Raises:
        EditorError: It is no picture, damaged, or too large to be decoded (exit 3).
    """
    return _fitted(data, IN_TEXT, (JPEG, PNG), alt)


def thumbnail(data: bytes, alt: str = "") -> Rendition:
    """A cover for ``type=thumb``.

    Raises:
        EditorError: As `in_text`.
    """
    return _fitted(data, THUMBNAIL, (JPEG,), alt)


def _fitted(data: bytes, most: int, kinds: Iterable[str], alt: str) -> Rendition:
    """The first rendition that is small enough; a large PNG becomes a JPEG, on white, before it is shrunk."""
    wanted = tuple(kinds)
    for side in _SIDES:
        made = rendition(data, side=side, kinds=wanted, alt=alt)
        if len(made.data) <= most:
            return made
        if made.mime == PNG and JPEG in wanted:
            flat = rendition(made.data, side=side, kinds=(JPEG,), alt=alt)
            if len(flat.data) <= most:
                return flat
    raise EditorError.unreadable("rendition_too_large_for", kilobytes=most // 1000)
