"""Confirming a conversion as an editor does it: by key, card after card, and nothing else of the text moves."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from editor.markup.blocks import block_text
from editor.operations.deciding import accept, propose
from editor.records.converting import Settled
from tests.editor.operations.newsroom import own_article, sheet
from tests.growth import assert_within
from tests.ui.converting.conftest import SOFTWARE, TEXT
from ui.converting.choosing import ASKED, DONE, NONE, TINT, WORD
from ui.converting.phrases import covering, whole_word
from ui.theme.tokens import ThemeName


def press(view, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(view.rail.list, key, modifier)


def result(view):
    return [view.page.result_text(number) for number in range(len(view.choosing.proposal.passages))]


def test_the_cards_ask_for_what_no_word_decides_and_say_where(view, proposed):
    view.show_proposal(proposed())
    cards = [view.rail.cards.data(view.rail.cards.index(row)) for row in range(view.rail.cards.rowCount())]
    assert len(cards) >= 2
    assert any(card.startswith("一对多 谷，第 2 段，") and "1 谷 2 穀" in card for card in cards)
    assert not any("发展" in card.split("，")[0] for card in cards)
    assert view.rail.count.text() == f"0/{len(cards)} 已确认"


def test_enter_accepts_and_goes_on_to_the_next_until_all_are_confirmed(view, proposed):
    view.show_proposal(proposed())
    count = view.rail.cards.rowCount()
    before = result(view)
    press(view, *[Qt.Key.Key_Return] * count)
    assert view.rail.count.text() == f"{count}/{count} 已确认"
    assert result(view) == before
    assert len(view.choosing.settled()) >= count
    assert view.footer.keys.text().startswith("全部确认")


def test_a_number_chooses_and_backspace_takes_it_back(view, proposed):
    view.show_proposal(proposed())
    row = next(r for r, n in enumerate(view.choosing.asked) if view.choosing.questions[n].before == "谷")
    view.rail.go(row)
    question = view.choosing.questions[view.now]
    before = result(view)
    press(view, Qt.Key.Key_2)
    assert any("動力之穀、" in text for text in result(view))
    assert view.choosing.answer(view.choosing.asked[row]) == question.candidates[1]
    view.rail.go(row)
    press(view, Qt.Key.Key_Backspace)
    assert result(view) == before
    assert view.choosing.done == 0


def test_a_number_without_a_candidate_does_nothing(view, proposed):
    view.show_proposal(proposed())
    before = (result(view), view.rail.row)
    press(view, Qt.Key.Key_9)
    assert (result(view), view.rail.row) == before


def test_j_and_k_and_the_arrows_go_through_the_cards(view, proposed):
    view.show_proposal(proposed())
    seen = []
    for key in (Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_K, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(view, key)
        seen.append(view.rail.row)
    assert seen == [1, 2, 1, 0, 0]


def test_a_regional_word_is_chosen_once_for_all_its_places(view, proposed):
    view.show_proposal(proposed(SOFTWARE, "taiwan"))
    row = next(r for r, n in enumerate(view.choosing.asked) if view.choosing.questions[n].word == "软件")
    assert "2 处" in view.rail.cards.data(view.rail.cards.index(row))
    view.rail.go(row)
    press(view, Qt.Key.Key_2)
    assert "".join(result(view)).count("軟件") == 2


def test_plain_changes_are_tinted_and_yellow_is_for_whole_words(view, proposed):
    view.show_proposal(proposed())
    looks = {}
    for number, passage in enumerate(view.choosing.proposal.passages):
        for side in (False, True):
            text = block_text(passage.result if side else passage.source)
            for mark in view.choosing.marks(number, result=side):
                looks.setdefault(mark.look, set()).add(text[mark.start : mark.end])
    assert {"头发", "頭髮"} <= looks[WORD]
    assert "谷" in {text[-1:] for text in looks[ASKED]}
    assert "势" in looks[TINT] or "换" in looks[TINT]
    assert looks[TINT].isdisjoint({"发", "发展", "發", "發展"})
    press(view, Qt.Key.Key_Return)
    assert any(m.look == DONE for n in range(len(result(view))) for m in view.choosing.marks(n, result=True))


def test_a_click_on_a_word_that_nobody_must_look_at_offers_its_candidates(view, proposed):
    view.show_proposal(proposed())
    number = next(n for n, q in enumerate(view.choosing.questions) if q.word == "头发" and not q.open)
    count = view.rail.cards.rowCount()
    view.page.question_clicked.emit(number)
    assert view.rail.cards.rowCount() == count + 1
    assert view.now == number
    press(view, Qt.Key.Key_2)
    assert any("頭發" in text for text in result(view))


def test_a_click_in_the_text_finds_the_question_there(view, proposed):
    view.show_proposal(proposed())
    question = view.choosing.asked[-1]
    view.rail.go(len(view.choosing.asked) - 1)
    y = round(view.page.place_of(question))
    hits = {view.page.question_at(QPoint(x, y + 12).toPointF()) for x in range(0, view.page.viewport().width(), 4)}
    assert question in hits


def test_both_columns_scroll_together_by_paragraph(view, proposed):
    view.show_proposal(proposed(TEXT * 12))
    for _ in range(8):
        press(view, Qt.Key.Key_J)
    question = view.now
    assert 0 <= view.page.place_of(question) <= view.page.viewport().height()
    row = view.page.rows.row(view.choosing.passage_of(question))
    assert len(row.sides[0]) == len(row.sides[1])


def test_always_so_asks_for_the_proposal_again_with_the_word(view, desk, qtbot):
    name = own_article(desk, SOFTWARE)
    view.show_proposal(propose(desk, name, "taiwan"))
    row = next(r for r, n in enumerate(view.choosing.asked) if view.choosing.questions[n].word == "软件")
    view.rail.go(row)
    count = view.rail.cards.rowCount()
    with qtbot.waitSignal(view.again_wanted):
        press(view, Qt.Key.Key_G)
    assert view.choosing.pairs() == (("软件", "軟體"),)
    view.show_proposal(propose(desk, name, "taiwan", view.choosing.settled(), view.choosing.pairs()))
    assert view.rail.cards.rowCount() == count - 1
    assert "".join(result(view)).count("軟體") == 2


def test_a_single_character_is_never_always_so_without_its_word(view, proposed, qtbot):
    view.show_proposal(proposed())
    row = next(r for r, n in enumerate(view.choosing.asked) if len(view.choosing.questions[n].word) == 1)
    view.rail.go(row)
    question = view.choosing.questions[view.now]
    press(view, Qt.Key.Key_G)
    assert view.rail.asking_phrase
    assert not view.choosing.pairs()
    view.rail.phrase.setText(question.word)
    QTest.keyClick(view.rail.phrase, Qt.Key.Key_Return)
    assert not view.choosing.pairs()
    assert view.footer.told.isVisible()
    press(view, Qt.Key.Key_G)
    phrase = f"{question.head[-1:]}{question.word}{question.tail[:1]}"
    view.rail.phrase.setText(phrase)
    with qtbot.waitSignal(view.again_wanted):
        QTest.keyClick(view.rail.phrase, Qt.Key.Key_Return)
    assert view.choosing.pairs()[0][0] == phrase
    assert len(view.choosing.pairs()[0][1]) == len(phrase)


def test_escape_in_the_field_gives_up_the_word_and_not_the_view(view, proposed):
    view.show_proposal(proposed())
    closed = []
    view.closed.connect(lambda: closed.append(True))
    row = next(r for r, n in enumerate(view.choosing.asked) if len(view.choosing.questions[n].word) == 1)
    view.rail.go(row)
    press(view, Qt.Key.Key_G)
    QTest.keyClick(view.rail.phrase, Qt.Key.Key_Escape)
    assert not view.rail.asking_phrase
    assert not closed
    press(view, Qt.Key.Key_Escape)
    assert closed


def test_what_a_phrase_becomes_is_read_from_the_card(proposed):
    proposal = proposed()
    question = next(q for q in proposal.questions if q.before == "谷" and q.open)
    assert covering(question, "穀", f"{question.head[-1]}谷") is not None
    assert covering(question, "穀", "谷") is None
    assert covering(question, "穀", "没有的词") is None
    word = next(q for q in proposal.questions if q.word == "头发")
    assert whole_word(word, "髮") == ("头发", "頭髮")


def test_ctrl_s_and_ctrl_enter_keep_the_version_and_not_the_article(view, proposed):
    view.show_proposal(proposed())
    kept = []
    view.accepted.connect(lambda: kept.append(True))
    press(view, Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    press(view, Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    assert len(kept) == 1  # the second one while the first is on its way
    view.fail("没有保存")
    press(view, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert len(kept) == 2
    assert view.choosing.done == 0


def test_another_proposal_of_the_article_keeps_what_was_decided(view, desk):
    name = own_article(desk, TEXT)
    view.show_proposal(propose(desk, name))
    press(view, Qt.Key.Key_Return, Qt.Key.Key_2)
    done = view.choosing.settled()
    view.show_proposal(propose(desk, name, "", done))
    assert view.choosing.settled() == done
    assert view.choosing.done == 2
    assert view.rail.row == 2


def test_a_made_version_asks_only_for_new_places_and_says_what_changed(view, desk):
    from tests.editor.operations.newsroom import WRITER, change

    name = own_article(desk, TEXT)
    first = propose(desk, name)
    decisions = [Settled(place, q.candidates[0]) for q in first.questions if q.open for place in q.places]
    kept = accept(desk, (first.name, first.profile, first.source), decisions)
    change(desk, name, WRITER, "再说发展", "再说发展，又说动力之谷、马达之城的事")
    view.show_proposal(propose(desk, kept.name))
    assert view.rail.cards.rowCount() == 1
    assert view.header.again.text() == "待重转：源稿改了 1 段"
    assert view.footer.save.text() == "更新繁体版"
    assert sheet(desk, kept.name).variant == "zh-TW"


def test_nothing_to_confirm_is_said(view, proposed):
    view.show_proposal(proposed("园区发展快。\n"))
    assert view.rail.cards.rowCount() == 0
    assert "没有要确认的地方" in view.rail.nothing.text()
    assert view.now == NONE
    QTest.keyClick(view.page, Qt.Key.Key_Return)  # nothing to do, and nothing happens


def test_each_side_is_drawn_with_the_shapes_of_its_region(view, proposed):
    view.show_proposal(proposed(TEXT, "hong-kong"))
    source, target = (setter._font("paragraph") for setter in view.page.rows.setters)
    assert source.families()[0].endswith("SC")
    assert target.families()[0].endswith("HK")
    assert target.featureValue(QFont.Tag("locl")) == 0
    assert not source.isFeatureSet(QFont.Tag("locl"))


def test_every_part_that_takes_the_focus_has_a_name(view, proposed):
    view.show_proposal(proposed())
    for widget in view.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            found = QAccessible.queryAccessibleInterface(widget)
            assert found.text(QAccessible.Text.Name), widget


@pytest.mark.parametrize("theme", [ThemeName.DARK, ThemeName.PAPER])
def test_another_theme_keeps_place_and_decisions(view, look, proposed, theme):
    view.show_proposal(proposed(TEXT * 6))
    press(view, Qt.Key.Key_Return, Qt.Key.Key_J, Qt.Key.Key_J)
    before = (view.rail.row, view.choosing.done, result(view))
    look.use(theme)
    assert (view.rail.row, view.choosing.done, result(view)) == before


def test_a_long_text_is_set_as_far_as_it_is_seen(view, proposed):
    proposal = proposed(TEXT * 1900)
    assert sum(len(block_text(p.source)) for p in proposal.passages) > 80_000
    assert_within(3, lambda: view.show_proposal(proposal))
    assert len(view.page.rows) < 60
    for _ in range(3):
        press(view, Qt.Key.Key_Return)
    view.step(10_000)
    assert 0 <= view.page.place_of(view.now) <= view.page.viewport().height()


def test_handwork_that_does_not_stay_is_said(view, desk):
    from tests.editor.operations.newsroom import WRITER, change

    name = own_article(desk, TEXT)
    first = propose(desk, name)
    kept = accept(desk, (first.name, first.profile, first.source), [])
    change(desk, kept.name, WRITER, "大家去看", "大夥兒去看")
    change(desk, name, WRITER, "大家去看", "大家都去看")
    view.show_proposal(propose(desk, kept.name))
    assert "1 段" in view.header.lost.text()
    assert "大夥兒" in view.header.lost.toolTip()


def test_a_picture_is_said_to_be_one(view, proposed):
    view.show_proposal(proposed("看图。\n\n![发展图](asset:" + "0" * 64 + ")\n\n再说。\n"))
    labels = [view.page.rows.label(number) for number in range(len(view.choosing.proposal.passages))]
    assert "图片" in labels


def test_while_it_is_converted_escape_leads_back(view, qtbot):
    view.wait()
    view.setFocus()
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(view.focusProxy(), Qt.Key.Key_Escape)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_random_user_never_gets_the_view_out_of_step(view, desk, look, seed):
    name = own_article(desk, SOFTWARE * 3 + "\n" + TEXT * 2)
    chance = random.Random(seed)
    view.again_wanted.connect(
        lambda: view.show_proposal(propose(desk, name, "taiwan", view.choosing.settled(), view.choosing.pairs()))
    )
    view.show_proposal(propose(desk, name, "taiwan"))
    keys = [
        *(Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_J, Qt.Key.Key_K),
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace, Qt.Key.Key_G, Qt.Key.Key_PageDown, Qt.Key.Key_End),
    ]
    for step in range(120):
        if view.rail.asking_phrase:
            QTest.keyClick(view.rail.phrase, chance.choice([Qt.Key.Key_Escape, Qt.Key.Key_Return]))
        elif step % 17 == 0:
            view.resize(chance.randint(900, 1500), chance.randint(500, 900))
        elif step % 23 == 0 and view.choosing.questions:
            view.page.question_clicked.emit(chance.randrange(len(view.choosing.questions)))
        else:
            QTest.keyClick(chance.choice([view.rail.list, view.page]), chance.choice(keys))
        assert view.rail.cards.rowCount() == len(view.choosing.asked)
    shown = result(view)
    again = propose(desk, name, "taiwan", view.choosing.settled(), view.choosing.pairs())
    assert [block_text(passage.result) for passage in again.passages] == shown
    kept = accept(desk, (again.name, again.profile, again.source), view.choosing.settled(), view.choosing.pairs())
    body = [block_text(block) for block in sheet(desk, kept.name).content.article("").blocks]
    assert body == shown[-len(body) :]
