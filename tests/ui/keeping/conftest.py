"""Sentences in Chinese, as most people will see them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from typing_extensions import override

import resources


class _Parts(QTranslator):
    """The translations of these rooms, before they are merged."""

    def __init__(self, parent) -> None:
        super().__init__(parent)
        self._table = {}
        for name in ("frame", "keeping", "review"):
            self._table = resources.table(f"i18n/parts/{name}.toml") | self._table

    @override
    def translate(self, context, source, disambiguation=None, n=-1):
        found = self._table.get(f"{context}|{source}", self._table.get(source))
        return found["zh"] if isinstance(found, dict) else found  # None = the source itself

    @override
    def isEmpty(self):
        return False


@pytest.fixture
def chinese(qapp):
    """The interface in Chinese while a test runs."""
    before = QLocale()
    translator = _Parts(qapp)
    QLocale.setDefault(QLocale("zh_CN"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)
