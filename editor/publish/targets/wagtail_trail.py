"""Where readers of a Wagtail come upon a page. Templates are the site's own: what its pages name is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from editor.publish.targets.destination import BusyError, RefusedError
from editor.publish.targets.traces import Spot, Trail, Where
from editor.publish.targets.wagtail_lists import address_of
from editor.publish.targets.web_answers import succeeded
from editor.publish.wire import WireError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.publish.targets.traces import Trace
    from editor.publish.targets.wagtail_lists import Shape
    from editor.publish.wire import Wire


def trail(wire: Wire, site: str, shape: Shape, trace: Trace) -> Trail:
    """See `traces.Traceable`.

    Args:
        wire: To its interface.
        site: Address of the site.
        shape: Of its pages.
        trace: What was taken down.
    """
    spots = [*_parent(wire, shape), Spot(Where.LIST, site), *_interface(wire, shape, trace)]
    for title in trace.titles:
        spots.append(Spot(Where.SEARCH, _list(wire, {"search": title})))
        spots.append(Spot(Where.SEARCH, f"{site}search/?{urlencode({'query': title})}"))  # as new projects have it
    spots += [Spot(Where.MAP, f"{site}robots.txt"), Spot(Where.MAP, f"{site}sitemap.xml")]
    return Trail(tuple(dict.fromkeys(spots)))


def _parent(wire: Wire, shape: Shape) -> Iterator[Spot]:
    """The page below which articles stand."""
    try:
        reply = wire.call("GET", f"pages/{shape.parent}/")
        address = address_of(reply.record) if succeeded(reply) else ""
    except (WireError, BusyError, RefusedError):
        address = ""
    yield Spot(Where.LIST, address) if address else Spot(Where.LIST, "", "parent")


def _interface(wire: Wire, shape: Shape, trace: Trace) -> Iterator[Spot]:
    yield Spot(Where.LIST, _list(wire, {"type": shape.type, "order": "-pk"}))
    yield Spot(Where.LIST, _list(wire, {"type": shape.type, shape.key: trace.key}))


def _list(wire: Wire, query: dict[str, str]) -> str:
    return f"{wire.base}pages/?{urlencode(query)}"
