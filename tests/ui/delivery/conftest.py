"""A whole window with the rooms of what goes out."""

from __future__ import annotations

import pytest


@pytest.fixture
def out(opened):
    """The rooms; the window is empty."""
    from ui.work.delivery import outgoing

    jobs, close = opened.jobs, opened.jobs.close

    def quietly():
        jobs._work = lambda _job: None  # what is still asked would be answered after the window is gone
        close()

    jobs.close = quietly  # called before the window is closed
    work = opened.work
    return getattr(work, "outgoing", None) or outgoing(opened.desktop, work.people, work.keeping, work.review)
