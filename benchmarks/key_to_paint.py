"""Key to painted glyph, input method, opening and paste: the article's editor against a bare QTextEdit.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.key_to_paint [CHARACTERS] [KEYS]

Both widgets get the same keys in turns, so that a busy machine slows them alike; marks of checks lie over the text and
the counts are told as in the window. A key is a key event, the posted events, and the changed region painted.
Goals: p99 at most 1.5 times the bare widget, 8 ms on a quiet machine; open under 200 ms; paste of 2,000 characters
under 15 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from editor.markup.blocks import Heading, Run, paragraph
from ui.theme.look import Look
from ui.theme.tokens import ThemeName
from ui.theme.type import Reading
from ui.writing.editor import ArticleEditor
from ui.writing.overlay import Spot

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.markup.blocks import Block

_SENTENCE = "今年以来，永州经济技术开发区坚持项目为王，新签约企业28家，同比增长15.2%，园区发展势头良好。"
_TYPED = "新闻稿件编辑流程今天正式上线运行"
_EVERY = 20  # paragraphs to a heading
_PARAGRAPH = 3  # sentences


def text(characters: int) -> tuple[Block, ...]:
    """An article of so many characters, with headings."""
    blocks: list[Block] = []
    length = 0
    while length < characters:
        if len(blocks) % _EVERY == _EVERY - 1:
            blocks.append(Heading((Run(f"第{len(blocks)}节"),)))
        blocks.append(paragraph(_SENTENCE * _PARAGRAPH))
        length += len(_SENTENCE) * _PARAGRAPH
    return tuple(blocks)


def bare(blocks: tuple[Block, ...]) -> QTextEdit:
    """A QTextEdit with the same text, line height and indent, and nothing else."""
    widget = QTextEdit()
    fill_bare(widget, blocks)
    return widget


def fill_bare(widget: QTextEdit, blocks: tuple[Block, ...]) -> None:
    """Give it a text."""
    reading = Reading()
    widget.document().setDefaultFont(reading.font())
    line = QTextBlockFormat()
    line.setLineHeight(reading.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    line.setTextIndent(reading.indent)
    line.setBottomMargin(reading.gap)
    widget.document().setUndoRedoEnabled(False)
    cursor = QTextCursor(widget.document())
    cursor.beginEditBlock()
    widget.document().clear()
    cursor.setBlockFormat(line)
    for number, block in enumerate(blocks):
        if number:
            cursor.insertBlock(line)
        cursor.insertText("".join(run.text for run in block.runs))  # type: ignore[union-attr]
    cursor.endEditBlock()
    widget.document().setUndoRedoEnabled(True)


def flush(widget: QTextEdit) -> None:
    """Handle what is posted and paint what has changed."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.UpdateRequest))


def took(widget: QTextEdit, work: Callable[[QTextEdit], None]) -> float:
    """Milliseconds until some work is painted."""
    start = time.perf_counter()
    work(widget)
    flush(widget)
    return (time.perf_counter() - start) * 1000


def key(widget: QTextEdit, character: str) -> None:
    """Type a character."""
    modifiers = Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, character))


def commit(widget: QTextEdit) -> None:
    """Four letters and a word of an input method."""
    for end in range(1, 5):
        QCoreApplication.sendEvent(widget, QInputMethodEvent("yong"[:end], []))
    event = QInputMethodEvent()
    event.setCommitString("永州")
    QCoreApplication.sendEvent(widget, event)


def paste(widget: QTextEdit) -> None:
    """2,000 characters as paragraphs of HTML."""
    source = QMimeData()
    words = (_SENTENCE * 40)[:2000]
    source.setHtml("".join(f"<p>{words[at : at + 150]}</p>" for at in range(0, 2000, 150)))
    source.setText("\n".join(words[at : at + 150] for at in range(0, 2000, 150)))
    widget.insertFromMimeData(source)


def at(widget: QTextEdit, share: float) -> None:
    """Put the caret at a part of the text and show it."""
    cursor = widget.textCursor()
    cursor.setPosition(round((widget.document().characterCount() - 1) * share))
    widget.setTextCursor(cursor)
    widget.ensureCursorVisible()
    flush(widget)


def line(name: str, ours: list[float], theirs: list[float]) -> str:
    """A row of the report."""

    def high(values: list[float]) -> float:
        return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]

    middle = statistics.median(ours) / statistics.median(theirs)
    return (
        f"{name:<24} {statistics.median(ours):8.2f} {high(ours):8.2f} | {statistics.median(theirs):8.2f} "
        f"{high(theirs):8.2f} | {middle:6.2f} {high(ours) / high(theirs):6.2f}"
    )


def pair(
    widgets: tuple[QTextEdit, QTextEdit], work: Callable[[QTextEdit], None], times: int
) -> tuple[list[float], list[float]]:
    """The same work in both, in turns."""
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(times):
        for widget in widgets if turn % 2 else widgets[::-1]:
            (ours if widget is widgets[0] else theirs).append(took(widget, work))
    return ours, theirs


def main() -> None:
    """Measure and print."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    keys = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    application = QApplication.instance() or QApplication([])
    look = Look(application, ThemeName.LIGHT)  # type: ignore[arg-type]
    blocks = text(characters)
    editor, plain = ArticleEditor(look.reading, look.tokens), bare(())
    editor.canInsertFromMimeData(QMimeData())  # the window brings in what a paste needs some seconds after its start
    told: list[object] = []
    editor.counts_changed.connect(told.append)
    editor.edited.connect(lambda first, last: told.append((first, last)))
    for widget in (editor, plain):
        widget.resize(900, 800)
        widget.show()
        widget.setFocus()
        flush(widget)
    print(f"{characters:,} characters             ours p50      p99 |  bare p50      p99 |  ratio  of p99")
    opened = [took(editor, lambda _widget: editor.show_blocks(blocks)) for _ in range(5)]
    opened_bare = [took(plain, lambda _widget: fill_bare(plain, blocks)) for _ in range(5)]
    for widget in (editor, plain):
        widget.document().documentLayout().documentSize()  # what Qt does by and by
    print(line("open", opened, opened_bare))
    editor.set_spots("findings", [Spot(n, 3, 7, "warning") for n in range(0, len(blocks), 2)])
    for name, share in (("start", 0.0005), ("middle", 0.5), ("end", 1.0)):
        for widget in (editor, plain):
            at(widget, share)
            key(widget, "试")
        typed = iter(_TYPED * (2 * keys))
        ours, theirs = pair((editor, plain), lambda widget: key(widget, next(typed)), keys)  # noqa: B023
        print(line(f"key, {name}", ours, theirs))
    for widget in (editor, plain):
        at(widget, 0.5)
    print(line("input method", *pair((editor, plain), commit, keys)))
    for widget in (editor, plain):
        at(widget, 0.3)
    print(line("paste 2,000", *pair((editor, plain), paste, 40)))
    print(line("undo", *pair((editor, plain), lambda widget: widget.undo(), 10)))
    resized = iter(range(800, 1000))
    print(line("resize", *pair((editor, plain), lambda widget: widget.resize(next(resized), 800), 5)))


if __name__ == "__main__":
    main()
