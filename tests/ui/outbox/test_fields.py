"""What goes is told in the words of a newsroom, and no character of it is lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.records.disposal import ReceiptShown
from editor.records.outbox import LineShown, PictureShown, PreviewShown, ThreeTexts
from tests.ui.outbox.samples import line
from ui.outbox import fields
from ui.outbox.deciding import DecideDialog
from ui.outbox.preview import GoesDialog, Item
from ui.outbox.receipts import ReceiptsDialog
from ui.sentences import Sentences

BRIDGE = PictureShown("ab" * 32, "ab" * 32 + ".jpg", "大桥合龙 李四摄", "大桥", 1_258_291)
BARE = PictureShown("cd" * 32, "cd" * 32 + ".jpg", "", "", 0)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("title", "标题"),
        ("content", "正文"),
        ("excerpt", "摘要"),
        ("digest", "摘要"),
        ("categories", "栏目"),
        ("tags", "标签"),
        ("cover", "封面"),
        ("gaotai_byline", "署名"),
        ("their_own_field", "their_own_field"),
    ],
)
def test_a_known_field_has_a_word_and_an_unknown_one_its_own_name(chinese, name, word):
    assert fields.field_word(name) == word


def test_every_field_that_our_kinds_send_has_a_word(chinese):
    from editor.publish.targets.wagtail import _MORE, FIELDS
    from editor.publish.targets.wordpress import META

    sent = {"title", "content", "slug", "meta", "date", "modified", "summary", "facts", "author", "pictures", "version"}
    for name in {*sent, "link", "text", *META, *META.values(), *FIELDS, *FIELDS.values(), *_MORE}:
        assert not fields.field_word(name).isascii(), name


@pytest.mark.parametrize(
    ("name", "value", "glance"),
    [
        ("categories", ["要闻"], "要闻"),
        ("tags", ["夏粮", "收购"], "夏粮、收购"),
        ("tags", [], "–"),
        ("excerpt", "", "–"),
        ("meta", {"gaotai_byline": "王一", "gaotai_kicker": "", "gaotai_source": "本报"}, "署名：王一 · 来源：本报"),
        ("meta", {"gaotai_kicker": ""}, "–"),
        ("pictures", 3, "3"),
        ("title", '["要闻"]', '["要闻"]'),  # a headline that looks like data is a headline
        ("content", "<p>甲 &lt; 乙</p>\n<p>丙</p>", "甲 < 乙 丙"),
        ("cover", "asset:" + BRIDGE.id, "图1 大桥合龙 李四摄 · 1.2 MB"),
        ("cover", BARE.id[:16], "图2 –"),
        ("cover", "asset:" + "0" * 64, "asset:" + "0" * 64),
    ],
)
def test_what_goes_is_seen_at_a_glance(chinese, name, value, glance):
    assert fields.told(name, value, (BRIDGE, BARE)).glance == glance


@given(st.sampled_from(["title", "content", "excerpt", "x"]), st.text(max_size=400))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_the_whole_of_a_text_is_exactly_what_goes(name, text):
    assert fields.told(name, text).whole == text
    assert fields.told_text(name, text).whole == text


@given(st.text(max_size=900))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_a_glance_is_one_line(text):
    glance = fields.told("title", text).glance
    assert glance
    assert len(glance.splitlines()) == 1
    assert len(glance) <= 301


@given(st.lists(st.text(alphabet='夏粮收购,、[]"', min_size=1, max_size=5), max_size=5))
@settings(max_examples=40, derandomize=True, deadline=None)
def test_lists_kept_as_text_are_told_like_lists(tags):
    assert fields.told_text("tags", json.dumps(tags, ensure_ascii=False)) == fields.told("tags", tags)


def test_a_list_that_was_cut_off_is_told_as_it_is():
    assert fields.told_text("tags", '["夏粮", "收').whole == '["夏粮", "收'


def goes_with(look, qtbot, preview):
    dialog = GoesDialog(look, Sentences("zh_CN"), "发送内容")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_items({"web": [Item("a", "1124-YW-1", "大桥合龙")]})
    dialog.show_preview(preview)
    return dialog


def test_names_of_files_take_no_room_from_what_goes(chinese, look, qtbot):
    preview = PreviewShown("a", "web", fields=(("title", "大桥合龙"), ("x" * 90, "值")), pictures=(BRIDGE, BARE))
    dialog = goes_with(look, qtbot, preview)
    assert dialog.fields.columnWidth(0) <= 200
    assert dialog.fields.columnWidth(1) > 2 * dialog.fields.columnWidth(0)
    rows = [dialog.fields.topLevelItem(n) for n in range(dialog.fields.topLevelItemCount())]
    assert [row.text(0) for row in rows] == ["标题", "x" * 90, "图1", "图2"]
    assert not any(picture.id in row.text(column) for picture in (BRIDGE, BARE) for row in rows for column in (0, 1))
    dialog.fields.setCurrentItem(rows[2])
    assert BRIDGE.file in dialog.whole.toPlainText()  # whoever wants to know finds it
    assert "大桥合龙 李四摄" in dialog.whole.toPlainText()


def test_the_html_of_a_text_stands_below_as_it_goes(chinese, look, qtbot):
    text = "<p>大桥<b>合龙</b></p>"
    dialog = goes_with(look, qtbot, PreviewShown("a", "web", fields=(("content", text),)))
    assert dialog.fields.topLevelItem(0).text(1) == "大桥合龙"
    assert dialog.whole.toPlainText() == text


def test_what_has_no_field_is_named_in_words(chinese, look, qtbot):
    preview = PreviewShown(
        "a", "web", fields=(("title", "x"),), losses=(("no_fields", "", "genre, origin_url", False),)
    )
    told = goes_with(look, qtbot, preview).fields.topLevelItem(1).text(1)
    assert "体裁、原文网址" in told


def test_fields_are_called_the_same_where_a_person_decides(chinese, look, qtbot):
    held: LineShown = line(allows={"stamp": "s"}, state="held")
    dialog = DecideDialog(look, Sentences("zh_CN"), held)
    qtbot.addWidget(dialog)
    dialog.show_texts((ThreeTexts("tags", '["夏粮", "收购"]', "[]", '["夏粮"]'), ThreeTexts("title", "甲", "乙", "甲")))
    assert [dialog.field.itemText(n) for n in range(2)] == ["标签", "标题"]
    assert dialog.columns["ours"][1].toPlainText() == "夏粮\n收购"
    assert dialog.columns["theirs"][1].toPlainText() == ""


def test_a_receipt_names_fields_and_places_in_words(qapp, qtbot, look, chinese):
    dialog = ReceiptsDialog(look, "河堤步道全线贯通")
    qtbot.addWidget(dialog)
    receipt = ReceiptShown(
        entry="e1",
        id="a",
        place="site:/home/a/sample-site",
        action="put",
        by_hand=False,
        name="陈书衡",
        at="2026-11-24T13:20:00+08:00",
        when="",
        address="https://x/1",
        version=1,
        differs=("title", "content", "excerpt"),
        digest="ab" * 32,
        kept=True,
        picture="",
        looks=(),
    )
    dialog.show_receipts((receipt,))
    assert "标题、正文、摘要" in dialog.whole.text()
    item = dialog.list.topLevelItem(0)
    assert item.text(1) == "sample-site"
    assert item.toolTip(1) == receipt.place
