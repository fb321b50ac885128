"""What somebody who works by key, with a screen reader or with large letters would trip over in a window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget


def nameless(window):
    """Widgets that can have the focus and are called nothing."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(window):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}")
    return found


def cut(window):
    """Labels and buttons that are narrower than their words."""
    return [
        f"{type(widget).__name__} {widget.text()!r} {widget.width()} < {widget.minimumSizeHint().width()}"
        for widget in [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
        if widget.isVisibleTo(window)
        and widget.text()
        and not isinstance(widget, QToolButton)
        and widget.width() < widget.minimumSizeHint().width() - 1
    ]
