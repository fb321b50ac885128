"""A call as it goes over the wire: address, headers and body as bytes, made in one go.

httpx takes an address to pieces and puts it together again five times for one call, which costs more than sending it;
its own lower half, httpcore, takes the pieces as they are.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode

import httpcore
import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KEPT = "/?:@!$&'()*+,;=%[]-._~"
"""Characters of an address that stay; percent-encoded ones are left as they are (RFC 3986)."""
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


class Request(NamedTuple):
    """What is sent.

    Attributes:
        address: As it is told to people who ask where an answer came from.
        content: None = without a body.
    """

    url: httpcore.URL
    address: str
    headers: list[tuple[bytes, bytes]]
    content: bytes | None


class Addressing:
    """Makes the requests to one system."""

    def __init__(self, base: str, headers: Mapping[str, str]) -> None:
        """Nothing is sent.

        Args:
            base: Address that every path is appended to, see `wire.checked_address`.
            headers: Of every request.
        """
        url = httpx.URL(base)
        self.host = host_of(base)
        self._base = base
        self._scheme, self._name, self._port = url.raw_scheme, url.raw_host, url.port
        self._root = url.raw_path.decode("ascii")
        told = {"Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "keep-alive", "User-Agent": "Gaotai"}
        self._headers = {**told, **headers}

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int | Sequence[str]] | None,
        plain: Any,
        body: bytes | None,
        files: Mapping[str, tuple[Any, ...]] | None,
        headers: Mapping[str, str] | None,
    ) -> Request:
        """The request of a call, see `wire.Wire.call`; `path` is relative to the base.

        Raises:
            ValueError: An address, a header or a text cannot be one (half of a surrogate pair).
        """
        rest = quote(path.partition("#")[0], safe=_KEPT)
        if query:
            rest += ("&" if "?" in rest else "?") + urlencode(query, doseq=True)
        about: dict[str, str] = {}
        if plain is not None:
            body = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
            about["Content-Type"] = "application/json; charset=utf-8"
        elif files is not None:
            made = httpx.Request(method, self._base, files=files)
            body, about["Content-Type"] = made.read(), made.headers["Content-Type"]
        elif body is None and method in _WITH_BODY:
            body = b""
        sent = {**self._headers, **about, **(headers or {})}
        url = httpcore.URL(
            scheme=self._scheme, host=self._name, port=self._port, target=(self._root + rest).encode("ascii")
        )
        pairs = [(name.encode("ascii"), value.encode("ascii")) for name, value in sent.items()]
        return Request(url, self._base + rest, pairs, body)


def headers_of(found: Sequence[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers of an answer: names in lower case, of several with one name all, as a list."""
    told: dict[str, str] = {}
    for raw, value in found:
        name, text = raw.decode("latin-1").lower(), value.decode("utf-8", "replace")
        told[name] = f"{told[name]}, {text}" if name in told else text
    return told


def host_of(address: str) -> str:
    """The part of an address that may be shown and written to a log: no path, no query, no user."""
    url = httpx.URL(address)
    return f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}"
