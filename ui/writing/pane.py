"""The writing room: editor, find bar and source view in one widget, its actions and its toolbar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.writing.asking import Dialogs
from ui.writing.commands import Commands
from ui.writing.deeds import KINDS, MARKS, edit_deeds, format_deeds, insert_deeds, line_deeds, slots
from ui.writing.editor import ArticleEditor
from ui.writing.find import FindBar
from ui.writing.kinds import ORDERED
from ui.writing.source import SourceView
from ui.writing.toolbar import Toolbar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QIcon

    from ui.actions import Actions
    from ui.theme.tokens import Tokens
    from ui.theme.type import Reading
    from ui.writing.commands import Asker
    from ui.writing.objects import Pictures

_TAKE_AFTER = 500  # ms after a key in the source
_STATE_AFTER = 40  # ms after the caret moved, so that buttons do not wait upon every key
_IN_BAR = (
    ("write.body", "write.h2", "write.h3"),
    ("write.strong", "write.underline", "write.quote", "write.list", "write.numbers"),
    ("write.link", "write.image", "write.table", "write.footnote"),
    ("write.undo", "write.redo"),
    ("write.find", "write.source"),
)
_ALWAYS = frozenset({"write.source", "write.typewriter"})
_IN_MENU = ("write.undo", "write.redo", "write.cut", "write.copy", "write.paste", "write.paste_plain", "write.link")


class WritingPane(QWidget):
    """Everything in which a text is written; give it the place of the body, and `toolbar` the place over it."""

    def __init__(
        self,
        reading: Reading,
        tokens: Tokens,
        icons: Callable[[str], QIcon],
        pictures: Pictures | None = None,
        *,
        asker: Asker | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = ArticleEditor(reading, tokens, pictures)
        self.commands = Commands(self.editor, asker or Dialogs(self), self)
        self.find_bar = FindBar(self.editor, icons)
        self.source = SourceView(reading, tokens)
        self.toolbar = Toolbar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.editor)
        self._stack.addWidget(self.source)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.editor)
        self._actions: dict[str, QAction] = {}
        self._joined = False
        self._taking = QTimer(self, singleShot=True, interval=_TAKE_AFTER)
        self._taking.timeout.connect(self._take_source)
        self.source.textChanged.connect(self._on_source_changed)
        self.editor.composing.before = self._take_source
        self.editor.loaded.connect(self._on_loaded)
        self.commands.state_changed.connect(self._on_state_changed)
        self._resting = QTimer(self, singleShot=True, interval=_STATE_AFTER)
        self._resting.timeout.connect(self._on_state_changed)
        self.editor.caret_moved.connect(self._resting.start)

    def add_actions(self, actions: Actions) -> None:
        """Make the actions of writing part of a window's; fill the toolbar and the menu of the text."""
        done = slots(self)
        for deed in (*edit_deeds(), *format_deeds(), *line_deeds(), *insert_deeds()):
            self._actions[deed.name] = actions.add(deed, done[deed.name])
        for group in _IN_BAR:
            self.toolbar.add_group([self._actions[name] for name in group])
        self.editor.menu_actions = [self._actions[name] for name in _IN_MENU]
        document = self.editor.document()
        document.undoAvailable.connect(self.show_steps)
        document.redoAvailable.connect(self.show_steps)
        self.show_steps()
        self._on_state_changed()

    def show_steps(self) -> None:
        """Undo and redo can be chosen where there is something to undo and redo."""
        self._enable("write.undo", on=self.editor.steps.can_undo)
        self._enable("write.redo", on=self.editor.steps.can_redo)

    def use(self, reading: Reading, tokens: Tokens) -> None:
        """Another size of type or other colors."""
        self.editor.use(tokens)
        self.editor.read_with(reading)
        self.source.use(reading, tokens)

    @property
    def source_shown(self) -> bool:
        """Whether the source is on top."""
        return self._stack.currentWidget() is self.source

    def toggle_source(self) -> None:
        """Show the source of the text, or what was written in it as text: one step of undo."""
        if self.source_shown:
            self._leave_source()
        else:
            self.editor.composing.finish()
            self._joined = False
            self.source.show_blocks(self.editor.blocks())
            self._taking.stop()
            self.source.setReadOnly(self.editor.isReadOnly())
            self._stack.setCurrentWidget(self.source)
            self.setFocusProxy(self.source)
            self.source.setFocus()
        self._on_source_toggled()

    def _on_source_toggled(self) -> None:
        """While the source is shown its own keys count, and nothing is done to the text behind it."""
        self._check("write.source", on=self.source_shown)
        self.find_bar.leave() if self.find_bar.isVisible() else None
        for name, action in self._actions.items():
            if name not in _ALWAYS:
                action.setEnabled(not self.source_shown)
        if not self.source_shown:
            self.show_steps()

    def _enable(self, name: str, *, on: bool) -> None:
        if name in self._actions:
            self._actions[name].setEnabled(on and not self.source_shown)

    def _on_source_changed(self) -> None:
        if self.source_shown:
            self._taking.start()

    def _take_source(self) -> None:
        """What is written in the source is text within a second, for the journal's sake; one step of undo in all."""
        self._taking.stop()
        if self.source_shown:
            self.source.composing.finish()
        if self.source_shown and self.source.changed and not self.editor.isReadOnly():
            before = self.editor.document().availableUndoSteps()
            self.editor.apply_blocks(self.source.blocks(), join=self._joined)
            self._joined = self._joined or self.editor.document().availableUndoSteps() != before

    def _leave_source(self) -> None:
        self._take_source()
        self._show_editor()
        self.editor.setFocus()

    def _show_editor(self) -> None:
        self._taking.stop()
        self._stack.setCurrentWidget(self.editor)
        self.setFocusProxy(self.editor)

    def _on_loaded(self) -> None:
        """The source of another text is nothing to write in."""
        if self.source_shown:
            self._show_editor()
            self._on_source_toggled()

    def toggle_typewriter(self) -> None:
        """Typewriter scrolling on or off."""
        self.commands.typewriter(on=not self.editor.view.typewriter)
        self._check("write.typewriter", on=self.editor.view.typewriter)

    def _check(self, name: str, *, on: bool) -> None:
        if name in self._actions:
            self._actions[name].setChecked(on)

    def _on_state_changed(self) -> None:
        if not self._actions:
            return
        for name, mark in MARKS.items():
            self._check(name, on=self.commands.has_mark(mark))
        kind = self.commands.kind()
        ordered = self.editor.textCursor().blockFormat().boolProperty(ORDERED)
        for name, wanted in KINDS.items():
            self._check(name, on=(kind, ordered) == wanted)
