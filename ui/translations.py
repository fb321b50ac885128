"""The language of the window: our words, and those of Qt's own dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources


class _Ours(QTranslator):
    """Qt reads the bytes where they lie, so they have to stay."""

    def __init__(self, content: bytes, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._content = content
        self.load(content)


def install(application: QCoreApplication, language: str) -> None:
    """Use a language (``zh_CN`` or ``en``) from now on; windows that are built already stay as they are."""
    QLocale.setDefault(QLocale(language))
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.setParent(None)
    application.installTranslator(_Ours(resources.data(f"i18n/gaotai_{language}.qm"), application))
    if language != "en":
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        theirs = QTranslator(application)
        if theirs.load(f"qtbase_{language}", folder):
            application.installTranslator(theirs)
