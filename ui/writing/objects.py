"""How the objects in the text are drawn: pictures with captions, rules, references, characters without a shape."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageReader, QPainter, QPen, QPyTextObject
from typing_extensions import override

from ui.theme.type import BODY_PX
from ui.writing.kinds import CODE, IMAGE_OBJECT, NOTE, NOTE_OBJECT, ODD_OBJECT, RULE_OBJECT, text_in
from ui.writing.reading import image_of

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintDevice, QTextDocument, QTextFormat

    from editor.markup.blocks import Image
    from ui.theme.tokens import Tokens
    from ui.theme.type import Reading

_HELD_BYTES = 96 << 20
_TALLEST = 0.8  # of the width
_PLACE = 0.28
_PAD = 8
_RADIUS = 6
_CAPTION = 13 / BODY_PX


class Pictures(Protocol):
    """Who has the pictures of the article."""

    def picture(self, source: str) -> bytes | None:
        """The bytes of a picture (``asset:…``), or None while they are not here."""


class NoPictures:
    """Has none."""

    def picture(self, source: str) -> bytes | None:  # noqa: ARG002  (see Pictures)
        """None."""
        return None


class PictureCache:
    """Sizes of all pictures, drawings of those seen last; never more than 96 MiB."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._sizes: dict[str, QSize | None] = {}
        self._drawn: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()
        self._held = 0

    def forget(self, source: str | None = None) -> None:
        """Ask anew for one picture (it has arrived) or for all."""
        if source is None:
            self._sizes.clear()
        else:
            self._sizes.pop(source, None)

    def size(self, source: str) -> QSize | None:
        """Width and height in px of the picture, None when it is not here or cannot be read."""
        if source not in self._sizes:
            reader, _kept = self._reader(source)
            size = reader.size() if reader is not None else QSize()
            self._sizes[source] = size if size.isValid() and not size.isEmpty() else None
        return self._sizes[source]

    def drawn(self, source: str, width: int, height: int) -> QImage | None:
        """The picture at a size."""
        key = (source, width, height)
        held = self._drawn.get(key)
        if held is not None:
            self._drawn.move_to_end(key)
            return held
        reader, _kept = self._reader(source)
        if reader is None:
            return None
        reader.setAutoTransform(True)
        image = reader.read()
        if image.isNull():
            return None
        mode = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
        self._drawn[key] = image
        self._held += image.sizeInBytes()
        while self._held > _HELD_BYTES and len(self._drawn) > 1:
            self._held -= self._drawn.popitem(last=False)[1].sizeInBytes()
        return image

    def _reader(self, source: str) -> tuple[QImageReader | None, QBuffer | None]:
        data = self._pictures.picture(source) if source else None
        if not data:
            return None, None
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        return QImageReader(buffer), buffer


