"""What is typed is on the disk within a second and in the library soon after; where it is not, it is said."""

from __future__ import annotations

import errno
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.markup.blocks import paragraph
from editor.store.journal import replay
from editor.store.journal_file import Disk
from tests.ui.keeping.desk import Desk, loaded, type_in
from ui.keeping.book import Standing
from ui.keeping.units import blocks_of_units


class MoodyDisk(Disk):
    bad = 0

    def sync(self, file):
        if self.bad:
            raise OSError(self.bad, "bad")
        super().sync(file)


@pytest.fixture
def disk():
    return MoodyDisk()


@pytest.fixture
def desk(qtbot, tmp_path, disk):
    made = Desk(tmp_path / "journals", disk)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.writer.end()


def journal(tmp_path, name="a.zh-CN"):
    (path,) = tmp_path.glob(f"journals/*/{name}.journal")
    return replay(path.read_bytes())


def texts(tmp_path, name="a.zh-CN"):
    return blocks_of_units(journal(tmp_path, name).state.units)


def test_text_is_in_the_journal_within_a_second_though_the_keys_never_rest(qtbot, desk, tmp_path):
    desk.library.held = True
    desk.open(loaded("a"))
    began, typed = time.monotonic(), 0
    while time.monotonic() - began < 0.9:
        type_in(desk, "a")
        typed += 1
        qtbot.wait(30)
    assert journal(tmp_path).state is not None
    written = len(texts(tmp_path)[0].runs[0].text)
    assert written * 4 > typed
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK)
    assert texts(tmp_path) == desk.body.blocks()


def test_it_says_saved_only_when_it_is_so(qtbot, desk, tmp_path):
    desk.library.held = True
    heard = []
    desk.keeper.standing_changed.connect(lambda standing: heard.append((standing, list(tmp_path.glob("**/*.journal")))))
    desk.open(loaded("a", "渠水。\n", "v0"))
    assert desk.keeper.standing is Standing.IN_LIBRARY
    type_in(desk, "ab")
    assert desk.keeper.standing is Standing.UNSAVED
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK)
    assert heard[-1][1], "before the file was there"
    desk.keeper.save()
    assert desk.keeper.standing is Standing.ON_DISK
    desk.library.answer()
    assert desk.keeper.standing is Standing.IN_LIBRARY
    assert desk.library.texts["a"][1] == "ab渠水。\n"
    qtbot.waitUntil(lambda: not journal(tmp_path).unsaved)
    assert [standing for standing, _ in heard][:2] == [Standing.IN_LIBRARY, Standing.UNSAVED]


def test_slip_and_caret_are_in_the_journal(qtbot, desk, tmp_path):
    desk.library.held = True
    desk.open(loaded("a", "渠水。\n\n通了。\n"))
    QTest.keyClicks(desk.headline, "headline")
    cursor = desk.body.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    desk.body.setTextCursor(cursor)
    type_in(desk, "abc")
    QTest.keyClick(desk.body, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK)
    state = journal(tmp_path).state
    assert state.slip == {"headline": "headline"}
    assert (state.caret.unit, state.caret.offset) == (1, 5)
    QTest.keyClick(desk.body, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: journal(tmp_path).state.caret.unit == 0, timeout=3000)


def test_leaving_the_text_writes_at_once(qtbot, desk, tmp_path):
    desk.library.held = True
    desk.open(loaded("a"))
    type_in(desk, "渠")
    desk.headline.setFocus()
    desk.writer.end()
    assert texts(tmp_path) == (paragraph("渠"),)


def test_an_article_that_the_library_has_leaves_no_journal(qtbot, desk, tmp_path):
    desk.open(loaded("a"))
    type_in(desk, "渠")
    went = []
    desk.keeper.end(lambda: went.append(1))
    qtbot.waitUntil(lambda: went == [1])
    desk.open(loaded("b", "另一篇\n"))
    desk.writer.end()
    assert not list(tmp_path.glob("journals/*/*.journal"))
    assert desk.library.texts["a"][1] == "渠\n"


