"""Starts of the window, one after the other."""

from __future__ import annotations

import pytest

from editor.commands.window import Opening
from ui import jobs
from ui.app import Start

TEXT = "园区的新路今天通车。\n送菜的车当天就多了一倍。"


class Started:
    """Starts of one library, one after the other, with the core in this process."""

    def __init__(self, qapp, qtbot, place):
        self._qapp, self._qtbot, self._place = qapp, qtbot, place
        self.start = None

    def begin(self):
        """A start as far as its first frame."""
        self.start = Start(self._qapp, Opening(self._place))
        self._qtbot.addWidget(self.start.window)
        return self.start

    def whole(self):
        """A start as far as it goes."""
        start = self.start or self.begin()
        if not hasattr(start, "is_whole"):
            with self._qtbot.waitSignal(start.ready, timeout=20000):
                pass
            start.is_whole = True
        self._qtbot.waitUntil(lambda: start.built[1].people.people is not None, timeout=20000)
        return start.built

    def end(self):
        """The window is closed."""
        start, self.start = self.start, None
        if start is not None:
            start.window.close()
            self._qtbot.waitUntil(lambda: not start.window.isVisible(), timeout=10000)
            start.close()

    def written(self, text=TEXT):
        """An article was written, and the window closed."""
        desktop, work = self.whole()
        work.articles.begin()
        self._qtbot.waitUntil(lambda: desktop.sheet.article is not None)
        desktop.writing.body.setFocus()
        desktop.writing.body.insertPlainText(text)
        self.end()

    def page(self):
        """The first page of another start."""
        page = self.begin().page
        assert page is not None
        return page


@pytest.fixture
def started(qapp, qtbot, place, no_keyring, monkeypatch, tmp_path):
    qapp.setStyleSheet("")  # of a look that another test made for the application
    qapp.setPalette(qapp.style().standardPalette())  # the same
    monkeypatch.setattr(jobs, "ProcessJobs", jobs.NearJobs)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    made = Started(qapp, qtbot, place)
    yield made
    made.end()
