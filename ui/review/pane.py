"""The tab 审签 of the inspector: the record, and below it what may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.review.correcting import CorrectionCard
from ui.review.judging import JudgingPanel
from ui.review.timeline import Timeline
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from datetime import datetime

    from editor.records.review import Dossier, PendingChanges
    from ui.sentences import Sentences
    from ui.theme.look import Look


class ReviewPane(QWidget):
    """Shows a dossier.

    Signals:
        judged: What was chosen, a `choices.Judgment`.
        version_wanted: Revision that somebody wants to look at.
        opinion_changed: Name of the article and what is written about it.
    """

    judged = Signal(object)
    version_wanted = Signal(str)
    opinion_changed = Signal(str, str)

    def __init__(self, look: Look, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = sentences
        self.timeline = Timeline(look, self._why)
        self.judging = JudgingPanel(look, sentences)
        self.correcting = CorrectionCard(look, sentences)
        self.empty = EmptyState(look, "signature")
        title = QLabel(self.tr("Sign-off record"))
        title.setProperty("role", "strong")
        title.setContentsMargins(16, 12, 16, 12)
        line = QFrame()
        line.setProperty("role", "hairline")
        self._full = QWidget()
        layout = QVBoxLayout(self._full)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self.timeline)
        layout.addWidget(line)
        card = QVBoxLayout()
        card.setContentsMargins(16, 0, 16, 0)
        card.addWidget(self.correcting)
        layout.addWidget(self.judging)
        layout.addLayout(card)
        layout.addStretch(1)
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._full)
        both.addWidget(self.empty)
        self.timeline.version_wanted.connect(self.version_wanted)
        self.judging.judged.connect(self.judged)
        self.judging.correction_wanted.connect(self.correcting.ask)
        self.judging.opinion_changed.connect(self.opinion_changed)
        self.setFocusProxy(self.judging.opinion)
        self.show_dossier("", None)

    def _why(self, code: str) -> str:
        return self._sentences.sentence(f"error.{code}")

    def show_dossier(
        self, name: str, dossier: Dossier | None, pending: PendingChanges | None = None, now: datetime | None = None
    ) -> None:
        """Show an article's record and ways; None = no article, or one that nobody has handed in yet."""
        self._full.setVisible(dossier is not None)
        self.empty.setVisible(dossier is None)
        if dossier is None:
            self.empty.say(
                self.tr("No record yet"), self.tr("It begins when the article is submitted for the first time.")
            )
        else:
            self.timeline.show_record(dossier.timeline, dossier.waiting, now)
        self.judging.show_dossier(name, dossier)
        self.correcting.show_correction(name, dossier.correction if dossier is not None else None)
        self.judging.show_pending(pending)
