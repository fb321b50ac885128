"""Files that hold files: what kind they are, opened so that no hostile one can fill the memory; and their pictures."""

from __future__ import annotations

import hashlib
import io
import struct
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.intake.records import Intake

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Self

MAX_FILE = 200_000_000
"""Largest packed file, in bytes."""
MAX_PICTURE = 60_000_000
"""Largest picture, in bytes."""
MAX_TOTAL = 600_000_000
"""Most bytes that the members of one file may have together once unpacked."""
MAX_ENTRIES = 10_000
_MAX_DIRECTORY = 8_000_000  # bytes of the list of members; read before zipfile makes records of it
_MAX_RATIO = 250  # deflate's limit is 1,032; text of office programs stays below 60
_RATIO_FROM = 2_000_000  # smaller members may be of any ratio

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_OF_PARTS = {"word/": "docx", "xl/": "xlsx", "ppt/": "other_office"}
_STREAMS = (("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"),
            ("PowerPoint Document", "other_office"))  # fmt: skip
_END = struct.Struct("<4sHHHHIIH")
_UNSEEN = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that came in with a text.

    Attributes:
        asset: sha256 of its bytes in hex; ``Image.source`` is ``asset:<this>``.
        mime: ``image/jpeg``, ``image/png``, ``image/gif`` or ``image/webp``.
        data: Its bytes, unchanged.
        name: File name it had, "" when none.
    """

    asset: str
    mime: str
    data: bytes = field(repr=False)
    name: str = ""


@dataclass(frozen=True, slots=True)
class PackedIntake(Intake):
    """An intake with what it brought besides its text.

    Attributes:
        pictures: Pictures that the blocks name, each once.
        original: The bytes of the document itself where they are not the bytes handed in (a document in a ZIP, what
            LibreOffice made of an old file); None = those.
        file: Name of that document, "" = the name handed in.
        source: Bytes of the file that `original` was made from by another program; None = it was not.
    """

    pictures: tuple[Picture, ...] = ()
    original: bytes | None = field(default=None, repr=False)
    file: str = ""
    source: bytes | None = field(default=None, repr=False)


def packed(intake: Intake, **more: Any) -> PackedIntake:
    """An intake with what it brought besides its text; see :class:`PackedIntake`."""
    return PackedIntake(**{each.name: getattr(intake, each.name) for each in fields(Intake)}, **more)


def kind_of_file(data: bytes) -> str:
    """What kind of packed or office file it is, "" for everything else (text).

    Told from the content alone, names lie too often: ``docx``, ``bundle`` (a ZIP of files), ``doc`` and ``xls`` (old
    office files, of WPS too), ``rtf``, ``odt``, ``ods``, ``xlsx``, ``mhtml``, ``other_office``, ``encrypted``.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(_OLE):
        return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), "doc")
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if b"mime-version:" in (lower := head.lower()) and b"multipart/related" in lower:
        from editor.intake.mhtml import is_archive  # only for what looks like one

        return "mhtml" if is_archive(data) else ""
    return _kind_of_zip(data) if data.startswith(_ZIP) else ""


def _kind_of_zip(data: bytes) -> str:
    try:
        with Archive(data) as archive:
            names = archive.names
            if "mimetype" in names:
                return _OPEN_DOCUMENT.get(
                    archive.read("mimetype", 200).decode("ascii", "replace").strip(), "other_office"
                )
            if "[Content_Types].xml" not in names:
                return "bundle"
            return next((kind for start, kind in _OF_PARTS.items() if any(n.startswith(start) for n in names)), "docx")
    except EditorError:
        return "bundle"  # whoever opens it says what is wrong with it


