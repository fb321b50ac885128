"""The import report while it is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from editor.intake.records import Loss

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 80
# What the readers of HTML and Markdown lose, under the codes of the report; every one of these has a sentence.
_OF_MARKUP = {
    **dict.fromkeys(("iframe", "video", "audio", "object", "embed", "svg", "math", "canvas"), "embed"),
    "form": "form",
    **{
        code: code
        for code in (
            "heading_level", "code", "link", "list_numbers", "nested_block", "raised_text", "merged_cells",
            "layout_table", "depth", "picture", "unread_markup",
        )
    },
}  # fmt: skip
_JOINED = 400


class LossLike(Protocol):
    """A line of a report, here or of the markup readers."""

    @property
    def what(self) -> str:
        """Its code."""

    @property
    def count(self) -> int:
        """How many."""

    @property
    def kept(self) -> bool:
        """Whether it is kept elsewhere."""


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

    def add_all(self, others: Iterable[LossLike]) -> None:
        """Take over the losses of another reader (HTML, foreign Markdown)."""
        for other in others:
            what = _OF_MARKUP.get(other.what, "other_form")
            self.add(what, getattr(other, "text", ""), kept=other.kept, count=other.count)

    def report(self) -> tuple[Loss, ...]:
        """The lines of the report."""
        return tuple(
            Loss(what, count, kept, " ¦ ".join(self._found.get((what, kept), ()))[:_JOINED])
            for (what, kept), count in self._counts.items()
        )
