"""How long does a list of 100,000 articles keep somebody waiting at the real window, its workers in their processes?

Goals: from the question to the painted rows 150 ms, a page of scrolling 10 ms, the first rows of a search 50 ms, and
the next key cancels the search before.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from typing_extensions import override

from benchmarks import _library
from benchmarks._window import Window
from editor.records.articles import View

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_PAINT, PAGE, SEARCH = 150.0, 10.0, 50.0
_WORDS = ("今天", "发展", "学校", "我们的", "建设工程", "农村", "经济发展", "文化", "市场", "工作人员")
_RARE = ("䴙䴘", "孜孜以求", "鹬蚌相争", "桑拿浴室")


class _Painted(QObject):
    """Ends a loop when the list has been painted with rows in it."""

    def __init__(self, window: Window, wanted: Callable[[], bool]) -> None:
        super().__init__()
        self._view = window.desktop.articles.list
        self._wanted = wanted
        self._loop = QEventLoop()
        self._watched = (self._view.viewport(), window.desktop.articles.empty)
        for each in self._watched:
            each.installEventFilter(self)

    def wait(self, seconds: float = 10.0) -> bool:
        """Whether it was painted in that time."""
        QTimer.singleShot(int(seconds * 1000), lambda: self._loop.exit(1))
        late = self._loop.exec()
        for each in self._watched:
            each.removeEventFilter(self)
        return not late

    def end(self) -> None:
        """There is nothing to paint."""
        self._loop.quit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._wanted():
            QTimer.singleShot(0, self._loop.quit)
        return False


def _top_is_there(window: Window) -> bool:
    model = window.desktop.articles.list.articles
    return model.rowCount() > 0 and model.row_at(0) is not None


def first_paint(window: Window, view: View) -> float:
    """Milliseconds from choosing a place to its painted first rows."""
    browser = window.desktop.browser
    fresh: list[bool] = []
    shown = browser.shown.connect(lambda: fresh.append(True))
    painted = _Painted(window, lambda: bool(fresh) and _top_is_there(window))
    begin = time.perf_counter()
    browser.show_view(view)
    there = painted.wait()
    took = (time.perf_counter() - begin) * 1000
    browser.shown.disconnect(shown)
    if not there:
        raise TimeoutError(view)
    window.settle()
    return took


def pages(window: Window, count: int) -> list[float]:
    """Milliseconds that a page of scrolling takes, painted; rows that are not there yet are drawn empty and come."""
    bar = window.desktop.articles.list.verticalScrollBar()
    viewport = window.desktop.articles.list.viewport()
    took = []
    for _ in range(count):
        begin = time.perf_counter()
        bar.setValue(bar.value() + bar.pageStep())
        viewport.repaint()
        took.append((time.perf_counter() - begin) * 1000)
        window.live(10)
    return took


def search(window: Window, query: str) -> float:
    """Milliseconds from the question to the painted first rows."""
    browser = window.desktop.browser
    fresh: list[bool] = []
    shown = browser.shown.connect(lambda: fresh.append(True))
    view = window.desktop.articles.list
    painted = _Painted(window, lambda: bool(fresh) and _top_is_there(window))
    nothing = browser.shown.connect(lambda: None if view.articles.rowCount() else QTimer.singleShot(0, painted.end))
    begin = time.perf_counter()
    browser.search(query)
    if not painted.wait():
        raise TimeoutError(query)
    took = (time.perf_counter() - begin) * 1000
    browser.shown.disconnect(shown)
    browser.shown.disconnect(nothing)
    window.settle()
    return took


def canceled(window: Window) -> tuple[int, int]:
    """A word typed letter by letter without waiting: questions asked, and answers that were shown."""
    browser = window.desktop.browser
    shown: list[str] = []
    link = browser.shown.connect(lambda: shown.append(browser.view.name))
    words = ["经", "经济", "经济发", "经济发展"]
    for word in words:
        browser.search(word)
    window.settle()
    window.live(300)
    browser.shown.disconnect(link)
    return len(words), len(shown)


def _told(name: str, values: list[float], goal: float) -> None:
    middle, most = statistics.median(values), max(values)
    met = "met" if middle <= goal else "MISSED"
    print(f"{name:<28} median {middle:7.1f} most {most:7.1f} ms, goal {goal:.0f}: {met}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--library", help="folder of a library made by an earlier run; made there when it is empty")
    options = parser.parse_args()
    place = nullcontext(options.library) if options.library else tempfile.TemporaryDirectory()
    with place as folder, tempfile.TemporaryDirectory() as home:
        _library.make(Path(folder), options.articles, 60).close()
        window = Window(Path(folder), Path(home))
        window.begin()
        print(f"{options.articles:,} articles")
        views = (View("all"), View("sent"), View("column", _library.COLUMNS[0]))
        painted = [first_paint(window, view) for _ in range(options.rounds) for view in views]
        _told("first rows painted", painted[len(views) :], FIRST_PAINT)
        window.desktop.browser.show_view(View("all"))
        window.settle()
        _told("a page of scrolling", pages(window, 40), PAGE)
        for word in ("中国", "工程师", "人民"):
            search(window, word)  # the index comes into memory; each word below is searched once, no row is known
        _told("search, common words", [search(window, word) for word in _WORDS], SEARCH)
        _told("search, rare words", [search(window, word) for word in _RARE], SEARCH)
        asked, shown = canceled(window)
        met = "met" if shown == 1 else "MISSED"
        print(f"typed without waiting: {asked} questions, {shown} shown, goal only the last: {met}")
        window.close()


if __name__ == "__main__":
    main()
