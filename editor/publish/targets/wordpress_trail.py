"""Where readers of a WordPress come upon a post: lists, feeds, searches, maps, and lists of its interface."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from editor.publish.targets.destination import BusyError, RefusedError
from editor.publish.targets.traces import Spot, Trail, Where
from editor.publish.targets.web_answers import succeeded
from editor.publish.wire import WireError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.publish.targets.traces import Trace
    from editor.publish.targets.wordpress_api import Api

_MOST_TERMS = 8
_SHOWN = 20
_DATED = re.compile(r"^/(?:index\.php/)?(\d{4}/\d{2})/")


def trail(api: Api, trace: Trace) -> Trail:
    """See `traces.Traceable`. Which categories, tags and author the post has, the site itself is asked."""
    base = api.wire.base
    spots = [Spot(Where.LIST, base), *_archives(api, trace), *_dated(base, trace), *_interface(api, trace)]
    spots += [Spot(Where.FEED, _feed_of(api, base)), *_searches(api, trace)]
    spots += [Spot(Where.MAP, f"{base}robots.txt"), Spot(Where.MAP, f"{base}{_map_of(api)}")]
    return Trail(tuple(spots), (f"{base}?p={trace.thing}",) if trace.thing and not trace.notice else ())


def _feed_of(api: Api, address: str) -> str:
    if api.pretty and "?" not in address:
        return f"{address.rstrip('/')}/feed/"
    return f"{address}{'&' if '?' in address else '?'}feed=rss2"


def _map_of(api: Api) -> str:
    return "wp-sitemap.xml" if api.pretty else "?sitemap=index"


def _archives(api: Api, trace: Trace) -> list[Spot]:
    """Archives of its categories, its tags and its author, and the feeds of the categories."""
    if not trace.thing:
        return []
    query = {"context": "edit", "_embed": "author,wp:term", "_fields": "id,_links,_embedded"}
    try:
        reply = api.call("GET", f"posts/{trace.thing}", query)
    except (WireError, BusyError, RefusedError):
        return [Spot(Where.LIST, "", "terms")]
    if not succeeded(reply):
        return [Spot(Where.LIST, "", "terms")] if reply.status not in {404, 410} else []
    rows = list(_rows(reply.record.get("_embedded")))[:_MOST_TERMS]
    spots = [Spot(Where.LIST, row["link"]) for row in rows]
    spots += [Spot(Where.FEED, _feed_of(api, row["link"])) for row in rows if row.get("taxonomy") == "category"]
    return spots


def _rows(embedded: Any) -> Iterator[dict[str, Any]]:
    """Categories first, then the author, then tags."""
    held = embedded if isinstance(embedded, dict) else {}
    terms = held.get("wp:term")
    lists = [*(terms if isinstance(terms, list) else []), held.get("author")]
    rows = [row for rows in lists if isinstance(rows, list) for row in rows if isinstance(row, dict)]
    found = [row for row in rows if isinstance(row.get("link"), str)]
    yield from sorted(found, key=lambda row: {"category": 0, None: 1}.get(row.get("taxonomy"), 2))


def _dated(base: str, trace: Trace) -> Iterator[Spot]:
    """Archives of the months that addresses name."""
    months = dict.fromkeys(m[1] for a in trace.addresses if (m := _DATED.match(urlsplit(a).path)) is not None)
    yield from (Spot(Where.LIST, f"{base}{month}/") for month in months)


def _interface(api: Api, trace: Trace) -> Iterator[Spot]:
    """Lists of the interface, which programs read without a name."""
    fields = {"_fields": "id,slug,link,title"}
    yield Spot(Where.LIST, _route(api, "posts", {"per_page": str(_SHOWN), **fields}))
    yield Spot(Where.LIST, _route(api, "posts", {"slug": trace.key, **fields}))


def _route(api: Api, route: str, query: dict[str, str]) -> str:
    if api.pretty:
        return f"{api.wire.base}wp-json/wp/v2/{route}?{urlencode(query)}"
    return f"{api.wire.base}?{urlencode({'rest_route': f'/wp/v2/{route}', **query})}"


def _searches(api: Api, trace: Trace) -> Iterator[Spot]:
    for title in trace.titles:
        yield Spot(Where.SEARCH, f"{api.wire.base}?{urlencode({'s': title})}")
        yield Spot(Where.SEARCH, _route(api, "search", {"search": title, "per_page": str(_SHOWN)}))
