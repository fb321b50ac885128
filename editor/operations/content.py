"""What a draft and a revision hold: slip, text, and where they came from; as records and as JSON data."""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.article import Article, Slip, Variant, slip_from_plain, slip_to_plain
from editor.errors import EditorError
from editor.markup.reader import read
from editor.publish.package import covers_hash, outlets_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.workflow.entry import Entry

_ASSET = re.compile(r"asset:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Content:
    """One variant of an article as somebody left it.

    Attributes:
        text: Newsroom Markdown of the body.
        entered: For a text taken in from a file: ``original`` (sha256 of the kept bytes), ``encoding``, ``kind`` and
            ``repairs`` (rule, start, before, after in code points of the decoded original); None once it was changed.
        derived: For a script variant: ``revision`` (may be "" while the source is a draft), ``config``,
            ``dictionary``, ``options``; it stays when the text is changed by hand: who wrote the source wrote this too.
        intake: What a person wants to know of how it came in (file, report); never signed.
        original: For a text that was taken in and changed afterwards: the facts of ``entered``, with ``text`` and
            ``slip`` as they were then, so that everybody can be shown what differs; None for all else.
        correct: Of the draft of a correction, what somebody decided: ``form``, ``why``, ``what``, ``notice``; a
            `correct` entry when it is submitted.
    """

    variant: Variant
    slip: Slip
    text: str
    entered: Mapping[str, Any] | None = None
    derived: Mapping[str, Any] | None = None
    intake: Mapping[str, Any] | None = None
    original: Mapping[str, Any] | None = None
    correct: Mapping[str, Any] | None = None

    @property
    def assets(self) -> list[str]:
        """Pictures that the text and the outlets' covers name, by sha256, sorted."""
        covers = " ".join(outlet.cover or "" for outlet in self.slip.outlets)
        return sorted({*_ASSET.findall(self.text), *_ASSET.findall(covers)})

    def article(self, identifier: str) -> Article:
        """The article that this is."""
        return Article(identifier, self.variant, self.slip, read(self.text))

    def covers(self, article: str) -> dict[str, str]:
        """What a sign-off of this covers: outlet → sha256 of the canonical package content."""
        return {
            outlet: covers_hash(article, self.variant, self.slip, self.text, outlet) for outlet in outlets_of(self.slip)
        }

    def same_text(self, other: Content) -> bool:
        """Whether a reader would see the same: slip and body equal."""
        return self.slip == other.slip and self.text == other.text


def to_draft(content: Content) -> str:
    """JSON text of a draft."""
    whole = {
        "slip": slip_to_plain(content.slip),
        "text": content.text,
        "entered": content.entered,
        "derived": content.derived,
        "intake": content.intake,
        "original": content.original,
        "correct": content.correct,
    }
    kept = {key: value for key, value in whole.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def from_draft(variant: str, text: str) -> Content:
    """The content of a draft's JSON text.

    Raises:
        EditorError: It is damaged.
    """
    try:
        plain = json.loads(text)
        whole = isinstance(plain["slip"], dict) and isinstance(plain["text"], str)
    except (ValueError, KeyError, TypeError) as error:
        raise EditorError.library("draft_damaged", variant=variant) from error
    if not whole:
        raise EditorError.library("draft_damaged", variant=variant)
    return Content(
        Variant(variant),
        slip_from_plain(plain["slip"]),
        plain["text"],
        plain.get("entered"),
        plain.get("derived"),
        plain.get("intake"),
        plain.get("original"),
        plain.get("correct"),
    )


def to_revision(content: Content, parents: list[str]) -> dict[str, Any]:
    """The part of a revision's body that holds the content."""
    body: dict[str, Any] = {
        "slip": slip_to_plain(content.slip),
        "text": content.text,
        "assets": content.assets,
        "parents": parents,
    }
    if content.entered is not None and not parents:
        body["entered"] = content.entered
    if content.derived is not None and content.derived.get("revision"):
        # Later revisions name the source alone: enough to know who wrote it.
        body["derived_from"] = {"revision": content.derived["revision"]} if parents else content.derived
    if content.original is not None and not parents and content.slip.origin is not None and content.slip.origin.locked:
        body["original"] = content.original
    return body


def rewritten(before: Content, after: Content) -> Content:
    """What somebody wrote in the place of another content: no longer entered, but its source and original stay.

    Who fills in the slip (origin, column, source) still enters the text of another: whether it is the original is
    asked of the text and its headlines, see `faithful.is_original`.
    """
    if before.entered is not None and _as_printed(before) == _as_printed(after):
        return dataclasses.replace(after, entered=before.entered, derived=before.derived, correct=before.correct)
    original = before.original or _original(before)
    return dataclasses.replace(after, entered=None, derived=before.derived, original=original, correct=before.correct)


def _as_printed(content: Content) -> tuple[object, ...]:
    slip = content.slip
    return content.text, slip.kicker, slip.headline, slip.subheadline, slip.byline


def as_written(content: Content) -> Content:
    """The content as one that was not entered, for a revision that counts as written; source and original stay."""
    original = content.original or _original(content)
    return Content(content.variant, content.slip, content.text, derived=content.derived, original=original)


def _original(content: Content) -> Mapping[str, Any] | None:
    """An entered text as the original of what becomes of it; of own reports nobody asks for it."""
    if content.entered is None or (content.slip.origin is not None and not content.slip.origin.locked):
        return None
    return {**content.entered, "text": content.text, "slip": slip_to_plain(content.slip)}


def from_revision(revision: Entry) -> Content:
    """The content of a revision. Fields of a wrong form count as not given: a body may come from anywhere."""
    body = revision.content
    slip = body.get("slip")
    text = body.get("text")
    try:
        read_slip = slip_from_plain(slip) if isinstance(slip, dict) else Slip()
        variant = Variant(revision.variant)
    except (ValueError, TypeError, AttributeError):
        read_slip, variant = Slip(), Variant.ZH_HANS
    entered, derived, original = (body.get(key) for key in ("entered", "derived_from", "original"))
    return Content(
        variant,
        read_slip,
        text if isinstance(text, str) else "",
        entered if isinstance(entered, dict) else None,
        derived if isinstance(derived, dict) else None,
        original=original if isinstance(original, dict) else None,
    )


def with_slip(content: Content, **changes: Any) -> Content:
    """The same content with some fields of the slip changed."""
    return dataclasses.replace(content, slip=dataclasses.replace(content.slip, **changes))
