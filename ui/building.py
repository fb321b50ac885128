"""The window is built piece by piece: whoever drives this may let the event loop turn at every ``yield``."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess

from ui.clock import here

if TYPE_CHECKING:
    from collections.abc import Generator

    from PySide6.QtWidgets import QApplication, QMainWindow

    from editor.commands.window import Opening
    from ui.clock import Clock
    from ui.desktop import Desktop
    from ui.jobs import NearJobs, ProcessJobs
    from ui.main_window import MainWindow
    from ui.preferences import Preferences
    from ui.work import Work

_PIECES = (
    "PySide6.QtSvg",
    "ui.theme.tokens",
    "ui.theme.icons",
    "ui.theme.dress",
    "ui.theme.look",
    "ui.preferences",
    "ui.translations",
    "editor.records.articles",
    "editor.markup.blocks",
    "editor.article",
    "editor.markup.inline",
    "editor.markup.reader",
    "ui.jobs",
    "ui.articles.delegate",
    "ui.articles.pane",
    "ui.articles.browser",
    "ui.desk.slip_form",
    "ui.desk.pane",
    "ui.desk.sheet",
    "ui.navigation.column",
    "ui.inspector.pane",
    "ui.status",
    "ui.deeds",
    "ui.review.steps",
    "ui.writing.paste.taken",
    "ui.writing.formats",
    "ui.writing.reading",
    "ui.writing.clipboard",
    "ui.writing.segment",
    "ui.writing.base",
    "ui.writing.editor",
    "ui.writing.find",
    "ui.writing.pane",
    "ui.writing_parts",
    "ui.keeping.session",
    "ui.keeping.keeper",
    "ui.keeping.room",
    "ui.work.articles",
    "ui.work.keeping",
    "ui.work.people",
    "ui.work.intake",
    "ui.work.shell",
    "ui.work",
)
"""What the window imports, in pieces of a few milliseconds; the order only makes the pieces alike."""
_PIECES_OF_ROOMS = (
    "multiprocessing.connection",
    "multiprocessing.popen_spawn_posix" if sys.platform != "win32" else "multiprocessing.popen_spawn_win32",
    "editor.service.worker",
    "ui.first.remembering",
    "ui.proofs.model",
    "ui.proofs.panel",
    "ui.review.judging",
    "ui.review.timeline",
    "ui.review.pane",
    "ui.work.review",
    "ui.delivery.dialog",
    "ui.pictures.pane",
    "ui.preview.setting",
    "ui.preview.pane",
    "ui.work.delivery",
    "ui.review.pieces",
    "ui.review.compared",
    "ui.review.placed",
    "ui.review.compare",
    "ui.history.view",
    "ui.members.dialog",
    "ui.preferences_dialog.dialog",
    "ui.palette.palette",
    "ui.review.queue",
    "ui.converting.bars",
    "ui.converting.page",
    "ui.converting.cards",
    "ui.converting.view",
    "ui.work.converting",
    "ui.outbox.window",
    "ui.outbox.targets",
    "ui.work.outbox",
)
"""The same for the rooms that are opened after it."""


def imports() -> Generator[None, None, None]:
    """Import what the window is made of."""
    for name in _PIECES:
        import_module(name)
        yield


def imports_of_rooms() -> Generator[None, None, None]:
    """Import what the rooms are made of that are opened when the window is there."""
    for name in _PIECES_OF_ROOMS:
        import_module(name)
        yield


def pieces(
    application: QApplication,
    opening: Opening,
    preferences: Preferences,
    jobs: ProcessJobs | NearJobs,
    window: MainWindow,
    now: Clock = here,
) -> Generator[None, None, tuple[Desktop, Work]]:
    """The parts of the window and the rooms that are needed to see and to type."""
    from ui import translations
    from ui.desktop import building
    from ui.theme.look import Look
    from ui.theme.tokens import ThemeName
    from ui.work import Work
    from ui.writing_parts import writing_parts

    translations.install(application, opening.language or preferences.choice.language)
    yield
    look = Look(application, ThemeName(preferences.choice.theme), preferences.choice.scale, now, dressed=False)
    yield
    writing = writing_parts(look)
    yield
    desktop = yield from building(opening.place, jobs, look, preferences, writing, window)
    yield from look.dress(window)
    work = Work(desktop, jobs)
    yield from work.open_first()
    return desktop, work


def at_once(
    application: QApplication,
    opening: Opening,
    preferences: Preferences,
    jobs: ProcessJobs | NearJobs,
    now: Clock | None = None,
) -> tuple[Desktop, Work]:
    """All pieces without a pause, and what lay on the desk laid there."""
    from ui.main_window import MainWindow

    steps = pieces(application, opening, preferences, jobs, MainWindow(), now or here)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            desktop, work = end.value
            work.lay_first()
            return desktop, work


def relaunched(opening: Opening, window: QMainWindow) -> None:
    """Start again with the library of this computer, and close this window when the other has begun."""
    library = str(opening.place.data / "library")
    program = [sys.executable, *([] if getattr(sys, "frozen", False) else [sys.argv[0]])]
    if QProcess.startDetached(program[0], [*program[1:], "--library", library]):
        window.close()
