"""What a person is asked about a conversion and what he said; plain data, no widget."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from editor.markup.blocks import block_text
from editor.records.converting import NAME, PLAIN, Settled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.records.converting import Passage, Place, Proposal, Question, Spot

TINT, WORD, ASKED, DONE = "tint", "word", "asked", "done"
NONE = -1
_QUIET = frozenset({PLAIN, NAME})


class Mark(NamedTuple):
    """A stretch of a passage: what it looks like, and which question stands there (NONE = none).

    Attributes:
        start: First code point; end: one past the last one. Those of words lie over those of characters.
        swap: What stands there instead of the text of the passage, None = the text itself.
    """

    start: int
    end: int
    look: str
    question: int
    swap: str | None = None


class Choosing:
    """Questions of one proposal in their order, and the decisions of one sitting.

    A proposal that takes the place of another (words were put into the glossary, another profile) is given what was
    decided so far.
    """

    def __init__(self, proposal: Proposal, before: Choosing | None = None) -> None:
        self.proposal = proposal
        self.decided: dict[Place, str] = dict(before.decided) if before is not None else {}
        self.always: dict[str, str] = dict(before.always) if before is not None else {}
        self.looked_up: set[Place] = set(before.looked_up) if before is not None else set()
        self._asked: tuple[int, ...] | None = None
        if before is not None and before.proposal.target != proposal.target:
            self.always = {}

    @property
    def questions(self) -> Sequence[Question]:
        """All places where there is a choice."""
        return self.proposal.questions

    @property
    def asked(self) -> tuple[int, ...]:
        """Numbers of the questions in the list: those not answered at an earlier time, and looked-up ones."""
        if self._asked is None:
            self._asked = tuple(n for n, question in enumerate(self.questions) if self._stands(question))
        return self._asked

    def _stands(self, question: Question) -> bool:
        place = question.places[0]
        return place in self.looked_up or (question.open and (not question.chosen or place in self.decided))

    def look_up(self, number: int) -> None:
        """Put a question into the list that nobody must look at."""
        self.looked_up.add(self.questions[number].places[0])
        self._asked = None

    def answer(self, number: int) -> str:
        """What was decided in this sitting, "" = nothing; an answer that is not offered here is none."""
        question = self.questions[number]
        after = self.decided.get(question.places[0], "")
        return after if after in question.candidates else ""

    def current(self, number: int) -> str:
        """What stands there as things are."""
        question = self.questions[number]
        return self.answer(number) or question.chosen or question.candidates[0]

    def decide(self, number: int, after: str) -> None:
        """Decide a question, at all its places."""
        self.decided |= dict.fromkeys(self.questions[number].places, after)

    def take_back(self, number: int) -> None:
        """Leave it open after all."""
        for place in self.questions[number].places:
            self.decided.pop(place, None)

    @property
    def done(self) -> int:
        """How many of those in the list are answered."""
        return sum(bool(self.answer(number)) for number in self.asked)

    def next_open(self, after: int) -> int:
        """The next unanswered question in the list behind a place in it, from the top again; NONE when all are."""
        count = len(self.asked)
        order = [(after + 1 + step) % count for step in range(count)] if count else []
        return next((place for place in order if not self.answer(self.asked[place])), NONE)

    def settled(self) -> tuple[Settled, ...]:
        """All decisions, to be handed to the core."""
        return tuple(Settled(place, after) for place, after in self.decided.items())

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What is always to be written so."""
        return tuple(self.always.items())

    # What is seen

    @cached_property
    def _spots_of(self) -> Mapping[int, list[tuple[int, Spot]]]:
        found: dict[int, list[tuple[int, Spot]]] = {}
        for number, spot in enumerate(self.proposal.spots):
            found.setdefault(spot.passage, []).append((number, spot))
        return found

    @cached_property
    def _question_of(self) -> Mapping[int, int]:
        return {spot: number for number, question in enumerate(self.questions) for spot in question.spots}

    def passage_of(self, number: int) -> int:
        """Number of the passage in which a question stands first."""
        return self.proposal.spots[self.questions[number].spots[0]].passage

    def marks(self, passage: int, *, result: bool) -> list[Mark]:
        """Marks of one side of a passage; those that begin later lie over the earlier ones."""
        standing = set(self.asked)
        quiet: list[Mark] = []
        words: list[Mark] = []
        own: list[Mark] = []
        for number, spot in self._spots_of.get(passage, ()):
            start, end = (spot.at, spot.till) if result else (spot.start, spot.end)
            question = self._question_of.get(number, NONE)
            if spot.kind in _QUIET:
                quiet.append(Mark(start, end, TINT, NONE))
                continue
            swap = self._swap(question, spot) if result and question != NONE else None
            look = WORD
            if question in standing:
                look = DONE if self.answer(question) else ASKED
            before, behind = spot.start - spot.first, spot.last - spot.end
            words.append(Mark(max(0, start - before), end + behind, look, question))
            own.append(Mark(start, end, look, question))  # a word may hold two places
            if swap is not None:
                quiet.append(Mark(start, end, TINT, question, swap))
        words.sort(key=lambda mark: mark.look in {ASKED, DONE})
        return [*quiet, *words, *own]

    def _swap(self, question: int, spot: Spot) -> str | None:
        here = self.current(question)
        text = self._result_text(spot.passage)
        return here if text[spot.at : spot.till] != here else None

    def _result_text(self, passage: int) -> str:
        return block_text(self.proposal.passages[passage].result)

    def passage(self, number: int) -> Passage:
        """A passage by its number."""
        return self.proposal.passages[number]
