"""Header lines in every order, script, colon and separator: the fields come out, whatever the arrangement."""

from __future__ import annotations

import random

import pytest

from editor.intake import take_in
from editor.markup.blocks import block_text
from tests.editor.intake.fixture_files import SENTENCES, traditional

_LINES = [line for line in SENTENCES if line]
SEPARATORS = ["  ", "    ", "　", "　　", " | ", "|", "｜", " ｜ ", " / ", "\t", " · ", "；", "，", "; "]
DATES = [
    ("2023-04-18 09:26:31", "2023-04-18T09:26:31+08:00"),
    ("2023-04-18 09:26", "2023-04-18T09:26:00+08:00"),
    ("2023/4/18", "2023-04-18"),
    ("2023年4月18日", "2023-04-18"),
    ("2023年04月18日 09:26", "2023-04-18T09:26:00+08:00"),
    ("2023.04.18", "2023-04-18"),
]
SOURCES = [
    "云溪县融媒体中心",
    "云溪日报",
    "新华社",
    "学习强国",
    "县林业局",
    "红叶网",
    "石桥镇人民政府",
    "湖南日报·新湖南客户端",
    "央视新闻客户端",
]
AUTHORS = [
    ("周燕", ("周燕",)),
    ("周燕 彭立", ("周燕", "彭立")),
    ("周燕、彭立", ("周燕", "彭立")),
    ("李　娜", ("李娜",)),
    ("欧阳靖", ("欧阳靖",)),
]
VIEWS = ["", "浏览量：8763", "浏览次数：12次", "阅读（345）", "点击数：1.2万", "点击：", "人气：99"]


def arrangement(chance: random.Random) -> tuple[str, dict[str, object]]:
    """A page with a header, and the fields that it has."""
    hant = chance.random() < 0.4
    date, iso = chance.choice(DATES)
    names, people = chance.choice(AUTHORS)
    source, editor = chance.choice(SOURCES), "贺敏"
    colon = chance.choice(["：", ":", ": ", "： "])
    fields = [
        (chance.choice(["", f"发布时间{colon}", f"时间{colon}", f"日期{colon}"])) + date,
        chance.choice(["来源", "稿源", "文章来源", "信息来源"]) + colon + source,
        chance.choice(["编辑", "网络编辑"]) + colon + editor,
        chance.choice(["作者", "记者", "通讯员", "本报记者", "全媒体记者"]) + colon + names,
        chance.choice(VIEWS),
    ]
    fields = [one for one in fields if one]
    chance.shuffle(fields)
    lines = [[fields[0]]]
    for one in fields[1:]:
        if chance.random() < 0.25:
            lines.append([one])
        else:
            lines[-1].append(one)
    separator = chance.choice(SEPARATORS)
    header = "\n".join(separator.join(line) for line in lines)
    body = "\n".join(chance.sample(_LINES, 3))
    title = chance.choice(
        ["石桥镇春茶上市", "小茶叶撑起富民大产业——石桥镇见闻", "云溪县：让群众少跑腿", "“六元饭”暖了老人心"]
    )
    text = f"{title}\n{header}\n\n{body}\n"
    wanted = {"title": title, "source": source, "editor": editor, "people": people, "body": tuple(body.split("\n"))}
    if hant:
        text = traditional(text)
        wanted = {
            key: traditional(value) if isinstance(value, str) else tuple(map(traditional, value))
            for key, value in wanted.items()
        }
    return text, {**wanted, "iso": iso}


@pytest.mark.parametrize("seed", range(12))
def test_every_arrangement_of_a_header(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        text, wanted = arrangement(chance)
        intake = take_in(text.encode())
        slip = intake.slip
        found = {
            "title": slip.headline,
            "source": slip.source,
            "editor": slip.editor,
            "people": tuple(person.name for person in slip.byline),
            "body": tuple(block_text(block) for block in intake.blocks),
            "iso": slip.published_at,
        }
        assert found == wanted, text


CREDITS = [
    ("责编", "田文"),
    ("责任编辑", "田　文"),
    ("编辑", "贺敏"),
    ("一审", "何敏"),
    ("二审", "王军"),
    ("三审", "赵强"),
    ("初审", "何敏"),
    ("复审", "王军"),
    ("终审", "赵强"),
    ("校对", "唐明"),
    ("审核", "王军"),
    ("监制", "李　丽"),
    ("签发", "赵强"),
    ("值班主任", "卢德胜"),
]
CHROME = [
    "下载APP",
    "下载云溪融媒APP",
    "分享到：微信 微博 QQ空间",
    "【打印】【关闭】",
    "上一篇：石桥镇开展消防演练",
    "下一篇：没有了",
    "打印 关闭",
    "扫一扫在手机打开当前页",
    "版权所有：云溪县融媒体中心",
    "湘ICP备12345678号-1",
    "阅读 1234",
    "返回顶部",
    "登录 | 注册",
    "评论(0)",
    "相关阅读\n春耕进行时\n云溪县召开会议 2024-05-01",
    "云溪融媒",
    "Copyright © 2024 云溪融媒 版权所有",
    "浏览量：99 点赞 3",
]


def foot(chance: random.Random) -> tuple[str, list[tuple[str, str]]]:
    """Foot lines with credits, among them chrome, and who is named."""
    chosen = chance.sample(CREDITS, chance.randint(1, 5))
    colon, gap = chance.choice(["：", ":", "丨", " | ", "／"]), chance.choice(["  ", "　", " ", "；"])
    if colon == " | ":
        gap = "  "
    people = [(label, name.replace("　", "")) for label, name in chosen]
    lines = [label + colon + name for label, name in chosen]
    if chance.random() < 0.5:
        lines = [gap.join(lines)]
    if chance.random() < 0.4:
        lines.append("来源：云溪日报")
    chrome = chance.sample(CHROME, chance.randint(0, 5))
    if chance.random() < 0.3:
        chance.shuffle(chrome)
        return "\n".join(chrome[:2] + lines + chrome[2:]), people
    return "\n".join(lines + chrome), people


@pytest.mark.parametrize("seed", range(12))
def test_every_arrangement_of_a_foot(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        below, people = foot(chance)
        body = chance.sample(_LINES, 3)
        hant = chance.random() < 0.4
        text = "\n\n".join(["石桥镇春茶上市", "2024-05-06 来源：云溪日报 作者：周燕", *body, below]) + "\n"
        if hant:
            text, body = traditional(text), [traditional(line) for line in body]
            people = [(traditional(label), traditional(name)) for label, name in people]
        slip = (intake := take_in(text.encode())).slip
        named = [(person.label, person.name) for person in slip.page_credits]
        fields = {*slip.editor.split(), *slip.responsible_editor.split()}
        assert [block_text(block) for block in intake.blocks] == body, below
        assert all((label, name) in named or name in fields for label, name in people), below
