"""The record of one repair and the result of a whole pass."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """One place of damage.

    Attributes:
        rule: R02 pinyin residue, R03 lost bytes and mojibake, R05 entities and tags, R06 controls, no-break spaces
            and compatibility ideographs, P01, P02, P04 marks and widths (DOMAIN 3).
        start: First code point in the text given to ``repair``.
        end: One past the last code point.
        before: The characters that stood there.
        after: What stands there now; for an offered repair what would stand there, ``before`` when nobody can know.
        sure: How sure, 0 to 1.
        applied: False = only offered, the text still has ``before``.
        candidates: For an offered repair all readings that are possible, best first.
    """

    rule: str
    start: int
    end: int
    before: str
    after: str
    sure: float
    applied: bool
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repaired:
    """The text after all applied repairs, and all repairs sorted by start; the applied ones never overlap."""

    text: str
    repairs: tuple[Repair, ...]

    @property
    def applied(self) -> tuple[Repair, ...]:
        """The repairs that are in the text."""
        return tuple(item for item in self.repairs if item.applied)


def applied_to(text: str, repairs: tuple[Repair, ...]) -> str:
    """The text with the applied ones of these repairs done, right to left."""
    for item in sorted(repairs, key=lambda one: one.start, reverse=True):
        if item.applied:
            text = text[: item.start] + item.after + text[item.end :]
    return text


def undone(text: str, repairs: tuple[Repair, ...]) -> str:
    """The original again, from the repaired text and its records.

    Raises:
        ValueError: The text does not have at the place of a repair what the record says.
    """
    parts: list[str] = []
    origin = here = 0
    for item in sorted(repairs, key=lambda one: one.start):
        if not item.applied:
            continue
        gap = item.start - origin
        parts.append(text[here : here + gap])
        here += gap
        if text[here : here + len(item.after)] != item.after:
            raise ValueError(f"no {item.after!r} at {here}")
        parts.append(item.before)
        here += len(item.after)
        origin = item.end
    parts.append(text[here:])
    return "".join(parts)
