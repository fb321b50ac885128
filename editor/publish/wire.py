"""Calls to a publishing system over HTTP, with everything between that can go wrong told apart.

What comes back is hostile until parsed: a body ends at a bound, a call at a time, no redirect is followed (the address
and the password belong together), a certificate is always checked, a proxy learns no more than a host. Three things can
happen to a call that did not get an answer, and what may be done next hangs on which: it never reached the system
(`NotSentError`: may be sent again), it may have been worked (`UnknownError`: look before anything else), or the answer
refuses it (a `Reply` with its status).
"""

from __future__ import annotations

import json
import queue
import ssl
import threading
import time
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

from editor.errors import EditorError
from editor.publish.deadline import Deadline, timed_pool
from editor.publish.not_connected import through_proxy, why_not_connected
from editor.publish.proxy import proxy_for
from editor.publish.request import Addressing, headers_of, host_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editor.publish.proxy import Proxy

MAX_BODY = 32_000_000
"""Bytes of one answer; a page of 100 long articles is a tenth of it."""
CONNECT, QUIET, WHOLE = 10.0, 30.0, 120.0
"""Seconds: to connect, without a byte, for a whole call (a system that sends a byte a second never ends)."""
_SLOWEST = 50_000
"""Bytes a second: what is sent may take so much longer than `WHOLE`; a picture of 20 MB goes over any line."""
_SHOWN = 300
_MOST_PORT = 65_535


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
        """The body as JSON, None when it is none (a page of an error, half an answer).

        Halves of surrogate pairs become question marks: nothing could write them down.
        """
        try:
            found = json.loads(self.body)
            if b"\\ud" in self.body or b"\\uD" in self.body:
                found = json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))
        except (ValueError, RecursionError):
            return None
        return found

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
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, sent: int) -> None:
        """A call with so many bytes goes out."""
        with self._lock:
            self.count += 1
            self.sent += sent

    def end(self, reply: Reply) -> None:
        """An answer came."""
        with self._lock:
            self.received += len(reply.body)
            if reply.date is not None:
                self.clock_offset = reply.date - time.time()


class _Line:
    """A line to a system, opened when it is first needed, and when its calls have to be over."""

    def __init__(self, verify: ssl.SSLContext, proxy: Proxy | None) -> None:
        self.deadline = Deadline()
        self.proxied = proxy is not None
        self.pool = timed_pool(self.deadline, verify, proxy)


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
            EditorError: The address is none, the PEM file cannot be read, or a header cannot be one (a password with
                something else copied into it).
        """
        if not all(value.isascii() and value.isprintable() for value in (headers or {}).values()):
            raise EditorError.target("secret_shape")
        self.base = checked_address(base)
        self.calls = Calls()
        self._whole = whole
        try:
            self._verify = ssl.create_default_context(cafile=authority or None)
        except (OSError, ssl.SSLError) as error:
            raise EditorError.target("authority_unreadable", file=authority) from error
        self._addressing = Addressing(self.base, headers or {})
        self._quiet = quiet
        self._timeouts = {"timeout": {"connect": CONNECT, "read": quiet, "write": quiet, "pool": quiet}}
        self._made: list[_Line] = []
        self._free: queue.LifoQueue[_Line | None] = queue.LifoQueue()
        for _ in range(connections):
            self._free.put(None)

    def close(self) -> None:
        """Hang up."""
        for line in self._made:
            line.pool.close()

    def call(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int | Sequence[str]] | None = None,
        plain: Any = None,
        body: bytes | None = None,
        files: Mapping[str, tuple[Any, ...]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Call and wait for the whole answer.

        Args:
            method: HTTP method.
            path: Appended to the base; an absolute address must begin with the base.
            query: Parameters.
            plain: Sent as JSON, not escaped.
            body: Sent as it is.
            files: Sent as multipart: name → (file name or None, content, …).
            headers: Besides those of the wire.

        Raises:
            NotSentError: The call did not reach the system.
            UnknownError: It may have.
            EditorError: The proxy that the system names is none for us.
        """
        host, path = self._addressing.host, self._below(path)
        try:
            asked = self._addressing.request(
                method, path, query=query, plain=plain, body=body, files=files, headers=headers
            )
            size = len(asked.content or b"")
            self.calls.begin(size)
            with (
                self._line(self._whole + size / _SLOWEST) as pool,
                pool.stream(
                    method, asked.url, headers=asked.headers, content=asked.content, extensions=self._timeouts
                ) as answer,
            ):
                return self._whole_of(answer, asked.address)
        except queue.Empty:
            raise NotSentError("wire_no_answer", url=host) from None
        except _LINE_FAILURES as error:
            raise _failure(error, host, proxy_for(self.base)) from error
        except (UnicodeError, ValueError) as error:
            raise UnknownError("wire_garbled", late=False, url=host, reason=type(error).__name__) from error

    @contextmanager
    def _line(self, seconds: float) -> Iterator[httpcore.ConnectionPool]:
        """A line for one call, which has so many seconds.

        Each is used by one thread at a time: a pool that several threads use hangs up now and then on a call whose
        answer has just come, since it takes that for the end of an idle line.
        """
        line = self._free.get(timeout=self._quiet)
        try:
            if line is None:
                line = _Line(self._verify, proxy_for(self.base))
                self._made.append(line)
            line.deadline.begin(seconds)
            yield line.pool
        except _LINE_FAILURES:
            if line is not None and line.proxied:  # a tunnel that failed half made is never let go by its pool
                line.pool.close()
                self._made.remove(line)
                line = None
            raise
        finally:
            self._free.put(line)

    def _whole_of(self, answer: httpcore.Response, address: str) -> Reply:
        host = self._addressing.host
        headers = headers_of(answer.headers)
        pieces: list[bytes] = []
        size = 0
        for piece in _unpacked(answer, headers.get("content-encoding", ""), host):
            size += len(piece)
            if size > MAX_BODY:
                raise UnknownError("wire_too_much", late=False, url=host, megabytes=MAX_BODY // 10**6)
            pieces.append(piece)
        reply = Reply(answer.status, headers, b"".join(pieces), address)
        self.calls.end(reply)
        return reply

    def _below(self, path: str) -> str:
        """A path, or an address below the base, as the part that follows the base."""
        if not path.startswith(("http://", "https://")):
            return path.lstrip("/")
        if not path.startswith(self.base):
            raise NotSentError("wire_elsewhere", url=self._addressing.host, elsewhere=host_of(path))
        return path.removeprefix(self.base)


_LINE_FAILURES = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)


