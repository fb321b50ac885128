"""Pictures of the article: kept once by the worker, named by the text, described beside it."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image as Photo
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.markup.blocks import Image, paragraph
from editor.records.output import SmallPicture
from tests.editor.publish.sample_packages import png
from ui.pictures.listing import missing, renamed, size_words, with_field, without
from ui.pictures.shelf import SIDE, PictureShelf


def photo(size=(1600, 900), *, place=False):
    """A photograph, with the place where it was taken."""
    exif = Photo.Exif()
    if place:
        exif.get_ifd(0x8825)[1] = "N"
        exif.get_ifd(0x8825)[2] = (26.0, 25.0, 12.0)
    out = io.BytesIO()
    Photo.new("RGB", size, (90, 120, 60)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def source_of(data):
    return "asset:" + hashlib.sha256(data).hexdigest()


def images(opened):
    return [block for block in opened.desktop.sheet.blocks() if isinstance(block, Image)]


@pytest.fixture
def desk(opened, out, tmp_path):
    """A new article with a paragraph, the tab 附件 in front, and two files."""
    (tmp_path / "a.jpg").write_bytes(photo())
    (tmp_path / "b.png").write_bytes(png())
    opened.do("file.new")
    opened.until(lambda: opened.desktop.sheet.article)
    opened.desktop.writing.body.insertPlainText("春灌开闸。")
    opened.desktop.inspector.choose("pictures")
    return opened


def insert(desk, out, *files):
    before = len(images(desk))
    out.pictures.insert([str(file) for file in files])
    desk.until(lambda: len(images(desk)) > before)
    desk.settle()
    desk.until(lambda: len(out.pictures.pane.cards) == len(images(desk)))


def test_inserted_pictures_stand_in_the_text_in_their_order_with_their_sizes(desk, out, tmp_path):
    insert(desk, out, tmp_path / "a.jpg", tmp_path / "b.png")
    assert [image.source for image in images(desk)] == [source_of(photo()), source_of(png())]
    pane = out.pictures.pane
    desk.until(lambda: "1600 × 900" in pane.cards[0].size_label.text())
    assert f"{round(len(photo()) / 1000)} KB" in pane.cards[0].size_label.text()
    assert "60 × 40" in pane.cards[1].size_label.text()
    assert desk.desktop.inspector.tabs.tabText(desk.desktop.inspector.tabs.currentIndex()).endswith(" 2")


def test_the_same_picture_twice_is_kept_once(desk, out, tmp_path):
    insert(desk, out, tmp_path / "a.jpg")
    insert(desk, out, tmp_path / "a.jpg")
    assert len(images(desk)) == 2
    with desk.jobs.room.desk.reading() as session:
        assert session.connection.exec_driver_sql("SELECT count(*) FROM asset").scalar() == 1


def test_no_whole_photograph_comes_into_the_window(desk, out, tmp_path):
    (tmp_path / "huge.jpg").write_bytes(photo((2600, 1300)))
    insert(desk, out, tmp_path / "huge.jpg")
    source = images(desk)[0].source
    desk.until(lambda: out.pictures.shelf.known(source))
    shown, width = out.pictures.shelf.image(source)
    assert width == 2600
    assert max(shown.width(), shown.height()) <= SIDE


def test_the_place_is_gone_before_the_text_names_the_picture(desk, out, tmp_path):
    (tmp_path / "p.jpg").write_bytes(photo(place=True))
    insert(desk, out, tmp_path / "p.jpg")
    source = images(desk)[0].source
    assert source != source_of(photo(place=True))
    assert desk.desktop.status.news
    from editor.service import assets

    kept = assets.read(desk.jobs.room, source)
    assert source_of(kept) == source
    assert not Photo.open(io.BytesIO(kept)).getexif().get_ifd(0x8825)


def test_a_pasted_picture_is_kept_and_named_as_it_was_kept(desk, out):
    data = photo(place=True)
    came = desk.desktop.writing.body.insert_picture(data)
    assert images(desk)[0].source == came
    desk.until(lambda: images(desk)[0].source != came)
    from editor.service import assets

    assert assets.read(desk.jobs.room, images(desk)[0].source) is not None


def test_undo_does_not_bring_the_place_back(desk, out):
    came = desk.desktop.writing.body.insert_picture(photo(place=True))
    desk.until(lambda: images(desk)[0].source != came)
    clean = images(desk)[0].source
    out.pictures.healing.setInterval(300)
    desk.desktop.writing.body.undo()
    assert images(desk)[0].source == came
    desk.until(lambda: images(desk)[0].source == clean)
    for _ in range(3):
        desk.desktop.writing.body.undo()
    assert not images(desk)  # and still one gets past it


def test_a_picture_that_came_with_its_place_is_marked_and_cleaned_only_when_somebody_wants_it(desk, out):
    from editor.store import kept_files

    data = photo(place=True)
    with desk.jobs.room.desk.writing() as session:
        kept_files.keep(session.connection, session.newsroom, data, "image/jpeg")
    desk.desktop.writing.body.insert_alone(Image(source_of(data)))
    desk.until(lambda: out.pictures.pane.cards and out.pictures.pane.cards[0].buttons["clean"].isVisible())
    desk.settle()
    assert images(desk)[0].source == source_of(data)  # a signed text is not changed by being looked at
    out.pictures.pane.cards[0].buttons["clean"].click()
    desk.until(lambda: images(desk)[0].source != source_of(data))
    desk.until(lambda: not out.pictures.pane.cards[0].buttons["clean"].isVisible())


def test_what_is_typed_beside_a_picture_stands_in_the_text_and_can_be_undone(desk, out, tmp_path):
    insert(desk, out, tmp_path / "a.jpg")
    card = out.pictures.pane.cards[0]
    QTest.keyClicks(card.fields["caption"], "Bridge")
    QTest.keyClicks(card.fields["credit"], "Zhou")
    QTest.keyClicks(card.fields["alt"], "A bridge")
    assert images(desk)[0] == Image(source_of(photo()), "Bridge", "Zhou", "A bridge")
    desk.until(lambda: not card.lacks.isVisible())
    for _ in "A bridge":
        desk.desktop.writing.body.undo()
    assert images(desk)[0].alt == ""
    desk.until(lambda: card.fields["alt"].text() == "")
    assert card.lacks.isVisible()


def test_typing_in_a_field_keeps_its_caret(desk, out, tmp_path):
    insert(desk, out, tmp_path / "a.jpg")
    field = out.pictures.pane.cards[0].fields["caption"]
    QTest.keyClicks(field, "Brdge")
    field.setCursorPosition(2)
    QTest.keyClicks(field, "i")
    QTest.qWait(250)
    assert (field.text(), field.cursorPosition()) == ("Bridge", 3)


def test_a_replaced_picture_keeps_what_is_said_of_it(desk, out, tmp_path):
    insert(desk, out, tmp_path / "a.jpg")
    QTest.keyClicks(out.pictures.pane.cards[0].fields["caption"], "Bridge")
    out.pictures.replace(0, images(desk)[0], str(tmp_path / "b.png"))
    desk.until(lambda: images(desk)[0].source == source_of(png()))
    assert images(desk)[0].caption == "Bridge"


def test_a_picture_is_taken_out_of_the_text_by_its_button(desk, out, tmp_path):
    insert(desk, out, tmp_path / "a.jpg", tmp_path / "b.png")
    out.pictures.pane.cards[0].buttons["remove"].click()
    assert [image.source for image in images(desk)] == [source_of(png())]
    desk.until(lambda: len(out.pictures.pane.cards) == 1)


def test_files_that_are_dropped_are_inserted_and_bad_ones_named(desk, out, tmp_path):
    (tmp_path / "c.txt").write_text("no picture", encoding="ascii")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("c.txt", "b.png")])
    pane = out.pictures.pane
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(pane, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(pane, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))
    desk.until(lambda: images(desk))
    assert [image.source for image in images(desk)] == [source_of(png())]
    assert "c.txt" in desk.desktop.status.news


def test_pictures_that_come_after_another_article_was_opened_are_not_put_into_it(desk, out, tmp_path):
    out.pictures.insert([str(tmp_path / "a.jpg")])
    desk.do("file.new")
    desk.until(lambda: not desk.jobs.busy)
    QTest.qWait(50)
    assert images(desk) == []


def test_a_text_that_runs_unchanged_keeps_its_pictures_as_they_are(desk, out, tmp_path):
    insert(desk, out, tmp_path / "a.jpg")
    desk.desktop.sheet.read_only(read_only=True)
    out.pictures.refresh()
    card = out.pictures.pane.cards[0]
    before = desk.desktop.sheet.blocks()
    QTest.keyClicks(card.fields["caption"], "Bridge")
    card.remove_wanted.emit()
    card.field_edited.emit("alt", "forced")
    out.pictures.insert([str(tmp_path / "b.png")])
    desk.settle()
    assert desk.desktop.sheet.blocks() == before
    assert not out.pictures.pane.insert.isEnabled()


def test_the_picture_of_an_article_is_drawn_in_the_text(desk, out, tmp_path):
    insert(desk, out, tmp_path / "a.jpg")
    body = desk.desktop.writing.body
    desk.until(lambda: body.pictures.size(images(desk)[0].source) is not None)


def test_opening_hands_the_file_to_the_system(desk, out, tmp_path, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    opened_files = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened_files.append(url.toLocalFile()) or True)
    insert(desk, out, tmp_path / "a.jpg")
    desk.until(out.pictures.pane.cards[0].buttons["open"].isEnabled)
    out.pictures.pane.cards[0].buttons["open"].click()
    desk.until(lambda: opened_files)
    assert Path(opened_files[0]).read_bytes() == photo()


def test_every_field_and_button_has_a_name(desk, out, tmp_path):
    insert(desk, out, tmp_path / "a.jpg")
    card = out.pictures.pane.cards[0]
    assert all(widget.accessibleName() for widget in (*card.fields.values(), *card.buttons.values()))


TWO = (paragraph("一"), Image("asset:a", "图"), paragraph("二"), Image("asset:b"))


def test_fields_change_in_the_picture_that_is_meant_and_nowhere_else():
    assert with_field(TWO, 1, "credit", "周") == (*TWO[:3], Image("asset:b", "", "周"))
    assert with_field(TWO, 2, "credit", "周") == TWO
    assert without(TWO, 0) == (TWO[0], TWO[2], TWO[3])
    assert renamed(TWO, "asset:b", "asset:c")[3] == Image("asset:c")
    assert missing(TWO[1]) == ("credit", "alt")


@pytest.mark.parametrize(("size", "said"), [(999, "999 B"), (340_400, "340 KB"), (3_240_000, "3.2 MB")])
def test_sizes_are_told_as_people_read_them(size, said):
    assert size_words(size) == said


def test_the_shelf_asks_once_and_together_and_asks_again_for_what_failed(qtbot):
    asked = []
    shelf = PictureShelf(asked.append)
    for source in ("asset:a", "asset:b", "asset:a", "https://example.com/x.jpg"):
        assert shelf.known(source) is None
    qtbot.waitUntil(lambda: asked == [("asset:a", "asset:b")])
    shelf.failed(("asset:a", "asset:b"))
    shelf.known("asset:b")
    qtbot.waitUntil(lambda: asked[1:] == [("asset:b",)])
    with qtbot.waitSignal(shelf.arrived) as arrived:
        shelf.put((SmallPicture("asset:b", png(), 60, 40, 99),))
    assert arrived.args == ["asset:b"]
    assert shelf.picture("asset:b") == png()


def test_the_shelf_holds_no_more_than_it_may(qtbot):
    shelf = PictureShelf(lambda _sources: None)
    shelf.put([SmallPicture(f"asset:{n}", bytes(10 << 20), 9, 9, 9) for n in range(9)])
    assert shelf.picture("asset:8")
    assert sum(shelf._held[source] is not None for source in shelf._held) <= 4
