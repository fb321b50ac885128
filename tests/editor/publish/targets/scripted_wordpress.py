"""A WordPress that answers what a test tells it."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

from editor.publish.targets.kinds import checked, kind
from tests.editor.publish.hostile_servers import http, serving

CAPABLE = dict.fromkeys(
    ["edit_posts", "publish_posts", "edit_published_posts", "delete_published_posts", "upload_files",
     "edit_others_posts", "manage_categories"], True,
)  # fmt: skip
ROOT = {"name": "N", "namespaces": ["wp/v2"], "authentication": {"application-passwords": {}}, "home": ""}


class Site:
    """A WordPress that answers what it is told.

    Attributes:
        answers: (method, pattern of the route) → an answer, or a function of (query, body) that gives one.
        asked: (method, route, query, body) as they came.
    """

    def __init__(self) -> None:
        self.asked = []
        self.url = ""
        self.answers = {
            ("GET", "root"): lambda *_: answer(200, ROOT | {"home": self.url}),
            ("GET", "users/me"): answer(200, {"name": "Bot", "capabilities": CAPABLE}),
            ("GET", "categories"): answer(200, [{"id": 3, "name": "要闻", "parent": 0}]),
            ("GET", "tags"): answer(200, [{"id": 5, "name": "治水"}, {"id": 6, "name": "民生"}]),
            ("GET", "posts"): answer(200, []),
            ("POST", "posts"): lambda _, body: answer(201, row(body)),
            ("POST", r"posts/\d+"): lambda _, body: answer(200, row(body)),
        }

    def __call__(self, line, request: bytes) -> None:
        head, _, body = request.partition(b"\r\n\r\n")
        method, target, _ = head.split(b"\r\n")[0].decode().split(" ", 2)
        url = urlsplit(target)
        query = dict(parse_qsl(url.query))
        route = query.pop("rest_route", url.path).removeprefix("/wp-json").strip("/").removeprefix("wp/v2/") or "root"
        told = json.loads(body) if body[:1] in {b"{", b"["} else body
        self.asked.append((method, route, query, told))
        for (known, pattern), found in self.answers.items():
            if known == method and re.fullmatch(pattern, route):
                line.sendall(found(query, told) if callable(found) else found)
                return
        line.sendall(answer(404, {"code": "rest_no_route", "message": "none"}))


def answer(status: int, body: object, **headers: str) -> bytes:
    """JSON, or a page for text."""
    kind_ = "text/html" if isinstance(body, str) else "application/json"
    data = body if isinstance(body, str) else json.dumps(body)
    return http(f"{status} X", data, Content_Type=kind_, **headers)


def row(body: dict, **other: object) -> dict:
    """A post as the interface tells it."""
    return {
        "id": 9,
        "slug": body.get("slug"),
        "status": body.get("status"),
        "link": "http://x.example/9",
        "modified_gmt": "2026-11-24T12:00:00",
        "date_gmt": body.get("date_gmt"),
        "title": {"raw": body.get("title")},
        "content": {"raw": body.get("content")},
        "excerpt": {"raw": body.get("excerpt")},
        "categories": body.get("categories", []),
        "tags": body.get("tags", []),
        "featured_media": body.get("featured_media", 0),
        "author": 2,
        "meta": body.get("meta", []),
        **other,
    }


@contextmanager
def site(changes: dict | None = None, **options: str):
    """A site with some other answers, and the destination."""
    made = Site()
    made.answers = {**(changes or {}), **made.answers, **(changes or {})}
    with serving(made) as server:
        made.url = server.url
        one = kind("wordpress")
        place = one.open(checked(one, {"url": server.url, "user": "bot", **options}), "secret")
        try:
            yield made, place
        finally:
            place.close()
