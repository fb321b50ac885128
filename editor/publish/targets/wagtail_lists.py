"""Pages of a Wagtail looked up by their keys: many at once in the list of the newest, the rest one by one.

Its lists take one value for a field and tell no field of ours; what they tell is the slug, which is the key at every
page that we have made, and no two pages below one parent have the same. So the newest pages are walked through, and
only a key that is not among them is asked for by itself: somebody may have given the page another slug.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.publish.targets.destination import BusyError, Standing, Status
from editor.publish.targets.web_answers import accepted, refuse, succeeded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from editor.publish.wire import Reply, Wire

_PAGE = 100
_ALWAYS = 20
"""Rows of a list that nearly every site gives (WAGTAILAPI_LIMIT_MAX)."""
_MORE = 2
"""So many pages of the list beyond those that the keys themselves would fill."""
_NUMBER = re.compile(r"[0-9]{1,6}")


class Shape(NamedTuple):
    """What pages there are like.

    Attributes:
        parent: Id of the page below which articles stand; `type` of the pages, ``app.Model``.
        key: Name of the field of the key; `body`, `cover`, `tags`, `time` likewise, "" for none.
    """

    parent: int
    type: str
    key: str
    body: str
    cover: str
    tags: str
    time: str


class Lists:
    """The lists of one site. Used by several threads."""

    def __init__(self, wire: Wire, shape: Shape) -> None:
        """Nothing is called yet."""
        self._wire = wire
        self._shape = shape
        self._limit = _PAGE

    def find(self, keys: Sequence[str], read: Callable[[str], Standing | None]) -> dict[str, tuple[Standing, ...]]:
        """See `Destination.find`. Lists take a wrong token for a visitor, so that we first ask who we are.

        Args:
            keys: What is looked for.
            read: Gives one page by its id, with the key that it bears.
        """
        user = self._wire.call("GET", "whoami/")
        if not succeeded(user):
            refuse(user)
        accepted(user)
        if len(keys) < 2:  # noqa: PLR2004
            return {key: self._exactly(key) for key in keys}
        found, left = self._newest(keys)
        if left is None:
            return {key: found.get(key) or self._exactly(key) for key in keys}
        for thing in left:
            if (standing := read(thing)) is not None:
                found.setdefault(standing.key, (standing,))
        return {key: found.get(key, ()) for key in keys}

    def _newest(self, keys: Sequence[str]) -> tuple[dict[str, tuple[Standing, ...]], list[str] | None]:
        """What of these is among the newest pages; the ids of all others if there are no more and only a few."""
        wanted = set(keys)
        found: dict[str, tuple[Standing, ...]] = {}
        others: set[str] = set()
        offset = 0
        while offset < len(wanted) + _MORE * self._limit:
            rows, count = self._rows({"order": "-pk", "offset": str(offset)}, self._limit)
            offset += len(rows)
            for row in rows:
                slug = meta_of(row).get("slug")
                if slug in wanted:
                    found[slug] = (self._standing(row, slug),)
                else:
                    others.add(id_of(row))
            missing = len(wanted) - len(found)
            if not missing or not rows or offset >= count:
                return found, sorted(others) if missing > len(others) else None
        return found, None

    def _exactly(self, key: str) -> tuple[Standing, ...]:
        rows, _ = self._rows({self._shape.key: key}, _ALWAYS)
        return tuple(self._standing(row, key) for row in rows)

    def _rows(self, query: Mapping[str, str], limit: int) -> tuple[list[dict[str, Any]], int]:
        """Rows of a list and how many there are; no more at once than the site gives."""
        limit = min(limit, self._limit)
        reply = self._wire.call("GET", "pages/", query={"type": self._shape.type, **query, "limit": str(limit)})
        if reply.status == HTTPStatus.BAD_REQUEST and (most := _most(reply, limit)):
            self._limit = most
            return self._rows(query, most)
        told = accepted(reply)
        items, count = told.get("items"), told.get("count")
        if not isinstance(items, list) or not isinstance(count, int):
            raise BusyError("garbled", unknown=False, words="")
        return [item for item in items if isinstance(item, dict)], count

    def _standing(self, row: Mapping[str, Any], key: str) -> Standing:
        public = meta_of(row).get("first_published_at")
        return Standing(id_of(row), key, Status.PUBLIC if public else Status.DRAFT, address_of(row))


def _most(reply: Reply, asked: int) -> int:
    """How many rows the site gives, by what it says of a list that was too long; 0 = it says something else."""
    told = [int(part) for part in _NUMBER.findall(str(reply.record.get("detail", "")))]
    return next((most for most in told if 0 < most < asked), 0)


def meta_of(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a page tells besides its own fields."""
    meta = row.get("meta")
    return meta if isinstance(meta, dict) else {}


def address_of(row: Mapping[str, Any]) -> str:
    """Public address of a page, "" when it has none."""
    address = meta_of(row).get("html_url")
    return address if isinstance(address, str) else ""


def id_of(row: Mapping[str, Any]) -> str:
    """Id of a page."""
    thing = row.get("id")
    if not isinstance(thing, int):
        raise BusyError("garbled", unknown=True, words="")
    return str(thing)
