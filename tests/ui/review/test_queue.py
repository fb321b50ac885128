"""Sixty articles read in one evening, by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from editor.markup.blocks import block_text, paragraph
from editor.records.review import PendingChanges
from tests.ui.review import samples
from ui.review.choices import Judgment
from ui.review.compare import CompareView
from ui.review.pane import ReviewPane
from ui.review.queue import Place, ReviewQueue
from ui.review.queue_strip import QueueStrip
from ui.sentences import Sentences

SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NAMES = [f"0919-A{n:02}" for n in range(1, 61)]


class FakeDesk:
    """Answers at once, or when it is told to."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.at_once = at_once
        self.opened: list[str] = []
        self.acted: list[tuple[str, Judgment]] = []
        self.prepared: list[str] = []
        self.answers: list = []
        self.refusals: dict[str, str] = {}

    def _answer(self, call) -> None:
        if self.at_once:
            call()
        else:
            self.answers.append(call)

    def open(self, name, done, failed) -> None:
        self.opened.append(name)
        self._answer((lambda: failed(self.refusals[name])) if name in self.refusals else done)

    def act(self, name, judgment, done, failed) -> None:
        if name in self.refusals:
            why = self.refusals[name]
            self._answer(lambda: failed(why))
            return
        self.acted.append((name, judgment))
        self._answer(done)

    def prepare(self, name) -> None:
        self.prepared.append(name)


@pytest.fixture
def desk():
    return FakeDesk()


@pytest.fixture
def queue(qapp, desk):
    made = ReviewQueue(desk)
    made.moves, made.failures, made.ends = [], [], []
    made.moved.connect(lambda position: made.moves.append(str(position)))
    made.failed.connect(lambda name, why: made.failures.append((name, why)))
    made.finished.connect(made.ends.append)
    return made


SIGN = Judgment("sign", 2)


def test_after_a_judgment_the_next_one_lies_there(queue, desk):
    queue.start(["a", "b", "c"])
    assert queue.judge(SIGN)
    assert queue.judge(Judgment("return", 0, "事实待核"))
    assert queue.moves == ["1/3", "2/3", "3/3"]
    assert desk.opened == ["a", "b", "c"]
    assert desk.prepared == ["b", "c"], "the next one is fetched beforehand"
    queue.judge(SIGN)
    assert queue.ends == [3]
    assert queue.now == ""


def test_a_remark_or_taking_it_stays_with_the_article(queue, desk):
    queue.start(["a", "b"])
    queue.judge(Judgment("take"))
    queue.judge(Judgment("comment", 0, "小标题偏长"))
    assert queue.now == "a"
    assert desk.opened == ["a", "a", "a"], "its record is read again"


def test_one_that_was_left_comes_again_at_the_end(queue):
    queue.start(["a", "b", "c"])
    queue.next()
    queue.judge(SIGN)
    queue.judge(SIGN)
    assert queue.now == "a"
    assert str(queue.position) == "1/3"
    assert (queue.position.left, queue.position.done) == (1, 2)


def test_back_to_what_was_passed_and_on_again(queue):
    queue.start(["a", "b", "c"])
    queue.judge(SIGN)
    assert queue.previous()
    assert queue.now == "a"
    assert queue.next()
    assert queue.now == "b"


def test_what_is_refused_stays_on_the_desk(queue, desk):
    desk.refusals["a"] = "您写了这篇稿件。没有写入。"
    desk.at_once = False
    queue.start(["a", "b"])
    desk.answers.clear()
    queue.judge(SIGN)
    desk.answers.pop()()
    assert queue.failures == [("a", "您写了这篇稿件。没有写入。")]
    assert queue.now == "a"
    assert not queue.busy
    assert queue.place("a") is Place.OPEN


def test_nothing_is_judged_twice_and_one_does_not_leave_in_between(queue, desk):
    desk.at_once = False
    queue.start(["a", "b"])
    desk.answers.clear()
    assert queue.judge(SIGN)
    assert not queue.judge(SIGN)
    assert not queue.next()
    assert len(desk.acted) == 1
    desk.answers.pop()()
    assert queue.now == "b"


def test_an_answer_that_comes_too_late_moves_nothing(queue, desk):
    desk.at_once = False
    queue.start(["a", "b", "c"])
    queue.judge(SIGN)
    late = desk.answers.pop()
    queue.start(["x", "y"])
    late()
    assert queue.now == "x"
    assert not queue.ends


def test_articles_of_others_go_and_new_ones_come_at_the_end(queue):
    queue.start(["a", "b", "c"])
    queue.refresh(["a", "c", "d"])
    assert str(queue.position) == "1/3"
    for _ in range(3):
        queue.judge(SIGN)
    assert queue.ends == [3]
    assert queue.place("b") is Place.GONE


def test_what_lies_on_the_desk_stays_there_when_it_leaves_the_list(queue):
    queue.start(["a", "b"])
    queue.refresh(["b"])
    assert queue.now == "a"
    assert str(queue.position) == "1/2"
    queue.drop("a")
    assert queue.now == "b"


def test_one_that_was_returned_and_handed_in_again_is_to_be_read_again(queue):
    queue.start(["a", "b"])
    queue.judge(Judgment("return", 0, "事实待核"))
    queue.refresh(["a", "b"])
    assert queue.place("a") is Place.DONE, "the list is older than the return"
    queue.refresh(["b"])
    queue.refresh(["a", "b"])
    assert queue.place("a") is Place.OPEN


