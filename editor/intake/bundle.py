"""A ZIP file or a folder: one document with its pictures is one article, several documents are several.

Nothing is unpacked to the disk, so that names inside a ZIP (``../``, absolute ones) are names and nothing else.
"""

from __future__ import annotations

import dataclasses
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from editor.errors import EditorError
from editor.intake.losses import LossBook
from editor.intake.packed import (
    MAX_ENTRIES,
    MAX_FILE,
    MAX_PICTURE,
    Archive,
    PackedIntake,
    is_turned,
    kind_of_file,
    packed,
    picture_of,
)
from editor.intake.picture_places import Beside, natural, placed
from editor.markup.blocks import Image

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from editor.intake.records import Loss

_DOCUMENTS = frozenset(
    {
        "docx", "docm", "dotx", "dotm", "doc", "dot", "wps", "wpt", "rtf", "odt", "ott", "txt", "text", "md",
        "markdown", "mdown", "htm", "html", "shtml", "xhtml", "mht", "mhtml", "et", "xls", "xlsx", "ods",
    }
)  # fmt: skip
_PICTURES = frozenset({"jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp"})
_OTHER_PICTURES = frozenset(
    {
        "bmp", "tif", "tiff", "heic", "heif", "avif", "svg", "psd", "ai", "eps", "wmf", "emf", "raw", "cr2", "nef",
        "arw", "dng",
    }
)  # fmt: skip
_CAPTIONS = re.compile(
    r"(?:图说|图片说明|照片说明|图注|图片文字|图片介绍|图片目录|说明|圖說|captions?)[\s\d_-]*", re.IGNORECASE
)
_PAGE_FILES = ("_files", ".files", "_file", ".fld")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Bundled:
    """One document of a bundle: what it became, or why it could not be read."""

    file: str
    intake: PackedIntake | None = None
    error: EditorError | None = None


class Members(Protocol):
    """Files by name, ``/`` between folders."""

    def visible(self) -> Iterator[str]:
        """Names of the files that a person would see."""

    def read(self, name: str, limit: int) -> bytes:
        """The bytes of one."""


