"""Review widgets in Chinese, as most people will see them, and in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import resources


class _Ours(QTranslator):
    """Qt reads the bytes where they lie."""

    def __init__(self, parent) -> None:
        super().__init__(parent)
        self._content = resources.data("i18n/gaotai_zh_CN.qm")
        self.load(self._content)


@pytest.fixture
def chinese(qapp):
    """The interface in Chinese while a test runs."""
    before = QLocale()
    translator = _Ours(qapp)
    QLocale.setDefault(QLocale("zh_CN"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)
