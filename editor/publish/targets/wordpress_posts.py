"""Posts of a WordPress: looked up, read, written, taken down."""

from __future__ import annotations

import hashlib
import threading
import time
from datetime import UTC, datetime
from functools import partial
from html import unescape
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from editor.publish.targets.destination import BusyError, RefusedError, Standing, Status
from editor.publish.targets.web_answers import accepted, accepted_rows, succeeded, words
from editor.publish.targets.wordpress_api import BRIDGE, PAGE, number, text, total_pages
from editor.publish.targets.wordpress_media import Media
from editor.publish.targets.wordpress_text import held_text, sources, with_addresses, without_addresses
from editor.publish.template import escaped
from editor.publish.words import moment, shown_time, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editor.publish.package import Gone
    from editor.publish.targets.destination import Picture, Piece
    from editor.publish.targets.wordpress_api import Api, Query
    from editor.publish.targets.wordpress_terms import Categories, Tags
    from editor.publish.wire import Reply

_STATUS = {"publish": Status.PUBLIC, "future": Status.SCHEDULED, "trash": Status.GONE, "private": Status.GONE}
"""Private: somebody there has taken it out of the public; a person decides before it comes back."""
_SENT = {Status.DRAFT: "draft", Status.SCHEDULED: "future", Status.PUBLIC: "publish"}
_TRASHED = "__trashed"
_STAMPED = "modified_gmt,title.raw,content.raw,excerpt.raw,slug,status,password,categories,tags,featured_media,author"
"""What `_stamp` is made of: a look-up and a reading must give the same one."""
_FOUND = f"id,link,{_STAMPED},gaotai_key,gaotai_hash"
_WHOLE = f"{_FOUND},date_gmt,meta"
_HASH = 64
_WITHDRAWN = "gaotai_withdrawn"
_NOT_SENT = frozenset({_WITHDRAWN, "gaotai_notice", "gaotai_notice_url"})
_ADDRESS = 6000
"""Bytes of slugs in one look-up; servers take addresses of 8 kB."""
_COMMA = len("%2C")
_AT_ONCE_BELOW = 61.0
"""Seconds: WordPress publishes at once what is scheduled for less than a minute ahead."""


