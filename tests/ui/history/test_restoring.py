"""A version is put back: what stood there is a version of its own, and one undo brings it back (the text of it)."""

from __future__ import annotations

import pytest

from editor.markup.blocks import paragraph
from editor.markup.reader import read
from editor.markup.writer import write
from tests.ui.history.samples import OLD, version
from tests.ui.keeping.desk import Desk, loaded, type_in
from ui.history.restoring import put_back


@pytest.fixture
def desk(qtbot, tmp_path):
    made = Desk(tmp_path / "journals")
    qtbot.addWidget(made)
    made.show()
    made.open(loaded("a", "今天写的\n", "v0", headline="新题"))
    yield made
    made.writer.end()


def restore(desk):
    slips = []

    def change(slip, text):
        slips.append(slip)
        desk.body.apply_blocks(read(text))

    put_back(version(), desk.keeper, change)
    return slips


def test_what_stood_there_is_kept_and_one_undo_brings_it_back(qtbot, desk):
    type_in(desk, "x")
    desk.keeper.save()
    type_in(desk, "y")
    slips = restore(desk)
    assert desk.body.blocks() == OLD
    assert [slip["headline"] for slip in slips] == ["园区产值百亿"]
    assert desk.library.whys == [("restore", "xy今天写的\n")]
    qtbot.waitUntil(lambda: desk.library.texts["a"][1] == write(OLD))
    desk.body.undo()
    assert desk.body.blocks() == (paragraph("xy今天写的"),)


def test_it_waits_for_an_answer_on_its_way(qtbot, desk):
    desk.library.held = True
    type_in(desk, "x")
    desk.keeper.save()
    restore(desk)
    assert desk.body.blocks() == (paragraph("x今天写的"),)
    desk.library.answer()
    assert desk.library.whys == []
    assert desk.body.blocks() == (paragraph("x今天写的"),)
    desk.library.answer()
    assert desk.library.whys == [("restore", "x今天写的\n")]
    assert desk.body.blocks() == OLD


def test_nothing_is_put_back_when_what_stands_there_cannot_be_kept(qtbot, desk):
    desk.library.failing = "library_full"
    restore(desk)
    assert desk.body.blocks() == (paragraph("今天写的"),)
    desk.library.failing = ""
    desk.keeper.shelf.write_again()
    assert desk.body.blocks() == (paragraph("今天写的"),)
