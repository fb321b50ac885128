"""R03, R02: where more may be gone than one byte, or two readings fit, a person is asked and nothing is put in."""

from __future__ import annotations

import pytest

from editor.text.repair import repair

DAMAGED = "產(chǎn)業(yè)發(fā)展很快，經(jīng)濟規(guī)模和產(chǎn)業(yè)結(jié)構(gòu)都好。"
WHOLE = "產業發展很快，經濟規模和產業結構都好。"


@pytest.mark.parametrize(
    ("shown", "kept"),
    [
        ("師父說，學員免學費，??芤活D午飯。", "海寇"),  # 還管: two halves are gone, not one
        ("這條狗也要登記狗嗎?彼龁枴", "嗎”"),  # the question mark is one
        ("縣裏建起傳習所，杖~玉蓮當老師，學員都來。", "杖葉"),  # 請 lost its second byte, 葉 lost nothing
        ("他站在台下面，手一直在丁！迸暝毕蚍ㄍコ率鍪。", "丁。”"),  # 抖。”女
    ],
)
def test_a_likely_but_wrong_reading_is_not_put_in(shown, kept):
    result = repair(shown)
    assert kept not in result.text
    assert any(item.rule == "R03" and not item.applied for item in result.repairs)


@pytest.mark.parametrize(
    ("shown", "wrong"), [("萬元?Ｕ麄?^程不到兩分鐘。", "整過"), ("教育、醫療、社會保?系榷鄠?I域。大會主席團", "多領")]
)
def test_a_gap_is_not_swallowed_with_the_half_behind_it(shown, wrong):
    result = repair(shown)
    assert wrong not in result.text
    assert any(item.rule == "R03" and not item.applied for item in result.repairs)


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("佔到總(zǒng)?bèi)N量的三成以上。", "佔到總銷量的三成以上。"),
        ("竹簡像煮熟的麪?chuáng)l(tiáo)，一碰就斷。", "竹簡像煮熟的麪條，一碰就斷。"),
    ],
)
def test_residue_across_a_border_whose_second_half_is_a_letter(damaged, whole):
    assert repair(f"{DAMAGED}\n{damaged}").text == f"{WHOLE}\n{whole}"


def test_a_reading_behind_no_character_is_asked_about():
    result = repair(f"{DAMAGED}\n他們都Q(xiàn)了一次。")
    assert any(item.rule == "R03" and not item.applied for item in result.repairs)


def test_a_full_width_letter_beside_garble_keeps_its_width():
    shown = "的人，我怎么好意纪Ｏ吕础!彼母改复酉缦赂侠矗"
    assert "O" not in repair(shown).text
