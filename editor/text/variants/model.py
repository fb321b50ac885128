"""Records of a conversion: what was changed where, by which rule, and what a person must look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import repeat
from operator import add
from typing import TYPE_CHECKING, NamedTuple, overload

from typing_extensions import override

from editor.text.variants.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.article import Variant


class ChangeKind(StrEnum):
    """How a change was chosen."""

    ONE_TO_ONE = "one-to-one"
    ONE_TO_MANY = "one-to-many"
    WORD = "word"
    PROTECTED = "protected"


class Change(NamedTuple):
    """One changed span; a named tuple, since an article has hundreds of them and they are made in one go.

    Attributes:
        start: First code point of the span in the source.
        end: One past its last code point in the source.
        before: The characters in the source.
        after: The characters in the result.
        kind: ``one-to-one``: the character has one counterpart. ``one-to-many``: it has several and the table of
            single characters chose. ``word``: a word around it chose. ``protected``: a glossary entry or a name.
        candidates: What might stand there, the commonest first; empty when there is no choice.
    """

    start: int
    end: int
    before: str
    after: str
    kind: ChangeKind
    candidates: tuple[str, ...] = ()


class Changes(Sequence[Change]):
    """All changes of a conversion, kept as columns; a :class:`Change` is made when somebody looks at it."""

    __slots__ = ("_afters", "_befores", "_choices", "_single", "_starts")

    def __init__(
        self,
        starts: Sequence[int] = (),
        befores: Sequence[str] = (),
        afters: Sequence[str] = (),
        choices: Sequence[tuple[ChangeKind, tuple[str, ...]]] = (),
        *,
        single: bool = False,
    ) -> None:
        """Keep columns of one length; ``single`` when every span is known to be one character."""
        self._single = single
        self._starts = starts
        self._befores = befores
        self._afters = afters
        self._choices = choices

    @override
    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Change, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> Change | tuple[Change, ...]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(len(self))[index])
        kind, candidates = self._choices[index]
        start, before = self._starts[index], self._befores[index]
        return Change(start, start + len(before), before, self._afters[index], kind, candidates)

    @override
    def __iter__(self) -> Iterator[Change]:
        if not self._starts:
            return iter(())
        ends = map(add, self._starts, repeat(1) if self._single else map(len, self._befores))
        kinds, candidates = zip(*self._choices, strict=True)
        # Not Change._make, which is a call into Python for every record.
        records = zip(self._starts, ends, self._befores, self._afters, kinds, candidates, strict=False)
        return map(tuple.__new__, repeat(Change), records)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and not isinstance(other, str) and tuple(self) == tuple(other)

    @override
    def __hash__(self) -> int:
        return hash(tuple(self))

    @override
    def __repr__(self) -> str:
        return f"Changes({list(self)!r})"


def put_in(text: str, changes: Iterable[Change]) -> str:
    """A source with changes put in, which come in its order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for change in changes:
        pieces += (text[done : change.start], change.after)
        done = change.end
    return "".join([*pieces, text[done:]])


@dataclass(frozen=True, slots=True)
class Conversion:
    """A converted text and what happened to it.

    Attributes:
        text: The result.
        source: Variant of the source, given or told from the text.
        target: Variant of the result.
        changes: Every changed span in order; putting them into the source gives the result.
        doubtful: One-to-many characters and names that were left as they are, for a person to look at.
    """

    text: str
    source: Variant
    target: Variant
    changes: Sequence[Change] = ()
    doubtful: Sequence[Change] = ()


class Decision(NamedTuple):
    """What a person decided at a place, which is known by its content.

    Attributes:
        before: What stands there in the source.
        left: What stands before it in the same line; right: what stands behind it (`decisions.place_of`).
        after: What is to stand there in the result; it counts only where the conversion offers it.
    """

    before: str
    left: str
    right: str
    after: str


@dataclass(frozen=True, slots=True)
class Options:
    """How to convert.

    Attributes:
        words: Put in the words of the target region as well (软件 → 軟體).
        quotes: Turn “” into 「」 or back.
        via_hans: Remake naive Traditional text by way of Simplified.
        names: The newsroom's register of people, as written in the source or in the target.
        glossary: The newsroom's own pairs and protected words.
        decisions: What a person decided where there is a choice; looked at when an article is converted.
    """

    words: bool = False
    quotes: bool = False
    via_hans: bool = False
    names: frozenset[str] = frozenset()
    glossary: Glossary = field(default_factory=Glossary)
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Detection:
    """What a text seems to be written in.

    Attributes:
        variant: The variant, or None when the text does not tell.
        hans: How many characters stand there that exist in Simplified only.
        hant: How many that exist in Traditional only.
        tie: Whether both kinds are so many that a person must decide.
    """

    variant: Variant | None
    hans: int
    hant: int
    tie: bool
