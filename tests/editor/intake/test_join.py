"""Text that a PDF or an e-mail broke into lines."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.intake import take_in
from editor.intake.join import joined, seam, width
from editor.intake.losses import LossBook
from editor.markup.blocks import block_text
from tests.editor.intake.fixture_files import SENTENCES

_LINES = [line for line in SENTENCES if line]
_NOT_AT_BEGINNING = "，。、”：；）！？"


def broken(paragraph: str, cells: int, indent: str) -> list[str]:
    """A paragraph as lines of a column, no mark at the beginning of a line."""
    lines, line = [], indent
    for char in paragraph:
        if width(line + char) > cells and char not in _NOT_AT_BEGINNING:
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]


def paragraphs(chance: random.Random) -> list[str]:
    return ["".join(chance.choice(_LINES) for _ in range(chance.randint(2, 6))) for _ in range(chance.randint(4, 9))]


def together(lines: list[str]) -> list[str]:
    return [line.strip("\u3000 ") for line in joined(lines, LossBook()) if line.strip()]


@pytest.mark.parametrize("cells", [36, 44, 60, 66, 76, 80])
@pytest.mark.parametrize("style", ["indent", "blank", "double", "margin"])
def test_broken_paragraphs_come_together_again(style: str, cells: int) -> None:
    chance = random.Random(cells)
    for _ in range(12):
        expected = paragraphs(chance)
        lines: list[str] = []
        for paragraph in expected:
            pieces = broken(paragraph, cells, "" if style == "blank" else "\u3000\u3000")
            if style == "double":
                pieces = [line for piece in pieces for line in (piece, "")]
            if style == "margin":
                pieces = ["      " + piece for piece in pieces]
            if style == "blank" and lines:
                lines.append("")
            lines.extend(pieces)
        assert together(lines) == expected


@pytest.mark.parametrize("style", ["indent", "blank", "none"])
def test_text_with_one_line_a_paragraph_is_never_joined(style: str) -> None:
    chance = random.Random(9)
    for _ in range(60):
        lines: list[str] = []
        for paragraph in paragraphs(chance):
            lines.append(("\u3000\u3000" if style == "indent" else "") + paragraph)
            if style == "blank":
                lines.append("")
        assert joined(lines, LossBook()) == lines


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from([*_LINES, "图为现场。", "一、做强产业", "茶旅融合", "1. 报名", "- 采茶", "「好。」", ""]),
        max_size=25,
    )
)
def test_lines_of_every_length_that_end_sentences_stay(lines: list[str]) -> None:
    assert joined(lines, LossBook()) == lines


def test_verse_lyrics_and_tables_stay() -> None:
    for text in (
        "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。",
        "我走过的路都开满了花在春天里\n你唱过的歌都变成了雨在夏天里\n他写下的诗都飘成了叶在秋天里",
        "姓名 单位 名次\n严晓峰 石桥镇 一\n周燕 白沙镇 二\n彭立 城东社区 三",
        "主持人：欢迎大家来到节目现场今天我们来聊一聊\n嘉宾：谢谢主持人，大家好，很高兴来到这里和大家\n主持人：先请您说说",
    ):
        lines = text.split("\n")
        assert joined(lines, LossBook()) == lines


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("弯下", "了腰", "弯下了腰"),
        ("marker assisted", "selection", "marker assisted selection"),
        ("使用", "marker", "使用marker"),
        ("达到318.", "89亿元", "达到318.89亿元"),
        ("从20", "21年起", "从2021年起"),
        ("co-", "operation", "co-operation"),
        ("见https://www.example.com/a", "bc.html", "见https://www.example.com/abc.html"),
        ("in 2021", "15 people came", "in 2021 15 people came"),
    ],
)
def test_nothing_stands_between_han_characters_and_a_blank_between_words(left: str, right: str, whole: str) -> None:
    assert left + seam(left, right) + right == whole


def test_heads_and_page_numbers_of_a_broken_article() -> None:
    body = broken("今年上半年，" + "".join(_LINES[:5]), 44, "\u3000\u3000")
    second = broken("".join(_LINES[6:10]), 44, "\u3000\u3000")
    lines = ["石桥镇春茶上市", "2024-05-06 来源：云溪日报", *body[:3], "— 1 —", *body[3:], "从试验田到大田", *second]
    intake = take_in("\n".join(lines).encode())
    assert [(block.kind, block_text(block)) for block in intake.blocks] == [
        ("paragraph", "今年上半年，" + "".join(_LINES[:5])),
        ("h2", "从试验田到大田"),
        ("paragraph", "".join(_LINES[6:10])),
    ]
    counted = {loss.what: loss.count for loss in intake.report}
    assert counted["joined_lines"] == len(body) + len(second) - 2
    assert counted["page_number"] == 1


BROKEN_MAILS = [
    (
        "各位老师好：\n\n今年以来，我县把油茶作为富民产业来抓，全县油茶林面\n积达到十二万亩。\n\n请审阅。",
        ["各位老师好：", "今年以来，我县把油茶作为富民产业来抓，全县油茶林面积达到十二万亩。", "请审阅。"],
    ),
    (
        "村口的老樟树又添了新枝，树下的石凳上坐满了纳凉的老人，他们聊着各家\n的收成，也聊着新修的那条路。",
        ["村口的老樟树又添了新枝，树下的石凳上坐满了纳凉的老人，他们聊着各家的收成，也聊着新修的那条路。"],
    ),
    (
        "暴雨過後，消防隊員划著橡皮艇挨家挨戶搜救，直到凌晨三點\n才把最後一位老人送到安置點。\n天亮時，雨終於停了。",
        ["暴雨過後，消防隊員划著橡皮艇挨家挨戶搜救，直到凌晨三點才把最後一位老人送到安置點。", "天亮時，雨終於停了。"],
    ),
    (
        "新設備守護河川\n專家表示，這種名為River Guard的監測設備可以連續工作\n三百天，不需要人工維護。",
        ["新設備守護河川", "專家表示，這種名為River Guard的監測設備可以連續工作三百天，不需要人工維護。"],
    ),
]  # fmt: skip
WHOLE = [
    # Headings longer than the text below them, with and without a comma.
    "摸清家底建好台账让每一棵古树都有户口\n全县登记古树一百棵。\n修枝补洞请来专家把脉开方保住老树根\n已救治十二棵。",
    "石桥镇松木岭村，三百亩蜂糖李迎来采摘季\n眼下正是采摘的时候。",
    "会议强调，要压实责任、抓好落实、务求实效，做到以下几点\n一要抓早。\n二要抓细。",
    # Lists of names and bodies of one width.
    "云溪县石桥镇松木岭村党支部书记欧阳海波同志\n云溪县白沙镇渔家村村民委员会主任卜志强同志\n云溪县城东社区居民委员会主任贺建军同志",
    "第一名：云溪县第一中学高二年级三班周小燕\n第二名：云溪县第二中学高一年级四班彭立新\n第三名：青山县实验中学初三年级二班唐小明",
    # Song and rhyme without marks.
    "我们从四面八方走来站在这片火热的土地上\n我们把青春和汗水洒在这片希望的田野上\n我们用双手和智慧描绘这幅崭新的画卷上",
    # An interview.
    "记者：请您谈一谈当初为什么会想到回乡来创业呢\n龙建国：因为我一直放不下家乡的这片茶山\n记者：家里人支持吗",
]  # fmt: skip


@pytest.mark.parametrize(("text", "whole"), BROKEN_MAILS)
def test_a_few_broken_lines_come_together(text: str, whole: list[str]) -> None:
    assert together(text.split("\n")) == whole


@pytest.mark.parametrize("text", WHOLE)
def test_a_few_lines_without_end_that_were_not_broken_stay(text: str) -> None:
    lines = text.split("\n")
    assert joined(lines, LossBook()) == lines


@pytest.mark.parametrize("cells", [44, 60, 66, 76])
def test_most_paragraph_ends_are_found_without_blank_lines_or_indents(cells: int) -> None:
    """A last line that is full by chance cannot be told; every other end can."""
    chance = random.Random(cells)
    right = 0
    for _ in range(30):
        expected = paragraphs(chance)
        right += together([line for one in expected for line in broken(one, cells, "")]) == expected
    assert right >= 17
