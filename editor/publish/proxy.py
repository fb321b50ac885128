"""Which proxy a call goes through: the one that the system names for ``https://``, and only for that.

Inside a tunnel the proxy sees a host and nothing else. What goes to ``http://`` would be read by it, passwords too, so
that it goes straight; this computer itself is never asked for by another one.
"""

from __future__ import annotations

import ipaddress
import urllib.request
from typing import TYPE_CHECKING, NamedTuple

import httpx

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Iterable

_SCHEMES = frozenset({"http", "https"})
_PORTS = {"http": 80, "https": 443}


class Proxy(NamedTuple):
    """A proxy.

    Attributes:
        url: ``http://host:port/``, without a user.
        user: Name and password that the proxy wants, None = none.
    """

    url: str
    user: tuple[bytes, bytes] | None

    @property
    def shown(self) -> str:
        """The proxy for a person, without what lets us through."""
        return self.url.partition("://")[2].rstrip("/")


def proxy_for(address: str) -> Proxy | None:
    """The proxy through which an address is called, None = straight.

    The system says it: ``HTTPS_PROXY``, ``ALL_PROXY`` and ``NO_PROXY`` (names, ``.domain``, addresses, ``10.0.0.0/8``,
    ``*``) of the environment, else the settings of Windows and macOS.

    Raises:
        EditorError: What it names is no proxy that we can use (exit 6).
    """
    url = httpx.URL(address)
    if url.scheme != "https" or _is_here(url.host):
        return None
    named = urllib.request.getproxies()
    told = (named.get("https") or named.get("all") or "").strip()
    if not told or _is_left_out(url.host, url.port or _PORTS["https"], named.get("no", "")):
        return None
    return _proxy(told)


def _is_here(host: str) -> bool:
    """Whether it is this computer."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    found = _address(name)
    return found is not None and (found.is_loopback or found.is_unspecified)


def _is_left_out(host: str, port: int, told: str) -> bool:
    """Whether the system says that a host is called straight."""
    if urllib.request.proxy_bypass(f"{host}:{port}"):
        return True
    found = _address(host)
    return found is not None and any(found in network for network in _networks(told.split(",")))


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


def _networks(parts: Iterable[str]) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    found = []
    for part in parts:
        try:
            found.append(ipaddress.ip_network(part.strip().strip("[]"), strict=False))
        except ValueError:  # a name; the standard library has looked at it
            continue
    return found


def _proxy(told: str) -> Proxy:
    try:
        url = httpx.URL(told if "://" in told else f"http://{told}")
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise EditorError.target("proxy_address", proxy="?") from None
    if url.scheme not in _SCHEMES or not url.host:
        raise EditorError.target("proxy_address", proxy=f"{url.scheme}://{url.host or '?'}")
    user = (url.username.encode(), url.password.encode()) if url.userinfo else None
    host = f"[{url.host}]" if ":" in url.host else url.host
    return Proxy(f"{url.scheme}://{host}:{url.port or _PORTS[url.scheme]}/", user)
