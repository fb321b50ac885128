"""A window that nobody has seen yet begins with its empty columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.first import glimpse as glimpses

TEXT = "园区的新路今天通车。\n送菜的车当天就多了一倍。"


def _text(desktop):
    return desktop.writing.body.toPlainText()


@pytest.mark.parametrize("size", [(1560, 960), (1280, 680), (1100, 640), (1920, 1080)])
@pytest.mark.parametrize("theme", ["light", "dark", "paper"])
def test_the_empty_columns_are_those_of_the_window(started, monkeypatch, size, theme):
    from ui import main_window
    from ui.first.blank import blank
    from ui.first.taking import taken

    monkeypatch.setattr(main_window, "FIRST_SIZE", size)
    monkeypatch.setattr(main_window.MainWindow, "fit_screen", lambda _window: None)
    desktop, _ = started.whole()
    desktop.context.preferences.set("theme", theme)
    desktop.context.look.settle()
    seen, made = taken(desktop), blank(size, theme)
    assert not seen.blank
    assert made.blank
    assert _drawn(seen) == _drawn(made)


def _drawn(glimpse):
    """The color of some spots as the bands give it, the later ones over those before."""
    width, height = glimpse.size
    columns = sorted({0, width - 1, *(edge for x in (56, 200, 380, 524, width - 332) for edge in (x - 1, x, x + 1))})
    spots = [(x, y) for x in columns if x < width for y in (0, height // 2, height - 29, height - 28, height - 27)]
    colors = dict.fromkeys(spots, glimpse.color)
    for band in glimpse.bands:
        left, top, wide, high = band.rect
        for x, y in spots:
            if left <= x < left + wide and top <= y < top + high:
                colors[x, y] = band.color
    return colors


def test_a_first_start_shows_the_empty_columns_at_once(started):
    page = started.page()
    assert page.text is None
    assert started.start.built is None
    picture = started.start.window.grab().toImage()
    assert picture.pixelColor(20, 20).name() == "#f5f6f8"
    desktop, _ = started.whole()
    assert desktop.navigation.isVisible()
    assert started.start.page is None


def test_a_first_start_has_the_theme_and_the_size_of_the_settings(started, tmp_path):
    folder = tmp_path / "config" / "gaotai"
    folder.mkdir(parents=True)
    (folder / "gaotai.ini").write_text("[General]\nscale=150\ntheme=dark\n", encoding="utf-8")
    page = started.page()
    picture = page.grab().toImage()
    assert picture.pixelColor(20, 20).name() == "#171b1f"
    assert picture.pixelColor(picture.width() // 2, picture.height() - 40).name() == "#121518"  # 42 px high
    desktop, _ = started.whole()
    assert desktop.context.look.tokens.dark


@pytest.mark.parametrize("settings", [b"", b"theme=mauve\nscale=9999\n", b"\xff\xfe\x00theme", b"scale=\xc2\xb2\n"])
def test_settings_that_cannot_be_read_are_those_of_the_beginning(tmp_path, settings):
    from ui.first.blank import chosen

    path = tmp_path / "gaotai.ini"
    path.write_bytes(settings)
    assert chosen(path, dark=False) == ("light", 100)
    assert chosen(path, dark=True) == ("dark", 100)
    assert chosen(tmp_path / "none.ini", dark=False) == ("light", 100)


def test_what_is_typed_on_empty_columns_is_for_whatever_lies_on_the_desk(started, place):
    QApplication.clipboard().clear()
    started.written()
    glimpses.drop(glimpses.path_of(place.data, place.library))
    page = started.page()
    assert page.text is None
    QTest.keyClicks(page, "abc")
    desktop, _ = started.whole()
    assert "abc" in _text(desktop)
    assert QApplication.clipboard().text() != "abc"


def test_a_caret_out_of_sight_leaves_empty_columns_in_the_same_place(started):
    started.written("\n".join(["园区的新路今天通车。"] * 200))
    desktop, _ = started.whole()
    desktop.window.resize(960, 640)  # the screen of the tests is small
    body = desktop.writing.body
    body.verticalScrollBar().setValue(0)
    started.end()
    page = started.page()
    assert page.text is None
    assert started.start.window.size() == QSize(960, 640)
    whole, _ = started.whole()
    assert len(_text(whole).splitlines()) == 200
