"""A whole window for tests."""

from __future__ import annotations


class Opened:
    """A whole window on a library of its own, with the core in this process."""

    def __init__(self, qapp, place, qtbot, preferences, *, begin=True):
        from editor.commands.window import Opening
        from ui.app import opened
        from ui.jobs import NearJobs

        self.qtbot = qtbot
        self.jobs = NearJobs(place, qapp)
        self.desktop, self.work = opened(qapp, Opening(place), preferences, self.jobs)
        qtbot.addWidget(self.desktop.window, before_close_func=lambda _window: self.close())
        self.window = self.desktop.window
        self.window.show()
        if begin:
            self.begin()

    def close(self):
        """The end: everything is on the disk, nobody is answered any more."""
        self.work.keeping.close()
        self.jobs.close()
        self.window.may_close = lambda: True  # nobody is left who could be asked what is scheduled

    def begin(self):
        """What comes after the first paint."""
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
        self.work.people.found_sample()
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
        self.until(lambda: not self.jobs.busy)

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
