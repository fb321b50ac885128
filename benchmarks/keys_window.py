"""Keys, input method and paste in the whole window at 100,000 characters, checks and autosave on, beside a QTextEdit.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.keys_window [CHARACTERS] [KEYS]

`key_to_paint` measures the text widget alone; here everything listens that listens in the window, and the workers work
in their processes. Both widgets get the same in turns. Times are those of the window's own thread, so that what others
compute on the machine is not counted; between the turns the window lives for a moment, as between keys of a person.
Goals: p99 at most 1.5 times the bare widget; paste of 2,000 characters under 15 ms.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent

from benchmarks._window import Window
from benchmarks.key_to_paint import _TYPED, at, bare, commit, key, line, paste, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTextEdit

_BETWEEN = 15  # ms


def took(widget: QTextEdit, work: Callable[[QTextEdit], None]) -> float:
    """Milliseconds of this thread until some work is painted."""
    start = time.thread_time()
    work(widget)
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendEvent(widget.window(), QEvent(QEvent.Type.UpdateRequest))
    return (time.thread_time() - start) * 1000


def pair(
    window: Window, widgets: tuple[QTextEdit, QTextEdit], work: Callable[[QTextEdit], None], times: int
) -> tuple[list[float], list[float]]:
    """The same work in both, in turns."""
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(times):
        for widget in widgets if turn % 2 else widgets[::-1]:
            (ours if widget is widgets[0] else theirs).append(took(widget, work))
            window.live(_BETWEEN)
    return ours, theirs


def main() -> None:
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    keys = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with tempfile.TemporaryDirectory() as folder:
        window = Window(Path(folder) / "library", Path(folder) / "home")
        window.begin()
        window.sample()
        window.do("file.new")
        window.until(lambda: window.desktop.sheet.article is not None, "a new article")
        body = window.desktop.writing.body
        blocks = text(characters)
        body.insert_blocks(blocks)
        plain = bare(blocks)
        plain.resize(body.size())
        plain.show()
        window.window.activateWindow()
        body.setFocus()
        widgets = (body, plain)
        for widget in widgets:
            widget.document().documentLayout().documentSize()
            at(widget, 0.5)
        window.live(4000)
        print(f"{characters:,} characters             ours p50      p99 |  bare p50      p99 |  ratio  of p99")
        typed = iter(_TYPED * (4 * keys))
        print(line("key", *pair(window, widgets, lambda widget: key(widget, next(typed)), keys)))
        print(line("input method", *pair(window, widgets, commit, keys)))
        print(line("paste 2,000", *pair(window, widgets, paste, 30)))
        plain.close()
        window.live(1000)
        window.close()


if __name__ == "__main__":
    main()
