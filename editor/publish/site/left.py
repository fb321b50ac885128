"""Whether the lists of a site still name an article: all of its files but pages of articles and pictures are read."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from editor.publish.formats.pictures import ASSETS
from editor.publish.site.finding import FOLDER as SEARCH
from editor.publish.site.manifest import ARTICLES
from editor.publish.template import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIST, FEED, FIND, MAP = "list", "feed", "search", "map"
"""As `targets.traces.Where` says; that module takes pages apart with a library that a site does not need."""
_READ = frozenset({".html", ".xml", ".json", ".js", ".txt"})
_FIRST = {LIST: "index.html", FEED: "feed.xml", FIND: f"{SEARCH}.html", MAP: "sitemap.xml"}


def left(folder: Path, name: str, titles: Sequence[str] = (), *, notice: bool = False) -> list[tuple[str, str, bool]]:
    """How a reader came upon an article there, the file, and whether it is still named there.

    One row for each way that the site has: the first file that still names it, else the one that a reader begins with.

    Args:
        folder: Of the site.
        name: Of the article, see `Package.name`.
        titles: Its headlines; looked for where a notice stands, which is listed by the article's own name.
        notice: Whether a notice stands there.

    Raises:
        OSError: A file cannot be read.
    """
    sign = re.compile(b"|".join(_spelled(titles))) if notice else _named(name)
    rows: dict[str, tuple[str, bool]] = {}
    for path, way in _files(folder):
        known, there = rows.get(way, ("", False))
        if there:
            continue
        if (not notice or titles) and sign.search((folder / path).read_bytes()):
            rows[way] = (path, True)
        elif not known or path == _FIRST[way]:
            rows[way] = (path, False)
    return [(way, str(folder / rows[way][0]), rows[way][1]) for way in _FIRST if way in rows]


def _named(name: str) -> re.Pattern[bytes]:
    """Its name and no other that begins or ends with it; ``@`` may be percent-encoded."""
    article, sign, variant = (re.escape(part.encode()) for part in name.partition("@"))
    return re.compile(rb"(?<![\w-])" + article + (b"(?:@|%40)" if sign else b"") + variant + rb"(?![\w@%-])")


def _spelled(titles: Sequence[str]) -> Iterator[bytes]:
    """Headlines as pages and lists hold them, from tag to tag or between quotation marks."""
    for title in titles:
        for told in {title, str(escaped(title)), title.replace("\\", "\\\\").replace('"', '\\"')}:
            yield b'[>"]' + re.escape(told.encode()) + b'[<"]'


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """Files below the folder, and which way of coming upon an article each is."""
    for place, folders, files in os.walk(folder):
        inside = os.path.relpath(place, folder).replace(os.sep, "/").removeprefix(".")
        if not inside:
            folders[:] = [name for name in folders if name not in {ARTICLES, ASSETS} and not name.startswith(".")]
        folders.sort()
        for file in sorted(files):
            if Path(file).suffix in _READ:
                yield f"{inside}/{file}".lstrip("/"), _way(inside, file)


def _way(inside: str, file: str) -> str:
    if SEARCH in {inside.rpartition("/")[2], file.removesuffix(".html")}:
        return FIND
    if "sitemap" in file:
        return MAP
    return FEED if file in {"feed.xml", "rss.xml"} else LIST
