"""Pictures in a Wagtail: each article has its own, so that they can go with it."""

from __future__ import annotations

import hashlib
import re
import threading
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.publish.targets.destination import RefusedError
from editor.publish.targets.web_answers import accepted, garbled, succeeded, words
from editor.publish.targets.web_pictures import bytes_of, forget_old

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.publish.targets.destination import Picture
    from editor.publish.wire import Wire

_FILE = re.compile(r"([0-9a-f]{64})(?:_[A-Za-z0-9]{7})?\.[a-z0-9]+$")
_TITLE = re.compile(r"([0-9a-f]{64})-[0-9a-f]{12}")
_DESCRIPTION = 255


class Image(NamedTuple):
    """A picture that is there: its id, the address of its file, and the sha256 of the picture it was made from."""

    thing: int
    address: str
    picture: str


class Images:
    """The pictures of one site. Used by several threads."""

    def __init__(self, wire: Wire) -> None:
        """Nothing is called yet."""
        self._wire = wire
        self._lock = threading.Lock()
        self._by_title: dict[str, Image] = {}
        self._by_id: dict[int, str] = {}

    def put(self, picture: Picture, key: str, *, new: bool) -> tuple[Image, bool]:
        """The picture of an article as it stands there, and whether it was sent now.

        Args:
            picture: What goes.
            key: Of the article.
            new: Nothing of the article was sent before: it is not looked for.
        """
        title = _title(picture.id, key)
        with self._lock:
            found = self._by_title.get(title)
        found = found or (None if new else self._found(title))
        return (found, False) if found is not None else (self._sent(picture, title), True)

    def at_address(self, address: str) -> str:
        """The sha256 that an address is named after, "" when it is none of ours."""
        match = _FILE.search(address.rpartition("/")[2])
        return match[1] if match else ""

    def named(self, cover: Any) -> str:
        """A picture that a page names, as pieces name it: ``asset:<sha256>``, "" for none."""
        thing = cover.get("id") if isinstance(cover, dict) else None
        if not isinstance(thing, int):
            return ""
        with self._lock:
            known = self._by_id.get(thing)
        if known is None:
            reply = self._wire.call("GET", f"images/{thing}/")
            match = _TITLE.fullmatch(str(reply.record.get("title"))) if succeeded(reply) else None
            known = match[1] if match else f"#{thing}"
            with self._lock:
                self._by_id[thing] = known
        return f"asset:{known}"

    def remove(self, pictures: Iterable[str], key: str, cover: Mapping[str, Any] | None) -> None:
        """Take away pictures of an article for good, with their files.

        Args:
            pictures: Their sha256.
            key: Of the article.
            cover: What its page names as its cover.
        """
        titles = {_title(picture, key) for picture in pictures}
        if cover is not None:
            titles.add(_title(self.named(cover).removeprefix("asset:"), key))
        for title in sorted(titles):
            while image := self._found(title):
                self.drop(image, key)

    def drop(self, image: Image, key: str) -> None:
        """Take away one picture of an article for good, with its file."""
        reply = self._wire.call("DELETE", f"images/{image.thing}/")
        if reply.status not in {204, 404}:
            accepted(reply)  # a page instead of nothing, as a gate in between answers, raises as well
            raise garbled(reply)
        with self._lock:
            self._by_title.pop(_title(image.picture, key), None)
            self._by_id.pop(image.thing, None)

    def _found(self, title: str) -> Image | None:
        items = accepted(self._wire.call("GET", "images/", query={"title": title, "limit": 1})).get("items")
        rows = [row for row in items if isinstance(row, dict)] if isinstance(items, list) else []
        return self._keep(rows[0], title) if rows else None

    def _keep(self, row: Mapping[str, Any], title: str) -> Image | None:
        meta = row.get("meta")
        address = meta.get("download_url") if isinstance(meta, dict) else None
        thing = row.get("id")
        if not isinstance(thing, int) or not isinstance(address, str):
            return None
        image = Image(thing, address, title[:64])
        with self._lock:
            forget_old(self._by_title)
            forget_old(self._by_id)
            self._by_title[title] = image
            self._by_id[thing] = image.picture
        return image

    def _sent(self, picture: Picture, title: str) -> Image:
        files = {
            "file": (picture.file, bytes_of(picture), picture.mime),
            "title": (None, title),
            "description": (None, picture.alt[:_DESCRIPTION]),
        }
        reply = self._wire.call("POST", "images/", files=files)
        if reply.status in {400, 413, 422}:
            raise RefusedError("picture_refused", picture=picture.file, words=words(reply))
        image = self._keep(accepted(reply), title)
        if image is None:
            raise RefusedError("picture_refused", picture=picture.file, words=words(reply))
        return image


def _title(picture: str, key: str) -> str:
    return f"{picture}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
