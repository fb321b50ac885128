"""Calls to a publishing system over HTTP, with everything between that can go wrong told apart.

What comes back is hostile until parsed: a body ends at a bound, a call at a time, no redirect is followed (the address
and the password belong together), a certificate is always checked. Three things can happen to a call that did not get
an answer, and what may be done next hangs on which: it never reached the system (`NotSentError`: may be sent again), it
may have been worked (`UnknownError`: look before anything else), or the answer refuses it (a `Reply` with its status).
"""

from __future__ import annotations

import json
import ssl
import time
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import httpx

from editor.errors import EditorError
from editor.publish.deadline import Deadline, timed_transport

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_BODY = 32_000_000
"""Bytes of one answer; a page of 100 long articles is a tenth of it."""
CONNECT, QUIET, WHOLE = 10.0, 30.0, 120.0
"""Seconds: to connect, without a byte, for a whole call (a system that sends a byte a second never ends)."""
_SHOWN = 300


class WireError(Exception):
    """No answer came.

    Attributes:
        code: Key of the sentence, ``error.<code>``.
        details: Values of the sentence.
    """

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class NotSentError(WireError):
    """The system did not get the call: it may be sent again as it is."""


class UnknownError(WireError):
    """The system may have done what it was asked.

    Attributes:
        late: It may still be doing it: the line was given up by us, not cut by the other side.
    """

    def __init__(self, code: str, *, late: bool, **details: Any) -> None:
        super().__init__(code, **details)
        self.late = late


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, whatever it says.

    Attributes:
        status: HTTP status.
        headers: Names in lower case.
        body: At most `MAX_BODY` bytes.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str = ""

    @property
    def json(self) -> Any:
        """The body as JSON, None when it is none (a page of an error, half an answer)."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    @property
    def record(self) -> dict[str, Any]:
        """The body as a JSON object, {} when it is none."""
        found = self.json
        return found if isinstance(found, dict) else {}

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The body as a list of JSON objects; what is none is left out."""
        found = self.json
        return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []

    @property
    def shown(self) -> str:
        """The beginning of the body for a person: one line of plain text, whatever it holds."""
        text = self.body[: _SHOWN * 4].decode("utf-8", "replace")
        return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_SHOWN]

    @property
    def date(self) -> float | None:
        """The system's clock (seconds since 1970), None when it does not tell."""
        try:
            return parsedate_to_datetime(self.headers.get("date", "")).timestamp()
        except (TypeError, ValueError, OverflowError):
            return None

    @property
    def retry_after(self) -> float | None:
        """Seconds that the system asks to wait, None when it does not ask; at most an hour."""
        told = self.headers.get("retry-after", "")
        if told.isascii() and told.isdigit():
            return float(min(int(told[:9]), 3600))
        try:
            until = parsedate_to_datetime(told).timestamp()
        except (TypeError, ValueError, OverflowError):
            return None
        return min(max(0.0, until - (self.date or time.time())), 3600.0)


@dataclass(slots=True)
class Calls:
    """What went over the wire, for benchmarks and for the window's speed."""

    count: int = 0
    sent: int = 0
    received: int = 0
    clock_offset: float | None = field(default=None)


