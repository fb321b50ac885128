"""Pages on a disk: a corrected article and its notice link to each other, whichever of them is delivered."""

from __future__ import annotations

import pytest

from editor.operations import correcting
from editor.operations.delivering import clear, deliver
from editor.operations.reviewing import sign, submit, withdraw
from tests.editor.operations.newsroom import (
    CHIEF,
    FIRST,
    SECOND,
    WRITER,
    change,
    own_article,
    passed,
    sheet,
)

TOLD = "“多了两成”应为“多了三成”。"


@pytest.fixture
def writer_levels():
    return ("reporter", "1")


class Disk:
    """A site or a folder of pages."""

    def __init__(self, desk, folder, form):
        self.desk, self.address = desk, f"{form}:{folder}"
        self.pages = folder / "articles" if form == "site" else folder

    def send(self, *names):
        return deliver(self.desk, self.address, list(names), CHIEF)

    def page(self, name):
        return (self.pages / f"{name}.html").read_text("utf-8")


@pytest.fixture(params=["site", "html"])
def disk(request, desk, tmp_path):
    return Disk(desk, tmp_path / "out", request.param)


@pytest.fixture
def out(desk, disk):
    name = passed(desk, own_article(desk, column="要闻"))
    disk.send(name)
    return name


def notice_of(desk, name):
    return passed(desk, correcting.correct(desk, name, "notice", what=TOLD, person=WRITER).notice)


def test_each_page_links_to_the_other_once_both_are_there(desk, disk, out):
    before = disk.page(out)
    notice = notice_of(desk, out)
    sent = disk.send(notice)
    assert f'href="{notice}.html"' in disk.page(out)
    assert f'href="{out}.html"' in disk.page(notice)
    assert before != disk.page(out)
    assert {item.name for item in sent.delivered} == {out, notice}
    assert not any(item.written for item in disk.send(notice).delivered)
    assert len(sheet(desk, out).standing.newest_approvals[0].receipts) == 1


def test_the_link_goes_with_the_notice(desk, disk, out):
    before = disk.page(out)
    notice = notice_of(desk, out)
    disk.send(notice)
    clear(desk, withdraw(desk, notice, person=CHIEF))
    assert disk.page(out) == before


def test_a_notice_that_is_not_there_is_not_linked(desk, disk, out, tmp_path):
    notice = notice_of(desk, out)
    Disk(desk, tmp_path / "elsewhere", "html").send(notice)
    disk.send(out)
    assert notice not in disk.page(out)


def test_a_newer_text_does_not_go_because_of_a_notice(desk, disk, out):
    change(desk, out, WRITER, "两成", "三成")
    notice = correcting.correct(desk, out, "notice", what=TOLD, person=WRITER).notice
    passed(desk, out)
    disk.send(passed(desk, notice))
    assert "两成" in disk.page(out)
    disk.send(out)
    assert f'href="{notice}.html"' in disk.page(out)


def test_the_note_stands_on_the_page(desk, disk, out):
    change(desk, out, WRITER, "两成", "三成")
    correcting.correct(desk, out, "note", what=TOLD, person=WRITER)
    passed(desk, out)
    disk.send(out)
    assert f"<strong>更正说明（2026年3月5日）：</strong>{TOLD}" in disk.page(out)


def test_of_a_silent_correction_a_reader_sees_no_word(desk, disk, out):
    change(desk, out, WRITER, "两成", "三成")
    submit(desk, out, WRITER)
    correcting.correct(desk, out, "silent", why="笔误", person=CHIEF)
    for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        sign(desk, out, level, person)
    disk.send(out)
    shown = disk.page(out)
    assert "三成" in shown
    assert "更正" not in shown
    assert "笔误" not in shown
