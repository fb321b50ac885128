"""Where a reader could still come upon what was taken down, and whether it is named there.

What a place answers is text from outside: it is read, never run, and nothing in it is loaded. An article is known by
its addresses, by its key, and by a headline that no other article of ours has.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, runtime_checkable
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

from lxml import etree, html

from editor.publish.targets.web_addresses import same_site, site_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.publish.targets.destination import Look


class Where(StrEnum):
    """How a reader comes upon an article."""

    LIST = "list"
    FEED = "feed"
    SEARCH = "search"
    MAP = "map"


class Trace(NamedTuple):
    """By what something is known that was taken down.

    Attributes:
        key: Its key there; `thing` its id there, "" = unknown.
        addresses: Where it stood, () when a notice stands there now.
        titles: Headlines that it had there and that no other article of ours has.
    """

    key: str
    thing: str
    addresses: tuple[str, ...]
    titles: tuple[str, ...]
    notice: bool = False


class Spot(NamedTuple):
    """A page by which a reader might still come upon it.

    Attributes:
        where: See `Where`.
        unseen: Why it cannot be looked at, a sentence ``unseen.<code>``; "" = it can.
    """

    where: str
    address: str
    unseen: str = ""


class Trail(NamedTuple):
    """Where to look for it.

    Attributes:
        addresses: By which it may be named besides those where it stood (``?p=12``).
        marks: Other words that name it and nothing else, as they stand in addresses there.
    """

    spots: tuple[Spot, ...]
    addresses: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@runtime_checkable
class Traceable(Protocol):
    """A destination that knows by which pages of its own a reader comes upon an article: lists, feeds, searches."""

    def trail(self, trace: Trace) -> Trail:
        """Where it could still be found; `look` tells what is to be seen there. Raises as every method."""
        ...


_LONGEST = 4_000_000
"""Characters of a page that are taken apart; all of it is searched for addresses and keys."""
_LONG_ADDRESS = 2000
_SHORTEST = 4
"""Characters of a headline: shorter ones (简讯) stand over many things."""
_HEADS = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6"})
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
_XML = ("<?xml", "<rss", "<feed", "<urlset", "<sitemapindex", "<rdf:rdf")
_ABSOLUTE = re.compile(r"https?://[^\s\"'<>\\)\]}，。；、）》」]+")
_START = 500
_END = r"(?![a-z]|-(?:zh|cn|tw|hk|sg|mo|hans|hant)\b)"
"""What follows a key that is not the beginning of another variant's key."""
_MOST_NEW = 8
"""Pages that one page may lead to."""
_MOST_MAPS = 20


class _Page(NamedTuple):
    """What a page names.

    Attributes:
        links: Addresses as they are written there.
        titles: What stands in links and headings.
    """

    links: tuple[str, ...]
    titles: tuple[str, ...]


class _Parts(NamedTuple):
    """What counts of an address: http and https, with www and without, are one site."""

    site: tuple[str, int]
    path: str
    query: frozenset[tuple[str, str]]


def shows(trace: Trace, trail: Trail, spot: Spot, look: Look) -> str:
    """By what it can still be found there: key, address or title; "" = by nothing.

    A headline on a page of a search is no sign: such pages repeat what was asked for.
    """
    source = look.source or look.text
    told = _told(source)
    marks = trail.marks if trace.notice else (trace.key, *trail.marks)
    if any(mark and re.search(rf"(?<![\w@-]){re.escape(mark)}{_END}", told) for mark in marks):
        return "key"
    page = _read(source)
    if _named(trace, trail, spot, (*page.links, *_ABSOLUTE.findall(told))):
        return "address"
    wanted = {plain for title in trace.titles if len(plain := _plain(title)) >= _SHORTEST}
    repeats = spot.where == Where.SEARCH and _form(source) == "html"
    return "title" if not repeats and wanted & {_plain(title) for title in page.titles} else ""


def _named(trace: Trace, trail: Trail, spot: Spot, links: Iterable[str]) -> bool:
    """Whether one of these addresses is one of its own, or lies below it."""
    known = [parts for address in (*trace.addresses, *trail.addresses) if (parts := _parts(address)) is not None]
    if not known:
        return False
    found = (_parts(_absolute(spot.address, link)) for link in dict.fromkeys(links))
    return any(_is_of(link, own) for link in found if link is not None for own in known)


def _parts(address: str) -> _Parts | None:
    """Its parts, None for what is no page of its own: the root of a site, or no address of the web."""
    site = site_of(address)
    if site is None:
        return None
    url = urlsplit(address.strip())
    path, query = unquote(url.path).strip("/"), frozenset(parse_qsl(url.query))
    return _Parts((site[0].removeprefix("www."), site[1]), path, query) if path or query else None


def _is_of(link: _Parts, own: _Parts) -> bool:
    """Whether a link leads to a page or to something below it; what trackers append to it says nothing."""
    below = bool(own.path) and not own.query and link.path.startswith(f"{own.path}/")
    return link.site == own.site and (below or link.path == own.path) and own.query <= link.query


