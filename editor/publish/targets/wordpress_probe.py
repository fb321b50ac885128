"""The test of a connection to a WordPress: what is wrong, in words that say what to do."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NoReturn

import httpx

from editor.errors import EditorError
from editor.publish.targets.destination import BusyError, Health, Loss, RefusedError
from editor.publish.targets.web_answers import accepted, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editor.publish.targets.wordpress_api import Api
    from editor.publish.wire import Reply

_CLOCK = 60.0
_NEEDED = ("edit_posts", "publish_posts", "edit_published_posts", "delete_published_posts", "upload_files")


def probe(api: Api, *, fields: Sequence[str], options: Mapping[str, str]) -> Health:
    """See `Destination.probe`.

    Args:
        api: The site.
        fields: Names of the fields that are sent when the target is told to.
        options: Of the target.
    """
    try:
        root = api.root()
        me = api.call("GET", "users/me", {"context": "edit", "_fields": "name,slug,roles,capabilities"})
        person = _person(root, me, api.wire.base)
        there = _fields_there(api)
    except RefusedError as error:
        raise EditorError.target(f"probe_{error.code}", **{"words": "", **error.details}) from error
    except BusyError as error:
        raise EditorError.target("probe_busy", words=error.details.get("words", "")) from error
    caps = person.get("capabilities")
    able = {name for name, on in caps.items() if on} if isinstance(caps, dict) else set()
    missing = [name for name in _NEEDED if name not in able]
    if missing:
        raise EditorError.target("probe_role", who=_name(person), missing=", ".join(missing))
    clock = api.wire.calls.clock_offset
    notes = [*_about_fields(api, there, fields, options), *_about_role(able, options), *_about_site(api, root, clock)]
    return Health(_name(person), clock, tuple(notes))


def _person(root: Reply, me: Reply, base: str) -> dict[str, Any]:
    """Who we are there."""
    if me.status == HTTPStatus.UNAUTHORIZED:
        _why_unknown(root, me, base)
    return accepted(me)


def _why_unknown(root: Reply, me: Reply, base: str) -> NoReturn:
    """Application passwords are off, or need https, or this one is wrong."""
    ways = root.record.get("authentication")
    if not (isinstance(ways, dict) and "application-passwords" in ways):
        raise EditorError.target("probe_needs_https" if base.startswith("http:") else "probe_passwords_off", url=base)
    raise EditorError.target("probe_password", words=words(me))


def _name(person: Mapping[str, Any]) -> str:
    return str(person.get("name") or person.get("slug") or "?")


def _fields_there(api: Api) -> set[str]:
    """Names of the fields that a post can have."""
    found: Any = api.call("GET", "posts", {"_method": "OPTIONS", "_fields": "schema.properties.meta"}).record
    for name in ("schema", "properties", "meta", "properties"):
        found = found.get(name) if isinstance(found, dict) else None
    return set(found) if isinstance(found, dict) else set()


def _about_fields(api: Api, there: set[str], fields: Sequence[str], options: Mapping[str, str]) -> Iterator[Loss]:
    if not api.bridge:
        yield Loss("plugin_missing")
    missing = [name for name in fields if name not in there]
    if options.get("details") == "fields" and missing:
        yield Loss("fields_missing", "details", ", ".join(missing), stops=True)
    if options.get("details") != "fields" and not missing:
        yield Loss("fields_there", "details")


def _about_role(able: set[str], options: Mapping[str, str]) -> Iterator[Loss]:
    if "manage_options" in able:
        yield Loss("role_high")
    if "manage_categories" not in able and options.get("terms") != "existing":
        yield Loss("role_makes_no_terms", "terms")
    if "edit_others_posts" not in able:
        yield Loss("role_own_posts_only")


def _about_site(api: Api, root: Reply, clock: float | None) -> Iterator[Loss]:
    if clock is not None and abs(clock) > _CLOCK:
        yield Loss("clock", detail=f"{clock:+.0f}")
    if not api.pretty:
        yield Loss("plain_permalinks")
    if api.wire.base.startswith("http:") and not _is_here(api.wire.base):
        yield Loss("no_tls", "url")
    home = root.record.get("home")
    if isinstance(home, str) and _site(home) != _site(api.wire.base):
        yield Loss("address_elsewhere", "url", home[:200])


def _site(address: str) -> tuple[str, str]:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return "", ""
    return url.scheme, url.netloc.decode("ascii", "replace")


def _is_here(address: str) -> bool:
    return httpx.URL(address).host in {"127.0.0.1", "localhost", "::1"}
