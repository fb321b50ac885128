"""并入: text, people and keywords of one article in another, and an honest list of what is dropped."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from editor.article import Article, Credit, Note, Origin, Outlet, Slip, Variant
from editor.errors import EditorError
from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    block_text,
    heading,
    paragraph,
)  # fmt: skip
from editor.markup.reader import read
from editor.markup.writer import write
from editor.operations.merging import merge

FIRST = Article(
    "a",
    Variant.ZH_CN,
    Slip(headline="春茶上市", byline=(Credit("严晓峰", "reporter"), Credit("李娜", "stringer")),
         keywords=("茶叶", "乡村"),
         editor="田文", source="云溪日报", page_credits=(Credit("王军", "reviewer", "一审"),)),
    (paragraph("第一段。"), heading("采茶"), paragraph("第二段。"), Footnote("1", (Run("甲注。"),))),
)  # fmt: skip
SECOND = Article(
    "b",
    Variant.ZH_CN,
    Slip(headline="茶厂开工", byline=(Credit("李　娜", "stringer"), Credit("严晓峰", "photographer")),
         keywords=("乡村", "茶厂"), editor="田文 贺敏", source="青禾时报", summary="茶厂今天开工。",
         page_credits=(Credit("王军", "reviewer", "二审"),)),
    (Paragraph((Run("茶厂开工了"), Run("", note="1"), Run("。"))), Footnote("1", (Run("乙注。"),))),
)  # fmt: skip


def texts(article: Article) -> list[str]:
    return [block_text(block) for block in article.blocks]


def test_the_text_goes_to_the_end_or_before_a_block():
    assert texts(merge(FIRST, SECOND).article) == ["第一段。", "采茶", "第二段。", "茶厂开工了。", "甲注。", "乙注。"]
    done = merge(FIRST, SECOND, 1)
    assert texts(done.article)[:3] == ["第一段。", "茶厂开工了。", "采茶"]
    assert (done.begin, done.end) == (1, 2)
    assert texts(merge(FIRST, SECOND, 99).article)[-2:] == ["茶厂开工了。", "乙注。"]


def test_footnotes_with_the_same_label_stay_two():
    article = merge(FIRST, SECOND).article
    notes = {block.label: block_text(block) for block in article.blocks if isinstance(block, Footnote)}
    assert notes == {"1": "甲注。", "2": "乙注。"}
    assert [run.note for run in article.blocks[3].runs if run.note] == ["2"]


def test_people_and_keywords_are_united_and_the_rest_is_named():
    done = merge(FIRST, SECOND)
    slip = done.article.slip
    assert slip.byline == (*FIRST.slip.byline, Credit("严晓峰", "photographer"))
    assert slip.keywords == ("茶叶", "乡村", "茶厂")
    assert slip.editor == "田文 贺敏"
    assert [credit.label for credit in slip.page_credits] == ["一审", "二审"]
    assert (slip.headline, slip.source, slip.summary) == ("春茶上市", "云溪日报", "")
    assert [(each.field, each.text) for each in done.dropped] == [
        ("headline", "茶厂开工"),
        ("source", "青禾时报"),
        ("summary", "茶厂今天开工。"),
    ]


def test_the_headline_may_become_a_heading():
    done = merge(FIRST, SECOND, heading=True)
    assert done.article.blocks[3] == Heading((Run("茶厂开工"),))
    assert "headline" not in {each.field for each in done.dropped}


def test_an_article_without_a_headline_takes_the_other_one():
    empty = Article("c", Variant.ZH_CN, Slip(), ())
    done = merge(empty, SECOND, heading=True)
    assert done.article.slip.headline == "茶厂开工"
    assert texts(done.article)[0] == "茶厂开工了。"


def test_another_script_is_named_and_an_article_does_not_go_into_itself():
    other = dataclasses.replace(SECOND, variant=Variant.ZH_TW)
    assert ("variant", "zh-TW") in {(each.field, each.text) for each in merge(FIRST, other).dropped}
    with pytest.raises(EditorError) as caught:
        merge(FIRST, FIRST)
    assert caught.value.code == "merge_itself"


def test_every_field_that_can_be_dropped_has_a_sentence():
    texts_of = dict.fromkeys(
        ("kicker", "headline", "subheadline", "source", "column", "summary", "contact", "planned_length"), "文"
    )
    times = dict.fromkeys(("published_at", "deadline", "publish_at", "embargo"), "2024-01-01")
    original = {"origin_url": "https://a.cn", "original_headline": "原", "original_authors": "者", "dateline": "本报讯"}
    full = Slip(
        number="1", genre="news", origin=Origin.REPRINT, outlets=(Outlet("微信"),), byline=(Credit("张三"),),
        corrections=(Note("“甲”应为“乙”。"),), corrects="0199",
        keywords=("茶",), editor="甲", responsible_editor="乙", page_credits=(Credit("丙"),),
        **texts_of, **times, **original,
    )  # fmt: skip
    dropped = merge(FIRST, Article("d", Variant.ZH_TW, full, ())).dropped
    united = {"byline", "page_credits", "keywords", "editor", "responsible_editor"}
    assert {each.field for each in dropped} == {field.name for field in dataclasses.fields(Slip)} - united | {"variant"}
    for each in dropped:
        for language in resources.LANGUAGES:
            assert each.text in resources.sentence(each.message, language, text=each.text) or each.field == "genre"


words = st.text("茶农采茶忙", min_size=1, max_size=5)
labels = st.sampled_from(["1", "2", "x"])
runs = st.lists(
    st.one_of(st.builds(Run, words), labels.map(lambda label: Run("", note=label))), min_size=1, max_size=3
).map(tuple)
blocks = st.lists(
    st.one_of(
        st.builds(Paragraph, runs),
        st.builds(Heading, runs),
        st.builds(lambda each: Quote((each,)), runs),
        st.builds(lambda each: ListBlock((Item(each),)), runs),
        st.builds(lambda each: Table(((each,), (each,))), runs),
        st.builds(Footnote, labels, runs),
        st.just(Image("asset:" + "0" * 64, caption="图")),
        st.just(Rule()),
    ),
    max_size=6,
)  # fmt: skip


@settings(max_examples=80)
@given(blocks, blocks, st.integers(0, 7))
def test_no_text_of_either_is_lost_and_the_result_can_be_written(first, second, place):
    one, other = (Article(name, Variant.ZH_CN, Slip(), read(write(b))) for name, b in (("a", first), ("b", second)))
    merged = merge(one, other, place).article.blocks
    assert read(write(merged)) == merged
    assert sorted(map(block_text, merged)) == sorted(map(block_text, (*one.blocks, *other.blocks)))
