"""What goes over the wire, as a server reads it."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.publish.request import Addressing
from editor.publish.wire import NotSentError, UnknownError, Wire
from tests.editor.publish.hostile_servers import http, serving

BASE = "https://news.example/site/"
_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="#?\\%"), max_size=30)


def asked(path, *, base=BASE, headers=None, method="GET", **sent):
    given_ = dict.fromkeys(("query", "plain", "body", "files", "headers"), None) | sent
    return Addressing(base, headers or {}).request(method, path, **given_)


def sent_to(server, method="GET", path="x", **sent):
    wire = Wire(server.url)
    try:
        wire.call(method, path, **sent)
    finally:
        wire.close()
    head, _, body = server.requests[-1].partition(b"\r\n\r\n")
    return head.decode(), body


@settings(max_examples=200, derandomize=True)
@given(path=_TEXT, query=st.dictionaries(_TEXT.filter(bool), _TEXT, max_size=3))
def test_a_server_reads_the_path_and_the_parameters_that_were_meant(path, query):
    target = asked(path, query=query).url.target.decode("ascii")
    there, _, parameters = target.partition("?")
    assert unquote(there) == "/site/" + path
    assert dict(parse_qsl(parameters, keep_blank_values=True)) == query


@settings(max_examples=200, derandomize=True)
@given(query=st.dictionaries(_TEXT.filter(bool), st.one_of(_TEXT, st.lists(_TEXT, min_size=1, max_size=3)), max_size=3))
def test_parameters_mean_what_httpx_would_make_of_them(query):
    ours = asked("posts", query=query).url.target.partition(b"?")[2].decode("ascii")
    theirs = httpx.Request("GET", BASE + "posts", params=query).url.query.decode("ascii")
    assert parse_qsl(ours, keep_blank_values=True) == parse_qsl(theirs, keep_blank_values=True)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("%E7%A8%BF/", "/site/%E7%A8%BF/"),
        ("稿 件/", "/site/%E7%A8%BF%20%E4%BB%B6/"),
        ("?rest_route=/wp/v2", "/site/?rest_route=/wp/v2&page=2"),
        ("a#b", "/site/a"),
        ("a\r\nHost: evil", "/site/a%0D%0AHost:%20evil"),
    ],
    ids=["escaped before", "chinese", "with parameters", "fragment", "line break"],
)
def test_addresses_as_they_go_out(path, target):
    query = {"page": 2} if "?" in path else None
    assert asked(path, query=query).url.target == target.encode()


def test_a_host_with_a_name_in_chinese():
    url = asked("x", base="https://新闻.example:8443/").url
    assert (url.host, url.port) == (b"xn--efvy88h.example", 8443)


def test_a_post_without_a_body_says_so():
    with serving(http(body=b"{}")) as server:
        head, body = sent_to(server, "POST")
    assert ("content-length: 0" in head.lower(), body) == (True, b"")


def test_a_header_of_the_call_stands_for_that_of_its_body():
    with serving(http(body=b"{}")) as server:
        head, _ = sent_to(server, "POST", plain={}, headers={"Content-Type": "application/merge-patch+json"})
    assert [line for line in head.lower().split("\r\n") if line.startswith("content-type")] == [
        "content-type: application/merge-patch+json"
    ]


def test_a_picture_goes_as_a_form_with_its_name():
    with serving(http(body=b"{}")) as server:
        head, body = sent_to(server, "POST", files={"file": ("题图.jpg", b"\xff\xd8bytes", "image/jpeg")})
    boundary = head.partition("boundary=")[2].partition("\r\n")[0].encode()
    assert boundary
    assert body.count(boundary) == 2
    assert b"\xff\xd8bytes" in body
    assert "题图.jpg".encode() in body


@pytest.mark.parametrize(
    "sent", [{"plain": {"title": "\ud800"}}, {"headers": {"X-Name": "稿"}}, {"query": {"q": "\ud800"}}]
)
def test_what_cannot_be_written_down_is_not_sent_in_pieces(sent):
    with serving(http(body=b"{}")) as server:
        wire = Wire(server.url)
        with pytest.raises(UnknownError) as caught:
            wire.call("POST", "x", **sent)
        wire.close()
        assert server.requests == []
    assert (caught.value.code, caught.value.late) == ("wire_garbled", False)


def test_an_address_on_the_same_host_but_not_below_ours_is_not_called():
    wire = Wire("https://news.example/site/")
    with pytest.raises(NotSentError):
        wire.call("GET", "https://news.example/other/")
    wire.close()
