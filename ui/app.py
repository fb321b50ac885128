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
from PySide6.QtWidgets import QApplication

from ui.first import glimpse as glimpses
from ui.first.page import FirstPage
from ui.main_window import MainWindow
from ui.overriding import override

TYPE_CHECKING = False  # as typing has it, without its time
if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QWidget

    from editor.commands.window import Opening
    from ui.clock import Clock
    from ui.desktop import Desktop
    from ui.door import Door
    from ui.first.glimpse import Glimpse
    from ui.jobs import NearJobs, ProcessJobs
    from ui.preferences import Preferences
    from ui.work import Work


_UNSEEN = 3000
_COMPOSED = 1500  # ms for which an input method may be in the middle of a word before the window takes its place
_AGAIN = 20
_BREATH = 60  # ms that belong to the first frame and to who types on it at once
_AFTER_KEY = 15
_HARMLESS = tuple(
    f"This plugin does not support {what}" for what in ("propagateSizeHints", "raise()", "grabbing the keyboard")
)


def run(opening: Opening, later: Callable[[], None] | None = None) -> int:
    """Open the window and stay until it is closed; gives the exit code. ``later`` is called when it is all there."""
    gc.disable()  # what is made now stays; `Start` has it looked at when everything is there
    application = application_made()
    if opening.tour:
        gc.enable()
        from ui.tour.run import tour  # noqa: PLC0415  (only for this)

        return tour(application, Path(opening.tour))
    start = Start(application, opening)
    if later is not None:
        start.ready.connect(later)
    code = application.exec()
    start.close()
    if start.failed is not None:
        raise start.failed
    return code


class Start(QObject):
    """Brings the window up: at once as it was left, with its text to write on; the parts one after the other.

    A window that was not left in order (or never) is built before it is shown.
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
        self._page: FirstPage | None = None
        self._door: Door | None = None
        self._jobs: ProcessJobs | None = None
        self._built: tuple[Desktop, Work] | None = None
        self._begun = self._painted = False
        self._done = 0
        self._files = list(opening.files)
        self.failed: Exception | None = None
        self._steps = self._build()
        found = glimpses.load(self._remembered, self._place.library)
        if found is not None:
            self._show_page(found)
        else:
            self._build_at_once()
            if self._built is not None:
                self._built[1].lay_first()
            self.window.fit_screen()
            first = FirstPaint(self.window)
            first.painted.connect(self._on_painted)
            self.window.show()

    def _show_page(self, found: Glimpse) -> None:
        self.window.restoreGeometry(QByteArray.fromBase64(found.geometry.encode("ascii", "ignore")))
        self.window.fit_screen()
        self._page = FirstPage(found, self.window)
        self._page.painted.connect(self._on_painted)
        self._page.close_wanted.connect(self._on_close_wanted)
        self.window.show()
        self._page.setFocus()

    def _on_painted(self) -> None:
        if self._painted:
            return
        self._painted = True
        if self._opening.only_paint:
            sys.stdout.write(f'{{"painted_ms": {age_of_process():.0f}}}\n')
            sys.stdout.flush()
            self._application.quit()
        elif self._page is None:
            self._open_door()
            self._begin()
        else:
            self._page.guard()
            QTimer.singleShot(_BREATH, self._turn)

    def _open_door(self) -> None:
        if self._door is not None:
            return
        from ui.door import Door  # noqa: PLC0415  (not before the first frame)

        self._door = Door(self._place.library, self.window)
        self._door.asked.connect(self._on_asked)

    def _on_asked(self, files: list[str]) -> None:
        """Files of a second start; those that come before the window is whole wait for it."""
        if self._begun and self._built is not None:
            self._built[1].articles.take_in(files)
        else:
            self._files += files

    # The parts, one at each turn of the event loop: a key never waits for more than one. ---------------------------

    def _turn(self) -> None:
        if self._page is None:
            return
        try:
            next(self._steps)
        except StopIteration:
            self._wait_for_word(time.monotonic() + _COMPOSED / 1000)
        except Exception as error:  # noqa: BLE001  (told by who called: a window that stays half built tells nobody)
            self.failed = error
            self._application.quit()
        else:
            done = self._page.done if self._page is not None else 0
            QTimer.singleShot(0 if done == self._done else _AFTER_KEY, self._turn)  # what was typed is painted first
            self._done = done

    def _wait_for_word(self, until: float) -> None:
        """What is being composed is finished first: the page that shows it goes."""
        if self._page is not None and self._page.composing:
            if time.monotonic() < until:
                QTimer.singleShot(_AGAIN, lambda: self._wait_for_word(until))
                return
            QApplication.inputMethod().commit()
        self._hand_over()

    def _build_at_once(self) -> None:
        """All that is left."""
        for _step in self._steps:
            pass

    def _on_close_wanted(self) -> None:
        """The window is closed before it is whole: what was typed on the page goes where it belongs first."""
        if self._page is not None:
            self._build_at_once()
            self._hand_over()

    def _build(self) -> Generator[None, None, None]:
        if self._page is not None:
            self._open_door()
            yield
        from ui import building  # noqa: PLC0415

        yield
        yield from building.imports()
        from ui.jobs import ProcessJobs  # noqa: PLC0415
        from ui.preferences import Preferences, config_folder  # noqa: PLC0415

        preferences = Preferences(config_folder() / "gaotai.ini")
        self._jobs = ProcessJobs(self._place, self._application)
        yield
        self._built = yield from building.pieces(self._application, self._opening, preferences, self._jobs, self.window)

    def _hand_over(self) -> None:
        """The window takes the place of the page; what was typed there is typed into it."""
        page, self._page = self._page, None
        if page is None or self._built is None:
            return
        from ui.first.replay import play  # noqa: PLC0415

        desktop, work = self._built
        page.hide()  # nothing is painted before all of this is done
        whole = self.window.centralWidget()
        if whole is not None:
            whole.show()
        work.lay_first()
        lying = desktop.sheet.article
        if page.article == (lying.name if lying is not None else ""):
            play(page.typed(), self.window, desktop.writing.body)
        elif page.words():
            QApplication.clipboard().setText(page.words())
            desktop.status.tell(
                self.tr("What you typed is on the clipboard: it was meant for an article that is not open any more.")
            )
        page.deleteLater()
        QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        if self._built is None:
            return
        from ui.first.remembering import Remembering  # noqa: PLC0415

        desktop, work = self._built
        self._begun = True
        Remembering(desktop, self._remembered, self._place.library)
        work.trouble.library_here_wanted.connect(self._on_library_here_wanted)
        work.began.connect(self._on_began)
        work.begin(self._files, at_once=False)

    def _on_began(self) -> None:
        gc.enable()
        self.ready.emit()

    # The end. ------------------------------------------------------------------------------------------------------

    def _on_library_here_wanted(self) -> None:
        from ui.building import relaunched  # noqa: PLC0415

        relaunched(self._opening, self.window)

    def close(self) -> None:
        """After the last window was closed."""
        self._steps.close()
        if self._door is not None:
            self._door.close()
        if self._jobs is not None:
            self._jobs.close()
        if self._built is not None:
            self._built[0].context.preferences.sync()


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
        if event.type() == event.Type.Paint and not self._seen:
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _on_painted(self) -> None:
        if not self._seen:
            self._seen = True
            self.painted.emit()


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
    from ui import building  # noqa: PLC0415

    return building.at_once(application, opening, preferences, jobs, now)
