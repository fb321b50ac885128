"""The interface of a WeChat Official Account as its documentation tells: tokens, library, draft box, error codes.

Every answer has status 200. Faults are told by a test; what they do is in `FakeWeChat`.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

from editor.publish.targets.kinds import checked, kind
from tests.editor.publish.hostile_servers import http, serving

APPID, SECRET = "wx0123456789abcdef", "the-secret"
HOST = "https://mmbiz.qpic.cn/mmbiz_png/"
LIMITS = {"title": (64, 45003), "digest": (128, 45004), "author": (16, 45110), "content": (20_000, 45002)}


class FakeWeChat:
    """An account.

    Attributes:
        drafts: media_id → list of articles.
        calls: Route and what was sent, in order.
        refuse: Route → error codes that its next calls get, before anything is done.
        lose: Route → so many of its next calls are done and never answered.
        expire: The next so many calls find the token expired.
    """

    def __init__(self) -> None:
        self.drafts: dict[str, list[dict]] = {}
        self.thumbs: set[str] = set()
        self.images = 0
        self.tokens = 0
        self.valid = ""
        self.calls: list[tuple[str, object]] = []
        self.refuse: dict[str, list[int]] = {}
        self.lose: dict[str, int] = {}
        self.expire = 0
        self.bare_hides_all = False
        self.made = 0
        self.given: dict[str, str] = {}

    def __call__(self, line, request: bytes) -> None:
        head, _, body = request.partition(b"\r\n\r\n")
        url = urlsplit(head.split(b" ", 2)[1].decode())
        query = dict(parse_qsl(url.query))
        route = url.path.removeprefix("/cgi-bin/")
        told = body if b"multipart/" in head else json.loads(body)
        self.calls.append((route, told))
        answer = self._answer(route, query, told)
        if self.lose.get(route, 0) > 0 and not answer.get("errcode"):
            self.lose[route] -= 1
            line.close()
            return
        line.sendall(http("200 OK", json.dumps(answer, ensure_ascii=False), Content_Type="application/json"))

    def _answer(self, route: str, query: dict, told) -> dict:
        if self.refuse.get(route):
            return error(self.refuse[route].pop(0))
        if route == "stable_token":
            return self._token(told)
        if self.expire > 0:
            self.expire -= 1
            self.valid = ""
            return error(42001)
        if query.get("access_token") != self.valid:
            return error(40001)
        return getattr(self, "_" + route.replace("/", "_"))(told, query)

    def _token(self, told: dict) -> dict:
        if told.get("appid") != APPID:
            return error(40013)
        if told.get("secret") != SECRET:
            return error(40125)
        if not self.valid or told["force_refresh"]:
            self.tokens += 1
            self.valid = f"token-{self.tokens}-" + "t" * 500
        return {"access_token": self.valid, "expires_in": 7200}

    def _media_uploadimg(self, told: bytes, _query: dict) -> dict:
        data = told.split(b"\r\n\r\n", 1)[1]
        if not data.startswith((b"\x89PNG", b"\xff\xd8")):
            return error(40005)
        if len(data) > 1_048_576:
            return error(40009)
        self.images += 1
        return {"url": f"{HOST}{self.images}/0?wx_fmt=png"}

    def _material_add_material(self, told: bytes, query: dict) -> dict:
        data = told.split(b"\r\n\r\n", 1)[1]
        if query.get("type") != "thumb" or not data.startswith(b"\xff\xd8") or len(data) > 65_536 + 200:
            return error(40009)
        self.made += 1
        self.thumbs.add(f"thumb-{self.made}")
        return {"media_id": f"thumb-{self.made}", "url": f"{HOST}thumb/0"}

    def _kept(self, article: dict) -> dict | int:
        for name, (most, code) in LIMITS.items():
            if len(article.get(name, "")) > most:
                return code
        if article.get("thumb_media_id") not in self.thumbs:
            return 40007
        if "\\u" in article["title"]:
            return 45003
        content = re.sub(r"<script.*?</script>", "", article["content"], flags=re.DOTALL)
        content = re.sub(rf'<img(?![^>]*src="{re.escape(HOST)})[^>]*>', "", content)
        text = re.sub(r"<[^>]+>", "", content)
        return {**article, "content": content, "digest": article.get("digest") or text[:54]}

    def _draft_add(self, told: dict, _query: dict) -> dict:
        kept = [self._kept(article) for article in told["articles"]]
        if wrong := [code for code in kept if isinstance(code, int)]:
            return error(wrong[0])
        self.made += 1
        self.drafts[f"draft-{self.made}"] = kept
        return {"media_id": f"draft-{self.made}"}

    def _draft_update(self, told: dict, _query: dict) -> dict:
        if told["media_id"] not in self.drafts:
            return error(40007)
        if not isinstance(told["articles"], dict):
            return error(47001)
        kept = self._kept(told["articles"])
        if isinstance(kept, int):
            return error(kept)
        self.drafts[told["media_id"]][told["index"]] = kept
        return {"errcode": 0, "errmsg": "ok"}

    def _draft_get(self, told: dict, _query: dict) -> dict:
        if told["media_id"] not in self.drafts:
            return error(40007)
        return {"news_item": self.drafts[told["media_id"]], "create_time": 1, "update_time": 2}

    def _draft_batchget(self, told: dict, _query: dict) -> dict:
        if not 1 <= told["count"] <= 20:
            return error(40097)
        chosen = list(self.drafts.items())[::-1][told["offset"] : told["offset"] + told["count"]]
        items = []
        for media, articles in chosen:
            shown = [{**a, "content": ""} if told["no_content"] else a for a in articles]
            content = {} if told["no_content"] and self.bare_hides_all else {"news_item": shown}
            items.append({"media_id": media, "content": content, "update_time": 2})
        return {"total_count": len(self.drafts), "item_count": len(items), "item": items}

    def _draft_delete(self, told: dict, _query: dict) -> dict:
        if self.drafts.pop(told["media_id"], None) is None:
            return error(40007)
        return {"errcode": 0, "errmsg": "ok"}


def error(code: int) -> dict:
    """An answer with an error code, as they are written."""
    extra = "invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist" if code == 40164 else f"reason {code}"
    return {"errcode": code, "errmsg": f"{extra} hint: [aB.c1] rid: 68231586-663e56da-1e04e5eb"}


@contextmanager
def account(secret: str = SECRET, appid: str = APPID, **more: str):
    """A fake account, and a connection to it."""
    fake = FakeWeChat()
    with serving(fake) as server:
        fake.given = {"appid": appid, "link": "https://news.example.cn/", "url": server.url, **more}
        place = kind("wechat").open(checked(kind("wechat"), fake.given), secret)
        try:
            yield fake, place
        finally:
            place.close()
