"""The articles that are open: one lies on the desk, the others lie under it until they are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from editor.store.journal import NOWHERE, Caret

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMIT = 9
"""More than a menu with numbers holds are not kept open: the one that was looked at longest ago goes."""


class Lying(NamedTuple):
    """An open article.

    Attributes:
        name: Id as lists write it.
        headline: What a person knows it by.
        caret: Where he wrote or read last.
    """

    name: str
    headline: str = ""
    caret: Caret = NOWHERE


class OpenArticles(QObject):
    """In the order in which they were opened, which stays the same whichever is in front.

    Signals:
        changed: Others are open, or another one is in front.
    """

    changed = Signal()

    def __init__(self, before: Iterable[Lying] = (), parent: QObject | None = None) -> None:
        """``before``: those of last time."""
        super().__init__(parent)
        self._open = {each.name: each for each in list(before)[-LIMIT:] if each.name}
        self._seen = list(self._open)
        self.front = ""

    @property
    def all(self) -> tuple[Lying, ...]:
        """All of them."""
        return tuple(self._open.values())

    def lay(self, name: str, headline: str = "") -> Caret:
        """One is in front now; gives where its caret was, `NOWHERE` when it was not open."""
        known = self._open.get(name)
        self._open[name] = Lying(name, headline or (known.headline if known is not None else ""), self._caret(name))
        self._touch(name)
        for gone in self._seen[:-LIMIT]:
            self._forget(gone)
        self.front = name
        self.changed.emit()
        return self._caret(name)

    def add(self, name: str, headline: str = "") -> None:
        """One is open as well, without being in front."""
        if name not in self._open:
            self._open[name] = Lying(name, headline)
            self._seen.insert(0, name)
            if len(self._open) > LIMIT:
                self._forget(self._seen[0])
            self.changed.emit()

    def note(self, name: str, headline: str, caret: Caret) -> None:
        """What it is called by now, and where its caret is."""
        if name in self._open:
            self._open[name] = Lying(name, headline, caret)

    def close(self, name: str) -> None:
        """One is not open any more."""
        if name in self._open:
            self._forget(name)
            self.changed.emit()

    def clear_front(self) -> None:
        """Nothing is in front."""
        self.front = ""
        self.changed.emit()

    def beside(self, by: int) -> str:
        """The one that stands some places behind (or before) the front in the ring, "" when there is no other."""
        names = list(self._open)
        if not names or names == [self.front]:
            return ""
        if self.front not in self._open:
            return self._seen[-1]
        return names[(names.index(self.front) + by) % len(names)]

    def _caret(self, name: str) -> Caret:
        known = self._open.get(name)
        return NOWHERE if known is None else known.caret

    def _touch(self, name: str) -> None:
        if name in self._seen:
            self._seen.remove(name)
        self._seen.append(name)

    def _forget(self, name: str) -> None:
        self._open.pop(name, None)
        self._seen = [each for each in self._seen if each != name]
        if self.front == name:
            self.front = ""
