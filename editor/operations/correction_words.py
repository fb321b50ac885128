"""What a correction says, drafted from what was changed: a person reads and mends it before it is submitted."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from editor.article import Origin, Slip
from editor.markup.blocks import block_text
from editor.operations.comparing import compare
from editor.publish.words import shown_time, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article import Article, Variant
    from editor.records.review import Difference

_CLAUSE = re.compile(r"[，。；：！？、,;:!?\n]")
_MOST_PLACES = 3
"""More places than that nobody corrects in one sentence: a person says it in his own words."""
_MOST_CHARACTERS = 40
_SHOWN_FIELDS = frozenset({"kicker", "headline", "subheadline", "byline", "source", "dateline"})
_CLOSERS = "”’」』）》〉"
_ENDS = tuple("。！？…")
_INNER = str.maketrans("《》", "〈〉")
"""A title within a title has the other marks (GB/T 15834, 4.15)."""


def what_changed(before: Article, after: Article) -> str:
    """“甲”应为“乙”: the clauses in which the two differ, "" where that is not a matter of a few of them."""
    if before.slip.corrections or after.slip.corrections:
        before, after = _without_notes(before), _without_notes(after)
    places = [pair for place in compare(before, after).places for pair in _clauses(place, before, after)]
    pairs = list(dict.fromkeys(places))
    if not pairs or len(pairs) > _MOST_PLACES or not all(_short(was) and _short(now) for was, now in pairs):
        return ""
    words = words_of(after.variant)
    told = [words["correction_was"].format(was=was, now=now) for was, now in pairs]
    return "；".join(told) + "。"


def _without_notes(article: Article) -> Article:
    return dataclasses.replace(article, slip=dataclasses.replace(article.slip, corrections=()))


def _short(text: str) -> bool:
    return 0 < len(text) <= _MOST_CHARACTERS


def _clauses(place: Difference, before: Article, after: Article) -> Iterator[tuple[str, str]]:
    """A changed place with the clause round it; fields that readers do not see are passed over."""
    if place.block is None:
        if place.field in _SHOWN_FIELDS:
            old, new = (_field(article.slip, place.field) for article in (before, after))
            yield old, new
        return
    if place.old_block is None or place.block >= len(after.blocks) or place.old_block >= len(before.blocks):
        yield place.before, place.after
        return
    old, new = block_text(before.blocks[place.old_block]), block_text(after.blocks[place.block])
    yield _clause(old, place.old_start, place.old_end), _clause(new, place.start, place.end)


def _field(slip: Slip, name: str) -> str:
    value = getattr(slip, name)
    return " ".join(credit.name for credit in value) if isinstance(value, tuple) else str(value or "")


def _clause(text: str, start: int, end: int) -> str:
    """The stretch with what stands round it up to the next marks of punctuation."""
    marks = [match.start() for match in _CLAUSE.finditer(text)]
    first = max((mark + 1 for mark in marks if mark < start), default=0)
    last = min((mark for mark in marks if mark >= end), default=len(text))
    return text[first:last].strip()


def whole(text: str) -> str:
    """A sentence with its end."""
    text = text.strip()
    return text if not text or text.rstrip(_CLOSERS).endswith(_ENDS) else f"{text}。"


def notice_slip(slip: Slip, article: str, variant: Variant) -> Slip:
    """The slip of the notice that corrects an article: in the same column (an equal place), its own report."""
    words = words_of(variant)
    return Slip(
        genre="notice",
        headline=words["correction_headline"].format(headline=slip.headline.translate(_INNER)),
        column=slip.column,
        editor=slip.editor,
        responsible_editor=slip.responsible_editor,
        source="" if slip.origin is not None and slip.origin.locked else slip.source,
        origin=Origin.OWN,
        corrects=article,
    )


def notice_text(slip: Slip, published: str, what: str, variant: Variant) -> str:
    """The text of the notice: which article, what was wrong and what is right; a gap where nobody has said it yet."""
    words = words_of(variant)
    told = whole(what) or words["correction_gap"]
    when = shown_time(published[:10]) if published else ""
    headline = slip.headline.translate(_INNER)
    return words["correction_text"].format(date=when, headline=headline, what=told) + "\n"
