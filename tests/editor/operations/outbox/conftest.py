"""A newsroom with a target."""

from __future__ import annotations

import pytest

from editor.store import outbox
from tests.editor.operations.newsroom import founded_desk
from tests.editor.operations.outbox.sending import TARGET


@pytest.fixture
def desk(tmp_path):
    desk = founded_desk(tmp_path / "library")
    with desk.writing() as session:
        outbox.keep_target(session.connection, session.newsroom, TARGET)
    yield desk
    desk.library.close()
