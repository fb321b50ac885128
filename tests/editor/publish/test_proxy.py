"""Calls through a proxy: it learns a host and nothing else, and what is wrong with it is told as such."""

from __future__ import annotations

import base64
import contextlib
import socket
import threading

import pytest

import resources
from editor.errors import EditorError
from editor.publish.proxy import proxy_for
from editor.publish.wire import NotSentError, UnknownError, Wire, WireError
from tests.editor.publish.hostile_servers import Authority, http, serving

SECRET = "Basic aGVyZSBpcyBteSBwYXNzd29yZA=="
SITE = "news.example.cn"
NAMES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def _no_proxy_of_this_computer(monkeypatch):
    for name in (*NAMES, *(name.lower() for name in NAMES), "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


class Proxy:
    """A proxy that speaks CONNECT, leads every name to one port of this computer, and keeps what it could read."""

    def __init__(self, port: int, *, user: str = "", answer: bytes = b"") -> None:
        self.to = port
        self.heads: list[bytes] = []
        self.read = b""
        self._user = base64.b64encode(user.encode()) if user else b""
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def _accept(self) -> None:
        while True:
            line, _ = self._socket.accept()
            line.settimeout(10)
            head = b""
            with contextlib.suppress(OSError):
                while b"\r\n\r\n" not in head and (piece := line.recv(65536)):
                    head += piece
            if not head:
                line.close()
                return
            self.heads.append(head)
            self._threads.append(threading.Thread(target=self._lead, args=(line, head)))
            self._threads[-1].start()

    def _lead(self, line: socket.socket, head: bytes) -> None:
        with line, contextlib.suppress(OSError):
            if self._answer or not head.startswith(b"CONNECT "):
                line.sendall(self._answer or http("400 Bad Request"))
                return
            if self._user not in head:
                line.sendall(http("407 Proxy Authentication Required", Proxy_Authenticate="Basic"))
                return
            with socket.create_connection(("127.0.0.1", self.to)) as site:
                line.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                back = threading.Thread(target=self._pass_on, args=(site, line))
                back.start()
                self._pass_on(line, site)
                back.join()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := one.recv(65536):
                self.read += piece
                other.sendall(piece)
        with contextlib.suppress(OSError):
            other.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        socket.create_connection(("127.0.0.1", self.port)).close()
        for thread in self._threads:
            thread.join(10)
        self._socket.close()


@contextlib.contextmanager
def leading(port: int, **more):
    proxy = Proxy(port, **more)
    try:
        yield proxy
    finally:
        proxy.close()


@contextlib.contextmanager
def wired(url: str, authority: Authority, **more):
    wire = Wire(url, headers={"Authorization": SECRET}, authority=str(authority.file), **more)
    try:
        yield wire
    finally:
        wire.close()


def said(error: WireError | EditorError) -> list[str]:
    return [resources.sentence(f"error.{error.code}", language, **error.details) for language in resources.LANGUAGES]


def test_a_site_is_called_through_a_tunnel_in_which_the_proxy_reads_nothing(authority, monkeypatch):
    with (
        serving(http(body='{"a":1}', Content_Type="application/json"), authority.context(SITE)) as server,
        leading(server.port) as proxy,
    ):
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        with wired(f"https://{SITE}/wp-json/", authority) as wire:
            assert wire.call("POST", "posts", plain={"title": "未发的稿子"}).record == {"a": 1}
            assert wire.call("GET", "posts").record == {"a": 1}
    assert len(proxy.heads) == 1
    assert proxy.heads[0].startswith(f"CONNECT {SITE}:443 HTTP/1.1\r\n".encode())
    seen = proxy.heads[0] + proxy.read
    for word in (SECRET, "Basic", "posts", "未发的稿子"):
        assert word.encode() not in seen
    assert all(SECRET.encode() in request for request in server.requests)
    assert not any(b"proxy" in request.lower() for request in server.requests)


def test_name_and_password_of_the_proxy_go_to_the_proxy_alone(authority, monkeypatch):
    with serving(http(), authority.context(SITE)) as server, leading(server.port, user="newsroom:p@ss") as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        with wired(f"https://{SITE}/", authority) as wire, pytest.raises(NotSentError) as told:
            wire.call("GET", "x")
        assert told.value.code == "wire_proxy_password"
        monkeypatch.setenv("HTTPS_PROXY", f"http://newsroom:p%40ss@127.0.0.1:{proxy.port}")
        with wired(f"https://{SITE}/", authority) as wire:
            assert wire.call("GET", "x").status == 200
    assert base64.b64encode(b"newsroom:p@ss") not in b"".join(server.requests)
    assert all("p@ss" not in line and "p%40ss" not in line for line in said(told.value))


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (http("403 Forbidden"), "wire_proxy_refuses"),
        (http("502 Bad Gateway", body="x" * 5000), "wire_proxy_refuses"),
        (http("301 Moved", Location="https://elsewhere.example/"), "wire_proxy_refuses"),
        (b"220 mail ready\r\n\r\n", "wire_cut"),
        (b"HTTP/1.1 200 OK\r\n\r\nnot TLS at all, whatever was promised", "wire_no_tls"),
    ],
    ids=["forbidden", "gateway", "redirect", "no proxy", "no tunnel"],
)
def test_what_a_proxy_does_wrong_is_told_and_the_line_can_be_used_again(authority, monkeypatch, answer, code):
    with serving(http(), authority.context(SITE)) as server, leading(server.port, answer=answer) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        with wired(f"https://{SITE}/", authority, connections=1, quiet=5.0) as wire:
            with pytest.raises((NotSentError, UnknownError)) as told:
                wire.call("GET", "x")
            assert told.value.code == code
            assert all(said(told.value))
            proxy._answer = b""
            assert wire.call("GET", "x").status == 200