def test_another_article_on_the_desk_never_gets_into_the_journal_of_the_first(qtbot, desk, tmp_path):
    desk.library.held = True
    desk.open(loaded("a", "第一篇\n"))
    type_in(desk, "x")
    desk.keeper.flush()
    desk.sheet.lay(loaded("b", "第二篇\n"))  # nobody said that the first one goes
    desk.keeper.flush()
    desk.keeper.begin(desk.sheet.article)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("journals/*/*.journal"))))
    desk.writer.end()
    assert texts(tmp_path) == (paragraph("x第一篇"),)
    desk.library.answer()
    assert desk.library.texts["a"][1] == "x第一篇\n"


def test_while_the_library_cannot_be_written_the_text_is_kept_and_goes_there_later(qtbot, desk, tmp_path):
    desk.library.failing = "library_locked"
    troubles = []
    desk.keeper.shelf.trouble_changed.connect(troubles.append)
    desk.open(loaded("a", "", "v0"))
    type_in(desk, "渠水")
    went = []
    desk.keeper.end(lambda: went.append(1))
    qtbot.waitUntil(lambda: went == [1])
    assert troubles[-1].code == "library_locked"
    assert troubles[-1].kept_here
    desk.open(loaded("b"))
    assert texts(tmp_path) == (paragraph("渠水"),)
    again = desk.keeper.newest(loaded("a", "", "v0"))
    assert (again.text, again.version) == ("渠水\n", "v0")
    desk.library.failing = ""
    desk.keeper.shelf.write_again()
    assert desk.library.texts["a"][1] == "渠水\n"
    assert troubles[-1] is None
    desk.writer.end()
    assert not list(tmp_path.glob("journals/*/a.*"))


def test_it_tries_again_by_itself(qtbot, desk):
    desk.library.failing = "library_full"
    desk.open(loaded("a"))
    type_in(desk, "渠")
    desk.keeper.save()
    desk.library.failing = ""
    qtbot.waitUntil(lambda: "a" in desk.library.texts, timeout=4000)


def test_who_signs_does_not_go_on_when_the_library_has_an_older_text(qtbot, desk):
    desk.library.failing = "library_locked"
    desk.open(loaded("a", "", "v0"))
    type_in(desk, "渠水")
    went = []
    desk.keeper.settle(lambda: went.append(1))
    qtbot.wait(300)
    desk.library.failing = ""
    desk.keeper.shelf.write_again()
    assert went == []
    desk.keeper.settle(lambda: went.append(2))
    assert went == [2]


def test_who_signs_and_goes_to_another_article_at_once_signs_nothing(qtbot, desk):
    desk.library.held = True
    desk.open(loaded("a", "", "v0"))
    type_in(desk, "渠水")
    went = []
    desk.keeper.settle(lambda: went.append(desk.sheet.article.article))
    desk.open(loaded("b"))
    desk.library.held = False
    desk.library.answer()
    assert desk.library.texts["a"][1] == "渠水\n"
    assert went == []


def test_what_the_library_refuses_is_said_and_stays(qtbot, desk, tmp_path):
    desk.library.refusing = "text_locked"
    troubles = []
    desk.keeper.shelf.trouble_changed.connect(troubles.append)
    desk.open(loaded("a", "", "v0"))
    type_in(desk, "渠水")
    desk.keeper.save()
    assert troubles[-1].code == "text_locked"
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK)
    assert journal(tmp_path).unsaved


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "journal_full"), (errno.EROFS, "journal_read_only")])
def test_when_the_disk_refuses_it_is_said_and_healed(qtbot, desk, disk, tmp_path, number, code):
    desk.library.held = True
    troubles = []
    desk.keeper.shelf.trouble_changed.connect(troubles.append)
    desk.open(loaded("a"))
    type_in(desk, "a")
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK)
    disk.bad = number
    type_in(desk, "b")
    qtbot.waitUntil(lambda: bool(troubles))
    assert troubles[-1].code == code
    assert not troubles[-1].kept_here
    qtbot.wait(100)
    assert desk.keeper.standing is Standing.UNSAVED
    type_in(desk, "c")
    disk.bad = 0
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK, timeout=4000)
    assert troubles[-1] is None
    assert texts(tmp_path) == (paragraph("abc"),)


