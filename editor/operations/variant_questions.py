"""What a person sees of a conversion: passages side by side, changed spans in whole words, and what to look at."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from editor.markup.blocks import Image, Rule, block_text, paragraph
from editor.records.converting import MANY, NAME, PLAIN, REGIONAL, WORD, Passage, Question, Spot
from editor.text.lexicon import folded
from editor.text.variants.borders import cut
from editor.text.variants.decisions import REGIONAL as REGIONAL_CHOICE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from editor.article import Article, Slip
    from editor.text.variants.articles import FieldChoice, Whole
    from editor.text.variants.model import Change, Decision

_CONTEXT = 7
_LONGEST_WORD = 6
_FIELDS = (
    *("kicker", "headline", "subheadline", "summary", "dateline", "source", "column", "contact"),
    *("editor", "responsible_editor"),
)
_KINDS = {"one-to-one": PLAIN, "one-to-many": MANY, "word": WORD, "protected": NAME}
_HEADLINE = "headline"

Where = tuple[str, "int | None"]


class _Span(NamedTuple):
    """A span of one passage; ``choice`` where it may read otherwise."""

    start: int
    end: int
    grown: int  # characters more in the result
    kind: str
    choice: FieldChoice | None = None


class Shown(NamedTuple):
    """The parts of a proposal that a person sees."""

    passages: tuple[Passage, ...]
    spots: tuple[Spot, ...]
    questions: tuple[Question, ...]


def shown(source: Article, whole: Whole, kept: Collection[Where], decisions: Iterable[Decision]) -> Shown:
    """Everything to be seen of a conversion.

    Args:
        source: What was converted.
        whole: What came of it; what stays as it was is in its article.
        kept: Blocks (``("blocks", n)``) and fields (``("summary", None)``) that stay as they were mended by hand.
        decisions: What was decided before.
    """
    builder = _Builder(whole, decisions)
    for where, before, after in _fields(source.slip, whole.article.slip):
        builder.field(where, before, after, kept=(where[0].partition(".")[0], None) in kept)
    number = 0
    for index, (old, new) in enumerate(zip(source.blocks, whole.article.blocks, strict=True)):
        counted = not isinstance(old, (Image, Rule))
        number += counted
        stays = ("blocks", index) in kept
        builder.passage(("blocks", index), Passage("", number if counted else 0, old, new, stays))
        if isinstance(old, Image) and isinstance(new, Image) and not stays:
            builder.field(("blocks.credit", index), old.credit, new.credit)
            builder.field(("blocks.alt", index), old.alt, new.alt)
    return builder.made()


def _fields(before: Slip, after: Slip) -> Iterator[tuple[Where, str, str]]:
    for name in _FIELDS:
        yield (name, None), getattr(before, name), getattr(after, name)
    for name in ("byline", "page_credits"):
        for index, (old, new) in enumerate(zip(getattr(before, name), getattr(after, name), strict=False)):
            yield (name, index), old.name, new.name
            yield (f"{name}.label", index), old.label, new.label
    for index, (one, other) in enumerate(zip(before.keywords, after.keywords, strict=False)):
        yield ("keywords", index), one, other
    for index, (left, right) in enumerate(zip(before.outlets, after.outlets, strict=False)):
        for name in ("headline", "summary", "column"):
            yield (f"outlets.{name}", index), getattr(left, name) or "", getattr(right, name) or ""
    for index, (old_note, new_note) in enumerate(zip(before.corrections, after.corrections, strict=False)):
        yield ("corrections.text", index), old_note.text, new_note.text


def _called(field: str) -> str:
    """What a field is called where it is shown: a field of the slip, of a picture, or of an outlet."""
    first, _, last = field.partition(".")
    return last if first in {"blocks", "outlets"} else first


class _Builder:
    """Gathers passages with their spots and questions."""

    def __init__(self, whole: Whole, decisions: Iterable[Decision]) -> None:
        self._changes: dict[Where, list[Change]] = {}
        for one in whole.changes:
            self._changes.setdefault((one.field, one.index), []).append(one.change)
        self._choices: dict[Where, list[FieldChoice]] = {}
        for choice in whole.choices:
            self._choices.setdefault((choice.field, choice.index), []).append(choice)
        self._decided = {(one.before, one.left, one.right): one.after for one in decisions}
        self._passages: list[Passage] = []
        self._spots: list[Spot] = []
        self._questions: list[Question] = []
        self._asked: dict[tuple[str, tuple[str, ...], str], int] = {}

    def field(self, where: Where, before: str, after: str, *, kept: bool = False) -> None:
        """A field, when there is something to see of it."""
        asks = any(choice.choice.open for choice in self._choices.get(where, ()))
        if before and (before != after or asks or where[0] == _HEADLINE):
            self.passage(where, Passage(_called(where[0]), 0, paragraph(before), paragraph(after), kept))

    def passage(self, where: Where, passage: Passage) -> None:
        """The next passage."""
        number = len(self._passages)
        self._passages.append(passage)
        if passage.kept:
            return
        before, after = block_text(passage.source), block_text(passage.result)
        spans = _spans(self._changes.get(where, ()), self._choices.get(where, ()))
        placed = _placed(number, before, after, spans)
        for spot, span in placed:
            self._spots.append(spot)
            if span.choice is not None:
                self._ask(passage, spot, span.choice, before, after)

    def _ask(self, passage: Passage, spot: Spot, choice: FieldChoice, before: str, after: str) -> None:
        number = len(self._spots) - 1
        offered = choice.choice
        first, last = spot.at - (spot.start - spot.first), spot.till + (spot.last - spot.end)
        chosen = self._decided.get(choice.place, "")
        word = before[spot.first : spot.last]
        key = (word, offered.candidates, chosen)
        if spot.kind == REGIONAL and key in self._asked:
            one = self._questions[self._asked[key]]
            more = one._replace(spots=(*one.spots, number), places=(*one.places, choice.place))
            self._questions[self._asked[key]] = more
            return
        self._asked[key] = len(self._questions)
        self._questions.append(
            Question(
                kind=spot.kind,
                spots=(number,),
                places=(choice.place,),
                paragraph=passage.paragraph,
                field=passage.field,
                head=_head(before, spot.first),
                word=word,
                tail=_tail(before, spot.last),
                before=offered.before,
                inner=spot.start - spot.first,
                result_head=_head(after, first),
                lead=after[max(0, first) : spot.at],
                rest=after[spot.till : last],
                result_tail=_tail(after, last),
                candidates=offered.candidates,
                chosen=chosen if chosen in offered.candidates else "",
                open=offered.open,
            )
        )

    def made(self) -> Shown:
        """What was gathered."""
        return Shown(tuple(self._passages), tuple(self._spots), tuple(self._questions))


def _head(text: str, at: int) -> str:
    return text[max(0, at - _CONTEXT) : max(0, at)].rpartition("\n")[2]


def _tail(text: str, at: int) -> str:
    return text[at : at + _CONTEXT].partition("\n")[0]


def _spans(changes: Collection[Change], choices: Collection[FieldChoice]) -> list[_Span]:
    """Changed spans and those that might have been, in order; a word of the region is one span."""
    by_start = {choice.choice.start: choice for choice in choices}
    words = [(c.choice.start, c.choice.end) for c in choices if c.choice.kind == REGIONAL_CHOICE]
    found: list[_Span] = []
    grown: dict[int, int] = {}
    for change in sorted(changes, key=lambda one: one.start):
        more = len(change.after) - (change.end - change.start)
        number = bisect_right(words, (change.start, 1 << 60)) - 1
        if number >= 0 and words[number][1] > change.start:
            grown[words[number][0]] = grown.get(words[number][0], 0) + more
            continue
        kind = _KINDS[str(change.kind)]
        choice = by_start.pop(change.start, None)
        found.append(_Span(change.start, change.end, more, kind, choice))
    for start, choice in by_start.items():
        offered = choice.choice
        if offered.kind == REGIONAL_CHOICE:
            found.append(_Span(start, offered.end, grown.get(start, 0), REGIONAL, choice))
        else:
            found.append(_Span(start, offered.end, 0, _KINDS[offered.kind], choice))
    return sorted(found, key=lambda span: span.start)


def _placed(number: int, before: str, after: str, spans: Sequence[_Span]) -> list[tuple[Spot, _Span]]:
    """Spans with their places in both texts; none at all where they do not explain the result."""
    words = _words(before) if spans else []
    found: list[tuple[Spot, _Span]] = []
    done = reached = 0
    for span in spans:
        at = reached + span.start - done
        if span.start < done or before[done : span.start] != after[reached:at]:
            return []
        till = at + (span.end - span.start) + span.grown
        first, last = _word(words, span.start, span.end)
        found.append((Spot(number, span.start, span.end, at, till, first, last, span.kind), span))
        done, reached = span.end, till
    return found if before[done:] == after[reached:] else []


def _words(text: str) -> list[int]:
    """Where words begin, and where the last one ends; read by words of Simplified text."""
    pieces = cut(folded(text))
    borders = [0, *accumulate(map(len, pieces))]
    return borders if borders[-1] == len(text) else []


def _word(borders: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The whole word, or words, that a span lies in; the span itself where that would be very long."""
    if not borders:
        return start, end
    first = borders[bisect_right(borders, start) - 1]
    last = next((border for border in borders[bisect_right(borders, end - 1) :] if border >= end), end)
    return (first, last) if last - first <= max(_LONGEST_WORD, end - start) else (start, end)
