"""From places in the repaired text to findings in the text as given, and from findings to a mended text."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.findings import Finding
from editor.text.checks.damage import is_emphasis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.text.checks.rules import Hit, Rule
    from editor.text.repair import Repaired


@dataclass(frozen=True, slots=True)
class _Region:
    """An applied repair: where it is in the text as given, and where in the repaired text."""

    source: tuple[int, int]
    target: tuple[int, int]


class Offsets:
    """Translates spans of the repaired text into spans of the text as given."""

    def __init__(self, text: str, repaired: Repaired) -> None:
        self._given = text
        self._repaired = repaired.text
        self._regions: list[_Region] = []
        self._broken: list[tuple[int, int]] = []
        shift = 0
        for item in repaired.repairs:
            start = item.start + shift
            if not item.applied and item.rule == "R03" and not is_emphasis(item):
                self._broken.append((start, start + item.end - item.start))
            if item.applied:
                self._regions.append(_Region((item.start, item.end), (start, start + len(item.after))))
                shift += len(item.after) - (item.end - item.start)
        self._starts = [region.target[0] for region in self._regions]
        self._ends = [region.target[1] for region in self._regions]

    @property
    def repaired_spans(self) -> list[tuple[int, int]]:
        """Where the applied repairs are in the repaired text."""
        return [region.target for region in self._regions]

    def broken(self, hit: Hit) -> bool:
        """Whether a hit touches characters that are damaged and not restored: nothing can be said about them."""
        number = bisect_left(self._broken, (hit.end,)) - 1
        return number >= 0 and self._broken[number][1] > hit.start

    def given(self, hit: Hit) -> tuple[int, int, str | None]:
        """Span of a hit in the text as given, and its fix.

        A span that begins or ends inside a repaired stretch grows to the whole of it, and the fix with it.
        """
        start, end = hit.start, hit.end
        first = bisect_right(self._starts, start) - 1
        if first >= 0 and self._starts[first] < start < self._ends[first]:
            start = self._starts[first]
        last = bisect_left(self._starts, end) - 1
        if last >= 0 and self._starts[last] < end < self._ends[last]:
            end = self._ends[last]
        fix = hit.fix
        if fix is not None:
            fix = self._repaired[start : hit.start] + fix + self._repaired[hit.end : end]
        return self._before(start), self._after(end), fix

    def _before(self, at: int) -> int:
        """Offset in the text as given of a span's start; repairs that end at it lie in front."""
        number = bisect_right(self._ends, at) - 1
        while number >= 0 and self._starts[number] == at < self._ends[number]:
            number -= 1
        if number < 0:
            return at
        region = self._regions[number]
        return at - region.target[1] + region.source[1]

    def _after(self, at: int) -> int:
        """Offset in the text as given of a span's end; a repair that only begins there lies behind."""
        number = bisect_left(self._starts, at) - 1
        if number < 0:
            return at
        region = self._regions[number]
        return at - region.target[1] + region.source[1]


def split_pairs(
    hits: Iterable[tuple[Rule, Hit]], others: Sequence[tuple[int, int]], text: str
) -> list[tuple[Rule, Hit]]:
    """Hits that change two ends of a stretch, cut into their single characters where something else stands between.

    So the comma inside “…” and the quotation marks can be mended in one go.
    """
    spans = sorted([*((hit.start, -hit.end) for _, hit in hits), *((start, -end) for start, end in others)])
    starts = [start for start, _ in spans]
    result: list[tuple[Rule, Hit]] = []
    for rule, hit in hits:
        inside = bisect_left(starts, hit.end) - bisect_right(starts, hit.start)
        if hit.fix is None or len(hit.fix) != hit.end - hit.start or not inside:
            result.append((rule, hit))
            continue
        before = text[hit.start : hit.end]
        result += (
            (rule, dataclasses.replace(hit, start=hit.start + at, end=hit.start + at + 1, fix=new))
            for at, (old, new) in enumerate(zip(before, hit.fix, strict=True))
            if old != new
        )
    return result


def finding_of_hit(rule: Rule, hit: Hit, text: str, offsets: Offsets) -> Finding:
    """A place named by a rule as a finding in the text as given."""
    start, end, fix = offsets.given(hit)
    shown = text[start:end]
    values = {"text": shown, "fix": fix if fix is not None else "", **hit.values}
    message = f"check.{rule.id}.{hit.note}" if hit.note else f"check.{rule.id}"
    return Finding(rule.id, rule.severity, shown, start, end, fix, hit.safe, None, message, values)


def settled(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by place; of two safe ones that overlap the first stays safe, so that all can be applied at once."""
    ordered = sorted(findings, key=lambda one: (one.start or 0, -(one.end or 0), one.rule))
    result: list[Finding] = []
    reached = -1
    for one in ordered:
        safe = one.safe and one.fix is not None and (one.start or 0) >= reached
        if safe:
            reached = one.end or 0
        result.append(one if safe == one.safe else dataclasses.replace(one, safe=safe))
    return result


def mended(text: str, findings: Iterable[Finding]) -> str:
    """The text with the fixes of all safe findings in it."""
    parts: list[str] = []
    done = 0
    for one in sorted((one for one in findings if one.safe), key=lambda one: one.start or 0):
        if one.start is None or one.end is None or one.fix is None or one.start < done:
            continue
        parts += (text[done : one.start], one.fix)
        done = one.end
    return "".join(parts) + text[done:]
