"""Pages of a Wagtail: looked up, read, written, taken down."""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import suppress
from html import unescape
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from editor.publish.targets.destination import BusyError, RefusedError, Standing, Status
from editor.publish.targets.wagtail_images import Images
from editor.publish.targets.wagtail_lists import Lists, address_of, id_of, meta_of
from editor.publish.targets.web_addresses import path_of, same_page
from editor.publish.targets.web_answers import accepted, refuse, succeeded
from editor.publish.targets.web_piece import PICTURE
from editor.publish.template import escaped
from editor.publish.wire import WireError
from editor.publish.words import shown_time, utc_text, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.package import Gone
    from editor.publish.targets.destination import Piece
    from editor.publish.targets.wagtail_images import Image
    from editor.publish.targets.wagtail_lists import Shape
    from editor.publish.targets.web_page import Visitor
    from editor.publish.wire import Reply, Wire

_SOURCE = re.compile(r'(?<=<img src=")([^"]*)(?=")')
_DETAIL = re.compile(r"/pages/(\d{1,18})/?$")


class Pages:
    """The pages of one type at one site. Used by several threads."""

    def __init__(self, wire: Wire, visitor: Visitor, shape: Shape) -> None:
        """Nothing is called yet."""
        self._wire = wire
        self._visitor = visitor
        self._shape = shape
        self._images = Images(wire)
        self._lists = Lists(wire, shape)
        self._tried: dict[str, None] = {}

    def find(self, keys: Sequence[str]) -> dict[str, tuple[Standing, ...]]:
        """See `Destination.find`."""
        self._tried.update(dict.fromkeys(keys))
        return self._lists.find(keys, self.read)

    def read(self, thing: str) -> Standing | None:
        """See `Destination.read`. What stands there is the newest version; whether it is public, a visitor tells."""
        row = self._row(thing)
        return None if row is None else self._standing(row, self._status(row))

    def at(self, address: str) -> Standing | None:
        """See `Destination.locate`: the site itself says which page an address leads to."""
        reply = self._wire.call("GET", "pages/find/", query={"html_path": path_of(address)})
        leads = _DETAIL.search(reply.headers.get("location", "").partition("?")[0])
        if leads is None:
            if reply.status != HTTPStatus.NOT_FOUND:
                refuse(reply)
            return None
        found = self.read(leads[1])
        return found if found is not None and same_page(found.address, address) else None

    def _row(self, thing: str) -> dict[str, Any] | None:
        reply = self._wire.call("GET", f"pages/{int(thing)}/", query={"version": "draft"})
        if reply.status == HTTPStatus.NOT_FOUND:
            user = self._wire.call("GET", "whoami/")
            if not succeeded(user):
                refuse(user)
            return None
        found = accepted(reply)
        if self._shape.key not in found:
            raise RefusedError("no_key_field", field=self._shape.key)
        return found

    def _status(self, row: Mapping[str, Any]) -> Status:
        """Whether the public sees it; the interface tells us the same whether it is public or not.

        What was public and is not any more was taken down, by us or by somebody there.
        """
        if not meta_of(row).get("first_published_at"):
            return Status.DRAFT
        live = row.get("live")
        if not isinstance(live, bool):
            live = self._visitor.look(f"{self._wire.base}pages/{id_of(row)}/", fresh=True).status == HTTPStatus.OK
        return Status.PUBLIC if live else Status.GONE

    def put(self, piece: Piece, at: Standing | None, status: Status) -> Standing:
        """See `Destination.put`.

        What was never looked for was never sent (`Traits.refuses_doubles`): its pictures need not be looked for either.
        """
        new = at is None and piece.key not in self._tried
        put = {picture.id: self._images.put(picture, piece.key, new=new) for picture in piece.pictures}
        images = {name: image for name, (image, _) in put.items()}
        body = dict(piece.fields)
        body.pop("slug", None)  # pieces of older versions say it
        if at is None:  # a page that is there keeps its own: readers know it by its address, we know it by its key
            body["slug"] = piece.key
        addresses = {name: image.address for name, image in images.items()}
        body[self._shape.body] = PICTURE.sub(lambda match: escaped(addresses[match[1]]), piece.fields[self._shape.body])
        if self._shape.cover:
            cover = images.get(str(body.pop(self._shape.cover)).removeprefix("asset:"))
            body[f"{self._shape.cover}_id"] = cover.thing if cover else None
        if self._shape.time and not body[self._shape.time]:
            body[self._shape.time] = None
        try:
            row = self._written(body, at, status)
        except BusyError as error:
            if new and error.code == "changed_meanwhile":  # somebody's page, with pictures of its own
                self._take_back([image for image, sent in put.values() if sent], piece.key)
            raise
        return self._standing(row, Status.PUBLIC if status is Status.PUBLIC else self._unseen(at), piece)

    def _take_back(self, images: Sequence[Image], key: str) -> None:
        for image in images:
            with suppress(BusyError, RefusedError, WireError):  # it goes with the article when that is withdrawn
                self._images.drop(image, key)

    @staticmethod
    def _unseen(at: Standing | None) -> Status:
        """A draft over a public page leaves that page public."""
        return Status.PUBLIC if at is not None and at.status is Status.PUBLIC else Status.DRAFT

    def _written(self, body: Mapping[str, Any], at: Standing | None, status: Status) -> dict[str, Any]:
        meta: dict[str, Any] = {"type": self._shape.type}
        if status is Status.PUBLIC:
            meta["action"] = "publish"
        if at is None:
            reply = self._wire.call("POST", "pages/", plain={**body, "meta": meta | {"parent_id": self._shape.parent}})
        else:
            reply = self._wire.call("PATCH", f"pages/{at.thing}/", plain={**body, "meta": meta})
        if reply.status == HTTPStatus.NOT_FOUND and at is not None:
            raise BusyError("vanished", after=1.0)
        if at is None and self._is_taken(reply):
            raise BusyError("changed_meanwhile", after=1.0)
        return accepted(reply)

    def _is_taken(self, reply: Reply) -> bool:
        """Whether a page with this key is there already."""
        errors = reply.record.get("errors")
        return reply.status == HTTPStatus.UNPROCESSABLE_ENTITY and any(
            isinstance(error, dict) and error.get("type") == "unique" and error.get("loc") == [self._shape.key]
            for error in (errors if isinstance(errors, list) else ())
        )

    def _standing(self, row: Mapping[str, Any], status: Status, piece: Piece | None = None) -> Standing:
        fields = self._fields(row, piece)
        key = row.get(self._shape.key)
        told = json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
        return Standing(
            thing=id_of(row),
            key=key if isinstance(key, str) else "",
            status=status,
            address=address_of(row),
            stamp=hashlib.sha256(told).hexdigest(),
            fields=fields,
        )

    def _fields(self, row: Mapping[str, Any], piece: Piece | None) -> dict[str, Any]:
        """What stands there, in the words of a piece; fields that the interface does not tell are left out."""
        fields = {name: value for name, value in row.items() if name not in {"id", "meta"}}
        fields["slug"] = meta_of(row).get("slug", "")
        body = fields.get(self._shape.body)
        if isinstance(body, str):
            fields[self._shape.body] = _SOURCE.sub(self._named, body)
        if self._shape.time and isinstance(time := fields.get(self._shape.time), str):
            fields[self._shape.time] = utc_text(time)
        elif self._shape.time in fields:
            fields[self._shape.time] = ""
        if self._shape.cover in fields:
            fields[self._shape.cover] = self._images.named(fields[self._shape.cover])
        tags = fields.get(self._shape.tags)
        if isinstance(tags, list):
            sent = piece.fields.get(self._shape.tags, ()) if piece else ()
            same = {word.casefold(): word for word in sent}
            fields[self._shape.tags] = sorted(same.get(str(tag).casefold(), str(tag)) for tag in tags)
        return fields

    def _named(self, match: re.Match[str]) -> str:
        name = self._images.at_address(unescape(match[1]))
        return f"asset:{name}" if name else match[1]

    def remove(self, at: Standing, gone: Gone) -> Standing | None:
        """See `Destination.remove`. Its pictures go first: a page that is down is not looked at again.

        What was there stays as a draft for those who work there.
        """
        row = self._row(at.thing)
        if row is None:
            return None
        key = str(row.get(self._shape.key) or at.key)
        body = row.get(self._shape.body)
        found = _SOURCE.findall(body) if isinstance(body, str) else []
        shown = {name for source in found if (name := self._images.at_address(unescape(source)))}
        cover = row.get(self._shape.cover)
        self._images.remove(shown, key, cover if isinstance(cover, dict) else None)
        if gone.notice:
            there = Standing(at.thing, key, Status.PUBLIC)
            return self._standing(self._written(self._notice(row, gone), there, Status.PUBLIC), Status.PUBLIC)
        if self._status(row) is Status.PUBLIC:
            accepted(self._wire.call("POST", f"pages/{at.thing}/actions/unpublish/", plain={}))
        return Standing(at.thing, key, Status.GONE, address_of(row))

    def _notice(self, row: Mapping[str, Any], gone: Gone) -> dict[str, Any]:
        """Every field empty but a title and a text that say that the article was withdrawn."""
        told = words_of(gone.variant)
        text = f"<p>{escaped(told['notice_text'])}{escaped(told['notice_at'])}：{escaped(shown_time(gone.at))}。</p>"
        kept = {"id", "meta", self._shape.key, "live", "go_live_at", "expire_at"}
        empty: dict[str, Any] = {}
        for name, value in row.items():
            if name not in kept:
                empty[name] = "" if isinstance(value, str) else [] if isinstance(value, list) else None
        if self._shape.cover:
            empty.pop(self._shape.cover, None)
            empty[f"{self._shape.cover}_id"] = None
        if self._shape.time:
            empty[self._shape.time] = None
        return empty | {"title": told["notice_title"], self._shape.body: text}
