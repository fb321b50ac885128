"""The articles of a delivery: what will go, what cannot and why, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ui.outbox.words import icon, line_word, time_told, why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.records.outbox import LineShown
    from editor.records.output import Delivered, Planned
    from ui.sentences import Sentences
    from ui.theme.look import Look

_EMBARGO = "embargo"
_WITH_REASON = frozenset({"held", "waiting", "checking"})
_COLORS = {"sending": "accent", "done": "accent", "held": "danger"}
_NUMBER, _HEADLINE, _RESULT = range(3)


class PlanList(QTreeWidget):
    """One line an article; the reason stands in words beside what does not go."""

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentences = sentences
        self.planned: tuple[Planned, ...] = ()
        self._rows: dict[str, QTreeWidgetItem] = {}
        self.setHeaderLabels([self.tr("Number"), self.tr("Headline"), self.tr("Result")])
        self.setAccessibleName(self.tr("What will go and what cannot"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        head = self.header()
        head.setSectionResizeMode(_NUMBER, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_HEADLINE, QHeaderView.ResizeMode.Interactive)
        head.resizeSection(_HEADLINE, 300)

    @property
    def going(self) -> list[str]:
        """Names of what will go."""
        return [item.name for item in self.planned if not item.code]

    def show_plan(self, planned: Sequence[Planned]) -> None:
        """What will go, and what cannot and why."""
        self.planned = tuple(planned)
        self._rows.clear()
        self.clear()
        for item in planned:
            row = QTreeWidgetItem([item.number or item.name, item.headline or self.tr("(no headline)"), ""])
            self.addTopLevelItem(row)
            self._rows[item.name] = row
            if item.code:
                self._say(row, self._why(item.code, item.details), "ban", "danger")
            elif item.appears:
                time = time_told(item.appears, self._look.now())
                self._say(row, self.tr("will wait and appear {time}").format(time=time), "calendar-clock", "accent")
            else:
                self._say(row, self.tr("will go"), "send", "text2")

    def show_done(self, delivered: Sequence[Delivered]) -> None:
        """What became of some of them."""
        for item in delivered:
            row = self._rows.get(item.name)
            if row is None:
                continue
            if item.code:
                self._say(row, self._why(item.code, item.details), "circle-alert", "danger")
            elif item.unsigned:
                self._say(row, self.tr("review copy, marked as not signed"), "file-text", "text2")
            else:
                told = self.tr("published") if item.written else self.tr("stood there already, unchanged")
                self._say(row, told, "circle-check", "accent")
            self.scrollToItem(row)

    def show_queued(self, names: Sequence[str]) -> None:
        """These wait for their target."""
        for name in names:
            if name in self._rows:
                self._say(self._rows[name], self.tr("in the queue"), "clock", "accent")

    def show_lines(self, lines: Sequence[LineShown]) -> None:
        """How far each is in the queue of its target, and why it does not go on."""
        for line in lines:
            if line.id in self._rows:
                reason = why(line, self._sentences, self._look.now()) if line.state in _WITH_REASON else ""
                color = _COLORS.get(line.state, "text2")
                self._say(self._rows[line.id], reason or line_word(line), icon(line.state), color)

    def show_not_begun(self, done: Sequence[Delivered]) -> None:
        """The rest of a delivery that was stopped."""
        there = {item.name for item in done}
        for name in self.going:
            if name not in there:
                self._say(self._rows[name], self.tr("not begun"), "minus", "text3")

    def _why(self, code: str, details: Mapping[str, str]) -> str:
        if code == _EMBARGO:
            details = {**details, "detail": time_told(details.get("detail", ""), self._look.now())}
        return self._sentences.sentence(f"error.{code}", details) or code

    def _say(self, row: QTreeWidgetItem, told: str, icon: str, color: str) -> None:
        row.setText(_RESULT, told)
        row.setToolTip(_RESULT, told)
        row.setIcon(_RESULT, self._look.icon(icon, color))
        row.setForeground(_RESULT, QColor(getattr(self._look.tokens, color)))