class Objects(QPyTextObject):
    """Draws the objects of one document."""

    def __init__(self, reading: Reading, tokens: Tokens, cache: PictureCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reading = reading
        self.tokens = tokens
        self.cache = cache
        self.no_caption = ""
        self.not_here = ""

    def register(self, document: QTextDocument) -> None:
        """Draw the objects of a document."""
        for kind in (IMAGE_OBJECT, RULE_OBJECT, NOTE_OBJECT, ODD_OBJECT):
            document.documentLayout().registerHandler(kind, self)

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        """The room that an object takes."""
        px = self.reading.px
        match format.objectType():
            case kind if kind == IMAGE_OBJECT:
                return self._image_size(doc, image_of(format.toCharFormat()))
            case kind if kind == RULE_OBJECT:
                return QSizeF(self._width(doc), px)
            case kind if kind == NOTE_OBJECT:
                text = text_in(format, NOTE) or ""
                return QSizeF(QFontMetricsF(self._small()).horizontalAdvance(f"[{text}]") + 1, px)
            case _:
                return QSizeF(px, px)

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        """Draw an object into the room it took."""
        rect = QRectF(rect)
        painter.save()
        match format.objectType():
            case kind if kind == IMAGE_OBJECT:
                self._draw_image(painter, rect, image_of(format.toCharFormat()))
            case kind if kind == RULE_OBJECT:
                painter.setPen(QPen(QColor(self.tokens.border2), 1))
                middle, reach = rect.center(), min(rect.width() / 2, self.reading.px * 4)
                painter.drawLine(int(middle.x() - reach), int(middle.y()), int(middle.x() + reach), int(middle.y()))
            case kind if kind == NOTE_OBJECT:
                painter.setFont(self._small())
                painter.setPen(QColor(self.tokens.accent))
                room = rect.adjusted(0, -self.reading.px * 0.25, 0, 0)
                painter.drawText(room, Qt.AlignmentFlag.AlignTop, f"[{text_in(format, NOTE) or ''}]")
            case _:
                draw_code(painter, rect, format.intProperty(CODE), self.tokens)
        painter.restore()

    def _small(self) -> QFont:
        return self.reading.font(round(self.reading.px * 0.68))

    def _caption_font(self) -> QFont:
        return self.reading.font(round(self.reading.px * _CAPTION))

    @staticmethod
    def _width(doc: QTextDocument) -> float:
        return max(120.0, doc.textWidth() - 2 * doc.documentMargin() - 2)

    def _picture_size(self, width: float, image: Image) -> QSizeF:
        size = self.cache.size(image.source)
        if size is None:
            return QSizeF(width, round(width * _PLACE))
        wide = min(width, float(size.width())) if size.width() > width / 2 else float(size.width())
        high = wide * size.height() / size.width()
        if high > width * _TALLEST:
            wide, high = wide * width * _TALLEST / high, width * _TALLEST
        return QSizeF(round(wide), round(high))

    def _caption(self, image: Image) -> str:
        return "　".join(part for part in (image.caption, image.credit) if part) or self.no_caption

    def _image_size(self, doc: QTextDocument, image: Image) -> QSizeF:
        width = self._width(doc)
        high = self._picture_size(width, image).height()
        room = QFontMetricsF(self._caption_font()).boundingRect(
            QRectF(0, 0, width, 1000), Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self._caption(image)
        )
        return QSizeF(width, high + _PAD + max(room.height(), self.reading.px))

    def _draw_image(self, painter: QPainter, rect: QRectF, image: Image) -> None:
        size = self._picture_size(rect.width(), image)
        left = rect.x() + (rect.width() - size.width()) / 2
        place = QRectF(left, rect.y(), size.width(), size.height())
        self._draw_picture(painter, place, image, painter.device())
        painter.setFont(self._caption_font())
        named = bool(image.caption or image.credit)
        painter.setPen(QColor(self.tokens.text2 if named else self.tokens.text3))
        painter.drawText(
            QRectF(rect.x(), place.bottom() + _PAD, rect.width(), rect.bottom() - place.bottom()),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            self._caption(image),
        )

    def _draw_picture(self, painter: QPainter, place: QRectF, image: Image, device: QPaintDevice) -> None:
        ratio = device.devicePixelRatio()
        drawn = None
        if self.cache.size(image.source) is not None:
            drawn = self.cache.drawn(image.source, round(place.width() * ratio), round(place.height() * ratio))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if drawn is not None:
            painter.drawImage(place, drawn)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.tokens.border2), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(self.tokens.surface2))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(QColor(self.tokens.text3))
        painter.setFont(self._caption_font())
        words = image.alt or self.not_here
        address = "" if image.source.startswith("asset:") else image.source
        painter.drawText(
            place.adjusted(16, 8, -16, -8),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWrapAnywhere,
            "\n".join(part for part in (words, _short(address)) if part),
        )


def _short(address: str) -> str:
    return address if len(address) <= 60 else address[:40] + "…" + address[-18:]  # noqa: PLR2004  (a line)


def draw_code(painter: QPainter, rect: QRectF, code: int, tokens: Tokens) -> None:
    """A box with the code of a character that no font here has."""
    box = QRectF(rect.x() + 0.5, rect.y() + 1.5, rect.width() - 1, rect.height() - 2)
    painter.setPen(QPen(QColor(tokens.danger), 1))
    painter.setBrush(QColor(tokens.danger_soft))
    painter.drawRect(box)
    digits = f"{code:04X}" if code <= 0xFFFF else f"{code:06X}"  # noqa: PLR2004  (end of the plane)
    half = len(digits) // 2
    font = QFont(painter.font())
    font.setPixelSize(max(5, round(box.height() * 0.42)))
    metrics = QFontMetricsF(font)
    widest = max(metrics.horizontalAdvance(digits[:half]), 1.0)
    if widest > box.width() - 1:
        font.setPixelSize(max(5, int(font.pixelSize() * (box.width() - 1) / widest)))
    painter.setFont(font)
    center = Qt.AlignmentFlag.AlignCenter
    upper = QRectF(box.x(), box.y(), box.width(), box.height() / 2)
    painter.drawText(upper, center, digits[:half])
    painter.drawText(upper.translated(0, box.height() / 2), center, digits[half:])
