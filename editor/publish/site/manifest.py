"""What a site holds, kept in its folder: enough to make every list again without opening a page.

One line an article, so that a re-export of one article among ten thousand splits lines and decodes hardly any of them.
The file is also the mark by which a folder is known as a site of ours.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.article import Variant
from editor.errors import EditorError
from editor.publish.quick_json import json_value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = ".gaotai-site"
VERSION = 1

ARTICLES = "articles"

_NAME = re.compile(r"[0-9A-Za-z_-][0-9A-Za-z._-]{0,99}(?:@[0-9A-Za-z-]{1,20})?")


def checked_name(name: str) -> str:
    """A package's name, which becomes a file name.

    Raises:
        EditorError: It could leave its folder or upset a file system.
    """
    if not _NAME.fullmatch(name):
        raise EditorError.target("package_name", name=name)
    return name


class Entry(NamedTuple):
    """One page of the site. A tuple, since ten thousand are made when one of them changes: a tenth of a record's time.

    Attributes:
        name: See `Package.name`.
        variant: Its language variant.
        order: Time in UTC by which lists are sorted; "" sorts last.
        column: Key of its column page, "" for none.
        fingerprint: Hash of all that the page was made from, but for `siblings`.
        siblings: Names of the variants that the page links to, itself among them, joined by blanks; "" for none.
        style: Name of the style sheet that it uses.
        size: Bytes of the page.
        assets: File names of its pictures, joined by blanks.
        public: What lists and the JSON index say about it, as JSON.
    """

    name: str
    variant: str
    order: str
    column: str
    fingerprint: str
    siblings: str
    style: str
    size: int
    assets: str
    public: str

    @property
    def family(self) -> str:
        """Id of the article, the same for all its variants."""
        return self.name.partition("@")[0]

    @property
    def page(self) -> str:
        """File name of the page."""
        return f"{self.name}.html"

    def fields(self) -> dict[str, Any]:
        """What lists say about it."""
        found: dict[str, Any] = json_value(self.public)
        return found

    @property
    def withdrawn(self) -> bool:
        """Whether only a notice stands there."""
        return self.public.startswith('{"withdrawn":true')

    def line(self) -> str:
        """The entry as a line of the file."""
        parts = (self.name, self.variant, self.order, self.column, self.fingerprint, self.siblings, self.style)
        return "\t".join([*parts, str(self.size), self.assets, self.public])


def called(held: Mapping[str, Any]) -> str:
    """What lists call an article: its headline, else what stands in its place, so that every link can be read.

    Args:
        held: See `Entry.fields`.
    """
    return str(held.get("headline") or held.get("summary") or held["id"])


def entry_of(line: str) -> Entry:
    """The entry in a line.

    Raises:
        ValueError: It is none.
    """
    name, variant, order, column, fingerprint, siblings, style, size, assets, public = line.split("\t", 9)
    return Entry(name, variant, order, column, fingerprint, siblings, style, int(size), assets, public)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All pages of a site.

    Attributes:
        entries: By name, sorted by name.
        files: Path of each other file that we made (lists, feed, style sheets …) → hash of what it was made from.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def dump(self) -> bytes:
        """The file."""
        head = {"gaotai_site": VERSION, "articles": len(self.entries), "files": dict(sorted(self.files.items()))}
        lines = [json.dumps(head, separators=(",", ":"))]
        lines += [self.entries[name].line() for name in sorted(self.entries)]
        return ("\n".join(lines) + "\n").encode()

    def families(self) -> dict[str, list[Entry]]:
        """Entries by article, each list sorted by name."""
        found: dict[str, list[Entry]] = {}
        for name in sorted(self.entries):
            entry = self.entries[name]
            found.setdefault(entry.family, []).append(entry)
        return found


def load(folder: Path) -> Manifest:
    """The manifest of a site; an empty one for a folder that is not there yet or is empty.

    Raises:
        EditorError: It is a file, holds things but no site of ours, or the manifest is damaged or newer.
    """
    if not folder.exists():
        return Manifest()
    if not folder.is_dir():
        raise EditorError.target("target_is_a_file", folder=str(folder))
    try:
        data = (folder / FILE).read_bytes()
    except FileNotFoundError:
        if any(folder.iterdir()):
            raise EditorError.target("site_not_ours", folder=str(folder)) from None
        return Manifest()
    return _parsed(data, folder)


def _parsed(data: bytes, folder: Path) -> Manifest:
    try:
        first, *lines = data.decode().removesuffix("\n").split("\n")
        head = json.loads(first)
        version = head["gaotai_site"]
        if type(version) is int and version > VERSION:
            raise EditorError.target("site_newer", folder=str(folder))
        entries = {entry.name: entry for entry in map(entry_of, lines)}
        whole = version == VERSION and len(entries) == head["articles"]
        names = all(_NAME.fullmatch(entry.name) and Variant(entry.variant) for entry in entries.values())
        held = Manifest(entries, dict(head["files"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EditorError.target("site_damaged", folder=str(folder), file=FILE) from error
    if not whole or not names:
        raise EditorError.target("site_damaged", folder=str(folder), file=FILE)
    return held
