"""Questions to worker processes: answered, failed with a code, canceled, and asked again when a process dies."""

from __future__ import annotations

import os
import signal

import pytest

from ui.jobs import Lane, ProcessJobs


@pytest.fixture
def jobs(qapp, place, qtbot):
    made = ProcessJobs(place, qapp)
    yield made
    made.close()


def test_what_was_asked_before_the_start_is_answered_after_it(jobs, qtbot):
    answers = []
    jobs.ask("desk.people", done=answers.append)
    jobs.start()
    qtbot.waitUntil(lambda: bool(answers), timeout=20000)
    assert answers[0].newsroom == ""


def test_a_known_failure_comes_with_its_code_and_a_bug_with_the_place_of_the_log(jobs, qtbot):
    failures = []
    jobs.start()
    jobs.ask("desk.load", failed=failures.append, name="1124-XX-09")
    jobs.ask("desk.nothing_of_this_name", failed=failures.append)
    qtbot.waitUntil(lambda: len(failures) == 2, timeout=20000)
    assert failures[0].code == "article_unknown"
    assert failures[1].code == "bug"
    assert failures[1].details["path"]


def test_a_process_that_is_killed_comes_back_and_answers_what_may_be_asked_twice(jobs, qtbot):
    jobs.start()
    first = []
    jobs.ask("desk.people", done=first.append)
    qtbot.waitUntil(lambda: bool(first), timeout=20000)
    answers, failures = [], []
    with qtbot.waitSignal(jobs.came_back, timeout=20000):
        os.kill(jobs.process_ids()["desk"], signal.SIGSTOP)  # so that the questions are still open when it dies
        jobs.ask("desk.people", done=answers.append)
        jobs.ask("desk.people", failed=failures.append, again=False)
        os.kill(jobs.process_ids()["desk"], signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(answers and failures), timeout=20000)
    assert answers[0].newsroom == ""
    assert failures[0].code == "worker_died"


def test_a_later_question_with_the_same_key_takes_the_place_of_the_first(jobs, qtbot):
    answers = []
    jobs.ask("desk.people", done=lambda _people: answers.append("first"), key="people")
    jobs.ask("desk.people", done=lambda _people: answers.append("second"), key="people")
    jobs.start()
    jobs.ask("texts.search", lane=Lane.TEXT, done=lambda _found: answers.append("search"), query="永州")
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=20000)
    assert sorted(answers) == ["search", "second"]


def test_canceled_work_calls_nobody(jobs, qtbot, tmp_path):
    files = []
    for number in range(30):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"第{number}篇\n\n" + "正文一段，说明情况。" * 50, encoding="utf-8")
        files.append(str(file))
    seen, done = [], []
    jobs.start()
    job = jobs.ask("desk.take_in", done=done.append, progress=lambda n, _all: seen.append(n), files=tuple(files))
    qtbot.waitUntil(lambda: bool(seen), timeout=20000)
    jobs.cancel(job)
    rows = []
    jobs.ask("desk.counts", done=rows.append)
    qtbot.waitUntil(lambda: bool(rows), timeout=20000)
    assert not done
    assert 0 < max(rows[0].values()) < 30  # what came in before stays, the rest was not taken in


def test_the_worker_that_sends_is_started_when_it_is_asked_first(jobs, qtbot):
    answers = []
    jobs.start()
    jobs.ask("desk.people", done=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20000)
    assert set(jobs.process_ids()) == {"desk", "text"}
    jobs.ask("outbox.places", lane=Lane.SEND, done=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=20000)
    assert answers[1] == ()
    assert set(jobs.process_ids()) == {"desk", "text", "send"}


def test_what_is_asked_of_the_sender_before_the_start_is_answered_after_it(jobs, qtbot):
    answers = []
    jobs.ask("outbox.batches", lane=Lane.SEND, done=answers.append)
    jobs.start()
    qtbot.waitUntil(lambda: bool(answers), timeout=20000)
    assert answers == [()]
