from __future__ import annotations

import pytest

from tests.editor.operations.newsroom import founded_desk


@pytest.fixture
def writer_levels():
    """What the writer of the newsroom may do; a test module may have another one."""
    return ("reporter",)


@pytest.fixture
def desk(tmp_path, writer_levels):
    made = founded_desk(tmp_path / "library", writer_levels=writer_levels)
    yield made
    made.library.close()
