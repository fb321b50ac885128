"""R03: what a lost byte did is undone where one reading stands out, offered where not, never guessed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from editor.text.repair import applied_to, explains, repair, undone
from tests.editor.text.repair.damage import HALF, places, without_lead, without_trail

LINES = [
    line
    for line in (Path(__file__).parent / "clean.txt").read_text(encoding="utf-8").splitlines()
    if sum("\u4e00" <= char <= "\u9fff" for char in line) > 14
    and not any("\u3041" <= char <= "\u30fa" for char in line)
]


def in_gbk(line: str) -> bool:
    try:
        line.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("必須堅持三審三?！敝贫葹", "必須堅持三審三校”制度為"),
        ("形成產值過百億元產業鏈?!逼铌柛咝聟^管委會", "形成產值過百億元產業鏈。”祁陽高新區管委會"),
        ("“服務升級，只管抓發展?！?/p>", "“服務升級，只管抓發展。”"),
        ("“服務升級，只管抓發展?!?/p>", "“服務升級，只管抓發展。”"),
        ("加快推進產業發展；ヂ摼W產業發展很快", "加快推進產業發展。互聯網產業發展很快"),
        ("全市規模工業企?I增加值增長，產業發展", "全市規模工業企業增加值增長，產業發展"),
        ("園^主戰場的發展形勢很好，產業園", "園區主戰場的發展形勢很好，產業園"),
    ],
)
def test_known_slips(damaged, whole):
    assert repair(damaged).text == whole


def test_the_same_string_elsewhere_on_the_page_decides():
    page = "本報實行三審三校制度。\n要堅持三審三?！敝贫葹橹鵌。"
    assert "三審三校”制度" in repair(page).text


def test_a_gap_inside_stays_and_the_rest_is_restored():
    result = repair("形成產值過100億元產業鏈?!逼铌?咝聟^管委會副主任")
    assert result.text == "形成產值過100億元產業鏈。”祁\ufffd高新區管委會副主任"


@pytest.mark.parametrize("text", ["他去嗎？我不知道。", "什么？！", "中國？美國？", "真的??", "新时代?中国"])
def test_real_question_marks_are_no_damage(text):
    assert not [item for item in repair(text).repairs if item.rule == "R03" and item.applied]


def test_hardly_ever_wrong_and_the_truth_is_among_the_candidates():
    chance = random.Random(20)
    wrong = right = shown = total = 0
    for line in chance.sample([line for line in LINES if in_gbk(line)], 60):
        inside = [at for at in places(line) if at + 1 < len(line) and line[at + 1] > "\u3000"]
        at = chance.choice(inside)
        damaged = without_lead(line, at)
        result = repair(damaged)
        total += 1
        same = len(result.text) == len(line) and all(
            new in {old, "\ufffd"} for old, new in zip(line, result.text, strict=True)
        )
        offers = [
            damaged[: item.start] + one + damaged[item.end :]
            for item in result.repairs
            if not item.applied
            for one in item.candidates
        ]
        right += same
        shown += any(
            sum(a != b for a, b in zip(one, line, strict=False)) <= 1 for one in offers if len(one) == len(line)
        )
        wrong += not same and any(item.applied and item.rule == "R03" for item in result.repairs)
    assert wrong <= 2
    assert right >= 0.2 * total
    assert right + shown >= 0.75 * total


def test_second_halves_are_never_guessed():
    chance = random.Random(21)
    wrong = 0
    for line in chance.sample([line for line in LINES if in_gbk(line)], 40):
        at = chance.choice([at for at in places(line) if at + 1 < len(line) and line[at + 1] > "\u3000"])
        result = repair(without_trail(line, at))
        wrong += result.text != line and any(item.applied and item.rule == "R03" for item in result.repairs)
    assert wrong <= 2


def test_records_prove_themselves_and_lead_back():
    chance = random.Random(22)
    for line in chance.sample([line for line in LINES if in_gbk(line)], 40):
        damaged = without_lead(line, chance.choice(places(line)), mark=chance.choice(["?", ""])).translate(HALF)
        result = repair(damaged)
        assert applied_to(damaged, result.repairs) == result.text
        assert undone(result.text, result.repairs) == damaged
        assert all(explains(item.rule, item.before, item.after) for item in result.applied)
        assert repair(result.text).text == result.text


def test_marks_folded_to_half_width_do_not_hinder():
    page = "2021年6月,經國務院批準,永州升級.\n形成產值過百億元產業鏈?!逼铌柛咝聟^管委會,目前有企業3家"
    assert "產業鏈。”祁陽高新區管委會，目前有企業3家" in repair(page).text
