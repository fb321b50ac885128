"""The entries of one article variant as a graph: what a writer had before him when he wrote."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from editor.workflow.entry import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class History:
    """All entries of one article (all variants); lookups by kind, and the past of each.

    The past of an entry is what its references (`seen`, `parents`, `target`, `submit`, `derived_from`) reach, and
    the author's own earlier entries about this article from the same device (he cannot not know them).
    """

    entries: Mapping[str, Entry]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> History:
        """The history made from some entries, in whatever order."""
        return cls({entry.id: entry for entry in sorted(entries, key=lambda item: item.id)})

    @cached_property
    def _own_earlier(self) -> dict[str, str]:
        books: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries.values():
            books.setdefault((entry.author, entry.device), []).append(entry)
        earlier: dict[str, str] = {}
        for book in books.values():
            book.sort(key=lambda entry: (entry.seq, entry.id))
            for before, after in itertools.pairwise(book):
                earlier[after.id] = before.id
        return earlier

    @cached_property
    def _pasts(self) -> dict[str, frozenset[str]]:
        pasts: dict[str, frozenset[str]] = {}
        waiting = list(self.entries)
        open_now: set[str] = set()
        while waiting:
            identifier = waiting[-1]
            if identifier in pasts:
                waiting.pop()
                continue
            needed = [ref for ref in self._before(identifier) if ref in self.entries and ref != identifier]
            missing = [ref for ref in needed if ref not in pasts and ref not in open_now]
            if missing:
                open_now.add(identifier)
                waiting.extend(missing)
                continue
            reached = frozenset(needed).union(*(pasts.get(ref, frozenset()) for ref in needed))
            pasts[identifier] = reached
            open_now.discard(identifier)
            waiting.pop()
        return pasts

    def _before(self, identifier: str) -> tuple[str, ...]:
        entry = self.entries[identifier]
        earlier = self._own_earlier.get(identifier)
        found = entry.references
        source = derived_from(entry)
        if source:
            found += (source,)
        return (*found, earlier) if earlier else found

    def past(self, identifier: str) -> frozenset[str]:
        """Ids of this article's entries that the writer of an entry knew."""
        return self._pasts.get(identifier, frozenset())

    def of_kind(self, kind: Kind, variant: str | None = None) -> list[Entry]:
        """Entries of one kind (of one variant), sorted by id."""
        found = self._by_kind.get(kind, [])
        return found if variant is None else [entry for entry in found if entry.variant == variant]

    @cached_property
    def _by_kind(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            found.setdefault(entry.kind, []).append(entry)
        return found

    def revision(self, identifier: str) -> Entry | None:
        """A revision by id."""
        entry = self.entries.get(identifier)
        return entry if entry is not None and entry.kind == Kind.REVISION else None

    @cached_property
    def children(self) -> dict[str, list[Entry]]:
        """Revisions by the revision that they were made from."""
        found: dict[str, list[Entry]] = {}
        for entry in self.of_kind(Kind.REVISION):
            for parent in entry.parents:
                found.setdefault(parent, []).append(entry)
        return found

    def ancestry(self, revision: str) -> frozenset[str]:
        """A revision and all that it came from, revisions that it was derived from included."""
        found: set[str] = set()
        waiting = [revision]
        while waiting:
            identifier = waiting.pop()
            entry = self.revision(identifier)
            if entry is None or identifier in found:
                continue
            found.add(identifier)
            waiting.extend(entry.parents)
            source = derived_from(entry)
            if source:
                waiting.append(source)
        return frozenset(found)


def derived_from(entry: Entry) -> str:
    """Id of the revision that a script variant was converted from, "" for others."""
    derived = entry.content.get("derived_from")
    source = derived.get("revision") if isinstance(derived, dict) else None
    return source if isinstance(source, str) else ""


def column_of(revision: Entry | None) -> str:
    """Column of a revision, "" when it names none."""
    slip = revision.content.get("slip") if revision is not None else None
    column = slip.get("column") if isinstance(slip, dict) else None
    return column if isinstance(column, str) else ""
