"""Every changed span of a conversion, its kind and its candidates, found at the speed of C.

Nearly every change is one character for one, so source and result are compared as two columns; only spans that were
held (names, glossary) may differ in length.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING

from editor.text.variants.converters import UNDECIDED, WATCHED, bare, candidates, converter
from editor.text.variants.model import ChangeKind, Changes
from editor.text.variants.ranks import Rank
from editor.text.variants.routes import Config

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.text.variants.ranks import Held

Choice = tuple[ChangeKind, tuple[str, ...]]

_MARKS = UNDECIDED + WATCHED
_WORDS = frozenset({Rank.WORD, Rank.REGION})
_KINDS = {Rank.GLOSSARY: ChangeKind.PROTECTED, Rank.NAME: ChangeKind.PROTECTED}


class Choices(dict[tuple[str, str, str], Choice]):
    """Kind and candidates, looked up by three characters: before, after, and what the marked conversion gives."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self._single = converter(config)
        self._many = _candidates(config)
        self._marks = config.to_traditional

    def __missing__(self, key: tuple[str, str, str]) -> Choice:
        before, after, marked = key
        single = self._single(before)
        several = self._many.get(before)
        choice: Choice
        if several is None:
            choice = (ChangeKind.ONE_TO_ONE, ()) if after == single else (ChangeKind.WORD, (after, single))
        else:
            undecided = marked in _MARKS if self._marks else after == single
            kind = ChangeKind.ONE_TO_MANY if undecided else ChangeKind.WORD
            choice = (kind, tuple(dict.fromkeys([after, *several])))
        self[key] = choice
        return choice


@cache
def choices_of(config: Config) -> Choices:
    """The table of a configuration, filled as texts come by, kept for the process."""
    return Choices(config)


def _candidates(config: Config) -> dict[str, tuple[str, ...]]:
    """One-to-many characters of a configuration with all that they may become, in the forms of its region."""
    if config.to_simplified:
        return dict(candidates("to-hans"))
    if not config.to_traditional:
        return {}
    give: Callable[[str], str] = bare(Config.T2TW) if config is Config.S2TW else converter(Config.T2HK)
    return {character: tuple(map(give, several)) for character, several in candidates("to-hant").items()}


def differing(before: str, after: str) -> list[int]:
    """Offsets at which two texts of one length differ.

    The texts are compared as two huge numbers, which is several times as fast as a loop over their characters.
    """
    size = len(before)
    first, second = before.encode("utf-16-le", "surrogatepass"), after.encode("utf-16-le", "surrogatepass")
    if len(first) == len(second) == 2 * size:
        bits = int.from_bytes(first, "little") ^ int.from_bytes(second, "little")
        return list(compress(range(size), (bits | bits >> 8).to_bytes(2 * size, "little")[::2]))
    return [place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]


def changes_between(
    source: str, middle: str, result: str, held: list[Held], marked: str, config: Config
) -> tuple[Changes, Changes]:
    """Changed spans, and one-to-many characters and names that stayed.

    Args:
        source: What was to be converted.
        middle: What the last configuration converted: the source, or what an earlier configuration made of it.
        result: What came out.
        held: Spans of ``middle`` that did not come from OpenCC.
        marked: ``middle`` with marks for undecided characters, or "".
        config: The last configuration.
    """
    aligned = _aligned(result, held, middle)
    if not len(source) == len(middle) == len(aligned):
        return _uneven(source, result), Changes()
    if len(marked) != len(middle):
        marked = aligned
    columns = _columns(differing(source, aligned), source, aligned, middle, marked, config)
    columns.put(held)
    return columns.changes(), _doubtful(source, aligned, marked, held, config)


