"""What came in by the clipboard; apart from how it is read, which is not needed before somebody pastes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.markup.blocks import Block

OWN = "application/x-gaotai-markdown"
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in.

    Attributes:
        blocks: As they go into the text.
        pictures: Bytes of the pictures among them by their source.
        files: Paths of files that are no pictures.
        tracked: Whether the text held tracked changes; then ``original`` is the text before them.
        missing: How many pictures stand in the text as placeholders, because the clipboard did not hold them.
        over: Once it was put in: the positions of what was selected before and gave way.
    """

    blocks: tuple[Block, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    tracked: bool = False
    missing: int = 0
    original: tuple[Block, ...] = ()
    over: tuple[int, int] = (0, 0)
