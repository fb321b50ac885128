"""Calls to the REST interface of a WordPress, with pretty addresses or plain ones."""

from __future__ import annotations

import base64
import re
import threading
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from editor.publish.targets.destination import RefusedError
from editor.publish.targets.web_answers import moved_to, refuse
from editor.publish.wire import Reply, Wire, checked_address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TypeAlias

    Query: TypeAlias = Mapping[str, str | int | Sequence[str]]

PAGE = 100
"""Rows that WordPress gives at most."""

BRIDGE = "gaotai/v1"
"""The part of the interface that our plug-in adds (extras/wordpress/gaotai-bridge)."""

_PLAIN = "index.php"
"""Named at plain addresses, as WordPress itself does: nginx lets no DELETE through from a folder to its index."""

_ENDS = re.compile(r"(?:wp-json|wp-admin|wp-login\.php|index\.php)(?:/.*)?$")


def site_address(url: str) -> str:
    """The address of the site, also when that of its interface or of its administration was given.

    Raises:
        EditorError: It is no address (exit 2).
    """
    address = checked_address(url)
    host = address.index("/", address.index("//") + 2) + 1
    return address[:host] + _ENDS.sub("", address[host:])


def basic(user: str, password: str) -> str:
    """The header that tells who we are."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


class Api:
    """The interface of one site; where it is, is found out at the first call."""

    def __init__(self, wire: Wire) -> None:
        """Nothing is called yet."""
        self.wire = wire
        self._lock = threading.Lock()
        self._pretty: bool | None = None
        self._bridge = False

    @property
    def pretty(self) -> bool:
        """Whether addresses are pretty (``/wp-json/``); True as long as nothing was called."""
        return self._pretty is not False

    @property
    def bridge(self) -> bool:
        """Whether our plug-in is there."""
        self._known()
        return self._bridge

    def call(self, method: str, route: str, query: Query | None = None, *, space: str = "wp/v2", **sent: Any) -> Reply:
        """Call a route (``posts/12``); everything else as `Wire.call` takes it.

        Raises:
            RefusedError: There is no such interface at this address.
        """
        self._known()
        if self._pretty:
            return self.wire.call(method, f"wp-json/{space}/{route}", query=query, **sent)
        return self.wire.call(method, _PLAIN, query={"rest_route": f"/{space}/{route}", **(query or {})}, **sent)

    def _known(self) -> None:
        with self._lock:
            if self._pretty is None:
                self.root()

    def root(self) -> Reply:
        """What the interface tells about itself.

        Raises:
            RefusedError: There is none at this address.
        """
        query = {"_fields": "name,home,url,namespaces,authentication,gmt_offset"}
        first = self.wire.call("GET", "wp-json/", query=query)
        found = first
        if not _is_root(first):
            found = self.wire.call("GET", _PLAIN, query={"rest_route": "/", **query})
        if _is_root(found):
            self._bridge = BRIDGE in found.record["namespaces"]
            self._pretty = found is first
            return found
        if HTTPStatus.MULTIPLE_CHOICES <= first.status < HTTPStatus.BAD_REQUEST:
            raise RefusedError("moved", stops=True, to=moved_to(first).removesuffix("wp-json/"))
        if first.status in {401, 407, 429} or first.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            refuse(first)
        raise RefusedError("no_interface", stops=True, url=self.wire.base)


def _is_root(reply: Reply) -> bool:
    namespaces = reply.record.get("namespaces")
    return reply.status == HTTPStatus.OK and isinstance(namespaces, list) and "wp/v2" in namespaces


def number(value: Any) -> int:
    """An id as the interface gives it, 0 for everything that is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def text(value: Any, part: str = "raw") -> str:
    """A text as the interface gives it: plain, or an object with ``raw`` and ``rendered``."""
    if isinstance(value, dict):
        value = value.get(part)
    return value if isinstance(value, str) else ""


def total_pages(reply: Reply) -> int:
    """How many pages a list has."""
    told = reply.headers.get("x-wp-totalpages", "")
    return int(told[:6]) if told.isascii() and told.isdigit() else 1
