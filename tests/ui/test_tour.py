"""The tour: every screen becomes a picture, the same picture each time, and what could not be drawn is told."""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QImage, QImageReader

from ui.tour.run import tour
from ui.tour.screens import SCREENS, Screen

BY_NAME = {screen.name: screen for screen in SCREENS}
SOME = [BY_NAME[name] for name in ("first-start", "desk", "person", "about", "small")]


@pytest.fixture(autouse=True)
def as_before(qapp):
    """The application as other tests expect it."""
    flash = qapp.cursorFlashTime()
    yield
    qapp.setCursorFlashTime(flash)


@pytest.fixture
def index():
    """What the index in a folder says."""
    return lambda folder: json.loads((folder / "index.json").read_text(encoding="utf-8"))


def test_pictures_are_the_same_each_time_and_the_index_names_them(qapp, tmp_path, index):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        assert tour(qapp, folder, SOME, ["zh_CN"], ["light"]) == 0
    told = index(first)
    assert told["failed"] == []
    assert [one["file"] for one in told["pictures"]] == [
        "first-start.light.zh_CN.png",
        "desk.light.zh_CN.png",
        "desk.paper.zh_CN.png",
        "person.light.zh_CN.png",
        "about.light.zh_CN.png",
        "small.light.zh_CN.png",
    ]
    assert {path.name for path in first.iterdir()} == {"index.json", *(one["file"] for one in told["pictures"])}
    for one in told["pictures"]:
        assert (first / one["file"]).read_bytes() == (second / one["file"]).read_bytes(), one["file"]
        size = QImageReader(str(first / one["file"])).size()
        assert (size.width(), size.height()) == (one["width"], one["height"])


def test_a_screen_that_cannot_be_drawn_is_told_of_and_the_others_are_drawn(qapp, tmp_path, index):
    def broken(stage):
        stage.open("No such headline")

    asked = [Screen("broken", broken), BY_NAME["about"]]
    assert tour(qapp, tmp_path, asked, ["en"], ["light", "dark"]) == 3
    told = index(tmp_path)
    assert [(one["screen"], one["language"]) for one in told["failed"]] == [("broken", "en")]
    assert [one["theme"] for one in told["pictures"]] == ["light", "dark"]
    light, dark = (QImage(str(tmp_path / one["file"])) for one in told["pictures"])
    assert light.pixelColor(5, 5).lightness() > dark.pixelColor(5, 5).lightness()


def test_every_screen_has_a_name_of_its_own():
    assert len(BY_NAME) == len(SCREENS)
