"""Windows without a display; any warning of Qt fails the test that caused it."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest


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


class Opened:
    """A whole window on a library of its own, with the core in this process."""

    def __init__(self, qapp, place, qtbot, preferences):
        from editor.commands.window import Opening
        from ui.app import opened
        from ui.jobs import NearJobs

        self.qtbot = qtbot
        self.jobs = NearJobs(place, qapp)
        self.desktop, self.work = opened(qapp, Opening(place), preferences, self.jobs)
        qtbot.addWidget(self.desktop.window, before_close_func=lambda _window: self.jobs.close())
        self.window = self.desktop.window
        self.window.show()
        self.work.begin()
        self.until(lambda: self.work.people.people is not None)

    def until(self, happened, timeout=5000):
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(happened()), timeout=timeout)

    def do(self, action):
        """Trigger an action by its name."""
        self.desktop.context.actions[action].trigger()

    def sample(self):
        """Found the sample newsroom."""
        self.work.people._on_sample_wanted()
        self.until(lambda: len(self.work.people.here()) == 4, timeout=20000)
        self.until(self.rows)

    def become(self, level):
        """The person with a level sits down."""
        person = next(one for one in self.work.people.here() if level in one.levels)
        self.work.people.change_to(person)
        self.until(lambda: self.work.people.id == person.person)
        self.settle()

    def settle(self):
        """Let everything that was asked be answered."""
        self.until(lambda: not self.jobs._delivery.open)

    def rows(self):
        """The rows of the list."""
        model = self.desktop.articles.list.articles
        return [row for place in range(model.rowCount()) if (row := model.row_at(place)) is not None]

    def open_row(self, number):
        """Open an article of the list."""
        view = self.desktop.articles.list
        view.setCurrentIndex(view.articles.index(number))
        row = view.articles.row_at(number)
        self.until(lambda: self.desktop.sheet.article is not None and self.desktop.sheet.article.name == row.name)
        self.settle()
        return row


@pytest.fixture
def opened(qapp, place, qtbot, tmp_path, no_keyring):
    """A whole window."""
    from ui.preferences import Preferences

    preferences = Preferences(tmp_path / "settings.ini")
    return Opened(qapp, place, qtbot, preferences)
