"""What leaves the newsroom: an article, the proof that it was signed, and its pictures.

The canonical content is what a sign-off covers (`covers` of a `sign` entry: outlet → sha256). Its form is fixed for
ever: a change here would void every sign-off made before.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.article import Article, Slip, Variant, slip_to_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WEB = "web"
"""The outlet that an article goes to when its slip names no others: the web page and the files made of it."""

INTERNAL_FIELDS = frozenset({"deadline", "publish_at", "contact", "planned_length", "outlets"})
"""Fields of the slip that never leave the newsroom; `outlets` has been applied by then."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """One passed level as the page shows it.

    Attributes:
        level: 1, 2 or 3.
        label: What the level is called (初审, 复审, 终审签发) in Chinese, as printed on the page.
        entry: Id of the `sign` entry; `member` of the person.
        at: ISO 8601.
    """

    level: int
    label: str
    name: str
    member: str
    entry: str
    at: str


@dataclass(frozen=True, slots=True)
class SignedEntry:
    """An entry with all that checking it needs: sha256(body) = id, and Ed25519 over body.

    Attributes:
        sig: Base64.
        key: Base64 of the raw public key that it was signed with.
    """

    id: str
    body: str
    sig: str
    key: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Who passed exactly this text, so that a stranger can check it with sha256sum and openssl alone.

    Attributes:
        newsroom: Id of the newsroom (its founding entry).
        revision: Id of the revision that was signed.
        covers: sha256 (hex) of the canonical content, as the last level's sign states it for the outlet.
        counterchecked_by: Names of those who made 核红.
        bundle: The revision, the submit, the signs, the 核红 and the `member` entries of their authors.
    """

    newsroom: str
    revision: str
    covers: str
    sign_offs: tuple[SignOff, ...]
    counterchecked_by: tuple[str, ...]
    bundle: tuple[SignedEntry, ...]


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture: its bytes are fetched when they are needed."""

    mime: str
    size: int
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another published variant of the same article."""

    name: str
    variant: Variant


@dataclass(frozen=True, slots=True)
class Related:
    """The other half of a correction by notice: the notice, or the article that it corrects.

    Attributes:
        name: See `Package.name`.
        notice: Whether this is the notice; else it is what was corrected.
        at: When it was first passed (ISO 8601).
        address: Where it stands at the place to which the package goes, "" = unknown, or not there.
    """

    name: str
    variant: Variant
    notice: bool
    headline: str
    at: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """A signed article on its way out.

    Attributes:
        name: Id as in file names: the article's id for its own variant, else ``ID@variant``.
        article: Slip (outlet's own headline and summary applied, internal fields emptied) and blocks: those of the
            text, then what stands under a corrected one (`formats.corrected`).
        text: The newsroom Markdown of the body, exactly as signed.
        modified_at: When the revision was made (ISO 8601).
        assets: Pictures by sha256 hex, as ``asset:<sha256>`` in image blocks names them.
        siblings: Other published variants, sorted by name.
        related: Notices that correct it, and what it corrects; no part of what was signed.
        cover: The outlet's own cover picture, "" when it has none.
    """

    name: str
    article: Article
    text: str
    outlet: str
    modified_at: str
    proof: Proof
    assets: Mapping[str, Asset]
    siblings: tuple[Sibling, ...] = ()
    related: tuple[Related, ...] = ()
    cover: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """An article that was withdrawn: nothing of it may be left at the target.

    Attributes:
        notice: Whether a notice stands in its place (公告撤稿) instead of nothing (下线).
        at: When it was withdrawn (ISO 8601).
        why: Reason as entered, "" when none.
    """

    name: str
    variant: Variant
    notice: bool
    at: str
    why: str = ""


def outward(slip: Slip, outlet: str) -> Slip:
    """The slip as an outlet prints it: its own headline, summary, cover and column, internal fields emptied."""
    changes: dict[str, Any] = {}
    for own in slip.outlets:
        if own.name == outlet:
            fields = {"headline": own.headline, "summary": own.summary, "column": own.column}
            changes = {name: value for name, value in fields.items() if value is not None}
    return dataclasses.replace(slip, deadline="", publish_at="", contact="", planned_length="", outlets=(), **changes)


def outlets_of(slip: Slip) -> tuple[str, ...]:
    """Outlets that a sign-off covers: the web always, and those that the slip names."""
    return tuple(dict.fromkeys([WEB, *(own.name for own in slip.outlets)]))


def cover_of(slip: Slip, outlet: str) -> str:
    """The outlet's own cover picture (``asset:<sha256>``), "" when it has none."""
    return next((own.cover for own in slip.outlets if own.name == outlet and own.cover), "")


def canonical(article: str, variant: str, slip: Slip, text: str, outlet: str, cover: str = "") -> bytes:
    """The canonical content of a package: UTF-8 JSON with sorted keys and no blanks.

    It binds the article, its variant, every field that goes out (pictures are named in the text by their hash), the
    outlet and the outlet's cover (given apart where the slip has been made outward already).
    """
    cover = cover or cover_of(slip, outlet)
    content = {
        "v": 1,
        "article": article,
        "variant": variant,
        "outlet": outlet,
        "cover": cover,
        "slip": slip_to_plain(outward(slip, outlet)),
        "text": text,
    }
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def covers_hash(article: str, variant: str, slip: Slip, text: str, outlet: str) -> str:
    """sha256 (hex) of the canonical content."""
    return hashlib.sha256(canonical(article, variant, slip, text, outlet)).hexdigest()
