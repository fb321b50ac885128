"""R03 where nothing stands for what is lost: never passed over in silence, and never seen in clean text."""

from __future__ import annotations

import pytest

from editor.text.repair import repair
from editor.text.repair.later import find_later
from tests.editor.text.repair.damage import without_lead, without_trail

LINE = "全市规模工业企业增加值同比增长，高新技术产业发展很快，群众满意度不断提高。"


@pytest.mark.parametrize("at", range(3, 22, 3))
@pytest.mark.parametrize("lose", [lambda text, at: without_lead(text, at, mark=""), without_trail])
def test_a_byte_lost_without_a_sign_is_mended_or_asked_about(lose, at):
    result = repair(lose(LINE, at))
    assert any(item.rule == "R03" for item in result.repairs)


@pytest.mark.parametrize(
    "shown",
    [
        "產(chǎn)業(yè)發(fā)展很快，經(jīng)濟規(guī)模和產(chǎn)業(yè)結(jié)構(gòu)都好。\n青石嶺遠程心電、h程影像都有了。",
        "硬要塞給許國强?/p>",
        "出口增长9.4%，进口增长?.1%。",
        "许可龀?.1%，比上年提高，全市域忧亢献?/p>",
    ],
)
def test_what_nobody_can_have_written_is_mended_or_asked_about(shown):
    assert any(item.rule == "R03" for item in repair(shown).repairs)


@pytest.mark.parametrize(
    "text",
    [
        "这个太好了！！！！！",
        "限时抢购！！！！！真的！！！",
        "张某某、某某某、某某公司",
        "魑魅魍魉、饕餮、耄耋、旮旯、龃龉、囹圄",
        "燚垚犇骉羴猋麤毳淼掱焱",
        "阿卜杜勒·拉赫曼·伊本·哈利德·阿勒萨尼",
        "關關雎鳩，在河之洲。窈窕淑女，君子好逑。",
        "這位B超醫師說，A股與K線圖都看不懂。",
        "10℃～12℃，每件￥199",
    ],
)
def test_rare_but_clean_text_is_not_asked_about(text):
    assert repair(text).text == text
    assert [item for item in repair(text).repairs if item.rule == "R03"] == []
    assert list(find_later(text)) == []


def test_a_letter_in_a_damaged_page_is_no_word_of_its_own():
    page = (
        "產(chǎn)業(yè)發(fā)展很快，經(jīng)濟規(guī)模和產(chǎn)業(yè)結(jié)構(gòu)都好，業(yè)務(wù)發(fā)達(dá)。"
    )
    result = repair(page + "縣裏的產I鏈很長。")
    slips = [item for item in result.repairs if item.rule == "R03"]
    assert [item.after for item in slips] == ["業"]


def test_a_run_that_surely_is_no_text_has_a_finding_even_without_a_candidate():
    result = repair("受施工影响，记者到矶拢\ue0f0域忧亢献龀奖闶称罚")
    assert any(item.rule == "R03" and not item.applied for item in result.repairs)
