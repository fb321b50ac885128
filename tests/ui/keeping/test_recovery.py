"""What a killed program left behind comes back; what others wrote meanwhile is not written over."""

from __future__ import annotations

import dataclasses

import pytest

from editor.markup.blocks import paragraph
from editor.records.articles import Writing
from editor.service.messages import Place
from editor.store.journal import Caret, Change, Saved, State
from editor.store.journal_file import Run, left_folders
from tests.ui.keeping.desk import Desk, type_in
from ui.identifiers import new_id
from ui.jobs import NearJobs
from ui.keeping.recovering import Recovering
from ui.keeping.recovery import Recovery, written_between
from ui.keeping.units import plain_of


@pytest.fixture
def jobs(qapp, tmp_path):
    made = NearJobs(Place(tmp_path / "library", tmp_path / "data"))
    yield made
    made.close()


class Answers:
    """What the core says, waited for."""

    def __init__(self, qtbot, jobs):
        self._qtbot, self._jobs = qtbot, jobs

    def __call__(self, what, **arguments):
        found = []
        self._jobs.ask(what, done=found.append, failed=found.append, **arguments)
        self._qtbot.waitUntil(lambda: bool(found))
        return found[0]


@pytest.fixture
def ask(qtbot, jobs):
    return Answers(qtbot, jobs)


def left(folder, *records, name="a.zh-CN"):
    """A journal of a program that was killed."""
    run = Run(folder)
    run.begin()
    file = run.file(name)
    file.begin(records[0])
    if records[1:]:
        file.append(list(records[1:]))
    file.close(remove=False)
    run.end()


def state(article, *texts, **more):
    units = tuple(plain_of(paragraph(text)) for text in texts)
    return State(1, article, "zh-CN", article, units=units, at="2026-03-05T09:00:00+08:00", **more)


def recover(qtbot, recovery, jobs, on_desk=None):
    recovering = Recovering(recovery, jobs.ask, on_desk)
    heard = []
    recovering.recovered.connect(lambda found, aside: heard.append((found.headline, aside)))
    with qtbot.waitSignal(recovering.finished):
        recovering.begin()
    recovery.end()
    return heard


def test_a_new_article_without_a_title_comes_into_the_library(qtbot, ask, jobs, tmp_path):
    article = new_id()
    left(tmp_path / "j", state(article, "渠水通了"), Change(2, 1, 0, (plain_of(paragraph("第二段")),)))
    recovery = Recovery(tmp_path / "j")
    (found,) = recovery.articles
    assert (found.headline, found.characters, found.unsaved, found.damaged) == ("渠水通了", 7, True, False)
    assert recover(qtbot, recovery, jobs) == [("渠水通了", False)]
    assert ask("desk.load", name=article).text == "渠水通了\n\n第二段\n"
    assert left_folders(tmp_path / "j") == []


def test_what_was_written_after_the_last_save_goes_on_from_it(qtbot, ask, jobs, tmp_path):
    article = new_id()
    stored = ask("desk.keep", writing=Writing(article, "zh-CN", {}, "渠水\n"))
    first = state(article, "渠水")
    left(tmp_path / "j", first, Saved(1, stored.version, stored.name), Change(2, 0, 1, ("渠水通了",)))
    recovery = Recovery(tmp_path / "j")
    assert recovery.articles[0].characters == 2
    assert recover(qtbot, recovery, jobs) == [("渠水通了", False)]
    assert ask("desk.load", name=article).text == "渠水通了\n"


def test_a_newer_text_in_the_library_stays_and_the_recovered_one_is_in_the_history(qtbot, ask, jobs, tmp_path):
    from editor.operations import history

    article = new_id()
    stored = ask("desk.keep", writing=Writing(article, "zh-CN", {}, "渠水\n"))
    left(tmp_path / "j", state(article, "渠水", "在办公室写的", over=stored.version))
    newer = ask("desk.keep", writing=Writing(article, "zh-CN", {}, "渠水\n\n在家写的\n", "", stored.version))
    assert newer.version != stored.version
    assert recover(qtbot, Recovery(tmp_path / "j"), jobs) == [("渠水", True)]
    assert ask("desk.load", name=article).text == "渠水\n\n在家写的\n"
    desk = jobs.room.desk
    kept = [(each.why, history.version(desk, each.id).text) for each in history.versions(desk, article)]
    assert ("recovered", "渠水\n\n在办公室写的\n") in kept


def test_what_the_library_has_already_is_not_kept_twice(qtbot, ask, jobs, tmp_path):
    from editor.operations import history

    article = new_id()
    ask("desk.keep", writing=Writing(article, "zh-CN", {}, "渠水\n"))
    left(tmp_path / "j", state(article, "渠水"))  # the note that it was saved was not written any more
    assert recover(qtbot, Recovery(tmp_path / "j"), jobs) == []
    assert history.versions(jobs.room.desk, article) == ()
    assert left_folders(tmp_path / "j") == []


