"""Pictures in a DOCX file: kept once each, as wide as the text at most, with their description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.publish.formats.docx.look import HEIGHT
from editor.publish.formats.docx.xml import SPACES, made, name, w
from editor.publish.formats.renditions import GIF, JPEG, PNG, rendition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.markup.blocks import Image
    from editor.publish.formats.docx.archive import Relations
    from editor.publish.formats.docx.look import Page
    from editor.publish.formats.docx.xml import Element
    from editor.publish.formats.renditions import Rendition
    from editor.publish.package import Asset

_TAKEN = (JPEG, PNG, GIF)
_ENDINGS = {JPEG: "jpeg", PNG: "png", GIF: "gif"}
_EMU = 635  # English Metric Units of a twip
_PX = 15  # twips of a px at 96 dpi
_MOST_OF_A_PAGE = 0.5  # of the paper's height


class Pictures:
    """The pictures of one document."""

    def __init__(self, assets: Mapping[str, Asset], relations: Relations, page: Page) -> None:
        self._assets = assets
        self._relations = relations
        self._page = page
        self._kept: dict[str, tuple[str, Rendition]] = {}
        self._drawn = 0

    @property
    def files(self) -> dict[str, bytes]:
        """Parts to be packed: path → bytes."""
        return {f"word/{target}": made_of.data for target, made_of in self._kept.values()}

    def drawing(self, image: Image) -> Element | None:
        """A run that shows a picture; None when the package does not have it or no office program could show it."""
        identifier = image.source.removeprefix("asset:")
        kept = self._keep(identifier)
        if kept is None:
            return None
        target, shown = kept
        self._drawn += 1
        width, height = self._fitted(shown.width, shown.height)
        relation = self._relations.to("image", target)
        return w("r", w("drawing", _inline(self._drawn, image.alt or image.caption, relation, width, height)))

    def _keep(self, identifier: str) -> tuple[str, Rendition] | None:
        if identifier in self._kept:
            return self._kept[identifier]
        asset = self._assets.get(identifier)
        if asset is None:
            return None
        try:
            shown = rendition(asset.read(), kinds=_TAKEN)
        except EditorError as error:
            if error.code.startswith("rendition"):
                return None  # its caption stays, and its file goes beside with the other formats
            raise
        target = f"media/{identifier}.{_ENDINGS[shown.mime]}"
        self._kept[identifier] = (target, shown)
        return self._kept[identifier]

    def _fitted(self, width: int, height: int) -> tuple[int, int]:
        """Size in EMU: as 96 dpi, no wider than the text and no higher than half a page."""
        wide, high = max(width, 1) * _PX, max(height, 1) * _PX
        scale = min(1.0, self._page.measure / wide, HEIGHT * _MOST_OF_A_PAGE / high)
        return max(1, int(wide * scale)) * _EMU, max(1, int(high * scale)) * _EMU


def _inline(number: int, description: str, relation: str, width: int, height: int) -> Element:
    blip = made("a:blip")
    blip.set(name("r:embed"), relation)
    picture = made(
        "pic:pic",
        made("pic:nvPicPr", made("pic:cNvPr", id=number, name=f"Picture {number}"), made("pic:cNvPicPr")),
        made("pic:blipFill", blip, made("a:stretch", made("a:fillRect"))),
        made(
            "pic:spPr",
            made("a:xfrm", made("a:off", x=0, y=0), made("a:ext", cx=width, cy=height)),
            made("a:prstGeom", made("a:avLst"), prst="rect"),
        ),
    )
    return made(
        "wp:inline",
        made("wp:extent", cx=width, cy=height),
        made("wp:docPr", id=number, name=f"Picture {number}", descr=description),
        made("a:graphic", made("a:graphicData", picture, uri=SPACES["pic"])),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
