"""Everything of these rooms can be reached by key, has a name, and is readable in the smallest window and enlarged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget

from editor.records.output import CopyMade, Planned
from tests.editor.publish.sample_packages import png


def nameless(window):
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(window):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def cut(window):
    return [
        f"{type(widget).__name__} {widget.text()!r} {widget.width()} < {widget.minimumSizeHint().width()}"
        for widget in [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
        if widget.isVisibleTo(window)
        and widget.text()
        and not isinstance(widget, QToolButton)
        and widget.width() < widget.minimumSizeHint().width() - 1
    ]


@pytest.mark.parametrize("scale", [100, 200])
def test_tabs_and_dialogs_are_named_and_nothing_is_cut(opened, out, tmp_path, scale):
    from ui.delivery.ready import CopyReady

    opened.desktop.context.preferences.set("scale", scale)
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.writing.body.insertPlainText("春灌开闸。")
    (tmp_path / "a.png").write_bytes(png())
    out.pictures.insert([str(tmp_path / "a.png")])
    opened.until(lambda: len(out.pictures.pane.cards) == 1)
    opened.window.resize(1280, 680)
    opened.do("view.preview")
    for name in ("preview", "pictures"):
        opened.work.shell.show_tab(name)
        opened.settle()
        assert not nameless(opened.window), name
        assert not cut(opened.desktop.inspector), name
    opened.do("file.deliver")
    opened.until(lambda: out.delivery.dialog is not None)
    opened.settle()
    dialog = out.delivery.dialog
    dialog.show_plan((Planned("a", "0305-A-01", "一" * 40, "要闻", "not_signed", {"id": "0305-A-01"}),))
    ready = CopyReady(
        opened.desktop.context.look, CopyMade("a", "0305-A-01", "题", "/x.pdf", signed=False, pages=2, lines=40), dialog
    )
    ready.show()
    opened.qtbot.wait(50)
    for window in (dialog, ready):
        assert not nameless(window)
        assert not cut(window)
