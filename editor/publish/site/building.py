"""One export into a site: which pages and lists have to be made, which are kept."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from editor.article import Variant
from editor.errors import EditorError
from editor.publish.formats.pictures import ASSETS, asset_file
from editor.publish.site import icons, lists, manifest, pages, pictures
from editor.publish.site.carrying import foreign
from editor.publish.site.crew import Crew
from editor.publish.site.listing import ALWAYS_NEW, Listing
from editor.publish.site.manifest import ARTICLES, Entry, Manifest
from editor.publish.site.variants import linked, relinked
from editor.publish.tree import Staging

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from editor.publish.package import Gone, Package
    from editor.publish.site.options import SiteOptions


BATCH = 600
"""Pages that are made together. A copy of the process has 3,000 pages of memory to copy before it has done anything,
which costs as much as 30 articles, and each article waits in 25 kB."""
ALONE = 200
"""Fewer pages than these, or other files, are not worth a copy."""


class Building:
    """The new tree of a site, made from the old one and what was handed over."""

    def __init__(self, folder: Path, options: SiteOptions) -> None:
        """Read what stands there.

        Raises:
            EditorError: See `manifest.load`.
        """
        self._folder = folder
        self._options = options = replace(options, icon=options.icon or icons.own(folder))
        self._old = manifest.load(folder)
        self._entries = dict(self._old.entries)
        self._families: dict[str, set[str]] = {}
        for name in self._entries:
            self._families.setdefault(name.partition("@")[0], set()).add(name)
        self._style = pages.style_name()
        self._made_with = hashlib.sha256(f"{pages.design()}\n{options!r}".encode()).hexdigest()
        self._pictures = _names(folder / ASSETS)
        self._new_pictures: set[str] = set()
        self._new_pages: set[str] = set()
        self._staged: Staging | None = None
        self._crew = Crew()
        self._waiting: list[tuple[Package, str]] = []
        self._taken: dict[str, str] = {}

    @property
    def _staging(self) -> Staging:
        """The new tree. It is begun here, never in a copy of this process."""
        if self._staged is None:
            self._staged = Staging(self._folder)
        return self._staged

    def discard(self) -> None:
        """Remove what was begun; the site is as it was."""
        self._crew.stop()
        if self._staged is not None:
            self._staged.discard()

    def run(self, packages: Iterable[Package], gone: Sequence[Gone]) -> list[tuple[str, bool]]:
        """Make the new tree and put it in place; nothing is written when nothing changed.

        Returns:
            Name of each package, and whether its page was made anew.
        """
        leaving = {item.name for item in gone}
        touched: set[str] = set()
        done = []
        for package in packages:
            touched.add(package.article.id)
            fresh = package.name not in leaving and self._take(package)
            done.append((package.name, fresh))
            if len(self._waiting) >= BATCH:
                self._render(leaving)
        self._render(leaving)
        self._crew.drain()
        for item in gone:
            touched.add(item.name.partition("@")[0])
            self._gone(item)
        self._relink(touched)
        self._finish()
        return done

    def _take(self, package: Package) -> bool:
        """Whether the page has to be made; then it waits until there are enough for a batch."""
        name = manifest.checked_name(package.name)
        mark = pages.fingerprint(package, self._made_with)
        taken, held = self._taken.get(name), self._entries.get(name)
        if mark == taken or (taken is None and held and held.fingerprint == mark and self._intact(held)):
            return False
        if taken is not None:  # twice in one delivery: the later one stands
            self._render(set())
            self._crew.drain()
        self._taken[name] = mark
        self._waiting.append((package, mark))
        return True

    def _render(self, leaving: set[str]) -> None:
        """Make the pages that wait; a whole batch of them apart from what happens here meanwhile."""
        batch, self._waiting = self._waiting, []
        if not batch:
            return
        staging = self._staging
        for package, _ in batch:
            self._bring_pictures(package, staging)
        if len(batch) < ALONE:
            self._settle(self._rendered(batch, leaving))
        else:
            self._crew.do(partial(self._rendered, batch, leaving), self._settle)

    def _rendered(self, batch: Sequence[tuple[Package, str]], leaving: set[str]) -> bytes:
        """Write pages; gives the lines of their entries, since memory may be that of a copy of this process."""
        return "\n".join([self._article(package, mark, leaving).line() for package, mark in batch]).encode()

    def _settle(self, lines: bytes) -> None:
        for line in lines.decode().split("\n"):
            entry = manifest.entry_of(line)
            self._hold(entry)
            self._staging.wrote(f"{ARTICLES}/{entry.page}")

    def _article(self, package: Package, mark: str, leaving: set[str]) -> Entry:
        name = package.name
        around = {sibling.name: str(sibling.variant) for sibling in package.siblings}
        around |= {other: self._entries[other].variant for other in self._families.get(name.partition("@")[0], ())}
        around[name] = str(package.article.variant)
        family = sorted(
            pair for pair in around.items() if pair[0] not in leaving and not self._is_notice(pair[0], name)
        )
        family = family if len(family) > 1 else []
        data = pages.article_page(package, self._options, self._style, family, self._pictures)
        siblings = " ".join(other for other, _ in family)
        entry = pages.entry_of_package(package, mark, self._style, siblings, len(data), self._pictures)
        self._staging.write(f"{ARTICLES}/{entry.page}", data)
        self._hold(entry)
        return entry

    def _is_notice(self, name: str, but: str) -> bool:
        return name != but and name in self._entries and self._entries[name].withdrawn

    def _intact(self, entry: Entry) -> bool:
        """Whether the page and the pictures are still there as they were made."""
        try:
            size = (self._folder / ARTICLES / entry.page).stat().st_size
        except FileNotFoundError:
            return False
        return size == entry.size and self._pictures.issuperset(entry.assets.split())

    def _put(self, entry: Entry, data: bytes) -> None:
        self._staging.write(f"{ARTICLES}/{entry.page}", data)
        self._hold(entry._replace(size=len(data)))

    def _hold(self, entry: Entry) -> None:
        self._entries[entry.name] = entry
        self._families.setdefault(entry.family, set()).add(entry.name)
        self._new_pages.add(entry.name)

    def _bring_pictures(self, package: Package, staging: Staging) -> None:
        for identifier, asset in package.assets.items():
            file = asset_file(identifier, asset.mime)
            if file in self._pictures:
                continue
            data = asset.read()
            if hashlib.sha256(data).hexdigest() != identifier:
                raise EditorError.target("picture_differs", name=package.name)
            for name, made in pictures.made_of(identifier, asset.mime, data):
                staging.write(f"{ASSETS}/{name}", made)
                self._new_pictures.add(name)
        self._pictures |= self._new_pictures

    def _gone(self, item: Gone) -> None:
        name = manifest.checked_name(item.name)
        held = self._entries.get(name)
        if item.notice:
            mark = pages.gone_fingerprint(item, self._made_with)
            if held is not None and held.fingerprint == mark and self._intact(held):
                return
            entry = pages.entry_of_gone(item, mark, self._style)
            self._put(entry, pages.notice_page(item, self._options, self._style))
        elif held is not None:
            del self._entries[name]
            self._families[held.family].discard(name)
            self._new_pages.discard(name)

    def _relink(self, touched: Iterable[str]) -> None:
        """Let the variants of the articles concerned link to those that stand there now."""
        base = self._options.url(f"{ARTICLES}/")
        for family in sorted(touched):
            held = [self._entries[name] for name in sorted(self._families.get(family, ()))]
            links = linked(held)
            wanted = " ".join(entry.name for entry in links)
            for entry in held:
                if not entry.withdrawn and entry.siblings != wanted:
                    pairs = [(other.name, other.variant) for other in links]
                    page = relinked(self._page(entry), pairs, entry.name, Variant(entry.variant), base)
                    self._put(entry._replace(siblings=wanted), page.encode())

    def _page(self, entry: Entry) -> str:
        path = f"{ARTICLES}/{entry.page}"
        data = self._staged.read(path) if self._staged is not None else None
        try:
            return (data if data is not None else (self._folder / path).read_bytes()).decode()
        except FileNotFoundError:
            raise EditorError.target("site_damaged", folder=str(self._folder), file=path) from None

    def _finish(self) -> None:
        shown = lists.editions(Manifest(self._entries).families())
        listing = Listing(self._options, self._style, self._made_with, shown)
        files = listing.marks(lists.newest_first(list(self._entries.values())))
        for entry in self._entries.values():
            files[entry.style] = entry.style
        same = {path for path in files if self._is_same(path, files)}
        unchanged = self._entries == self._old.entries and files == self._old.files
        if self._staged is None and unchanged and len(same) == len(files):
            return
        kept = {path for path in same if files[path] != ALWAYS_NEW}
        staging = self._staging
        if len(self._new_pages) >= BATCH:
            self._crew.do(staging.sync_early, lambda _: None)
        for unit in _units([path for path in files if path not in kept], files):
            if len(unit) < ALONE:
                _note(unit, staging, _listed(listing, unit, staging))
            else:
                self._crew.do(partial(_listed, listing, unit, staging), partial(_note, unit, staging))
        self._crew.drain()
        self._keep(kept)
        staging.write(manifest.FILE, Manifest(self._entries, files).dump())
        staging.commit()

    def _is_same(self, path: str, files: Mapping[str, str]) -> bool:
        return self._old.files.get(path) == files[path] and (self._folder / path).exists()

    def _keep(self, files: Iterable[str]) -> None:
        """Keep what is as it was: pages, pictures, lists, and what is not ours."""
        kept: dict[str, list[str]] = {ARTICLES: [], ASSETS: []}
        kept[ARTICLES] = [entry.page for name, entry in self._entries.items() if name not in self._new_pages]
        named = {file for entry in self._entries.values() if entry.assets for file in entry.assets.split()}
        kept[ASSETS] = sorted(named - self._new_pictures)
        for path in files:
            folder, _, name = path.rpartition("/")
            kept.setdefault(folder, []).append(name)
        for folder, names in kept.items():
            if names and (missing := self._staging.keep(folder, names)):
                raise EditorError.target("site_damaged", folder=str(self._folder), file=f"{folder}/{missing[0]}")
        if self._folder.exists():
            for folder, names in foreign(self._folder, self._old):
                self._staging.keep(folder, names)


def _listed(listing: Listing, paths: Sequence[str], staging: Staging) -> bytes:
    for path in paths:
        staging.write(path, listing.content(path))
    return b""


def _note(paths: Sequence[str], staging: Staging, _: bytes) -> None:
    for path in paths:
        staging.wrote(path)


def _units(paths: Sequence[str], marks: Mapping[str, str]) -> Iterator[list[str]]:
    """Files to be made in parts that can be made apart: those of one mark (a segment of the search) stay together."""
    unit: list[str] = []
    for _, group in groupby(paths, key=marks.__getitem__):
        unit += group
        if len(unit) >= ALONE:
            yield unit
            unit = []
    if unit:
        yield unit


def _names(folder: Path) -> set[str]:
    try:
        return {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        return set()
