"""Pictures in the media library of a WordPress: each once, known by the sha256 that its address there begins with."""

from __future__ import annotations

import hashlib
import re
import secrets
import threading
from collections import Counter
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.publish.targets.destination import RefusedError
from editor.publish.targets.web_answers import accepted, accepted_rows, succeeded, words
from editor.publish.targets.web_pictures import bytes_of, forget_old
from editor.publish.targets.wordpress_api import PAGE, number, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from editor.publish.targets.destination import Picture
    from editor.publish.targets.wordpress_api import Api, Query

_SLUG = re.compile(r"([0-9a-f]{64})(-[a-z2-7]{12})?")
_AT_ONCE = 50
_FIELDS = "id,slug,source_url,media_details"
_NOTE = 200
_LOCKS = 64
_SHA = 64
_ANY = "inherit,private"
"""Private: what our plug-in hides until the article is public."""
_ASKED: Query = {"context": "edit", "per_page": PAGE, "_fields": _FIELDS}


class Medium(NamedTuple):
    """A picture that is there: its id, its address, and the sha256 of the picture it was made from."""

    thing: int
    address: str
    picture: str


class Media:
    """The media library. Used by several threads; what is known is asked for once."""

    def __init__(self, api: Api) -> None:
        """Nothing is called yet."""
        self._api = api
        self._lock = threading.Lock()
        self._locks = [threading.Lock() for _ in range(_LOCKS)]
        self._by_slug: dict[str, Medium | None] = {}
        self._by_address: dict[str, Medium] = {}
        self._by_id: dict[int, Medium] = {}
        self._wanted: dict[str, None] = {}
        self._half_made: dict[str, int] = {}
        self._used: Counter[str] = Counter()

    def want(self, slugs: Iterable[str]) -> None:
        """These will be asked for: they are looked up together."""
        with self._lock:
            self._wanted.update(dict.fromkeys(slug for slug in slugs if slug not in self._by_slug))

    def put(self, picture: Picture, slug: str, *, post: int, hidden: bool) -> Medium:
        """The picture as it stands there: found, or sent now.

        Args:
            picture: What goes.
            slug: Its name there.
            post: The post it belongs to, 0 = none: as long as that one is no more than a draft, visitors see no entry.
            hidden: The file gets a name that cannot be guessed.
        """
        with self._lock_of(slug):  # two threads do not send the same picture
            found = self.find([slug]).get(slug)
            if found is None:
                with self._lock:  # if no answer comes, it may be there all the same
                    self._by_slug.pop(slug, None)
                    left = self._half_made.pop(slug, 0)
                if left:
                    self._delete(left)
                found = self._sent(picture, slug, post=post, hidden=hidden)
            return found

    def find(self, slugs: Iterable[str]) -> Mapping[str, Medium]:
        """Those of these that are there."""
        slugs = list(slugs)
        with self._lock:
            unknown = [slug for slug in slugs if slug not in self._by_slug]
            asked = list(dict.fromkeys([*unknown, *self._wanted])) if unknown else []
            if unknown:
                self._wanted.clear()
        for start in range(0, len(asked), _AT_ONCE):
            part = asked[start : start + _AT_ONCE]
            query: Query = {"slug[]": part, "status": _ANY, **_ASKED}
            rows = accepted_rows(self._api.call("GET", "media", query))
            with self._lock:
                for row in rows:
                    self._keep(row)
                for slug in part:
                    self._by_slug.setdefault(slug, None)
        with self._lock:
            return {slug: found for slug in slugs if (found := self._by_slug.get(slug)) is not None}

    def of_address(self, address: str) -> str:
        """The sha256 of the picture at an address that is known, else ""."""
        with self._lock:
            found = self._by_address.get(address)
        return found.picture if found else ""

    def of_id(self, thing: int) -> str:
        """The sha256 of a picture that is known, else ""."""
        with self._lock:
            found = self._by_id.get(thing)
        return found.picture if found else ""

    def learn(self, post: int, things: Iterable[int], addresses: Iterable[str]) -> list[Medium]:
        """Get to know the pictures of a post; gives those of them that are ours.

        Args:
            post: Its id.
            things: Ids of media it names.
            addresses: Addresses of pictures in it.
        """
        addresses, things = list(addresses), [thing for thing in things if thing]
        slugs = {match[0] for address in addresses if (match := _SLUG.search(address.rpartition("/")[2]))}
        self.find(slugs)
        if any(not self.of_address(address) for address in addresses):
            self._ask({"parent[]": [str(post)]})
        strange = [thing for thing in things if not self.of_id(thing)]
        if strange:
            self._ask({"include[]": [str(thing) for thing in strange]})
        with self._lock:
            found = [self._by_address.get(address) for address in addresses]
            found += [self._by_id.get(thing) for thing in things]
        return list(dict.fromkeys(one for one in found if one is not None))

    def _lock_of(self, slug: str) -> threading.Lock:
        return self._locks[hash(slug[:_SHA]) % _LOCKS]

    @contextmanager
    def using(self, slugs: Iterable[str]) -> Iterator[None]:
        """As long as this lasts these pictures stay: a post that will show them is being written."""
        pictures = [slug[:_SHA] for slug in slugs]
        with self._lock:
            self._used.update(pictures)
        try:
            yield
        finally:
            with self._lock:
                self._used.subtract(pictures)

    def remove(self, medium: Medium, shown: Callable[[], bool]) -> None:
        """Take a picture away for good, with its file, unless it is used; one that is gone is gone.

        Args:
            medium: The picture.
            shown: Says whether a post shows it; asked when nobody can begin to use it any more.
        """
        with self._lock_of(medium.picture):
            with self._lock:
                used = self._used[medium.picture] > 0
            if not used and not shown():
                self._gone(medium)

    def _gone(self, medium: Medium) -> None:
        self._delete(medium.thing)
        with self._lock:
            self._by_slug = {slug: one for slug, one in self._by_slug.items() if one != medium}
            self._by_address.pop(medium.address, None)
            self._by_id.pop(medium.thing, None)

    def _delete(self, thing: int) -> None:
        reply = self._api.call("DELETE", f"media/{thing}", {"force": "true"})
        if reply.status not in {404, 410}:
            accepted(reply)

    def _ask(self, query: dict[str, Any]) -> None:
        rows = accepted_rows(self._api.call("GET", "media", {**query, "status": _ANY, **_ASKED}))
        with self._lock:
            for row in rows:
                self._keep(row)

    def _keep(self, row: Mapping[str, Any]) -> Medium | None:
        """Note what stands there.

        A server that was killed while it took a picture leaves one without sizes, which can be no cover: it is as if
        it were not there, and goes when the picture is sent again.
        """
        match = _SLUG.match(text(row.get("slug")))
        thing, address = number(row.get("id")), text(row.get("source_url"))
        if match is None or not thing or not address:
            return None
        details = row.get("media_details")
        if not (isinstance(details, dict) and number(details.get("width"))):
            self._half_made[match[0]] = thing
            return None
        for known in (self._by_slug, self._by_address, self._by_id):
            forget_old(known)
        medium = Medium(thing, address, match[1])
        self._by_slug[match[0]] = self._by_slug.get(match[0]) or medium
        self._by_address[address] = self._by_id[thing] = medium
        return medium

    def _sent(self, picture: Picture, slug: str, *, post: int, hidden: bool) -> Medium:
        data = bytes_of(picture)
        end = picture.file.rpartition(".")[2]
        file = f"{secrets.token_hex(16) if hidden else slug}.{end}"
        query: dict[str, str | int] = {"slug": slug, "title": slug[:12], "_fields": _FIELDS}
        query |= {"alt_text": _note(picture.alt), "caption": _note(picture.caption)}
        if post:
            query["post"] = post
        if hidden and self._api.bridge:
            query["gaotai_embargo"] = 1
        headers = {
            "Content-Type": picture.mime,
            "Content-Disposition": f'attachment; filename="{file}"',
            "Content-MD5": hashlib.md5(data, usedforsecurity=False).hexdigest(),
        }
        reply = self._api.call("POST", "media", query, body=data, headers=headers)
        if not succeeded(reply) and str(reply.record.get("code", "")).startswith("rest_upload"):
            raise RefusedError("picture_refused", picture=picture.file, words=words(reply))
        if reply.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            raise RefusedError("picture_too_big", picture=picture.file, megabytes=round(len(data) / 1e6, 1))
        row = accepted(reply)
        with self._lock:
            medium = self._keep({**row, "slug": slug})
        if medium is None:
            raise RefusedError("picture_refused", picture=picture.file, words=words(reply))
        return medium


def _note(told: str) -> str:
    """What the library says of a picture; it goes in the address of the call, which has an end."""
    return told if len(told) <= _NOTE else told[: _NOTE - 1] + "…"
