"""An article as pictures to be sent round: as wide as a phone, marked all over, so that none passes for the page."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument

from ui.preview.paper import draw
from ui.preview.setting import set_text
from ui.preview.sizes import PHONE
from ui.theme.tokens import LIGHT
from ui.theme.type import font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.preview.setting import Picture, Text

TALLEST = 20_000
"""Most px that one picture is high: phones and chat programs make mush of higher ones, or refuse them."""
SCALE = 2
_BAND = 36
_FOOT = 28
_APART = 240
_STRIPE = 1600  # px of a page drawn at a time: some 30 ms
_QUALITY = 80  # little packing, which takes a third of the time


def document_of(text: Text, picture: Picture) -> QTextDocument:
    """The article as it is drawn here.

    Args:
        text: The article.
        picture: See `setting.set_text`.
    """
    document = QTextDocument()
    set_text(document, text, PHONE, LIGHT, picture)
    document.setPageSize(QSizeF(PHONE.measure, -1))
    return document


def parts_of(document: QTextDocument) -> list[tuple[float, float]]:
    """What stands on each picture; one where it is not too long for one."""
    return cuts(document, TALLEST / SCALE - 2 * _BAND - PHONE.top - _FOOT)


def cuts(document: QTextDocument, tallest: float) -> list[tuple[float, float]]:
    """Parts of a document from top to bottom, none higher than ``tallest``, cut between lines or beside pictures."""
    whole = document.size().height()
    if whole <= tallest:
        return [(0.0, whole)]
    lines = _lines(document)
    found: list[tuple[float, float]] = []
    start = 0.0
    while whole - start > tallest:
        limit = start + tallest
        fitting = [top for top in lines if start < top <= limit]
        end = fitting[-1] if fitting else limit
        found.append((start, end))
        start = end
    return [*found, (start, whole)]


def _lines(document: QTextDocument) -> list[float]:
    """Where a line begins and nothing stands beside it; the tops of tables are, their insides are not."""
    layout = document.documentLayout()
    tops: list[float] = []
    block = document.begin()
    while block.isValid():
        corner = layout.blockBoundingRect(block).top()
        inside = document.frameAt(block.position()) is not document.rootFrame() if block.length() else False
        if not inside:
            tops += [corner + block.layout().lineAt(n).y() for n in range(block.layout().lineCount())]
        block = block.next()
    return tops


def drawn(document: QTextDocument, part: tuple[float, float], mark: str) -> Iterator[QImage]:
    """Draw one picture stripe by stripe, so that others can go on between two; the last one is the whole picture."""
    start, end = part
    height = end - start + PHONE.top + _FOOT + 2 * _BAND
    image = QImage(PHONE.width * SCALE, round(height * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    top = start
    while top < end:
        bottom = min(end, top + _STRIPE)
        painter = _painter(image)
        painter.translate(PHONE.side, _BAND + PHONE.top - start)
        clip = QRectF(-PHONE.side, top, PHONE.width, bottom - top)
        painter.setClipRect(clip)
        draw(document, painter, clip, LIGHT)
        painter.end()
        top = bottom
        yield image
    painter = _painter(image)
    _mark(painter, height, mark)
    painter.end()
    yield image


def _painter(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    return painter


def _mark(painter: QPainter, height: float, mark: str) -> None:
    """Bands at both ends, and the word across the text, pale."""
    for top in (0.0, height - _BAND):
        band = QRectF(0, top, PHONE.width, _BAND)
        painter.fillRect(band, QColor(LIGHT.red.ground))
        painter.setFont(font(14, weight=700))
        painter.setPen(QColor(LIGHT.red.ink))
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter, mark)
    ink = QColor(LIGHT.brand)
    ink.setAlphaF(0.09)
    painter.setPen(ink)
    painter.setFont(font(44, weight=700))
    y = _BAND + _APART / 2
    while y < height - _BAND:
        painter.save()
        painter.translate(QPointF(PHONE.width / 2, y))
        painter.rotate(-24)
        painter.drawText(QRectF(-PHONE.width / 2, -40, PHONE.width, 80), Qt.AlignmentFlag.AlignCenter, mark)
        painter.restore()
        y += _APART


class Sender(QObject):
    """Makes the pictures of an article while the window goes on: drawn stripe by stripe, packed in a thread.

    Signals:
        ready: One `QImage`, or several names of files where the article is too long for one picture.
        failed: The files could not be written.
    """

    ready = Signal(list)
    failed = Signal()
    _packed = Signal(int, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None
        self._mark = ""
        self._folder = ""
        self._parts: list[tuple[float, float]] = []
        self._drawing: Iterator[QImage] = iter(())
        self._image: QImage | None = None
        self._files: list[str] = []
        self._run = 0
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_timeout)
        self._packed.connect(self._on_packed, Qt.ConnectionType.QueuedConnection)

    def begin(self, text: Text, mark: str, picture: Picture, folder: str) -> None:
        """Make the pictures; what was being made is dropped.

        Args:
            text: The article.
            mark: What is written over it.
            picture: See `setting.set_text`.
            folder: For files, where there are several pictures.
        """
        self._run += 1
        self._document = document_of(text, picture)
        self._mark, self._folder = mark, folder
        self._parts = parts_of(self._document)
        self._files = []
        self._drawing = drawn(self._document, self._parts[0], mark)
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether pictures are being made."""
        return self._document is not None

    def close(self) -> None:
        """No more; a file that is being written is finished first."""
        self._timer.stop()
        self._document = None
        if self._thread is not None:
            self._thread.join()

    def _on_timeout(self) -> None:
        image = next(self._drawing, None)
        if image is not None:
            self._image = image
            self._timer.start()
            return
        if self._image is None or self._document is None:
            return
        done, self._image = self._image, None
        if len(self._parts) == 1:
            self._document = None
            self.ready.emit([done])
            return
        self._pack(done)

    def _pack(self, image: QImage) -> None:
        run, file = self._run, f"{self._folder}/{self._run}-{len(self._files) + 1}.png"
        self._files.append(file)

        def pack() -> None:
            self._packed.emit(run, image.save(file, "PNG", _QUALITY))  # type: ignore[call-overload]

        self._thread = threading.Thread(target=pack, name="pack-picture")
        self._thread.start()

    def _on_packed(self, run: int, good: bool) -> None:  # noqa: FBT001  (a signal)
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if run != self._run or self._document is None:
            return
        if not good:
            self._document = None
            self.failed.emit()
        elif len(self._files) < len(self._parts):
            self._drawing = drawn(self._document, self._parts[len(self._files)], self._mark)
            self._timer.start()
        else:
            self._document = None
            self.ready.emit(list(self._files))