def test_a_proxy_that_shows_another_certificate_gets_nothing(authority, monkeypatch):
    with serving(http(), authority.context("elsewhere.example")) as server, leading(server.port) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        with wired(f"https://{SITE}/", authority) as wire, pytest.raises(NotSentError) as told:
            wire.call("GET", "x")
    assert told.value.code == "wire_certificate_name"
    assert server.requests == []


def test_a_proxy_that_is_not_there_is_named(authority, monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{taken.getsockname()[1]}")
        with wired(f"https://{SITE}/", authority) as wire, pytest.raises(NotSentError) as told:
            wire.call("GET", "x")
        assert told.value.code == "wire_proxy_away"
        assert all(f"127.0.0.1:{taken.getsockname()[1]}" in line for line in said(told.value))


def test_a_proxy_that_says_nothing_ends_with_the_call(authority, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{silent.getsockname()[1]}")
        with wired(f"https://{SITE}/", authority, whole=0.5) as wire, pytest.raises((NotSentError, UnknownError)):
            wire.call("GET", "x")


def test_without_tls_and_to_this_computer_nothing_goes_through_a_proxy(authority, monkeypatch):
    with (
        serving(http(), authority.context()) as safe,
        serving(http()) as plain,
        leading(safe.port) as proxy,
    ):
        for name in NAMES[:3]:
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        for server in (safe, plain):
            with wired(server.url, authority) as wire:
                assert wire.call("GET", "x").status == 200
    assert proxy.heads == []


@pytest.mark.parametrize(
    ("address", "straight"),
    [
        ("http://news.example.cn/", True),
        ("https://localhost/", True),
        ("https://site.localhost/", True),
        ("https://LOCALHOST./", True),
        ("https://127.8.8.8:8443/", True),
        ("https://[::1]/", True),
        ("https://0.0.0.0/", True),
        ("https://news.example.cn/", False),
        ("https://localhost.example.cn/", False),
        ("https://inner.newsroom.cn/", True),
        ("https://newsroom.cn/", True),
        ("https://othernewsroom.cn/", False),
        ("https://10.3.2.1/", True),
        ("https://11.3.2.1/", False),
        ("https://[fd00::5]/", True),
        ("https://port.example.cn:8443/", True),
        ("https://port.example.cn/", False),
    ],
)
def test_what_the_system_leaves_out_is_called_straight(monkeypatch, address, straight):
    monkeypatch.setenv("https_proxy", "http://proxy.newsroom:3128")
    monkeypatch.setenv("no_proxy", "newsroom.cn, 10.0.0.0/8,fd00::/8, port.example.cn:8443,,nonsense/9")
    assert (proxy_for(address) is None) == straight
    monkeypatch.setenv("no_proxy", "*")
    assert proxy_for(address) is None


def test_a_proxy_for_everything_counts_where_none_is_named_for_tls(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://plain.newsroom:1")
    assert proxy_for("https://news.example.cn/") is None
    monkeypatch.setenv("ALL_PROXY", "http://all.newsroom:2")
    assert proxy_for("https://news.example.cn/").shown == "all.newsroom:2"
    monkeypatch.setenv("HTTPS_PROXY", "https://user:word@tls.newsroom")
    found = proxy_for("https://news.example.cn/")
    assert (found.url, found.shown, found.user) == ("https://tls.newsroom:443/", "tls.newsroom:443", (b"user", b"word"))


@pytest.mark.parametrize("told", ["socks5://user:word@127.0.0.1:1080", "http://", "://", "http://[::1", "ftp://x"])
def test_what_is_no_proxy_for_us_is_told_without_its_password_and_nothing_is_sent(monkeypatch, told):
    monkeypatch.setenv("ALL_PROXY", told)
    wire = Wire("https://news.example.cn/", headers={"Authorization": SECRET})
    with pytest.raises(EditorError) as refused:
        wire.call("GET", "x")
    assert refused.value.code == "proxy_address"
    assert all("word" not in line for line in said(refused.value))
