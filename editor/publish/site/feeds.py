"""What machines read: Atom feed, sitemap, JSON index, and the page for addresses without content."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta
from typing import TYPE_CHECKING

import resources
from editor.publish.site import icons
from editor.publish.site.manifest import called
from editor.publish.site.pages import colophon
from editor.publish.template import Html, address_of, escaped, template
from editor.publish.words import moment, utc_text, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.publish.site.lists import Edition
    from editor.publish.site.manifest import Entry
    from editor.publish.site.options import SiteOptions

FEED_LENGTH = 50
SITEMAP_LENGTH = 50_000
"""As sitemaps.org allows in one file."""
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
NEWS_LENGTH = 1000
NEWS_AGE = timedelta(days=2)
EPOCH = "1970-01-01T00:00:00Z"
"""Atom wants a time; an empty site has none."""

_XML = '<?xml version="1.0" encoding="utf-8"?>'
PLACES = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold in any spelling (section 2.2)."""


def xml_text(text: str) -> str:
    """Text as it may stand in XML: escaped, without the characters that XML cannot hold."""
    return escaped(_NOT_XML.sub("", text))


def feed(edition: Edition, options: SiteOptions) -> bytes:
    """The newest articles of an edition as Atom (RFC 4287): headline, summary and names, not the text.

    Args:
        edition: Whose articles.
        options: Choices of the newsroom.
    """
    said = words(traditional=edition.traditional)
    newest = edition.entries[:FEED_LENGTH]
    times = [utc_text(str(entry.fields()["modified_at"])) for entry in newest]
    base = options.url(edition.folder)
    lines = [
        _XML,
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{edition.variant}">',
        f"<id>{escaped(_feed_id(edition, options))}</id>",
        f"<title>{xml_text(options.title)}</title>",
        f"<updated>{max([time for time in times if time], default=EPOCH)}</updated>",
        f"<author><name>{xml_text(options.publisher)}</name></author>",
        "<generator>Gaotai 稿台</generator>",
        f'<link rel="self" type="application/atom+xml" href="{escaped(base)}feed.xml"/>',
        f'<link rel="alternate" type="text/html" href="{escaped(base)}index.html"/>',
        *(_feed_entry(entry, edition, options, said["notice_title"]) for entry in newest),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _feed_id(edition: Edition, options: SiteOptions) -> str:
    """A name that stays: the feed's address, or one made of who publishes it."""
    publisher = hashlib.sha256(options.publisher.encode()).hexdigest()[:16]
    return options.url(f"{edition.folder}feed.xml") or f"urn:gaotai:feed:{publisher}:{edition.folder or 'all/'}"


def _feed_entry(entry: Entry, edition: Edition, options: SiteOptions, notice: str) -> str:
    held = entry.fields()
    url = options.url(str(held["url"])) or f"{edition.root}{held['url']}"
    title = notice if entry.withdrawn else called(held)
    published, modified = str(held["published_at"]), str(held["modified_at"])
    lines = [
        f"<id>urn:gaotai:{escaped(entry.name)}</id>",
        f"<title>{xml_text(title)}</title>",
        f'<link rel="alternate" type="text/html" hreflang="{entry.variant}" href="{escaped(url)}"/>',
        f"<published>{utc_text(published) or EPOCH}</published>",
        f"<updated>{utc_text(modified) or utc_text(published) or EPOCH}</updated>",
        f"<author><name>{xml_text(str(held['byline']))}</name></author>" if held.get("byline") else "",
        f'<category term="{xml_text(str(held["column"]))}"/>' if held.get("column") else "",
        f'<summary xml:lang="{entry.variant}">{xml_text(str(held["summary"]))}</summary>'
        if held.get("summary")
        else "",
    ]
    return "\n".join(["<entry>", *(line for line in lines if line), "</entry>"])


def places(entries: Iterable[Entry], pages: Iterable[str]) -> list[str]:
    """Everything that search engines should find, as addresses below the site.

    Args:
        entries: Everything that stands on the site, newest first.
        pages: Paths of the other pages.
    """
    # A name has no character that an address would have to encode but the @ before its variant.
    articles = [f"articles/{entry.name.replace('@', '%40')}.html" for entry in entries if not entry.withdrawn]
    return [*map(address_of, sorted(pages)), *articles]


def sitemap(found: Sequence[str], options: SiteOptions) -> bytes:
    """Pages for search engines (sitemaps.org); they want whole addresses, so the site's own should be set.

    Args:
        found: At most `SITEMAP_LENGTH` of `places`.
        options: Choices of the newsroom.
    """
    base = escaped(options.url(""))
    lines = [_XML, f'<urlset xmlns="{PLACES}">', *(f"<url><loc>{base}{place}</loc></url>" for place in found)]
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def sitemap_index(paths: Iterable[str], options: SiteOptions) -> bytes:
    """The one file that names all sitemaps of a site that has several."""
    base = escaped(options.url(""))
    lines = [_XML, f'<sitemapindex xmlns="{PLACES}">']
    lines += [f"<sitemap><loc>{base}{path}</loc></sitemap>" for path in paths]
    return ("\n".join([*lines, "</sitemapindex>"]) + "\n").encode()


def news_sitemap(entries: Iterable[Entry], options: SiteOptions) -> bytes:
    """The news of the last two days for news search engines (sitemap-news 0.9): at most a thousand.

    The days are counted back from the newest article and not from today, so that the same articles give the same file;
    engines leave out by themselves what has become older since. Articles without a time cannot stand in it.

    Args:
        entries: Everything that stands on the site, newest first.
        options: Choices of the newsroom.
    """
    lines = [
        _XML,
        f'<urlset xmlns="{PLACES}" xmlns:news="{NEWS}">',
        *(_news_entry(entry, options) for entry in _recent(entries)),
        "</urlset>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _recent(entries: Iterable[Entry]) -> list[Entry]:
    timed = [entry for entry in entries if entry.order and not entry.withdrawn]
    newest = moment(timed[0].order) if timed else None
    if newest is None:
        return []
    try:
        since = utc_text((newest - NEWS_AGE).isoformat())
    except OverflowError:  # a time in the first days of the calendar
        since = ""
    return [entry for entry in timed[:NEWS_LENGTH] if entry.order >= since]


def _news_entry(entry: Entry, options: SiteOptions) -> str:
    held = entry.fields()
    # The two names that the protocol has for Chinese.
    language = "zh-cn" if entry.variant in {"zh-CN", "zh-Hans"} else "zh-tw"
    lines = [
        "<url>",
        f"<loc>{escaped(options.url(''))}{escaped(str(held['url']))}</loc>",
        "<news:news>",
        "<news:publication>",
        f"<news:name>{xml_text(options.publisher)}</news:name>",
        f"<news:language>{language}</news:language>",
        "</news:publication>",
        f"<news:publication_date>{entry.order}</news:publication_date>",
        f"<news:title>{xml_text(called(held))}</news:title>",
        "</news:news>",
        "</url>",
    ]
    return "\n".join(lines)


def index(entries: Sequence[Entry]) -> bytes:
    """All articles, newest first, as JSON: ``{"articles": […]}``, an article a line."""
    return ('{"articles":[\n' + ",\n".join([entry.public for entry in entries]) + "\n]}\n").encode()


def missing(edition: Edition, options: SiteOptions) -> bytes:
    """The page that a server shows for addresses without content.

    It is shown at any address, so its style sheet stands in it, and without the site's own address its links lead to
    the root of the server.
    """
    said = words(traditional=edition.traditional)
    page = template("site/notice.html")(
        lang=edition.variant,
        title=f"{said['missing_title']} - {options.title}",
        root="",
        icon=icons.links(options.url("") or "/", options.icon),
        style="style.css",
        skip=said["skip"],
        home=options.url("") or "/",
        site=options.title,
        heading=said["missing_title"],
        text=said["missing_text"],
        facts=Html(),
        back=said["back"],
        colophon=colophon(options, said),
    )
    style = f"<style>\n{resources.text('templates/site/style.css')}</style>"
    return page.replace('<link rel="stylesheet" href="style.css">', style).encode()
