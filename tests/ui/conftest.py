"""Windows without a display; any warning of Qt fails the test that caused it."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard():
    """Nothing made in Python lies on the clipboard of the offscreen platform when Python has gone: it would crash."""
    yield
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication):
        application.clipboard().clear()


@pytest.fixture
def look(qapp):
    """The light look."""
    from ui.theme.look import Look
    from ui.theme.tokens import ThemeName

    return Look(qapp, ThemeName.LIGHT)


@pytest.fixture
def place(tmp_path):
    """Where a library and the user's data may be made."""
    from editor.service.messages import Place

    return Place(tmp_path / "library", tmp_path / "data")


@pytest.fixture
def no_keyring(monkeypatch):
    """A system without a key ring, as servers have it: keys lie in protected files."""
    import keyring
    from keyring.backends import fail

    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    return fail


@pytest.fixture
def opened(qapp, place, qtbot, tmp_path, no_keyring):
    """A whole window."""
    from tests.ui.opened import Opened
    from ui.preferences import Preferences

    preferences = Preferences(tmp_path / "settings.ini")
    return Opened(qapp, place, qtbot, preferences)


@pytest.fixture
def out(opened):
    """The rooms of what goes out; the window is empty."""
    return opened.work.outgoing


@pytest.fixture
def chinese(qapp):
    """The interface in Chinese while a test runs, as most people will see it."""
    from PySide6.QtCore import QLocale

    from ui import translations

    before = QLocale()
    translations.install(qapp, "zh_CN")
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def _own_words(qapp):
    """Words of one test's window are not those of the next one's widgets."""
    yield
    from PySide6.QtCore import QTranslator

    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
