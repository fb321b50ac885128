"""粘贴为新版本: what came back from a chat becomes the next version and keeps what the chat could not carry."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Article, Credit, Slip, Variant
from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    Item,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    block_text,
    heading,
    paragraph,
    plain,
)  # fmt: skip
from editor.markup.normal import normalized
from editor.operations.newversion import as_new_version, plain_text
from tests.growth import assert_within

BOLD = frozenset({Mark.STRONG})
PICTURE = Image("asset:" + "a" * 64, caption="图为茶农在采茶。", credit="王军")
BARE = Image("asset:" + "b" * 64)
LEAD = Paragraph(
    (
        Run("五月的石桥镇，"), Run("三千亩茶园", BOLD), Run("开采"), Run("", note="1"), Run("，茶香四溢，"),
        Run("详情见网站", href="https://www.example.com/a"), Run("。"),
    )
)  # fmt: skip
SECOND = paragraph("茶农们一早就上山采茶，一天能采三四斤鲜叶，卖到镇上的合作社。")
THIRD = paragraph("合作社的茶厂里热气腾腾，新茶当天就能运到县城。")
LIST = ListBlock((Item((Run("一芽一叶"),), ordered=True), Item((Run("一芽二叶"),), ordered=True)))
BLOCKS = (
    LEAD, heading("采茶"), PICTURE, SECOND, heading("制茶"), THIRD, BARE, LIST,
    Quote(((Run("茶要慢慢品。"),), (Run("水要慢慢开。"),))),
    Table((((Run("镇"),), (Run("亩"),)), ((Run("石桥"),), (Run("3000"),)))),
    Rule(),
    paragraph("记者将继续关注。"),
    Footnote("1", (Run("据镇政府统计。"),)),
)  # fmt: skip
ARTICLE = Article(
    "a",
    Variant.ZH_CN,
    Slip(headline="石桥镇春茶上市", byline=(Credit("严晓峰", "reporter"),), source="云溪日报"),
    BLOCKS,
)
TEXTS = plain_text(BLOCKS).split("\n")


def pasted(*lines: str):
    return as_new_version(ARTICLE, "\n".join(lines))


def changed(before: str, after: str):
    assert before in plain_text(BLOCKS)
    return as_new_version(ARTICLE, plain_text(BLOCKS).replace(before, after))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\r", "\n\u3000\u3000", "  \n  "])
def test_its_own_text_gives_the_article_back(end):
    new = as_new_version(ARTICLE, plain_text(BLOCKS).replace("\n", end))
    assert new.blocks == BLOCKS
    assert not new.changes
    assert not new.chat_remains
    assert new.slip is ARTICLE.slip


def test_a_changed_figure_keeps_the_bold_round_it_and_is_the_only_change():
    new = changed("三千亩", "四千亩")
    assert new.blocks[1:] == BLOCKS[1:]
    assert Run("四千亩茶园", BOLD) in new.blocks[0].runs
    [change] = new.changes
    assert plain_text(new.blocks)[change.new_start : change.new_end] == "四"


def test_links_and_notes_stay_where_their_text_stayed():
    new = changed("茶香四溢，", "满山茶香，")
    runs = new.blocks[0].runs
    assert [run.href for run in runs if run.text == "详情见网站"] == ["https://www.example.com/a"]
    assert plain(runs[: next(index for index, run in enumerate(runs) if run.note)]).endswith("开采")
    assert not new.lost_notes


def test_a_note_whose_word_is_gone_moves_to_the_word_before_it():
    new = changed("开采，茶香", "，茶香")
    runs = new.blocks[0].runs
    assert plain(runs[: next(index for index, run in enumerate(runs) if run.note)]) == "五月的石桥镇，三千亩茶园"


def test_a_chat_carries_no_pictures_tables_and_notes_and_they_stay_where_they_stood():
    lines = [line for line in TEXTS if line not in {PICTURE.caption, "镇\t亩", "石桥\t3000", "据镇政府统计。"}]
    new = pasted(*lines)
    assert new.blocks == BLOCKS
    assert [block.kind for block in new.kept] == ["image", "image", "table", "rule", "footnote"]


def test_a_changed_caption_changes_the_picture_and_does_not_double_it():
    new = changed("图为茶农在采茶。", "图为茶农正在采茶。")
    assert [block.caption for block in new.blocks if isinstance(block, Image)] == ["图为茶农正在采茶。", ""]


def test_a_paragraph_that_was_parted_or_joined_or_added_or_taken_out():
    first, second = "茶农们一早就上山采茶，", "一天能采三四斤鲜叶，卖到镇上的合作社。"
    new = changed(first + second, f"{first}\n{second}")
    assert [block_text(block) for block in new.blocks[3:5]] == [first, second]
    assert changed("制茶\n", "").blocks == tuple(block for block in BLOCKS if block != heading("制茶"))
    joined = changed(f"{block_text(SECOND)}\n制茶\n", block_text(SECOND))
    assert block_text(joined.blocks[3]) == block_text(SECOND) + block_text(THIRD)
    added = changed(block_text(THIRD), "新加的一段，说的是茶价和销路。\n" + block_text(THIRD))
    assert block_text(added.blocks[5]) == "新加的一段，说的是茶价和销路。"
    assert (*added.blocks[:5], *added.blocks[6:]) == BLOCKS


def test_headings_stay_headings_when_they_are_reworded_or_moved():
    assert isinstance(changed("制茶\n", "厂里的一天\n").blocks[4], Heading)
    lines = [*TEXTS]
    lines.remove("采茶")
    lines.insert(lines.index("记者将继续关注。"), "采茶")
    moved = pasted(*lines)
    assert [block_text(block) for block in moved.blocks if isinstance(block, Heading)] == ["制茶", "采茶"]


def test_lists_come_back_with_signs_of_the_chat_and_new_items():
    new = changed("一芽一叶\n一芽二叶", "1. 一芽一叶\n2. 一芽两叶\n")
    assert [block_text(block) for block in new.blocks if isinstance(block, ListBlock)] == ["一芽一叶\n一芽两叶"]
    longer = changed("一芽一叶\n一芽二叶", "一芽一叶\n全是嫩芽\n一芽二叶")
    assert [block_text(block) for block in longer.blocks if isinstance(block, ListBlock)] == [
        "一芽一叶\n全是嫩芽\n一芽二叶"
    ]


def test_a_table_comes_back_row_by_row_or_cell_by_cell():
    for text in ("镇\t亩\n石桥\t3100", "镇\n亩\n石桥\n3100"):
        new = changed("镇\t亩\n石桥\t3000", text)
        assert [block_text(block) for block in new.blocks if isinstance(block, Table)] == ["镇\t亩\n石桥\t3100"]
    broken = changed("镇\t亩\n石桥\t3000", "石桥三千亩")
    assert block_text(next(block for block in broken.blocks if isinstance(block, Table))) == "镇\t亩\n石桥\t3000"


def test_what_the_chat_program_put_there_is_named_and_left_out():
    new = pasted(
        "张三 10:32:05",
        "以下是修改后的稿件：",
        "[图片]",
        "石桥镇春茶上市",
        "来源：云溪日报  记者：严晓峰",
        *TEXTS[:4],
        "2021年9月19日 21:44",
        *TEXTS[4:],
        "责任编辑：田文",
        "发自我的iPhone",
    )
    assert new.blocks == BLOCKS
    assert {each.what for each in new.chat_remains} == {"sender", "introduction", "token", "time", "sent_from"}
    assert new.fields == ("来源：云溪日报  记者：严晓峰", "责任编辑：田文")
    assert new.headline == ""


def test_words_above_another_headline_are_none_of_the_text():
    new = pasted("\u3000按你说的都弄好了", "石桥镇春茶昨日上市", "记者：严晓峰", *TEXTS)
    assert new.blocks == BLOCKS
    assert new.headline == "石桥镇春茶昨日上市"
    assert [(each.what, each.text, each.line) for each in new.chat_remains] == [("introduction", "按你说的都弄好了", 0)]
    assert block_text(pasted("新加的第一段，没有句号", *TEXTS).blocks[0]) == "新加的第一段，没有句号"


def test_another_headline_is_offered_and_not_taken():
    new = pasted("石桥镇春茶昨日上市", *TEXTS)
    assert new.headline == "石桥镇春茶昨日上市"
    assert new.slip.headline == "石桥镇春茶上市"
    assert new.blocks == BLOCKS


def test_lines_of_the_article_are_text_whatever_they_look_like():
    lines = ("[图片]", "2021年9月19日 21:44", "张三 10:32:05", "-----", "责编：田文", "以下是修改后的稿件：")
    article = Article("a", Variant.ZH_CN, Slip(), tuple(map(paragraph, lines)))
    assert as_new_version(article, "\n".join(lines)).blocks == article.blocks


def test_an_empty_article_takes_the_whole_text():
    empty = Article("a", Variant.ZH_CN, Slip(), ())
    assert [block_text(block) for block in as_new_version(empty, "一段。\n\n　　二段。").blocks] == ["一段。", "二段。"]
    assert as_new_version(ARTICLE, "").kept


def test_time_stays_short_for_long_texts():
    text = "".join(chr(0x4E00 + at % 3000) + ("。" if at % 40 == 39 else "") for at in range(60_000))
    blocks = tuple(paragraph(text[at : at + 200]) for at in range(0, len(text), 200))
    article = Article("a", Variant.ZH_CN, Slip(), blocks)
    changed = plain_text(blocks).replace("。", "！", 50) + "新" * 3000
    made = []
    assert_within(8, lambda: made.append(as_new_version(article, changed)))
    assert len(made[0].blocks) >= len(blocks)


# --- any article ----------------------------------------------------------------------------------------------------

words = st.text("茶农采茶忙春天，。AB1 \n:：[]-图片", min_size=1, max_size=9)
run_parts = st.one_of(
    st.builds(Run, words, st.sampled_from([frozenset(), BOLD]), st.sampled_from([None, "https://a.cn"])),
    st.builds(lambda label: Run("", note=label), st.sampled_from(["1", "2"])),
)
runs = st.lists(run_parts, min_size=1, max_size=4).map(tuple)
any_block = st.one_of(
    st.builds(Paragraph, runs),
    st.builds(Heading, runs, st.sampled_from([2, 3])),
    st.builds(lambda parts: Quote(tuple(parts)), st.lists(runs, min_size=1, max_size=3)),
    st.builds(
        lambda parts: ListBlock(tuple(parts)),
        st.lists(st.builds(Item, runs, st.integers(0, 2), st.booleans()), min_size=1, max_size=4),
    ),
    st.builds(
        lambda rows, head: Table(tuple(rows), head),
        st.lists(st.tuples(runs, runs), min_size=1, max_size=3),
        st.booleans(),
    ),
    st.builds(lambda caption: Image("asset:" + "0" * 64, caption), st.one_of(st.just(""), words)),
    st.just(Rule()),
    st.builds(Footnote, st.sampled_from(["1", "2", "3"]), runs),
)
articles = st.lists(any_block, max_size=7).map(
    lambda blocks: Article("a", Variant.ZH_CN, Slip(headline="春茶"), normalized(blocks))
)


@settings(max_examples=300)
@given(articles)
def test_the_plain_text_of_any_article_gives_it_back(article):
    assert as_new_version(article, plain_text(article.blocks)).blocks == article.blocks


def characters(*texts: str) -> Counter[str]:
    return Counter("".join("".join(texts).split()))


@settings(max_examples=200)
@given(
    articles,
    st.lists(st.text("茶农采茶忙新词甲乙，。", min_size=1, max_size=12), max_size=6),
    st.randoms(use_true_random=False),
)
def test_no_pasted_character_is_lost(article, added, chance):
    lines = [*plain_text(article.blocks).split("\n"), *added]
    chance.shuffle(lines)
    lines = lines[: chance.randint(0, len(lines))]
    new = as_new_version(article, "\n".join(lines))
    shown = characters(plain_text(new.blocks), new.headline, *new.fields, *(each.text for each in new.chat_remains))
    wanted = characters(*(line for line in lines if line != article.slip.headline))
    missing = wanted - shown
    assert not set(missing) - set("1.-[]："), missing