def _absolute(base: str, link: str) -> str:
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def _told(source: str) -> str:
    r"""The source with spellings of addresses undone: entities, ``\/`` of JSON, percent signs."""
    return unquote(unescape(source.replace("\\/", "/")))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _form(source: str) -> str:
    start = source[:_START].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("{", "[")):
        return "json"
    return "xml" if start.startswith(_XML) and "<html" not in start and "<!doctype html" not in start else "html"


def _read(source: str) -> _Page:
    """What a page names; of one that cannot be read, nothing."""
    form = _form(source)
    try:
        if form == "json":
            return _read_json(source)
        return _read_xml(source) if form == "xml" else _read_html(source)
    except (etree.LxmlError, ValueError, RecursionError):
        return _Page((), ())


def _read_json(source: str) -> _Page:
    found: list[str] = []
    waiting: list[Any] = [json.loads(source)]
    while waiting:
        match waiting.pop():
            case str() as text:
                found += [text, unescape(text)]
            case dict() as held:
                waiting += held.values()
            case list() as rows:
                waiting += rows
    return _Page(tuple(text for text in found if _is_address(text)), tuple(found))


def _is_address(text: str) -> bool:
    return ("/" in text or "?" in text) and len(text) <= _LONG_ADDRESS and len(text.split()) == 1


def _read_xml(source: str) -> _Page:
    links: list[str] = []
    titles: list[str] = []
    for element in _elements(_xml(source)):
        text = "".join(map(str, element.itertext())) if not len(element) else element.text or ""
        if etree.QName(element).localname == "title":
            titles += [text, unescape(text)]
        links += [told for told in (text, *map(str, element.attrib.values())) if _is_address(told)]
    return _Page(tuple(links), tuple(titles))


def _elements(root: etree._Element) -> Iterator[etree._Element]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _xml(source: str) -> etree._Element:
    """The tree of an XML text; nothing outside it is read.

    Raises:
        ValueError: It is none.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    root = etree.fromstring(source.lstrip("\ufeff \t\r\n").encode("utf-8", "replace"), parser)
    if root is None:
        raise ValueError
    return root


def _html(source: str) -> etree._Element:
    given = source[:_LONGEST].replace("\0", "\ufffd").encode("utf-8", "replace") or b"<p>"
    return html.document_fromstring(given, parser=html.HTMLParser(encoding="utf-8"))


def _read_html(source: str) -> _Page:
    links: list[str] = []
    titles: list[str] = []
    for element in _elements(_html(source)):
        links += [told for told in map(str, element.attrib.values()) if _is_address(told)]
        if element.tag in _HEADS:
            titles += ["".join(map(str, element.itertext())), element.get("title", ""), element.get("aria-label", "")]
    return _Page(tuple(links), tuple(titles))


def leads_to(trace: Trace, spot: Spot, look: Look) -> list[Spot]:
    """Other pages of the same site that a page names as ways to its articles.

    Of a page: its feeds, and its search asked for the headline. Of a map or of robots.txt: the maps that it names.
    """
    source = look.source or look.text
    try:
        if spot.where == Where.MAP:
            found = [Spot(Where.MAP, address) for address in _maps(source)][:_MOST_MAPS]
        elif spot.where == Where.LIST and _form(source) == "html":
            found = list(_ways(trace, _html(source)))[:_MOST_NEW]
        else:
            found = []
    except (etree.LxmlError, ValueError):
        found = []
    whole = (each._replace(address=_absolute(spot.address, each.address)) for each in found)
    return [each for each in whole if same_site(each.address, spot.address)]


def _maps(source: str) -> Iterator[str]:
    if _form(source) == "xml":
        root = _xml(source)
        if etree.QName(root).localname == "sitemapindex":
            yield from ((e.text or "").strip() for e in _elements(root) if etree.QName(e).localname == "loc")
        return
    for line in source[:_LONGEST].splitlines():
        name, _, address = line.partition(":")
        if name.strip().casefold() == "sitemap" and address.strip():
            yield address.strip()


def _ways(trace: Trace, root: etree._Element) -> Iterator[Spot]:
    for link in root.iter("link"):
        kinds = (link.get("rel", "").casefold().split(), link.get("type", "").strip().casefold())
        if "alternate" in kinds[0] and kinds[1] in _FEEDS and link.get("href"):
            yield Spot(Where.FEED, link.get("href", ""))
    for form in root.iter("form"):
        yield from _asked(trace.titles, form)


def _asked(titles: Sequence[str], form: etree._Element) -> Iterator[Spot]:
    """A form for searching, filled in."""
    fields = [field for field in form.iter("input") if field.get("name")]
    kinds = {field: field.get("type", "text").casefold() for field in fields}
    searches = form.get("role", "").casefold() == "search" or "search" in kinds.values()
    asked = next((field for field, kind in kinds.items() if kind in {"search", "text"}), None)
    if not searches or asked is None or form.get("method", "get").casefold() != "get":
        return
    hidden = [(field.get("name", ""), field.get("value", "")) for field, kind in kinds.items() if kind == "hidden"]
    for title in titles[:1]:
        query = urlencode([*hidden, (asked.get("name", ""), title)])
        yield Spot(Where.SEARCH, f"{form.get('action', '').partition('#')[0].partition('?')[0]}?{query}")
