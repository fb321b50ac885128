"""What answers of web systems mean, and how their words are shown."""

from __future__ import annotations

import json

import pytest

import resources
from editor.publish.targets.destination import BusyError, RefusedError
from editor.publish.targets.web_answers import accepted, accepted_rows, moved_to, plain, words
from editor.publish.targets.web_page import Visitor, page_text
from editor.publish.wire import NotSentError, Reply
from tests.editor.publish.hostile_servers import http, serving


def reply(status, body=b"", **headers):
    """An answer."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Reply(
        status, {name.replace("_", "-"): value for name, value in headers.items()}, data, "https://x.example/p"
    )


def said(error):
    """The sentence in both languages."""
    return [resources.sentence(error.key, language, **error.details) for language in resources.LANGUAGES]


def test_success():
    assert accepted(reply(201, {"id": 1})) == {"id": 1}
    assert accepted_rows(reply(200, [{"id": 1}, 5, None])) == [{"id": 1}]


@pytest.mark.parametrize(
    ("status", "code", "stops"),
    [(301, "moved", True), (401, "password", True), (407, "password", True), (400, "refused", False),
     (403, "refused", False), (404, "refused", False), (409, "refused", False), (410, "refused", False),
     (405, "refused", False), (413, "refused", False), (422, "refused", False)],
)  # fmt: skip
def test_refusals(status, code, stops):
    answer = reply(status, {"code": "x", "message": "Nein &amp; <b>nein</b>"}, location="/y")
    with pytest.raises(RefusedError) as caught:
        accepted(answer)
    assert (caught.value.code, caught.value.stops) == (code, stops)
    assert all(said(caught.value))
    if code == "refused":
        assert caught.value.details == {"status": status, "words": "Nein & nein"}


@pytest.mark.parametrize(
    ("status", "headers", "code", "after", "unknown"),
    [(429, {"retry_after": "7"}, "busy", 7.0, False), (429, {}, "busy", None, False),
     (503, {"retry_after": "600"}, "busy", 600.0, False), (503, {}, "busy", None, True),
     (500, {}, "broken", None, True), (502, {}, "broken", None, True), (504, {}, "broken", None, True),
     (507, {}, "broken", None, True), (408, {}, "broken", None, True), (423, {}, "broken", None, True),
     (405, {}, "broken", None, True),
     (200, {}, "garbled", None, True), (201, {}, "garbled", None, True)],
)  # fmt: skip
def test_not_just_now(status, headers, code, after, unknown):
    answer = reply(status, b"<html><h1>Sorry</h1><script>alert(1)</script></html>", **headers)
    for read in (accepted, accepted_rows):
        with pytest.raises(BusyError) as caught:
            read(answer)
        error = caught.value
        assert (error.code, error.after, error.unknown) == (code, after, unknown)
        assert error.details["words"] == "Sorry"
        assert all(said(error))


def test_words_of_a_problem_with_places():
    answer = {
        "title": "Unprocessable Entity",
        "detail": "Validation failed",
        "errors": [{"loc": ["body", "slug"], "msg": "已被使用"}, {"loc": None, "msg": "x"}, "y", {"message": "z"}],
    }
    assert words(reply(422, answer)) == "Unprocessable Entity · Validation failed · slug: 已被使用 · x · z"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("<script>alert('x')</script>hello <img src=x onerror=alert(1)> you", "hello you"),
        ("a < b & c", "a < b & c"),
        ("&lt;script&gt;", "<script>"),
        ("\x1b[31mred\u202e\r\nSet-Cookie: a", "[31mred Set-Cookie: a"),
        ("字" * 1000, "字" * 300),
        ("", ""),
    ],
)
def test_words_from_outside_are_one_short_line_of_plain_text(told, shown):
    assert plain(told) == shown


def test_strange_answers_have_words_too():
    for body in (b"", b"\xff\xfe", b"[]", b'{"message": {"a": 1}, "errors": 5}', b"<" * 5000):
        assert isinstance(words(reply(500, body)), str)


@pytest.mark.parametrize(
    ("location", "told"),
    [("https://www.x.example/blog/?a=secret", "https://www.x.example/blog/"), ("/y", "https://x.example/y"),
     ("https://u:p@evil.example/", "https://evil.example/"), ("http://x:y/", "?"), ("", "https://x.example/p")],
)  # fmt: skip
def test_where_we_are_sent_to(location, told):
    assert moved_to(reply(301, b"", location=location)) == told


def test_the_text_of_a_page():
    page = "<?xml version='1.0' encoding='gbk'?><html><head><title>题</title><style>p{}</style></head>"
    page += "<body><p>甲<b>乙</b>丙<br>丁</p><script>no()</script><noscript>no</noscript><!-- no -->"
    page += "<td>戊</td>a\0b</body></html>"
    assert page_text(page).split("\n") == ["题", "甲乙丙", "丁", "戊", "a\ufffdb"]
    deep = "<div>" * 3000 + "底" + "</div>" * 3000
    assert page_text(deep) == "底"


def test_a_visitor_is_nobody():
    with serving(http(body="<p>好</p>", Content_Type="text/html; charset=utf-8", Set_Cookie="a=b")) as server:
        visitor = Visitor()
        first, second = visitor.look(f"{server.url}a?p=1#x"), visitor.look(f"{server.url}%E7%A8%BF/")
        visitor.close()
    assert (first.status, first.text, second.text) == (200, "好", "好")
    asked = b"".join(server.requests).lower()
    assert b"get /a?p=1 http" in asked
    assert b"get /%e7%a8%bf/ http" in asked
    assert b"cookie" not in asked
    assert b"authorization" not in asked


@pytest.mark.parametrize("address", ["", "x", "ftp://x/", "https://u:p@x/", "http://[", "javascript:alert(1)"])
def test_a_visitor_goes_to_web_addresses_only(address):
    with pytest.raises(NotSentError):
        Visitor().look(address)


def test_a_redirect_is_what_a_visitor_gets():
    with serving(http("302 Found", Location="https://elsewhere.example/")) as server:
        visitor = Visitor()
        assert visitor.look(server.url).status == 302
        visitor.close()
