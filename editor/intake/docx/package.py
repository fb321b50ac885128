"""The parts of a DOCX file and how they refer to each other (Open Packaging Conventions, ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote

from editor.errors import EditorError
from editor.intake.docx.xml import parsed
from editor.intake.packed import Archive

if TYPE_CHECKING:
    from editor.intake.docx.xml import Element

_MAX_PART = 64_000_000


@dataclass(frozen=True, slots=True)
class Relation:
    """What an id of a part refers to: its kind (last word of the type), a part or an address outside."""

    kind: str
    target: str
    outside: bool


class Package:
    """A DOCX file, open for reading.

    Raises:
        EditorError: See :class:`Archive`; ``docx_no_document`` when no text document is in it.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        self._names = {name.lower(): name for name in self._archive.names}
        self._relations: dict[str, dict[str, Relation]] = {}
        try:
            self.main = self._main()
        except EditorError:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._archive.close()

    @property
    def names(self) -> list[str]:
        """Names of all parts."""
        return list(self._names.values())

    def read(self, part: str, limit: int = _MAX_PART) -> bytes | None:
        """The bytes of a part, None when it is not there."""
        name = self._names.get(part.lower())
        return None if name is None else self._archive.read(name, limit)

    def tree(self, part: str) -> Element | None:
        """The root of a part, None when it is not there."""
        data = self.read(part)
        return None if data is None else parsed(data)

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by id."""
        if part not in self._relations:
            folder, _, file = part.rpartition("/")
            tree = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
            self._relations[part] = {} if tree is None else dict(_relation(each, folder) for each in tree)
        return self._relations[part]

    def named(self, kind: str) -> str | None:
        """The part of the main document of a kind (``styles``, ``footnotes`` …), None when there is none."""
        found = (relation.target for relation in self.relations(self.main).values() if relation.kind == kind)
        usual = f"word/{kind}.xml"
        return next(found, usual if usual in self._names else None)

    def _main(self) -> str:
        found = [relation.target for relation in self.relations("").values() if relation.kind == "officeDocument"]
        main = next((part for part in [*found, "word/document.xml"] if part.lower() in self._names), None)
        if main is None:
            raise EditorError.unreadable("docx_no_document")
        return main


def _relation(element: Element, folder: str) -> tuple[str, Relation]:
    target = element.get("Target") or ""
    outside = element.get("TargetMode") == "External"
    if not outside:
        base = "/" if target.startswith("/") else f"/{folder}/"
        target = posixpath.normpath(posixpath.join(base, unquote(target).lstrip("/"))).lstrip("/")
    kind = (element.get("Type") or "").rpartition("/")[2]
    return element.get("Id") or "", Relation(kind, target, outside)
