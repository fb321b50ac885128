"""Comparing two texts in the place of the desk: what the level before saw ↔ now; and 核红, place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ui.review.compare_bar import CompareFooter, CompareHeader
from ui.review.compare_keys import CompareKeys
from ui.review.compared import FIELD, Compared
from ui.review.page import Page
from ui.review.telling import change_told, keys_told
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ui.review.compared import Stop
    from ui.review.placed import Pictures
    from ui.theme.look import Look


def no_picture(_source: str) -> None:
    """Where there are no pictures to be had."""


class CompareView(QWidget):
    """Header, page and a line of keys.

    Signals:
        stop_changed: Another change is the present one: its number from 0, and how many there are.
        confirmation_changed: 核红: how many are confirmed, and how many there are.
        all_confirmed: 核红: the last one was confirmed.
        edit_wanted: To be corrected in place: block of the new text and offset (code points) in it.
        closed: Back to the text.
    """

    stop_changed = Signal(int, int)
    confirmation_changed = Signal(int, int)
    all_confirmed = Signal()
    edit_wanted = Signal(int, int)
    closed = Signal()

    def __init__(self, look: Look, pictures: Pictures = no_picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self._now = -1
        self._confirmed: set[int] = set()
        self.countercheck = False
        self.page = Page(look, pictures)
        self.empty = EmptyState(look, "git-compare")
        self.header = CompareHeader(look)
        self.footer = CompareFooter()
        self._title = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.page, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.footer)
        for button, slot in self._slots():
            button.clicked.connect(slot)
        self._keys = CompareKeys(self)
        self.page.stop_clicked.connect(self._on_stop_clicked)
        self.page.edit_wanted.connect(self.edit_wanted)
        self.setFocusProxy(self.page)
        self._tell()

    def _slots(self) -> list[tuple[QToolButton, Callable[[], object]]]:
        header = self.header
        return [
            (header.previous, self.go_previous),
            (header.next, self.go_next),
            (header.together, self.page_together),
            (header.beside, self.page_beside),
            (header.fold, self.turn_fold),
            (header.close_button, self.closed.emit),
        ]

    # What is shown

    def show_comparison(
        self,
        compared: Compared | None,
        title: str,
        *,
        variant: str = "zh-CN",
        countercheck: bool = False,
        confirmed: Collection[int] = (),
    ) -> None:
        """Show a comparison from its first change.

        Args:
            compared: The texts and what differs; None = there is nothing to compare with, ``title`` says why.
            title: What is compared (`words.compared`).
            variant: Language variant of the texts.
            countercheck: 核红: every change is to be confirmed.
            confirmed: Numbers of stops that were confirmed before.
        """
        self._compared = compared
        self.countercheck = countercheck
        self._confirmed = set(confirmed)
        self._now = -1
        self._title = title
        self.page.show_compared(compared, variant)
        if compared is not None and compared.stops:
            first = next((n for n in range(len(compared.stops)) if n not in self._confirmed), 0)
            self._go(first)
        self._show_confirmed()
        self._tell()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All changes in their order."""
        return self._compared.stops if self._compared is not None else ()

    @property
    def now(self) -> int:
        """Number of the present change from 0, -1 when there is none."""
        return self._now

    @property
    def confirmed(self) -> frozenset[int]:
        """Numbers of the changes that were confirmed."""
        return frozenset(self._confirmed)

    def page_together(self) -> None:
        """Both texts in one."""
        self.page.show_beside(beside=False)
        self._tell()

    def page_beside(self) -> None:
        """Both texts beside each other; one scroll bar moves both, paragraph beside paragraph."""
        self.page.show_beside(beside=True)
        self._tell()

    def turn(self) -> None:
        """From one form to the other."""
        (self.page_together if self.page.beside else self.page_beside)()

    def turn_fold(self) -> None:
        """Fold what did not change, or show all of it."""
        self.page.fold(folded=not self.page.folded)
        self._tell()

    # From change to change

    def go_next(self) -> None:
        """To the next change; after the last one comes the first."""
        self._step(1)

    def go_previous(self) -> None:
        """To the one before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.stops:
            self._go((self._now + by) % len(self.stops))

    def _go(self, number: int) -> None:
        self._now = number
        self.page.show_stop(self.stops[number])
        self._tell()
        self.stop_changed.emit(number, len(self.stops))

    def _on_stop_clicked(self, number: int) -> None:
        self._now = number
        self.page.show_stop(self.stops[number], scroll=False)
        self._tell()
        self.stop_changed.emit(number, len(self.stops))

    def confirm(self) -> None:
        """核红: the present change is right; on to the next one that is not confirmed."""
        if not self.countercheck or self._now < 0:
            return
        fresh = self._now not in self._confirmed
        self._confirmed.add(self._now)
        self._show_confirmed()
        count = len(self.stops)
        after = [n % count for n in range(self._now + 1, self._now + count) if n % count not in self._confirmed]
        if after:
            self._go(after[0])
        self._tell()
        if fresh:
            self.confirmation_changed.emit(len(self._confirmed), count)
            if not after:
                self.all_confirmed.emit()

    def take_back(self) -> None:
        """核红: the present change is not confirmed after all."""
        if self.countercheck and self._now in self._confirmed:
            self._confirmed.discard(self._now)
            self._show_confirmed()
            self._tell()
            self.confirmation_changed.emit(len(self._confirmed), len(self.stops))

    def _show_confirmed(self) -> None:
        self.page.confirm([self.stops[number] for number in self._confirmed if number < len(self.stops)])

    def edit(self) -> None:
        """Correct the present change in place."""
        if self._compared is None or self._now < 0:
            return
        stop = self.stops[self._now]
        place = self._compared.place(stop)
        if place is not None and place.block is not None:
            self.edit_wanted.emit(place.block, place.start)
        elif stop.kind != FIELD and (blocks := self._compared.row(stop.index).new):
            self.edit_wanted.emit(blocks[0], 0)

    def copy(self) -> None:
        """The paragraph of the present change, as it stands now, goes to the clipboard."""
        if self._compared is not None and self._now >= 0:
            QGuiApplication.clipboard().setText(self._compared.text(self.stops[self._now]))

    # Words

    def _tell(self) -> None:
        """Everything that is said about the comparison."""
        compared, stops = self._compared, self.stops
        shown = compared is not None and bool(stops)
        self.page.setVisible(shown)
        self.empty.setVisible(not shown)
        if not shown:
            self.empty.say(self._nothing(), self._nothing_more())
        count = f"{self._now + 1}/{len(stops)}" if shown else ""
        self.header.tell(self._title, compared.comparison if compared is not None else None, count)
        self.header.together.setChecked(not self.page.beside)
        self.header.beside.setChecked(self.page.beside)
        self.header.fold.setChecked(self.page.folded)
        done = len(self._confirmed) if self.countercheck else None
        self.footer.tell(
            keys_told(countercheck=self.countercheck) if shown else self.tr("Esc  back to the text"), done, len(stops)
        )
        self.page.setAccessibleDescription(self.told())

    def _nothing(self) -> str:
        return self._title if self._compared is None else self.tr("Nothing was changed")

    def _nothing_more(self) -> str:
        return "" if self._compared is None else self.tr("Text, slip and pictures are the same.")

    def told(self) -> str:
        """The present change in words, for those who cannot see it."""
        if self._compared is None or self._now < 0:
            return ""
        return change_told(self._compared, self._now, confirmed=self._now in self._confirmed)
