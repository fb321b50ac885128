"""Exactly what would go to a target: fields in its words, pictures, and what it would not keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.destinations import place_word
from ui.outbox import fields, names, words
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.records.outbox import PreviewShown
    from ui.sentences import Sentences
    from ui.theme.look import Look

_SIZE = (1040, 680)
_NAMES, _AIR = 200, 16  # px: the column of names is as wide as they are, and never takes the room of what goes
_NO_FIELDS = "no_fields"  # the loss whose detail is a list of fields


class Item(NamedTuple):
    """An article variant that may go."""

    id: str
    number: str
    headline: str


class GoesDialog(QDialog):
    """Articles at the left, what would go of the chosen one at the right.

    Signals:
        preview_wanted: Target and id of an article variant.
    """

    preview_wanted = Signal(str, str)

    def __init__(self, look: Look, sentences: Sentences, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentences = sentences
        self._items: Mapping[str, Sequence[Item]] = {}
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self.target = QComboBox()
        self.target.setAccessibleName(self.tr("Target"))
        self.articles = QListWidget()
        self.articles.setAccessibleName(self.tr("Articles"))
        self.articles.setProperty("role", "plain")
        self.articles.setFixedWidth(280 * look.scale // 100)
        self.articles.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.fields = QTreeWidget()
        self.fields.setRootIsDecorated(False)
        self.fields.setHeaderLabels([self.tr("Field"), self.tr("What goes")])
        self.fields.setAccessibleName(self.tr("Fields as they go"))
        self.fields.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.fields.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.fields.currentItemChanged.connect(self._on_field)
        self.whole = QPlainTextEdit()
        self.whole.setReadOnly(True)
        self.whole.setProperty("role", "field")
        self.whole.setAccessibleName(self.tr("The chosen field, whole"))
        self.empty = EmptyState(look, "send")
        self.leave = QPushButton(self.tr("Close"))
        self.leave.clicked.connect(self.reject)
        self._lay()
        self.target.currentIndexChanged.connect(lambda _n: self._show_articles())
        self.articles.currentRowChanged.connect(lambda _row: self._ask())

    def _lay(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.target)
        left.addWidget(self.articles, 1)
        self.right = QWidget()
        right = QVBoxLayout(self.right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.said)
        right.addWidget(self.fields, 3)
        right.addWidget(self.whole, 2)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(left)
        columns.addWidget(self.right, 1)
        columns.addWidget(self.empty, 1)
        line = QFrame()
        line.setProperty("role", "hairline")
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addWidget(line)
        layout.addLayout(foot)

    def show_items(self, items: Mapping[str, Sequence[Item]], target: str = "") -> None:
        """What may go where; the first article is shown."""
        self._items = items
        with QSignalBlocker(self.target):
            self.target.clear()
            for name, articles in items.items():
                told = self.tr("{target}: {n} articles").format(target=place_word(name), n=len(articles))
                self.target.addItem(told, name)
            self.target.setCurrentIndex(max(0, self.target.findData(target)))
        self._show_articles()
        self.articles.setFocus()

    def _show_articles(self) -> None:
        items = self._items.get(self.target.currentData(), ())
        nothing = self.tr("(no headline)")
        with QSignalBlocker(self.articles):
            self.articles.clear()
            for one in items:
                item = QListWidgetItem(f"{one.headline or nothing}\n{one.number}")
                item.setToolTip(one.headline)
                self.articles.addItem(item)
        self.right.setVisible(bool(items))
        self.empty.setVisible(not items)
        if not items:
            self.empty.say(self.tr("Nothing would go now"), self.tr("What waits for its time is under “Scheduled”."))
        self.articles.setCurrentRow(0)

    def _ask(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.fields.clear()
            self.whole.clear()
            self.said.setText("")
            self.preview_wanted.emit(self.target.currentData(), chosen.id)

    @property
    def chosen(self) -> Item | None:
        """The article that is looked at."""
        items = self._items.get(self.target.currentData(), ())
        row = self.articles.currentRow()
        return items[row] if 0 <= row < len(items) else None

    def show_preview(self, preview: PreviewShown) -> None:
        """What would go; an answer that nobody waits for any more is not shown."""
        chosen = self.chosen
        if chosen is None or preview.target != self.target.currentData():
            return
        self.fields.clear()
        for name, value in preview.fields:
            glance, whole = fields.told(name, value, preview.pictures)
            self._add(names.field_word(name), glance, whole, tip=name)
        for number, picture in enumerate(preview.pictures, 1):
            glance, whole = fields.picture_told(picture), fields.picture_whole(picture)
            self._add(fields.picture_word(number), glance, whole, "image", picture.file)
        for code, field, detail, stops in preview.losses:
            named = names.field_words(detail.split(", ")) if code == _NO_FIELDS else detail
            told = self._sentences.sentence(f"loss.{code}", {"detail": named}) or detail or code
            word = names.field_word(field) if field else self.tr("not kept")
            self._add(word, told, told, "ban" if stops else "triangle-alert", field)
        self.fields.resizeColumnToContents(0)
        widest = _NAMES * self._look.scale // 100
        self.fields.setColumnWidth(0, min(self.fields.columnWidth(0) + _AIR, widest))
        self.said.setText(self._told(preview))
        self.fields.setVisible(bool(preview.fields))
        self.whole.setVisible(bool(preview.fields))
        first = self.fields.topLevelItem(0)
        if first is not None:
            self.fields.setCurrentItem(first)

    def _told(self, preview: PreviewShown) -> str:
        if preview.code:
            values = {"id": preview.id, "detail": preview.detail, "name": preview.id}
            return self._sentences.sentence(f"error.{preview.code}", values) or preview.code
        stops = sum(stops for *_, stops in preview.losses)
        if stops:
            return self.tr("It would be held: {n} things cannot go there.").format(n=stops)
        if not preview.fields:
            return self.tr("This target is made as a whole: all articles in one, looked at where it stands.")
        if preview.publish_at:
            return self.tr("It would go now and appear at {time}.").format(time=words.time_told(preview.publish_at))
        return self.tr("It would appear at once.")

    def show_trouble(self, told: str) -> None:
        """Why it cannot be shown."""
        self.said.setText(told)

    def _add(self, name: str, glance: str, whole: str, icon: str = "", tip: str = "") -> None:
        item = QTreeWidgetItem([name, glance])
        item.setToolTip(0, tip)
        item.setData(1, Qt.ItemDataRole.UserRole, whole)
        if icon:
            color = {"ban": "danger", "triangle-alert": "brand"}.get(icon, "text2")
            item.setIcon(0, self._look.icon(icon, color))
            if icon == "ban":
                item.setForeground(1, QColor(self._look.tokens.danger))
        self.fields.addTopLevelItem(item)

    def _on_field(self, item: QTreeWidgetItem | None) -> None:
        self.whole.setPlainText(str(item.data(1, Qt.ItemDataRole.UserRole)) if item is not None else "")
