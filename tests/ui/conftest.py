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
