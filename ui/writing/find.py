"""Find and replace in the open text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from typing_extensions import override

from ui.writing.kinds import LINE_BREAK
from ui.writing.search import Found, Hit, Query, find_all, replacement

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QIcon

    from ui.writing.editor import ArticleEditor

    Icons = Callable[[str], QIcon]

_WAIT = 150  # ms after an edit before the hits are looked for again
LAYER = "hits"


class FindBar(QFrame):
    """A bar over the text: all hits are marked, one of them is the current one."""

    closed = Signal()

    def __init__(self, editor: ArticleEditor, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "toolbar")
        self._editor = editor
        self._icons = icons
        self._found = Found()
        self._within: tuple[int, int] | None = None
        self.what = QLineEdit()
        self.by = QLineEdit()
        self.tally = QLabel()
        self.case = self._toggle("case-sensitive", self.tr("Match case"))
        self.pattern = self._toggle("regex", self.tr("Regular expression"))
        self.selection = self._toggle("text-select", self.tr("Only in the selection"))
        self._previous = self._button("arrow-up", self.tr("Previous hit"), lambda: self.go(-1))
        self._next = self._button("arrow-down", self.tr("Next hit"), lambda: self.go(1))
        self._close = self._button("x", self.tr("Close"), self.leave)
        self._replace = QPushButton(self.tr("Replace"))
        self._replace_all = QPushButton(self.tr("Replace all"))
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=_WAIT)
        self._later.timeout.connect(self._on_text_changed)
        editor.document().contentsChanged.connect(self._on_contents_changed)
        self.what.textChanged.connect(self._look)
        for box in (self.case, self.pattern):
            box.toggled.connect(self._look)
        self.selection.toggled.connect(lambda checked: self._search_selection(on=checked))
        self._replace.clicked.connect(self.replace)
        self._replace_all.clicked.connect(self.replace_all)
        self.hide()

    def _lay_out(self) -> None:
        self.what.setPlaceholderText(self.tr("Find"))
        self.what.setAccessibleName(self.tr("Find"))
        self.by.setPlaceholderText(self.tr("Replace with"))
        self.by.setAccessibleName(self.tr("Replace with"))
        for field in (self.what, self.by):
            field.installEventFilter(self)
            field.setMinimumWidth(160)
        self.tally.setMinimumWidth(72)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 6, 12, 6)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.what, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(2)
        for widget in (self.case, self.pattern, self.selection, self.tally, self._previous, self._next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._close)
        grid.addLayout(row, 0, 1)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self._replace)
        second.addWidget(self._replace_all)
        second.addStretch(1)
        grid.addWidget(self.by, 1, 0)
        grid.addWidget(self._second, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    def _toggle(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._icons(icon))
        button.setCheckable(True)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _button(self, icon: str, name: str, slot: Callable[[], object]) -> QToolButton:
        button = self._toggle(icon, name)
        button.setCheckable(False)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar; what is selected is looked for, a selection of several lines is searched."""
        cursor = self._editor.textCursor()
        text = cursor.selectedText()
        lines = "\u2029" in text
        self.by.setVisible(replacing)
        self._second.setVisible(replacing)
        self.show()
        self.selection.setChecked(lines)
        if text and not lines and LINE_BREAK not in text:
            self.what.setText(text)
        self.what.setFocus()
        self.what.selectAll()
        self._look()

    def leave(self) -> None:
        """Close the bar; the caret goes to the current hit."""
        self.hide()
        self._found = Found()
        self._editor.overlay.set_ranges(LAYER, ())
        self._editor.view.refresh()
        self._editor.setFocus()
        self.closed.emit()

    def query(self) -> Query:
        """What is looked for."""
        return Query(self.what.text(), self.case.isChecked(), self.pattern.isChecked(), self._within)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All hits."""
        return self._found.hits

    def _look(self) -> None:
        self._found = find_all(self._editor.document(), self.query())
        current = self._nearest()
        self._mark(current)
        if current >= 0:
            self._show(current)

    def _on_contents_changed(self) -> None:
        if self.isVisible():
            self._later.start()

    def _on_text_changed(self) -> None:
        """The text was edited: the hits are looked for again, the caret stays."""
        self._found = find_all(self._editor.document(), self.query())
        self._mark(self._current())

    def _search_selection(self, *, on: bool) -> None:
        cursor = self._editor.textCursor()
        chosen = on and cursor.hasSelection()
        self._within = (cursor.selectionStart(), cursor.selectionEnd()) if chosen else None
        self._look()

    def _current(self) -> int:
        cursor = self._editor.textCursor()
        place = (cursor.selectionStart(), cursor.selectionEnd())
        return next((n for n, hit in enumerate(self.hits) if (hit.start, hit.end) == place), -1)

    def _nearest(self) -> int:
        at = self._editor.textCursor().selectionStart()
        return next((n for n, hit in enumerate(self.hits) if hit.start >= at), 0 if self.hits else -1)

    def go(self, by: int) -> None:
        """To the next hit or the previous one, round the end."""
        if not self.hits:
            return
        current = self._current()
        if current < 0:
            current = self._nearest() - (by > 0)
        self._show((current + by) % len(self.hits))
        self._mark(self._current())

    def _show(self, number: int) -> None:
        hit = self.hits[number]
        self._editor.view.show(hit.start, hit.end)
        self._tell(number)

    def _mark(self, current: int) -> None:
        ranges = [(h.start, h.end, "hit_now" if n == current else "hit") for n, h in enumerate(self.hits)]
        self._editor.overlay.set_ranges(LAYER, ranges)
        self._editor.view.refresh()
        self._tell(current)

    def _tell(self, current: int) -> None:
        found = self._found
        if found.wrong:
            text = self.tr("Not a pattern")
        elif not self.what.text():
            text = ""
        elif not found.hits:
            text = self.tr("Too slow a pattern") if found.cut_short else self.tr("No hits")
        else:
            shown = str(current + 1) if current >= 0 else "–"
            text = f"{shown}/{len(found.hits)}" + ("+" if found.cut_short else "")
        self.tally.setText(text)
        self.tally.setToolTip(found.wrong)

    def replace(self) -> None:
        """Replace the current hit and go to the next one; one step of undo."""
        current = self._current()
        if current < 0 or self._editor.isReadOnly():
            self.go(1)
            return
        self._put((self.hits[current],))
        self._look()

    def replace_all(self) -> int:
        """Replace every hit; one step of undo. How many there were."""
        hits = self.hits
        if hits and not self._editor.isReadOnly():
            self._put(hits)
            self._on_text_changed()
        return len(hits)

    def _put(self, hits: tuple[Hit, ...]) -> None:
        self._editor.composing.finish()
        cursor = QTextCursor(self._editor.document())
        cursor.beginEditBlock()
        for hit in reversed(hits):
            cursor.setPosition(hit.start + 1)
            made = cursor.charFormat()
            cursor.setPosition(hit.start)
            cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
            text = replacement(hit, self.by.text(), pattern=self.pattern.isChecked())
            cursor.insertText(text.replace("\n", LINE_BREAK), made)
        cursor.endEditBlock()
        here = self._editor.textCursor()
        here.setPosition(cursor.position() if len(hits) == 1 else here.position())
        self._editor.done(here)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if watched is self.by:
                    self.replace()
                else:
                    self.go(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)
