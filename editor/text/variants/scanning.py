"""One pass over a text for everything that OpenCC must not decide alone: names, protected words, borders of words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import resources
from editor.text.variants import borders, names, words
from editor.text.variants.converters import bare, converter, exceptions
from editor.text.variants.markup import fixed
from editor.text.variants.people import People, people
from editor.text.variants.ranks import Rank
from editor.text.variants.routes import Config

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


_MARKUP = (
    *("`", "<", "@", "://", "](", "][", "[^", "]:", "~~~", "www.", "asset:", "mailto:"),
    *("." + letter for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    *map(chr, range(ord("ぁ"), ord("ゖ") + 1)),
    *map(chr, range(ord("ァ"), ord("ヺ") + 1)),
)
_CHECKED = frozenset({Rank.MEASURE, Rank.PROPER})
_NOT_AFTER_MEASURE = frozenset("占用花够剩卖围边岁年密")

"""Where one of these stands, a closer look for code, addresses, file names and Japanese is worth its time."""


@dataclass(frozen=True, slots=True)
class Held:
    """A span whose result does not come from OpenCC."""

    start: int
    end: int
    after: str
    rank: Rank


class Scanner:
    """Finds what is to be held and where the text is to be parted, for one configuration and one glossary."""

    def __init__(self, config: Config, pairs: Iterable[tuple[str, str, Rank]], register: Iterable[str]) -> None:
        from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - not needed before the first conversion

        self._convert = converter(config)
        self._people = people(to_traditional=config.to_traditional) if _between_scripts(config) else None
        patterns = _patterns(config, self._people, self._convert, pairs, register)
        self._words = list(patterns)
        self._kinds = [rank for rank, _ in patterns.values()]
        self._forms = [form for _, form in patterns.values()]
        self._find = AhoCorasick(self._words).find_matches_as_indexes

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
        held: list[Held] = []
        cuts: list[int] = []
        found = dict.fromkeys(people)
        markup = text.startswith("---\n")
        even = len(text) == len(converted)
        kinds, forms = self._kinds, self._forms
        for pattern, start, end in self._find(text, overlapping=True):
            rank = kinds[pattern]
            if rank is Rank.PHRASE:
                followed = not even or converted[start:end] == forms[pattern]
                cuts.extend(borders.cuts(text, start, end, followed=followed))
            elif rank is Rank.MARKUP:
                markup = True
            elif rank <= Rank.REGION or rank in _CHECKED:
                word = _word(text, start, end, forms[pattern], rank)
                held.extend(word)
                if rank is Rank.WORD and not word:
                    cuts.extend(borders.cuts(text, start, end, followed=True))
            else:
                if forms[pattern]:
                    followed = not even or converted[start:end] == forms[pattern]
                    cuts.extend(borders.cuts(text, start, end, followed=followed))
                for name_start, name_end in self._spans(text, rank, start, end):
                    found[text[name_start:name_end]] = None
                    held.append(self._name(text, name_start, name_end))
        held.extend(self._repeated(text, found))
        if markup:
            held.extend(Held(start, end, text[start:end], Rank.FIXED) for start, end in fixed(text, prose=prose))
        return _apart(held), sorted(set(cuts))

    def _repeated(self, text: str, found: Iterable[str]) -> Iterable[Held]:
        """Names that were found, wherever else they stand."""
        for name in found:
            if len(name) > 1:
                for start, end in names.repeated(text, name):
                    yield self._name(text, start, end)

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

    def _name(self, text: str, start: int, end: int) -> Held:
        name = text[start:end]
        return Held(start, end, self.name_form(name), Rank.NAME)

    def name_form(self, name: str) -> str:
        """A person's name as it is to stand in the result."""
        converted = self._convert(name)
        return self._people.form(name, converted) if self._people else converted


_SINGLE_SPANS = {Rank.ANONYMOUS: names.anonymous, Rank.SURNAME: names.speaking, Rank.GIVEN: names.standing_alone}


def _word(text: str, start: int, end: int, form: str, rank: Rank) -> tuple[Held, ...]:
    """A word of a list if it really is that word where it stands; what the glossary says always is."""
    if rank is Rank.MEASURE:
        return (Held(end - 1, end, form, Rank.WORD),) if measured(text, end) else ()
    if rank is Rank.PROPER:
        return (Held(start, end, form, Rank.WORD),) if proper(text, start) else ()
    if rank is Rank.REGION and words.in_a_name(text, start, end):
        return ()
    return (Held(start, end, form, rank),) if rank is Rank.GLOSSARY or borders.fits(text, start, end) else ()


