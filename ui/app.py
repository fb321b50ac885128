"""Opening the window: the application, the first frame, and what comes after it.

Nothing is imported here that the first frame does not need; the rest comes in small pieces (`ui.building`) while keys
are answered already.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, qInstallMessageHandler
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui.first import glimpse as glimpses
from ui.first.page import FirstPage
from ui.main_window import MainWindow
from ui.places import config_folder

TYPE_CHECKING = False  # as typing has it, without its time
if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from editor.commands.window import Opening
    from ui.clock import Clock
    from ui.desktop import Desktop
    from ui.door import Door
    from ui.first.glimpse import Glimpse
    from ui.jobs import NearJobs, ProcessJobs
    from ui.preferences import Preferences
    from ui.work import Work


_COMPOSED = 1500  # ms for which an input method may be in the middle of a word before the window takes its place
_AGAIN = 20
_BREATH = 60  # ms that belong to the first frame and to who types on it at once
_AFTER_KEY = 15
_DARK = 128  # of 255: below it the desktop is a dark one
_HARMLESS = tuple(
    f"This plugin does not support {what}" for what in ("propagateSizeHints", "raise()", "grabbing the keyboard")
)


def run(opening: Opening, later: Callable[[], None] | None = None) -> int:
    """Open the window and stay until it is closed; gives the exit code. ``later`` is called when it is all there."""
    gc.disable()  # what is made now stays; `Start` has it looked at when everything is there
    application = application_made()
    if opening.tour:
        gc.enable()
        from ui.tour.run import tour  # only for this

        return tour(application, Path(opening.tour))
    start = Start(application, opening)
    if later is not None:
        start.ready.connect(later)
    code = application.exec()
    start.close()
    if start.failed is not None:
        from ui.first.failing import tell  # only for this

        tell(start.failed, start.kept, opening.language)
    return code


class Start(QObject):
    """Brings the window up: at once as it was left, with its text to write on; the parts one after the other.

    Of a window that was not left in order (or never) the empty columns are shown at first.

    Attributes:
        failed: Why the window could not be built; kept: the file of what was typed until then.
    """

    ready = Signal()

    def __init__(self, application: QApplication, opening: Opening) -> None:
        super().__init__()
        self._application = application
        self._opening = opening
        self._place = opening.place
        self.window = MainWindow()
        self.window.setWindowTitle("Gaotai 稿台")
        self._remembered = glimpses.path_of(self._place.data, self._place.library)
        self.page: FirstPage | None = None
        self.door: Door | None = None
        self._jobs: ProcessJobs | None = None
        self.built: tuple[Desktop, Work] | None = None
        self._begun = self._painted = False
        self._done = 0
        self._files = list(opening.files)
        self.failed: Exception | None = None
        self.kept: Path | None = None
        self._steps = self._build()
        self._show_page(glimpses.load(self._remembered, self._place.library))

    def _show_page(self, found: Glimpse | None) -> None:
        if found is not None:
            self.window.restoreGeometry(QByteArray.fromBase64(found.geometry.encode("ascii", "ignore")))
        self.window.fit_screen()
        self.page = FirstPage(found or self._blank(), self.window)
        self.page.painted.connect(self._on_painted)
        self.page.close_wanted.connect(self._on_close_wanted)
        self.window.show()
        self.page.setFocus()

    def _blank(self) -> Glimpse:
        """The columns of a window that nobody has seen yet."""
        from ui.first import blank  # the first start, or after the file was damaged

        ground = self._application.palette().color(QPalette.ColorRole.Window)
        theme, scale = blank.chosen(config_folder() / "gaotai.ini", dark=ground.lightness() < _DARK)
        return blank.blank((self.window.width(), self.window.height()), theme, scale)

    def _on_painted(self) -> None:
        if self._painted:
            return
        self._painted = True
        if self._opening.only_paint:
            sys.stdout.write(f'{{"painted_ms": {age_of_process():.0f}}}\n')
            sys.stdout.flush()
            self._application.quit()
        elif self.page is not None:
            self.page.guard()
            QTimer.singleShot(_BREATH, self._turn)

    def open_door(self) -> None:
        """From now on a second start of the same library is heard."""
        if self.door is not None:
            return
        from ui.door import Door  # not before the first frame

        self.door = Door(self._place.library, self.window)
        self.door.asked.connect(self._on_asked)

    def _on_asked(self, files: list[str]) -> None:
        """Files of a second start; those that come before the window is whole wait for it."""
        if self._begun and self.built is not None:
            self.built[1].articles.take_in(files)
        else:
            self._files += files

    # The parts, one at each turn of the event loop: a key never waits for more than one. ---------------------------

    def _turn(self) -> None:
        if self.page is None:
            return
        try:
            next(self._steps)
        except StopIteration:
            self._wait_for_word(time.monotonic() + _COMPOSED / 1000)
        except Exception as error:  # noqa: BLE001  (told by who called: a window that stays half built tells nobody)
            self._fail(error, self.page)
        else:
            done = self.page.done if self.page is not None else 0
            QTimer.singleShot(0 if done == self._done else _AFTER_KEY, self._turn)  # what was typed is painted first
            self._done = done

    def _wait_for_word(self, until: float) -> None:
        """What is being composed is finished first: the page that shows it goes."""
        if self.page is not None and self.page.composing:
            if time.monotonic() < until:
                QTimer.singleShot(_AGAIN, lambda: self._wait_for_word(until))
                return
            QApplication.inputMethod().commit()
        self._hand_over()

    def _on_close_wanted(self) -> None:
        """The window is closed before it is whole: what was typed on the page goes where it belongs first."""
        page = self.page
        if page is None:
            return
        try:
            for _step in self._steps:  # all that is left
                pass
        except Exception as error:  # noqa: BLE001  (as above)
            self._fail(error, page)
        else:
            self._hand_over()

    def _fail(self, error: Exception, page: FirstPage) -> None:
        """The window cannot be built: what was typed is written down for the next start, which tells of it."""
        from ui.first import kept  # only for this

        self.failed = error
        self._steps.close()
        words = page.words()
        self.kept = kept.keep(self._remembered, words) if words else None
        if words and self.kept is None:  # no disk takes it: it stays on the screen at least
            page.show()
            return
        self._application.quit()

    def _build(self) -> Generator[None, None, None]:
        self.open_door()
        yield
        from ui import building

        yield
        yield from building.imports()
        from ui.jobs import ProcessJobs
        from ui.preferences import Preferences

        preferences = Preferences(config_folder() / "gaotai.ini")
        self._jobs = ProcessJobs(self._place, self._application)
        yield
        self.built = yield from building.pieces(self._application, self._opening, preferences, self._jobs, self.window)

    def _hand_over(self) -> None:
        """The window takes the place of the page; what was typed there is typed into it."""
        page, self.page = self.page, None
        if page is None or self.built is None:
            return
        try:
            self._lay_and_play(page, *self.built)
        except Exception as error:  # noqa: BLE001  (as above)
            self._fail(error, page)
            return
        page.deleteLater()
        QTimer.singleShot(0, self._begin)

    def _lay_and_play(self, page: FirstPage, desktop: Desktop, work: Work) -> None:
        from ui.first.replay import play

        page.hide()  # nothing is painted before all of this is done
        whole = self.window.centralWidget()
        if whole is not None:
            whole.show()
        work.lay_first()
        lying = desktop.sheet.article
        if page.article in {None, lying.name if lying is not None else ""}:
            play(page.typed(), self.window, desktop.writing.body)
        elif page.words():
            QApplication.clipboard().setText(page.words())
            desktop.status.tell(
                self.tr("What you typed is on the clipboard: it was meant for an article that is not open any more.")
            )

    def _begin(self) -> None:
        if self.built is None:
            return
        from ui.first.remembering import Remembering

        desktop, work = self.built
        self._begun = True
        Remembering(desktop, self._remembered, self._place.library)
        work.trouble.library_here_wanted.connect(self._on_library_here_wanted)
        work.began.connect(self._on_began)
        work.begin(self._files, at_once=False)

    def _on_began(self) -> None:
        gc.enable()
        from ui.first import kept  # after the first frame

        if self.built is not None and (typed := kept.found(self._remembered)):
            from ui.work.typed import TypedBefore  # only for this

            TypedBefore(*self.built, typed)
        self.ready.emit()

    # The end. ------------------------------------------------------------------------------------------------------

    def _on_library_here_wanted(self) -> None:
        from ui.building import relaunched

        relaunched(self._opening, self.window)

    def close(self) -> None:
        """After the last window was closed."""
        self._steps.close()
        if self.door is not None:
            self.door.close()
        if self._jobs is not None:
            self._jobs.close()
        if self.built is not None:
            self.built[0].context.preferences.sync()


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
    application = QApplication(["gaotai", "-style", "fusion"])
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
    now: Clock | None = None,
) -> tuple[Desktop, Work]:
    """The whole window before it is shown; ``now`` is the moment by which it shows times."""
    from ui import building

    return building.at_once(application, opening, preferences, jobs, now)
