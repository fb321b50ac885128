"""What is told of the text while it is written: counts, script, and what the wheel and drops want."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from typing_extensions import override

from ui.jobs import Lane

if TYPE_CHECKING:
    from editor.records.articles import Loaded
    from editor.text.counting import Counts
    from ui.desktop import Desktop
    from ui.work.keeping import Keeping
    from ui.work.people import PeopleAtWork
    from ui.work.review import ReviewAtWork
    from ui.work.slip import SlipAtWork
    from ui.writing.lexicon import Answered

_NEAR = 0.9
_SOON = 120  # ms
_IDLE = 3000


def variant_word(variant: str) -> str:
    """What a language variant is called."""
    translate = QCoreApplication.translate
    return {
        "zh-CN": translate("Variant", "Simplified (mainland)"),
        "zh-Hans": translate("Variant", "Simplified"),
        "zh-TW": translate("Variant", "Traditional (Taiwan)"),
        "zh-HK": translate("Variant", "Traditional (Hong Kong)"),
        "zh-Hant": translate("Variant", "Traditional"),
    }.get(variant, variant)


def color_of(characters: int, planned: int | None) -> str:
    """In which color a length is told beside the planned one: amber when nine tenths are written, red above it."""
    if planned is None or characters < planned * _NEAR:
        return "text3"
    return "red" if characters > planned else "amber"


def _nothing(_failure: object) -> None:
    """The light rule goes on."""


def _warm() -> None:
    """What the first paste needs is there before it."""
    import_module("ui.writing.paste.intake")


class WritingAtWork(QObject):
    """Connects the editing widget with status bar, preferences and drops."""

    files_dropped = Signal(list)

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._selected = 0
        self.slip: SlipAtWork | None = None
        body = desktop.writing.body
        body.caret_moved.connect(self._on_caret_moved)
        desktop.context.actions["view.focus"].toggled.connect(lambda on: body.focus_on_line(on=on))
        self._counting = QTimer(self, singleShot=True, interval=_SOON)
        self._counting.timeout.connect(self._show_counts)
        body.counts_changed.connect(self._on_counts_changed)
        body.files_dropped.connect(self.files_dropped)
        body.zoom_wanted.connect(self._on_zoom_wanted)
        body.link_opened.connect(self._on_link_opened)
        self._join_steps()
        desktop.sheet.opened.connect(self._on_opened)
        desktop.sheet.closed.connect(self._on_closed)
        desktop.window.setAcceptDrops(True)
        desktop.window.installEventFilter(self)

    def _join_steps(self) -> None:
        """Undo takes changes of the slip and of the text in their order; a field with nothing to undo hands it on."""
        desktop, body = self._desktop, self._desktop.writing.body
        history = desktop.sheet.history
        history.steps = body.document().availableUndoSteps
        history.branch = body.steps.branch
        body.steps.beside = history
        history.changed.connect(desktop.writing.pane.show_steps)
        history.stepped.connect(self._on_slip_stepped)
        desktop.sheet.slip_edited.connect(desktop.writing.pane.show_steps)
        for fields in (desktop.desk.heading, desktop.desk.slip):
            fields.undo_wanted.connect(body.undo)
            fields.redo_wanted.connect(body.redo)

    def _on_slip_stepped(self, names: list[str]) -> None:
        """Say what changed: it may be out of sight."""
        words = [word for name in names if (word := self._desktop.desk.word_of(name))]
        if words:
            self._desktop.status.tell(self.tr("Changed in the slip: {fields}").format(fields=", ".join(words)))

    def begin(self, people: PeopleAtWork, keeping: Keeping, review: ReviewAtWork) -> None:
        """What is not needed for the first key: completion in the slip, the outline as a tab of the inspector."""
        from ui.work.offering import QuietOffers  # after the first paint
        from ui.work.remarks import RemarksAtWork
        from ui.work.slip import SlipAtWork
        from ui.writing.lexicon import Lexicon
        from ui.writing.outline import OutlineList

        self.slip = SlipAtWork(self._desktop, people, keeping)
        self.slip.planned_changed.connect(self._show_counts)
        self.offers = QuietOffers(self._desktop)
        self.remarks = RemarksAtWork(self._desktop, people, review, self.offers)
        ask = self._desktop.context.jobs.ask

        def words(paragraphs: list[str], done: Answered) -> None:
            ask("texts.words", lane=Lane.TEXT, done=done, failed=_nothing, key="words", paragraphs=paragraphs)

        self.lexicon = Lexicon(self._desktop.writing.body, words)
        QTimer.singleShot(_IDLE, self, _warm)
        outline = OutlineList(self._desktop.writing.body)
        self._desktop.inspector.add("outline", self.tr("Outline"), outline)

    def _on_caret_moved(self) -> None:
        """How much is selected stands before how much there is."""
        if self._selected or self._desktop.writing.body.textCursor().hasSelection():
            self._on_counts_changed()

    def _on_counts_changed(self, _counts: Counts | None = None) -> None:
        """Told some times a second, however fast somebody types."""
        if not self._counting.isActive():
            self._counting.start()

    def _show_counts(self) -> None:
        body = self._desktop.writing.body
        counts = body.counts()
        self._selected = body.selection_counts().characters if body.textCursor().hasSelection() else 0
        status, planned = self._desktop.status, self.slip.offering.planned() if self.slip is not None else None
        if self._desktop.sheet.article is None:
            status.show_text("counts", "")
            return
        minutes, seconds = divmod(counts.seconds, 60)
        if planned is None:
            told = self.tr("{characters} characters · {paragraphs} paragraphs · aloud {minutes}'{seconds:02d}\"")
        else:
            told = self.tr(
                "{characters} of {planned} characters · {paragraphs} paragraphs · aloud {minutes}'{seconds:02d}\""
            )
        text = told.format(
            characters=f"{counts.characters:,}",
            planned=f"{planned or 0:,}",
            paragraphs=counts.paragraphs,
            minutes=minutes,
            seconds=seconds,
        )
        if self._selected:
            text = self.tr("{n} selected · ").format(n=f"{self._selected:,}") + text
        status.show_text("counts", text, color=color_of(counts.characters, planned))

    def _on_opened(self, loaded: Loaded) -> None:
        self._desktop.status.show_text("variant", variant_word(loaded.variant))
        self._show_counts()

    def _on_closed(self) -> None:
        self._desktop.status.show_text("variant", "")
        self._desktop.status.show_text("counts", "")

    def _on_zoom_wanted(self, steps: int) -> None:
        action = "view.larger" if steps > 0 else "view.smaller"
        self._desktop.context.actions[action].trigger()

    def _on_link_opened(self, address: str) -> None:
        url = QUrl(address)
        if url.scheme() in {"http", "https", "mailto"}:
            QDesktopServices.openUrl(url)
        else:
            self._desktop.status.tell(
                self.tr("Only web and mail addresses are opened: {address}").format(address=address)
            )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files may be dropped anywhere on the window."""
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
            if files:
                event.acceptProposedAction()
                self.files_dropped.emit(files)
                return True
        return super().eventFilter(watched, event)
