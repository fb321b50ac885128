"""The floor: a bare window with a text in it. Argument: a file."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1000, 700)
    text = QTextEdit()
    window.setCentralWidget(text)
    text.setPlainText(Path(sys.argv[1]).read_text(encoding="utf-8"))
    window.show()
    text.setFocus()
    application.exec()
