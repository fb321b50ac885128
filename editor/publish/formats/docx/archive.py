"""The archive (OPC) that office files are: parts, their kinds and their relations, always the same bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
}
_FIXED = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name: the time of writing is nobody's business, and bytes stay the same."""
_PACKED = 9
_PLAIN_FILE = 0o100644 << 16


@dataclass(slots=True)
class Relations:
    """What a part points to. The same target is one relation."""

    _found: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def to(self, kind: str, target: str, *, outside: bool = False) -> str:
        """Id of the relation to a part, or to an address on the web.

        Args:
            kind: The last part of the type's name (``image``, ``hyperlink``), or the whole name.
            target: Path as seen from the part, or address.
            outside: Whether it is an address.
        """
        return self._found.setdefault((kind, target, outside), f"rId{len(self._found) + 1}")

    def written(self) -> bytes:
        """The part that lists them."""
        root = etree.Element("Relationships", {"xmlns": f"{_PACKAGE}/relationships"})
        for (kind, target, outside), identifier in self._found.items():
            whole = kind if ":" in kind else f"{_OFFICE}/{kind}"
            made = etree.SubElement(root, "Relationship", Id=identifier, Type=whole, Target=target)
            if outside:
                made.set("TargetMode", "External")
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

    def __bool__(self) -> bool:
        return bool(self._found)


def content_types(parts: Mapping[str, str]) -> bytes:
    """``[Content_Types].xml`` for parts by their path, with the kinds that are told by their endings."""
    root = etree.Element("Types", {"xmlns": f"{_PACKAGE}/content-types"})
    for extension, kind in _TYPES.items():
        etree.SubElement(root, "Default", Extension=extension, ContentType=kind)
    for path, kind in parts.items():
        etree.SubElement(root, "Override", PartName=f"/{path}", ContentType=kind)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def packed(files: Mapping[str, bytes]) -> bytes:
    """The archive, its files in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_PACKED) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, data)
    return out.getvalue()
