"""The pictures of a text in their order, and a text in which one of them says something else. Pure functions."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from editor.markup.blocks import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.markup.blocks import Block

FIELDS = ("caption", "credit", "alt")


def images_of(blocks: Sequence[Block]) -> list[tuple[int, Image]]:
    """Every picture with the index of its block."""
    return [(number, block) for number, block in enumerate(blocks) if isinstance(block, Image)]


def with_field(blocks: Sequence[Block], number: int, field: str, value: str) -> tuple[Block, ...]:
    """A text in which the picture of that number (0 = the first) has another caption, credit, description or source."""
    found = images_of(blocks)
    if not 0 <= number < len(found):
        return tuple(blocks)
    place, image = found[number]
    return (*blocks[:place], dataclasses.replace(image, **{field: value}), *blocks[place + 1 :])


def without(blocks: Sequence[Block], number: int) -> tuple[Block, ...]:
    """A text without the picture of that number."""
    found = images_of(blocks)
    if not 0 <= number < len(found):
        return tuple(blocks)
    return (*blocks[: found[number][0]], *blocks[found[number][0] + 1 :])


def renamed(blocks: Sequence[Block], old: str, new: str) -> tuple[Block, ...]:
    """A text that names another source wherever it named the old one."""
    return tuple(
        dataclasses.replace(block, source=new) if isinstance(block, Image) and block.source == old else block
        for block in blocks
    )


def missing(image: Image) -> tuple[str, ...]:
    """Which of its fields say nothing."""
    return tuple(field for field in FIELDS if not getattr(image, field).strip())


def size_words(size: int) -> str:
    """Bytes as people read them: 840 KB, 3.2 MB."""
    kilo, mega = 1_000, 1_000_000
    if size < kilo:
        return f"{size} B"
    return f"{round(size / kilo)} KB" if size < mega else f"{size / mega:.1f} MB"
