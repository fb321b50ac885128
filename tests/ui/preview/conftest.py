"""A whole window with the rooms of what goes out."""

from __future__ import annotations

import pytest


@pytest.fixture
def out(opened):
    """The rooms; the window is empty."""
    from ui.work.delivery import outgoing

    work = opened.work
    yield getattr(work, "outgoing", None) or outgoing(opened.desktop, work.people, work.keeping, work.review)
    opened.settle()
    opened.jobs._work = lambda _job: None  # what is asked from now on would be answered after the window is gone
