"""Comparing as an editor does it: by key, in one text or two, and 核红 place by place."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest

from editor.article import Slip
from editor.markup.blocks import Image, heading, paragraph
from tests.growth import assert_within, spent
from tests.ui.review import samples
from ui.review.compare import CompareView
from ui.review.compared import FOLD, Compared
from ui.theme.tokens import ThemeName
from ui.theme.type import Reading

TITLE = "初审通过的第 3 版 ↔ 现在"


@pytest.fixture
def view(qtbot, look, chinese):
    made = CompareView(look)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.setFocus()
    return made


def press(view, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(view.page, key, modifier)


def test_the_header_says_what_is_compared_how_much_and_where_one_is(view):
    view.show_comparison(samples.compared(), TITLE)
    assert view.header.said() == [TITLE, "+41 −27 字 · 图片改动 1 处", f"1/{len(view.stops)}"]
    view.show_comparison(samples.compared_of((), (), Slip(headline="甲"), Slip(headline="乙")), TITLE)
    assert "仅改稿签" in view.header.said()


def test_f7_and_alt_with_arrows_go_from_change_to_change_and_round(view, qtbot):
    view.show_comparison(samples.compared(), TITLE)
    seen = [view.now]
    view.stop_changed.connect(lambda number, _count: seen.append(number))
    press(view, Qt.Key.Key_F7)
    press(view, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    press(view, Qt.Key.Key_F7, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(view, Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    press(view, Qt.Key.Key_F7, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert seen == [0, 1, 2, 1, 0, len(view.stops) - 1]


def test_each_change_comes_into_sight(view):
    view.show_comparison(samples.compared_of(*samples.long_texts(30_000)), TITLE)
    for _ in range(40):
        press(view, Qt.Key.Key_F7)
        flow = view.page.flow
        stop = view.stops[view.now]
        index = flow.index_of(stop.kind, stop.index)
        box = flow.placed(index).boxes(stop.place)[0]
        y = flow.heights.top(index) + box.top() - view.page.top()
        assert 0 <= y <= view.page.viewport().height() - box.height()


def test_a_fold_opens_by_enter_and_by_a_click(view):
    view.show_comparison(samples.compared(), TITLE)

    def folds():
        return [item for item in view.page.flow.items if item.kind == FOLD]

    count = len(folds())
    assert count == 2
    press(view, Qt.Key.Key_Return)
    assert len(folds()) == count - 1
    flow = view.page.flow
    index = next(i for i, item in enumerate(flow.items) if item.kind == FOLD)
    view.page.verticalScrollBar().setValue(round(flow.heights.top(index)) - 100)
    y = flow.heights.top(index) - view.page.top() + 18
    QTest.mouseClick(view.page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, round(y)))
    assert folds() == []
    press(view, Qt.Key.Key_F, Qt.Key.Key_F)
    assert len(folds()) == count, "fold all, again"


def test_what_is_on_top_stays_there_when_a_fold_opens_or_the_form_changes(view):
    view.show_comparison(samples.compared_of(*samples.long_texts(30_000)), TITLE)
    bar = view.page.verticalScrollBar()
    bar.setValue(4000)

    def top():
        flow = view.page.flow
        item = flow.items[flow.heights.at(view.page.top())]
        return item.index, item.index + item.count

    before = top()
    press(view, Qt.Key.Key_V)
    assert view.page.beside
    after = top()
    assert before[0] <= after[0] < before[1] or after[0] <= before[0] < after[1]
    press(view, Qt.Key.Key_V)
    assert not view.page.beside


def test_in_two_columns_a_paragraph_stands_beside_itself(view):
    view.show_comparison(samples.compared(), TITLE)
    view.page_beside()
    for index in range(len(view.page.flow.items)):
        placed = view.page.flow.placed(index)
        if placed.item.kind != FOLD:
            assert len(placed.columns) == 2
            assert placed.columns[0].left + placed.columns[0].width < placed.columns[1].left


def test_every_change_is_confirmed_by_one_key_and_then_it_is_said(view, qtbot):
    view.show_comparison(samples.compared(), TITLE, countercheck=True)
    count = len(view.stops)
    told = []
    view.confirmation_changed.connect(lambda done, total: told.append((done, total)))
    press(view, *[Qt.Key.Key_Space] * (count - 2), Qt.Key.Key_Return)
    assert told[-1] == (count - 1, count)
    assert view.footer.said() == f"已核红 {count - 1}/{count}"
    with qtbot.waitSignal(view.all_confirmed, timeout=500):
        press(view, Qt.Key.Key_Space)
    assert len(told) == count


def test_a_confirmation_can_be_taken_back_and_nothing_is_said_twice(view):
    view.show_comparison(samples.compared(), TITLE, countercheck=True)
    said = []
    view.all_confirmed.connect(lambda: said.append(True))
    press(view, Qt.Key.Key_Space)
    press(view, Qt.Key.Key_F7, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(view, Qt.Key.Key_Backspace)
    assert view.confirmed == frozenset()
    press(view, *[Qt.Key.Key_Space] * (len(view.stops) + 3))
    assert said == [True]


def test_without_countercheck_nothing_is_confirmed(view):
    view.show_comparison(samples.compared(), TITLE)
    press(view, Qt.Key.Key_Space)
    assert view.confirmed == frozenset()
    assert view.footer.said() == ""


def test_f2_corrects_the_place_in_the_text_that_is_new(view):
    old, new = (paragraph("第一段。"), paragraph("新增26家。")), (paragraph("第一段。"), paragraph("新增28家。"))
    view.show_comparison(samples.compared_of(old, new), TITLE)
    asked = []
    view.edit_wanted.connect(lambda block, offset: asked.append((block, offset)))
    press(view, Qt.Key.Key_F2)
    assert asked == [(1, 2)]


def test_a_click_on_a_change_makes_it_the_present_one(view):
    view.show_comparison(samples.compared(), TITLE)
    flow = view.page.flow
    box = flow.placed(1).boxes(view.stops[1].place)[0]
    at = QPoint(round(box.center().x()), round(box.center().y() + flow.heights.top(1) - view.page.top()))
    QTest.mouseClick(view.page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.now == 1


def test_esc_goes_back_to_the_text(view, qtbot):
    view.show_comparison(samples.compared(), TITLE)
    with qtbot.waitSignal(view.closed, timeout=500):
        press(view, Qt.Key.Key_Escape)


def test_the_paragraph_of_a_change_can_be_copied_without_its_marks(view, qapp):
    old, new = (paragraph("新增26家。"), paragraph("删去的一段。")), (paragraph("新增28家。"),)
    view.show_comparison(samples.compared_of(old, new), TITLE)
    press(view, Qt.Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "新增28家。"
    press(view, Qt.Key.Key_F7)
    press(view, Qt.Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "删去的一段。"


def test_typing_on_after_the_comparison_breaks_nothing(view):
    compared = samples.compared()
    assert compared.fits
    for texts in ((compared.old, compared.new[:4]), (compared.old[:2], compared.new), ((), ())):
        stale = Compared(compared.comparison, *texts)
        assert not stale.fits
        view.show_comparison(stale, TITLE)
        view.page_beside()
        view.grab()
        press(view, *[Qt.Key.Key_F7] * len(view.stops))
        view.page_together()


def test_home_and_end_go_to_the_ends(view):
    view.show_comparison(samples.compared_of(*samples.long_texts(60_000)), TITLE)
    press(view, Qt.Key.Key_End)
    flow, page = view.page.flow, view.page
    bottom = flow.heights.total() - page.top() - page.viewport().height()
    assert bottom == pytest.approx(-12, abs=2)
    press(view, Qt.Key.Key_Home)
    assert page.top() == -12


def test_new_and_old_pictures_are_framed_and_an_unchanged_one_is_not(qtbot, look, chinese):
    made = QPixmap(320, 180)
    made.fill(QColor("#336699"))
    asked = []
    view = CompareView(look, lambda source: asked.append(source) or made)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    old = (Image("asset:a", "厂房"), Image("asset:b", "签约现场"), paragraph("正文。"))
    new = (Image("asset:a", "厂房"), Image("asset:c", "签约现场"), paragraph("正文。"), Image("asset:d", "新图"))
    view.show_comparison(samples.compared_of(old, new), TITLE)
    view.grab()
    assert set(asked) == {"asset:a", "asset:b", "asset:c", "asset:d"}
    flow = view.page.flow
    frames = [[color for _, _, color in flow.placed(i).columns[0].pictures] for i in range(len(flow.items))]
    assert frames == [["border2"], ["danger", "green"], [], ["green"]]


def test_when_nothing_differs_it_says_so(view):
    view.show_comparison(samples.compared_of(samples.old_text(), samples.old_text()), TITLE)
    assert view.page.isHidden()
    assert "没有改动" in [label.text() for label in view.empty.findChildren(type(view.empty.title))]
    view.show_comparison(None, "此前无人审过，请通读全文")
    assert view.empty.title.text() == "此前无人审过，请通读全文"


def test_who_cannot_see_it_is_told_of_the_change(view):
    view.show_comparison(samples.compared(), TITLE)
    count = len(view.stops)
    assert view.page.accessibleDescription() == f"第 1 处，共 {count} 处、主题、删去“累计”、加入“前八月”"


def test_moved_paragraphs_and_another_kind_of_block_are_named(view):
    body = samples.sentences(4)
    old = (*body, paragraph("小标题原是正文"))
    new = (body[3], *body[:3], heading("小标题原是正文"))
    view.show_comparison(samples.compared_of(old, new), TITLE)
    notes = [view.page.flow.placed(i).note for i in range(len(view.page.flow.items))]
    assert "移到此处（原第 4 段）" in notes
    assert "已移走（现第 1 段）" in notes
    assert "正文 → 小标题" in notes


def test_a_hundred_thousand_characters_open_and_scroll_without_a_pause(view):
    compared = samples.compared_of(*samples.long_texts())

    def opened() -> None:
        view.show_comparison(compared, TITLE)
        view.page.viewport().repaint()

    assert_within(0.3, opened)
    bar = view.page.verticalScrollBar()

    def page() -> None:
        bar.setValue(bar.value() + bar.pageStep())
        view.page.viewport().repaint()

    steps = sorted(spent(page) for _ in range(60))
    assert steps[45] < 0.05, "most pages in well under a frame or two, whatever else runs"


def test_the_scroll_bar_is_true_when_the_rest_was_measured(view, qtbot):
    view.show_comparison(samples.compared_of(*samples.long_texts(20_000)), TITLE)
    qtbot.waitUntil(lambda: not view.page._idle.isActive(), timeout=5000)
    flow = view.page.flow
    assert flow.heights.total() == pytest.approx(sum(flow.placed(i).height for i in range(len(flow.items))))
    bar = view.page.verticalScrollBar()
    assert bar.maximum() == pytest.approx(flow.heights.total() + 24 - view.page.viewport().height(), abs=1)


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.PAPER])
@pytest.mark.parametrize("beside", [False, True])
def test_deleted_and_inserted_characters_have_the_colors_of_the_theme(view, look, theme, beside):
    look.use(theme)
    view.show_comparison(samples.compared(), TITLE)
    view.page.show_beside(beside=beside)
    picture = view.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(0, 1000, 3) for y in range(40, 600, 3)}
    assert {look.tokens.deleted.lower(), look.tokens.inserted.lower(), look.tokens.surface.lower()} <= colors


@pytest.mark.parametrize("scale", [100, 200])
def test_lines_do_not_overlap_at_any_size(view, look, scale):
    look.enlarge(scale)
    view.show_comparison(samples.compared(), TITLE)
    for index in range(len(view.page.flow.items)):
        placed = view.page.flow.placed(index)
        for column in placed.columns:
            bottom = placed.note_height
            for line in column.lines:
                assert line.top >= bottom - 1
                bottom = line.top + line.layout.boundingRect().height()
            assert bottom <= placed.height + 1
    assert view.minimumSizeHint().width() <= 704, "the desk of the smallest window"
    look.enlarge(100)


def test_every_button_has_a_name_and_a_key_in_its_tip(view):
    for button in (view.header.previous, view.header.next, view.header.fold, view.header.close_button):
        assert button.accessibleName()
        assert "（" in button.toolTip()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_is_pressed_the_page_holds_together(view, look, qtbot, seed):
    chance = random.Random(seed)
    texts = [samples.compared(), samples.compared_of(*samples.long_texts(8_000)), samples.compared_of((), ())]
    keys = [getattr(Qt.Key, f"Key_{name}") for name in ("F7", "Return", "Space", "Backspace", "V", "F", "Home", "End")]
    keys += [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Down]
    view.show_comparison(texts[0], TITLE, countercheck=True)
    for _ in range(120):
        match chance.randrange(12):
            case 0:
                view.show_comparison(chance.choice(texts), TITLE, countercheck=chance.random() < 0.5)
            case 1:
                view.resize(chance.randrange(500, 1400), chance.randrange(200, 900))
            case 2:
                look.use(chance.choice([ThemeName.LIGHT, ThemeName.DARK, ThemeName.PAPER]))
            case 3:
                look.read_with(Reading(px=chance.randrange(14, 26), indented=chance.random() < 0.5))
            case 4:
                point = QPoint(chance.randrange(500), chance.randrange(200))
                QTest.mouseClick(view.page.viewport(), Qt.MouseButton.LeftButton, pos=point)
            case _:
                press(view, chance.choice(keys))
        bar = view.page.verticalScrollBar()
        assert 0 <= bar.value() <= bar.maximum()
        assert view.confirmed <= set(range(len(view.stops)))
        assert -1 <= view.now < max(1, len(view.stops))
    view.grab()
    look.read_with(Reading())
