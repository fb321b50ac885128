"""The same with real processes: the one that sends is started when something is to be sent, and not before."""

from __future__ import annotations

import pytest

from editor.service import outbox as core
from editor.service.room import Room


@pytest.fixture
def waiting(place, tmp_path):
    """A library in which signed articles wait for a folder."""
    room = Room(place)
    core.add_target(room, "archive", "folder", {"path": str(tmp_path / "out"), "format": "markdown"})
    done = core.queue(room, "archive", None, "")
    room.close()
    assert done.keys
    return tmp_path / "out"


@pytest.fixture
def window(qapp, place, qtbot, tmp_path, no_keyring):
    """A window whose core runs in processes of its own."""
    from editor.commands.window import Opening
    from ui.app import opened
    from ui.jobs import ProcessJobs
    from ui.preferences import Preferences

    jobs = ProcessJobs(place, qapp)
    desktop, work = opened(qapp, Opening(place), Preferences(tmp_path / "settings.ini"), jobs)
    qtbot.addWidget(desktop.window, before_close_func=lambda _window: (work.keeping.close(), jobs.close()))
    desktop.window.show()
    return jobs, work


def begun(qtbot, window):
    jobs, work = window
    work.begin()
    qtbot.waitUntil(lambda: work.people.people is not None, timeout=30000)
    return jobs, work


def test_what_waits_is_sent_by_a_process_of_its_own(waiting, window, qtbot):
    jobs, work = begun(qtbot, window)
    assert set(jobs.process_ids()) == {"desk", "text"}
    work.outbox.sending.begin()
    qtbot.waitUntil(lambda: any(waiting.rglob("*.md")) and not work.outbox.sending.running, timeout=30000)
    assert set(jobs.process_ids()) == {"desk", "text", "send"}
    qtbot.waitUntil(lambda: [one.open for one in work.outbox.sending.targets] == [0], timeout=30000)


def test_no_third_process_where_nothing_is_to_be_sent(window, qtbot):
    jobs, work = begun(qtbot, window)
    asked = []
    work.outbox.sending.begin()
    jobs.ask("outbox.places", done=asked.append)  # after what was asked there
    qtbot.waitUntil(lambda: bool(asked), timeout=30000)
    assert set(jobs.process_ids()) == {"desk", "text"}
