"""The column at the right of the report: two readings, places, what was not carried over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.converting.choosing import NONE
from ui.intake import words
from ui.intake.cards import CardDelegate, Cards
from ui.widgets.frames import label

if TYPE_CHECKING:
    from editor.records.incoming import Report, Way
    from ui.intake.judging import Judging
    from ui.sentences import Sentences
    from ui.theme.look import Look

WIDTH = 332
_LOSSES = 190


class Ways(QFrame):
    """Two decodings that are close: both as they read, and one can be chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 10, 16, 12)
        self._layout.setSpacing(6)
        self.buttons: dict[str, QPushButton] = {}
        self.hide()

    def show_ways(self, ways: tuple[Way, ...]) -> None:
        """Show them; fewer than two are none."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.buttons = {}
        self.setVisible(len(ways) > 1)
        if len(ways) < 2:  # noqa: PLR2004  (see above)
            return
        self._layout.addWidget(label("strong", self.tr("This file can be read in two ways"), wrap=True))
        for place, way in enumerate(ways):
            name = words.encoding_word(way.encoding)
            sample = " ".join(way.sample.split())[:48]
            self._layout.addWidget(label("", f"{name}：{sample}", wrap=True))
            if place:
                button = QPushButton(self.tr("Read as {encoding}").format(encoding=name))
                button.setProperty("role", "small")
                button.clicked.connect(lambda _on=False, code=way.encoding: self.chosen.emit(code))
                self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
                self.buttons[way.encoding] = button


class Rail(QFrame):
    """Shows the places; what is done about them it says by signals.

    Signals:
        row_chosen: Another card is the one in hand.
        reading_clicked: Row of the card, and which reading of it was clicked.
        way_chosen: The file is to be read in this encoding.
    """

    row_chosen = Signal(int)
    reading_clicked = Signal(int, str)
    way_chosen = Signal(str)

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self.setFixedWidth(look.px(WIDTH))
        self._look = look
        self._sentences = sentences
        self.ways = Ways()
        self.ways.chosen.connect(self.way_chosen)
        self.remarks = label("", wrap=True)
        self.title = label("strong", self.tr("Damage and repairs"), wrap=True)
        self.count = label("caption", wrap=True)
        self.count.setWordWrap(False)
        self.cards = Cards(self)
        self.list = QListView()
        self.list.setModel(self.cards)
        self.delegate = CardDelegate(look, self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Places of damage"))
        self.list.viewport().installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.nothing = label("secondary", self.tr("No damage was found in the text."), wrap=True)
        self.nothing.setContentsMargins(16, 8, 16, 8)
        self.losses = label("secondary", wrap=True)
        self._loss_title = label("strong", self.tr("Not in the text"), wrap=True)
        self._lay_out()
        look.changed.connect(self.list.viewport().update)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        inner = QWidget()
        told = QVBoxLayout(inner)
        told.setContentsMargins(16, 8, 16, 12)
        told.setSpacing(6)
        told.addWidget(self._loss_title)
        told.addWidget(self.losses)
        told.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setAccessibleName(self.tr("What is not in the text"))
        self.area.setMaximumHeight(self._look.px(_LOSSES))
        line = QFrame()
        line.setProperty("role", "hairline")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.ways)
        layout.addWidget(self._remarked())
        layout.addLayout(head)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addWidget(line)
        layout.addWidget(self.area)

    def _remarked(self) -> QFrame:
        self._banner = QFrame()
        self._banner.setProperty("role", "banner")
        inner = QVBoxLayout(self._banner)
        inner.setContentsMargins(16, 10, 16, 10)
        inner.addWidget(self.remarks)
        self._banner.hide()
        return self._banner

    def show_report(self, report: Report | None) -> None:
        """What the report says besides the places."""
        self.ways.show_ways(report.ways if report is not None else ())
        remarks = [self._remark(key, values) for _, key, values in report.remarks] if report is not None else []
        self.remarks.setText("\n".join(line for line in remarks if line))
        self._banner.setVisible(bool(self.remarks.text()))
        lines: list[str] = []
        if report is not None:
            gone = [words.loss(self._sentences, one) for one in report.losses if not one.kept]
            kept = [words.loss(self._sentences, one) for one in report.losses if one.kept]
            if gone:
                lines.append(self.tr("Not carried over: {lines}").format(lines="；".join(gone)))
            if kept:
                lines.append(self.tr("Kept elsewhere: {lines}").format(lines="；".join(kept)))
        self.losses.setText("\n\n".join(line for line in lines if line))
        self.area.setVisible(bool(lines))

    def _remark(self, key: str, values: object) -> str:
        return self._sentences.sentence(key, values if isinstance(values, dict) else {})

    def show_judging(self, judging: Judging | None, row: int) -> None:
        """Show places; ``row`` is the one in hand."""
        self.cards.show_judging(judging)
        self.list.doItemsLayout()
        self.go(row)
        count = self.cards.rowCount()
        self.list.setVisible(bool(count))
        self.nothing.setVisible(not count and judging is not None)
        self.count.setText(self._counted(judging) if count else "")

    def _counted(self, judging: Judging | None) -> str:
        applied, waiting, rest = judging.count() if judging is not None else (0, 0, 0)
        parts = [
            self.tr("{n} mended").format(n=applied) if applied else "",
            self.tr("{n} to decide").format(n=waiting) if waiting else "",
            self.tr("{n} left").format(n=rest) if rest else "",
        ]
        return " · ".join(part for part in parts if part)

    def go(self, row: int) -> None:
        """Another card is the one in hand."""
        if 0 <= row < self.cards.rowCount():
            self.list.setCurrentIndex(self.cards.index(row))

    @property
    def row(self) -> int:
        """Row of the card in hand, NONE when there is none."""
        index = self.list.currentIndex()
        return index.row() if index.isValid() else NONE

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.row_chosen.emit(now.row())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if isinstance(event, QMouseEvent) and released and watched is self.list.viewport():
            self._on_released(event)
        return super().eventFilter(watched, event)

    def _on_released(self, event: QMouseEvent) -> None:
        index = self.list.indexAt(event.position().toPoint())
        card = self.cards.card(index.row()) if index.isValid() else None
        if card is None:
            return
        rect, point = QRectF(self.list.visualRect(index)), event.position()
        reading = self.delegate.reading_at(rect, point.x(), point.y(), card)
        if reading is not None:
            self.reading_clicked.emit(index.row(), reading)
