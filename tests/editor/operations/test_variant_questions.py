"""Whatever a text holds: marks explain every change, every choice can be made, and a decision does just that."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Article, Credit, Slip, Variant
from editor.markup.blocks import block_text
from editor.markup.reader import read
from editor.operations.variant_questions import shown
from editor.text.variants import Decision, Entry, Glossary, Options
from editor.text.variants.articles import convert_article, convert_whole
from editor.text.variants.profiles import profiles

HANS = (
    *("软件更新后，信息更全。", "出租车和公交车都装了二维码。", "动力之谷、马达之城，", "头发全白的老周说，"),
    *(
        "他说：“发展快”。",
        "特朗普在悉尼，",
        "于文静范文报道",
        "**理**发店",
        "一斤谷子，",
        "里面有[链接](https://例子.com/发现)吗",
    ),
    *("计算机`代码发`", "面条和方便面，", "后天去后台。", "酸奶土豆质量，", "网络视频软件程序", "https://www.发现.com"),
    *("程序员反馈，", "只有一只。", "干部去了皇后大道。", "看𬭎和𫖯。"),
)
HANT = (
    "乾隆年間，",
    "於是他說著手，",
    "藉此機會乾杯。",
    "軟體裡的視訊，",
    "頭髮瞭望臺。",
    "“計程車”來了。",
    "**麵**條",
)
SHAPES = (
    *("{}\n", "## {}\n", "> {}\n>\n> {}\n", "- {}\n- {}\n", "| {} | 发 |\n| --- | --- |\n| 里 | {} |\n"),
    *("![{}](asset:" + "0" * 64 + ")\n", "{}[^1]\n\n[^1]: {}\n"),
)


@st.composite
def articles(draw, sentences, variant):
    def text():
        return "".join(draw(st.lists(st.sampled_from(sentences), min_size=1, max_size=5)))

    shapes = draw(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=4))
    blocks = [shape.format(*(text() for _ in range(shape.count("{}")))) for shape in shapes]
    byline = (Credit("于文静", "reporter", "记者"),)
    slip = Slip(headline=text().replace("*", ""), summary=text(), byline=byline, keywords=("软件", "发展"))
    return Article("", variant, slip, read("\n".join(blocks)))


def check(article, target, options, picks):
    whole = convert_whole(article, target, options)
    assert convert_article(article, target, options)[0] == whole.article
    seen = shown(article, whole, frozenset(), ())
    explained(seen)
    assert {choice.place for choice in whole.choices} == {place for one in seen.questions for place in one.places}
    chosen = {
        place: question.candidates[pick % len(question.candidates)]
        for question, pick in zip(seen.questions, picks, strict=False)
        for place in question.places
    }
    decisions = tuple(sorted(Decision(*place, after) for place, after in chosen.items()))
    options = dataclasses.replace(options, decisions=decisions)
    again = convert_whole(article, target, options)
    assert convert_article(article, target, options)[0] == again.article
    decided = shown(article, again, frozenset(), decisions)
    explained(decided)
    for question in decided.questions:
        for place, number in zip(question.places, question.spots, strict=True):
            spot = decided.spots[number]
            stands = block_text(decided.passages[spot.passage].result)[spot.at : spot.till]
            assert stands == chosen.get(place, question.candidates[0])
            assert question.before == block_text(decided.passages[spot.passage].source)[spot.start : spot.end]


def explained(seen):
    """Putting the marked spans into the source gives the result."""
    for number, passage in enumerate(seen.passages):
        before, after = block_text(passage.source), block_text(passage.result)
        pieces, done = [], 0
        for spot in (spot for spot in seen.spots if spot.passage == number):
            pieces += (before[done : spot.start], after[spot.at : spot.till])
            done = spot.end
        assert "".join([*pieces, before[done:]]) == after


@settings(max_examples=60, derandomize=True)
@given(
    articles(HANS, Variant.ZH_CN),
    st.sampled_from(sorted(profiles())),
    st.booleans(),
    st.lists(st.integers(0, 4), min_size=40, max_size=40),
)
def test_simplified_text_in_every_profile(article, profile, uneven, picks):
    entries = (Entry("马达", "電動馬達機"), Entry("老周", "周老")) if uneven else ()
    options = profiles()[profile].options(Options(glossary=Glossary(entries)))
    check(article, profiles()[profile].target, options, picks)


@settings(max_examples=30, derandomize=True)
@given(
    articles(HANT, Variant.ZH_TW),
    st.sampled_from([Variant.ZH_CN, Variant.ZH_HK]),
    st.booleans(),
    st.lists(st.integers(0, 4), min_size=40, max_size=40),
)
def test_traditional_text(article, target, remade, picks):
    check(article, target, Options(words=remade, quotes=remade, via_hans=remade), picks)
