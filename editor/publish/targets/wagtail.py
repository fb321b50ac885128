"""Wagtail by its own interface for writing (v3) and a token; pages of a type that the newsroom has made.

The key stands in a field of the page that the database keeps unique: nothing can be made twice. What an interface of
such a site takes is what its page type says; fields that it does not know are dropped without a word, so that the
answer to every write is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.publish.targets.destination import Loss, Piece, Traits
from editor.publish.targets.kinds import Option
from editor.publish.targets.wagtail_lists import Shape
from editor.publish.targets.wagtail_pages import Pages
from editor.publish.targets.wagtail_probe import probe
from editor.publish.targets.wagtail_trail import trail
from editor.publish.targets.web_page import Visitor
from editor.publish.targets.web_piece import ABOVE, composed, too_long, web_text
from editor.publish.wire import Wire, checked_address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.package import Gone, Package
    from editor.publish.targets.destination import Health, Look, Standing, Status
    from editor.publish.targets.traces import Trace, Trail
    from editor.publish.targets.web_piece import WebText

FIELDS = {
    "body": "html",
    "summary": "summary",
    "cover": "cover",
    "tags": "tags",
    "kicker": "kicker",
    "subheadline": "subheadline",
    "byline": "byline",
    "source": "source",
    "editor": "editor",
    "responsible_editor": "responsible_editor",
    "column": "column",
    "variant": "language",
    "origin_url": "origin_url",
    "first_published": "first_published",
}
"""What we have, by the names of fields of the page type in docs/targets.md; ``fields`` of the target changes them."""

_MORE = frozenset({"genre", "dateline", "number", "revision", "proof", "sign_offs", "origin", "original_headline"})
_SAID = frozenset({"sign_offs", "origin", "original_headline", "original_authors", "dateline"})
"""Facts that stand in the text in any case."""
_TITLE = 255


class WagtailKind:
    """See `kinds.Kind`."""

    name = "wagtail"
    whole = False
    secret = True
    options = (
        Option("url", required=True),
        Option("parent", required=True),
        Option("page_type", default="news.NewsPage"),
        Option("key_field", default="nx_key"),
        Option("fields"),
        Option("api", default="api/v3"),
        Option("indent", default="css", choices=("css", "none")),
        Option("authority"),
    )

    def address(self, options: Mapping[str, str]) -> str:
        """See `kinds.Kind.address`."""
        parent = options.get("parent", "")
        if not (parent.isascii() and parent.isdigit()):
            raise EditorError.usage("option_page_number", option="parent", value=parent)
        fields(options.get("fields", ""))
        return f"{checked_address(options.get('url', ''))}#{options.get('page_type') or 'news.NewsPage'}"

    def open(self, options: Mapping[str, str], secret: str) -> Wagtail:
        """See `kinds.Kind.open`."""
        return Wagtail(options, secret)


KIND = WagtailKind()


def fields(told: str) -> dict[str, str]:
    """Our names by the names of fields there, with those of ``body=content,cover=-`` instead (``-``: has none).

    Raises:
        EditorError: It is not written like this, or we have no such thing (exit 2).
    """
    found = dict(FIELDS)
    for part in told.replace("，", ",").split(","):
        ours, sign, theirs = (piece.strip() for piece in part.partition("="))
        if not part.strip():
            continue
        if not (sign and theirs and ours in {*FIELDS, *_MORE}) or (ours == "body" and theirs == "-"):
            raise EditorError.usage("option_fields", option="fields", value=part.strip(), names=", ".join(FIELDS))
        found[ours] = theirs
    return {ours: theirs for ours, theirs in found.items() if theirs != "-"}


class Wagtail:
    """A site, see `destination.Destination`.

    It keeps no time for us: a page that is scheduled there is locked, and its interface cannot unlock it again.
    """

    traits = Traits(schedules=False, drafts=True, trash=True, page=1000, settle=60.0, refuses_doubles=True)

    def __init__(self, options: Mapping[str, str], secret: str) -> None:
        """Nothing is called yet.

        Raises:
            EditorError: The address, the token or the file of the authority is wrong.
        """
        self._options = options
        self._fields = fields(options.get("fields", ""))
        authority = options.get("authority", "")
        self._wire = Wire(
            f"{checked_address(options['url'])}{options.get('api', 'api/v3').strip('/')}/",
            headers={"Authorization": f"Bearer {secret.strip()}"},
            connections=int(options.get("connections") or 4),
            authority=authority,
        )
        self._visitor = Visitor(lambda site: Wire(site, authority=authority))
        self._shape = Shape(
            parent=int(options["parent"]),
            type=options.get("page_type") or "news.NewsPage",
            key=options.get("key_field") or "nx_key",
            body=self._fields["body"],
            cover=self._fields.get("cover", ""),
            tags=self._fields.get("tags", ""),
            time=self._fields.get("first_published", ""),
        )
        self._pages = Pages(self._wire, self._visitor, self._shape)

    @property
    def wire(self) -> Wire:
        """The connection, for figures of speed."""
        return self._wire

    def probe(self) -> Health:
        """See `Destination.probe`."""
        return probe(self._wire, self._shape, tuple(self._fields.values()))

    def piece(self, package: Package, key: str, publish_at: str) -> Piece:
        """See `Destination.piece`; the time is kept here, so that pieces have none."""
        del publish_at
        text = web_text(package, key)
        told = self._told(text)
        mine = {theirs: told[ours] for ours, theirs in self._fields.items()}
        return Piece(
            key=key,
            name=package.name,
            fields={"title": text.title, self._shape.key: key, **mine},
            pictures=text.pictures if self._shape.cover or not text.cover_apart else text.pictures[1:],
            losses=(*text.losses, *self._losses(text)),
        )

    def _told(self, text: WebText) -> dict[str, Any]:
        """Everything that can go into a field, by our names."""
        above = [name for name in ABOVE if name not in self._fields]
        body = composed(text, above=above, indent=self._options.get("indent") != "none")
        return {**text.facts, "body": body, "summary": text.summary, "cover": text.cover, "tags": sorted(text.keywords)}

    def _losses(self, text: WebText) -> list[Loss]:
        losses = [*too_long("title", text.title, _TITLE, "characters")]
        for word in text.keywords:
            losses += too_long("tags", word, 100, "characters")  # taggit.Tag.name
        told = {**text.facts, "summary": text.summary, "tags": text.keywords, "cover": text.cover}
        nowhere = [name for name in told if told[name] and name not in {*self._fields, *_SAID, *ABOVE}]
        if nowhere:
            losses.append(Loss("no_fields", "", ", ".join(nowhere)))
        return losses

    def find(self, keys: Sequence[str]) -> Mapping[str, tuple[Standing, ...]]:
        """See `Destination.find`."""
        return self._pages.find(keys)

    def read(self, thing: str) -> Standing | None:
        """See `Destination.read`."""
        return self._pages.read(thing)

    def put(self, piece: Piece, at: Standing | None, status: Status) -> Standing:
        """See `Destination.put`."""
        return self._pages.put(piece, at, status)

    def remove(self, at: Standing, gone: Gone) -> Standing | None:
        """See `Destination.remove`."""
        return self._pages.remove(at, gone)

    def locate(self, address: str) -> Standing | None:
        """See `destination.Locating`."""
        return self._pages.at(address)

    def look(self, address: str) -> Look:
        """See `Destination.look`."""
        return self._visitor.look(address)

    def trail(self, trace: Trace) -> Trail:
        """See `traces.Traceable`."""
        return trail(self._wire, checked_address(self._options["url"]), self._shape, trace)

    def close(self) -> None:
        """Hang up."""
        self._wire.close()
        self._visitor.close()
