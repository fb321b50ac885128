"""R02: readings that a program left behind go, notes of an author stay."""

from __future__ import annotations

import random

import pytest

from editor.text.lexicon import traditional
from editor.text.repair import repair
from tests.editor.text.repair.damage import shown, with_residue

DAMAGED = "國務(wù)院批準(zhǔn)，經(jīng)濟發(fā)展，產(chǎn)業(yè)進(jìn)步，企業(yè)與園區(qū)建設(shè)。"
WHOLE = "國務院批準，經濟發展，產業進步，企業與園區建設。"

PAGES = (
    """縣長在農業農村工作會議上強調，要壓實責任，確保糧食豐收。
會議決定，對糧食種植大戶給予獎勵。
各鄉鎮要組織幹部下鄉，幫助農戶解決實際問題，讓種糧農民有賺頭。""",
    """這場籃球賽打得緊張激烈，主隊憑藉後衛的三分球反敗為勝。
教練說，隊員們團結一致，把訓練的東西都發揮出來了。
觀眾席上掌聲雷動，許多孩子圍著球員要簽名。""",
    """本報訊　昨晚，市圖書館舉辦讀書會，邀請作家談創作經驗。
現場讀者踴躍提問，氣氛熱烈。
館長介紹，今年已開展類似活動四十餘場，參與讀者超過萬人次。""",
    """颱風來襲，多條公路實施交通管制，鐵路部門臨時調整運行圖。
氣象臺發布暴雨橙色預警，提醒市民減少外出。
消防救援隊伍連夜轉移受災群眾，暫無人員傷亡報告。""",
)


def first_reading(char: str) -> str:
    return next(iter(traditional()[char].readings))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("share", [0.3, 0.6, 1.0])
def test_a_page_comes_back_whatever_set_was_marked(page, share):
    chars = [char for char in dict.fromkeys(page) if char in traditional()]
    chance = random.Random(len(page))
    marked = chance.sample(chars, max(6, int(len(chars) * share)))
    readings = {char: first_reading(char) for char in marked if traditional()[char].rank < 3000}
    assert repair(shown(with_residue(page, readings))).text == page


@pytest.mark.parametrize(
    "note",
    [
        "永州(yǒng zhōu)古稱零陵",
        "尕(gǎ)斯庫勒湖",
        "亳(bó)州的藥材",
        "王燊(shēn)先生",
        "鄖(yún)陽區",
        "蔚(yù)縣剪紙",
        "單位不同，單(shàn)縣在山東",
        "樂(yuè)清的電器",
    ],
)
def test_a_note_of_the_author_stays_on_a_damaged_page(note):
    assert repair(f"{DAMAGED}\n{note}").text == f"{WHOLE}\n{note}"


def test_a_second_reading_beside_the_usual_one_is_a_note():
    page = f"{DAMAGED}\n單(dān)位很多，單(dān)價不高，訂單(dān)已滿，單(shàn)縣羊湯有名。"
    assert repair(page).text == f"{WHOLE}\n單位很多，單價不高，訂單已滿，單(shàn)縣羊湯有名。"


@pytest.mark.parametrize(
    "text",
    [
        "單(shàn)縣與樂(yuè)清都是地名。",
        "澠(miǎn)池、滎(xíng)陽、蘄(qí)春三地",
        "漢(hàn)語(yǔ)拼(pīn)音(yīn)教(jiào)學(xué)",
        "這個字讀作業(yè)，很多人知道",
        "重(zhòng)要的事情說三遍",
        "鵝(é)鵝鵝，曲項(xiàng)向天歌。",
        "單(shàn)縣在山東，訪單(shàn)縣的人不少。單(shàn)縣羊湯有名。",
        "床前明月光(guāng)，疑是地上霜(shuāng)。舉頭望明月(yuè)，低頭思故鄉(xiāng)。",
    ],
)
def test_a_clean_page_with_notes_stays(text):
    assert repair(text).text == text


def test_one_residue_in_running_text_is_enough():
    assert repair("湘江源頭風(fēng)頭勁").text == "湘江源頭風頭勁"


def test_full_width_brackets_and_combining_tones():
    assert repair("風（fēng）頭，發（fā）展，業(ye\u0300)務").text == "風頭，發展，業務"


@pytest.mark.parametrize(("damaged", "whole"), [("伯?dāng)?shù)", "伯數"), ("作品字?jǐn)?shù)不限", "作品字數不限")])
def test_residue_across_the_border_of_two_characters(damaged, whole):
    assert repair(f"{DAMAGED}\n{damaged}").text == f"{WHOLE}\n{whole}"


def test_the_record_shows_the_character():
    first = repair("湘江源頭風(fēng)頭勁").repairs[0]
    assert (first.rule, first.before, first.after, first.applied) == ("R02", "風(fēng)", "風", True)


def test_one_character_marked_at_every_place_is_residue():
    assert (
        repair("校長(zhǎng)說，副校長(zhǎng)也在場，各位家長(zhǎng)都來了。").text
        == "校長說，副校長也在場，各位家長都來了。"
    )


def test_characters_that_only_show_when_a_run_is_restored_lose_their_readings():
    page = f"{DAMAGED}\n率達到92.4%??上驳淖?biàn)化,寫在老百姓的臉上。"
    assert repair(page).text == f"{WHOLE}\n率達到92.4%。可喜的變化，寫在老百姓的臉上。"


def test_an_offer_is_told_once():
    offers = [item for item in repair(f"{DAMAGED}單(shàn)縣的羊湯。").repairs if not item.applied]
    assert [(item.before, item.after) for item in offers] == [("單(shàn)", "單")]


def test_a_usual_reading_inside_a_word_is_residue_on_a_damaged_page():
    assert repair(f"{DAMAGED}\n過敏的誘(yòu)因很多").text == f"{WHOLE}\n過敏的誘因很多"


def test_a_place_name_glossed_once_stays_on_a_damaged_page():
    assert repair(f"{DAMAGED}\n滎(xíng)陽市").text == f"{WHOLE}\n滎(xíng)陽市"