def test_when_neither_can_be_written_the_article_stays_on_the_desk(qtbot, desk, disk):
    disk.bad, desk.library.failing = errno.ENOSPC, "library_full"
    desk.open(loaded("a"))
    type_in(desk, "渠水")
    went = []
    desk.keeper.end(lambda: went.append(1))
    qtbot.wait(400)
    assert went == []
    assert desk.body.blocks() == (paragraph("渠水"),)


def test_the_deleted_folder_of_the_journals_is_made_again(qtbot, desk, tmp_path):
    desk.library.held = True
    desk.open(loaded("a"))
    type_in(desk, "a")
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK)
    for path in sorted(tmp_path.glob("journals/**/*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    type_in(desk, "b")
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.ON_DISK, timeout=4000)
    assert texts(tmp_path) == (paragraph("ab"),)


def test_a_long_paste_is_a_version_in_the_history_and_typing_is_none(qtbot, desk):
    desk.open(loaded("a", "渠水。\n" * 300, "v0"))
    type_in(desk, "ab")
    desk.body.insert_blocks((paragraph("通" * 150),))
    qtbot.wait(30)
    assert desk.library.whys == []
    desk.body.insert_blocks((paragraph("水" * 300),))
    qtbot.waitUntil(lambda: [why for why, _ in desk.library.whys] == ["paste"])
    assert "水" * 300 in desk.library.whys[0][1]


def test_half_typed_letters_are_not_disturbed_by_saving_and_not_lost_by_leaving(qtbot, desk):
    desk.open(loaded("a", "渠水。\n", "v0"))
    event = QInputMethodEvent("tongshui", [])
    QApplication.sendEvent(desk.body, event)
    for _ in range(3):
        desk.keeper.slip_touched()
        desk.keeper.flush()
        desk.keeper.save("save")
        assert desk.body.textCursor().block().layout().preeditAreaText() == "tongshui"
    assert desk.library.texts["a"][1] == "渠水。\n"
    went = []
    desk.keeper.end(lambda: went.append(1))
    qtbot.waitUntil(lambda: went == [1])
    assert desk.library.texts["a"][1] == "tongshui渠水。\n"


def test_two_hundred_saves_while_the_keys_never_rest(qtbot, desk):
    desk.open(loaded("a", "渠水通了。\n\n第二段。\n"))
    cursor = desk.body.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    desk.body.setTextCursor(cursor)
    for number in range(200):
        type_in(desk, "abcdefghij"[number % 10])
        desk.keeper.save("save" if number % 20 == 0 else "")
    typed = "abcdefghij" * 20
    assert desk.body.blocks() == (paragraph("渠水通了。" + typed), paragraph("第二段。"))
    assert desk.library.texts["a"][1].startswith("渠水通了。" + typed)
    assert desk.body.textCursor().position() == 5 + 200
    assert len(desk.library.whys) == 10


def test_reasons_asked_for_while_an_answer_is_awaited_are_not_forgotten(qtbot, desk):
    desk.library.held = True
    desk.open(loaded("a"))
    type_in(desk, "a")
    desk.keeper.save("save")
    type_in(desk, "b")
    desk.keeper.save("paste")
    type_in(desk, "c")
    desk.keeper.save()
    for _ in range(4):
        desk.library.answer()
    assert desk.library.whys == [("save", "a\n"), ("paste", "ab\n")], "each as it was when it was asked for"
    assert desk.library.texts["a"][1] == "abc\n"


def test_a_text_laid_over_one_that_was_not_kept_leaves_that_one_in_a_journal(qtbot, desk, tmp_path):
    desk.library.failing = "library_locked"
    desk.open(loaded("a", "旧\n", "v0"))
    type_in(desk, "新")
    desk.keeper.leave()
    desk.open(loaded("a", "旧\n", "v0"))  # somebody forgot to ask for the newest text
    desk.writer.end()
    found = {replay(path.read_bytes()).state.units for path in tmp_path.glob("journals/*/a.*")}
    assert found == {("新旧",), ("旧",)}
