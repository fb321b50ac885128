"""The import report while it is being written."""

from __future__ import annotations

from editor.intake.records import Loss

_SHOWN = 80
_JOINED = 400


class LossBook:
    """Collects what is not carried over; one line a kind, in the order of first occurrence."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, bool], list[str]] = {}
        self._counts: dict[tuple[str, bool], int] = {}

    def add(self, what: str, text: str = "", *, kept: bool = False, count: int = 1) -> None:
        """Note ``count`` things of a kind; ``kept`` = they are in a field of the slip."""
        key = (what, kept)
        self._counts[key] = self._counts.get(key, 0) + count
        shown = text.strip()
        if shown:
            self._found.setdefault(key, []).append(shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…")

    def report(self) -> tuple[Loss, ...]:
        """The lines of the report."""
        return tuple(
            Loss(what, count, kept, " ¦ ".join(self._found.get((what, kept), ()))[:_JOINED])
            for (what, kept), count in self._counts.items()
        )
