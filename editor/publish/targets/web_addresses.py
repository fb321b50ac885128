"""Addresses that people copy out of a browser: of which site, of which page. Pure functions; nothing is called."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

_PORTS = {"http": 80, "https": 443}
_PLAIN = ("p", "page_id")
"""What an address without a path of its own names its page by (WordPress)."""


def site_of(address: str) -> tuple[str, int] | None:
    """Host and port, None when it is no address of the web. http and https of one host are one site."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    return parts.hostname.casefold().rstrip("."), 0 if port in _PORTS.values() else port


def same_site(address: str, other: str) -> bool:
    """Whether two addresses are of one site."""
    site = site_of(address)
    return site is not None and site == site_of(other)


def path_of(address: str) -> str:
    """The path, decoded, without slashes at its ends."""
    return unquote(urlsplit(address.strip()).path).strip("/")


def number_of(address: str) -> int:
    """The number by which a plain address names its page (``?p=12``), 0 = it has none."""
    asked = parse_qs(urlsplit(address.strip()).query)
    for name in _PLAIN:
        told = asked.get(name, [""])[0]
        if told.isascii() and told.isdigit():
            return int(told[:18])
    return 0


def same_page(address: str, other: str) -> bool:
    """Whether two addresses show one page: what counts is the site, the path, and the number of a plain address.

    Letters of a percent-encoded path may be large or small; what trackers append says nothing.
    """
    if not same_site(address, other):
        return False
    return (path_of(address), number_of(address)) == (path_of(other), number_of(other))
