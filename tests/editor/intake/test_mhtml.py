"""Web archives: the page is read as one that was saved, its pictures are kept."""

from __future__ import annotations

import base64
import contextlib
from email.message import EmailMessage

import pytest

from editor.errors import EditorError
from editor.intake import readable, take_in
from editor.intake.packed import kind_of_file
from editor.markup.blocks import Image, block_text
from tests.editor.intake.office_files import png

TEXT = "五月的石桥镇，茶香四溢，漫山遍野都是采茶人的身影。"
PAGE = (
    f"<html><head><title>春茶上市</title></head><body><div class='TRS_Editor'><p>{TEXT}</p>"
    "<p><img src='https://www.example.com/a.png'></p><p><img src='cid:b@x'></p><p><img src='cid:none'></p>"
    f"<p>{TEXT}</p></div></body></html>"
)


def archive(page: str = PAGE, encoding: str = "utf-8", *, main: str = "text/html") -> bytes:
    pieces = [
        (main, page.encode(encoding), "https://www.example.com/1.html", "", f'; charset="{encoding}"'),
        ("image/png", png(1), "https://www.example.com/a.png", "", ""),
        ("image/png", png(2), "", "<b@x>", ""),
        ("image/png", png(3), "https://www.example.com/logo.png", "", ""),
        ("text/css", b"p {}", "https://www.example.com/a.css", "", ""),
    ]
    lines = [
        "From: <Saved>",
        "Subject: page",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related;\r\n\tboundary="--=x"',
        "",
    ]
    for kind, data, place, identifier, more in pieces:
        lines += ["----=x", f"Content-Type: {kind}{more}", "Content-Transfer-Encoding: base64"]
        lines += [f"Content-Location: {place}"] * bool(place) + [f"Content-ID: {identifier}"] * bool(identifier)
        lines += ["", base64.encodebytes(data).decode().replace("\n", "\r\n")]
    return "\r\n".join([*lines, "----=x--", ""]).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_the_page_and_the_pictures_that_it_shows_come_in(encoding):
    data = archive(encoding=encoding)
    assert kind_of_file(data) == "mhtml"
    intake = take_in(data, "春茶.mht")
    assert [block_text(block) for block in intake.blocks if not isinstance(block, Image)] == [TEXT, TEXT]
    assert [block.source for block in intake.blocks if isinstance(block, Image)] == [
        f"asset:{picture.asset}" for picture in intake.pictures
    ]
    assert [picture.data for picture in intake.pictures] == [png(1), png(2)]
    assert intake.source == data
    assert [loss.count for loss in intake.report if loss.what == "picture_missing"] == [1]
    assert readable(intake.original, intake.encoding, intake.kind) == intake.decoded


def test_an_archive_without_a_page_is_refused():
    with pytest.raises(EditorError) as caught:
        take_in(archive(main="application/x-other"))
    assert caught.value.code == "archive_no_page"


@pytest.mark.parametrize(
    "text", ["MIME-Version: 1.0 和 multipart/related 是邮件的说法。\n" + TEXT, TEXT + "multipart/related"]
)
def test_a_text_about_archives_is_a_text(text):
    assert kind_of_file(text.encode()) == ""


def test_a_mail_that_was_saved_is_still_text():
    message = EmailMessage()
    message["Subject"] = "稿件"
    message.set_content(TEXT)
    assert kind_of_file(bytes(message)) == ""


@pytest.mark.parametrize("cut", range(0, 2400, 150))
def test_a_broken_archive_raises_nothing_but_a_sentence(cut):
    data = archive()
    with contextlib.suppress(EditorError):
        take_in(data[:cut] + data[cut + 40 :])
