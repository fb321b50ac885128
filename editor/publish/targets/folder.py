"""A folder with one file a package in one format, and the pictures beside in ``assets/``.

The folder may hold other things: a list of what we wrote (`MANIFEST`) tells what is ours, and nothing else is touched.
What somebody has changed in a file of ours is kept beside it before a newer one takes its place, until the article is
withdrawn.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from importlib import import_module
from itertools import count
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.publish.formats.notices import NOTICES
from editor.publish.formats.pictures import ASSETS, asset_file
from editor.publish.site.manifest import checked_name
from editor.publish.targets import Delivery
from editor.publish.targets.failures import failing_at
from editor.publish.targets.kinds import Option
from editor.publish.targets.whole import WholeKind
from editor.publish.tree import locked, sync

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from editor.findings import Finding
    from editor.publish.package import Gone, Package

MANIFEST = ".gaotai.json"
EXTENSIONS = {
    "markdown": "md",
    "html": "html",
    "ninjs": "json",
    "ninjs22": "ninjs22.json",
    "ninjs16": "ninjs16.json",
    "newsml": "xml",
    "txt": "txt",
    "typeset": "gb18030.txt",
    "spoken": "spoken.txt",
    "docx": "docx",
    "pdf": "pdf",
    "longpicture": "png",
}
"""Ending of the files by kind: each its own, so that two kinds never write over each other in one folder."""

_HOLD_PICTURES = frozenset({"docx", "pdf", "longpicture"})
"""Formats that are one file with the pictures in it: what they cannot show is told."""
_STAGING = ".gaotai-new"
_VERSION = 1


class FolderTarget:
    """A folder of files in one format.

    The format is the module ``editor.publish.formats.KIND`` with ``render(package) -> bytes``; it names pictures as
    `formats.pictures` says, unless it has ``PICTURES_BESIDE = False`` and holds them itself. One whose articles may be
    several files has ``pages(package) -> list[bytes]``: the second is ``NAME.2.…``.
    """

    def __init__(self, folder: Path, kind: str) -> None:
        """Nothing is read or made yet.

        Args:
            folder: Made when it is not there.
            kind: One of `EXTENSIONS`.
        """
        self._folder = folder
        self._kind = kind

    def deliver(self, packages: Sequence[Package], gone: Sequence[Gone]) -> list[Delivery]:
        """See `Target.deliver`. A name that is delivered and gone at once is gone.

        Every file is written and synced aside first, then each takes its place by a rename: what fails, fails before
        anything is changed.
        """
        with failing_at(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder):
                staging = self._folder / _STAGING
                shutil.rmtree(staging, ignore_errors=True)
                try:
                    return _Filing(self._folder, self._kind).run(packages, gone)
                finally:
                    shutil.rmtree(staging, ignore_errors=True)


class _Filing:
    """One delivery into a folder.

    `_held` is file name → names of the pictures that it shows, for every file of ours.
    """

    def __init__(self, folder: Path, kind: str) -> None:
        self._folder = folder
        self._kind = kind
        self._held, self._sums = _load(folder)
        self._before = dict(self._held)
        self._shown_before = {picture for shown in self._before.values() for picture in shown}
        made_by = import_module(f"editor.publish.formats.{kind}")
        self._pages: Callable[[Package], list[bytes]] = getattr(made_by, "pages", _one_page(made_by.render))
        self._pictures_beside: bool = getattr(made_by, "PICTURES_BESIDE", True)
        self._waiting: list[str] = []
        self._written = dict(self._sums)
        self._aside: dict[str, str] = {}
        self._copies: list[str] = []

    def run(self, packages: Iterable[Package], gone: Sequence[Gone]) -> list[Delivery]:
        leaving = {item.name for item in gone}
        done = []
        for package in packages:
            written = package.name not in leaving and self._package(package)
            place = str(self._folder / self._file(package.name))
            aside = self._aside.get(self._file(package.name), "")
            aside = str(self._folder / aside) if aside else ""
            done.append(Delivery(package.name, place, written, self._left_out(package), aside))
        for item in gone:
            self._drop(item.name, 1)
            self._copies += [path.name for path in self._folder.glob(f"{checked_name(item.name)}.changed-*")]
            if item.notice:
                self._put(self._file(item.name), NOTICES[self._kind](item), ())
        self._settle()
        return done

    def _file(self, name: str, page: int = 1) -> str:
        return f"{checked_name(name)}{f'.{page}' if page > 1 else ''}.{EXTENSIONS[self._kind]}"

    def _left_out(self, package: Package) -> tuple[Finding, ...]:
        if self._kind not in _HOLD_PICTURES:
            return ()
        from editor.publish.formats.picture_checks import left_out  # noqa: PLC0415  (only with these formats)

        return left_out(package)

    def _drop(self, name: str, page: int) -> None:
        """Forget the files of an article from one on."""
        while self._held.pop(self._file(name, page), None) is not None:
            page += 1

    def _package(self, package: Package) -> bool:
        assets = package.assets if self._pictures_beside else {}
        names = {asset_file(identifier, asset.mime): identifier for identifier, asset in assets.items()}
        for name, identifier in names.items():
            path = f"{ASSETS}/{name}"
            if path in self._waiting or (self._folder / path).exists():
                continue
            data = package.assets[identifier].read()
            if hashlib.sha256(data).hexdigest() != identifier:
                raise EditorError.target("picture_differs", name=package.name)
            self._write(path, data)
        pages = self._pages(package)
        files = [self._file(package.name, number) for number in range(1, len(pages) + 1)]
        for file, page in zip(files, pages, strict=True):
            self._keep_changed(file, page)
        shown = tuple(sorted(names))
        written = [self._put(file, page, shown) for file, page in zip(files, pages, strict=True)]
        self._drop(package.name, len(pages) + 1)
        return any(written)

    def _put(self, file: str, data: bytes, pictures: tuple[str, ...]) -> bool:
        """Have a file ready to take its place; False when exactly this stands there."""
        place = self._folder / file
        there = place.read_bytes() if place.is_file() else None
        same = there == data
        if not same and file not in self._before and place.exists():
            raise EditorError.target("folder_taken", folder=str(self._folder), file=file)
        self._held[file] = pictures
        self._sums[file] = _sum(data)
        if not same:
            self._write(file, data)
        return not same

    def _keep_changed(self, file: str, data: bytes) -> None:
        """Have what somebody has made of a file of ours kept, unless it is what would be written."""
        place = self._folder / file
        if file in self._written and place.is_file():
            there = place.read_bytes()
            if there != data and _sum(there) != self._written[file]:
                self._aside[file] = self._free_name(file)

    def _free_name(self, file: str) -> str:
        stem, _, ending = file.partition(".")
        names = (f"{stem}.changed-{number}.{ending}" for number in count(1))
        return next(name for name in names if not (self._folder / name).exists())

    def _write(self, path: str, data: bytes) -> None:
        place = self._folder / _STAGING / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        if path not in self._waiting:
            self._waiting.append(path)

    def _settle(self) -> None:
        """Let the files take their places; a kill in the middle leaves each file old or new, and all of them ours."""
        staging = self._folder / _STAGING
        waiting = [path for path in self._waiting if path.startswith(ASSETS) or path in self._held]
        leaving = set(self._before) - set(self._held)
        if not waiting and not leaving and not self._copies and self._held == self._before:
            return
        sync(self._folder, [f"{_STAGING}/{path}" for path in waiting], [])
        for file, aside in self._aside.items():
            shutil.copy2(self._folder / file, self._folder / aside)
        sync(self._folder, list(self._aside.values()), [])
        self._note({**self._before, **self._held})
        for path in waiting:
            (self._folder / path).parent.mkdir(exist_ok=True)
            (staging / path).replace(self._folder / path)
        shown = {picture for pictures in self._held.values() for picture in pictures}
        for path in [*leaving, *self._copies, *(f"{ASSETS}/{picture}" for picture in self._shown_before - shown)]:
            (self._folder / path).unlink(missing_ok=True)
        if not shown and (self._folder / ASSETS).is_dir() and not any((self._folder / ASSETS).iterdir()):
            (self._folder / ASSETS).rmdir()
        self._note(self._held)
        sync(self._folder, [], [self._folder])

    def _note(self, held: dict[str, tuple[str, ...]]) -> None:
        files = {name: list(held[name]) for name in sorted(held)}
        sums = {name: self._sums[name] for name in files if name in self._sums}
        whole = {"v": _VERSION, "kind": self._kind, "files": files, "sums": sums}
        data = (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
        place = self._folder / _STAGING / MANIFEST
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
        sync(self._folder, [f"{_STAGING}/{MANIFEST}"], [])
        place.replace(self._folder / MANIFEST)


def _one_page(render: Callable[[Package], bytes]) -> Callable[[Package], list[bytes]]:
    return lambda package: [render(package)]


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


def _load(folder: Path) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Files of ours and the pictures that they show; their hashes as we wrote them, none by older versions.

    Raises:
        EditorError: The list is there but cannot be read.
    """
    try:
        data = (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        return {}, {}
    try:
        whole = json.loads(data)
        held = {str(name): tuple(map(str, pictures)) for name, pictures in whole["files"].items()}
        sums = {str(name): str(told) for name, told in whole.get("sums", {}).items()}
        plain = all("/" not in name and "\\" not in name for names in held.items() for name in [names[0], *names[1]])
    except (ValueError, KeyError, TypeError, AttributeError):
        plain, held, sums = False, {}, {}
    if not plain:
        raise EditorError.target("folder_damaged", folder=str(folder), file=MANIFEST)
    return held, sums


KIND = WholeKind(
    "folder", (Option("path", required=True), Option("format", default="markdown", choices=tuple(sorted(EXTENSIONS))))
)