class Posts:
    """The posts of one site. Used by several threads."""

    def __init__(self, api: Api, tags: Tags, categories: Categories) -> None:
        """Nothing is called yet."""
        self._api = api
        self._tags = tags
        self._categories = categories
        self._media = Media(api)
        self._lock = threading.Lock()
        self._users: dict[int, str] = {}

    def want(self, piece: Piece) -> None:
        """This will be put: what it needs is looked up together with what others need."""
        self._media.want(_slug(piece, picture) for picture in piece.pictures)

    def find(self, keys: Sequence[str]) -> dict[str, tuple[Standing, ...]]:
        """See `Destination.find`. A visitor is refused here, so that "nothing" is never said to one."""
        slugs = {form: key for key in keys for form in (key, key + _TRASHED, f"{key}-2", f"{key}-3")}
        found: dict[str, list[Standing]] = {key: [] for key in keys}
        for part in _parts(list(slugs)):
            page, pages = 1, 1
            while page <= pages:
                query: Query = {
                    "slug": ",".join(part),
                    "status": "any,trash",
                    "context": "edit",
                    "per_page": PAGE,
                    "page": page,
                    "_fields": _FOUND,
                }
                reply = self._api.call("GET", "posts", query)
                if _is_stranger(reply):
                    raise RefusedError("password", stops=True, words=words(reply))
                for row in accepted_rows(reply):
                    key = slugs.get(text(row.get("slug")))
                    if key is not None:
                        found[key].append(_standing(row, {}))
                pages, page = total_pages(reply), page + 1
        for row in self._keyed(keys):
            standing = _standing(row, {})
            if standing.key in found and all(one.thing != standing.thing for one in found[standing.key]):
                found[standing.key].append(standing)
        return {key: tuple(sorted(rows, key=lambda row: (row.key != key, row.key))) for key, rows in found.items()}

    def _keyed(self, keys: Sequence[str]) -> list[dict[str, Any]]:
        """What our plug-in knows of these keys, also of posts that somebody has given another slug."""
        if not self._api.bridge:
            return []
        rows = []
        for start in range(0, len(keys), PAGE):
            query = {"keys": ",".join(keys[start : start + PAGE])}
            told = accepted(self._api.call("GET", "find", query, space=BRIDGE)).get("found")
            known = (row for row in (told if isinstance(told, list) else ()) if isinstance(row, dict))
            rows += [{**row, "gaotai_key": row.get("key"), "gaotai_hash": row.get("hash")} for row in known]
        return rows

    def read(self, thing: str) -> Standing | None:
        """See `Destination.read`."""
        row = self._row(thing)
        return None if row is None else _standing(row, self._fields(row))

    def _row(self, thing: str) -> dict[str, Any] | None:
        reply = self._api.call("GET", f"posts/{int(thing)}", {"context": "edit", "_fields": _WHOLE})
        if reply.status == HTTPStatus.NOT_FOUND and reply.record.get("code") == "rest_post_invalid_id":
            return None
        return accepted(reply)

    def put(self, piece: Piece, at: Standing | None, status: Status) -> Standing:
        """See `Destination.put`.

        Pictures of what is to appear later belong to its draft from the beginning, so that no visitor finds them in
        the list of media.
        """
        self._not_too_soon(piece, status)
        with self._media.using(_slug(piece, picture) for picture in piece.pictures):
            return self._put(piece, at, status)

    def _put(self, piece: Piece, at: Standing | None, status: Status) -> Standing:
        body = self._body(piece, status)
        hidden = bool(piece.publish_at) and bool(piece.pictures)
        if hidden and at is None:
            bare = {name: body[name] for name in ("title", "slug", "gaotai_key") if name in body} | {"status": "draft"}
            at = _standing(self._written(piece, "posts", bare), {})
            if at.key != piece.key:
                return at  # a double: its pictures would be those of the other
        addresses, cover = self._placed(piece, at, hidden=hidden)
        body |= {"content": with_addresses(body["content"], addresses), "featured_media": cover}
        if at is not None and self._api.bridge and len(at.stamp) == _HASH:
            body["gaotai_base"] = at.stamp
        row = self._written(piece, f"posts/{at.thing}" if at else "posts", body)
        if status is Status.PUBLIC and row.get("status") == "future":
            body["date_gmt"] = _gmt(self._now() - 1)
            body.pop("gaotai_base", None)
            row = self._written(piece, f"posts/{number(row.get('id'))}", body)
        if row.get("status") == "future" and text(row.get("date_gmt")) != body.get("date_gmt"):
            raise RefusedError("time_differs", at=piece.publish_at, there=text(row.get("date_gmt")))
        return _standing(row, self._fields(row, piece))

    def _now(self) -> float:
        """Time at the site, as far as it tells."""
        return time.time() + (self._api.wire.calls.clock_offset or 0.0)

    def _not_too_soon(self, piece: Piece, status: Status) -> None:
        """What is to appear in less than a minute would appear now."""
        if status is Status.SCHEDULED:
            left = datetime.fromisoformat(piece.publish_at).timestamp() - self._now()
            if 0 < left < _AT_ONCE_BELOW:
                raise BusyError("too_soon", after=left, at=piece.publish_at)

    def _body(self, piece: Piece, status: Status) -> dict[str, Any]:
        """The fields in the form of the interface, but for pictures."""
        body = dict(piece.fields)
        body.pop("cover", None)
        body["status"] = _SENT[status]
        body["password"] = ""  # who closed it there was asked about, see `_standing`
        body["categories"] = self._categories.ids(body["categories"])
        body["tags"] = self._tags.ids(body["tags"])
        if "author" in body:
            body["author"] = self._user(body["author"])
        if self._api.bridge:
            body["gaotai_key"] = piece.key
            body["meta"] = {**body.get("meta", {}), _WITHDRAWN: ""}
        if status is Status.SCHEDULED:
            body["date_gmt"] = _gmt(datetime.fromisoformat(piece.publish_at).timestamp())
        return body

    def _placed(self, piece: Piece, at: Standing | None, *, hidden: bool) -> tuple[dict[str, str], int]:
        """Addresses of the pictures by their id, all of them sent; and the id of the cover there."""
        post = int(at.thing) if at else 0
        addresses, cover = {}, 0
        for picture in piece.pictures:
            medium = self._media.put(picture, _slug(piece, picture), post=post, hidden=hidden)
            addresses[picture.id] = medium.address
            if piece.fields["cover"] == f"asset:{picture.id}":
                cover = medium.thing
        return addresses, cover

    def _written(self, piece: Piece, route: str, body: Mapping[str, Any]) -> dict[str, Any]:
        reply = self._api.call("POST", route, {"context": "edit", "_fields": _WHOLE}, plain=body)
        if not succeeded(reply):
            _look_again(reply, new=route == "posts")
            if reply.record.get("code") in {"db_insert_error", "db_update_error"}:
                texts = [value for value in piece.fields.values() if isinstance(value, str)]
                rare = sorted({character for value in texts for character in value if character > "\uffff"})
                raise RefusedError("database", words=words(reply), characters=" ".join(rare[:10]))
        return accepted(reply)

    def _fields(self, row: Mapping[str, Any], piece: Piece | None = None) -> dict[str, Any]:
        """What stands there, in the words of a piece."""
        content = text(row.get("content"))
        cover = number(row.get("featured_media"))
        self._media.learn(number(row.get("id")), [cover], sources(content))
        categories = self._categories.words(_numbers(row.get("categories")))
        if piece is not None and not piece.fields["categories"] and len(categories) == 1:
            categories = []  # the site's own category for posts without one
        fields: dict[str, Any] = {
            "title": text(row.get("title")),
            "content": without_addresses(content, self._media.of_address),
            "excerpt": text(row.get("excerpt")),
            "slug": _slug_of(row),
            "categories": categories,
            "tags": self._tags.words(_numbers(row.get("tags"))),
            "cover": f"asset:{self._media.of_id(cover) or f'#{cover}'}" if cover else "",
        }
        meta = row.get("meta")
        if isinstance(meta, dict):
            ours = {name: value for name, value in meta.items() if name.startswith("gaotai_")}
            ours = {name: value for name, value in ours.items() if name not in _NOT_SENT}
            if ours:
                fields["meta"] = ours
        if piece is None or "author" in piece.fields:
            fields["author"] = self._user_name(number(row.get("author")))
        return fields

    def _user(self, name: str) -> int:
        """The id of somebody by the name that is shown."""
        with self._lock:
            known = next((one for one, shown in self._users.items() if shown == name), 0)
            if known:
                return known
            query: Query = {"search": name, "per_page": PAGE, "_fields": "id,name"}
            rows = accepted_rows(self._api.call("GET", "users", query))
            self._users.update({number(row.get("id")): unescape(text(row.get("name"))) for row in rows})
            ids = [one for one, shown in self._users.items() if shown == name]
        if len(ids) != 1:
            raise RefusedError("author_unknown", author=name, count=len(ids))
        return ids[0]

    def _user_name(self, thing: int) -> str:
        with self._lock:
            if thing and thing not in self._users:
                reply = self._api.call("GET", f"users/{thing}", {"_fields": "id,name"})
                self._users[thing] = unescape(text(reply.record.get("name"))) if succeeded(reply) else f"#{thing}"
            return self._users.get(thing, "")

    def remove(self, at: Standing, gone: Gone) -> Standing | None:
        """See `Destination.remove`. The page goes first, its pictures next, and at last what is left to the trash."""
        row = self._row(at.thing)
        if row is None:
            return None
        route = f"posts/{at.thing}"
        asked = {"context": "edit", "_fields": _WHOLE}
        notice = _notice(gone) if gone.notice else {}
        meta = _emptied(row, gone) if self._api.bridge else {}
        if notice or meta or row.get("status") in {"publish", "future"}:
            accepted(self._api.call("POST", route, asked, plain={"status": "draft", **notice, "meta": meta}))
        self._remove_pictures(at.thing, row)
        if notice:
            left = self._row(at.thing)
            return None if left is None else _standing(left, self._fields(left))
        reply = self._api.call("DELETE", route, asked)
        no_trash = reply.record.get("code") == "rest_trash_not_supported"  # EMPTY_TRASH_DAYS is 0: a draft stays
        if reply.status not in {404, 410} and not no_trash:
            accepted(reply)
        return Standing(at.thing, _slug_of(row), Status.GONE, at.address or text(row.get("link")), _stamp(reply.record))

    def _remove_pictures(self, thing: str, row: Mapping[str, Any]) -> None:
        """Those of its pictures that no other article shows."""
        cover = number(row.get("featured_media"))
        for medium in self._media.learn(int(thing), [cover], sources(text(row.get("content")))):
            stem = medium.address.rpartition("/")[2].rpartition(".")[0]
            self._media.remove(medium, partial(self._is_shown, stem, thing))

    def _is_shown(self, stem: str, but: str) -> bool:
        query: Query = {"search": stem, "status": "any", "exclude": but, "context": "edit", "_fields": "id"}
        return bool(accepted_rows(self._api.call("GET", "posts", query)))


