"""Articles that are dragged out of the list: what goes with the pointer, and what is dropped on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from ui.articles.pane import ArticleList

MIME = "application/x-gaotai-article"
_DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


def mime_of(name: str, headline: str) -> QMimeData:
    """What goes with the pointer: the name for us, the headline for other programs."""
    made = QMimeData()
    made.setData(MIME, name.encode())
    made.setText(headline)
    return made


class ArticleDrag(QObject):
    """Begins to drag the row under the pointer.

    A row is chosen when the button is let go, not when it is pressed: else the article that is dragged would take the
    place of the one it is to go into.
    """

    def __init__(self, view: ArticleList) -> None:
        super().__init__(view)
        self._view = view
        self._from: QPoint | None = None
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            point = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                return self._pressed(event, point)
            if event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
                return self._moved(point)
            if event.type() == QEvent.Type.MouseButtonRelease and self._from is not None:
                self._released(self._from)
                return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QMouseEvent, point: QPoint) -> bool:
        index = self._view.indexAt(point)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._from = point if plain and index.isValid() else None
        return self._from is not None

    def _moved(self, point: QPoint) -> bool:
        start = self._from
        if start is None or (point - start).manhattanLength() < QApplication.startDragDistance():
            return start is not None
        self._from = None
        row = self._view.articles.row_at(self._view.indexAt(start).row())
        if row is not None:
            self.begin(mime_of(row.name, row.headline))
        return True

    def begin(self, mime: QMimeData) -> None:
        """Drag until the button is let go."""
        drag = QDrag(self._view)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

    def _released(self, point: QPoint) -> None:
        """It was a click: the row is the chosen one now."""
        self._from = None
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        index = self._view.indexAt(point)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._view.selectionModel().setCurrentIndex(index, flags)


class ArticleDrop(QObject):
    """Takes articles that are dropped on a widget.

    Signals:
        dropped: Name of the article, and where in the widget it was let go.
    """

    dropped = Signal(str, QPoint)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, (QDragEnterEvent, QDragMoveEvent, QDropEvent)) and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                name = bytes(event.mimeData().data(MIME).data()).decode()
                self.dropped.emit(name, event.position().toPoint())
            return True
        return super().eventFilter(watched, event)


class FilesPassBy(QObject):
    """Files that are let go over a field are not written into it: whoever stands behind it takes them in."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        for field in window.findChildren(QLineEdit):
            field.installEventFilter(self)
        for text in window.findChildren(QPlainTextEdit):
            text.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGS or not isinstance(event, (QDragEnterEvent, QDragMoveEvent, QDropEvent)):
            return False
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
            return True
        return False
