"""A rebuilt index is one piece: it takes less room and finds the same."""

from __future__ import annotations

import pytest

from editor.operations import keeping_up
from editor.operations.searching import search
from editor.store import indexing
from tests.editor.operations.newsroom import empty_desk, own_article


@pytest.fixture
def desk(tmp_path):
    made = empty_desk(tmp_path / "library")
    yield made
    made.library.close()


def test_a_rebuild_leaves_the_index_in_one_piece(desk):
    raw = desk.library.raw
    for number in range(30):
        own_article(desk, headline=f"第{number}次春灌", text=f"渠首第{number}号闸门开启，水位一切正常。\n")

    def size():
        return raw.execute("SELECT sum(length(block)) FROM found_data").fetchone()[0]

    before = size()
    assert keeping_up.rebuild(desk) == 0
    assert size() < before
    with desk.writing():
        assert not indexing.merge(raw, begin=True), "there is nothing left to be merged"
    assert len(search(desk, "闸门开启").rows) == 30
