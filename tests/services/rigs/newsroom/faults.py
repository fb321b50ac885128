"""Commits the faults that a test has ordered: a JSON list of {mode, count, value, methods, path}, counted down."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import time
from urllib.parse import unquote

from django.db.models.signals import post_save


def die():
    """End this worker as the kernel would that has no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(1)


class Faulty:
    """A WSGI program around another."""

    def __init__(self, inner, orders):
        self._inner = inner
        self._orders = orders
        self._now = None  # what is being answered: a worker does one thing at a time
        post_save.connect(self._row_written, weak=False)

    def _row_written(self, sender, created, **_rest):
        """A row of ours has been written; whether the transaction stands at the end is Wagtail's affair."""
        if sender.__name__ == "NewsPage" and self._now is not None:
            mode = "kill_after_insert" if created else "kill_after_update"
            if self._take(self._now, mode) is not None:
                die()

    def _take(self, environ, mode):
        """The value of an order for this request, None when there is none; takes it off the list."""
        if self._orders.stat().st_size <= 2:
            return None
        with self._orders.open("r+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            try:
                orders = json.load(file)
            except ValueError:  # whoever wrote them was killed
                return None
            for order in orders:
                if order["mode"] != mode or environ["REQUEST_METHOD"] not in order["methods"].split():
                    continue
                address = unquote(environ.get("PATH_INFO", "") + "?" + environ.get("QUERY_STRING", ""))
                if order["path"] not in address:
                    continue
                order["count"] -= 1
                file.seek(0)
                file.truncate()
                json.dump([left for left in orders if left["count"]], file)
                return order["value"]
        return None

    def __call__(self, environ, start_response):
        """Answer a request, or fail to."""
        self._now = environ
        early = self._before(environ)
        if early is not None:
            status, headers, body = early
            start_response(status, [*headers, ("Content-Length", str(len(body)))])
            return [body]
        told = {}

        def start(status, headers, _exc_info=None):
            told.update(status=status, headers=headers)
            return lambda _data: None

        answer = self._inner(environ, start)
        body = b"".join(answer)
        getattr(answer, "close", lambda: None)()
        return self._after(environ, start_response, told["status"], told["headers"], body)

    def _before(self, environ):
        def take(mode):
            return self._take(environ, mode)

        html = [("Content-Type", "text/html")]
        if take("kill_before") is not None:
            die()
        if take("http502") is not None:
            return "502 Bad Gateway", html, b"<html><body><h1>502 Bad Gateway</h1></body></html>"
        if (wait := take("http503")) is not None:
            return "503 Service Unavailable", [*html, ("Retry-After", wait or "1")], b"<html>Service Unavailable</html>"
        if (wait := take("http429")) is not None:
            kind = [("Content-Type", "application/json"), ("Retry-After", wait or "1")]
            return "429 Too Many Requests", kind, b'{"code":"rig_too_many"}'
        if take("html200") is not None:
            return "200 OK", html, b"<html><body><script>alert(1)</script>Welcome</body></html>"
        if (where := take("redirect")) is not None:
            return "302 Found", [*html, ("Location", where)], b""
        if (seconds := take("slow")) is not None:
            time.sleep(float(seconds))
        if take("wrong_password") is not None:
            environ["HTTP_AUTHORIZATION"] = "Bearer changed-meanwhile"
        return None

    def _after(self, environ, start_response, status, headers, body):
        if self._take(environ, "kill_after_all") is not None:
            die()
        if (seconds := self._take(environ, "slow_after")) is not None:
            time.sleep(float(seconds))
        if self._take(environ, "err500_after") is not None:
            status, headers, body = "500 Error", [("Content-Type", "text/html")], b"<html>Internal Server Error</html>"
        other = [pair for pair in headers if pair[0].lower() != "content-length"]
        length = len(body)
        if (size := self._take(environ, "cut_quietly")) is not None:
            body = body[: int(size)]
            length = len(body)
        if (size := self._take(environ, "cut")) is not None:
            start_response(status, [*other, ("Content-Length", str(length))])
            return _cut(body[: int(size)])
        start_response(status, [*other, ("Content-Length", str(length))])
        return [body]


def _cut(part):
    yield part
    time.sleep(0.05)
    die()
