"""WordPress by its own REST interface and an application password; our plug-in there is welcome and not needed.

The slug of a post is the key: it stands in the same row of the database as the text, so that a post which was cut off
while it was made can be found. Answers to writes tell what stands there, and are compared with what was sent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.publish.targets.destination import Loss, Piece, Traits
from editor.publish.targets.kinds import Option
from editor.publish.targets.web_page import Visitor
from editor.publish.targets.web_piece import ABOVE, composed, too_long, web_text
from editor.publish.targets.wordpress_api import Api, basic, site_address
from editor.publish.targets.wordpress_found import post_at
from editor.publish.targets.wordpress_posts import Posts
from editor.publish.targets.wordpress_probe import probe
from editor.publish.targets.wordpress_terms import LONGEST, Categories, Tags
from editor.publish.targets.wordpress_text import held, held_text
from editor.publish.targets.wordpress_trail import trail
from editor.publish.wire import Wire
from editor.publish.words import moment, utc_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.package import Gone, Package
    from editor.publish.targets.destination import Health, Look, Standing, Status
    from editor.publish.targets.traces import Trace, Trail
    from editor.publish.targets.web_piece import WebText

META = {
    "kicker": "gaotai_kicker",
    "subheadline": "gaotai_subheadline",
    "byline": "gaotai_byline",
    "source": "gaotai_source",
    "editor": "gaotai_editor",
    "responsible_editor": "gaotai_responsible_editor",
    "column": "gaotai_column",
    "genre": "gaotai_genre",
    "dateline": "gaotai_dateline",
    "origin_url": "gaotai_origin_url",
    "first_published": "gaotai_first_published",
    "variant": "gaotai_language",
    "proof": "gaotai_package",
}
"""Facts by the names of the fields that our plug-in registers."""

_LINE = 1000
"""Characters of such a field."""
_TAG = re.compile(r"<[a-z/!?]", re.IGNORECASE)
"""What fields take for HTML and drop."""
_TEXT = 65_535
"""Bytes of a title and of an excerpt (TEXT in wp_posts)."""
_ONLY_IN_FIELDS = ("first_published", "variant", "genre", "proof")
_NOWHERE = ("number", "revision")


class WordPressKind:
    """See `kinds.Kind`."""

    name = "wordpress"
    whole = False
    secret = True
    options = (
        Option("url", required=True),
        Option("user", required=True),
        Option("details", default="text", choices=("text", "fields")),
        Option("author", default="byline", choices=("byline", "user")),
        Option("terms", default="make", choices=("make", "existing")),
        Option("column_category"),
        Option("indent", default="css", choices=("css", "none")),
        Option("authority"),
    )

    def address(self, options: Mapping[str, str]) -> str:
        """See `kinds.Kind.address`."""
        pairs(options.get("column_category", ""))
        return site_address(options.get("url", ""))

    def open(self, options: Mapping[str, str], secret: str) -> WordPress:
        """See `kinds.Kind.open`."""
        return WordPress(options, secret)


KIND = WordPressKind()


def pairs(told: str) -> dict[str, str]:
    """``要闻=新闻/要闻,体育=Sports`` as a mapping.

    Raises:
        EditorError: It is not written like this (exit 2).
    """
    found = {}
    for part in told.replace("，", ",").split(","):
        left, sign, right = (piece.strip() for piece in part.partition("="))
        if part.strip() and not (left and sign and right):
            raise EditorError.usage("option_pairs", option="column_category", value=part.strip())
        if left:
            found[left] = right
    return found


class WordPress:
    """A site, see `destination.Destination`."""

    traits = Traits(schedules=True, drafts=True, trash=True, page=100, settle=120.0)

    def __init__(self, options: Mapping[str, str], secret: str) -> None:
        """Nothing is called yet.

        Raises:
            EditorError: The address or the file of the authority is wrong.
        """
        self._options = options
        self._columns = pairs(options.get("column_category", ""))
        authority = options.get("authority", "")
        wire = Wire(
            site_address(options["url"]),
            headers={"Authorization": basic(options["user"], secret)},
            connections=int(options.get("connections") or 4),
            authority=authority,
        )
        self._api = Api(wire)
        self._visitor = Visitor(lambda site: Wire(site, authority=authority))
        make = options.get("terms") != "existing"
        self._tags = Tags(self._api, make=make)
        categories = Categories(self._api, make=make, ways=self._columns.values())
        self._posts = Posts(self._api, self._tags, categories)

    @property
    def wire(self) -> Wire:
        """The connection, for figures of speed."""
        return self._api.wire

    def probe(self) -> Health:
        """See `Destination.probe`."""
        return probe(self._api, fields=tuple(META.values()), options=self._options)

    def piece(self, package: Package, key: str, publish_at: str) -> Piece:
        """See `Destination.piece`."""
        text = web_text(package, key)
        fields = self._fields(text, key)
        if self._options.get("author") == "user":
            fields["author"] = next((credit.name for credit in package.article.slip.byline if credit.name), "")
        piece = Piece(
            key=key,
            name=package.name,
            fields={name: value for name, value in fields.items() if name != "author" or value},
            pictures=text.pictures,
            publish_at=utc_text(publish_at) if moment(publish_at) else "",
            losses=(*text.losses, *self._losses(text, fields)),
        )
        self._tags.want(fields["tags"])
        self._posts.want(piece)
        return piece

    def _fields(self, text: WebText, key: str) -> dict[str, Any]:
        lines = self._options.get("details") != "fields"
        category = self._columns.get(text.column, text.column)
        fields: dict[str, Any] = {
            "title": held_text(text.title),
            "content": held(composed(text, above=ABOVE if lines else (), indent=self._options.get("indent") != "none")),
            "excerpt": held_text(text.summary),
            "slug": key,
            "categories": [category] if category else [],
            "tags": sorted(text.keywords),
            "cover": text.cover,
        }
        if not lines:
            fields["meta"] = {name: text.facts[fact] for fact, name in META.items()}
        return fields

    def _losses(self, text: WebText, fields: Mapping[str, Any]) -> list[Loss]:
        losses: list[Loss] = []
        for name in ("title", "excerpt"):
            losses += too_long(name, fields[name], _TEXT, "bytes")
        for name in ("categories", "tags"):
            for word in fields[name]:
                losses += too_long(name, word, LONGEST, "characters")
                if "<" in word:
                    losses.append(Loss("characters", name, "<", stops=True))
        if not fields["categories"]:
            losses.append(Loss("no_column", "categories"))
        for name, value in fields.get("meta", {}).items():
            losses += too_long(name, value, _LINE, "characters")
            if _TAG.search(value):
                losses.append(Loss("characters", name, "<", stops=True))
        nowhere = _NOWHERE if "meta" in fields else (*_ONLY_IN_FIELDS, *_NOWHERE)
        losses.append(Loss("no_fields", "meta", ", ".join(name for name in nowhere if text.facts[name])))
        return losses

    def find(self, keys: Sequence[str]) -> Mapping[str, tuple[Standing, ...]]:
        """See `Destination.find`."""
        return self._posts.find(keys)

    def read(self, thing: str) -> Standing | None:
        """See `Destination.read`."""
        return self._posts.read(thing)

    def put(self, piece: Piece, at: Standing | None, status: Status) -> Standing:
        """See `Destination.put`."""
        return self._posts.put(piece, at, status)

    def remove(self, at: Standing, gone: Gone) -> Standing | None:
        """See `Destination.remove`."""
        return self._posts.remove(at, gone)

    def locate(self, address: str) -> Standing | None:
        """See `destination.Locating`."""
        post = post_at(self._api, address)
        return self._posts.read(str(post)) if post else None

    def look(self, address: str) -> Look:
        """See `Destination.look`."""
        return self._visitor.look(address)

    def trail(self, trace: Trace) -> Trail:
        """See `traces.Traceable`."""
        return trail(self._api, trace)

    def close(self) -> None:
        """Hang up."""
        self._api.wire.close()
        self._visitor.close()
