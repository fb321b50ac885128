"""A call that ends, whatever the other side does: a system that sends a byte now and then keeps no thread for ever.

The time limits of httpcore begin anew with every byte. Here every wait for the line also ends with the whole call.
"""

from __future__ import annotations

import ssl
import time
from typing import TYPE_CHECKING, Any

import httpcore
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.publish.proxy import Proxy


_IDLE = 5.0
"""Seconds after which a line that nobody used is not used again; servers hang up soon after."""


class Deadline:
    """When the call that is under way has to be over."""

    def __init__(self) -> None:
        self.end = float("inf")

    def begin(self, seconds: float) -> None:
        """A new call, with so many seconds."""
        self.end = time.monotonic() + seconds

    def left(self, timeout: float | None, over: type[httpcore.TimeoutException] = httpcore.ReadTimeout) -> float:
        """Seconds that may be waited for, at most `timeout`.

        Raises:
            httpcore.TimeoutException: None are left; of the class `over`.
        """
        left = self.end - time.monotonic()
        if left <= 0:
            raise over("the whole call took too long")
        return left if timeout is None else min(left, timeout)


class _Line(httpcore.NetworkStream):
    """A line on which every wait ends with the call."""

    def __init__(self, line: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._line = line
        self._deadline = deadline

    @override
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._line.read(max_bytes, self._deadline.left(timeout))

    @override
    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._line.write(buffer, self._deadline.left(timeout, httpcore.WriteTimeout))

    @override
    def close(self) -> None:
        self._line.close()

    @override
    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        within = self._deadline.left(timeout, httpcore.ConnectTimeout)
        return _Line(self._line.start_tls(ssl_context, server_hostname, within), self._deadline)

    @override
    def get_extra_info(self, info: str) -> Any:
        return self._line.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Makes such lines."""

    def __init__(self, deadline: Deadline) -> None:
        self._made_by = httpcore.SyncBackend()
        self._deadline = deadline

    @override
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        within = self._deadline.left(timeout, httpcore.ConnectTimeout)
        made = self._made_by.connect_tcp(host, port, within, local_address, socket_options)
        return _Line(made, self._deadline)


def timed_pool(deadline: Deadline, verify: ssl.SSLContext, proxy: Proxy | None = None) -> httpcore.ConnectionPool:
    """A line to a system, used again and again, also through a proxy, on which every wait ends with the call."""
    usual: dict[str, Any] = {
        "ssl_context": verify,
        "max_connections": 1,
        "max_keepalive_connections": 1,
        "keepalive_expiry": _IDLE,
        "network_backend": _Backend(deadline),
    }
    if proxy is None:
        return httpcore.ConnectionPool(**usual)
    if proxy.url.startswith("https:"):
        usual["proxy_ssl_context"] = ssl.create_default_context()
    return httpcore.HTTPProxy(proxy.url, proxy_auth=proxy.user, **usual)
