"""What waits is sent while the program runs; what was missed is asked about; closing asks."""

from __future__ import annotations

import json
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.service import outbox as core
from tests.ui.opened import Opened
from tests.ui.outbox.fake_kind import URL
from ui.people.ask import SecretDialog
from ui.preferences import Preferences


def ready(desk):
    """Names of what is signed off and stands nowhere."""
    return [row.name for row in desk.rows() if row.state == "approved"]


def queue(desk, *names):
    return core.queue(desk.jobs.room, "web", list(names) or ready(desk), desk.work.people.id)


def works(desk):
    """Send, and wait until it has been."""
    desk.work.outbox.sending.poke()
    desk.settle()
    desk.until(lambda: not desk.work.outbox.sending.running)
    desk.settle()


def states(desk):
    return {line.state for line in core.lines(desk.jobs.room, target="web")}


def scheduled_here(desk, minutes):
    """A piece of work whose time this computer keeps, so many minutes from now."""
    from editor.operations.outbox import noting
    from editor.store import outbox

    done = queue(desk)
    assert done.keys
    at = desk.desktop.context.look.now() + timedelta(minutes=minutes)
    with desk.jobs.room.desk.writing() as session:
        for key in done.keys:
            job = outbox.job(session.connection, session.newsroom, key)
            noting.postpone(session, job, "until", at.timestamp())
    return done.keys


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_waits_is_sent_when_the_window_rests_after_the_start(web, kind):
    queue(web)
    web.work.outbox.sending.begin()
    web.settle()
    web.until(lambda: states(web) == {"done"})
    assert len(kind.system().public()) == len(ready(web)) or kind.system().public()
    web.settle()


def test_nothing_is_asked_of_the_sender_where_nothing_is_to_be_done(desk, kind, monkeypatch):
    asked = []
    real = desk.jobs.ask
    monkeypatch.setattr(desk.jobs, "ask", lambda what, /, **more: asked.append(what) or real(what, **more))
    desk.work.outbox.sending.begin()
    desk.settle()
    assert "outbox.work" not in asked


def test_the_status_bar_counts_and_the_list_follows(web, kind):
    told = []
    status = web.desktop.status
    real = status.show_progress
    status.show_progress = lambda what, done=0, total=0: (told.append((what, done, total)), real(what, done, total))
    names = ready(web)
    count = len(queue(web).keys)
    works(web)
    assert (count, count) in [(done, total) for _, done, total in told]
    assert told[-1][0] == ""
    web.settle()
    assert any(row.state == "sent" for row in web.rows() if row.name in names)


def test_it_is_never_done_twice_at_once_and_what_comes_meanwhile_is_done_after_it(web, kind, monkeypatch):
    asked = []
    real = web.jobs.ask
    monkeypatch.setattr(web.jobs, "ask", lambda what, /, **more: asked.append(what) or real(what, **more))
    queue(web)
    sending = web.work.outbox.sending
    begun = []

    def begin(_done, total, _seconds):
        if total and not begun:
            begun.append(sending.running)
            sending.poke()
            sending.poke()
            begun.append(asked.count("outbox.work"))

    sending.going.connect(begin)
    sending.poke()
    sending.poke()
    web.settle()
    assert begun == [True, 1]
    web.settle()
    assert asked.count("outbox.work") == 2
    assert not sending.running


def test_what_was_missed_is_asked_about_and_nothing_goes_before(web, kind):
    scheduled_here(web, -20)
    sending = web.work.outbox.sending
    sending.begin()
    web.until(lambda: sending.appointments.missed is not None)
    web.settle()
    assert kind.system().calls == []
    assert sending.appointments.missed.list.count() >= 1
    click(sending.appointments.missed.later)
    assert web.desktop.status.news
    sending.poke()
    web.settle()
    assert kind.system().calls == []
    click(sending.appointments.missed.send)
    web.settle()
    web.until(lambda: states(web) == {"done"})
    assert kind.system().public()