def test_an_empty_list_is_finished(queue, desk):
    queue.start([])
    assert queue.ends == [0]
    assert desk.opened == []


class Window(QWidget):
    """What a window wires: the way through the list, comparison, text, pane; keys as its menu has them."""

    def __init__(self, look) -> None:
        super().__init__()
        self.records = dict.fromkeys(NAMES, samples.DOSSIER)
        self.texts = {name: (paragraph(f"{name}：今年上半年新增企业26家。"),) for name in NAMES}
        self.before = {name: (paragraph(f"{name}：今年上半年新增企业20家。"),) for name in NAMES}
        self.passed: dict[str, str] = {}
        self.returned: dict[str, str] = {}
        self.remarks: list[str] = []
        self.read: list[tuple[str, str]] = []
        self.pane = ReviewPane(look, Sentences("zh_CN"))
        self.compare = CompareView(look)
        self.text = QPlainTextEdit()
        self.strip = QueueStrip(look)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.text)
        self.middle.addWidget(self.compare)
        self.queue = ReviewQueue(self)
        left = QVBoxLayout()
        left.addWidget(self.strip)
        left.addWidget(self.middle)
        row = QHBoxLayout(self)
        row.addLayout(left)
        row.addWidget(self.pane)
        self.queue.moved.connect(self.strip.show_position)
        self.queue.finished.connect(lambda _done: self.strip.show_position(None))
        self.pane.judged.connect(self.queue.judge)
        self.compare.edit_wanted.connect(self._edit)
        self.compare.closed.connect(self.show_text)
        for key, slot in (
            ("Ctrl+Shift+Return", lambda: self.pane.judging.choose("sign")),
            ("Ctrl+Shift+Backspace", lambda: self.pane.judging.choose("return")),
            ("Ctrl+PgDown", self.queue.next),
            ("F8", self.show_comparison),
            ("F6", self.pane.judging.opinion.setFocus),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def open(self, name, done, failed):
        self.text.setPlainText("\n".join(block_text(block) for block in self.texts[name]))
        self.pane.show_dossier(name, self.records[name])
        self.show_text()
        done()

    def prepare(self, name):
        pass

    def act(self, name, judgment, done, failed):
        self.texts[name] = tuple(paragraph(line) for line in self.text.toPlainText().split("\n"))
        if judgment.name == "sign":
            self.passed[name] = self.text.toPlainText()
        elif judgment.name == "return":
            self.returned[name] = judgment.why
        done()

    def show_comparison(self):
        name = self.queue.now
        new = tuple(paragraph(line) for line in self.text.toPlainText().split("\n"))
        compared = samples.compared_of(self.before[name], new)
        self.compare.show_comparison(compared, "初审通过的第 3 版 ↔ 现在")
        self.middle.setCurrentWidget(self.compare)
        self.compare.setFocus()
        self.read.append((name, self.compare.told()))

    def show_text(self):
        self.middle.setCurrentWidget(self.text)
        self.text.setFocus()

    def _edit(self, _block, offset):
        self.show_text()
        cursor = self.text.textCursor()
        cursor.setPosition(offset)
        self.text.setTextCursor(cursor)
        self.pane.judging.show_pending(PendingChanges("reviewed", 1, 1, 0, 1.0, 10))


@pytest.fixture
def window(qtbot, look, chinese):
    made = Window(look)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_sixty_articles_by_keyboard_alone(window, qtbot):
    window.strip.begin("待复审")
    window.queue.start(NAMES)

    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        target = window.focusWidget() or window
        QTest.keyClick(target, key, modifier)

    for number, name in enumerate(NAMES):
        assert window.queue.now == name
        assert f"{number + 1}/60" in window.strip.said()
        press(Qt.Key.Key_F8)
        press(Qt.Key.Key_F7)
        if number % 5 == 3:
            press(Qt.Key.Key_Escape)
            press(Qt.Key.Key_Backspace, SHIFT)
            press(Qt.Key.Key_4)
        elif number % 5 == 1:
            press(Qt.Key.Key_F2)
            press(Qt.Key.Key_Delete)
            press(Qt.Key.Key_Delete)
            QTest.keyClicks(window.focusWidget(), "28")
            assert window.pane.judging.said_quietly() == "通过后记为审改 1 处"
            press(Qt.Key.Key_Return, SHIFT)
        else:
            press(Qt.Key.Key_Return, SHIFT)
    assert window.queue.now == ""
    assert window.strip.isHidden()
    assert len(window.passed) == 48
    assert set(window.returned.values()) == {"文字差错"}
    assert len(window.returned) == 12
    assert window.passed[NAMES[1]] == f"{NAMES[1]}：今年上半年新增企业28家。"
    assert window.passed[NAMES[0]] == f"{NAMES[0]}：今年上半年新增企业26家。"
    assert window.read[0][1] == "第 1 处，共 1 处、删去“20”、加入“26”"


def test_what_may_not_be_passed_is_left_with_the_key_for_the_next_one(window):
    window.records[NAMES[0]] = replace(samples.DOSSIER, actions=samples.REFUSED)
    window.queue.start(NAMES[:3])
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, SHIFT)
    assert window.queue.now == NAMES[0]
    assert "不能" in window.pane.judging.ways.why()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.queue.now == NAMES[1]
