"""Local history in the place of the desk: versions at the left, what differs from now at the right, one put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from ui.history import words
from ui.history.listing import VersionDelegate, VersionsModel
from ui.review.compare import CompareView, no_picture
from ui.review.compared import Compared
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from editor.markup.blocks import Block
    from editor.records.articles import Kept, Version
    from editor.records.review import Comparison
    from ui.review.placed import Pictures
    from ui.theme.look import Look

WIDTH = 280


class HistoryView(QWidget):
    """What was kept of one article on this computer.

    Signals:
        version_wanted: Number of a version: `show_version` is to be called with it.
        restore_wanted: The `Version` to be put back. What stands there is to be kept first (``why`` restore), and the
            text changed in one step that can be undone.
        closed: Back to the text.
    """

    version_wanted = Signal(int)
    restore_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self,
        look: Look,
        pictures: Pictures = no_picture,
        parent: QWidget | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._now = now or look.now
        self._version: Version | None = None
        self._may_restore = True
        self.model = VersionsModel(self, self._now)
        self.list = QListView()
        self.title = QLabel()
        self.count = QLabel()
        self.restore = QPushButton()
        self.told = QLabel()
        self.empty = EmptyState(look, "history")
        self.compare = CompareView(look, pictures)
        self._side = self._column()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side)
        layout.addWidget(self.compare, 1)
        layout.addWidget(self.empty, 1)
        self.compare.closed.connect(self.closed)
        self.restore.clicked.connect(self._on_restore_clicked)
        self._keys()
        look.changed.connect(self._on_look_changed)
        self.setFocusProxy(self.list)
        self._on_look_changed()
        self.show_versions(())

    def _column(self) -> QFrame:
        side = QFrame()
        side.setProperty("role", "list")
        self.title.setProperty("role", "title")
        self.title.setText(self.tr("History"))
        self.count.setProperty("role", "caption")
        self.list.setModel(self.model)
        self.list.setItemDelegate(VersionDelegate(self._look, self.list))
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.activated.connect(self._on_activated)
        self.restore.setText(self.tr("Put this version back"))
        self.restore.setProperty("role", "primary")
        for label in (self.title, self.count, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setProperty("role", "caption")
        self.told.setWordWrap(True)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 10)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch()
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 14)
        foot.setSpacing(8)
        foot.addWidget(self.restore)
        foot.addWidget(self.told)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        return side

    def _keys(self) -> None:
        for key, slot in (("Escape", self.closed.emit), ("Alt+Return", self.restore.click)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.restore.setToolTip(self.tr("Put this version back") + " (Alt+Enter)")

    def show_versions(self, versions: Sequence[Kept], *, may_restore: bool = True) -> None:
        """Show the versions of an article, newest first; the newest is asked for at once.

        Args:
            versions: What was kept.
            may_restore: Whether the article may be written on.
        """
        self._version = None
        self._may_restore = may_restore
        self.model.show(versions)
        self.count.setText(self.tr("{n} versions").format(n=len(versions)) if versions else "")
        self.compare.setVisible(bool(versions))
        self.empty.setVisible(not versions)
        self._side.setVisible(bool(versions))
        self.empty.say(
            self.tr("No version was kept yet"),
            self.tr("Each save, conversion, long paste and recovery is kept here, and can be put back."),
        )
        if versions:
            self.list.setCurrentIndex(self.model.index(0))
        self._tell()

    def show_version(
        self, version: Version, comparison: Comparison, old: Sequence[Block], new: Sequence[Block]
    ) -> None:
        """Show what was asked for beside what stands there now.

        Args:
            version: The version; it is left out when another one was chosen meanwhile.
            comparison: What differs.
            old: Blocks of the version.
            new: Blocks of the text now.
        """
        if version.kept.id != self.chosen:
            return
        self._version = version
        now = self._now()
        title = words.title(words.moment(version.kept.at, now), now)
        self.compare.show_comparison(Compared(comparison, old, new), title, variant=version.kept.variant)
        self._tell(same=comparison.scope == "same")

    @property
    def chosen(self) -> int:
        """Number of the version that is chosen, 0 = none."""
        kept: Kept | None = self.list.currentIndex().data(VersionsModel.KEPT)
        return kept.id if kept is not None else 0

    def _on_current_changed(self, current: QModelIndex) -> None:
        self._version = None
        self._tell()
        if current.isValid():
            self.version_wanted.emit(self.chosen)

    def _on_activated(self) -> None:
        self.compare.setFocus()

    def _on_restore_clicked(self) -> None:
        if self._version is not None and self.restore.isEnabled():
            self.restore_wanted.emit(self._version)

    def _tell(self, *, same: bool = False) -> None:
        self.restore.setEnabled(self._version is not None and self._may_restore and not same)
        if not self._may_restore:
            self.told.setText(self.tr("The text is locked: versions can be read here, not put back."))
        elif same:
            self.told.setText(self.tr("This version is what stands there now."))
        else:
            self.told.setText(self.tr("What stands there now is kept first; one undo brings it back."))

    def _on_look_changed(self) -> None:
        self._side.setFixedWidth(self._look.px(WIDTH))
