"""Anything that a file can hold gives an article or a known error, in linear time."""

from __future__ import annotations

import contextlib
import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from editor.errors import EditorError
from editor.intake import take_in
from editor.markup.blocks import block_text
from tests.growth import assert_within

PIECES = [
    "来源：云溪日报",
    "作者：周燕 李　娜",
    "2024-05-06 09:12",
    "2024-02-30",
    "责编：",
    "一审：田文",
    "|",
    "｜",
    "　",
    "\t",
    "【",
    "】",
    "（",
    "）",
    "记者 周燕",
    "文/图 张三",
    "浏览量:123",
    "字号：大 中 小",
    "下载APP",
    "分享到：",
    "首页 > 正文",
    "上一篇：",
    "相关阅读",
    "版权所有",
    "湘ICP备1号",
    "云溪融媒",
    "——副题",
    "一、小标题",
    "记者手记",
    "扫一扫",
    "周晓芸　聂　辉",
    "本报评论员",
    "云溪医保 2023-12-18 16:30",
    "《云溪日报》（2024年5月6日 第03版）",
    "— 1 —",
    "云溪县小茶叶撑起了富民大产",
    "首页",
    "社会",
    "00:00",
    "怎么缴费最方便？",
    "（中央社記者黃子涵新北19日電）",
    "今年以来，我县把油茶作为富民产业来抓，全县油茶林面",
    "图为现场。",
    "这是正文的一句话，它有标点。",
    "“引文。”",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x0c",
    "\x00",
    "\ufeff",
    "\u200b",
    "\ud7ff",
    "\ue000",
    "?",
    "！",
    "風(fēng)",
    "&nbsp;",
    "</p>",
    "<p>",
    "<b>",
    "<table>",
    "<script>",
    "# ",
    "## ",
    "---\n",
    "title: x\n",
    "> ",
    "- ",
    "1. ",
    "![a](b)",
    "[^1]",
    "```",
    "。",
    "，",
    ":",
    "a",
    "b c",
    "12",
    "３",
    "𠮷",
    "e\u0301",
    "\U0001f338",
    "\u3000\u3000",
]


@settings(max_examples=250, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["", "a.html", "a.md", "a.txt"]))
def test_every_arrangement_of_the_parts_of_a_page(parts: list[str], name: str) -> None:
    with contextlib.suppress(EditorError):
        intake = take_in("".join(parts).encode("utf-8", "surrogatepass"), name)
        for repair in intake.repairs:
            assert intake.decoded[repair.start : repair.end] == repair.before


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(max_size=200), st.sampled_from(["", "a.html", "a.md"]))
def test_any_text(text: str, name: str) -> None:
    with contextlib.suppress(EditorError):
        take_in(text.encode("utf-8", "replace"), name)


@pytest.mark.parametrize("file", [item["file"] for item in resources.table("samples/index.toml")["samples"]])
def test_samples_with_bytes_changed_lost_and_doubled(file: str) -> None:
    chance = random.Random(file)
    original = resources.data(f"samples/{file}")
    for _ in range(12):
        data = bytearray(original)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[at] = chance.randrange(256)
                case 1:
                    del data[at : at + chance.randint(1, 40)]
                case 2:
                    data[at:at] = chance.randbytes(chance.randint(1, 9))
                case 3:
                    del data[at:]
            if not data:
                data = bytearray(b"x")
        with contextlib.suppress(EditorError):
            take_in(bytes(data), file)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from([piece for piece in PIECES if piece.isprintable() and "<" not in piece]),
        min_size=1,
        max_size=25,
    )
)
def test_no_character_is_lost_in_silence(parts: list[str]) -> None:
    """What a plain page holds is in a field, in the text or in the report."""
    text = "\n".join(parts)
    with contextlib.suppress(EditorError):
        intake = take_in(text.encode(), "a.txt")
        if intake.kind != "plain" or any(repair.applied for repair in intake.repairs):
            return
        slip = intake.slip
        kept = "".join(
            [
                slip.kicker,
                slip.headline,
                slip.subheadline,
                slip.editor,
                slip.responsible_editor,
                slip.source,
                slip.column,
            ]
            + [slip.published_at, slip.summary, slip.original_headline, slip.origin_url, slip.dateline, *slip.keywords]
            + [person.name + person.label for person in (*slip.byline, *slip.page_credits)]
            + [block_text(block) for block in intake.blocks]
            + [loss.text for loss in intake.report]
        )
        labels = "年月日来源作者责编一审记文图：:/|｜　 ()（）【】[]>- \n"
        assert not [char for char in unicodedata.normalize("NFC", text) if char not in kept + labels and char.isalpha()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("今年以来，云溪县坚持把茶产业作为富民产业来抓，" * 40 + "。\n", "a.txt"),
        ("短句。\n", "a.txt"),
        ("<p>今年以来，云溪县坚持把茶产业作为富民产业来抓。</p>\n", "a.html"),
        ("## 小标题\n\n今年以来，云溪县坚持**茶产业**。\n\n", "a.md"),
        ("记者 周燕 ", "a.txt"),
        ("来源：", "a.txt"),
        ("2024-05-06 ", "a.txt"),
        ("(", "a.txt"),
        ("今年以来，我县把油茶作为富民产业来抓，全县油茶林面\n", "a.txt"),
        ("— 1 —\n云溪日报 2024年\n", "a.txt"),
        ("扫一扫\n", "a.txt"),
        ("《云溪日报》（2024", "a.txt"),
        ("（记者王小明北京", "a.txt"),
    ],
)
def test_a_large_page_takes_seconds(text: str, name: str) -> None:
    data = (text * (1 + 1_000_000 // len(text.encode())))[:1_000_000].encode()

    def taken() -> None:
        with contextlib.suppress(EditorError):
            take_in(data, name)

    assert_within(15, taken)
