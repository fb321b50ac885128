"""Pictures without the place where they were taken, before an article names them: what is signed is what goes out.

See docs/decisions/0006-pictures-lose-their-position-when-they-come-in.md.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from editor.intake.packed import Picture, picture_of
from editor.intake.records import Loss
from editor.markup.blocks import Image
from editor.publish.formats.position import without_position

if TYPE_CHECKING:
    from editor.intake.packed import PackedIntake
    from editor.markup.blocks import Block


def without_place(picture: Picture) -> Picture:
    """The picture as an article may name it; itself when its file does not say where it was taken."""
    data = without_position(picture.data)
    return picture if data is picture.data else (picture_of(data, picture.name) or picture)


def placeless(intake: PackedIntake) -> tuple[PackedIntake, tuple[Picture, ...]]:
    """An intake that names pictures without their places, and the pictures as they came, to be kept beside them.

    The original of a document that holds such a picture has it still: it never leaves the newsroom.
    """
    pairs = [(picture, without_place(picture)) for picture in intake.pictures]
    changed = {f"asset:{one.asset}": f"asset:{other.asset}" for one, other in pairs if one is not other}
    if not changed:
        return intake, ()

    def named(block: Block) -> Block:
        new = changed.get(block.source) if isinstance(block, Image) else None
        return dataclasses.replace(block, source=new) if isinstance(block, Image) and new else block

    originals = tuple(one for one, other in pairs if one is not other)
    told = Loss("picture_position", len(originals), kept=True, text=" ¦ ".join(each.name for each in originals))
    return (
        dataclasses.replace(
            intake,
            blocks=tuple(map(named, intake.blocks)),
            pictures=tuple({other.asset: other for _, other in pairs}.values()),
            report=(*intake.report, told),
        ),
        originals,
    )