class Archive:
    """A ZIP file, opened for reading with every limit checked.

    Args:
        file: Its bytes, or where it is.

    Raises:
        EditorError: ``packed_broken``, ``packed_too_large`` or ``packed_encrypted``; reading a member too.
    """

    def __init__(self, file: bytes | Path) -> None:
        import zipfile  # noqa: PLC0415 - only for packed files

        self._stream: io.BufferedIOBase | io.BufferedReader
        self._stream = io.BytesIO(file) if isinstance(file, bytes) else file.open("rb")
        self._left = MAX_TOTAL
        try:
            self._refuse_large_directory()
            self._zip = zipfile.ZipFile(self._stream)
        except EditorError:
            self._stream.close()
            raise
        except Exception as error:
            self._stream.close()
            raise EditorError.unreadable("packed_broken") from error
        self._members = {_name(info): info for info in self._zip.infolist() if not info.is_dir()}
        if len(self._zip.infolist()) > MAX_ENTRIES:
            self.close()
            raise EditorError.unreadable("packed_too_large")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._zip.close()
        self._stream.close()

    @property
    def names(self) -> list[str]:
        """Names of the members in the order of the file, ``/`` between folders, GBK names read as such."""
        return list(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str, limit: int) -> bytes:
        """The bytes of a member, "packed_too_large" when there are more than ``limit`` or they unpack too well."""
        info = self._members[name]
        if info.flag_bits & 1:
            raise EditorError.unreadable("packed_encrypted")
        try:
            with self._zip.open(info) as member:
                data = member.read(min(limit, self._left) + 1)
        except Exception as error:  # zipfile, zlib, lzma and struct each raise their own
            raise EditorError.unreadable("packed_broken") from error
        self._left -= len(data)
        too_well = len(data) > _RATIO_FROM and len(data) > _MAX_RATIO * max(info.compress_size, 1)
        if len(data) > limit or self._left < 0 or too_well:
            raise EditorError.unreadable("packed_too_large")
        return data

    def visible(self) -> Iterator[str]:
        """Names that a person would see: no resource forks, no hidden files, none that leave the archive."""
        for name in self._members:
            parts = name.split("/")
            if not any(part in _UNSEEN or part.startswith(("._", "~$")) for part in parts):
                yield name

    def _refuse_large_directory(self) -> None:
        size = self._stream.seek(0, io.SEEK_END)
        if size > MAX_FILE:
            raise EditorError.unreadable("packed_too_large")
        self._stream.seek(max(0, size - _END.size - 0xFFFF))
        tail = self._stream.read()
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or at + _END.size > len(tail):
            raise EditorError.unreadable("packed_broken")
        length = _END.unpack_from(tail, at)[5]
        if length > _MAX_DIRECTORY:
            raise EditorError.unreadable("packed_too_large")
        self._stream.seek(0)


def _name(info: zipfile.ZipInfo) -> str:
    """The name as people saw it: without the UTF-8 flag zipfile reads cp437, Chinese programs wrote GBK or UTF-8."""
    name = info.orig_filename.split("\0", 1)[0]
    if not info.flag_bits & 0x800:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        for encoding in ("ascii", "utf-8", "gb18030") if raw else ():
            try:
                name = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            break
    return name.replace("\\", "/")


def mime_of(data: bytes) -> str:
    """The kind of a picture by its first bytes: one of the four that are taken in, or "" for everything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def picture_of(data: bytes, name: str = "") -> Picture | None:
    """A picture to be kept, None when it is of no kind that is taken in."""
    mime = mime_of(data)
    return Picture(hashlib.sha256(data).hexdigest(), mime, data, name) if mime else None


def is_turned(data: bytes) -> bool:
    """Whether a JPEG says in its EXIF data that it is to be turned or mirrored when it is shown."""
    at = data.find(b"Exif\0\0", 0, 70_000)
    if at < 0 or not data.startswith(b"\xff\xd8"):
        return False
    tiff = data[at + 6 : at + 6 + 65_536]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 10:  # noqa: PLR2004 - header and number of entries
        return False
    start = struct.unpack_from(f"{order}I", tiff, 4)[0]
    if start + 2 > len(tiff):
        return False
    for index in range(struct.unpack_from(f"{order}H", tiff, start)[0]):
        place = start + 2 + 12 * index
        if place + 12 > len(tiff):
            return False
        if struct.unpack_from(f"{order}H", tiff, place)[0] == 0x0112:  # noqa: PLR2004 - Orientation
            return bool(struct.unpack_from(f"{order}H", tiff, place + 8)[0] > 1)
    return False
