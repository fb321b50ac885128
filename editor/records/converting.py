"""What the conversion view is told, and what it tells back. Plain, picklable, standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from editor.markup.blocks import Block

Place: TypeAlias = tuple[str, str, str]
"""What stands at a place of the source, what before it, what behind it in the same line."""

TO_SIMPLIFIED = "simplified"
"""The profile beside those of the table: back to zh-CN."""

# Kinds of spots.
PLAIN, WORD, MANY, REGIONAL, NAME = "one-to-one", "word", "one-to-many", "regional", "protected"


class Profile(NamedTuple):
    """For whom is converted: code, target variant and name by language ("" for `TO_SIMPLIFIED`)."""

    key: str
    target: str
    zh_CN: str  # noqa: N815  (a language code)
    en: str


class Passage(NamedTuple):
    """A block of the body, or a field of the slip, in both variants.

    Attributes:
        field: Name of the field, "" for the body.
        paragraph: Number of the paragraph from 1, 0 for fields, pictures and rules.
        source: The block, or the field as a paragraph; result: the same converted.
        kept: Whether the result was mended by hand before and stays as it is.
    """

    field: str
    paragraph: int
    source: Block
    result: Block
    kept: bool = False


class Spot(NamedTuple):
    """A changed span; offsets in code points of the passage's text (`blocks.block_text`).

    Attributes:
        start: First of the source, end: one past the last one; at, till: the same in the result.
        first, last: The whole word round it in the source.
        kind: See above.
    """

    passage: int
    start: int
    end: int
    at: int
    till: int
    first: int
    last: int
    kind: str


class Question(NamedTuple):
    """What may read otherwise; a word of the region is asked for once however often it stands there.

    Attributes:
        spots: Numbers of its spots; places: what each is known by.
        paragraph, field: Where the first one stands.
        head, word, tail: The whole word in the source, and what stands beside it.
        inner: Where ``before``, the characters in question, begins in the word.
        result_head, lead, rest, result_tail: What stands in the result round that which is chosen: ``lead`` and
            ``rest`` are of the word.
        candidates: What may stand there, the machine's choice first.
        chosen: What was decided before, "" = nothing.
        open: Whether a person must look at it; others are only there to be looked up.
    """

    kind: str
    spots: tuple[int, ...]
    places: tuple[Place, ...]
    paragraph: int
    field: str
    head: str
    word: str
    tail: str
    before: str
    inner: int
    result_head: str
    lead: str
    rest: str
    result_tail: str
    candidates: tuple[str, ...]
    chosen: str
    open: bool

    def shown(self, candidate: str) -> str:
        """The word with a candidate in it."""
        return f"{self.lead}{candidate}{self.rest}"


class Settled(NamedTuple):
    """A decision: which place, and what is to stand there."""

    place: Place
    after: str


class Proposal(NamedTuple):
    """An article as it would be in another variant.

    Attributes:
        name: Of the article's own variant.
        source: Names the text that was converted, to be handed back when it is accepted.
        variant: Of the source; target: of the result.
        profile: Code of the profile used; profiles: those that there are for this source.
        again: Whether a variant is there already, of which unchanged paragraphs and decisions are kept.
        changed: How many paragraphs of the source changed since, where one is there.
        lost: Paragraphs of it that were mended or written by hand and do not stay, since their source changed or
            they have none; they are kept in the history of the variant.
    """

    article: str
    name: str
    source: str
    variant: str
    target: str
    profile: str
    profiles: tuple[Profile, ...]
    passages: tuple[Passage, ...]
    spots: tuple[Spot, ...]
    questions: tuple[Question, ...]
    again: bool
    changed: int
    lost: tuple[str, ...] = ()


class Accepted(NamedTuple):
    """A variant that is kept as a draft: its name, and the article whose rows changed."""

    article: str
    name: str
    variant: str