def measured(text: str, end: int) -> bool:
    """Whether the character before ``end``, a measure word after a number, is not an adverb (5只羊, but 5只有)."""
    if text[end : end + 1] in _NOT_AFTER_MEASURE:
        return False
    return borders.read(text, end - 1, end)[-1][1] == end


def proper(text: str, place: int) -> bool:
    """Whether a character such as 范 does not belong to one of the words in which it is no surname or place."""
    around = exceptions()["to-hant"]["proper"][text[place]]
    before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    return not (before and before in around["before"]) and not (after and after in around["after"])


@lru_cache(maxsize=16)
def scanner(config: Config, pairs: frozenset[tuple[str, str, Rank]], register: frozenset[str]) -> Scanner:
    """The scanner for a configuration, the pairs of a glossary and a register of people; kept for the process."""
    return Scanner(config, pairs, register)


def _between_scripts(config: Config) -> bool:
    return config.to_traditional or config.to_simplified


def _patterns(
    config: Config,
    known: People | None,
    convert: Callable[[str], str],
    pairs: Iterable[tuple[str, str, Rank]],
    register: Iterable[str],
) -> dict[str, tuple[Rank, str]]:
    """Every pattern with its rank and form; where one word is in several lists, the lower rank stands."""
    patterns: dict[str, tuple[Rank, str]] = dict.fromkeys(_MARKUP, (Rank.MARKUP, ""))
    if known is not None:
        patterns.update((word, (Rank.TITLE, "")) for word in known.before)
        patterns.update((word, (Rank.LABEL, "")) for word in known.labels)
        patterns.update((word, (Rank.AFTER, "")) for word in known.after if word not in patterns)
        patterns.update((word, (Rank.SURNAME, "")) for word in known.leading)
        patterns.update((word, (Rank.GIVEN, "")) for word in known.alone)
        patterns["某"] = (Rank.ANONYMOUS, "")
        if config.to_traditional:
            for word, form in _phrases(convert):
                # Some words are titles as well (干部); such a pattern keeps its rank and gets the form beside it.
                rank, _ = patterns.get(word, (Rank.PHRASE, ""))
                patterns[word] = (rank, form)
            patterns.update((word, (Rank.MEASURE, form)) for word, form in _measures())
            proper_names = exceptions()["to-hant"]["proper"].items()
            patterns.update((character, (Rank.PROPER, around["form"])) for character, around in proper_names)
        patterns.update((word, (Rank.WORD, form)) for word, form in _words(config))
        patterns.update((name, (Rank.NAME, form)) for name, form in known.known.items())
        patterns.update((name, (Rank.NAME, known.form(name, convert(name)))) for name in register)
    for word, form, rank in sorted(pairs, key=lambda pair: -pair[2]):
        patterns[word] = (rank, form)
    return patterns


def _phrases(convert: Callable[[str], str]) -> Iterable[tuple[str, str]]:
    phrases = resources.table("dictionaries/variants/phrases.toml")["words"].split()
    return zip(phrases, convert("\n".join(phrases)).split("\n"), strict=True)


def _measures() -> Iterable[tuple[str, str]]:
    """Measure words after what may end a number, with their forms."""
    table: dict[str, str] = exceptions()["to-hant"]["measure"]
    numbers = "0123456789０１２３４５６７８９余多万千百数整"
    return [(number + word, form) for word, form in table.items() for number in numbers]


def _words(config: Config) -> Iterable[tuple[str, str]]:
    """Our exceptions in the forms of the target."""
    if config.to_simplified:
        backwards: dict[str, str] = exceptions()["to-hans"]["words"]
        return backwards.items()
    if not config.to_traditional:
        return []
    rare: dict[str, str] = exceptions()["to-hant"]["words"]
    if config is Config.S2TW:
        return rare.items()
    turn, give = bare(Config.TW2T), converter(Config.T2HK)
    return [(word, give(turn(form))) for word, form in rare.items()]


def _apart(held: list[Held]) -> list[Held]:
    """Held spans that do not overlap, in order."""
    if not held:
        return held
    taken: list[Held] = []
    starts: list[int] = []
    for span in sorted(set(held), key=lambda span: (span.rank, span.start, span.start - span.end)):
        place = bisect_left(starts, span.start)
        after_one = place == 0 or taken[place - 1].end <= span.start
        before_one = place == len(taken) or span.end <= taken[place].start
        if after_one and before_one:
            starts.insert(place, span.start)
            taken.insert(place, span)
    return taken
