"""The real window with worker processes of its own, for measurements: opened, waited for, closed."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from editor.records.articles import Row
    from ui.jobs import ProcessJobs


class Window:
    """A whole window on a library; everything of the user lies in a folder of its own."""

    def __init__(
        self, library: Path, home: Path, data: Path | None = None, kind: type[ProcessJobs] | None = None
    ) -> None:
        from editor.commands.window import Opening
        from editor.service.messages import Place
        from ui import app
        from ui.jobs import ProcessJobs
        from ui.preferences import Preferences

        self.application = app.application_made()
        place = Place(library, data or home / "data")
        self.jobs = (kind or ProcessJobs)(place, self.application)
        preferences = Preferences(home / "settings.ini")
        self.desktop, self.work = app.opened(self.application, Opening(place, "zh_CN"), preferences, self.jobs)
        self.window = self.desktop.window
        self.window.resize(1400, 860)

    def begin(self) -> None:
        """Show it, start the workers, wait until they have answered."""
        self.window.show()
        QTimer.singleShot(0, self.work.begin)
        self.until(lambda: self.work.people.people is not None and not self.asked(), "the core has answered")

    def until(self, happened: Callable[[], object], what: str, seconds: float = 30.0) -> None:
        """Let the window live until something is so.

        Raises:
            TimeoutError: It did not become so.
        """
        end = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > end:
                raise TimeoutError(what)
            self.live(5)

    def live(self, milliseconds: int) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def asked(self) -> int:
        """How many questions are not answered yet."""
        return len(self.jobs.waiting)

    def settle(self) -> None:
        """Let everything that was asked be answered."""
        self.until(lambda: not self.asked(), "answers")

    def do(self, action: str) -> None:
        """Trigger an action by its name."""
        self.desktop.context.actions[action].trigger()

    def sample(self) -> None:
        """Found the sample newsroom."""
        self.work.people.found_sample()
        self.until(lambda: len(self.work.people.here()) == 4 and not self.asked(), "the sample newsroom")

    def rows(self) -> list[Row]:
        """The rows of the list that are known."""
        model = self.desktop.articles.list.articles
        return [row for place in range(model.rowCount()) if (row := model.row_at(place)) is not None]

    def close(self) -> None:
        """Close it; everything is on the disk then."""
        self.settle()
        self.window.close()  # it may ask the core first what is scheduled
        self.until(lambda: not self.window.isVisible(), "the window closes")
        self.jobs.close()


def prepare(library: Path, home: Path, text: str) -> None:
    """A library of the sample newsroom with an article on the desk, as the window leaves it behind."""
    from editor.commands.place import data_folder

    window = Window(library, home, data_folder())  # as the program itself finds it
    window.begin()
    window.sample()
    window.do("file.new")
    window.until(lambda: window.desktop.sheet.article is not None, "a new article")
    window.desktop.desk.heading.headline.insertPlainText("园区新路通车")
    body = window.desktop.writing.body
    body.setFocus()
    body.insertPlainText(text)
    window.live(2500)
    body.moveCursor(body.textCursor().MoveOperation.Start)
    window.live(1500)
    window.close()


def environment(home: Path, **more: str) -> dict[str, str]:
    """The variables of a process whose user has this folder; compiled modules are kept, as installed."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONDONTWRITEBYTECODE", "DISPLAY"}}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    kept["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # for peers that draw their preview with it, where root measures
    folders["XDG_RUNTIME_DIR"] = str(home / "run")
    return kept | {"HOME": str(home), "LANG": "C.UTF-8", "PYTHONPYCACHEPREFIX": str(home / "compiled")} | folders | more


def children(process: int) -> list[int]:
    """A process and all that it started."""
    parents: dict[int, list[int]] = {}
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                parent = int((each / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            parents.setdefault(parent, []).append(int(each.name))
    found, waiting = [], [process]
    while waiting:
        found.append(waiting.pop(0))
        waiting += parents.get(found[-1], [])
    return found


def memory(processes: Iterable[int], kind: str = "Pss") -> float:
    """MiB of processes together, shared pages by their share."""
    total = 0
    for process in processes:
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith(f"{kind}:"))
    return total / 1024


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]).read_text(encoding="utf-8"))