def _failure(error: Exception, host: str, proxy: Proxy | None) -> WireError:
    """What a failure of the line means for the call."""
    if proxy is not None and (code := through_proxy(error)):
        return NotSentError(code, url=host, proxy=proxy.shown, reason=str(error)[:_SHOWN])
    match error:
        case httpcore.ConnectTimeout() | httpcore.PoolTimeout():
            return NotSentError("wire_no_answer", url=host)
        case httpcore.ConnectError():
            return NotSentError(why_not_connected(error), url=host)
        case httpcore.UnsupportedProtocol() | httpcore.ProxyError():
            return NotSentError("wire_address", url=host)
        case httpcore.TimeoutException():
            return UnknownError("wire_timed_out", late=True, url=host)
        case _:
            return UnknownError("wire_cut", late=False, url=host)


def _unpacked(answer: httpcore.Response, told: str, where: str) -> Iterator[bytes]:
    """The body in pieces of at most `MAX_BODY`, whatever it was packed into.

    A few kilobytes can be unpacked to all of the memory, and a header can name one layer after the other.
    """
    coding = told.strip().lower()
    if coding in {"", "identity"}:
        yield from answer.iter_stream()
        return
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise UnknownError("wire_garbled", late=False, url=where, reason="Content-Encoding")
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    began = False
    try:
        for piece in answer.iter_stream():
            began = True
            yield unpacking.decompress(piece, MAX_BODY + 1)
    except zlib.error as error:
        raise UnknownError("wire_garbled", late=False, url=where, reason="gzip") from error
    if began and not unpacking.eof:
        raise UnknownError("wire_cut", late=False, url=where)


def checked_address(address: str) -> str:
    """An address as everything is appended to: http or https, a host, no user in it, a slash at its end.

    Raises:
        EditorError: It is none of these (exit 2).
    """
    try:
        url = httpx.URL(address.strip())
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise EditorError.usage("target_address", address=address) from None
    strange = url.userinfo or url.query or not 0 < (url.port or 1) <= _MOST_PORT
    if url.scheme not in {"http", "https"} or not url.host or strange:
        raise EditorError.usage("target_address", address=address)
    return str(url.copy_with(fragment=None)).rstrip("/") + "/"
