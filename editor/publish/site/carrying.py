"""Files that somebody else put into the folder of a site (a domain file, an icon, a repository) move with it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from editor.publish.formats.pictures import ASSETS
from editor.publish.site.manifest import ARTICLES, FILE, Manifest

if TYPE_CHECKING:
    from collections.abc import Iterator


def foreign(folder: Path, held: Manifest) -> Iterator[tuple[str, list[str]]]:
    """Folders below a site ("" is its root) with the names of the files in them that we did not make."""
    ours = _ours(held)
    for place, folders, files in os.walk(folder):
        inside = os.path.relpath(place, folder).replace(os.sep, "/")
        inside = "" if inside == "." else inside
        # A link to a folder is a thing like a file: it moves, what it leads to does not.
        links = [name for name in folders if Path(place, name).is_symlink()]
        known = ours.get(inside)
        if known is None:
            yield inside, files + links
        elif others := [name for name in files + links if name not in known]:
            yield inside, others


def _ours(held: Manifest) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"": {FILE}, ARTICLES: set(), ASSETS: set()}
    for path in held.files:
        folder, _, name = path.rpartition("/")
        found.setdefault(folder, set()).add(name)
        while folder:
            folder = folder.rpartition("/")[0]
            found.setdefault(folder, set())
    found[ARTICLES] = {entry.page for entry in held.entries.values()}
    for entry in held.entries.values():
        found[ASSETS].update(entry.assets.split())
    return found
