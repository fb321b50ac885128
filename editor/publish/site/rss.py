"""The newest articles of an edition as RSS 2.0 (rssboard.org/rss-specification), for readers that take no Atom."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING

from editor.publish.site.feeds import FEED_LENGTH, xml_text
from editor.publish.site.manifest import called
from editor.publish.template import escaped
from editor.publish.words import moment, words

if TYPE_CHECKING:
    from editor.publish.site.lists import Edition
    from editor.publish.site.manifest import Entry
    from editor.publish.site.options import SiteOptions

FILE = "rss.xml"

_ATOM = "http://www.w3.org/2005/Atom"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def feed(edition: Edition, options: SiteOptions) -> bytes:
    """The feed: headline, summary, names and column, not the text.

    Args:
        edition: Whose articles.
        options: Choices of the newsroom. Without the site's own address links are relative, which RSS does not know.
    """
    said = words(traditional=edition.traditional)
    base = options.url(edition.folder)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<rss version="2.0" xmlns:atom="{_ATOM}" xmlns:dc="{_DUBLIN_CORE}">',
        "<channel>",
        f"<title>{xml_text(options.title)}</title>",
        f"<link>{escaped(base)}index.html</link>",
        f"<description>{xml_text(options.title)} {said['latest']}</description>",
        f"<language>{edition.variant.lower()}</language>",
        "<generator>Gaotai 稿台</generator>",
        f'<atom:link rel="self" type="application/rss+xml" href="{escaped(base)}{FILE}"/>',
        *(_item(entry, edition, options, said["notice_title"]) for entry in edition.entries[:FEED_LENGTH]),
        "</channel>",
        "</rss>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _item(entry: Entry, edition: Edition, options: SiteOptions, notice: str) -> str:
    held = entry.fields()
    url = options.url(str(held["url"])) or f"{edition.root}{held['url']}"
    time = moment(str(held["published_at"]))
    parts = [
        ("title", notice if entry.withdrawn else called(held)),
        ("link", url),
        ("dc:creator", str(held.get("byline", ""))),
        ("category", str(held.get("column", ""))),
        ("description", str(held.get("summary", ""))),
        ("pubDate", format_datetime(time) if time else ""),
    ]
    lines = [f"<{name}>{xml_text(value)}</{name}>" for name, value in parts if value]
    # One of title and description must be there; the name of an entry stays, its address may not.
    lines.append(f'<guid isPermaLink="false">urn:gaotai:{escaped(entry.name)}</guid>')
    return "\n".join(["<item>", *lines, "</item>"])
