"""Pictures on their way to web systems."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from editor.publish.formats.position import without_position
from editor.publish.targets.destination import RefusedError

if TYPE_CHECKING:
    from editor.publish.targets.destination import Picture

_KNOWN = 5000
"""So many pictures are remembered; a batch has no end."""


def bytes_of(picture: Picture) -> bytes:
    """What goes: the picture that was signed, without where it was taken.

    Raises:
        RefusedError: It is another by now.
    """
    data = picture.read()
    if hashlib.sha256(data).hexdigest() != picture.id:
        raise RefusedError("picture_differs", picture=picture.file)
    return without_position(data)


def forget_old(known: dict[Any, Any]) -> None:
    """Forget the older half when there are too many; what is being worked with is among the newer."""
    if len(known) >= _KNOWN:
        for name in list(known)[: _KNOWN // 2]:
            del known[name]
