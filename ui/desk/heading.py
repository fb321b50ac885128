"""Kicker, headline and subheadline."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.type import font
from ui.widgets.growing import GrowingField

if TYPE_CHECKING:
    from editor.article import Slip
    from ui.theme.look import Look

Standard = QKeySequence.StandardKey
_KICKER, _HEADLINE, _SUB = (14, 400), (26, 700), (14, 400)


class Heading(QFrame):
    """Three fields over one another; Enter goes down, at the end into the text (`left`).

    Signals:
        field_left: The focus leaves one of them.
        undo_wanted, redo_wanted: In the field that has the focus nothing is left to be undone.
    """

    edited = Signal()
    left = Signal()
    field_left = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._variant = "zh-CN"
        self.kicker = GrowingField(font(14), self.tr("Kicker (optional)"))
        self.headline = GrowingField(font(26, weight=700), self.tr("Headline"))
        self.subheadline = GrowingField(font(14), self.tr("Subheadline (optional)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        fields = (self.kicker, self.headline, self.subheadline)
        for field in fields:
            layout.addWidget(field)
            field.text_edited.connect(self.edited)
            field.installEventFilter(self)
        self.kicker.left.connect(self.headline.setFocus)
        self.headline.left.connect(self.subheadline.setFocus)
        self.subheadline.left.connect(self.left)
        look.changed.connect(self._set_fonts)
        self._set_fonts()

    def _set_fonts(self) -> None:
        px, variant = self._look.px, self._variant
        for field, (size, weight) in (
            (self.kicker, _KICKER),
            (self.headline, _HEADLINE),
            (self.subheadline, _SUB),
        ):
            field.use_font(font(px(size), weight=weight, variant=variant))

    def show_slip(self, slip: Slip, variant: str) -> None:
        """Show what a slip says; nobody is told."""
        if variant != self._variant:
            self._variant = variant
            self._set_fonts()
        self.kicker.show_text(slip.kicker)
        self.headline.show_text(slip.headline)
        self.subheadline.show_text(slip.subheadline)

    def onto(self, slip: Slip) -> Slip:
        """The slip with what stands here."""
        return dataclasses.replace(
            slip,
            kicker=self.kicker.text().strip(),
            headline=self.headline.text().strip(),
            subheadline=self.subheadline.text().strip(),
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.field_left.emit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return isinstance(watched, GrowingField) and self._stepped(event, watched)
        return False

    def _stepped(self, event: QKeyEvent, field: GrowingField) -> bool:
        """Undo and redo of a field; what has nothing to step over there (but an empty step of Qt's) is handed on."""
        for key, step, handed_on in (
            (Standard.Undo, field.undo, self.undo_wanted),
            (Standard.Redo, field.redo, self.redo_wanted),
        ):
            if event.matches(key):
                before = field.toPlainText()
                step()
                if field.toPlainText() == before:
                    handed_on.emit()
                return True
        return False

    def read_only(self, *, read_only: bool) -> None:
        """Whether it can be typed in."""
        for field in (self.kicker, self.headline, self.subheadline):
            field.setReadOnly(read_only)
