"""One page bundle of Hugo on the disk: an index file with JSON front matter, and pictures beside it.

A bundle may hold files of others (another language, something an editor put there): they stay when it is written anew.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.publish.targets.destination import Standing, Status
from editor.publish.targets.web_pictures import bytes_of
from editor.publish.targets.web_piece import PICTURE
from editor.publish.tree import Staging, alone, retired_of, sync_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from editor.publish.targets.destination import Piece

_OURS = "gaotai"
_FILE = re.compile(r'(?<=<img src=")([0-9a-f]{64})\.[a-z]{3,4}(?=")')
_BRACES, _SAFE = "{{", "&#123;&#123;"
"""Two braces begin a shortcode of Hugo, also before ``</p>``; our HTML holds no other ``&#123;``."""
_NAMES = {
    "title": "title",
    "summary": "description",
    "date": "date",
    "modified": "lastmod",
    "categories": "categories",
    "tags": "tags",
}
"""Fields of a piece by the names that Hugo and its themes know."""


class _Page(NamedTuple):
    """An index file as it stands there.

    Attributes:
        front: The front matter.
        body: What follows it.
        stamp: sha256 of the file.
    """

    front: Mapping[str, Any]
    body: str
    stamp: str

    @property
    def own(self) -> Mapping[str, Any]:
        """Our part of the front matter, {} when the file is not of ours."""
        found = self.front.get(_OURS)
        return found if isinstance(found, dict) else {}

    @property
    def files(self) -> set[str]:
        """Pictures that it names as its own."""
        found = self.own.get("files")
        return {name for name in found if isinstance(name, str)} if isinstance(found, list) else set()


class Bundle:
    """The place of one article variant."""

    def __init__(self, folder: Path, index: str) -> None:
        """Nothing is read yet.

        Args:
            folder: Of the bundle.
            index: Name of its index file.
        """
        self._folder = folder
        self._index = index

    @property
    def name(self) -> str:
        """Of the folder: what its address ends with."""
        return self._folder.name

    def is_there(self) -> bool:
        """Whether any language of it is there."""
        return any(self._folder.glob("index.*"))

    def standing(self, key: str) -> Standing | None:
        """What stands there, None when there is nothing."""
        page = _read(self._folder / self._index)
        if page is None:
            return None
        status = Status.DRAFT if page.front.get("draft") is True else Status.PUBLIC
        bears = page.own.get("key")
        bears = bears if isinstance(bears, str) else ""
        return Standing(key, bears or key, status, str(self._folder / self._index), page.stamp, _fields(page))

    def public_text(self) -> str | None:
        """The text when Hugo makes a page of it, else None."""
        page = _read(self._folder / self._index)
        return None if page is None or page.front.get("draft") is True else page.body

    def write(self, piece: Piece, *, draft: bool) -> None:
        """Put the article there; files of others stay.

        Raises:
            RefusedError: A picture is not the one that was signed.
        """
        files = {picture.file: picture for picture in piece.pictures}
        with alone(self._folder):
            staging = Staging(self._folder)
            try:
                for name, picture in files.items():
                    staging.write(name, bytes_of(picture))
                staging.write(self._index, _written(piece, files, draft=draft))
                self._keep(staging, {self._index, *files})
                staging.commit()
            except BaseException:
                staging.discard()
                raise

    def remove(self) -> None:
        """Take the article away; a folder with nothing else in it goes as well."""
        with alone(self._folder):
            if not self._folder.exists():
                return
            if self._others():
                staging = Staging(self._folder)
                try:
                    self._keep(staging, set())
                    staging.commit()
                except BaseException:
                    staging.discard()
                    raise
                return
            aside = retired_of(self._folder)
            index = self._folder / self._index
            index.unlink(missing_ok=True)  # a kill after this leaves no article, and pictures that the next one takes
            self._folder.rename(aside)
            sync_folder(self._folder.parent)
            shutil.rmtree(aside)

    def _keep(self, staging: Staging, taken: set[str]) -> None:
        for name in self._others():
            folder, _, file = name.rpartition("/")
            if name not in taken:
                staging.keep(folder, [file])

    def _others(self) -> list[str]:
        """Files that are not this article's: paths below the folder."""
        if not self._folder.is_dir():
            return []
        page = _read(self._folder / self._index)
        ours = {self._index, *(page.files if page else ())}
        for other in self._folder.glob("index.*"):
            if other.name != self._index and (theirs := _read(other)) is not None:
                ours -= theirs.files
        paths = (path for path in sorted(self._folder.rglob("*")) if path.is_file() or path.is_symlink())
        return [name for path in paths if (name := path.relative_to(self._folder).as_posix()) not in ours]


def _written(piece: Piece, files: Mapping[str, Any], *, draft: bool) -> bytes:
    """The index file."""
    named = {picture.id: name for name, picture in files.items()}
    fields = piece.fields
    cover = named.get(fields["cover"].removeprefix("asset:"), "")
    front = {theirs: fields[ours] for ours, theirs in _NAMES.items() if fields[ours]}
    front |= {
        "draft": draft,
        "markup": "html",
        **({"images": [cover]} if cover else {}),
        _OURS: {"key": piece.key, "cover": fields["cover"], "facts": fields["facts"], "files": sorted(files)},
    }
    body = PICTURE.sub(lambda match: named.get(match[1], match[0]), fields["content"]).replace(_BRACES, _SAFE)
    return f"{json.dumps(front, ensure_ascii=False, indent=2)}\n\n{body}\n".encode()


def _read(place: Path) -> _Page | None:
    """An index file, None when there is none; of one that is no longer ours, what can be understood."""
    try:
        data = place.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    text = data.decode("utf-8", "replace")
    try:
        front, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        front, end = {}, 0
    front = front if isinstance(front, dict) else {}
    return _Page(front, text[end:].strip("\n"), hashlib.sha256(data).hexdigest())


def _fields(page: _Page) -> dict[str, Any]:
    """What stands there in the words of `Piece.fields`."""
    found = {ours: page.front.get(theirs) for ours, theirs in _NAMES.items()}
    empty: dict[str, Any] = {"categories": [], "tags": []}
    fields = {name: empty.get(name, "") if value is None else value for name, value in found.items()}
    content = _FILE.sub(lambda match: f"asset:{match[1]}", page.body.replace(_SAFE, _BRACES))
    return fields | {"content": content, "cover": page.own.get("cover", ""), "facts": page.own.get("facts", {})}
