"""Lists of a site: the front page and the columns, paged so that older pages stay as they are.

Pages are counted from the oldest article on: a new one changes the newest page of its lists and no other, where pages
counted from the newest would all shift. The newest page holds between one and two pages full.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.publish.site.manifest import Entry
from editor.publish.site.pages import home_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editor.publish.site.manifest import Entry

PAGE = 40
"""Articles on a page of a list."""
LATEST = 4
"""Headlines that the front page shows of each column."""
SECTIONS = 8
"""Columns that the front page shows with headlines; the others are in its navigation."""
NAMED = 14
"""Columns in the navigation; when there are more, one page names all."""

CORRECTIONS = "corrections.html"
"""Page of what was corrected and withdrawn, in the folder of its edition."""
EDITIONS = {"": "zh-CN", "hant/": "zh-TW", "hk/": "zh-HK"}
"""Folder → variant that names it. The root lists every article once, the others what stands in their script."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The lists for readers of one script.

    Attributes:
        folder: "" for the root, else ends in "/".
        variant: In which its own words are printed.
        entries: Newest first.
    """

    folder: str
    variant: str
    entries: tuple[Entry, ...]

    @property
    def traditional(self) -> bool:
        """Whether its words are printed in Traditional characters."""
        return self.variant not in {"zh-CN", "zh-Hans"}

    @property
    def root(self) -> str:
        """The way from its folder to the root of the site."""
        return "../" if self.folder else ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an edition, with what stands in it, newest first."""

    key: str
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list, yet to be made.

    Attributes:
        path: Below the root of the site.
        number: Counted from the oldest page, 1; None for the newest.
        older: File name of the next older page, "" for none; `newer` likewise.
        corrections: Whether it leads to the page of what was corrected and withdrawn (`CORRECTIONS`).
    """

    path: str
    edition: Edition
    column: Column | None
    entries: tuple[Entry, ...]
    number: int | None
    older: str
    newer: str
    corrections: bool = False


def newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """Entries by time, the newest first; of the same moment by name."""
    by_name = sorted(entries, key=lambda entry: entry.name)
    return sorted(by_name, key=lambda entry: entry.order, reverse=True)


def editions(families: Mapping[str, Sequence[Entry]]) -> list[Edition]:
    """The editions that a site needs: the root always, one for each kind of Traditional text that stands on it.

    The root speaks the script in which most articles are at home, and shows each in that script where it has it, else
    in its own.
    """
    homes = Counter(home_of(family[0].variant) for family in families.values() if family)
    main = max(EDITIONS, key=lambda folder: (homes[folder], folder == ""))
    by_folder: dict[str, list[Entry]] = {folder: [] for folder in EDITIONS}
    for family in families.values():
        standing = {home_of(entry.variant): entry for entry in reversed(family)}
        for folder, entry in standing.items():
            if folder:
                by_folder[folder].append(entry)
        by_folder[""].append(standing.get(main) or family[0])
    found = [Edition("", EDITIONS[main], tuple(newest_first(by_folder[""])))]
    for folder, variant in EDITIONS.items():
        if folder and by_folder[folder]:
            found.append(Edition(folder, variant, tuple(newest_first(by_folder[folder]))))
    return found


def columns(edition: Edition, leading: Sequence[str]) -> list[Column]:
    """Columns of an edition: the leading ones, then the oldest first, so that a new article does not turn them over."""
    found: dict[str, list[Entry]] = {}
    for entry in edition.entries:
        if entry.column:
            found.setdefault(entry.column, []).append(entry)
    made = [Column(key, str(held[0].fields()["column"]), tuple(held)) for key, held in found.items()]
    ranks = {name: rank for rank, name in enumerate(leading)}
    return sorted(made, key=lambda column: (ranks.get(column.name, len(ranks)), column.entries[-1].order, column.name))


def named(held: Sequence[Column]) -> list[Column]:
    """Columns in the navigation."""
    return list(held[:NAMED])


def sections(held: Sequence[Column]) -> list[Column]:
    """Columns with headlines on the front page, the one with the newest article first; a single one adds nothing."""
    if len(held) == 1:
        return []
    by_name = sorted(held, key=lambda column: column.name)
    return sorted(by_name, key=lambda column: column.entries[0].order, reverse=True)[:SECTIONS]


def is_front(leaf: Leaf) -> bool:
    """Whether it is the first page of an edition."""
    return leaf.column is None and leaf.number is None


def leaves(edition: Edition, held: Sequence[Column]) -> Iterator[Leaf]:
    """All pages of all lists of an edition."""
    yield from _paged(edition, None, edition.entries, edition.folder, "index", "page")
    for column in held:
        yield from _paged(edition, column, column.entries, f"{edition.folder}columns/", column.key, column.key)


def _paged(
    edition: Edition, column: Column | None, entries: tuple[Entry, ...], folder: str, front: str, stem: str
) -> Iterator[Leaf]:
    full = max(len(entries) // PAGE - 1, 0)
    newest = len(entries) - full * PAGE
    older = f"{stem}-{full}.html" if full else ""
    yield Leaf(f"{folder}{front}.html", edition, column, entries[:newest], None, older, "")
    for number in range(full, 0, -1):
        start = len(entries) - number * PAGE
        older = f"{stem}-{number - 1}.html" if number > 1 else ""
        newer = f"{stem}-{number + 1}.html" if number < full else f"{front}.html"
        held = entries[start : start + PAGE]
        yield Leaf(f"{folder}{stem}-{number}.html", edition, column, held, number, older, newer)


def leaf_mark(leaf: Leaf, frame: str, named: Sequence[Column], sections: Sequence[Column], total: int) -> str:
    """Hash of everything that a page of a list is made from.

    Args:
        leaf: The page.
        frame: Hash of what all lists share: design, options, which editions there are.
        named: Columns in the navigation.
        sections: Columns with headlines beside the list.
        total: How many columns there are.
    """
    found = hashlib.sha256(frame.encode())
    parts = [leaf.path, leaf.older, leaf.newer, leaf.edition.variant, str(total > len(named))]
    parts += [f"{column.key} {column.name}" for column in named]
    for column in sections:
        parts += [column.key, *(entry.public for entry in column.entries[:LATEST])]
    parts += [entry.public for entry in leaf.entries]
    parts += [CORRECTIONS] * leaf.corrections
    found.update("\n".join(parts).encode())
    return found.hexdigest()[:32]


def overview_mark(edition: Edition, held: Sequence[Column], frame: str) -> str:
    """Hash of everything that the page of all columns is made from."""
    parts = [frame, edition.folder, *(f"{column.key} {column.entries[0].public}" for column in held)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
