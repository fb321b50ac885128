"""A whole window with the rooms of what goes out."""

from __future__ import annotations

import pytest


@pytest.fixture
def out(opened):
    """The rooms; the window is empty."""
    from ui.work.delivery import outgoing

    work = opened.work
    yield getattr(work, "outgoing", None) or outgoing(opened.desktop, work.people, work.keeping, work.review)
    opened.settle()  # what is answered after a window is gone would disturb the next test