def test_when_the_library_cannot_be_opened_the_journal_stays(qtbot, tmp_path):
    (tmp_path / "library").write_text("no folder", "utf-8")
    jobs = NearJobs(Place(tmp_path / "library", tmp_path / "data"))
    left(tmp_path / "j", state(new_id(), "渠水"))
    assert recover(qtbot, Recovery(tmp_path / "j"), jobs) == []
    recovery = Recovery(tmp_path / "j")
    assert len(recovery.articles) == 1
    recovery.end()


def test_a_second_program_leaves_what_the_first_one_recovers(tmp_path):
    left(tmp_path / "j", state(new_id(), "渠水"))
    first = Recovery(tmp_path / "j")
    assert Recovery(tmp_path / "j").articles == ()
    first.end()
    second = Recovery(tmp_path / "j")
    assert len(second.articles) == 1
    second.end()


def test_the_first_words_count_though_their_file_was_not_in_its_place_yet(tmp_path):
    left(tmp_path / "j", state(new_id(), "渠水"))
    (path,) = (tmp_path / "j").glob("*/*.journal")
    path.rename(path.with_suffix(".new"))
    recovery = Recovery(tmp_path / "j")
    (found,) = recovery.articles
    recovery.done(found)
    recovery.end()
    assert list((tmp_path / "j").iterdir()) == []


def test_the_article_that_lay_on_the_desk_lies_there_again_with_its_caret(qtbot, ask, jobs, tmp_path):
    article = new_id()
    left(tmp_path / "j", state(new_id(), "另一篇"), name="b")
    left(tmp_path / "j", state(article, "渠水通了。", "", caret=Caret(1, 0, 0, 2)))
    recovery = Recovery(tmp_path / "j")
    found = recovery.on_desk(article, "zh-CN")
    desk = Desk(tmp_path / "journals")
    desk.library.ask = None
    desk.keeper.shelf.autosave._ask = jobs.ask
    qtbot.addWidget(desk)
    desk.show()
    desk.sheet.lay(found.loaded(), found.blocks)
    desk.keeper.begin(found.loaded(), restored=lambda: recovery.done(found), held=True)
    desk.on_desk.put_caret(found.state.caret)
    cursor = desk.body.textCursor()
    assert (cursor.anchor(), cursor.position()) == (2, 6)
    qtbot.waitUntil(lambda: not found.path.exists())
    assert list((tmp_path / "journals").glob("*/*.journal"))
    cursor.clearSelection()
    desk.body.setTextCursor(cursor)
    type_in(desk, "接着写")
    recovering = Recovering(recovery, jobs.ask, found)
    recovering.desk_released.connect(lambda over: desk.keeper.release(over, "recovered"))
    with qtbot.waitSignal(recovering.finished):
        recovering.begin()
    qtbot.waitUntil(lambda: desk.keeper.book.safe)
    assert ask("desk.load", name=article).text == "渠水通了。\n\n接着写\n"
    desk.keeper.leave()
    desk.writer.end()
    recovery.end()


def test_of_two_journals_of_one_article_the_newer_one_wins(qtbot, ask, jobs, tmp_path):
    """The program was killed again before it had taken over what the first one left."""
    article = new_id()
    stored = ask("desk.keep", writing=Writing(article, "zh-CN", {}, "渠水\n"))
    first = dataclasses.replace(state(article, "渠水通了", over=stored.version), serial=70)
    left(tmp_path / "j", first)
    left(tmp_path / "j", dataclasses.replace(first, serial=1, units=("渠水通了，好",), at="2026-03-05T09:00:01+08:00"))
    recovery = Recovery(tmp_path / "j")
    found = recovery.on_desk(article, "zh-CN")
    assert found.headline == "渠水通了，好"
    recovering = Recovering(recovery, jobs.ask, found)
    with qtbot.waitSignal(recovering.desk_released) as signal:
        recovering.begin()
    loaded = ask("desk.load", name=article)
    assert (loaded.text, loaded.version) == ("渠水通了\n", signal.args[0])
    recovery.end()


def test_a_conflict_on_the_desk_waits_for_a_person(qtbot, ask, jobs, tmp_path):
    article = new_id()
    stored = ask("desk.keep", writing=Writing(article, "zh-CN", {}, "渠水\n"))
    left(tmp_path / "j", state(article, "渠水甲", over=stored.version))
    ask("desk.keep", writing=Writing(article, "zh-CN", {}, "渠水乙\n", "", stored.version))
    recovery = Recovery(tmp_path / "j")
    found = recovery.on_desk()
    recovering = Recovering(recovery, jobs.ask, found)
    with qtbot.waitSignal(recovering.desk_conflicted) as signal:
        recovering.begin()
    assert signal.args[0].text == "渠水乙\n"
    assert found.path.exists()
    recovery.end()


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("", "", 0),
        ("渠水", "渠水", 0),
        ("渠水", "渠 水通了", 3),
        ("渠水通了", "渠了", 0),
        ("一二三", "一新三", 1),
        ("a", "aa", 1),
    ],
)
def test_it_counts_what_was_written(old, new, count):
    assert written_between(old, new) == count
