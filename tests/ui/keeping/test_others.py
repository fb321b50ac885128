"""Others write on the same library, and helpers die: what is typed is what stands there in the end."""

from __future__ import annotations

import os
import signal

from editor.operations import history
from editor.records.articles import Writing
from editor.service import desk as service
from editor.service.messages import Place
from editor.service.room import Room
from tests.ui.keeping.desk import Desk, loaded, type_in
from ui.identifiers import new_id
from ui.jobs import NearJobs, ProcessJobs
from ui.keeping.book import Standing


def at(qtbot, tmp_path, jobs):
    """A desk on a real library."""
    desk = Desk(tmp_path / "journals")
    desk.keeper.shelf.autosave._ask = jobs.ask
    qtbot.addWidget(desk)
    desk.show()
    return desk


def test_somebody_else_writes_on_the_same_article_a_hundred_times_while_the_keys_never_rest(qtbot, tmp_path):
    place = Place(tmp_path / "library", tmp_path / "data")
    jobs, other = NearJobs(place), Room(place)
    desk = at(qtbot, tmp_path, jobs)
    article = new_id()
    desk.open(loaded(article))
    typed = ""
    theirs = []
    for number in range(100):
        type_in(desk, "abcdefghij"[number % 10])
        typed += "abcdefghij"[number % 10]
        desk.keeper.save()
        qtbot.wait(1)
        if number % 5 == 4:
            text = f"别处写的第{number}次\n"
            theirs.append(text)
            service.keep(other, Writing(article, "zh-CN", {}, text))
            service.keep(other, Writing(new_id(), "zh-CN", {}, "另一篇\n"))
    assert desk.body.toPlainText() == typed
    assert desk.body.textCursor().position() == len(typed)
    type_in(desk, "z")
    typed += "z"
    desk.keeper.save()
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.IN_LIBRARY)
    assert service.load(other, article).text == typed + "\n"
    kept = {history.version(other.desk, each.id).text for each in history.versions(other.desk, article)}
    assert set(theirs) <= kept, "what somebody else wrote was lost"
    desk.keeper.finish()
    other.close()
    jobs.close()


def test_the_helper_that_writes_the_library_is_killed_in_the_middle(qtbot, tmp_path):
    place = Place(tmp_path / "library", tmp_path / "data")
    jobs = ProcessJobs(place)
    desk = at(qtbot, tmp_path, jobs)
    jobs.start()
    article = new_id()
    desk.open(loaded(article))
    for part in ("ab", "cd", "ef"):
        type_in(desk, part)
        desk.keeper.save("save")
        os.kill(jobs.process_ids()["desk"], signal.SIGKILL)
        assert desk.keeper.standing is not Standing.IN_LIBRARY
        with qtbot.waitSignal(jobs.came_back, timeout=20_000):
            pass
    qtbot.waitUntil(lambda: desk.keeper.standing is Standing.IN_LIBRARY, timeout=20_000)
    desk.keeper.finish()
    jobs.close()
    room = Room(place)
    assert service.load(room, article).text == "abcdef\n"
    assert len(service.rows_of(room, article)) == 1
    room.close()
