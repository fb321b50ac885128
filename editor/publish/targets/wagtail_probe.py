"""The test of a connection to a Wagtail: what is wrong, in words that say what to do."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import httpx

from editor.errors import EditorError
from editor.publish.targets.destination import BusyError, Health, Loss, RefusedError
from editor.publish.targets.web_answers import accepted, moved_to, refuse, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.publish.targets.wagtail_lists import Shape
    from editor.publish.wire import Reply, Wire

_CLOCK = 60.0


def probe(wire: Wire, shape: Shape, fields: Sequence[str]) -> Health:
    """See `Destination.probe`.

    Args:
        wire: To its interface.
        shape: Of its pages.
        fields: Names of the fields that are written.
    """
    try:
        user = _user(wire.call("GET", "whoami/"), wire.base)
        schema = wire.call("GET", f"schema/{shape.type}/")
        if schema.status == HTTPStatus.NOT_FOUND:
            raise EditorError.target("probe_page_type", type=shape.type)
        parent = wire.call("GET", f"pages/{shape.parent}/")
        if parent.status == HTTPStatus.NOT_FOUND:
            raise EditorError.target("probe_parent", parent=shape.parent)
        accepted(parent)
        missing = _missing(accepted(schema), [shape.key, *fields])
    except RefusedError as error:
        raise EditorError.target(f"probe_{error.code}", **{"words": "", **error.details}) from error
    except BusyError as error:
        raise EditorError.target("probe_busy", words=error.details.get("words", "")) from error
    if shape.key in missing:
        raise EditorError.target("probe_key_field", field=shape.key, type=shape.type)
    clock = wire.calls.clock_offset
    return Health(str(user.get("username") or "?"), clock, tuple(_notes(wire, user, missing, clock)))


def _user(reply: Reply, base: str) -> dict[str, Any]:
    """Who we are there; the list of pages would take a wrong token for a visitor."""
    if HTTPStatus.MULTIPLE_CHOICES <= reply.status < HTTPStatus.BAD_REQUEST:
        raise RefusedError("moved", stops=True, to=moved_to(reply).removesuffix("whoami/"))
    if reply.status == HTTPStatus.UNAUTHORIZED:
        raise EditorError.target("probe_token", words=words(reply))
    if reply.status >= HTTPStatus.TOO_MANY_REQUESTS:
        refuse(reply)
    user = reply.record.get("user")
    if not isinstance(user, dict):
        raise EditorError.target("probe_no_interface", url=base)
    return user


def _missing(schema: dict[str, Any], fields: Sequence[str]) -> list[str]:
    """Fields that nothing can be written to."""
    create = schema.get("create")
    known = create.get("properties") if isinstance(create, dict) else None
    names = set(known) if isinstance(known, dict) else set()
    return [name for name in fields if name not in names and f"{name}_id" not in names]


def _notes(wire: Wire, user: dict[str, Any], missing: list[str], clock: float | None) -> Iterator[Loss]:
    if missing:
        yield Loss("fields_unwritable", "fields", ", ".join(missing), stops=True)
    if user.get("is_superuser"):
        yield Loss("role_high")
    if clock is not None and abs(clock) > _CLOCK:
        yield Loss("clock", detail=f"{clock:+.0f}")
    if wire.base.startswith("http:") and httpx.URL(wire.base).host not in {"127.0.0.1", "localhost", "::1"}:
        yield Loss("no_tls", "url")
