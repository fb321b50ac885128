"""The list under a field of the slip. It never takes the focus, so an input method goes on undisturbed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.widgets.offered import Form, Offered, OfferList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.desk.offers import Offer
    from ui.theme.look import Look

_FORM = Form(row=28, side=4, radius=4, left=8, right=8)
_ROWS = 8
_NARROWEST = 200


class Suggestions(QFrame):
    """Offers for the field that it is shown under; `taken` tells which one was clicked."""

    taken = Signal(object)

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self._window = window
        self._offers: tuple[Offer, ...] = ()
        self.list = OfferList(look, _FORM, self.tr("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda index: self.taken.emit(self._offers[index.row()]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 4)
        layout.addWidget(self.list)
        self.hide()

    def show_under(self, field: QWidget, offers: Sequence[Offer]) -> None:
        """Show offers, none of them chosen; without any the list goes."""
        self._offers = tuple(offers)
        self.list.show_rows([Offered(one.shown, one.hint, f"{one.shown} {one.hint}".strip()) for one in offers])
        if not offers:
            self.hide()
            return
        self.list.clearSelection()
        window = self._window
        place = field.mapTo(window, QPoint(0, field.height() + 2))
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(f"{offer.shown}{offer.hint}") for offer in offers) + 64
        width = min(max(field.width(), _NARROWEST, widest), window.width() - 16)
        height = self.list.height_of(min(len(offers), _ROWS)) + 12
        if place.y() + height > window.height():
            place.setY(max(0, field.mapTo(window, QPoint(0, 0)).y() - height - 2))
        self.setGeometry(max(8, min(place.x(), window.width() - width - 8)), place.y(), width, height)
        self.show()
        self.raise_()
        self.list.scrollToTop()

    def shown_texts(self) -> list[str]:
        """What is offered, best first."""
        return [offer.text for offer in self._offers]

    def move_by(self, steps: int) -> None:
        """Choose the next one, or the one before; behind the last comes the first."""
        if self._offers:
            chosen = self.list.chosen()
            now = chosen if chosen >= 0 else (-1 if steps > 0 else 0)
            self.list.choose((now + steps) % len(self._offers))

    def chosen(self) -> Offer | None:
        """What is chosen; None when nothing is."""
        row = self.list.chosen()
        return self._offers[row] if row >= 0 else None
