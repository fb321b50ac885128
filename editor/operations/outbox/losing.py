"""What a place would not keep of an article: what its kind says, and pictures where a kind takes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.markup.blocks import Image
from editor.publish.targets.destination import Loss

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.publish.package import Package
    from editor.publish.targets.destination import Piece, Traits


def losses_of(traits: Traits, piece: Piece, package: Package) -> tuple[Loss, ...]:
    """Everything that would be lost; see `Loss.stops` for what must not go so."""
    return piece.losses if traits.pictures else (*piece.losses, *_pictures(package))


def _pictures(package: Package) -> Iterator[Loss]:
    """The pictures of a text and its cover, each once: a kind that takes no pictures would leave holes."""
    shown = [block.source for block in package.article.blocks if isinstance(block, Image)]
    for source in dict.fromkeys([*shown, *([package.cover] if package.cover else [])]):
        yield Loss("no_pictures", "content", source, stops=True)
