"""All files of a site besides pages and pictures: what each is made from, and its bytes when it has to be made."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import resources
from editor.errors import EditorError
from editor.publish.site import corrections, feeds, finding, icons, listpages, lists, rss, search

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.publish.site.lists import Column, Edition, Leaf
    from editor.publish.site.manifest import Entry
    from editor.publish.site.options import SiteOptions

ALWAYS_NEW = "-"
"""Mark of files that hold all articles: they are made anew with every change."""


class Listing:
    """Lists, feeds, style sheet and the like of a site."""

    def __init__(self, options: SiteOptions, style: str, made_with: str, shown: Sequence[Edition]) -> None:
        """Nothing is made yet.

        Args:
            options: Choices of the newsroom.
            style: Name of the style sheet.
            made_with: Hash of design and options.
            shown: Editions of the site.
        """
        self._options = options
        self._style = style
        self._shown = shown
        among = " ".join(f"{edition.folder}={edition.variant}" for edition in shown)
        self._frame = hashlib.sha256(f"{made_with}\n{among}".encode()).hexdigest()
        self._makers: dict[str, Callable[[], bytes]] = {}
        self._marks: dict[str, str] = {}

    def marks(self, entries: Sequence[Entry]) -> dict[str, str]:
        """Path → hash of what the file is made from.

        Args:
            entries: Everything that stands on the site, newest first.
        """
        self._add(self._style, self._style, lambda: resources.data("templates/site/style.css"))
        for name, data in icons.ours().items():
            self._add(name, name, partial(bytes, data))
        for edition in self._shown:
            self._edition(edition)
        pages = [path for path in self._marks if path.endswith(".html")]
        self._sitemaps(feeds.places(entries, pages))
        if self._options.address:  # it is worth nothing with relative addresses
            self._add("news-sitemap.xml", ALWAYS_NEW, lambda: feeds.news_sitemap(entries, self._options))
        self._add("index.json", ALWAYS_NEW, lambda: feeds.index(entries))
        self._add("404.html", self._frame, lambda: feeds.missing(self._shown[0], self._options))
        if self._options.search:
            self._add(search.script_name(), search.script_name(), search.script)
            for edition in self._shown:
                self._search(edition)
        return dict(self._marks)

    def content(self, path: str) -> bytes:
        """The bytes of a file.

        Raises:
            EditorError: It is the style sheet of an older design, which pages still use and nobody can make again.
        """
        if path not in self._makers:
            raise EditorError.target("site_damaged", folder=".", file=path)
        return self._makers[path]()

    def _add(self, path: str, mark: str, maker: Callable[[], bytes]) -> None:
        self._marks[path] = mark
        self._makers[path] = maker

    def _edition(self, edition: Edition) -> None:
        held = lists.columns(edition, self._options.columns)
        named = lists.named(held)
        beside = lists.sections(held)
        corrected = corrections.corrected(edition)
        for leaf in lists.leaves(edition, held):
            front = lists.is_front(leaf)
            led = replace(leaf, corrections=front and bool(corrected))
            self._leaf(led, named, beside if front else [], len(held))
        if corrected:
            self._corrections(edition, corrected)
        if len(held) > len(named):
            path = f"{edition.folder}columns/index.html"
            mark = lists.overview_mark(edition, held, self._frame)
            self._add(
                path, mark, lambda: listpages.overview_page(edition, self._options, self._style, self._shown, held)
            )
        newest = "\n".join([self._frame, *(entry.public for entry in edition.entries[: feeds.FEED_LENGTH])])
        mark = hashlib.sha256(newest.encode()).hexdigest()[:32]
        self._add(f"{edition.folder}feed.xml", mark, lambda: feeds.feed(edition, self._options))
        self._add(f"{edition.folder}{rss.FILE}", mark, lambda: rss.feed(edition, self._options))

    def _corrections(self, edition: Edition, held: Sequence[Entry]) -> None:
        options, style, shown = self._options, self._style, self._shown
        mark = corrections.mark(edition, held, self._frame)
        path = f"{edition.folder}{lists.CORRECTIONS}"
        self._add(path, mark, lambda: corrections.corrections_page(edition, options, style, shown, held))

    def _search(self, edition: Edition) -> None:
        held = search.segments(edition, search.design())
        whole = "\n".join([self._frame, search.design(), *(segment.version for segment in held)])
        mark = hashlib.sha256(whole.encode()).hexdigest()[:32]
        options, style, shown = self._options, self._style, self._shown
        page = f"{edition.folder}{finding.PAGE}"
        self._add(page, mark, lambda: search.search_page(edition, options, style, shown, held))
        for segment in held:
            for path in segment.paths():
                self._add(f"{edition.folder}{path}", segment.version, partial(segment.content, path))

    def _sitemaps(self, found: Sequence[str]) -> None:
        step = feeds.SITEMAP_LENGTH
        if len(found) <= step:
            self._add("sitemap.xml", ALWAYS_NEW, lambda: feeds.sitemap(found, self._options))
            return
        parts = {f"sitemap-{at // step + 1}.xml": found[at : at + step] for at in range(0, len(found), step)}
        for path, part in parts.items():
            self._add(path, ALWAYS_NEW, partial(feeds.sitemap, part, self._options))
        self._add("sitemap.xml", ALWAYS_NEW, lambda: feeds.sitemap_index(parts, self._options))

    def _leaf(self, leaf: Leaf, named: Sequence[Column], beside: Sequence[Column], total: int) -> None:
        options, style, shown = self._options, self._style, self._shown
        mark = lists.leaf_mark(leaf, self._frame, named, beside, total)
        self._add(leaf.path, mark, lambda: listpages.list_page(leaf, options, style, shown, named, beside, total))
