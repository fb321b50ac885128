"""更正 at real publishing systems: the note is read on the public page, notice and article lead to each other."""

from __future__ import annotations

import re

import pytest

from editor.operations import correcting
from editor.operations.auditing import verify
from editor.operations.outbox import queueing
from editor.operations.outbox.clock import OwnClock
from editor.operations.outbox.driving import drive
from editor.operations.reviewing import sign, submit, withdraw
from editor.publish.targets.kinds import checked, key_of, kind
from editor.store import outbox
from editor.store.outbox import State, TargetRow
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, change, founded_desk, own_article, sheet
from tests.services.publishing import visit, wagtail_at, wordpress_at

TOLD = "“多了两成”应为“多了三成”。"
DAY = "2026年3月5日"


class Newsroom:
    """A newsroom that publishes to one place."""

    def __init__(self, folder, row, place):
        self.desk = founded_desk(folder / "library", writer_levels=("reporter", "1"))
        self.row, self.place = row, place
        with self.desk.writing() as session:
            outbox.keep_target(session.connection, session.newsroom, row)

    def passed(self, name):
        submit(self.desk, name, WRITER)
        for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
            sign(self.desk, name, level, person)
        return name

    def send(self, *names):
        """Queue articles and see them out; everything that was queued on the way is done."""
        queueing.publish(self.desk, self.row, list(names), CHIEF)
        return self.work()

    def work(self):
        def signer(session):
            return next(one for one in self.desk.keys.identities(session.newsroom) if one.name == CHIEF)

        drive(self.desk, self.row, self.place, OwnClock(), signer=signer)
        with self.desk.reading() as session:
            jobs = outbox.jobs(session.connection, session.newsroom)
        assert {job.state for job in jobs} <= {State.DONE, State.CANCELED}, [(j.state, j.reason) for j in jobs]

    def address(self, name):
        with self.desk.reading() as session:
            placed = outbox.placements_of(session.connection, session.newsroom, name)
        return placed[0].address

    def page(self, name):
        """What a visitor gets."""
        status, source = visit(self.address(name))
        assert status == 200
        return source


@pytest.fixture
def room(tmp_path, wordpress, places):
    """A newsroom with a WordPress, as an author there."""
    place = wordpress_at(wordpress, places)
    row = TargetRow("web", "wordpress", f"wordpress:{wordpress.url}", {"url": wordpress.url, "connections": "2"}, "")
    return Newsroom(tmp_path, row, place)


def linked(source, address):
    return re.search(rf'<a[^>]*href="{re.escape(address)}"', source.partition("<main")[2] or source) is not None


def test_the_note_stands_on_the_public_page(room):
    name = room.passed(own_article(room.desk, column="要闻"))
    room.send(name)
    assert "更正说明" not in room.page(name)
    change(room.desk, name, WRITER, "两成", "三成")
    correcting.correct(room.desk, name, "note", what=TOLD, person=WRITER)
    room.passed(name)
    room.send(name)
    shown = room.page(name)
    assert f"更正说明（{DAY}）" in shown
    assert TOLD in shown
    assert "多了三成" in shown
    assert verify(room.desk).problems == ()


def test_notice_and_article_link_to_each_other(room, wordpress):
    name = room.passed(own_article(room.desk, column="要闻"))
    room.send(name)
    notice = room.passed(correcting.correct(room.desk, name, "notice", what=TOLD, person=WRITER).notice)
    room.send(notice)
    assert linked(room.page(name), room.address(notice))
    assert linked(room.page(notice), room.address(name))
    assert wordpress.count() == 2
    withdraw(room.desk, notice, person=CHIEF)
    queueing.take_down(room.desk, [notice], CHIEF)
    room.work()
    assert "更正启事" not in room.page(name)
    assert wordpress.count("post_status = 'publish' AND post_type = 'post'") == 1


def test_of_a_silent_correction_a_visitor_reads_nothing(room):
    name = room.passed(own_article(room.desk, column="要闻"))
    room.send(name)
    change(room.desk, name, WRITER, "两成", "三成")
    submit(room.desk, name, WRITER)
    correcting.correct(room.desk, name, "silent", why="笔误", person=CHIEF)
    for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        sign(room.desk, name, level, person)
    room.send(name)
    shown = room.page(name)
    assert "多了三成" in shown
    assert "更正" not in shown
    assert "笔误" not in shown
    assert [one.form for one in sheet(room.desk, name).standing.corrections] == ["silent"]


def test_pages_that_hugo_makes_lead_to_each_other(tmp_path, hugo):
    options = checked(kind("hugo"), {"path": str(hugo.folder)})
    row = TargetRow("web", "hugo", kind("hugo").address(options), options, "")
    room = Newsroom(tmp_path, row, kind("hugo").open(options, ""))
    name = room.passed(own_article(room.desk, column="要闻"))
    room.send(name)
    notice = room.passed(correcting.correct(room.desk, name, "notice", what=TOLD, person=WRITER).notice)
    room.send(notice)
    hugo.build()
    for here, other in ((name, notice), (notice, name)):
        page = hugo.public / "news" / key_of(here, "zh-CN") / "index.html"
        link = re.search(r'href="?(\.\./nx-[a-z0-9-]+/)"?', page.read_text("utf-8"))[1]
        assert (page.parent / link / "index.html").resolve().is_file()
        assert key_of(other, "zh-CN") in link


def test_notice_and_article_link_to_each_other_at_wagtail(tmp_path, wagtail, places):
    place = wagtail_at(wagtail, places)
    row = TargetRow("cms", "wagtail", f"wagtail:{wagtail.url}", {"url": wagtail.url, "connections": "2"}, "")
    room = Newsroom(tmp_path, row, place)
    name = room.passed(own_article(room.desk, column="要闻"))
    room.send(name)
    change(room.desk, name, WRITER, "两成", "三成")
    notice = correcting.correct(room.desk, name, "notice", what=TOLD, person=WRITER).notice
    room.passed(notice)
    room.passed(name)
    room.send(name, notice)
    assert "多了三成" in room.page(name)
    assert f'href="{room.address(notice)}"' in room.page(name)
    assert f'href="{room.address(name)}"' in room.page(notice)
