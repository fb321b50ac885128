"""The draft box: looked through, read, written.

A draft may hold several articles, when somebody put them together; ours is known by its mark wherever it stands.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from editor.publish.formats.wechat import shown_text
from editor.publish.formats.wechat_pictures import in_text, thumbnail
from editor.publish.targets.destination import BusyError, RefusedError, Standing, Status
from editor.publish.targets.web_pictures import bytes_of, forget_old
from editor.publish.targets.web_piece import PICTURE
from editor.publish.targets.wechat_api import MEDIA_UNKNOWN, CodeError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.formats.renditions import Rendition
    from editor.publish.targets.destination import Picture, Piece
    from editor.publish.targets.wechat_api import Api

BOX = "https://mp.weixin.qq.com/"
"""Where a person sees the drafts."""
_ROWS = 20
"""Drafts that one call gives at most."""
_ROUNDS = 3
_GONE = frozenset({MEDIA_UNKNOWN})
_KEY = re.compile(r"[a-z0-9-]{1,60}")


class Marks(NamedTuple):
    """What the address of 阅读原文 tells us: whose draft it is, and what we last wrote there."""

    key: str
    version: str
    cover: str


def marked(link: str, marks: Marks) -> str:
    """An address with our marks; where it leads does not change."""
    sign = "&" if "?" in link else "?"
    return f"{link}{sign}gaotai={marks.key}&gv={marks.version}&gc={marks.cover}"


def marks_of(address: object) -> Marks:
    """The marks in an address, empty when there are none."""
    if not isinstance(address, str):
        return Marks("", "", "")
    try:
        query = dict(parse_qsl(urlsplit(address.replace("&amp;", "&")).query))
    except ValueError:
        return Marks("", "", "")
    key = query.get("gaotai", "")
    return Marks(key if _KEY.fullmatch(key) else "", query.get("gv", ""), query.get("gc", ""))


class Drafts:
    """The draft box of one account. Used by several threads."""

    def __init__(self, api: Api, *, comments: str) -> None:
        """Nothing is called yet."""
        self._api = api
        self._comments = {"need_open_comment": int(comments != "no"), "only_fans_can_comment": int(comments == "fans")}
        self._lock = threading.Lock()
        self._uploaded: dict[str, str] = {}

    def find(self, keys: Sequence[str]) -> Mapping[str, tuple[Standing, ...]]:
        """The box has no search: all of it is looked through, anew when it changes meanwhile.

        Raises:
            BusyError: It changed each time.
        """
        wanted = set(keys)
        for _ in range(_ROUNDS):
            rows = self._rows()
            if rows is not None:
                found: dict[str, list[Standing]] = {}
                for standing in (self._standing(*row) for row in rows):
                    if standing.key in wanted:
                        found.setdefault(standing.key, []).append(standing)
                return {key: tuple(standings) for key, standings in found.items()}
        raise BusyError("wechat_box_moves", after=5.0)

    def _rows(self) -> list[tuple[str, int, dict[str, Any]]] | None:
        """All articles in the box: id of the draft, place in it, fields without the text. None = it changed."""
        rows: dict[tuple[str, int], dict[str, Any]] = {}
        offset, total, bare = 0, -1, True
        while offset < total or total < 0:
            asked = {"offset": offset, "count": _ROWS, "no_content": int(bare)}
            page = self._api.call("draft/batchget", asked)
            items = [item for item in page.get("item") or () if isinstance(item, dict)]
            if bare and any(not _articles(item.get("content")) for item in items):
                bare = False  # without the text everything was left out: it is asked for with the text
                continue
            there = page.get("total_count")
            if not isinstance(there, int) or (total >= 0 and there != total) or (not items and offset < there):
                return None
            total = there
            for item in items:
                for at, article in enumerate(_articles(item.get("content"))):
                    rows[str(item.get("media_id")), at] = article
            offset += max(len(items), 1)
        return [(media, at, article) for (media, at), article in rows.items()]

    def read(self, thing: str) -> Standing | None:
        """One article of a draft with its fields, None when the draft is not in the box any more."""
        media, at = _parts(thing)
        articles = self._articles_of(media)
        if articles is None or at >= len(articles):
            return None
        return self._standing(media, at, articles[at], whole=True)

    def _articles_of(self, media: str) -> list[dict[str, Any]] | None:
        try:
            return _articles(self._api.call("draft/get", {"media_id": media}, known=_GONE))
        except CodeError:
            return None

    def put(self, piece: Piece, html: str, at: Standing | None) -> Standing:
        """Make the draft, or write all of it over what stands there; what it shows is read back."""
        article = {
            "article_type": "news",
            "title": piece.fields["title"],
            "author": piece.fields["author"],
            "digest": piece.fields["digest"],
            "content": self._content(piece, html),
            "content_source_url": piece.fields["link"],
            "thumb_media_id": self._cover(piece, at),
            **self._comments,
        }
        if at is None:
            made = self._api.call("draft/add", {"articles": [article]})
            thing = f"{made.get('media_id') or ''}/0"
            if thing == "/0":
                raise BusyError("garbled", unknown=True, words="draft/add")
        else:
            thing = at.thing
            media, index = _parts(thing)
            self._api.call("draft/update", {"media_id": media, "index": index, "articles": article})
        standing = self.read(thing)
        if standing is None:
            raise BusyError("wechat_not_there_yet", after=5.0, unknown=True)
        return standing

    def _content(self, piece: Piece, html: str) -> str:
        """The text with the addresses of uploaded pictures; pictures of other hosts would be taken out by WeChat."""
        pictures = {picture.id: picture for picture in piece.pictures}
        return PICTURE.sub(lambda match: self._address(pictures.get(match[1])), html)

    def _address(self, picture: Picture | None) -> str:
        if picture is None:
            raise RefusedError("wechat_picture", errcode=0, words="-", rid="-")
        with self._lock:
            known = self._uploaded.get(picture.id)
        if known:
            return known
        answer = self._api.upload("media/uploadimg", _file(picture, in_text(bytes_of(picture), picture.alt)))
        address = answer.get("url")
        if (
            not isinstance(address, str)
            or not address.startswith(("http://", "https://"))
            or set(address) & set("\"<>' ")
        ):
            raise BusyError("garbled", unknown=False, words="media/uploadimg")
        with self._lock:
            forget_old(self._uploaded)
            self._uploaded[picture.id] = address
        return address

    def _cover(self, piece: Piece, at: Standing | None) -> str:
        """Id of the cover in the library; an update keeps the one that is there when it is the same."""
        if at is not None and (there := self._cover_there(at, str(piece.fields["cover"]))):
            return there
        cover = piece.pictures[0]
        with self._lock:
            known = self._uploaded.get(f"cover {cover.id}")
        if known:
            return known
        made = self._api.upload(
            "material/add_material", _file(cover, thumbnail(bytes_of(cover), cover.alt)), {"type": "thumb"}
        )
        found = made.get("media_id")
        if not isinstance(found, str) or not found:
            raise BusyError("garbled", unknown=False, words="material/add_material")
        with self._lock:
            forget_old(self._uploaded)
            self._uploaded[f"cover {cover.id}"] = found
        return found

    def _cover_there(self, at: Standing, cover: str) -> str:
        media, index = _parts(at.thing)
        articles = self._articles_of(media) or []
        if index >= len(articles) or marks_of(articles[index].get("content_source_url")).cover != cover:
            return ""
        return str(articles[index].get("thumb_media_id") or "")

    def remove(self, at: Standing) -> Standing:
        """Take it out of the box.

        Raises:
            RefusedError: Somebody put it together with other articles; those would go with it.
        """
        media, _ = _parts(at.thing)
        articles = self._articles_of(media)
        if articles is not None:
            if len(articles) > 1:
                raise RefusedError("wechat_together", count=len(articles))
            with suppress(CodeError):
                self._api.call("draft/delete", {"media_id": media}, known=_GONE)
        return Standing(at.thing, at.key, Status.GONE, BOX)

    def _standing(self, media: str, at: int, article: Mapping[str, Any], *, whole: bool = False) -> Standing:
        marks = marks_of(article.get("content_source_url"))
        fields = _fields(article, marks) if whole else {}
        names = ("title", "author", "digest", "content", "content_source_url", "thumb_media_id")
        told = json.dumps([article.get(name) for name in names], ensure_ascii=False)
        stamp = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest() if whole else ""
        return Standing(f"{media}/{at}", marks.key, Status.PUBLIC, BOX, stamp, fields)


def _fields(article: Mapping[str, Any], marks: Marks) -> dict[str, Any]:
    """What stands there in the words of `Piece.fields`."""
    content = str(article.get("content") or "")
    texts = {name: str(article.get(name) or "").strip() for name in ("title", "author", "digest")}
    return {
        **texts,
        "content": shown_text(content),
        "pictures": len(re.findall(r"<img[\s/>]", content, re.IGNORECASE)),
        "cover": marks.cover,
        "version": marks.version,
        "link": str(article.get("content_source_url") or "").replace("&amp;", "&"),
    }


def _articles(found: object) -> list[dict[str, Any]]:
    rows = found.get("news_item") if isinstance(found, dict) else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _parts(thing: str) -> tuple[str, int]:
    media, _, at = thing.rpartition("/")
    return media, int(at) if at.isdigit() else 0


def _file(picture: Picture, made: Rendition) -> tuple[str, bytes, str]:
    ending = "png" if made.mime == "image/png" else "jpg"
    return f"{picture.id}.{ending}", made.data, made.mime
