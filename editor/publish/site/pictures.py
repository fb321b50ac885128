"""Pictures of the site: the one that was signed, and smaller ones that its pages show in its place.

``assets/SHA256.EXT`` is the picture that the signed text names, without the position where it was taken;
``SHA256-1600.webp`` stands on the page of an article, ``SHA256-480.webp`` in lists. Those are there only where the
picture is larger, so that no picture is written anew for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.publish.formats.pictures import asset_file

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from editor.publish.package import Asset, Package

PAGE = 1600
"""Longest side in px on a page: twice the width of its text, for screens with two dots a px."""
LIST = 480
"""In a list, where it is 200 px wide at most."""


def small_file(identifier: str, side: int) -> str:
    """File name of a smaller picture."""
    return f"{identifier}-{side}.webp"


def made_of(identifier: str, mime: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """File names and bytes of a picture: as it was signed, and as it is shown.

    Args:
        identifier: sha256 (hex) that the text names.
        mime: Its kind.
        data: The file.
    """
    from editor.publish.formats.position import without_position  # noqa: PLC0415  (only where there are pictures)
    from editor.publish.formats.renditions import moves, size_of, webp  # noqa: PLC0415

    yield asset_file(identifier, mime), without_position(data)
    try:
        largest = 0 if moves(data) else max(size_of(data))
        for side in (PAGE, LIST):
            if largest > side:
                yield small_file(identifier, side), webp(data, side=side).data
    except EditorError:  # no picture that we can read: it is shown as it is
        return


def names(package: Package, standing: Container[str]) -> list[str]:
    """File names of all pictures of an article that stand on the site, sorted."""
    found = []
    for identifier, asset in package.assets.items():
        small = (small_file(identifier, side) for side in (PAGE, LIST))
        found += [asset_file(identifier, asset.mime), *(name for name in small if name in standing)]
    return sorted(found)


def shown(assets: Mapping[str, Asset], standing: Container[str], side: int) -> dict[str, str]:
    """Which file is shown for each picture.

    Args:
        assets: Pictures of an article.
        standing: File names of the pictures on the site.
        side: `PAGE` or `LIST`.
    """
    found = {}
    for identifier, asset in assets.items():
        small = small_file(identifier, side)
        found[identifier] = small if small in standing else asset_file(identifier, asset.mime)
    return found
