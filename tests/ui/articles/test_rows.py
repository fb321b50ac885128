"""What a row shows where there is little room: who wrote it, how long there is, and where a search found something."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtGui import QColor

from editor.records.articles import Hit, Row, Span
from ui.articles import words
from ui.articles.pane import ArticleList

NOW = datetime(2026, 3, 12, 16, 0, tzinfo=timezone(timedelta(hours=8)))


def row(number=1, **changed):
    plain = Row(
        row=number,
        article=f"a{number}",
        variant="zh-CN",
        name=f"a{number}",
        own=True,
        number="0312-XD-01",
        headline="渠水通到第三村",
        summary="今天通水。",
        column="要闻",
        authors=("林晓禾",),
        state="level1",
        origin="",
        deadline="2026-03-13T07:00:00+08:00",
        publish_at="",
        images=0,
        characters=100,
        writer="",
        submitter="",
        returned_to="",
        derived="",
        place="",
        updated_at="2026-03-12T15:00:00+08:00",
        opened_at="",
        day="2026-03-12",
        unread=False,
    )
    return plain._replace(**changed)


@pytest.fixture
def view(qtbot, look):
    look.now = lambda: NOW
    made = ArticleList(look)
    qtbot.addWidget(made)
    made.resize(324, 400)
    made.show()
    return made


def texts(view, shown, monkeypatch):
    """What is written in a row, in its order."""
    view.articles.show_ids([shown.row], rows=[shown])
    written = []
    delegate = view.itemDelegate()
    text, right = delegate._text, delegate._right
    monkeypatch.setattr(delegate, "_text", lambda *told: (written.append(told[2]), text(*told))[1])
    monkeypatch.setattr(delegate, "_right", lambda *told: (written.append(told[2]), right(*told))[1])
    view.viewport().grab()
    return written


def test_where_there_is_room_the_deadline_is_called_so(view, monkeypatch):
    written = texts(view, row(), monkeypatch)
    assert words.countdown(row().deadline, NOW)[0] in written


def test_the_author_is_more_than_the_word_before_the_deadline(view, monkeypatch):
    crowded = row(authors=("林晓禾", "周明远"), images=3, errors=2, warnings=1)
    written = texts(view, crowded, monkeypatch)
    assert words.countdown(crowded.deadline, NOW, short=True)[0] in written
    assert words.countdown(crowded.deadline, NOW)[0] not in written
    assert "3" in written


def test_what_is_late_is_always_called_so():
    late = "2026-03-12T14:00:00+08:00"
    assert words.countdown(late, NOW, short=True) == words.countdown(late, NOW)


@pytest.mark.parametrize("place", [0, 20, 52])
def test_a_place_that_was_found_is_in_sight(view, look, place):
    snippet = "渠" * place + "大桥" + "水" * (60 - place)
    view.articles.show_ids([1], rows=[row()])
    mark = QColor(look.tokens.mark).name()

    def marked():
        picture = view.viewport().grab(view.visualRect(view.articles.index(0))).toImage()
        middle = picture.height() * 45 // 100
        return any(picture.pixelColor(x, middle).name() == mark for x in range(picture.width()))

    assert not marked()
    view.articles.show_hits(
        {1: Hit(1, "渠水通到第三村", (), snippet, (Span(place, place + 2),), cut_before=True, cut_after=True)}
    )
    assert marked()


def test_the_name_of_a_group_does_not_stand_on_the_headline(view, monkeypatch):
    view.articles.group_by(lambda _row: "今天")
    long = row(headline="渠" * 40)
    delegate = view.itemDelegate()
    boxes = []
    text = delegate._text
    monkeypatch.setattr(delegate, "_text", lambda *told: (boxes.append((told[2], told[1])), text(*told))[1])
    view.articles.show_ids([1], rows=[long])
    view.viewport().grab()
    with_group = next(box.width() for said, box in boxes if said == long.headline)
    view.articles.group_by(None)
    boxes.clear()
    view.viewport().grab()
    assert with_group < next(box.width() for said, box in boxes if said == long.headline)
