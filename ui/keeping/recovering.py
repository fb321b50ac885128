"""Recovered articles go back into the library as versions of their history; a newer text there is not written over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from editor.records.articles import Loaded, Stored, Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.service.messages import Failure
    from ui.keeping.recovery import Recovered, Recovery

    class Ask(Protocol):
        """`ui.jobs.Jobs.ask`."""

        def __call__(
            self, what: str, /, *, done: Callable[[Any], None], failed: Callable[[Failure], None], **arguments: Any
        ) -> object:
            """Ask the core."""


AGAIN = 5000
_NOT_THERE = frozenset({"article_unknown", "variant_unknown"})


class Recovering(QObject):
    """Begins when the core is there; one article after the other, the oldest first.

    Signals:
        recovered: `Recovered`, and whether it is only in the history because the library has a newer text.
        desk_released: The article on the desk may go into the library, over this version.
        desk_conflicted: The library has another text than the one that the desk goes on from (`Loaded`).
        finished: Nothing is left to do.
    """

    recovered = Signal(object, bool)
    desk_released = Signal(str)
    desk_conflicted = Signal(object)
    finished = Signal()

    def __init__(
        self, recovery: Recovery, ask: Ask, on_desk: Recovered | None = None, parent: QObject | None = None
    ) -> None:
        """``on_desk``: the one that was laid on the desk; the keeper of the desk keeps that one."""
        super().__init__(parent)
        self._recovery = recovery
        self._ask = ask
        self._on_desk = on_desk
        self._wrote: dict[tuple[str, str], str] = {}
        self._left = [found for found in recovery.articles if found is not on_desk]
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self._check_desk)

    def begin(self) -> None:
        """The core is there."""
        self._next()

    # What lies on the desk. ------------------------------------------------------------------------------------------

    def _check_desk(self) -> None:
        if self._on_desk is not None:
            self._ask("desk.load", done=self._on_desk_loaded, failed=self._on_desk_not_loaded, name=self._on_desk.name)

    def _on_desk_loaded(self, loaded: Loaded) -> None:
        found = self._on_desk
        if found is None:
            return
        if self._follows(found, loaded) or found.same_as(loaded):
            self.desk_released.emit(loaded.version)
        else:
            self.desk_conflicted.emit(loaded)

    def _on_desk_not_loaded(self, failure: Failure) -> None:
        if failure.code in _NOT_THERE:
            self.desk_released.emit("")
        else:
            self._again.start()

    # The others. -----------------------------------------------------------------------------------------------------

    def _next(self) -> None:
        while self._left and not self._left[0].unsaved:
            self._recovery.done(self._left.pop(0))
        if not self._left:
            self._check_desk()
            self.finished.emit()
            return
        found = self._left.pop(0)
        self._ask(
            "desk.load",
            done=lambda loaded: self._on_loaded(found, loaded),
            failed=lambda failure: self._on_not_loaded(found, failure),
            name=found.name,
        )

    def _on_loaded(self, found: Recovered, loaded: Loaded) -> None:
        if found.same_as(loaded):
            self._recovery.done(found)
            self._next()
        elif self._follows(found, loaded):
            self._keep(found, loaded.version, None)
        else:
            self._keep(found, loaded.version, loaded)

    def _on_not_loaded(self, found: Recovered, failure: Failure) -> None:
        if failure.code in _NOT_THERE:
            self._keep(found, "", None)
        else:
            self._next()  # its journal stays for the next start

    def _follows(self, found: Recovered, loaded: Loaded) -> bool:
        """Whether nobody but us wrote there: of several journals of one article each goes on from the one before."""
        return found.follows(loaded) or self._wrote.get((loaded.article, loaded.variant)) == loaded.version

    def _keep(self, found: Recovered, over: str, newer: Loaded | None) -> None:
        self._ask(
            "desk.keep",
            done=lambda stored: self._on_kept(found, stored, newer),
            failed=lambda _failure: self._next(),
            writing=found.writing(over),
            why="recovered",
        )

    def _on_kept(self, found: Recovered, stored: Stored, newer: Loaded | None) -> None:
        """In the library or, when that has a newer text, in the history alone: the newer one is put back."""
        if newer is None or stored.refused:
            if not stored.refused:
                self._wrote[stored.article, stored.variant] = stored.version
            self._finish(found, aside=bool(stored.refused))
            return
        back = Writing(newer.article, newer.variant, newer.slip, newer.text, newer.author, stored.version)
        self._ask(
            "desk.keep",
            done=lambda _stored: self._finish(found, aside=True),
            failed=lambda _failure: self._next(),
            writing=back,
            why="",
        )

    def _finish(self, found: Recovered, *, aside: bool) -> None:
        self._recovery.done(found)
        self.recovered.emit(found, aside)
        self._next()
