"""Our copy of what stands on a server: deliveries are made in it, and what has changed goes up.

It is made again from the server whenever it is not the same: on another computer, or when it was deleted.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from typing import TYPE_CHECKING, Any

from editor.publish.formats.pictures import ASSETS
from editor.publish.site import manifest as site_manifest
from editor.publish.targets import folder as folder_target
from editor.publish.targets.sftp_notes import Changing, Held, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from editor.publish.remote_files import RemoteFiles

LISTS = frozenset({site_manifest.FILE, folder_target.MANIFEST})
"""Files in which the targets on disk keep what they hold."""


class Mirror:
    """The copy of one place."""

    def __init__(self, root: Path) -> None:
        """Read what we know of it.

        Args:
            root: Folder of its own, below it the copy and what we know of it.
        """
        self.root = root
        self.tree = root / "copy" / "tree"  # exports lock the folder above theirs, we lock `root`
        self._noted = root / "state.json"
        self.tree.parent.mkdir(parents=True, exist_ok=True)
        try:
            found = json.loads(self._noted.read_bytes())
        except (FileNotFoundError, ValueError):
            found = {}
        self._state: dict[str, Any] = found if isinstance(found, dict) else {}
        if not isinstance(self._state.get("by"), str):
            self._state = {"by": secrets.token_hex(8)}
            self._keep()

    @property
    def by(self) -> str:
        """Names this copy on this computer."""
        return str(self._state["by"])

    def _keep(self) -> None:
        new = self._noted.with_suffix(".new")
        new.write_text(json.dumps(self._state), encoding="utf-8")
        new.replace(self._noted)

    def begin(self) -> None:
        """From now on the copy may be ahead of the server."""
        self._state["ahead"] = True
        self._keep()

    def end(self, mark: str) -> None:
        """The server is as the copy is; `mark` is that of its list."""
        self._state |= {"ahead": False, "mark": mark}
        self._keep()

    def match(self, files: RemoteFiles, held: Held, changing: Changing | None) -> None:
        """Make the copy what stands on the server, unless it is that, or ahead of it by a delivery of our own."""
        if not held.mark and changing is None:
            return  # nothing of ours stands there (any more): all of the copy goes up
        same = self._state.get("mark", "") == held.mark and (changing is None or changing.by == self.by)
        if same and self._state.get("ahead"):
            return
        known = self.marks()
        if same and known == dict(held.files):
            return
        self._fetch(files, held, changing, known)
        self._state |= {"ahead": False, "mark": held.mark}
        self._keep()

    def _fetch(self, files: RemoteFiles, held: Held, changing: Changing | None, known: Mapping[str, Mark]) -> None:
        open_ones = {*changing.put, *changing.gone} if changing else set()
        wanted = {*held.files, *(changing.put if changing else ())}
        if changing is not None and _lists_are_new(files, changing):
            wanted -= set(changing.gone)
        missing = [path for path in sorted(wanted) if path in open_ones or known.get(path) != held.files[path]]
        for path in set(known) - wanted:
            (self.tree / path).unlink()
        lost: list[str] = []

        def fetched(path: str) -> None:
            data = files.read(path)
            place = self.tree / path
            if data is None:
                lost.append(path)
                place.unlink(missing_ok=True)
                return
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)  # it may be a link to a file of an older tree
            place.write_bytes(data)

        files.each(missing, fetched)
        if not any(self.tree.rglob("*")) and self.tree.exists():
            shutil.rmtree(self.tree)

    def marks(self) -> dict[str, Mark]:
        """Every file of the copy. A file that did not change since is not read again."""
        cached = self._state.get("marks")
        before = cached if isinstance(cached, dict) else {}
        after: dict[str, list[Any]] = {}
        for path in sorted(self.tree.rglob("*")) if self.tree.exists() else ():
            if path.is_dir():
                continue
            name = path.relative_to(self.tree).as_posix()
            told = path.stat()
            key = [
                told.st_size,
                told.st_mtime_ns,
                told.st_ino,
            ]  # links to it change its ctime, and we never write in place
            row = before.get(name)
            sha = row[0] if isinstance(row, list) and row[1:] == key else _sha(path)
            after[name] = [sha, *key]
        self._state["marks"] = after
        self._keep()
        return {name: Mark(row[0], row[1]) for name, row in after.items()}


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _lists_are_new(files: RemoteFiles, changing: Changing) -> bool:
    """Whether a delivery that was cut off had come so far that lists do not name any more what was to go."""
    for name in LISTS & set(changing.put):
        data = files.read(name)
        if data is not None and hashlib.sha256(data).hexdigest() == changing.put[name].sha:
            return True
    return False


def ordered(paths: Iterable[str]) -> list[list[str]]:
    """Files in the order in which they go up: pictures and styles, then pages, then lists, then what we hold.

    At any moment a page finds its pictures, and a list its pages. What is deleted goes the other way round.
    """
    ranks: list[list[str]] = [[], [], [], []]
    for path in paths:
        ranks[_rank(path)].append(path)
    return [sorted(rank) for rank in ranks]


_LISTED = (".html", ".xml", ".json", ".txt")


def _rank(path: str) -> int:
    if path in LISTS:
        return 3
    folder, sign, _ = path.partition("/")
    if folder == ASSETS:
        return 0
    if folder == site_manifest.ARTICLES and sign:
        return 1
    return 2 if path.endswith(_LISTED) else 0
