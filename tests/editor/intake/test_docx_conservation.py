"""Documents in any order of lines, styles, pictures and tables: each line is text, a field or in the report."""

from __future__ import annotations

import dataclasses
import random
import re

import pytest

from editor.intake import take_in
from editor.markup.blocks import Image, Table, block_text
from tests.editor.intake.office_files import Docx, para, picture, png, run, style, table

LINES = [
    "石桥镇春茶开采", "茶农们一早就上山采茶，一天能采三四斤鲜叶。", "来源：云溪日报", "作者：严晓峰", "责任编辑：田文",
    "2024年5月6日", "一、总体情况", "（送审稿）", "附件1", "图为采茶。（王军 摄）", "采茶忙", "严晓峰 李娜",
    "□ 严晓峰",
    "——石桥镇见闻", "正文：", "编辑：贺敏 校对：王军", "“今年的茶好。”茶农说。", "乡村振兴进行时", "（记者 严晓峰）",
    "春茶",
    "关键词：茶叶 乡村", "【通稿】", "标题：春茶开采", "扫一扫", "分享到：", "第1页", "上一篇：春耕", "相关阅读",
    "来源：青禾时报 2024-05-07 09:12", "摘要：茶农采茶忙。",
]  # fmt: skip
LABELS = {
    "来源", "作者", "责任编辑", "编辑", "校对", "关键词", "标题", "摘要", "记者", "正文", "2024年5月6日", "2024-05-07",
    "09", "12",
}  # fmt: skip
STYLES = style("t", "Title") + style("h", "heading 1") + style("s", "Subtitle") + style("c", "caption")
LOOKS = ["", "<w:b/>", '<w:b/><w:sz w:val="44"/>', '<w:sz w:val="30"/>']


def squeezed(text: str) -> str:
    return re.sub(r"[\s：:]", "", text)


@pytest.mark.parametrize("seed", range(250))
def test_every_line_is_text_a_field_or_in_the_report(seed):
    chance = random.Random(seed)
    parts: list[str] = []
    lines: list[str] = []
    for _ in range(chance.randint(1, 9)):
        kind = chance.random()
        if kind < 0.1:
            parts.append(para(picture("p"), center=chance.random() < 0.5))
        elif kind < 0.16:
            parts.append(table(["甲格", "乙格"], ["丙格", "丁格"]))
        else:
            lines.append(chance.choice(LINES))
            name = chance.choice(["", "", "", "t", "h", "s", "c"])
            parts.append(para(run(lines[-1], chance.choice(LOOKS)), center=chance.random() < 0.4, style=name))
    intake = take_in(Docx("".join(parts), styles=STYLES, media={"p": ("a.png", png())}).bytes())
    said = squeezed(
        "".join(map(block_text, intake.blocks))
        + str(dataclasses.asdict(intake.slip))
        + str([loss.text for loss in intake.report])
    )
    pieces = {piece for line in lines for piece in re.split(r"[\s：:（）《》【】□—。]+", line) if piece}
    assert {piece for piece in pieces - LABELS if squeezed(piece) not in said} == set()
    assert sum(isinstance(block, Image) for block in intake.blocks) == sum("a:blip" in part for part in parts)
    assert sum(isinstance(block, Table) for block in intake.blocks) == sum(part.startswith("<w:tbl>") for part in parts)