@dataclass(slots=True)
class Columns:
    """Changes in the making, one list for each attribute."""

    starts: list[int]
    befores: list[str]
    afters: list[str]
    choices: list[Choice]
    source: str
    single: bool = True

    def changes(self) -> Changes:
        """What was gathered."""
        return Changes(self.starts, self.befores, self.afters, self.choices, single=self.single)

    def put(self, held: list[Held], *, kept: bool = False) -> None:
        """Put held spans in the place of what stands inside them; those that stayed as they were only if ``kept``."""
        for span in reversed(held):
            if span.rank in _WORDS and len(span.after) == span.end - span.start:
                self._settle(span)
                continue
            self.single = False
            before = self.source[span.start : span.end]
            changed = before != span.after
            inside = slice(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))
            self.starts[inside] = [span.start] if changed or kept else []
            self.befores[inside] = [before] if changed or kept else []
            self.afters[inside] = [span.after] if changed or kept else []
            self.choices[inside] = [_choice(span)] if changed or kept else []

    def drop(self, held: list[Held]) -> None:
        """Take out what stands inside some spans."""
        for span in reversed(held):
            inside = slice(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))
            for column in (self.starts, self.befores, self.afters, self.choices):
                del column[inside]

    def _settle(self, span: Held) -> None:
        """Say of the characters of a listed word that the word chose, not the table of single characters."""
        for place in range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)):
            kind, candidates = self.choices[place]
            if kind is ChangeKind.ONE_TO_MANY:
                self.choices[place] = (ChangeKind.WORD, candidates)

    def add(self, start: int, before: str, after: str) -> None:
        """Add a span behind all others."""
        self.single = False
        self.starts.append(start)
        self.befores.append(before)
        self.afters.append(after)
        self.choices.append((ChangeKind.WORD, (after,)))


def _columns(places: list[int], source: str, aligned: str, middle: str, marked: str, config: Config) -> Columns:
    """Single characters at some places as changes."""
    if not places:
        return Columns([], [], [], [], source)
    pick = itemgetter(*places, places[0])  # one more, so that it gives a tuple also for one place
    befores, afters = pick(source), pick(aligned)
    keys = befores if middle is source else pick(middle)
    marks = afters if marked is aligned else pick(marked)
    chosen = map(choices_of(config).__getitem__, zip(keys, afters, marks, strict=True))
    columns = Columns(places, list(befores), list(afters), list(chosen), source)
    for column in (columns.befores, columns.afters, columns.choices):
        del column[-1]
    return columns


def _aligned(result: str, held: list[Held], middle: str) -> str:
    """The result with every held span of another length as in the source, so that both can be compared in columns."""
    pieces: list[str] = []
    position = shift = 0
    for span in held:
        difference = len(span.after) - (span.end - span.start)
        if difference:
            start = span.start + shift
            pieces += (result[position:start], middle[span.start : span.end])
            position = start + len(span.after)
            shift += difference
    return "".join([*pieces, result[position:]]) if pieces else result


def _choice(span: Held) -> Choice:
    return _KINDS.get(span.rank, ChangeKind.WORD), (span.after,)


def _doubtful(source: str, aligned: str, marked: str, held: list[Held], config: Config) -> Changes:
    """Watched characters that stayed although no word decided, and names that stayed."""
    places: list[int] = []
    place = marked.find(WATCHED)
    while place >= 0:
        if source[place] == aligned[place]:
            places.append(place)
        place = marked.find(WATCHED, place + 1)
    columns = _columns(places, source, aligned, source, marked, config)
    stayed = [span for span in held if source[span.start : span.end] == span.after]
    columns.drop([span for span in stayed if span.rank is not Rank.NAME])
    columns.put([span for span in stayed if span.rank is Rank.NAME], kept=True)
    return columns.changes()


def _uneven(source: str, result: str) -> Changes:
    """Changed spans where lengths differ, paragraph by paragraph where that is possible."""
    columns = Columns([], [], [], [], source)
    befores, afters = source.splitlines(keepends=True), result.splitlines(keepends=True)
    if len(befores) != len(afters):
        befores, afters = [source], [result]
    offset = 0
    for before, after in zip(befores, afters, strict=True):
        if before != after:
            for name, low, high, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
                if name != "equal":
                    columns.add(offset + low, before[low:high], after[start:end])
        offset += len(before)
    return columns.changes()
