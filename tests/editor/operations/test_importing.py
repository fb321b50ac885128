"""Taking in documents and their pictures: what is kept, and that the text still counts as the original."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace

import pytest

from editor.article import slip_to_plain
from editor.errors import EditorError
from editor.markup.blocks import Image, block_text
from editor.markup.reader import read
from editor.operations.faithful import is_original
from editor.operations.importing import Imported, NotImported, import_page, import_path
from editor.store import kept_files
from tests.editor.intake.office_files import (
    Docx,
    box,
    jpeg,
    levels,
    listed,
    numbers,
    packed,
    para,
    picture,
    png,
    run,
    table,
)
from tests.editor.operations.newsroom import empty_desk, sheet
from tests.editor.publish.test_position import PLACE, app, tiff

TEXT = "茶农们一早就上山采茶，一天能采三四斤鲜叶。"
TITLE = para(run("石桥镇春茶上市", "<w:b/>"), center=True)


@pytest.fixture
def desk(tmp_path):
    opened = empty_desk(tmp_path / "library")
    yield opened
    opened.library.close()


def kept(desk, identifier: str) -> tuple[str, bytes] | None:
    with desk.reading() as session:
        return kept_files.find(session.connection, session.newsroom, identifier.removeprefix("asset:"))


def images(done: Imported) -> list[str]:
    return [block.source for block in read(done.content.text) if isinstance(block, Image)]


def test_a_document_is_kept_with_its_pictures_and_its_text_is_the_original(desk):
    feet = f'<w:footnote w:id="1">{para("据镇政府统计。")}</w:footnote>'
    body = (
        TITLE + para("来源：云溪日报") + para(run(TEXT) + '<w:r><w:footnoteReference w:id="1"/></w:r>')
        + para(picture("p")) + para("图为采茶。（王军 摄）") + listed("一芽一叶，", 1) + listed("一芽二叶。", 1)
        + para(run("有框。") + box(para("框里的字。"))) + table(["镇", "亩"], ["石桥", "3000"])
        + para(run("產(chǎn)業(yè)園區(qū)。"))
        + para(run("業(yè)界、業(yè)務(wù)、產(chǎn)出、產(chǎn)地。")) + para("责任编辑：田文")
    )  # fmt: skip
    numbering = levels(("chineseCounting", "%1、")) + numbers(1)
    data = Docx(body, footnotes=feet, numbering=numbering, media={"p": ("a.png", png())}).bytes()
    done = import_page(desk, data, "稿件.docx")
    entered = done.content.entered
    assert kept(desk, entered["original"])[1] == data
    assert [kept(desk, source) for source in images(done)] == [("image/png", png())]
    assert sheet(desk, done.name).content.text == done.content.text
    assert any(item.applied for item in done.intake.repairs)
    revision = SimpleNamespace(
        content={"slip": slip_to_plain(done.content.slip), "text": done.content.text}, variant=str(done.content.variant)
    )
    assert is_original(revision, entered, data)
    revision.content["text"] = done.content.text.replace("三四斤", "四五斤")
    assert not is_original(revision, entered, data)


def test_the_text_names_a_picture_without_its_place_and_both_are_kept(desk):
    raw = jpeg(more=app(b"Exif\0\0" + tiff("<")))
    document = Docx(TITLE + para(picture("p")) + para(TEXT), media={"p": ("a.jpg", raw)}).bytes()
    done = import_page(desk, document, "稿件.docx")
    [source] = images(done)
    mime, data = kept(desk, source)
    assert mime == "image/jpeg"
    assert PLACE in raw
    assert PLACE not in data
    assert source == f"asset:{hashlib.sha256(data).hexdigest()}"
    assert kept(desk, hashlib.sha256(raw).hexdigest()) == ("image/jpeg", raw)
    assert hashlib.sha256(raw).hexdigest() not in done.content.assets
    told = {loss["what"]: loss["text"] for loss in done.content.intake["report"]}
    assert told["picture_position"] == "a.jpg"


def test_a_folder_gives_its_articles_one_after_the_other(desk, tmp_path):
    folder = tmp_path / "来稿"
    folder.mkdir()
    (folder / "甲.txt").write_text(TEXT, encoding="utf-8")
    (folder / "乙.docx").write_bytes(b"PK\x03\x04")
    (folder / "丙.txt").write_text(TEXT, encoding="utf-8")
    (folder / "丙1.png").write_bytes(png())
    said: list[tuple[int, int]] = []
    found = list(import_path(desk, str(folder), progress=lambda done, total: said.append((done, total))))
    assert {each.file.rpartition("/")[2]: type(each) for each in found} == {
        "甲.txt": Imported, "乙.docx": NotImported, "丙.txt": Imported,
    }  # fmt: skip
    assert said[-1] == (3, 3)
    with_picture = next(each for each in found if each.file.endswith("丙.txt"))
    assert [kept(desk, source) for source in images(with_picture)] == [("image/png", png())]
    assert kept(desk, with_picture.content.entered["original"])[1] == TEXT.encode()
    assert [block_text(block) for block in read(with_picture.content.text)] == [TEXT, ""]


def test_nothing_more_is_taken_in_when_it_is_canceled(desk, tmp_path):
    place = tmp_path / "来稿.zip"
    place.write_bytes(packed({f"{number}.txt": TEXT for number in range(4)}))
    wanted = iter([False, True])
    assert len(list(import_path(desk, str(place), canceled=lambda: next(wanted)))) == 1


def test_what_is_made_of_an_old_file_is_the_original_and_the_old_file_is_kept_too(desk, monkeypatch):
    from editor.intake import office

    made = Docx(TITLE + para(TEXT)).bytes()
    monkeypatch.setattr(office, "converted", lambda *_, **__: made)
    old = b"{\\rtf1 old}"
    done = import_page(desk, old, "稿件.rtf")
    assert kept(desk, done.content.entered["original"])[1] == made
    assert kept(desk, done.content.entered["made_from"])[1] == old


@pytest.mark.parametrize(
    ("name", "code"), [("nothing.txt", "no_such_file"), ("empty", "bundle_empty"), ("big.txt", "input_too_large")]
)
def test_what_cannot_be_taken_in_is_said(desk, tmp_path, monkeypatch, name, code):
    from editor.operations import importing

    monkeypatch.setattr(importing, "MAX_TEXT", 10)
    (tmp_path / "empty").mkdir()
    (tmp_path / "big.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(EditorError) as caught:
        list(import_path(desk, str(tmp_path / name)))
    assert caught.value.code == code
