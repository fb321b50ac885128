"""What the intake report and its neighbors are told. Plain, picklable, standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.records.review import Comparison

# What became of a repair.
APPLIED, REFUSED, OFFERED, CHANGED, AWAY = "applied", "refused", "offered", "changed", "away"


class Place(NamedTuple):
    """A place of damage, and where it stands now.

    Attributes:
        rule: Of the checks (R02 …, P04 …); sure: 0 to 1.
        start, end: Code points in the decoded original.
        before: What stood there; after: what the repair makes of it, "" = it goes.
        candidates: All readings that are possible, best first; () where there is only `after`.
        machine: Whether the intake applied it by itself.
        field, block: The field of the slip or the block in which it stands now; block None and field "" = nowhere.
        at, till: Code points there.
        now: What stands there now.
        state: ``applied`` (or a candidate was chosen), ``refused`` (an applied one that was put back), ``offered``
            (still as it came), ``changed`` (somebody wrote something else there), ``away`` (no part of the article).
    """

    rule: str
    start: int
    end: int
    before: str
    after: str
    sure: float
    candidates: tuple[str, ...]
    machine: bool
    field: str
    block: int | None
    at: int
    till: int
    now: str
    state: str


class Part(NamedTuple):
    """A title of the slip, or a block of the body, as it stands now: ``block`` None for a title."""

    field: str
    block: int | None


class Beside(NamedTuple):
    """A stretch of the original (code points) beside a part of the article, None = it is in none."""

    start: int
    end: int
    part: Part | None


class Way(NamedTuple):
    """One way to read the bytes: name of the encoding, and how the text begins in it."""

    encoding: str
    sample: str


class Lost(NamedTuple):
    """A line of the import report: its sentence is ``intake.<what>``, and how often."""

    what: str
    times: int
    kept: bool
    text: str


class Report(NamedTuple):
    """What happened to a page when it was taken in.

    Attributes:
        file: Where it came from; asset: name of the kept bytes.
        original: The decoded text to which offsets refer.
        ways: More than one when two decodings are close, the used one first.
        remarks: Remarks on the whole page: rule, key of the sentence, values.
    """

    name: str
    file: str
    asset: str
    encoding: str
    original: str
    places: tuple[Place, ...]
    rows: tuple[Beside, ...]
    ways: tuple[Way, ...]
    losses: tuple[Lost, ...]
    remarks: tuple[tuple[str, str, Mapping[str, str]], ...]


class Joined(NamedTuple):
    """An article with another in it: slip in plain form, text, blocks that came, what was dropped (field, text)."""

    name: str
    headline: str
    slip: Mapping[str, Any]
    text: str
    begin: int
    end: int
    dropped: tuple[tuple[str, str], ...]


class Successor(NamedTuple):
    """An article as a pasted text would have it, compared with what stands there.

    Attributes:
        remains: What a chat program left in the pasted text: key of its word, and the characters.
        headline: Another headline above the pasted text, "" = none.
        fields: Lines of fields that were left out.
        kept: How many pictures, tables and notes stay where they are.
        lost_notes: Labels of notes whose reference is gone.
    """

    text: str
    comparison: Comparison
    remains: tuple[tuple[str, str], ...]
    headline: str
    fields: tuple[str, ...]
    kept: int
    lost_notes: tuple[str, ...]
