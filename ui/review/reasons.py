"""The list of reasons for a return: a figure chooses and returns, own words go the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.review import words
from ui.review.wrapping import WrappingLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 9
_LONGEST = 500


class Reasons(QFrame):
    """Shown when a reason is asked for. The focus stays in the field for own words, where an input method works.

    Signals:
        chosen: A reason from the list; "" = Enter was pressed in the field for the order.

    Attributes:
        order: Who ordered a withdrawal, by which paper or call; asked for beside its reason, and may stay empty.
        notice: Of a withdrawal, whether a public notice stands in its place (公告撤稿).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Reasons"))
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._hint = QLabel()
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        self._receiver = QPushButton()
        self._receiver.setProperty("role", "small")
        self._receiver.clicked.connect(self.next_receiver)
        self.order = QLineEdit()
        self.order.setAccessibleName(self.tr("Order"))
        self.order.setPlaceholderText(self.tr("Order, if there is one: who, by which paper or call"))
        self.order.setMaxLength(_LONGEST)
        self.order.returnPressed.connect(lambda: self.chosen.emit(""))
        self.order.hide()
        self.notice = QCheckBox(self.tr("&Public notice in its place"))
        self.notice.hide()
        self._list = QWidget()
        self._rows = WrappingLayout(self._list)
        self._buttons: list[QPushButton] = []
        self._reasons: tuple[str, ...] = ()
        self._receivers: tuple[tuple[str, str], ...] = ()
        self._to = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(6)
        for widget in (self._title, self._list, self.order, self.notice, self._receiver, self._hint):
            layout.addWidget(widget)
        layout.setAlignment(self._receiver, Qt.AlignmentFlag.AlignLeft)

    def ask(
        self, name: str, reasons: Sequence[str], receivers: Sequence[tuple[str, str]], *, needed: bool = True
    ) -> None:
        """Ask for the reason of an action; ``receivers`` are codes and words, none where it goes back to nobody.

        What is not ``needed`` may be done with no reason yet.
        """
        self._title.setText(words.action_word(name))
        self._receivers = tuple(receivers)
        self._to = 0
        self.order.setVisible(name == "withdraw")
        self.notice.setVisible(name == "withdraw")
        self._show_reasons(tuple(reasons)[:MOST])
        self._show_receiver()
        self._hint.setText(self._told(needed=needed))
        self.show()

    def forget(self) -> None:
        """Nothing of what was said of one withdrawal is said of another."""
        self.order.clear()
        self.notice.setChecked(False)

    def _told(self, *, needed: bool) -> str:
        if not needed:
            return self.tr(
                "A figure or Enter does it; the reason may be written here or added later. Esc: not after all."
            )
        if self._reasons:
            return self.tr("A figure chooses and returns it; or write the reason and press Enter. Esc: not after all.")
        return self.tr("Write the reason and press Enter. Esc: not after all.")

    @property
    def to(self) -> str:
        """To whom it goes back: a code, "" where it goes back to nobody."""
        return self._receivers[self._to][0] if self._receivers else ""

    def next_receiver(self) -> None:
        """The next of those to whom it can go back."""
        if self._receivers:
            self._to = (self._to + 1) % len(self._receivers)
            self._show_receiver()

    def _show_receiver(self) -> None:
        self._receiver.setVisible(bool(self._receivers))
        if self._receivers:
            self._receiver.setText(self.tr("0  goes back to: {who}").format(who=self._receivers[self._to][1]))
            self._receiver.setAccessibleName(self._receiver.text())

    def _show_reasons(self, reasons: tuple[str, ...]) -> None:
        self._list.setVisible(bool(reasons))
        if reasons == self._reasons:
            return
        self._reasons = reasons
        for button in self._buttons:
            self._rows.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(number, reason) for number, reason in enumerate(reasons, 1)]
        for button in self._buttons:
            self._rows.addWidget(button)

    def _button(self, number: int, reason: str) -> QPushButton:
        button = QPushButton(f"{number}  {reason}")
        button.setProperty("role", "small")
        button.setAccessibleName(f"{number} {reason}")
        button.clicked.connect(lambda _on=False, reason=reason: self.chosen.emit(reason))
        return button

    def key(self, text: str) -> bool:
        """A figure was pressed: 1-9 choose, 0 changes to whom it goes back; False for anything else."""
        if text == "0" and self._receivers:
            self.next_receiver()
        elif len(text) == 1 and text in "123456789"[: len(self._reasons)]:
            self.chosen.emit(self._reasons[int(text) - 1])
        else:
            return False
        return True
