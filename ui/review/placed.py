"""One item of a comparison on the page: lines in one or two columns, pictures, a note, and how they are painted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from ui.review import words
from ui.review.compared import FIELD, FOLD, ROW
from ui.review.flat import flat
from ui.review.pieces import NO_PLACE
from ui.review.typeset import SetLine, Typesetter, boxes, paint_lines
from ui.theme import icons

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from editor.markup.blocks import Image
    from ui.review.compared import Compared, Item, Stop
    from ui.review.flow import Flow
    from ui.review.pieces import Strip
    from ui.theme.look import Look

    Pictures = Callable[[str], QPixmap | None]

PICTURE = QSizeF(240, 135)
_SIGNS = {
    "inserted": ("plus", "green"),
    "deleted": ("minus", "danger"),
    "changed": ("pencil", "accent"),
    "moved": ("arrow-up-down", "violet"),
    "split": ("pilcrow", "accent"),
    "joined": ("pilcrow", "accent"),
    "restyled": ("type", "violet"),
}


@dataclass(slots=True)
class Column:
    """Lines and pictures of one column, from its left edge."""

    left: float
    width: float
    lines: list[SetLine] = field(default_factory=list)
    pictures: list[tuple[QRectF, Image, str]] = field(default_factory=list)  # box, picture, color of its frame


@dataclass(slots=True)
class Placed:
    """An item that was set."""

    item: Item
    columns: list[Column]
    height: float
    note: str = ""
    note_height: float = 0.0

    def boxes(self, place: int) -> list[QRectF]:
        """Where a place stands, from the corner of the item."""
        return [box.translated(column.left, 0) for column in self.columns for box in boxes(column.lines, place)]

    def box(self, at: QPointF) -> QRectF:
        """The whole item, its corner at ``at``."""
        first, last = self.columns[0], self.columns[-1]
        return QRectF(at.x() + first.left - 4, at.y() - 2, last.left + last.width + 8 - first.left, self.height - 4)


class Placer:
    """Sets and paints items for a look."""

    def __init__(self, look: Look, variant: str, pictures: Pictures) -> None:
        self._look = look
        self._pictures = pictures
        self.typesetter = Typesetter(look, variant)

    def guess(self, compared: Compared, item: Item, width: float) -> float:
        """Height of an item before it is set."""
        if item.kind == FOLD:
            return self._fold_height()
        return self.typesetter.guess(compared.length(item), width)

    def _fold_height(self) -> float:
        return float(self._look.px(36)) + self.typesetter.gap

    def place(
        self, compared: Compared, item: Item, edges: list[tuple[float, float]], confirmed: Collection[int]
    ) -> Placed:
        """Set an item in columns given by left edge and width: one for both texts, or the old and the new."""
        if item.kind == FOLD:
            return Placed(item, [Column(*edge) for edge in edges], self._fold_height())
        if item.kind == FIELD:
            return self._place_field(compared, item, edges, confirmed)
        note = _note(compared, item)
        top = float(self._look.px(20)) if note else 0.0
        made: list[Column] = []
        height = top
        for side, edge in zip(("",) if len(edges) == 1 else ("old", "new"), edges, strict=True):
            column = Column(*edge)
            below = self._put_pictures(compared, item, side, column, top)
            lines = compared.strips(item, side)
            if side != "old":
                lines = (*_without_empty(lines, column), *compared.details(item.index))
            column.lines, end = self.typesetter.set_lines(lines, column.width, below, confirmed)
            height = max(height, end)
            made.append(column)
        return Placed(item, made, height + self.typesetter.gap, note, top)

    def _place_field(
        self, compared: Compared, item: Item, edges: list[tuple[float, float]], confirmed: Collection[int]
    ) -> Placed:
        """A field of the slip: its name at the left, what stood and what stands there at the right."""
        made: list[Column] = []
        height = 0.0
        label = self._label_width()
        for number, (side, (left, width)) in enumerate(
            zip(("",) if len(edges) == 1 else ("old", "new"), edges, strict=True)
        ):
            inset = label if number == 0 else 0.0
            column = Column(left + inset, width - inset)
            column.lines, end = self.typesetter.set_lines(compared.strips(item, side), column.width, 6, confirmed)
            height = max(height, end)
            made.append(column)
        last = item.index == len(compared.comparison.fields) - 1
        return Placed(item, made, height + 6 + (2 * self.typesetter.gap if last else 0), _note(compared, item))

    def _label_width(self) -> float:
        return float(self._look.px(84))

    def _put_pictures(self, compared: Compared, item: Item, side: str, column: Column, top: float) -> float:
        """Put the pictures of a row into a column; gives where the lines begin."""
        if item.kind != ROW:
            return top
        old, new = compared.images(item.index)
        kind = compared.row(item.index).kind
        same = old is not None and new is not None and old.source == new.source
        shown = [(old, "border2" if same or kind == "moved" else "danger")] if old is not None else []
        if new is not None:
            shown.append((new, "border2" if same or kind in {"moved", "equal"} else "green"))
        if side:
            shown = [part for part in shown if part[0] is (old if side == "old" else new)]
        elif same:
            shown = shown[1:]
        left = 0.0
        for image, color in shown:
            width = min(PICTURE.width(), column.width / len(shown) - 8)
            column.pictures.append((QRectF(left, top, width, width * 9 / 16), image, color))
            left += width + 12
        return top + (max(box.height() for box, _, _ in column.pictures) + 6 if column.pictures else 0)

    def paint_item(
        self,
        painter: QPainter,
        flow: Flow,
        index: int,
        at: QPointF,
        clip: QRectF,
        *,
        stop: Stop | None,
        confirmed: Collection[Stop],
    ) -> None:
        """Draw an item of a flow with its sign, and a frame round the present change."""
        placed = flow.placed(index)
        if placed.item.kind == FOLD:
            self.paint_fold(painter, placed, at)
            return
        self.paint(painter, placed, at, clip)
        stops = [flow.compared.stops[number] for number in flow.stops_at(index)]
        done = bool(stops) and all(other in confirmed for other in stops)
        self.paint_sign(painter, flow.compared, placed, at, done=done)
        if stop is not None and stop in stops:
            boxes = placed.boxes(stop.place) if stop.place != NO_PLACE else []
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._look.tokens.accent), 1.5))
            for box in [box.translated(at) for box in boxes] or [placed.box(at)]:
                painter.drawRoundedRect(box.adjusted(-2, -1, 2, 1), 3, 3)

    def paint(self, painter: QPainter, placed: Placed, at: QPointF, clip: QRectF) -> None:
        """Draw an item whose corner is at ``at``."""
        if placed.item.kind == FIELD:
            self._ground(painter, placed, at)
        for column in placed.columns:
            for box, image, color in column.pictures:
                self._paint_picture(painter, box.translated(at.x() + column.left, at.y()), image, color)
            painter.setPen(QColor(self._look.tokens.body))
            paint_lines(painter, column.lines, QPointF(at.x() + column.left, at.y()), clip)
        if placed.note:
            self._paint_note(painter, placed, at)

    def _paint_note(self, painter: QPainter, placed: Placed, at: QPointF) -> None:
        painter.setFont(self.typesetter.small(self._look.px(12)))
        painter.setPen(QColor(self._look.tokens.text3))
        first = placed.columns[0]
        box = QRectF(at.x() + first.left, at.y(), first.width, placed.note_height)
        if placed.item.kind == FIELD:
            line = first.lines[0].layout.lineAt(0)
            box = QRectF(
                box.left() - self._label_width(), at.y() + 6 + line.y(), self._label_width() - 8, line.height()
            )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, placed.note)

    def _ground(self, painter: QPainter, placed: Placed, at: QPointF) -> None:
        left, last = placed.columns[0].left - self._label_width() - 12, placed.columns[-1]
        bottom = max(line.top + line.layout.boundingRect().bottom() for c in placed.columns for line in c.lines)
        box = QRectF(at.x() + left, at.y(), last.left + last.width + 12 - left, bottom + 6)
        painter.fillRect(box, QColor(self._look.tokens.surface2))

    def _paint_picture(self, painter: QPainter, box: QRectF, image: Image, color: str) -> None:
        tokens = self._look.tokens
        drawn = self._pictures(image.source)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface2))
        painter.drawRect(box)
        if drawn is not None and not drawn.isNull():
            size = QSizeF(drawn.deviceIndependentSize()).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            inner = QRectF(QPointF(), size)
            inner.moveCenter(box.center())
            painter.drawPixmap(inner, drawn, QRectF(drawn.rect()))
        else:
            sign = icons.pixmap("image", tokens.text3, 24, painter.device().devicePixelRatioF())
            painter.drawPixmap(box.center() - QPointF(12, 12), sign)
        ink = tokens.green.ink if color == "green" else str(getattr(tokens, color))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(ink), 1 if color == "border2" else 2))
        painter.drawRect(box)

    def paint_sign(self, painter: QPainter, compared: Compared, placed: Placed, at: QPointF, *, done: bool) -> None:
        """The sign beside an item: what became of it, or that it was confirmed."""
        kind = "changed" if placed.item.kind == FIELD else compared.row(placed.item.index).kind
        if kind not in _SIGNS:
            return
        name, color = ("check", "green") if done else _SIGNS[kind]
        tokens = self._look.tokens
        ink = getattr(tokens, color).ink if color in {"green", "violet"} else str(getattr(tokens, color))
        side = self._look.px(16)
        drawn = icons.pixmap(name, ink, side, painter.device().devicePixelRatioF())
        left, middle = placed.columns[0].left, at.y() + placed.note_height + (self.typesetter.line - side) / 2
        if placed.item.kind == FIELD:
            left -= self._label_width()
        painter.drawPixmap(QPointF(at.x() + left - side - 18, round(middle)), drawn)

    def paint_fold(self, painter: QPainter, placed: Placed, at: QPointF) -> None:
        """The line that stands for unchanged blocks."""
        tokens = self._look.tokens
        told = QCoreApplication.translate("Review", "… {n} paragraphs unchanged …").format(n=placed.item.count)
        chosen = self.typesetter.small(self._look.px(12))
        first, last = placed.columns[0], placed.columns[-1]
        left, right = at.x() + first.left, at.x() + last.left + last.width
        middle = at.y() + self._look.px(36) / 2
        width = QFontMetricsF(chosen).horizontalAdvance(told) + 24
        pill = QRectF((left + right - width) / 2, middle - self._look.px(12), width, self._look.px(24))
        painter.setPen(QColor(tokens.border))
        for start, end in ((left, pill.left() - 8), (pill.right() + 8, right)):
            painter.drawLine(QPointF(start, round(middle) + 0.5), QPointF(end, round(middle) + 0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.hover))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(chosen)
        painter.setPen(QColor(tokens.text2))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, told)


def _without_empty(lines: tuple[Strip, ...], column: Column) -> tuple[Strip, ...]:
    """A picture without a caption needs no empty line below it."""
    return tuple(line for line in lines if not column.pictures or line.pieces)


def _note(compared: Compared, item: Item) -> str:
    """What is said above an item."""
    translate = QCoreApplication.translate
    if item.kind == FIELD:
        return words.field_word(compared.comparison.fields[item.index].field)
    row = compared.row(item.index)
    if row.kind == "moved":
        return _moved(row.new, row.other)
    if row.kind in {"split", "joined"}:
        split = translate("Review", "Split into {n} paragraphs").format(n=len(row.new))
        return split if row.kind == "split" else translate("Review", "{n} paragraphs joined").format(n=len(row.old))
    if not row.restyled or not row.old or not row.new:
        return ""
    old, new = (flat(side).lines[0][1].kind for side in ([compared.old[row.old[0]]], [compared.new[row.new[0]]]))
    if old != new:
        return translate("Review", "{old} → {new}").format(old=_kind(old), new=_kind(new))
    return translate("Review", "Formatting changed")


def _moved(new: tuple[int, ...], other: int | None) -> str:
    translate = QCoreApplication.translate
    if new:
        return translate("Review", "Moved here (was paragraph {n})").format(n=(other or 0) + 1)
    return translate("Review", "Moved away (is paragraph {n} now)").format(n=(other or 0) + 1)


def _kind(kind: str) -> str:
    translate = QCoreApplication.translate
    return {
        "paragraph": translate("Review", "Text"),
        "h2": translate("Review", "Heading 2"),
        "h3": translate("Review", "Heading 3"),
        "quote": translate("Review", "Quote"),
        "item": translate("Review", "List"),
        "cell": translate("Review", "Table"),
        "caption": translate("Review", "Picture"),
        "footnote": translate("Review", "Footnote"),
        "rule": translate("Review", "Rule"),
    }.get(kind, kind)
