"""What all parts of a document share while it is read: package, styles, lists, notes, pictures, the report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.intake.docx.numbering import Numbering
from editor.intake.docx.styles import Styles
from editor.intake.packed import MAX_PICTURE, Picture, is_turned, picture_of
from editor.markup.blocks import Image

if TYPE_CHECKING:
    from editor.intake.docx.fields import Field
    from editor.intake.docx.package import Package
    from editor.intake.losses import LossBook

_NO_DESCRIPTION = re.compile(
    r"(?:(?:说明|說明|描述)\s*[:：]\s*)?(?:[A-Za-z]:\\.*|\w+://.*|.*\.(?:jpe?g|png|gif|bmp|webp|tiff?|[ew]mf)|[\w-]*\d[\w-]*|"
    r"微信图片.*|图片 ?\d*|圖片 ?\d*|)",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
_WEB = ("http://", "https://")


@dataclass(slots=True)
class Source:
    """A document that is being read.

    Attributes:
        original: Read it as it was before its tracked changes; False = as it is with all of them accepted.
        notes: Footnotes and endnotes that were referred to, as (kind, id), in the order of the text.
        fields: Fields that are open at this place.
        in_change: Whether this place is inside a tracked change, which the report names already.
    """

    package: Package
    losses: LossBook
    original: bool
    styles: Styles
    numbering: Numbering
    pictures: dict[str, Picture] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    in_change: bool = False
    _of_parts: dict[str, Picture | None] = field(default_factory=dict)

    @staticmethod
    def of(package: Package, losses: LossBook, *, original: bool) -> Source:
        """Everything of a package that its text refers to."""
        styles_part, numbering_part = package.named("styles"), package.named("numbering")
        styles = Styles(package.tree(styles_part) if styles_part else None)
        numbering = Numbering(package.tree(numbering_part) if numbering_part else None, styles)
        return Source(package, losses, original, styles, numbering)

    def address(self, part: str, identifier: str) -> str | None:
        """The address outside that an id of a part refers to, None when it is none."""
        relation = self.package.relations(part).get(identifier)
        return relation.target if relation is not None and relation.outside else None

    def note(self, kind: str, identifier: str) -> str:
        """Label of a note that is referred to."""
        return self.notes.setdefault((kind, identifier), str(len(self.notes) + 1))

    def image(self, part: str, identifier: str, description: str) -> Image | None:
        """A picture by its id in a part; None = it is not shown, and the report says so."""
        relation = self.package.relations(part).get(identifier)
        if relation is None:
            self.losses.add("picture_missing")
            return None
        if relation.outside:
            on_web = relation.target.startswith(_WEB)
            self.losses.add("picture_outside", relation.target, kept=on_web)
            return Image(relation.target, alt=_described(description)) if on_web else None
        picture = self._picture(relation.target)
        return None if picture is None else Image(f"asset:{picture.asset}", alt=_described(description))

    def _picture(self, part: str) -> Picture | None:
        if part not in self._of_parts:
            self._of_parts[part] = self._read(part)
        elif self._of_parts[part] is None:
            self.losses.add("picture_format", part.rpartition("/")[2])
        return self._of_parts[part]

    def _read(self, part: str) -> Picture | None:
        data = self.package.read(part, MAX_PICTURE)
        if data is None:
            self.losses.add("picture_missing", part.rpartition("/")[2])
            return None
        picture = picture_of(data, part.rpartition("/")[2])
        if picture is None:
            self.losses.add("picture_format", part.rpartition("/")[2])
            return None
        if is_turned(data):
            self.losses.add("picture_turned", picture.name, kept=True)
        return self.pictures.setdefault(picture.asset, picture)


def _described(text: str) -> str:
    """A description of a picture, "" for what programs write there by themselves (file names, 图片 1)."""
    return "" if _NO_DESCRIPTION.fullmatch(text.strip()) else text.strip()
