"""What became of several files: a line each, walked by key, and each article can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.theme import icons
from ui.theme.type import font
from ui.widgets.frames import foot, head, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.desk import FileDone
    from ui.sentences import Sentences
    from ui.theme.look import Look

_ROW = 62
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ResultsModel(QAbstractListModel):
    """Files that were taken in, those that could not be first."""

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = sentences
        self.files: tuple[FileDone, ...] = ()

    def show_files(self, files: Sequence[FileDone]) -> None:
        """Other files."""
        self.beginResetModel()
        self.files = tuple(sorted(files, key=lambda one: not one.code))
        self.endResetModel()

    def file(self, row: int) -> FileDone | None:
        """The file in a row."""
        return self.files[row] if 0 <= row < len(self.files) else None

    def title(self, one: FileDone) -> str:
        """Headline, or the name of the file."""
        return one.headline or one.file.rsplit("/", 1)[-1]

    def told(self, one: FileDone) -> str:
        """What was mended and what was not carried over, or why it did not come in."""
        if one.code:
            return self._sentences.sentence(f"error.{one.code}", one.details) or one.code
        lost = [self._loss(*loss) for loss in one.losses[:3]]
        parts = [
            self.tr("{n} mended").format(n=one.repairs) if one.repairs else "",
            self.tr("{n} to decide").format(n=one.offered) if one.offered else "",
            self.tr("not in the text: {lines}").format(lines="、".join(lost)) if lost else "",
        ]
        return " · ".join(part for part in parts if part) or self.tr("nothing to mend")

    def _loss(self, what: str, count: int, text: str) -> str:
        return self._sentences.sentence(f"intake.{what}", {"count": count, "text": text}) or what

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.files)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.file(index.row())
        if one is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return "，".join(part for part in (one.number, self.title(one), self.told(one)) if part)
        return self.told(one) if role == Qt.ItemDataRole.ToolTipRole else None


class ResultDelegate(QStyledItemDelegate):
    """Paints a line: sign, headline and number above what is to be said of it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._look.px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        one = model.file(index.row()) if isinstance(model, ResultsModel) else None
        if not isinstance(model, ResultsModel) or one is None:
            return
        tokens, px = self._look.tokens, self._look.px
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selected))
        name, ink = ("circle-alert", tokens.danger) if one.code else ("circle-check", tokens.green.ink)
        if one.offered and not one.code:
            name, ink = "circle-alert", tokens.amber.ink
        side = px(16)
        drawn = icons.pixmap(name, ink, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(round(rect.left() + px(20)), round(rect.top() + px(12)), drawn)
        box = rect.adjusted(px(46), px(8), -px(20), -px(8))
        first = QRectF(box.left(), box.top(), box.width(), px(22))
        painter.setFont(font(px(12)))
        painter.setPen(QColor(tokens.text3))
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, one.number)
        taken = painter.fontMetrics().horizontalAdvance(one.number) + px(12)
        self._text(painter, first.adjusted(0, 0, -taken, 0), model.title(one), tokens.text, weight=600)
        second = QRectF(box.left(), first.bottom() + 1, box.width(), px(20))
        self._text(painter, second, model.told(one), tokens.danger if one.code else tokens.text2, size=12)
        painter.fillRect(QRectF(box.left(), rect.bottom() - 1, box.width(), 1), QColor(tokens.border))
        painter.restore()

    def _text(
        self, painter: QPainter, box: QRectF, text: str, color: str, *, size: int = 14, weight: int = 400
    ) -> None:
        painter.setFont(font(self._look.px(size), weight=weight))
        painter.setPen(QColor(color))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


class ResultsView(QWidget):
    """The list in the place of the desk.

    Signals:
        opened: Name of an article to be opened.
        report_wanted: Name of an article whose report is wanted.
        closed: Back to the desk.
    """

    opened = Signal(str)
    report_wanted = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("title")
        self.count = label("secondary")
        self.model = ResultsModel(sentences, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Imported files"))
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(lambda _index: self.open())
        self.keys = label("caption", self.tr("Enter  open · I  intake report · J/K  next, previous · Esc  back"))
        self.done = QPushButton(self.tr("Done"))
        self.done.setProperty("role", "primary")
        self.done.clicked.connect(self.closed)
        self._lay_out()
        self.setFocusProxy(self.list)
        look.changed.connect(self.list.doItemsLayout)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head(self.title, self.count))
        layout.addWidget(self.list, 1)
        layout.addWidget(foot(self.keys, self.done))

    def show_files(self, files: Sequence[FileDone]) -> None:
        """Show what became of some files."""
        self.model.show_files(files)
        came = sum(not one.code for one in files)
        self.title.setText(self.tr("Imported"))
        told = [self.tr("{n} articles").format(n=came)]
        if came < len(files):
            told.append(self.tr("{n} files not taken in").format(n=len(files) - came))
        self.count.setText(" · ".join(told))
        self.list.setCurrentIndex(self.model.index(0))

    def _current(self) -> FileDone | None:
        return self.model.file(self.list.currentIndex().row())

    def open(self) -> None:
        """Open the article in hand."""
        one = self._current()
        if one is not None and one.name:
            self.opened.emit(one.name)

    def report(self) -> None:
        """Show the report of the article in hand."""
        one = self._current()
        if one is not None and one.name:
            self.report_wanted.emit(one.name)

    def step(self, by: int) -> None:
        """To the next line, or the one before."""
        row = min(self.model.rowCount() - 1, max(0, self.list.currentIndex().row() + by))
        self.list.setCurrentIndex(self.model.index(row))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            key = event.key()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.open()
            elif key == Qt.Key.Key_I:
                self.report()
            elif key in {Qt.Key.Key_J, Qt.Key.Key_K}:
                self.step(1 if key == Qt.Key.Key_J else -1)
            elif key == Qt.Key.Key_Escape:
                self.closed.emit()
            else:
                return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)
