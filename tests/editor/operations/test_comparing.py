"""Two texts of an article beside each other, as a reviewer reads them."""

from __future__ import annotations

import pickle
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Article, Credit, Outlet, Slip, Variant
from editor.markup.blocks import Image, Paragraph, Run, block_text, heading, paragraph
from editor.operations.comparing import compare
from tests.growth import assert_within

FIRST = "今年春灌面积比去年多了两成，渠首水闸已经全部开启。"
SECOND = "记者在渠首看到，值班人员每两小时记录一次水位。"
THIRD = "县水利局负责人说，今年的水比往年来得早，首批放水覆盖六个乡镇。"


def article(*blocks, **slip):
    made = tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)
    return Article("", Variant.ZH_CN, Slip(**slip), made)


def kinds(old, new):
    return [(row.kind, row.old, row.new) for row in compare(old, new).rows]


def test_one_changed_word_is_marked_in_its_paragraph_and_nothing_else():
    result = compare(article(FIRST, SECOND, THIRD), article(FIRST, SECOND, THIRD.replace("六个", "八个")))
    assert [row.kind for row in result.rows] == ["equal", "equal", "changed"]
    (place,) = result.places
    assert (place.block, place.before, place.after) == (2, "六", "八")
    assert THIRD[place.old_start : place.old_end] == "六"
    assert (result.added, result.removed, result.scope) == (1, 1, "text")


def test_a_paragraph_that_was_split_is_not_shown_as_half_rewritten():
    result = compare(article(FIRST + SECOND, THIRD), article(FIRST, SECOND, THIRD))
    assert kinds(article(FIRST + SECOND, THIRD), article(FIRST, SECOND, THIRD))[0] == ("split", (0,), (0, 1))
    assert (result.added, result.removed) == (0, 0)
    assert [(place.before, place.after) for place in result.places] == [("", "\n")]


def test_paragraphs_that_were_joined_and_changed_show_only_the_change():
    result = compare(article(FIRST, SECOND), article(FIRST + SECOND.replace("两小时", "一小时")))
    assert result.rows[0].kind == "joined"
    assert [(place.before, place.after) for place in result.places] == [("\n", ""), ("两", "一")]
    assert [(stretch.block, stretch.end - stretch.start) for stretch in result.rows[0].removed] == [(1, 1)]


def test_a_moved_paragraph_is_shown_where_it_was_and_where_it_is():
    rows = compare(article(FIRST, SECOND, THIRD), article(FIRST, THIRD, SECOND)).rows
    moved = [row for row in rows if row.kind == "moved"]
    assert len(moved) == 2
    assert {(row.old, row.new, row.other) for row in moved} in (
        {((2,), (), 1), ((), (1,), 2)},
        {((1,), (), 2), ((), (2,), 1)},
    )
    assert compare(article(FIRST, SECOND, THIRD), article(FIRST, THIRD, SECOND)).added == 0


def test_another_paragraph_is_not_taken_for_a_changed_one():
    assert kinds(article(FIRST, SECOND), article("完全不同的一段话。", SECOND)) == [
        ("deleted", (0,), ()),
        ("inserted", (), (0,)),
        ("equal", (1,), (1,)),
    ]


def test_a_paragraph_that_became_a_heading_or_bold_has_the_same_characters():
    bold = Paragraph((Run(FIRST, frozenset({"strong"})),))
    for new in (heading(FIRST), bold):
        result = compare(article(FIRST), article(new))
        assert result.rows[0].kind == "restyled"
        assert (result.places, result.scope) == ((), "style")


def test_a_change_of_a_caption_alone_is_told_from_a_change_of_the_text():
    old = article(FIRST, Image("asset:1", "渠首", "许青 摄"), headline="春灌")
    result = compare(old, article(FIRST, Image("asset:1", "渠首水闸", "许青 摄"), headline="春灌开闸"))
    assert result.scope == "captions"
    assert [image.kind for image in result.images] == ["captioned"]
    assert [(place.field, place.after) for place in result.places] == [("headline", "开闸"), ("", "水闸")]


def test_a_picture_that_was_put_in_the_place_of_another_is_named():
    result = compare(article(FIRST, Image("asset:1", "渠首")), article(FIRST, Image("asset:2", "渠首")))
    assert [(image.kind, image.old, image.new) for image in result.images] == [("replaced", 1, 1)]
    assert [(place.field, place.before, place.after) for place in result.places] == [("source", "asset:1", "asset:2")]


def test_fields_are_shown_as_they_are_printed():
    old = Slip(byline=(Credit("许青", "reporter", "记者"),), keywords=("春灌",), number="0305-01")
    new = Slip(
        byline=(Credit("许青", "reporter", "记者"), Credit("李娜", "stringer", "通讯员")),
        keywords=("春灌", "水利"),
        outlets=(Outlet("微信", headline="开闸啦"),),
        number="0305-02",
    )
    result = compare(Article("", Variant.ZH_CN, old, ()), Article("", Variant.ZH_CN, new, ()))
    assert [(change.field, change.after) for change in result.fields] == [
        ("byline", "记者 许青、通讯员 李娜"),
        ("keywords", "春灌、水利"),
        ("outlets.微信.headline", "开闸啦"),
    ]
    assert result.scope == "slip"


def test_the_same_text_has_no_difference():
    result = compare(article(FIRST, SECOND), article(FIRST, SECOND))
    assert (result.scope, result.places, result.added, result.removed) == ("same", (), 0, 0)


PARAGRAPHS = st.lists(
    st.sampled_from([FIRST, SECOND, THIRD, FIRST + SECOND, FIRST[:12], "", "。", THIRD * 2]), max_size=8
)


@settings(max_examples=150, derandomize=True)
@given(PARAGRAPHS, PARAGRAPHS)
def test_every_block_stands_in_one_row_in_its_order_and_the_marks_leave_the_same_text(old_texts, new_texts):
    old, new = article(*old_texts), article(*new_texts)
    result = compare(old, new)
    assert [index for row in result.rows for index in row.old] == list(range(len(old_texts)))
    assert [index for row in result.rows for index in row.new] == list(range(len(new_texts)))
    for row in result.rows:
        if row.kind in {"moved", "deleted", "inserted"}:
            continue
        assert without(old, row.old, row.removed) == without(new, row.new, row.added)
    assert pickle.loads(pickle.dumps(result)) == result


def without(whole, indexes, stretches):
    """The text of some blocks without what is marked."""
    texts = {index: list(block_text(whole.blocks[index])) for index in indexes}
    for stretch in stretches:
        texts[stretch.block][stretch.start : stretch.end] = [""] * (stretch.end - stretch.start)
    return "".join("".join(texts[index]) for index in indexes).replace("\n", "")


@pytest.mark.parametrize("size", [20, 500, 100_000])
def test_a_hundred_thousand_characters_are_compared_in_a_moment(size):
    dice = random.Random(3)
    letters = [chr(0x4E00 + i) for i in range(3000)]
    texts = ["".join(dice.choices(letters, k=size)) for _ in range(100_000 // size)]
    changed = ["".join(c if (i + 1) % 40 else "变" for i, c in enumerate(text)) for text in texts]
    made = []
    assert_within(3, lambda: made.append(compare(article(*texts), article(*changed))))  # measured 0.3 to 0.6 s
    assert made[0].scope == "text" or size == 20