def test_what_was_missed_can_be_taken_out_of_the_queue(web, kind):
    scheduled_here(web, -20)
    sending = web.work.outbox.sending
    sending.begin()
    web.until(lambda: sending.appointments.missed is not None)
    click(sending.appointments.missed.cancel)
    web.settle()
    assert states(web) == {"canceled"}
    assert kind.system().public() == []


def test_a_moment_late_is_not_missed(web, kind):
    scheduled_here(web, -2)
    works(web)
    assert web.work.outbox.sending.appointments.missed is None
    assert kind.system().public()


def test_closing_asks_while_this_computer_keeps_a_time_and_closes_when_told_so(web, kind):
    scheduled_here(web, 60)
    sending = web.work.outbox.sending
    sending.refresh()
    web.settle()
    assert not web.window.close()
    dialog = sending.appointments.closing
    assert dialog.isVisible()
    click(dialog.stay)
    assert web.window.isVisible()
    assert not web.window.close()
    click(sending.appointments.closing.close_all_the_same)
    web.until(lambda: not web.window.isVisible())


def test_closing_right_after_something_was_queued_asks_first(web, kind):
    web.work.outbox.sending.refresh()
    web.settle()
    scheduled_here(web, 60)
    web.work.outbox.sending.poke()  # what the batch dialog does when it has queued
    assert not web.window.close()
    appointments = web.work.outbox.sending.appointments
    web.until(lambda: appointments.closing is not None and appointments.closing.isVisible())
    assert web.window.isVisible()


def test_closing_right_after_the_start_asks_what_is_scheduled(web, qapp, place, qtbot, tmp_path):
    scheduled_here(web, 60)
    again = Opened(qapp, place, qtbot, Preferences(tmp_path / "settings.ini"), begin=False)
    again.work.begin(at_once=False)  # as a start does, a piece at each turn
    assert not again.window.close()
    appointments = again.work.outbox.sending.appointments
    again.until(lambda: appointments.closing is not None and appointments.closing.isVisible())
    click(appointments.closing.close_all_the_same)
    again.until(lambda: not again.window.isVisible())


def test_closing_right_after_the_start_closes_where_nothing_is_scheduled(web, qapp, place, qtbot, tmp_path):
    again = Opened(qapp, place, qtbot, Preferences(tmp_path / "settings.ini"), begin=False)
    again.work.begin(at_once=False)
    again.window.close()
    again.until(lambda: not again.window.isVisible())
    assert again.work.outbox.sending.appointments.closing is None


def test_a_core_that_does_not_answer_keeps_no_window_open(web, monkeypatch):
    monkeypatch.setattr("ui.work.appointments.PATIENCE", 50)
    web.work.outbox.sending.appointments.forget()
    monkeypatch.setattr(web.jobs, "ask", lambda *_what, **_more: None)
    assert not web.window.close()
    web.until(lambda: not web.window.isVisible())


def test_closing_does_not_ask_for_what_the_target_keeps(web, kind):
    queue(web)
    works(web)
    assert web.window.close()


def test_a_trouble_is_told_once_with_what_to_do(web, kind):
    kind.system().password = False
    queue(web)
    works(web)
    bar = web.work.outbox.sending.troubles.bar
    assert bar.isVisible()
    assert "web" in bar.told.text()
    click(bar.away)
    assert not bar.isVisible()
    core.again(web.jobs.room, [line.key for line in core.lines(web.jobs.room, target="web")])
    works(web)
    assert not bar.isVisible()  # the same again is not told again
    kind.system().password = True
    core.again(web.jobs.room, [line.key for line in core.lines(web.jobs.room, target="web")])
    works(web)
    assert states(web) == {"done"}
    kind.system().password = False
    queue(web)
    core.again(web.jobs.room, [line.key for line in core.lines(web.jobs.room, target="web")])
    works(web)
    assert bar.isVisible()  # it had gone in between


