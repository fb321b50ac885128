"""Which language versions an article has, and going from one to another; one that is behind its source says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from ui.converting.bars import variant_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from editor.records.articles import Row
    from ui.theme.look import Look

STALE = "stale"


def short_word(variant: str) -> str:
    """A variant in one character."""
    translate = QCoreApplication.translate
    known = {
        "zh-CN": translate("Convert", "CN"),
        "zh-Hans": translate("Convert", "CN"),
        "zh-TW": translate("Convert", "TW"),
        "zh-HK": translate("Convert", "HK"),
    }
    return known.get(variant, variant.removeprefix("zh-"))


class _VariantButton(QToolButton):
    """One version; a dot says that its source changed since."""

    def __init__(self, look: Look, row: Row) -> None:
        super().__init__()
        self._look = look
        self.name = row.name
        self.stale = row.derived == STALE
        self.setText(short_word(row.variant))
        self.setCheckable(True)
        told = variant_word(row.variant)
        if self.stale:
            told = QCoreApplication.translate("Convert", "{variant}, to be converted again").format(variant=told)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.stale:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.tokens.amber.ink))
            painter.drawEllipse(self.width() - 9, 3, 6, 6)
            painter.end()


class VariantsBar(QFrame):
    """Shown only where an article has several versions."""

    variant_chosen = Signal(str)  # name of the variant

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 4, 0)
        self._row.setSpacing(0)
        self.setAccessibleName(self.tr("Versions"))
        self.hide()

    def show_rows(self, rows: Sequence[Row], name: str) -> None:
        """Show the versions of an article; ``name`` is the one on the desk."""
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
            button.deleteLater()
        for row in rows:
            button = _VariantButton(self._look, row)
            button.setChecked(row.name == name)
            button.clicked.connect(lambda _on=False, chosen=row.name: self.variant_chosen.emit(chosen))
            self._buttons.addButton(button)
            self._row.addWidget(button)
        self.setVisible(len(rows) > 1)

    def names(self) -> list[str]:
        """Names of the versions, from the left."""
        return [button.name for button in self._buttons.buttons() if isinstance(button, _VariantButton)]

    def next(self) -> str:
        """Name of the version after the one on the desk, "" where there is no other."""
        names = self.names()
        here = next((n for n, button in enumerate(self._buttons.buttons()) if button.isChecked()), -1)
        return names[(here + 1) % len(names)] if len(names) > 1 else ""


class StaleBanner(QFrame):
    """源稿已改，待重转: over the text of a version whose source changed since."""

    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        told = QLabel(self.tr("Source changed, convert again"))
        told.setTextFormat(Qt.TextFormat.PlainText)
        more = QLabel(self.tr("Only changed paragraphs are done again; what you decided stays."))
        more.setTextFormat(Qt.TextFormat.PlainText)
        told.setProperty("role", "strong")
        self.button = QPushButton(self.tr("Convert again…"))
        self.button.setProperty("role", "small")
        self.button.setToolTip(f"{self.button.text()}  Ctrl+T")
        self.button.clicked.connect(self.again_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(told)
        row.addWidget(more, 1)
        row.addWidget(self.button)
        self.hide()
