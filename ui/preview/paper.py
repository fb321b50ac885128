"""A page that is looked at: a set article on its paper, as wide as there is room, scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from ui.preview.setting import Text, set_text
from ui.preview.sizes import PHONE
from ui.theme.tokens import LIGHT

if TYPE_CHECKING:
    from ui.preview.setting import Picture
    from ui.preview.sizes import Sizes
    from ui.theme.look import Look
    from ui.theme.tokens import Tokens

_AROUND = 12
_BETWEEN = 14
_FOOT = 48
_LARGEST = 1.0
_STEP = 40


class Paper(QAbstractScrollArea):
    """Shows one article in one size; never larger than it will be, smaller where there is less room."""

    def __init__(self, look: Look, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture = picture
        self.sizes: Sizes = PHONE
        self.text: Text | None = None
        self.document = QTextDocument(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview"))
        self.verticalScrollBar().setSingleStep(_STEP)
        look.changed.connect(self._on_look_changed)

    @property
    def tokens(self) -> Tokens:
        """Colors of the page: the site follows the theme, paper is white."""
        return LIGHT if self.sizes.height else self._look.tokens

    def show_text(self, text: Text, sizes: Sizes) -> None:
        """Set an article; the place that is looked at stays."""
        scrolled = self.verticalScrollBar().value() if sizes is self.sizes else 0
        self.text, self.sizes = text, sizes
        self.reset()
        self.verticalScrollBar().setValue(scrolled)

    def show_nothing(self) -> None:
        """No article."""
        self.text = None
        self.document.clear()
        self._fit()

    def reset(self) -> None:
        """Set it anew (other colors, a picture has come)."""
        if self.text is None:
            return
        set_text(self.document, self.text, self.sizes, self.tokens, self._picture)
        sizes = self.sizes
        if sizes.height:
            self.document.setPageSize(QSizeF(sizes.measure, sizes.height - 2 * sizes.top))
        else:
            self.document.setPageSize(QSizeF(sizes.measure, -1))
        self._fit()

    def _on_look_changed(self) -> None:
        if self.isVisible():  # who comes into sight is set anew
            self.reset()

    @property
    def pages(self) -> int:
        """Sheets of paper; 1 for a page of any length."""
        return max(1, self.document.pageCount()) if self.sizes.height else 1

    @property
    def page_height(self) -> float:
        """Of one page, in px at 100 %."""
        sizes = self.sizes
        return float(sizes.height) or self.document.size().height() + sizes.top + _FOOT

    @property
    def zoom(self) -> float:
        """How large the page is shown."""
        return min(_LARGEST, (self.viewport().width() - 2 * _AROUND) / self.sizes.width)

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        high = self.pages * (self.page_height * self.zoom + _BETWEEN) - _BETWEEN + 2 * _AROUND
        room = self.viewport().height()
        bar.setPageStep(room)
        bar.setRange(0, max(0, round(high - room)) if self.text is not None else 0)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._look.tokens.window))
        if self.text is None:
            return
        zoom = self.zoom
        left = max(_AROUND, (self.viewport().width() - self.sizes.width * zoom) / 2)
        painter.translate(left, _AROUND - self.verticalScrollBar().value())
        painter.scale(zoom, zoom)
        window = QRectF(event.rect())
        for page in range(self.pages):
            top = page * (self.page_height + _BETWEEN / zoom)
            place = QRectF(0, top, self.sizes.width, self.page_height)
            seen = painter.transform().mapRect(place)
            if seen.intersects(window):
                self._page(painter, place, page, window)

    def _page(self, painter: QPainter, place: QRectF, page: int, window: QRectF) -> None:
        painter.setPen(QPen(QColor(self._look.tokens.border), 0))
        painter.setBrush(QColor(self.tokens.surface))
        painter.drawRect(place)
        inner = place.height() - 2 * self.sizes.top if self.sizes.height else self.document.size().height()
        seen = painter.transform().inverted()[0].mapRect(window)
        painter.save()
        painter.translate(place.left() + self.sizes.side, place.top() + self.sizes.top)
        clip = QRectF(-self.sizes.side, 0, self.sizes.width, inner)
        painter.setClipRect(clip)
        painter.translate(0, -page * inner)
        clip = seen.translated(-(place.left() + self.sizes.side), -(place.top() + self.sizes.top)).intersected(clip)
        draw(self.document, painter, clip.translated(0, page * inner), self.tokens)
        painter.restore()
        if self.sizes.height:
            painter.setPen(QColor(self.tokens.text3))
            foot = QRectF(place.left(), place.bottom() - self.sizes.top, place.width(), self.sizes.top)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"{page + 1} / {self.pages}")


def draw(document: QTextDocument, painter: QPainter, clip: QRectF, tokens: Tokens) -> None:
    """Draw a part of a set article in colors that do not come from the widget."""
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.Dark):
        palette.setColor(role, QColor(tokens.border2))  # text has its own color; this is for rules
    context.palette = palette
    context.clip = clip
    document.documentLayout().draw(painter, context)
