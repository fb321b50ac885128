"""What does the journal cost a key in a 100,000-character article? Goal: at most 1.1 x the same widget without it."""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.markup.reader import read
from editor.records.articles import Loaded, Stored
from editor.store.journal_file import Run
from ui.keeping.journal_writer import JournalWriter
from ui.keeping.keeper import Keeper
from ui.keeping.on_desk import SheetOnDesk
from ui.theme.tokens import LIGHT
from ui.theme.type import Reading
from ui.writing.editor import ArticleEditor

if TYPE_CHECKING:
    from collections.abc import Mapping

GOAL = 1.1
_PARAGRAPH = "县里今年把灌渠清淤排在春耕前，各镇都派了人上堤。" * 6


class _Sheet(QObject):
    slip_edited = Signal()

    def __init__(self, article: Loaded | None) -> None:
        super().__init__()
        self.article = article

    def plain_slip(self) -> Mapping[str, Any]:
        return {"headline": "春耕"}


def _editor(text: str) -> ArticleEditor:
    editor = ArticleEditor(Reading(), LIGHT)
    editor.resize(900, 800)
    editor.show_blocks(read(text))
    editor.show()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    return editor


def _key(editor: ArticleEditor) -> float:
    began = time.perf_counter()
    QTest.keyClick(editor, Qt.Key.Key_A)
    editor.repaint()
    return time.perf_counter() - began


def _turn(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--characters", type=int, default=100_000)
    parser.add_argument("--folder", help="where to write (a real disk; /tmp may be memory)")
    options = parser.parse_args()
    application = QApplication([])
    text = "\n\n".join([_PARAGRAPH] * (options.characters // len(_PARAGRAPH))) + "\n"
    bare, kept = _editor(text), _editor(text)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        article = Loaded("a", "zh-CN", "a", True, {"headline": "春耕"}, text, "draft", "", "", "", "", False)  # noqa: FBT003
        sheet = _Sheet(article)
        writer = JournalWriter(Run(Path(folder)))
        saves: list[float] = []

        def ask(_what: str, /, *, done: Any, **_more: Any) -> None:
            saves.append(time.perf_counter())
            done(Stored("a", "zh-CN", "a", "1", "t", str(len(saves))))

        keeper = Keeper(SheetOnDesk(sheet, kept), writer, ask, lambda: "")
        began = time.perf_counter()
        keeper.begin(article)
        print(f"begin: {1000 * (time.perf_counter() - began):.1f} ms")
        flushes: list[float] = []
        times: dict[str, list[float]] = {"without": [], "with": []}
        for number in range(options.keys):
            pairs = [("without", bare), ("with", kept)]
            for name, editor in pairs if number % 2 else pairs[::-1]:
                times[name].append(_key(editor))
            if number % 10 == 0:
                began = time.perf_counter()
                keeper.flush()
                flushes.append(time.perf_counter() - began)
            _turn(2)
        began = time.perf_counter()
        keeper.save()
        saved = time.perf_counter() - began
        size = sum(path.stat().st_size for path in Path(folder).rglob("*.journal"))
        keeper.finish()
    medians = {name: statistics.median(each) for name, each in times.items()}
    for name, each in times.items():
        late = sorted(each)[-max(1, len(each) // 100)]
        print(f"key and paint {name} journal: p50 {1000 * medians[name]:.2f} p99 {1000 * late:.2f} ms")
    usual = 1000 * statistics.median(flushes[1:])
    print(f"hand over to the journal: first {1000 * flushes[0]:.1f}, then p50 {usual:.2f} ms")
    print(f"text for the library: {1000 * saved:.1f} ms; journal {size / 1000:.0f} kB after {options.keys} keys")
    reached = medians["with"] / medians["without"]
    print(f"{reached:.2f} x without, goal at most {GOAL}: {'met' if reached <= GOAL else 'MISSED'}")
    application.quit()


if __name__ == "__main__":
    main()
