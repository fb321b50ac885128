"""应急稿包 in the window: what is signed goes into a file that somebody names, and the window says what is in it."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtWidgets import QFileDialog


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Somebody names a file in the dialog; gives what the dialogs were called and the file."""
    titles = []

    def answer(_parent, title, _proposed, _filter):
        titles.append(title)
        return str(tmp_path / "稿包"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return titles, tmp_path / "稿包.zip"


def signed(desk):
    return [row for row in desk.rows() if row.state in {"approved", "sent"}]


def test_everything_that_is_signed_goes_in_and_the_receipt_says_so(web, asked):
    titles, file = asked
    row = next(row for row in signed(web) if row.state == "approved")
    web.do("queue.emergency")
    web.until(file.exists)
    web.settle()
    assert "全部已签发" in titles[0]
    with zipfile.ZipFile(file) as archive:
        assert [name for name in archive.namelist() if name.endswith(".docx") and row.number in name]
    assert file.name in web.desktop.status.news
    assert next(one for one in web.rows() if one.name == row.name).state == "approved"
    web.open_row(next(n for n, one in enumerate(web.rows()) if one.name == row.name))
    web.do("queue.receipts")
    receipts = web.work.outbox.by_hand.receipts
    web.until(lambda: receipts.chosen is not None)
    assert receipts.chosen.action == "packed"
    assert file.name in receipts.whole.text() + receipts.chosen.place


def test_a_folder_that_cannot_be_written_is_said_in_words(web, asked, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "a.zip"), ""))
    web.do("queue.emergency")
    web.settle()
    assert "a.zip" in web.desktop.status.news
    assert "无法写入" in web.desktop.status.news


def test_a_dialog_that_is_left_does_nothing(web, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    web.do("queue.emergency")
    web.settle()
    assert not list(tmp_path.glob("*.zip"))