def test_stopping_leaves_the_rest_until_somebody_goes_on(web, kind):
    queue(web)
    sending = web.work.outbox.sending
    shown = []

    def stop(_done, total, _seconds):
        if total and not shown:
            shown.append(web.desktop.status.progress)
            web.do("queue.stop")

    sending.going.connect(stop)
    sending.poke()
    web.settle()
    assert shown
    assert not sending.running
    assert web.desktop.status.progress == ""
    sending._on_due()  # a timer that still comes does not begin it again
    web.settle()
    assert states(web) == {"waiting"}
    web.do("queue.run")
    web.settle()
    web.until(lambda: states(web) == {"done"})


def test_what_is_due_later_sets_a_timer(web, kind):
    scheduled_here(web, 10)
    works(web)
    sending = web.work.outbox.sending
    assert 0 < sending.timer.remainingTime() <= 601_000
    assert sending.next_due is not None
    assert states(web) == {"waiting"}


def test_withdrawing_takes_it_down_everywhere(web, kind):
    queue(web)
    works(web)
    (line, *_) = [line for line in core.lines(web.jobs.room, target="web") if line.state == "done"]
    assert kind.system().public()
    count = len(kind.system().public())
    room = web.jobs.room
    from editor.service import desk as desk_room

    (done, *_) = desk_room.withdraw(room, line.id, web.work.people.id, why="当事人要求")
    web.work.review.done.emit(done)
    web.settle()
    web.until(lambda: len(kind.system().public()) == count - 1)
    web.settle()
    assert web.desktop.status.news in {"1 taken down", "已下线 1 篇"}


def test_a_password_is_handed_to_the_target_and_to_nothing_else(web, kind, ring):
    assert URL not in json.dumps(ring.kept)  # the target was added before there was a ring: sealed on the disk
    queue(web)
    works(web)
    assert set(kind.secrets) == {"a secret"}
    assert b"a secret" not in b"".join(
        path.read_bytes() for path in web.jobs.room.place.library.rglob("*") if path.is_file()
    )


def test_a_missing_password_leads_to_the_targets(web, kind):
    from editor.newsroom.secrets import SecretsOnDisk

    room = web.jobs.room
    SecretsOnDisk(room.place.data / "targets", room.passphrase).forget(f"fake:{URL}")
    queue(web)
    works(web)
    bar = web.work.outbox.sending.troubles.bar
    assert bar.isVisible()
    assert kind.system().public() == []
    click(bar.targets)
    web.settle()
    assert web.work.outbox.targets.dialog.isVisible()
    assert web.work.outbox.targets.dialog.chosen.name == "web"


def test_sealed_passwords_ask_for_the_phrase_and_then_it_goes(web, kind):
    room = web.jobs.room
    phrase, room.passphrase = room.passphrase, None
    web.work.outbox.sending._ready = True  # the phrase of the sample is not used by itself
    queue(web)
    works(web)
    bar = web.work.outbox.sending.troubles.bar
    assert bar.isVisible()
    assert bar.phrase.isVisible()
    click(bar.phrase)
    dialog = next(one for one in web.window.findChildren(SecretDialog) if one.isVisible())
    dialog.given.emit("wrong")
    web.settle()
    assert dialog.isVisible()
    dialog.given.emit(phrase)
    web.settle()
    core.again(room, [line.key for line in core.lines(room, target="web")])
    works(web)
    assert states(web) == {"done"}


def test_the_navigation_counts_what_is_open(web, kind):
    queue(web)
    web.work.outbox.sending.refresh()
    web.settle()
    spots = web.desktop.navigation.places.spots
    index = next(spots.index(row) for row in range(spots.rowCount()) if spots.data(spots.index(row), spots.SPOT).deed)
    assert spots.data(index, spots.COUNT) == 1
    works(web)
    assert spots.data(index, spots.COUNT) == 0
