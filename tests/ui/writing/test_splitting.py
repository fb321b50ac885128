"""Long paragraphs are offered to be parted behind sentences; not a character is lost or moved."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.markup.blocks import Mark, Paragraph, Quote, Run, block_text, paragraph
from ui.writing.splitting import LONG, places, split, splittable

TRACKED = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15">
</head><body><p class=MsoNormal>今天<ins>上午</ins><del>下午</del>通水</p></body></html>"""
SENTENCE = "今年以来，园区新签约企业二十八家，发展势头良好。"


@given(
    st.lists(st.sampled_from([SENTENCE, "他说：“走吧。走吧！”", "（见图。）", "没有句号", "…", "\u2028"]), max_size=80)
)
@settings(deadline=None, max_examples=60)
def test_places_stand_in_order_behind_sentences_and_outside_of_quotations(parts):
    text = "".join(parts)
    found = places(text)
    assert found == sorted(set(found))
    for place in found:
        assert 0 < place < len(text)
        assert text[place - 1] in "。！？…”）\u2028"
        assert text[:place].count("“") == text[:place].count("”")
        assert text[:place].count("（") == text[:place].count("）")


def test_parts_are_about_equal():
    found = [0, *places(SENTENCE * 100), len(SENTENCE) * 100]
    lengths = [end - start for start, end in pairwise(found)]
    assert max(lengths) - min(lengths) <= 2 * len(SENTENCE)
    assert max(lengths) < LONG


def test_a_paragraph_without_the_end_of_a_sentence_is_left(made):
    editor = made((paragraph("很长" * LONG),))
    assert not split(editor.textCursor())


def test_no_character_and_no_mark_is_lost_and_undo_is_one_step(made):
    runs = (Run(SENTENCE * 30), Run("𬭎" + SENTENCE * 3, frozenset({Mark.STRONG})), Run(SENTENCE * 30))
    before = (paragraph("前。"), Paragraph(runs), paragraph("后。"))
    editor = made(before)
    editor.go_to(1, 700)
    cursor = editor.textCursor()
    assert split(cursor)
    editor.done(cursor)
    after = editor.blocks()
    assert len(after) > 4
    assert "".join(map(block_text, after[1:-1])) == block_text(before[1])
    strong = [run.text for block in after for run in block.runs if run.marks]
    assert "".join(strong) == runs[1].text
    editor.undo()
    assert editor.blocks() == before


def test_a_forced_break_becomes_the_border(made):
    text = "甲" * 600 + "。\n" + "乙" * 600 + "。"
    editor = made((paragraph(text),))
    cursor = editor.textCursor()
    assert split(cursor)
    assert [block_text(block) for block in editor.blocks()] == ["甲" * 600 + "。", "乙" * 600 + "。"]


def test_a_quotation_stays_one(made):
    editor = made((Quote(((Run(SENTENCE * 60),),)),))
    cursor = editor.textCursor()
    assert split(cursor)
    editor.done(cursor)
    (quote,) = editor.blocks()
    assert isinstance(quote, Quote)
    assert len(quote.paragraphs) > 1


def test_short_paragraphs_are_left(made):
    editor = made((paragraph(SENTENCE),))
    assert not splittable(editor.document().begin())


def opened_on(opened, blocks):
    opened.work.people.hide_card()
    opened.window.activateWindow()
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article is not None)
    opened.settle()
    body = opened.desktop.writing.body
    body.setFocus()
    opened.until(body.hasFocus)
    body.insert_blocks(blocks)
    return body, opened.work.writing.offers.line


def test_the_line_under_the_text_offers_it_and_a_click_does_it(opened):
    body, line = opened_on(opened, (paragraph(SENTENCE * 60),))
    opened.until(line.isVisible)
    assert f"{len(SENTENCE) * 60:,}" in line.told.text()
    (button,) = line.buttons()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(body.blocks()) > 1
    opened.until(lambda: not line.isVisible())
    opened.do("write.undo")
    assert len(body.blocks()) == 1


def test_closed_for_a_paragraph_it_stays_closed(opened):
    body, line = opened_on(opened, (paragraph(SENTENCE * 60), paragraph("短")))
    body.go_to(0, 3)
    opened.work.writing.offers.look()
    assert line.isVisible()
    line.away.click()
    opened.work.writing.offers.look()
    assert not line.isVisible()
    assert len(body.blocks()) == 2


def test_a_paste_with_tracked_changes_can_be_taken_as_it_was_before_them(opened):
    from tests.ui.writing.clipboards import mime

    body, line = opened_on(opened, (paragraph("开头旧句结尾"),))
    body.go_to(0, 2, 4)
    source = mime(TRACKED, "今天上午通水")
    body.insertFromMimeData(source)
    assert block_text(body.blocks()[0]) == "开头今天上午通水结尾"
    assert line.isVisible()
    QTest.mouseClick(line.buttons()[0], Qt.MouseButton.LeftButton)
    assert block_text(body.blocks()[0]) == "开头今天下午通水结尾"
    assert not line.isVisible()


def test_what_was_written_since_a_paste_is_not_put_at_risk(opened):
    from tests.ui.writing.clipboards import mime

    body, line = opened_on(opened, (paragraph("开头"),))
    body.insertFromMimeData(mime(TRACKED, "今天上午通水"))
    assert line.isVisible()
    QTest.keyClicks(body, "x")
    assert not line.isVisible()


def test_pictures_that_did_not_come_are_told_of(opened):
    from tests.ui.writing.clipboards import mime

    _body, line = opened_on(opened, (paragraph("开头"),))
    opened.desktop.writing.body.insertFromMimeData(mime('<p>图</p><p><img src="file:///C:/a.png"></p>', "图"))
    assert line.isVisible()
    assert "1" in line.told.text()