class Wire:
    """A connection to one system; used by several threads at once."""

    def __init__(
        self,
        base: str,
        *,
        headers: Mapping[str, str] | None = None,
        connections: int = 4,
        authority: str = "",
        quiet: float = QUIET,
        whole: float = WHOLE,
    ) -> None:
        """Nothing is called yet.

        Args:
            base: Address that paths are appended to, ``http://`` or ``https://``.
            headers: Sent with every call to this address, and to no other.
            connections: At most so many at once.
            authority: PEM file of the newsroom's own certificate authority, "" = those of the system.
            quiet: Seconds without a byte until a call is given up.
            whole: Seconds until a call is given up whatever comes.

        Raises:
            EditorError: The address is none, or the PEM file cannot be read.
        """
        self.base = checked_address(base)
        self.calls = Calls()
        self._whole = whole
        try:
            verify = ssl.create_default_context(cafile=authority or None)
        except (OSError, ssl.SSLError) as error:
            raise EditorError.target("authority_unreadable", file=authority) from error
        limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
        self._deadline = Deadline()
        self._client = httpx.Client(
            headers={"User-Agent": "Gaotai", **(headers or {})},
            timeout=httpx.Timeout(quiet, connect=CONNECT),
            follow_redirects=False,
            trust_env=False,
            transport=timed_transport(self._deadline, verify, limits),
        )

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def call(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int | Sequence[str]] | None = None,
        plain: Any = None,
        body: bytes | None = None,
        files: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Call and wait for the whole answer.

        Args:
            method: HTTP method.
            path: Appended to the base; an absolute address must begin with the base.
            query: Parameters.
            plain: Sent as JSON, not escaped.
            body: Sent as it is.
            files: Sent as multipart, as httpx takes them.
            headers: Besides those of the wire.

        Raises:
            NotSentError: The call did not reach the system.
            UnknownError: It may have.
        """
        address = self._address(path)
        sent = dict(headers or {})
        if plain is not None:
            body = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
            sent.setdefault("Content-Type", "application/json; charset=utf-8")
        self._deadline.begin(self._whole)
        self.calls.count += 1
        self.calls.sent += len(body or b"")
        try:
            with self._client.stream(method, address, params=query, content=body, files=files, headers=sent) as answer:
                return self._whole_of(answer)
        except httpx.TransportError as error:
            raise self._failure(error, address) from error
        except (httpx.InvalidURL, httpx.HTTPError, httpx.StreamError, UnicodeError, ValueError) as error:
            raise UnknownError("wire_garbled", late=False, url=_host(address), reason=type(error).__name__) from error

    def _whole_of(self, answer: httpx.Response) -> Reply:
        pieces: list[bytes] = []
        size = 0
        for piece in answer.iter_bytes():
            size += len(piece)
            if size > MAX_BODY:
                raise UnknownError("wire_too_much", late=False, url=_host(str(answer.url)), megabytes=MAX_BODY // 10**6)
            pieces.append(piece)
        reply = Reply(
            answer.status_code,
            {name.lower(): value for name, value in answer.headers.items()},
            b"".join(pieces),
            str(answer.url),
        )
        self.calls.received += size
        if reply.date is not None:
            self.calls.clock_offset = reply.date - time.time()
        return reply

    def _address(self, path: str) -> str:
        if path.startswith(("http://", "https://")):
            if not path.startswith(self.base):
                raise NotSentError("wire_elsewhere", url=_host(self.base), elsewhere=_host(path))
            return path
        return self.base + path.lstrip("/")

    def _failure(self, error: httpx.TransportError, address: str) -> WireError:
        """What a failure of the line means for the call."""
        where = _host(address)
        reason = str(error)
        if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
            return NotSentError("wire_no_answer", url=where)
        if isinstance(error, httpx.ConnectError):
            return NotSentError(_why_not_connected(error), url=where, reason=reason[:_SHOWN])
        if isinstance(error, httpx.UnsupportedProtocol | httpx.ProxyError):
            return NotSentError("wire_address", url=where)
        if isinstance(error, httpx.TimeoutException):
            return UnknownError("wire_timed_out", late=True, url=where)
        return UnknownError("wire_cut", late=False, url=where)


_CERTIFICATE = {
    **dict.fromkeys((18, 19), "wire_certificate_own"),  # X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, ..._IN_CHAIN
    **dict.fromkeys((62, 64), "wire_certificate_name"),  # X509_V_ERR_HOSTNAME_MISMATCH, ..._IP_ADDRESS_MISMATCH
    **dict.fromkeys((9, 10), "wire_certificate_time"),  # X509_V_ERR_CERT_NOT_YET_VALID, ..._HAS_EXPIRED
}
_NO_HOST = ("name or service", "nodename", "getaddrinfo", "name resolution", "no address")


def _why_not_connected(error: httpx.ConnectError) -> str:
    """The code for a connection that was not made."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _CERTIFICATE.get(cause.verify_code, "wire_certificate")
        if isinstance(cause, ssl.SSLError):
            return "wire_no_tls"
        cause = cause.__cause__ or cause.__context__
    text = str(error).lower()
    if any(word in text for word in _NO_HOST):
        return "wire_no_host"
    return "wire_no_network" if "unreachable" in text else "wire_refused"


def checked_address(address: str) -> str:
    """An address as everything is appended to: http or https, a host, no user in it, a slash at its end.

    Raises:
        EditorError: It is none of these (exit 2).
    """
    try:
        url = httpx.URL(address.strip())
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise EditorError.usage("target_address", address=address) from None
    if url.scheme not in {"http", "https"} or not url.host or url.userinfo or url.query:
        raise EditorError.usage("target_address", address=address)
    return str(url.copy_with(fragment=None)).rstrip("/") + "/"


def _host(address: str) -> str:
    """The part of an address that may be shown and written to a log: no path, no query, no user."""
    url = httpx.URL(address)
    return f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}"
