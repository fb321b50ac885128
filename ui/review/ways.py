"""The buttons of what may be done with an article, and under them why something may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.review import words
from ui.review.choices import ORDER, Choices, choices, label, reasons_why
from ui.review.wrapping import WrappingLayout

if TYPE_CHECKING:
    from editor.records.review import Action, Dossier
    from ui.sentences import Sentences
    from ui.theme.look import Look

_ICONS = {
    "sign": "check",
    "submit": "send",
    "return": "corner-up-left",
    "countercheck": "list-checks",
    "hold": "pause",
    "refuse": "ban",
    "reopen": "lock-open",
    "recall": "undo-2",
    "take": "hand",
    "correct": "square-pen",
    "withdraw": "megaphone-off",
    "comment": "message-square",
}


_ROOMY = 130  # percent: beyond it the longer words do not fit beside each other


class Ways(QWidget):
    """`clicked` names the action."""

    clicked = Signal(str)

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentences = sentences
        self.primary = QPushButton()
        self.primary.setProperty("role", "primary")
        self.back = QPushButton()
        self.back.setProperty("role", "danger")
        self._buttons: dict[str, QPushButton] = {}
        self._allowed: dict[str, bool] = {}
        self._others = QWidget()
        rows = WrappingLayout(self._others)
        self._small = {name: QPushButton() for name in (*ORDER, "comment")}
        for button in self._small.values():
            button.setProperty("role", "small")
            rows.addWidget(button)
        self._why = QLabel()
        self._why.setProperty("role", "caption")
        self._why.setWordWrap(True)
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.primary)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (main, self._others, self._why):
            layout.addWidget(widget)
        for button in (self.primary, self.back, *self._small.values()):
            button.clicked.connect(lambda _on=False, button=button: self._on_clicked(button))
        look.changed.connect(self._draw)

    def show_dossier(self, dossier: Dossier | None) -> None:
        """The buttons of what belongs to an article's state; what may not be done is gray and says why."""
        shown = choices(dossier) if dossier is not None else Choices(None, None, ())
        self._buttons, self._allowed = {}, {}
        self.primary.setVisible(shown.primary is not None)
        self.back.setVisible(shown.back is not None)
        lines: tuple[tuple[str, str], ...] = ()
        if dossier is not None:
            for action, main in ((shown.primary, self.primary), (shown.back, self.back)):
                if action is not None:
                    self._dress(main, action, dossier)
            for action in (*shown.others, *(a for a in dossier.actions if a.name == "comment" and a.allowed)):
                self._dress(self._small[action.name], action, dossier)
            lines = reasons_why(shown, dossier, self._sentence)
        for name, button in self._small.items():
            button.setVisible(self._buttons.get(name) is button)
        self._others.setVisible(any(button in self._buttons.values() for button in self._small.values()))
        self._why.setText("\n".join(self.tr("{actions}: {why}").format(actions=a, why=w) for a, w in lines))
        self._why.setVisible(bool(lines))
        self._draw()

    def _dress(self, button: QPushButton, action: Action, dossier: Dossier) -> None:
        text = label(action, dossier) if self._look.scale <= _ROOMY else words.action_word(action.name, action.level)
        why = "" if action.allowed else self._sentence(action)
        button.setText(text)
        button.setAccessibleName(text)
        button.setAccessibleDescription(why)
        button.setToolTip(why)
        button.setProperty("action", action.name)
        button.setProperty("level", action.level)
        button.setEnabled(action.allowed)
        self._buttons[action.name] = button
        self._allowed[action.name] = action.allowed

    def _sentence(self, action: Action) -> str:
        return self._sentences.sentence(f"error.{action.code}", action.details)

    def enable(self, *, enabled: bool, remark: bool) -> None:
        """Whether anything can be chosen now; ``remark``: whether there is something to remark."""
        for name, button in self._buttons.items():
            button.setEnabled(enabled and self._allowed[name] and (remark or name != "comment"))

    def names(self) -> list[str]:
        """Actions that stand there, the main ones first."""
        return list(self._buttons)

    def button(self, name: str) -> QPushButton | None:
        """The button of an action, None when it does not stand there."""
        return self._buttons.get(name)

    def level(self, name: str) -> int:
        """The review level of an action, 0 = none."""
        button = self._buttons.get(name)
        return int(button.property("level") or 0) if button is not None else 0

    def why(self) -> str:
        """What stands under the buttons."""
        return self._why.text()

    def _on_clicked(self, button: QPushButton) -> None:
        self.clicked.emit(str(button.property("action")))

    def _draw(self) -> None:
        for name, button in self._buttons.items():
            color = "on_accent" if button is self.primary else "danger" if button is self.back else ""
            icon = "signature" if name == "sign" and button.property("level") == words.FINAL else _ICONS[name]
            button.setIcon(self._look.icon(icon, color))
