"""The search of a site: a page whose script finds articles by an index of pairs of characters.

Chinese has no blanks between words, so that the shortest word that people search for is a pair of characters. Articles
stand in segments counted from the oldest, as the pages of the lists do: a new one changes the newest segment alone, and
results come newest first without the older files. The files of a segment are scripts, since a page opened from the disk
may load nothing else; each holds the pairs whose first character falls to it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import resources
from editor.publish.site import icons
from editor.publish.site.finding import FOLDER, search_words
from editor.publish.site.listpages import switch
from editor.publish.site.manifest import called
from editor.publish.site.pages import colophon
from editor.publish.template import Html, template
from editor.publish.words import shown_time, words
from editor.store.folding import VERSION, folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.site.lists import Edition
    from editor.publish.site.manifest import Entry
    from editor.publish.site.options import SiteOptions

SEGMENT = 1000
"""Articles in a segment."""
SHARDS = 16
"""Files with pairs of a segment."""
BLOCK = 100
"""Articles in a file of what results show."""
FIRST = 0x4E00
"""The sign of the first article of a segment: ideographs, which no server and no editor rewrites."""

_SEARCHED = ("headline", "kicker", "subheadline", "summary", "byline", "source", "column")


@dataclass(slots=True)
class Segment:
    """Some articles in the order of their time and the files by which they are found.

    Attributes:
        number: From 1, the oldest.
        entries: Without notices, at most `SEGMENT`.
        version: Changes with what is in its files, so that a browser never mixes old ones and new ones.
    """

    number: int
    entries: tuple[Entry, ...]
    version: str
    _shards: list[bytes] = field(default_factory=list)
    _records: list[list[str]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """Its files, below the folder of the edition."""
        blocks = range((len(self.entries) + BLOCK - 1) // BLOCK)
        names = [*(str(shard) for shard in range(SHARDS)), *(f"d{block}" for block in blocks)]
        return [f"{FOLDER}/{self.number}-{name}.js" for name in names]

    def content(self, path: str) -> bytes:
        """One of its files."""
        if not self._records:
            self._records = [_record(entry.fields()) for entry in self.entries]
            self._shards = [_script(f"{self.number}-{at}", held) for at, held in enumerate(shards_of(self._records))]
        name = path.rpartition("/")[2].removesuffix(".js")
        _, _, kind = name.partition("-")
        last = path.endswith(self.paths()[-1])
        if kind.startswith("d"):
            start = int(kind[1:]) * BLOCK
            made = _script(name, self._records[start : start + BLOCK])
        else:
            made = self._shards[int(kind)]
        if last:  # they are asked for in order; ten segments at once would be a lot of memory
            self._shards, self._records = [], []
        return made


def segments(edition: Edition, design: str) -> list[Segment]:
    """The segments of an edition, the oldest first.

    Args:
        edition: Whose articles.
        design: Hash of what their files are made with, see `design`.
    """
    readable = tuple(entry for entry in reversed(edition.entries) if not entry.withdrawn)
    found: list[Segment] = []
    for start in range(0, len(readable), SEGMENT):
        held = readable[start : start + SEGMENT]
        mark = hashlib.sha256("\n".join([design, *(entry.public for entry in held)]).encode())
        found.append(Segment(len(found) + 1, held, mark.hexdigest()[:16]))
    return found


@cache
def design() -> str:
    """Hash of everything that the search is made with."""
    parts = [f"{VERSION} {SEGMENT} {SHARDS} {BLOCK} {FIRST}".encode(), script()]
    parts += [resources.data(f"templates/{name}") for name in ("site/search.html", "site/words.toml")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


@cache
def script() -> bytes:
    """The script of the page, with the table of characters that are one for a search."""
    return template("site/search.js")(
        shards=Html(str(SHARDS)),
        block=Html(str(BLOCK)),
        first=Html(str(FIRST)),
        folding=Html(json.dumps(resources.text("dictionaries/folding.txt").strip(), ensure_ascii=False)),
    ).encode()


@cache
def script_name() -> str:
    """Name of the script: it changes with what is in it, as the style sheet's does."""
    return f"search-{hashlib.sha256(script()).hexdigest()[:8]}.js"


def search_page(
    edition: Edition, options: SiteOptions, style: str, shown: Sequence[Edition], held: Sequence[Segment]
) -> bytes:
    """The page of the search.

    Args:
        edition: Whose articles are searched.
        options: Choices of the newsroom.
        style: Name of the style sheet.
        shown: All editions, for the switch between them.
        held: Segments of the index, the oldest first.
    """
    said, common = search_words(traditional=edition.traditional), words(traditional=edition.traditional)
    names = ("hint", "no_script", "searching", "none", "some", "all", "more", "failed")
    return template("site/search.html")(
        lang=edition.variant,
        title=f"{said['search']} - {options.title}",
        about=f"{options.title} {said['search']}",
        root=edition.root,
        icon=icons.links(edition.root, options.icon),
        style=style,
        script=script_name(),
        skip=common["skip"],
        site=options.title,
        editions=switch(edition, shown, edition.root, common),
        heading=said["search"],
        segments=" ".join(segment.version for segment in held),
        colophon=colophon(options, common),
        **{name: said[name] for name in names},
    ).encode()


def _record(held: Mapping[str, Any]) -> list[str]:
    """What is searched and shown of an article: address, variant and time, then `_SEARCHED` and the keywords."""
    shown = [str(held["url"]), str(held["variant"]), shown_time(str(held["published_at"]))]
    return [
        *shown,
        called(held),
        *(str(held.get(name, "")) for name in _SEARCHED[1:]),
        " ".join(held.get("keywords", ())),
    ]


def shards_of(records: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """Pair of folded characters → signs of the articles that have it. A line end follows the last of a field."""
    found: dict[str, list[str]] = {}
    for number, record in enumerate(records):
        sign = chr(FIRST + number)
        text = folded("\n".join(record[3:])) + "\n"
        for pair in set(map(str.__add__, text, text[1:])):
            signs = found.get(pair)
            if signs is None:
                found[pair] = [sign]
            else:
                signs.append(sign)
    shards: list[dict[str, str]] = [{} for _ in range(SHARDS)]
    for pair in sorted(found):
        if not pair[0].isspace():
            shards[ord(pair[0]) % SHARDS][pair] = "".join(found[pair])
    return shards


def _script(name: str, held: object) -> bytes:
    data = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return f'gaotai("{name}",{data});\n'.encode("utf-8", "replace")