class Folder:
    """The files of a folder and of those in it; links are not followed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def visible(self) -> Iterator[str]:
        """Names of the files that a person would see, below the folder.

        Raises:
            EditorError: ``bundle_too_many``.
        """
        count = 0
        for folder, folders, files in os.walk(self._path):
            inner = Path(folder).relative_to(self._path)
            folders[:] = sorted(each for each in folders if not each.startswith(".") and len(inner.parts) < _DEEPEST)
            for file in sorted(files):
                if file.startswith((".", "~$")) or file in {"Thumbs.db", "desktop.ini"}:
                    continue
                count += 1
                if count > MAX_ENTRIES:
                    raise EditorError.unreadable("bundle_too_many", count=MAX_ENTRIES)
                if not (Path(folder) / file).is_symlink():
                    yield (inner / file).as_posix()

    def read(self, name: str, limit: int) -> bytes:
        """The bytes of a file.

        Raises:
            EditorError: ``input_unreadable`` or ``packed_too_large``.
        """
        try:
            with (self._path / name).open("rb") as file:
                data = file.read(limit + 1)
        except (OSError, ValueError) as error:
            raise EditorError.unreadable("input_unreadable", file=name) from error
        if len(data) > limit:
            raise EditorError.unreadable("packed_too_large")
        return data


def take_in_file(data: bytes, kind: str, name: str = "", *, canceled: Callable[[], bool] = bool) -> PackedIntake:
    """Read a file whose ``kind`` is one of :func:`kind_of_file`.

    Raises:
        EditorError: ``packed_…``, ``docx_…``, ``office_…``, ``bundle_…``, and those of the pages in a ZIP.
    """
    from editor.intake import office  # only for these files

    if kind == "docx":
        from editor.intake.docx import take_in_docx  # noqa: PLC0415

        return take_in_docx(data)
    if kind == "bundle":
        return _only_one(data, name)
    if kind == "mhtml":
        from editor.intake.mhtml import take_in_archive

        return take_in_archive(data)
    if kind == "encrypted":
        raise EditorError.unreadable("packed_encrypted")
    if kind in office.TEXTS or kind in office.SHEETS:
        return office.take_in_office(data, kind, canceled=canceled)
    raise EditorError.unreadable("office_unsupported")


def _only_one(data: bytes, name: str) -> PackedIntake:
    found = list(articles(data, name))
    if len(found) > 1:
        raise EditorError.usage("bundle_several", count=len(found))
    if found[0].intake is None:
        raise found[0].error or EditorError.unreadable("bundle_empty")
    return found[0].intake


def articles(
    place: bytes | Path,
    name: str = "",
    *,
    encoding: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    canceled: Callable[[], bool] = bool,
) -> Iterator[Bundled]:
    """The articles of a ZIP file (its bytes or where it is) or a folder, one after the other.

    Args:
        place: What to read.
        name: Its name, for sentences.
        encoding: A decoding that a person chose for the texts in it; None = told from the bytes.
        progress: Told how many documents of how many are done.
        canceled: Asked before each document; True = no more of them.

    Raises:
        EditorError: ``packed_…``, ``bundle_empty``, ``bundle_too_many``: about the whole; what is wrong with one
            document is in its place.
    """
    if isinstance(place, Path) and place.is_dir():
        yield from _Reading(Folder(place), encoding, canceled).run(name or place.name, progress)
        return
    with Archive(place) as archive:
        yield from _Reading(archive, encoding, canceled).run(name, progress)


class _Reading:
    def __init__(self, members: Members, encoding: str | None, canceled: Callable[[], bool]) -> None:
        self._members = members
        self._encoding = encoding
        self._canceled = canceled
        self._captions: dict[str, list[str]] = {}

    def run(self, name: str, progress: Callable[[int, int], None] | None) -> Iterator[Bundled]:
        names = sorted(self._members.visible(), key=natural)
        documents, captions = _documents(names)
        if not documents:
            raise EditorError.unreadable("bundle_empty", file=name)
        for each in captions:
            self._captions[_folder(each)] = self._lines(each)
        pictures = [each for each in names if _suffix(each) in _PICTURES and not _is_of_page(each, documents)]
        of = _shared_out(pictures, documents)
        others = [each for each in names if each not in {*documents, *captions} and _suffix(each) not in _PICTURES]
        left = [*others, *of.get("", ())]
        for index, document in enumerate(documents):
            if self._canceled():
                return
            mine = [*of.get(document, ()), *_of_page(document, names)]
            found = self._article(document, mine, left)
            if found.intake is not None:
                left = []  # the first article that came in tells of what belongs to none
            yield found
            if progress is not None:
                progress(index + 1, len(documents))

    def _article(self, document: str, pictures: Sequence[str], left: Sequence[str]) -> Bundled:
        losses = LossBook()
        try:
            data = self._members.read(document, MAX_FILE)
            intake = self._taken_in(data, document)
        except EditorError as error:
            error.details.setdefault("file", document)
            return Bundled(document, error=error)
        for each in left:
            losses.add(_why_left(each), each)
        beside = list(self._beside(pictures, document, losses))
        lines = self._captions.get(_folder(document), [])
        blocks = placed(intake.blocks, beside, _folder(document), lines, losses)
        used = {block.source for block in blocks if isinstance(block, Image)}
        pictures_of = [*intake.pictures, *(each.picture for each in beside)]
        return Bundled(
            document,
            dataclasses.replace(
                intake,
                blocks=tuple(blocks),
                pictures=tuple({each.asset: each for each in pictures_of if f"asset:{each.asset}" in used}.values()),
                report=_with(intake.report, losses.report()),
                original=intake.original if intake.original is not None else data,
                file=document,
            ),
        )

    def _taken_in(self, data: bytes, document: str) -> PackedIntake:
        kind = kind_of_file(data)
        if kind == "bundle":
            Archive(data).close()  # a broken document says so, whatever it was
            raise EditorError.unreadable("bundle_nested")
        if kind:
            return take_in_file(data, kind, document, canceled=self._canceled)
        from editor.intake.intake import take_in

        return packed(take_in(data, document, encoding=self._encoding))

    def _beside(self, names: Sequence[str], document: str, losses: LossBook) -> Iterator[Beside]:
        for name in names:
            try:
                data = self._members.read(name, MAX_PICTURE)
            except EditorError as error:
                losses.add("picture_too_large" if error.code == "packed_too_large" else "picture_unreadable", name)
                continue
            picture = picture_of(data, _file(name))
            if picture is None:
                losses.add("picture_format", name)
                continue
            if is_turned(data):
                losses.add("picture_turned", name, kept=True)
            yield Beside(name, picture, _is_of_page(name, [document]))

    def _lines(self, name: str) -> list[str]:
        from editor.intake.encoding import decode  # noqa: PLC0415

        try:
            return decode(self._members.read(name, MAX_PICTURE))[0].text.splitlines()
        except EditorError:
            return []


def _documents(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """The documents among some files, and files of captions beside them."""
    found = [each for each in names if _suffix(each) in _DOCUMENTS and not _in_page_folder(each)]
    captions = [each for each in found if _suffix(each) in {"txt", "text"} and _CAPTIONS.fullmatch(_stem(each))]
    documents = [each for each in found if each not in captions]
    return (documents, captions) if documents else (captions, [])


def _shared_out(pictures: Sequence[str], documents: Sequence[str]) -> dict[str, list[str]]:
    """Which pictures come with which document; under "" those that nobody can tell."""
    found: dict[str, list[str]] = {}
    for picture in pictures:
        found.setdefault(_owner(picture, documents), []).append(picture)
    return found


def _owner(picture: str, documents: Sequence[str]) -> str:
    if len(documents) == 1:
        return documents[0]
    folders = _folder(picture).split("/")
    named = [each for each in documents if _stem(picture).startswith(_stem(each)) or _stem(each) in folders]
    if named:
        return max(named, key=lambda each: len(_stem(each)))
    folder = _folder(picture)
    while True:
        near = [each for each in documents if _folder(each) == folder]
        if near:
            return near[0] if len(near) == 1 else ""
        if not folder:
            return ""
        folder = _folder(folder)


def _is_of_page(name: str, documents: Sequence[str]) -> bool:
    """Whether a picture was saved with a web page: only those that the page shows are wanted."""
    return any(name in _of_page(document, [name]) for document in documents)


def _of_page(document: str, names: Sequence[str]) -> list[str]:
    if not _suffix(document).endswith(("htm", "html")):
        return []
    starts = tuple(f"{document.rpartition('.')[0]}{end}/" for end in _PAGE_FILES)
    return [each for each in names if each.startswith(starts) and _suffix(each) in _PICTURES]


def _in_page_folder(name: str) -> bool:
    return any(part.endswith(_PAGE_FILES) for part in name.split("/")[:-1])


def _why_left(name: str) -> str:
    if _suffix(name) in _OTHER_PICTURES:
        return "picture_format"
    return "picture_unplaced" if _suffix(name) in _PICTURES else "other_file"


def _with(first: Sequence[Loss], second: Sequence[Loss]) -> tuple[Loss, ...]:
    """Two reports as one."""
    found = {(loss.what, loss.kept): loss for loss in first}
    for loss in second:
        before = found.get((loss.what, loss.kept))
        joined = (
            loss
            if before is None
            else dataclasses.replace(
                before, count=before.count + loss.count, text=" ¦ ".join(filter(None, (before.text, loss.text)))
            )
        )
        found[loss.what, loss.kept] = joined
    return tuple(found.values())


def _suffix(name: str) -> str:
    return _file(name).rpartition(".")[2].lower() if "." in name else ""


def _file(name: str) -> str:
    return name.rpartition("/")[2]


def _stem(name: str) -> str:
    return _file(name).rpartition(".")[0]


def _folder(name: str) -> str:
    return name.rpartition("/")[0]
