"""One pass over a text for everything that OpenCC must not decide alone: names, protected words, borders of words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntFlag
from functools import lru_cache
from typing import TYPE_CHECKING

from editor.text.variants import borders, names, senses
from editor.text.variants.converters import converter
from editor.text.variants.detection import lines_in
from editor.text.variants.markup import fixed
from editor.text.variants.patterns import patterns_of
from editor.text.variants.people import people
from editor.text.variants.ranks import Held, Rank, apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.text.variants.routes import Config


_MOST_NAMES = 50_000
_MOST_ANSWERS = 200_000
_AROUND = 6
"""Characters on each side that the answer for a word of a list depends on: borders.py looks at four."""
_FEW = 8
"""So few characters are looked for one by one before names are looked for at all."""
_LISTED = senses.BY_SENSE | {Rank.WORD}
_OFTEN_PHRASES = frozenset({Rank.WORD, Rank.NICKNAME, Rank.PLAY, Rank.MEASURE})
_NAMES_ONLY = frozenset({Rank.TITLE, Rank.LABEL, Rank.AFTER, Rank.SURNAME, Rank.GIVEN, Rank.ANONYMOUS})
_AHEAD = 4
_NAME_REACH, _LIST_REACH = 6, 24
"""How far behind a title a name, and behind a label a list of names, is looked for."""
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"


Answer = tuple[tuple[Held, ...], tuple[int, ...]]
_NOTHING: Answer = ((), ())
_WIDE: Answer = ((), (0,))
"""Says that the characters right beside a word do not settle how it is to be read."""


@dataclass(slots=True)
class Finds:
    """What a scan has found so far."""

    text: str
    converted: str
    names: dict[str, None]
    markup: bool
    even: bool = False
    mixed: bool = False
    held: list[Held] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.even = len(self.text) == len(self.converted)

    def take(self, answer: Answer, start: int) -> None:
        """Add an answer that was given relative to ``start``."""
        for first, last, after, rank, direct in answer[0]:
            self.held.append(Held(first + start, last + start, after, rank, direct))
        for cut in answer[1]:
            self.cuts.append(cut + start)


class Look(IntFlag):
    """Where a pattern makes us look; most of them say nothing after a glance at the characters beside them."""

    AROUND = 1
    BEHIND = 2
    AHEAD = 4
    CLAUSE = 8
    LIST = 16
    CLOSER = 32
    NEAR = 64


# Plain numbers: asking an IntFlag for each of many hits would cost more than the whole scan.
_AROUND_BIT, _BEHIND_BIT, _AHEAD_BIT, _CLAUSE_BIT, _LIST_BIT, _CLOSER_BIT, _NEAR_BIT = (int(look) for look in Look)
_BEHIND_AROUND = _AROUND_BIT | _BEHIND_BIT
_CLOSER_LOOKS = _NEAR_BIT - 1


class Scanner:
    """Finds what is to be held and where the text is to be parted, for one configuration and one glossary."""

    def __init__(self, config: Config, pairs: Iterable[tuple[str, str, Rank]], register: Iterable[str]) -> None:
        from ahocorasick_rs import AhoCorasick  # not needed before the first conversion

        self._config = config
        self._convert = converter(config)
        self._people = (
            people(to_traditional=config.to_traditional) if config.to_traditional or config.to_simplified else None
        )
        found = patterns_of(config, self._people, self._convert, pairs, register)
        # Patterns that only lead to names come last, so that a shorter automaton can do without them.
        patterns = dict(sorted(found.items(), key=lambda item: item[1][0] in _NAMES_ONLY and not item[1][1]))
        self._words = list(patterns)
        self._kinds = [rank for rank, _ in patterns.values()]
        self._forms = [form for _, form in patterns.values()]
        self._looks = [int(self._look_for(word, rank, form)) for word, (rank, form) in patterns.items()]
        self._sensitive = self._people.sensitive if self._people else frozenset[str]()
        self._openers = self._people.openers if self._people else frozenset[str]()
        self._borders: dict[tuple[str, int, int], bool] = {}
        self._followed: dict[str, Answer] = {}
        self._passed: dict[str, Answer] = {}
        self._near: dict[str, Answer] = {}
        self._names: dict[str, str] = {}
        self._find = AhoCorasick(self._words).find_matches_as_indexes
        others = [word for word, (rank, form) in patterns.items() if form or rank not in _NAMES_ONLY]
        self._find_others = AhoCorasick(others).find_matches_as_indexes

    def _look_for(self, word: str, rank: Rank, form: str) -> Look:
        if rank is Rank.PHRASE or rank in _LISTED:
            if rank is Rank.PROPER and self._people is not None and word in self._people.leading:
                return Look.AROUND | Look.CLAUSE
            return Look.AROUND | Look.NEAR if rank in {Rank.PHRASE, Rank.WORD} else Look.AROUND
        if rank in {Rank.TITLE, Rank.LABEL, Rank.AFTER}:
            look = Look.AROUND if form else Look(0)
            look |= Look.BEHIND if rank is not Rank.AFTER else Look(0)
            look |= Look.LIST if rank is Rank.LABEL else Look(0)
            return look | Look.AHEAD if self._people and word in self._people.after else look
        return Look.CLAUSE if rank is Rank.SURNAME else Look.CLOSER

    def scan(
        self, text: str, converted: str, people: Iterable[str] = (), *, prose: bool = False
    ) -> tuple[list[Held], list[int]]:
        """What to hold and where to part.

        Args:
            text: The source.
            converted: The source as OpenCC converts it in one piece.
            people: Names that occur in the text (of its byline, for example).
            prose: Whether the text has no Markdown.
        """
        finds = Finds(text, converted, dict.fromkeys(people), markup=text.startswith("---\n"))
        looks, forms, openers, size = self._looks, self._forms, self._openers, len(text)
        followed, passed, near = self._followed, self._passed, self._near
        few = len(self._sensitive) < _FEW and not any(character in text for character in self._sensitive)
        find = self._find_others if few else self._find
        for pattern, start, end in find(text, overlapping=True):
            look = looks[pattern]
            if look & _AROUND_BIT:
                # The answers for words and phrases are kept, since the same words come again and again. A whole window
                # says by its length which pattern stands in its middle; near the ends of a text nothing is kept.
                first, last = start - _AROUND, end + _AROUND
                if converted[start:end] != forms[pattern]:
                    answer = passed.get(text[first:last]) if first >= 0 and last <= size else None
                else:
                    answer = near.get(text[start - 1 : end + 1]) if look & _NEAR_BIT and start and end < size else _WIDE
                    if answer is _WIDE:
                        answer = followed.get(text[first:last]) if first >= 0 and last <= size else None
                if answer is None:
                    answer = self._ask(finds, pattern, start, end)
                if answer is not _NOTHING:
                    finds.take(answer, start)
                look &= _CLOSER_LOOKS
            if look > _AROUND_BIT and (look > _BEHIND_AROUND or text[end : end + 1] in openers):  # noqa: SIM102
                if self._worth(look, text, start, end):
                    self._look_closer(finds, pattern, start, end)
        self._complete(finds, prose=prose)
        return apart(finds.held), sorted(set(finds.cuts))

    def _complete(self, finds: Finds, *, prose: bool) -> None:
        """Add what concerns the whole text: names that come again, markup, lines that are in the target already."""
        text, held = finds.text, finds.held
        if self._people is not None and self._config.to_traditional:
            for first, last in names.in_lists(text, self._people):
                finds.names[text[first:last]] = None
        held.extend(self._repeated(text, finds.names))
        if finds.markup:
            held.extend(Held(first, last, text[first:last], Rank.FIXED) for first, last in fixed(text, prose=prose))
        if finds.mixed:
            there = lines_in(text, traditional=self._config.to_traditional)
            held.extend(Held(first, last, text[first:last], Rank.FIXED) for first, last in there)

    def _worth(self, look: int, text: str, start: int, end: int) -> bool:
        """Whether the characters beside a title or surname may be a name that would not come out right by itself."""
        if look & _CLOSER_BIT:
            return True
        if look & _CLAUSE_BIT:
            return (
                not start
                or not _FIRST_HAN <= text[start - 1] <= _LAST_HAN
                or text[start - 1] in "据和与及"
                or text[start] != "于"
            )
        sensitive = self._sensitive
        if look & _BEHIND_BIT and text[end : end + 1] in self._openers:
            reach = _LIST_REACH if look & _LIST_BIT else _NAME_REACH
            if not sensitive.isdisjoint(text[end : end + reach]):
                return True
        return bool(look & _AHEAD_BIT) and not sensitive.isdisjoint(
            text[start - _AHEAD if start > _AHEAD else 0 : start]
        )

    def _direct(self, text: str, start: int, end: int) -> bool:
        """Whether OpenCC reads no phrase over the borders of a span."""
        first, last = max(0, start - _AROUND), end + _AROUND
        key = (text[first:last], start - first, end - first)
        found = self._borders.get(key)
        if found is None:
            pieces = (text[first:start], text[start:end], text[end:last])
            found = self._borders[key] = "".join(map(self._convert, pieces)) == self._convert(text[first:last])
            if len(self._borders) > _MOST_ANSWERS:
                self._borders.clear()
        return found

    def _ask(self, finds: Finds, pattern: int, start: int, end: int) -> Answer:
        """What a word of a list or a phrase leads to where it stands; kept for the next time."""
        text = finds.text
        followed = finds.converted[start:end] == self._forms[pattern]
        answer = self._answer(text, pattern, start, end, followed=followed or not finds.even)
        if not finds.even:
            return answer
        if followed and self._looks[pattern] & _NEAR_BIT and start and end < len(text):
            key = text[start - 1 : end + 1]
            if key not in self._near:
                self._keep(self._near, key, answer if borders.apart(text, start, end) else _WIDE)
        first, last = start - _AROUND, end + _AROUND
        if first >= 0 and last <= len(text):
            self._keep(self._followed if followed else self._passed, text[first:last], answer)
        return answer

    @staticmethod
    def _keep(answers: dict[str, Answer], key: str, answer: Answer) -> None:
        if len(answers) > _MOST_ANSWERS:
            answers.clear()
        answers[key] = answer

    def _answer(self, text: str, pattern: int, start: int, end: int, *, followed: bool) -> Answer:
        """What a word of a list or a phrase leads to, relative to its start."""
        rank, form = self._kinds[pattern], self._forms[pattern]
        held: tuple[Held, ...] = ()
        cuts: tuple[int, ...] = ()
        if rank not in _LISTED:
            cuts = borders.cuts(text, start, end, followed=followed)
        else:
            held = senses.held(text, start, end, form, rank)
            if not held and rank in _OFTEN_PHRASES:
                cuts = borders.cuts(text, start, end, followed=followed or rank is Rank.WORD)
        if not held and not cuts:
            return _NOTHING
        relative = tuple(
            Held(
                span.start - start,
                span.end - start,
                span.after,
                span.rank,
                # What OpenCC gives as well needs no putting in.
                followed or self._direct(text, span.start, span.end),
            )
            for span in held
        )
        return relative, tuple(cut - start for cut in cuts)

    def _look_closer(self, finds: Finds, pattern: int, start: int, end: int) -> None:
        """Names around a title, marks of markup, what the glossary says."""
        rank, text = self._kinds[pattern], finds.text
        if rank is Rank.MARKUP:
            finds.markup = True
        elif rank is Rank.SCRIPT:
            finds.mixed = True
        elif rank <= Rank.REGION:
            finds.held.extend(senses.held(text, start, end, self._forms[pattern], rank))
        else:
            for first, last in self._spans(text, rank, start, end):
                name = text[first:last]
                finds.names[name] = None
                finds.held.append(Held(first, last, self.name_form(name), Rank.NAME, self._direct(text, first, last)))

    def _repeated(self, text: str, found: Iterable[str]) -> Iterable[Held]:
        """Names that were found, wherever else they stand."""
        for name in found:
            if len(name) > 1 and self._people is not None:
                form = self.name_form(name)
                for start, end in names.repeated(text, name, self._people):
                    yield Held(start, end, form, Rank.NAME, self._direct(text, start, end))

    def _spans(self, text: str, rank: Rank, start: int, end: int) -> Iterable[tuple[int, int]]:
        people = self._people
        if people is None:
            return ()
        if rank in _SINGLE_SPANS:
            span = _SINGLE_SPANS[rank](text, start, people)
            return (span,) if span else ()
        found: list[tuple[int, int]] = []
        if text[start:end] in people.after and (span := names.before_title(text, start, people)):
            found.append(span)
        if rank is not Rank.AFTER:
            found.extend(names.after_title(text, end, people, label=rank is Rank.LABEL))
        return found

    def name_form(self, name: str) -> str:
        """A person's name as it is to stand in the result."""
        form = self._names.get(name)
        if form is None:
            converted = self._convert(name)
            form = self._people.form(name, converted) if self._people else converted
            if len(self._names) < _MOST_NAMES:
                self._names[name] = form
        return form


_SINGLE_SPANS = {
    Rank.ANONYMOUS: names.anonymous,
    Rank.SURNAME: names.speaking,
    Rank.PROPER: names.speaking,
    Rank.GIVEN: names.standing_alone,
}


@lru_cache(maxsize=16)
def scanner(config: Config, pairs: frozenset[tuple[str, str, Rank]], register: frozenset[str]) -> Scanner:
    """The scanner for a configuration, the pairs of a glossary and a register of people; kept for the process."""
    return Scanner(config, pairs, register)
