"""Through the whole window: what is out is corrected, with a note and with a notice, and taken back."""

from __future__ import annotations

import pytest

from editor.records.articles import View


@pytest.fixture
def correcting(opened):
    """The duty editor-in-chief with an article that is out."""
    opened.sample()
    opened.become("3")
    opened.desktop.browser.show_view(View("sent"))
    opened.until(lambda: opened.rows() and opened.rows()[0].state == "sent")
    opened.open_row(0)
    opened.until(lambda: opened.work.review.dossier is not None)
    opened.settle()
    return opened


def card(window):
    return window.work.review.pane.correcting


def shown(window):
    dossier = window.work.review.dossier
    return dossier.correction if dossier is not None else None


def test_a_note_is_begun_by_key_and_taken_back(correcting):
    window = correcting
    window.do("article.correct")
    assert card(window).asking
    card(window).forms["note"].setChecked(True)
    card(window).what.setPlainText("“一百户”应为“一百二十户”。")
    card(window).begin.click()
    window.until(lambda: shown(window) is not None and shown(window).state == "begun")
    window.settle()
    assert [note.text for note in window.desktop.sheet.slip().corrections] == ["“一百户”应为“一百二十户”。"]
    assert "文末更正说明" in card(window).told()
    card(window).undo.click()
    window.until(lambda: shown(window) is not None and shown(window).state == "")
    window.settle()
    assert window.desktop.sheet.slip().corrections == ()


def test_a_notice_is_drafted_and_opened_from_there(correcting):
    window = correcting
    corrected = window.desktop.sheet.article.article
    window.do("article.correct")
    card(window).forms["notice"].setChecked(True)
    card(window).what.setPlainText("“一百户”应为“一百二十户”。")
    card(window).begin.click()
    window.until(lambda: shown(window) is not None and shown(window).state == "begun")
    window.settle()
    card(window).open.click()
    window.until(lambda: window.desktop.sheet.article is not None and window.desktop.sheet.article.article != corrected)
    window.until(lambda: shown(window) is not None and shown(window).corrects == corrected)
    slip = window.desktop.sheet.slip()
    assert (slip.genre, slip.corrects) == ("notice", corrected)
    assert "“一百户”应为“一百二十户”。" in window.desktop.sheet.text()


def test_what_is_typed_meanwhile_keeps_the_note(correcting):
    window = correcting
    window.do("article.correct")
    card(window).forms["note"].setChecked(True)
    card(window).what.setPlainText("“甲”应为“乙”。")
    card(window).begin.click()
    window.until(lambda: shown(window) is not None and shown(window).state == "begun")
    window.settle()
    body = window.desktop.writing.body
    body.moveCursor(body.textCursor().MoveOperation.End)
    body.insertPlainText("（完）")
    window.do("file.save")
    window.settle()
    window.do("review.submit")
    window.until(lambda: shown(window) is not None and shown(window).state == "review")
    assert [note.text for note in window.desktop.sheet.slip().corrections] == ["“甲”应为“乙”。"]
    steps = window.work.review.dossier.timeline
    assert [step.form for step in steps if step.kind == "correct"] == ["note"]
    told = window.desktop.writing.steps.accessibleDescription()
    assert any(word in told for word in ("更正第 1 次", "Correction 1"))
