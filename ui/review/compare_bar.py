"""Above and below a comparison: what is compared, buttons, how many changes; keys and the progress of 核红."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.review import words
from ui.widgets.frames import label

if TYPE_CHECKING:
    from editor.records.review import Comparison
    from ui.theme.look import Look


class CompareHeader(QFrame):
    """What is compared, and the buttons."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self._look = look
        self._icons: dict[QToolButton, str] = {}
        self._title = label("strong", wrap=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._amount = label("caption")
        self._amount.setMinimumWidth(1)  # cut short rather than that the window grows
        self._scope = label("pill")
        self._count = label("secondary")
        self.previous = self._button("arrow-up", self.tr("Previous change (Shift+F7)"))
        self.next = self._button("arrow-down", self.tr("Next change (F7)"))
        self.together = self._button("file-text", self.tr("Both texts in one (V)"), checkable=True)
        self.beside = self._button("book-open", self.tr("Side by side (V)"), checkable=True)
        self.fold = self._button("list-filter", self.tr("Fold what did not change (F)"), checkable=True)
        self.close_button = self._button("x", self.tr("Back to the text (Esc)"))
        self._lay_out()
        look.changed.connect(self._draw)
        self._draw()

    def _button(self, icon: str, name: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the page, where the keys are
        self._icons[button] = icon
        return button

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._scope)
        told.addWidget(self._amount)
        told.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 7, 8, 7)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._title, 0, 0)
        grid.addLayout(told, 1, 0)
        grid.setColumnStretch(0, 1)
        row = (self._count, self.previous, self.next, self.together, self.beside, self.fold, self.close_button)
        for column, widget in enumerate(row, 1):
            grid.addWidget(widget, 0, column, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnMinimumWidth(1, 8)

    def _draw(self) -> None:
        for button, icon in self._icons.items():
            button.setIcon(self._look.icon(icon))

    def tell(self, title: str, comparison: Comparison | None, count: str) -> None:
        """Say what is compared, how much differs, and at which change one is."""
        self._title.setText(title)
        scope = words.scope(comparison) if comparison is not None else ""
        self._scope.setText(scope)
        self._scope.setVisible(bool(scope))
        amount = words.extent(comparison) if comparison is not None else ""
        self._amount.setText(amount)
        self._amount.setVisible(bool(amount))
        self._count.setText(count)
        for button in (self.previous, self.next, self.fold, self.together, self.beside):
            button.setEnabled(bool(count))

    def said(self) -> list[str]:
        """What stands there, from the left."""
        labels = (self._title, self._scope, self._amount, self._count)
        return [label.text() for label in labels if not label.isHidden() and label.text()]


class CompareFooter(QFrame):
    """Which keys there are, and how far 核红 is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._keys = label("caption", wrap=True)
        self._progress = label("pill")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 16, 5)
        layout.addWidget(self._keys, 1)
        layout.addWidget(self._progress)

    def tell(self, keys: str, done: int | None, count: int) -> None:
        """Say the keys; ``done`` of ``count`` changes are confirmed, None where nothing is to be."""
        self._keys.setText(" · ".join(part.replace(" ", "\u00a0") for part in keys.split(" · ")))
        self._progress.setVisible(done is not None and bool(count))
        self._progress.setText(self.tr("Counterchecked {done}/{all}").format(done=done, all=count))
        self._progress.setProperty("tone", "green" if done == count else "amber")
        self._progress.style().unpolish(self._progress)
        self._progress.style().polish(self._progress)

    def said(self) -> str:
        """How far 核红 is, "" when there is none."""
        return "" if self._progress.isHidden() else self._progress.text()
