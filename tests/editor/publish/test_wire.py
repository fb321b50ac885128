"""The wire against servers that are slow, broken, too generous, or send us somewhere else."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
import tracemalloc
import zlib

import pytest

import resources
from editor.errors import EditorError
from editor.publish import wire
from editor.publish.deadline import Deadline
from editor.publish.wire import NotSentError, Reply, UnknownError, Wire, checked_address
from tests.editor.publish.hostile_servers import Authority, http, serving, trickle

SECRET = "Basic aGVyZSBpcyBteSBwYXNzd29yZA=="


@pytest.fixture
def call():
    """Call a server once; connections are closed at the end."""
    wires = []

    def once(url, method="GET", path="x", *, whole=20.0, quiet=10.0, authority="", **sent):
        made = Wire(url, headers={"Authorization": SECRET}, quiet=quiet, whole=whole, authority=authority)
        wires.append(made)
        return made.call(method, path, **sent)

    yield once
    for made in wires:
        made.close()


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


def said(error: wire.WireError) -> str:
    """What a person is told in both languages; every placeholder is filled."""
    return " ".join(resources.sentence(f"error.{error.code}", lang, **error.details) for lang in resources.LANGUAGES)


def test_what_is_asked_and_answered(call):
    answer = http("201 Created", json.dumps({"a": "𠮷"}), Content_Type="application/json", X_Total="3")
    with serving(answer) as server:
        reply = call(server.url, "POST", "posts", query={"q": "稿", "s[]": ["a", "b"]}, plain={"title": "高台"})
    assert (reply.status, reply.record, reply.headers["x-total"]) == (201, {"a": "𠮷"}, "3")
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /posts?q=%E7%A8%BF&s%5B%5D=a&s%5B%5D=b HTTP/1.1")
    assert SECRET.encode() in head
    assert body == '{"title":"高台"}'.encode()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<!DOCTYPE html><title>Log in</title>", "text/html"),
        (b'{"id": 5, "slug": "half', "application/json"),
        (b"\xff\xfe\x00", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"", "application/json"),
    ],
    ids=["page", "half", "bytes", "deep", "nothing"],
)
def test_what_is_no_json_is_an_answer_without_data(call, body, kind):
    with serving(http(body=body, Content_Type=kind)) as server:
        reply = call(server.url)
    assert (reply.json, reply.record, reply.rows) == (None, {}, [])


def test_half_a_surrogate_pair_can_be_written_down(call):
    with serving(http(body=rb'{"a":"\ud842\udfb7 \ud842 x","b":["\uDC00"]}')) as server:
        reply = call(server.url)
    assert reply.record == {"a": "𠮷 ? x", "b": ["?"]}


def test_a_body_that_never_ends_is_broken_off(call, monkeypatch):
    monkeypatch.setattr(wire, "MAX_BODY", 3_000_000)

    def flood(line: socket.socket, _: bytes) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
        for _ in range(1000):
            line.sendall(b"x" * 100_000)

    with serving(flood) as server, pytest.raises(UnknownError) as caught:
        call(server.url)
    assert caught.value.code == "wire_too_much"
    assert "3 MB" in said(caught.value)


def bomb(times: int) -> bytes:
    """A hundred million zeros, packed so many times."""
    data = gzip.compress(b"\0" * 100_000_000, 9, mtime=0)
    for _ in range(times - 1):
        data = gzip.compress(data, 9, mtime=0)
    return data


@pytest.mark.parametrize(("coding", "times", "code"), [
    ("gzip", 1, "wire_too_much"), ("gzip, gzip", 2, "wire_garbled"), ("br", 1, "wire_garbled"),
])  # fmt: skip
def test_a_small_answer_that_unpacks_to_a_huge_one(call, coding, times, code, monkeypatch):
    monkeypatch.setattr(wire, "MAX_BODY", 2_000_000)
    with serving(http(body=bomb(times), Content_Encoding=coding)) as server:
        tracemalloc.start()
        with pytest.raises(UnknownError) as caught:
            call(server.url)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert caught.value.code == code
    assert peak < 20_000_000
    assert said(caught.value)


@pytest.mark.parametrize("packed", [gzip.compress, zlib.compress])
def test_packed_answers_are_unpacked(call, packed):
    coding = "gzip" if packed is gzip.compress else "deflate"
    with serving(http(body=packed(b'{"a":1}'), Content_Encoding=coding)) as server:
        assert call(server.url).record == {"a": 1}
    with serving(http(body=b"", Content_Encoding=coding)) as server:
        assert call(server.url).body == b""


@pytest.mark.parametrize(("body", "code"), [
    (gzip.compress(b'{"a":1}' * 100, mtime=0)[:-12], "wire_cut"), (b"no gzip at all", "wire_garbled"),
], ids=["cut", "none"])  # fmt: skip
def test_a_packed_answer_that_is_cut_or_none(call, body, code):
    with serving(http(body=body, Content_Encoding="gzip")) as server, pytest.raises(UnknownError) as caught:
        call(server.url)
    assert caught.value.code == code


def test_credentials_do_not_follow_to_another_host(call):
    with serving(http(body="{}")) as other:
        away = http("302 Found", Location=f"http://127.0.0.1:{other.port}/x")
        with serving(away) as server:
            reply = call(server.url, "POST", plain={})
    assert (reply.status, other.requests) == (302, [])


def test_a_loop_of_redirects_is_one_answer(call):
    with serving(http("301 Moved Permanently", Location="/x")) as server:
        assert call(server.url).status == 301
    assert len(server.requests) == 1


def test_an_address_of_another_host_is_not_called(call):
    with serving(http()) as other, serving(http()) as server, pytest.raises(NotSentError) as caught:
        call(server.url, path=other.url)
    assert caught.value.code == "wire_elsewhere"
    assert (server.requests, other.requests) == ([], [])


def test_cookies_are_not_kept(call):
    with serving(http(body="{}", Set_Cookie="session=1; Path=/")) as server:
        made = Wire(server.url)
        made.call("GET", "a")
        made.call("GET", "b")
        made.close()
    assert not any(b"cookie" in request.lower() for request in server.requests)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        ({"own": True}, "wire_certificate_own"),
        ({"host": "elsewhere.example"}, "wire_certificate_name"),
        ({"days": -3}, "wire_certificate_time"),
    ],
)
def test_a_certificate_that_is_not_in_order(call, authority, made, code):
    with serving(http(body="{}"), authority.context(**made)) as server, pytest.raises(NotSentError) as caught:
        call(server.url, authority=str(authority.file))
    assert caught.value.code == code
    assert server.requests == []
    assert server.url.rstrip("/") in said(caught.value)


def test_the_certificate_of_an_authority_that_was_named(call, authority):
    with serving(http(body='{"a":1}'), authority.context()) as server:
        assert call(server.url, authority=str(authority.file)).record == {"a": 1}
        with pytest.raises(NotSentError) as caught:
            call(server.url)
    assert caught.value.code in {"wire_certificate", "wire_certificate_own"}


def test_https_where_none_is_spoken(call):
    with serving(http("400 Bad Request")) as server, pytest.raises(NotSentError) as caught:
        call(server.url.replace("http:", "https:"))
    assert caught.value.code == "wire_no_tls"


def test_an_authority_that_is_none(tmp_path):
    (tmp_path / "x.pem").write_text("none")
    for file in ("x.pem", "not-there.pem"):
        with pytest.raises(EditorError) as caught:
            Wire("https://example.com", authority=str(tmp_path / file))
        assert caught.value.code == "authority_unreadable"


@pytest.mark.parametrize("where", ["head", "body", "chunks"])
def test_a_byte_now_and_then_does_not_hold_a_call_for_ever(call, where):
    starts = {
        "head": b"HTTP/1.1 200 OK\r\nX-Slow: ",
        "body": b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
        "chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    }
    over = threading.Event()

    def slow(line: socket.socket, _: bytes) -> None:
        line.sendall(starts[where])
        trickle(line, b"1\r\nx\r\n" * 500 if where == "chunks" else b"y" * 3000, 0.02, over)

    with serving(slow) as server:
        begun = time.monotonic()
        with pytest.raises(UnknownError) as caught:
            call(server.url, whole=0.5, quiet=30)
        over.set()
    assert (caught.value.code, caught.value.late) == ("wire_timed_out", True)
    assert time.monotonic() - begun < 20


def test_silence_ends_before_the_whole_call_does(call):
    over = threading.Event()
    with serving(lambda *_: over.wait(10) and None) as server:
        with pytest.raises(UnknownError) as caught:
            call(server.url, whole=600, quiet=0.3)
        over.set()
    assert (caught.value.code, caught.value.late) == ("wire_timed_out", True)


def test_a_call_without_time_is_not_begun(call):
    with serving(http()) as server:
        with pytest.raises(NotSentError) as caught:
            call(server.url, whole=0.0)
        assert server.requests == []
    assert caught.value.code == "wire_no_answer"


@pytest.mark.parametrize(
    "part",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Le", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", b"\0\1\2\3\r\n\r\n"],
    ids=["nothing", "head", "body", "noise"],
)
def test_an_answer_that_is_cut_leaves_open_what_was_done(call, part):
    def cut(line: socket.socket, _: bytes) -> None:
        line.sendall(part)
        line.shutdown(socket.SHUT_RDWR)

    with serving(cut) as server, pytest.raises(UnknownError) as caught:
        call(server.url, "POST", plain={"title": "x"})
    assert (caught.value.code, caught.value.late) == ("wire_cut", False)
    assert said(caught.value)


def test_no_service_and_no_host(call, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(NotSentError) as caught:
        call(f"http://127.0.0.1:{port}/")
    assert caught.value.code == "wire_refused"

    def nobody(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(NotSentError) as caught:
        call("http://news.invalid/")
    assert caught.value.code == "wire_no_host"


@pytest.mark.parametrize(
    "error",
    [socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"), OSError(101, "Network is unreachable")],
)
def test_no_network(call, monkeypatch, error):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fails)
    with pytest.raises(NotSentError) as caught:
        call("http://news.invalid/")
    assert caught.value.code == "wire_no_network"
    assert said(caught.value)


def test_what_an_answer_says_is_plain_text():
    body = '<script>alert(1)</script>\x1b[31m\u202e坏\r\n<b onclick="x">了</b>'.encode()
    assert Reply(500, {}, body).shown == '<script>alert(1)</script> [31m 坏 <b onclick="x">了</b>'
    assert len(Reply(500, {}, "长".encode() * 5000).shown) == 300


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("7", 7.0), ("99999999999", 3600.0), ("", None), ("soon", None), ("-5", None), ("٣", None),
     ("Wed, 21 Oct 2026 07:28:30 GMT", 30.0), ("Wed, 21 Oct 2020 07:28:00 GMT", 0.0)],
)  # fmt: skip
def test_how_long_to_wait(told, seconds):
    reply = Reply(503, {"retry-after": told, "date": "Wed, 21 Oct 2026 07:28:00 GMT"}, b"")
    assert reply.retry_after == seconds


def test_the_clock_of_the_place_is_compared():
    with serving(http(body="{}", Date="Wed, 21 Oct 2015 07:28:00 GMT")) as server:
        made = Wire(server.url)
        made.call("GET", "")
        made.close()
    assert made.calls.clock_offset is not None
    assert made.calls.clock_offset < -300_000_000


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://news.example.cn", "https://news.example.cn/"),
        (" http://127.0.0.1:8080/blog ", "http://127.0.0.1:8080/blog/"),
        ("https://新闻.example/x#y", "https://xn--efvy88h.example/x/"),
    ],
)
def test_addresses_that_are_taken(given, kept):
    assert checked_address(given) == kept


@pytest.mark.parametrize(
    "given", ["", "news.example.cn", "ftp://x/", "http://", "https://u:p@x/", "https://x/?a=1", "javascript:alert(1)",
              "http://x:99999/", "file:///etc/passwd", "http://[::1", "https://\x00"],
)  # fmt: skip
def test_addresses_that_are_none(given):
    with pytest.raises(EditorError) as caught:
        checked_address(given)
    assert caught.value.code == "target_address"


def test_a_password_with_a_line_break_is_not_sent():
    with pytest.raises(EditorError) as caught:
        Wire("https://x.example", headers={"Authorization": "Bearer a\r\nX-Evil: 1"})
    assert caught.value.code == "secret_shape"


def test_an_upload_may_take_longer_than_a_question(monkeypatch):
    given = []
    begin = Deadline.begin
    monkeypatch.setattr(Deadline, "begin", lambda self, seconds: given.append(seconds) or begin(self, seconds))
    with serving(http(body="{}")) as server:
        made = Wire(server.url, whole=10)
        made.call("GET", "")
        made.call("POST", "", body=b"x" * 500_000)
        made.close()
    assert given == [10, 20]


def test_several_threads_call_at_once():
    with serving(http(body='{"a":1}')) as server:
        made = Wire(server.url, connections=3)
        threads = [threading.Thread(target=lambda: [made.call("GET", "x") for _ in range(5)]) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        made.close()
    assert (made.calls.count, len(server.requests), made.calls.received) == (30, 30, 210)
