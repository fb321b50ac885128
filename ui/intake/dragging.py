"""Articles that are dragged out of the list: what goes with the pointer, and what is dropped on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from ui.articles.pane import ArticleList

MIME = "application/x-gaotai-article"


def mime_of(name: str, headline: str) -> QMimeData:
    """What goes with the pointer: the name for us, the headline for other programs."""
    made = QMimeData()
    made.setData(MIME, name.encode())
    made.setText(headline)
    return made


class ArticleDrag(QObject):
    """Begins to drag the row under the pointer."""

    def __init__(self, view: ArticleList) -> None:
        super().__init__(view)
        self._view = view
        self._from: QPoint | None = None
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._from = event.position().toPoint()
            elif event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
                return self._moved(event.position().toPoint())
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._from = None
        return super().eventFilter(watched, event)

    def _moved(self, point: QPoint) -> bool:
        start = self._from
        if start is None or (point - start).manhattanLength() < QApplication.startDragDistance():
            return start is not None  # a row is dragged, nothing is chosen by the way
        self._from = None
        row = self._view.articles.row_at(self._view.indexAt(start).row())
        if row is not None:
            drag = QDrag(self._view)
            drag.setMimeData(mime_of(row.name, row.headline))
            drag.exec(Qt.DropAction.CopyAction)
        return True


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
