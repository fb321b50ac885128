"""Opening the window: what must be there before the first paint, and what begins after it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QObject,
    QProcess,
    QSocketNotifier,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from ui import single, translations
from ui.clock import here
from ui.desktop import built
from ui.jobs import NearJobs, ProcessJobs
from ui.preferences import Preferences, config_folder
from ui.theme.look import Look
from ui.theme.tokens import ThemeName
from ui.work import Work
from ui.writing_parts import writing_parts

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext
    from PySide6.QtWidgets import QMainWindow, QWidget

    from editor.commands.window import Opening
    from ui.clock import Clock
    from ui.desktop import Desktop

_UNSEEN = 3000
_HARMLESS = tuple(
    f"This plugin does not support {what}" for what in ("propagateSizeHints", "raise()", "grabbing the keyboard")
)


def run(opening: Opening) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    application = application_made()
    if opening.tour:
        from ui.tour.run import tour  # noqa: PLC0415  (only for this)

        return tour(application, Path(opening.tour))
    preferences = Preferences(config_folder() / "gaotai.ini")
    jobs = ProcessJobs(opening.place, application)
    desktop, work = opened(application, opening, preferences, jobs)
    first = FirstPaint(desktop.window)
    if opening.only_paint:
        first.painted.connect(lambda: _tell_and_quit(application))
    desktop.window.show()
    work.trouble.library_here_wanted.connect(lambda: relaunched(opening, desktop.window))
    door = None
    if not opening.only_paint:
        door = Door(opening.place.library, desktop.window)
        door.asked.connect(work.articles.take_in)
        first.painted.connect(lambda: work.begin(opening.files, at_once=False))
    code = application.exec()
    if door is not None:
        door.close()
    jobs.close()
    preferences.sync()
    return code


def relaunched(opening: Opening, window: QMainWindow) -> None:
    """Start again with the library of this computer, and close this window when the other has begun."""
    library = str(opening.place.data / "library")
    program = [sys.executable, *([] if getattr(sys, "frozen", False) else [sys.argv[0]])]
    if QProcess.startDetached(program[0], [*program[1:], "--library", library]):
        window.close()


class Door(QObject):
    """Where a second start knocks: its files are taken in, and the window comes to the front."""

    asked = Signal(list)

    def __init__(self, library: Path, window: QMainWindow) -> None:
        super().__init__(window)
        self._library = library
        self._window = window
        self._line = single.listening(library)
        if self._line is not None:
            self._heard = QSocketNotifier(self._line.fileno(), QSocketNotifier.Type.Read, self)
            self._heard.activated.connect(self._on_heard)

    def _on_heard(self) -> None:
        files = single.asked(self._line) if self._line is not None else None
        if files is None:
            return
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        if files:
            self.asked.emit(list(files))

    def close(self) -> None:
        """Nobody is at home any more."""
        if self._line is not None:
            self._heard.setEnabled(False)
            single.close(self._line, self._library)
            self._line = None


class FirstPaint(QObject):
    """Tells when the first frame has been painted and is on its way to the screen; then the rest may begin.

    A window that is begun as an icon is not painted: it is told of after a while all the same.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._seen = False
        QTimer.singleShot(_UNSEEN, self, self._on_painted)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._seen:
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _on_painted(self) -> None:
        if not self._seen:
            self._seen = True
            self.painted.emit()


def _tell_and_quit(application: QApplication) -> None:
    """Print how long it took from the start of the process to the first painted frame, and end the program."""
    sys.stdout.write(f'{{"painted_ms": {age_of_process():.0f}}}\n')
    sys.stdout.flush()
    application.quit()


def age_of_process() -> float:
    """Milliseconds since this process was started; on systems that do not tell, since Python began."""
    try:
        with Path("/proc/self/stat").open(encoding="ascii") as file:
            ticks = int(file.read().rsplit(")", 1)[1].split()[19])
        with Path("/proc/uptime").open(encoding="ascii") as file:
            up = float(file.read().split()[0])
    except (OSError, ValueError, IndexError):
        return time.process_time() * 1000
    return (up - ticks / os.sysconf("SC_CLK_TCK")) * 1000


def application_made() -> QApplication:
    """The one application of this process; input methods of fcitx work only when this is said before it is made."""
    os.environ.setdefault("QT_IM_MODULES", "fcitx;ibus")
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    qInstallMessageHandler(_on_qt_message)
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(["gaotai"])
    application.setApplicationName("gaotai")
    application.setApplicationDisplayName("稿台")
    application.setDesktopFileName("gaotai")
    return application


def _on_qt_message(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith(_HARMLESS):
        sys.stderr.write(message + "\n")


def opened(
    application: QApplication,
    opening: Opening,
    preferences: Preferences,
    jobs: ProcessJobs | NearJobs,
    now: Clock = here,
) -> tuple[Desktop, Work]:
    """The window as it is before it is shown; ``now`` is the moment by which it shows times."""
    language = opening.language or preferences.choice.language
    translations.install(application, language)
    look = Look(application, ThemeName(preferences.choice.theme), preferences.choice.scale, now, dressed=False)
    desktop = built(opening.place, jobs, look, preferences, writing_parts(look))
    look.dress()
    work = Work(desktop, jobs)
    return desktop, work


def cjk_font_missing() -> bool:
    """Whether no font here can draw Chinese."""
    return not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
