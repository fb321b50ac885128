"""What is said after a start that follows on a crash: what came back, and what a person has to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton, QToolButton, QWidget

from ui.theme import icons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.records.articles import Loaded
    from ui.keeping.recovery import Recovered
    from ui.theme.look import Look

_SHOWN = 14


class RecoveryLine(QFrame):
    """A line over the article, no dialog: whoever was writing goes on writing. It takes no focus.

    Signals:
        history_wanted: Look at the history of an article (its name).
        mine_chosen: What lies on the desk goes into the library; what is there is kept in the history first.
        library_chosen: The desk is to show what the library has (`Loaded`), in one step that can be undone; what lay
            there is kept in the history first.
    """

    history_wanted = Signal(str)
    mine_chosen = Signal()
    library_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._desk: Recovered | None = None
        self._others: list[tuple[Recovered, bool]] = []
        self._conflict: Loaded | None = None
        self._under = 0
        self.setObjectName("recovery")
        self._picture = QLabel()
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.history = self._button(self.tr("Look at the history"))
        self.mine = self._button(self.tr("Keep what lies on the desk"))
        self.library = self._button(self.tr("Show what the library has"))
        self.away = QToolButton()
        self.away.setAccessibleName(self.tr("Close this line"))
        self.away.setToolTip(self.tr("Close this line"))
        self.away.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._picture)
        layout.addWidget(self.told, 1)
        for button in (self.history, self.library, self.mine, self.away):
            layout.addWidget(button)
        self.history.clicked.connect(self._on_history_clicked)
        self.mine.clicked.connect(self._on_mine_clicked)
        self.library.clicked.connect(self._on_library_clicked)
        self.away.clicked.connect(self._on_away_clicked)
        look.changed.connect(self._draw)
        self.hide()

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "small")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_desk(self, recovered: Recovered) -> None:
        """An article was laid on the desk as it stood."""
        self._desk = recovered
        self._tell()

    def show_other(self, recovered: Recovered, aside: bool) -> None:  # noqa: FBT001  (a slot)
        """Another one went into the library, or (``aside``) into its history because the library has a newer text."""
        self._others.append((recovered, aside))
        self._tell()

    def show_under(self, count: int) -> None:
        """So many articles are open under the one on the desk, as they were; said with what was recovered only."""
        self._under = count
        self._tell()

    def show_conflict(self, loaded: Loaded) -> None:
        """The library has another text than the one that the desk goes on from."""
        self._conflict = loaded
        self._tell()

    def _tell(self) -> None:
        lines = told(self._desk, self._others, conflict=self._conflict is not None)
        if lines and self._under:
            keys = QKeySequence("Ctrl+Tab").toString(QKeySequence.SequenceFormat.NativeText)
            lines.append(self.tr("%n other article(s) are open as before: {keys}.", "", self._under).format(keys=keys))
        self.told.setText(" ".join(lines))
        self.history.setVisible(self._conflict is None and any(aside for _, aside in self._others))
        self.mine.setVisible(self._conflict is not None)
        self.library.setVisible(self._conflict is not None)
        self.away.setVisible(self._conflict is None)
        self._draw()
        self.setVisible(bool(lines))

    def _on_history_clicked(self) -> None:
        aside = next((found for found, aside in reversed(self._others) if aside), None)
        if aside is not None:
            self.history_wanted.emit(aside.name)

    def _on_mine_clicked(self) -> None:
        self._conflict = None
        self._tell()
        self.mine_chosen.emit()

    def _on_library_clicked(self) -> None:
        loaded, self._conflict = self._conflict, None
        self._tell()
        if loaded is not None:
            self.library_chosen.emit(loaded)

    def _on_away_clicked(self) -> None:
        self._desk = None
        self._others.clear()
        self._under = 0
        self.hide()

    def _draw(self) -> None:
        tokens = self._look.tokens
        pill = tokens.amber if self._conflict is not None else tokens.green
        self.setStyleSheet(
            f"#recovery {{ background: {pill.ground}; border-bottom: 1px solid {pill.ink}; }}"
            f"#recovery > QLabel {{ color: {pill.ink}; }}"
        )
        icon = "triangle-alert" if self._conflict is not None else "rotate-ccw"
        self._picture.setPixmap(icons.pixmap(icon, pill.ink, 16, self.devicePixelRatioF()))
        self.away.setIcon(self._look.icon("x"))


def told(desk: Recovered | None, others: Sequence[tuple[Recovered, bool]], *, conflict: bool) -> list[str]:
    """Sentences about what was recovered."""
    translate = QCoreApplication.translate
    lines: list[str] = []
    if desk is not None and desk.unsaved:
        lines.append(_of_desk(desk))
    if desk is not None and desk.damaged:
        lines.append(translate("Recovery", "The journal was damaged: the last changes before that may be missing."))
    if conflict:
        lines.append(
            translate(
                "Recovery",
                "The library has another text of this article, written elsewhere. Nothing is written over it until you "
                "choose; the other text stays in the history either way.",
            )
        )
    back = [found for found, aside in others if not aside]
    if len(back) == 1:
        lines.append(translate("Recovery", "“{headline}” was recovered as well.").format(headline=_short(back[0])))
    elif back:
        lines.append(translate("Recovery", "{n} other articles were recovered as well.").format(n=len(back)))
    lines += [
        translate(
            "Recovery", "“{headline}” has a newer text in the library; what was recovered is in its history."
        ).format(headline=_short(found))
        for found, aside in others
        if aside
    ]
    return lines


def _of_desk(desk: Recovered) -> str:
    translate = QCoreApplication.translate
    if desk.in_order:
        said = translate(
            "Recovery", "“{headline}” could not go into the library last time; it is as it was when you closed it."
        )
    elif desk.characters:
        said = translate(
            "Recovery",
            "The program did not end in order. “{headline}” is as it was, with {n} characters not saved before.",
        )
    else:
        said = translate(
            "Recovery", "The program did not end in order. “{headline}” is as it was, with the last changes."
        )
    return said.format(headline=_short(desk), n=QLocale().toString(desk.characters or 0))


def _short(found: Recovered) -> str:
    name = found.headline or QCoreApplication.translate("Recovery", "(no headline)")
    return name if len(name) <= _SHOWN else name[: _SHOWN - 1] + "…"


def ask_before_losing(parent: QWidget, save_copy: Callable[[], bool]) -> bool:
    """Asked when the window closes and the text stands on the screen alone; whether it may close.

    Args:
        parent: The window.
        save_copy: Saves a copy elsewhere; gives whether it did.
    """
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(translate("Recovery", "Not saved anywhere"))
    box.setText(
        translate("Recovery", "The disk refuses the text of this article: it stands in this window and nowhere else.")
    )
    copy = box.addButton(translate("Recovery", "Save a copy elsewhere…"), QMessageBox.ButtonRole.AcceptRole)
    lose = box.addButton(translate("Recovery", "Close and lose it"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(translate("Recovery", "Go on writing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(copy)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is copy:
        return save_copy()
    return box.clickedButton() is lose
