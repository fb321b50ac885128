"""An intake report beside the text on the desk, and what decisions make of both; plain data, no widget."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from typing_extensions import override

from editor.markup.blocks import Paragraph, Run, block_text
from editor.records.converting import MANY, Passage, Proposal, Question, Spot
from editor.records.incoming import APPLIED, AWAY, CHANGED, OFFERED, REFUSED
from ui.converting.choosing import ASKED, DONE, NONE, WORD, Choosing, Mark
from ui.proofs.fixing import Fix, fixed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.article import Slip
    from editor.markup.blocks import Block
    from editor.records.incoming import Part, Place, Report

AROUND = 14


class Text(NamedTuple):
    """What stands on the desk."""

    slip: Slip
    blocks: tuple[Block, ...]
    variant: str


class Decision(NamedTuple):
    """A place by its number in the report, and what is to stand there."""

    number: int
    text: str


def decided(report: Report, text: Text, decisions: Sequence[Decision]) -> tuple[Report, Text]:
    """The report and the text after some decisions; places that stand nowhere are left as they are."""
    wanted = dict(decisions)
    places = list(report.places)
    parts = {(places[number].block, places[number].field) for number in wanted if places[number].state != AWAY}
    of_part: dict[tuple[int | None, str], list[int]] = {}
    for number, place in enumerate(places):
        if (place.block, place.field) in parts and place.state != AWAY:
            of_part.setdefault((place.block, place.field), []).append(number)
    slip = text.slip
    fixes: list[Fix] = []
    for (block, field), numbers in of_part.items():
        made = _decide_part(places, sorted(numbers, key=lambda one: (places[one].at, one)), wanted)
        if block is not None:
            fixes += [Fix(block, start, end, new) for start, end, new in made]
        else:
            titled: dict[str, Any] = {field: _replaced(getattr(slip, field), made)}
            slip = dataclasses.replace(slip, **titled)
    return report._replace(places=tuple(places)), Text(slip, fixed(text.blocks, fixes), text.variant)


def _decide_part(places: list[Place], numbers: Sequence[int], wanted: Mapping[int, str]) -> list[tuple[int, int, str]]:
    """Decide the places of one part, in their order; those behind a decision move. Gives what is replaced in it."""
    made: list[tuple[int, int, str]] = []
    by = end = 0
    for number in numbers:
        place = places[number]
        new = wanted.get(number, place.now)
        if new == place.now or place.at < end:  # of two places over one another the first one counts
            places[number] = place._replace(at=place.at + by, till=place.till + by)
            continue
        made.append((place.at, place.till, new))
        at, end = place.at + by, place.till
        by += len(new) - (place.till - place.at)
        places[number] = place._replace(at=at, till=at + len(new), now=new, state=state_of(place, new))
    return made


def _replaced(text: str, made: Sequence[tuple[int, int, str]]) -> str:
    for start, end, new in reversed(made):
        text = text[:start] + new + text[end:]
    return text


def state_of(place: Place, now: str) -> str:
    """What became of a place, by what stands there."""
    if now == place.before:
        return REFUSED if place.machine else OFFERED
    return APPLIED if now in readings(place) else CHANGED


def readings(place: Place) -> tuple[str, ...]:
    """What may stand there instead of the damage, best first."""
    known = place.candidates or ((place.after,) if place.after != place.before else ())
    return known if not place.machine or place.after in known else (place.after, *known)


class Card(NamedTuple):
    """A place as it stands in the list: what stands beside it in the original, and where it is in the article.

    Attributes:
        paragraph: Number from 1, 0 for a title.
    """

    number: int
    place: Place
    head: str
    tail: str
    paragraph: int


class Judging(Choosing):
    """Original and article in rows, with the places of the report, as the page of both columns wants them."""

    def __init__(self, report: Report, text: Text, refused: frozenset[int] = frozenset()) -> None:
        self.report = report
        self.text = text
        self.refused = refused
        passages = tuple(_passage(report, row.start, row.end, row.part, text) for row in report.rows)
        self.cards = _cards(report, text)
        self._rows = _rows(report)
        self._of_row: dict[int, list[int]] = {}
        for number, row in enumerate(self._rows):
            self._of_row.setdefault(row, []).append(number)
        spots = tuple(Spot(max(row, 0), 0, 0, 0, 0, 0, 0, MANY) for row in self._rows)
        questions = tuple(_question(number) for number in range(len(report.places)))
        name = (report.name, report.name, report.asset)
        again = False
        super().__init__(Proposal(*name, text.variant, text.variant, "", (), passages, spots, questions, again, 0))

    @override
    def marks(self, passage: int, *, result: bool) -> list[Mark]:
        """Damage at the left, what stands for it at the right."""
        found: list[Mark] = []
        row = self.report.rows[passage]
        for number in self._of_row.get(passage, ()):
            place = self.report.places[number]
            if result and place.state != AWAY:
                found.append(Mark(place.at, place.till, self._look(number), number))
            elif not result and row.start <= place.start < row.end:
                look = ASKED if place.state == OFFERED else WORD
                found.append(Mark(place.start - row.start, place.end - row.start, look, number))
        return found

    def _look(self, number: int) -> str:
        state = self.report.places[number].state
        if state == OFFERED and number not in self.refused:
            return ASKED
        return DONE if state == APPLIED else WORD

    def waits(self, card: Card) -> bool:
        """Whether somebody has to look at it."""
        return card.place.state == OFFERED and card.number not in self.refused

    def count(self) -> tuple[int, int, int]:
        """How many are mended, wait, and were refused."""
        waiting = sum(self.waits(card) for card in self.cards)
        applied = sum(card.place.state == APPLIED for card in self.cards)
        return applied, waiting, len(self.cards) - applied - waiting


def _rows(report: Report) -> list[int]:
    """In which row each place stands, NONE for none."""
    parts = {(row.part.block, row.part.field): n for n, row in enumerate(report.rows) if row.part is not None}
    starts = [row.start for row in report.rows]
    found: list[int] = []
    for place in report.places:
        if place.state != AWAY:
            found.append(parts.get((place.block, place.field), NONE))
            continue
        row = bisect_right(starts, place.start) - 1
        found.append(row if row >= 0 and place.start < report.rows[row].end else NONE)
    return found


def _question(number: int) -> Question:
    return Question(MANY, (number,), (("", str(number), ""),), 0, "", "", "", "", "", 0, "", "", "", "", (), "", False)  # noqa: FBT003


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),) if text else ())


def _passage(report: Report, start: int, end: int, part: Part | None, text: Text) -> Passage:
    source = _paragraph(report.original[start:end])
    if part is None:
        return Passage("", 0, source, _paragraph(""))
    if part.block is None:
        return Passage(part.field, 0, source, _paragraph(getattr(text.slip, part.field)))
    result = text.blocks[part.block] if part.block < len(text.blocks) else _paragraph("")
    return Passage("", 0, source, result)


def _cards(report: Report, text: Text) -> tuple[Card, ...]:
    """Places in the article: those that wait first, then in the order of the original."""
    numbers: dict[int, int] = {}
    for index, block in enumerate(text.blocks):
        if block_text(block).strip():
            numbers[index] = len(numbers) + 1
    found = [
        Card(
            number,
            place,
            _before(report.original, place.start),
            _behind(report.original, place.end),
            numbers.get(-1 if place.block is None else place.block, 0),
        )
        for number, place in enumerate(report.places)
        if place.state != AWAY
    ]
    return tuple(sorted(found, key=lambda card: (card.place.machine, card.number)))


def _before(text: str, start: int) -> str:
    return text[max(0, start - AROUND) : start].rpartition("\n")[2]


def _behind(text: str, end: int) -> str:
    return text[end : end + AROUND].partition("\n")[0]
