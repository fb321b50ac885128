"""Pictures on their way to web systems."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.publish.formats.position import without_position
from editor.publish.targets.destination import RefusedError

if TYPE_CHECKING:
    from editor.publish.targets.destination import Picture

LARGEST = 2560
"""Longest side in px of what web systems are sent: what WordPress itself shows at most (big_image_size_threshold)."""

_SCALED = frozenset({"image/jpeg", "image/png", "image/webp"})
_KNOWN = 5000
"""So many pictures are remembered; a batch has no end."""


def bytes_of(picture: Picture) -> bytes:
    """What goes: the picture that was signed, without where it was taken, and no larger than `LARGEST`.

    It stays of its kind, since its file is named after it there; what is known of it there is the sha256 of the signed
    one, so that a smaller one is the same picture.

    Raises:
        RefusedError: It is another by now.
    """
    data = picture.read()
    if hashlib.sha256(data).hexdigest() != picture.id:
        raise RefusedError("picture_differs", picture=picture.file)
    return _fitting(without_position(data), picture.mime)


def _fitting(data: bytes, mime: str) -> bytes:
    kind = mime.partition(";")[0].strip().lower()
    if kind not in _SCALED:
        return data
    from editor.publish.formats.renditions import moves, rendition, size_of  # noqa: PLC0415  (only with pictures)

    try:
        if max(size_of(data)) <= LARGEST or moves(data):
            return data
        return rendition(data, side=LARGEST, kinds=(kind,)).data
    except EditorError:  # no picture that we can read: whoever gets it says what is wrong
        return data


def forget_old(known: dict[Any, Any]) -> None:
    """Forget the older half when there are too many; what is being worked with is among the newer."""
    if len(known) >= _KNOWN:
        for name in list(known)[: _KNOWN // 2]:
            del known[name]
