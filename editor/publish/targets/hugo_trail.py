"""Where readers of a site made by Hugo come upon an article: the lists, feeds and maps that it has made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.publish.targets.destination import Look
from editor.publish.targets.hugo_build import public_of
from editor.publish.targets.traces import Spot, Trail, Where

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_LISTS = 12
"""Lists below the front page, those that changed last first: what held the article was made anew without it."""
_LONGEST = 32_000_000


def trail(site: Path, marks: tuple[str, ...]) -> Trail:
    """See `traces.Traceable`; what a theme puts elsewhere is not known."""
    return Trail(tuple(_spots(public_of(site))), marks=marks)


def _spots(public: Path) -> Iterator[Spot]:
    roots = [public, *sorted(folder for folder in public.glob("*/") if (folder / "sitemap.xml").exists())]
    for root in roots:  # a folder for each language of the site
        yield Spot(Where.LIST, str(root / "index.html"))
        yield Spot(Where.FEED, str(root / "index.xml"))
        yield Spot(Where.MAP, str(root / "sitemap.xml"))
        for file in sorted(root.glob("*.json")):
            yield Spot(Where.SEARCH, str(file))
    feeds = [file for file in public.rglob("index.xml") if file.parent not in roots]
    for feed in sorted(feeds, key=lambda file: (-file.stat().st_mtime, file))[:_MOST_LISTS]:
        yield Spot(Where.LIST, str(feed.with_name("index.html")))
        yield Spot(Where.FEED, str(feed))


def seen(site: Path, file: Path) -> Look | None:
    """What a file of ``public`` says, None when it is none."""
    if public_of(site) not in file.parents or ".." in file.parts:
        return None
    try:
        with file.open("rb") as opened:
            text = opened.read(_LONGEST).decode("utf-8", "replace")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return Look(404)
    return Look(200, text, "", text)