def _look_again(reply: Reply, *, new: bool) -> None:
    """A write that came too late: what stands there is another than we thought.

    Raises:
        BusyError: Looking again will tell.
        RefusedError: Another post bears the key.
    """
    code = reply.record.get("code")
    if reply.status == HTTPStatus.NOT_FOUND and code == "rest_post_invalid_id":
        raise BusyError("vanished", after=1.0)
    if code == "gaotai_changed" or (code == "gaotai_exists" and new):
        raise BusyError("changed_meanwhile", after=1.0)
    if code in {"gaotai_other_key", "gaotai_exists"}:
        raise RefusedError("other_key", words=words(reply))


def _emptied(row: Mapping[str, Any], gone: Gone) -> dict[str, str]:
    """Fields of our plug-in that say nothing any more, but for the time of the withdrawal."""
    meta = row.get("meta")
    at = (moment(gone.at) or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
    names = [name for name in meta if name.startswith("gaotai_")] if isinstance(meta, dict) else []
    return {**dict.fromkeys(names, ""), _WITHDRAWN: at.replace("+00:00", "Z")}


def _notice(gone: Gone) -> dict[str, Any]:
    """The fields of a post that only says that the article was withdrawn."""
    told = words_of(gone.variant)
    content = f"<p>{escaped(told['notice_text'])}{escaped(told['notice_at'])}：{escaped(shown_time(gone.at))}。</p>"
    return {
        "title": held_text(told["notice_title"]),
        "content": content,
        "excerpt": "",
        "tags": [],
        "featured_media": 0,
        "status": "publish",
    }


def _slug(piece: Piece, picture: Picture) -> str:
    """The name of a picture there: the same for all articles that show it, its own for a cover that no text shows.

    What a text shows can be searched for when an article is taken down; a cover cannot.
    """
    if f"asset:{picture.id}" in piece.fields["content"]:
        return picture.id
    own = hashlib.sha256(piece.key.encode()).hexdigest().translate(str.maketrans("0189", "ghij"))
    return f"{picture.id}-{own[:12]}"


def _standing(row: Mapping[str, Any], fields: Mapping[str, Any]) -> Standing:
    status = _STATUS.get(text(row.get("status")), Status.DRAFT)
    if status == Status.PUBLIC and text(row.get("password")):
        status = Status.GONE  # as private: nobody reads it any more
    at = text(row.get("date_gmt")) if status == Status.SCHEDULED else ""
    return Standing(
        thing=str(number(row.get("id"))),
        key=text(row.get("gaotai_key")) or _slug_of(row),
        status=status,
        address=text(row.get("link")),
        stamp=_stamp(row),
        fields=fields,
        publish_at=f"{at}+00:00" if at else "",
    )


def _slug_of(row: Mapping[str, Any]) -> str:
    return text(row.get("slug")).removesuffix(_TRASHED)


def _stamp(row: Mapping[str, Any]) -> str:
    """What our plug-in tells; else the time of the last change, which counts in seconds, and a hash of all of it."""
    if len(text(row.get("gaotai_hash"))) == _HASH:
        return text(row.get("gaotai_hash"))
    status = text(row.get("status")).replace("future", "publish")  # its time came: nobody has changed anything
    told = "\0".join([status, *(text(row.get(name)) for name in ("title", "content", "excerpt", "slug", "password"))])
    told += "\0".join(str(row.get(name)) for name in ("categories", "tags", "featured_media", "author"))
    return f"{text(row.get('modified_gmt'))} {hashlib.sha256(told.encode()).hexdigest()[:16]}"


def _numbers(value: Any) -> list[int]:
    return [found for one in value if (found := number(one))] if isinstance(value, list) else []


def _gmt(seconds: float) -> str:
    return datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None).isoformat(timespec="seconds")


def _parts(slugs: Sequence[str]) -> Iterator[list[str]]:
    """Slugs in parts that fit into an address."""
    part: list[str] = []
    size = 0
    for slug in slugs:
        if part and size + len(slug) + _COMMA > _ADDRESS:
            yield part
            part, size = [], 0
        part.append(slug)
        size += len(slug) + _COMMA
    if part:
        yield part


def _is_stranger(reply: Reply) -> bool:
    """Whether a look-up was refused because we are nobody there."""
    return reply.status == HTTPStatus.BAD_REQUEST and reply.record.get("code") == "rest_invalid_param"
