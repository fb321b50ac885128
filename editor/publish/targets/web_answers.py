"""What the answer of a web system means for what was asked, and its words as plain text."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NoReturn

import httpx

from editor.publish.targets.destination import BusyError, RefusedError

if TYPE_CHECKING:
    from editor.publish.wire import Reply

_SHOWN = 300
_LATER = frozenset({408, 423, 425})  # request timeout, locked, too early


def accepted(reply: Reply) -> dict[str, Any]:
    """The object that a successful answer holds.

    Raises:
        RefusedError: The system refuses what was asked, or us.
        BusyError: It cannot just now, or its answer cannot be read.
    """
    if not succeeded(reply):
        refuse(reply)
    found = reply.record
    if not found:
        raise garbled(reply)
    return found


def accepted_rows(reply: Reply) -> list[dict[str, Any]]:
    """The list of objects that a successful answer holds; see `accepted`."""
    if not succeeded(reply):
        refuse(reply)
    found = reply.json
    if not isinstance(found, list):
        raise garbled(reply)
    return [row for row in found if isinstance(row, dict)]


def succeeded(reply: Reply) -> bool:
    """Whether the status says so."""
    return HTTPStatus.OK <= reply.status < HTTPStatus.MULTIPLE_CHOICES


def garbled(reply: Reply) -> BusyError:
    """A page where data should be: it may have been done all the same."""
    return BusyError("garbled", unknown=True, words=words(reply))


def refuse(reply: Reply) -> NoReturn:
    """Say why there is no success."""
    status = reply.status
    told = words(reply)
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        raise RefusedError("moved", stops=True, to=moved_to(reply))
    if status in {401, 407}:
        raise RefusedError("password", stops=True, words=told)
    if status in {429, 503}:
        after = reply.retry_after
        raise BusyError(
            "busy", after=after, unknown=status == HTTPStatus.SERVICE_UNAVAILABLE and after is None, words=told
        )
    # A web server whose system has died shows its own page for that, and nothing may be written to a page: 405.
    before_it = status == HTTPStatus.METHOD_NOT_ALLOWED and reply.json is None
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _LATER or status < HTTPStatus.OK or before_it:
        raise BusyError("broken", after=reply.retry_after, unknown=True, status=status, words=told)
    raise RefusedError("refused", status=status, words=told)


def moved_to(reply: Reply) -> str:
    """The address that an answer sends us to, for a person: without query and user."""
    try:
        url = httpx.URL(reply.url).join(reply.headers.get("location", ""))
        return plain(str(url.copy_with(query=None, fragment=None, userinfo=b"")))
    except (httpx.InvalidURL, ValueError, UnicodeError, TypeError):
        return "?"


def words(reply: Reply) -> str:
    """What the system says, as one line of plain text; HTML is read, never shown or run."""
    found = reply.record
    parts = [found.get("message"), found.get("title"), found.get("detail")]
    errors = found.get("errors")
    for item in errors if isinstance(errors, list) else ():
        if isinstance(item, dict):
            where = item.get("loc")
            names = [str(part) for part in where if part != "body"] if isinstance(where, list) else []
            parts.append(": ".join([*names, str(item.get("msg") or item.get("message") or "")]))
    told = " · ".join(dict.fromkeys(part for part in parts if isinstance(part, str) and part.strip()))
    return plain(told) if told else plain(reply.body[: _SHOWN * 20].decode("utf-8", "replace"))


def plain(told: str) -> str:
    """Text or HTML from outside as one short line of plain text."""
    from editor.publish.targets.web_page import page_text  # noqa: PLC0415  (lxml is only needed where something is wrong)

    bare = page_text(told) if "<" in told or "&" in told else told
    return " ".join("".join(c if c.isprintable() else " " for c in bare).split())[:_SHOWN]
