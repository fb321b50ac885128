"""The language of the window: our words, and those of Qt's own dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources


def install(application: QCoreApplication, language: str) -> None:
    """Use a language (``zh_CN`` or ``en``) from now on; windows that are built already stay as they are."""
    QLocale.setDefault(QLocale(language))
    ours = QTranslator(application)
    content = resources.data(f"i18n/gaotai_{language}.qm")
    ours.load(content)
    application.installTranslator(ours)
    if language != "en":
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        theirs = QTranslator(application)
        if theirs.load(f"qtbase_{language}", folder):
            application.installTranslator(theirs)
