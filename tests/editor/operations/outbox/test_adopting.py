"""Somebody published it by hand at a system: found by its address, compared, adopted, never sent again unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.operations import chronicle
from editor.operations.auditing import verify
from editor.operations.outbox import adopting, disposal, queueing, showing, targets
from editor.operations.registering import register
from editor.publish.targets.destination import Look, Status
from editor.publish.targets.kinds import key_of
from editor.store import outbox
from editor.store.outbox import State
from tests.editor.operations.newsroom import (
    CHIEF,
    TEXT,
    WRITER,
    change,
    passed,
    sheet,
    signed,
)
from tests.editor.operations.outbox.published_there import (
    BY_HAND,
    HEADLINE,
    HOME,
    SECRETS,
    Finding,
    adopt,
    desk_with_target,
    installed,
    stands,
    withdrawn,
    worked,
    writes,
)


@pytest.fixture
def kind(monkeypatch):
    return installed(monkeypatch)


@pytest.fixture
def desk(tmp_path, kind):
    desk = desk_with_target(tmp_path / "library")
    yield desk
    desk.library.close()


def test_it_is_found_compared_and_nothing_is_written_anywhere_by_looking(desk, kind):
    name = signed(desk)
    stands(kind, body=TEXT.replace("两成", "三成"))
    found = adopting.look(desk, SECRETS, name, "网站", BY_HAND + "/")
    assert (found.thing, found.title, found.same_title) == ("900", HEADLINE, True)
    assert [item.field for item in found.differs] == ["body"]
    assert "三成" in found.differs[0].there
    assert (writes(kind), sheet(desk, name).standing.state) == ([], "approved")


def test_what_is_adopted_counts_as_published_and_is_never_sent_again_unasked(desk, kind):
    name = signed(desk)
    stands(kind, body=TEXT.replace("两成", "三成"))
    done = adopt(desk, name)
    (receipt,) = sheet(desk, name).case.history.of_kind("receipt")
    assert (receipt.id, receipt.content["action"], receipt.content["differs"]) == (done.entry, "adopted", ["body"])
    assert sheet(desk, name).standing.state == "sent"
    queued = queueing.publish(desk, targets.named(desk, "网站"), None, CHIEF)
    assert (queued.there, queued.jobs) == ((name,), ())
    worked(desk, kind)
    assert writes(kind) == []
    (line,) = showing.lines_shown(desk, target="网站")
    assert (line.state, line.code, line.address, line.differs[0][0]) == ("done", "adopted", BY_HAND, "body")
    assert verify(desk).problems == ()
    desk.library.raw.execute("UPDATE payload SET text = ?", (b"x",))  # the record of what stood there
    assert [problem.code for problem in verify(desk).problems] == ["receipt"]


def test_a_newer_text_after_the_adoption_is_a_correction(desk, kind):
    name = signed(desk)
    stands(kind)
    adopt(desk, name)
    change(desk, name, WRITER, "两成", "三成")
    passed(desk, name)
    assert sheet(desk, name).standing.corrections


def test_the_register_and_the_history_tell_an_adoption_from_a_taking_down(desk, kind):
    name = signed(desk)
    stands(kind)
    adopt(desk, name)
    withdrawn(desk, kind, name)
    told = [(line.place, line.state) for line in register(desk, "en")]
    assert [place for place, _ in told] == ["网站", "网站"]
    assert told[0][1] != told[1][1]
    actions = [step.action for step in chronicle.timeline(desk, name) if step.kind == "receipt"]
    assert actions == ["adopted", "remove", "looked"]


def test_a_correction_goes_to_that_same_thing(desk, kind):
    name = signed(desk)
    stands(kind)
    adopt(desk, name)
    change(desk, name, WRITER, "两成", "三成")
    passed(desk, name)
    queueing.publish(desk, targets.named(desk, "网站"), [name], CHIEF)
    worked(desk, kind)
    (thing,) = kind.system.things.values()
    assert (thing.thing, thing.key, thing.status) == ("900", key_of(name, "zh-CN"), Status.PUBLIC)
    assert "三成" in thing.fields["body"]


def test_what_somebody_changed_there_after_the_adoption_is_not_written_over(desk, kind):
    name = signed(desk)
    stands(kind)
    adopt(desk, name)
    kind.system.edit("900", body="别人改过")
    change(desk, name, WRITER, "两成", "三成")
    passed(desk, name)
    queueing.publish(desk, targets.named(desk, "网站"), [name], CHIEF)
    worked(desk, kind)
    (line,) = showing.lines_shown(desk, state="held")
    assert line.code == "edited_there"
    assert kind.system.things["900"].fields["body"] == "别人改过"


def test_a_withdrawal_takes_that_same_thing_down_and_a_visitor_is_asked_at_every_address(desk, kind):
    name = signed(desk)
    stands(kind)
    adopt(desk, name)
    change(desk, name, WRITER, "两成", "三成")
    passed(desk, name)
    queueing.publish(desk, targets.named(desk, "网站"), [name], CHIEF)
    worked(desk, kind)
    withdrawn(desk, kind, name)
    assert kind.system.public() == []
    (place,) = disposal.sheet_of(desk, name).places
    assert (place.state, [look.status for look in place.looks]) == ("down", [404, 404])
    assert {look.address for look in place.looks} == {BY_HAND, f"https://x/{key_of(name, 'zh-CN')}"}
    looked = [e for e in sheet(desk, name).case.history.of_kind("receipt") if e.content["action"] == "looked"]
    assert len(looked) == 1
    assert verify(desk).problems == ()


def test_what_a_visitor_still_sees_is_open_on_the_sheet(desk, kind):
    name = signed(desk)
    stands(kind)
    adopt(desk, name)
    stands(kind, thing="901", address=BY_HAND + "-copy")
    with desk.writing() as session:  # it stood at another address before, where a cache still shows it
        placed = outbox.placements_of(session.connection, session.newsroom, name)[0]
        outbox.keep_placement(session.connection, session.newsroom, placed._replace(address=BY_HAND + "-copy"))
    withdrawn(desk, kind, name)
    (place,) = disposal.sheet_of(desk, name).places
    assert (place.state, place.why) == ("open", "held.still_there")


@pytest.mark.parametrize(
    ("answers", "seen"),
    [
        ({"a": (301, "b"), "b": (404, "")}, 404),
        ({"a": (301, "b"), "b": (301, "c"), "c": (410, "")}, 410),
        ({"a": (301, "b"), "b": (200, "")}, 301),  # a guess of the site: another article
        ({"a": (301, BY_HAND)}, 301),  # round in a circle
        ({"a": (302, "https://evil.example/x")}, 302),
        ({"a": (200, "")}, 200),
    ],
)
def test_a_visitor_is_led_on_within_the_site(desk, kind, answers, seen):
    class Leading(Finding):
        def look(self, address):
            if address not in pages:
                return super().look(address)
            status, leads = pages[address]
            return Look(status, "", leads if "://" in leads or not leads else HOME + leads)

    pages = {BY_HAND if page == "a" else HOME + page: answer for page, answer in answers.items()}
    name = signed(desk)
    stands(kind)
    adopt(desk, name)
    kind.place = Leading
    withdrawn(desk, kind, name)
    (place,) = disposal.sheet_of(desk, name).places
    assert place.state == ("open" if seen == 200 else "down")
    if seen != 200:
        assert {look.address: look.status for look in place.looks}[BY_HAND] == seen


def test_what_waits_in_the_queue_is_done_with_it(desk, kind):
    name = signed(desk)
    queueing.publish(desk, targets.named(desk, "网站"), [name], CHIEF)
    stands(kind)
    adopt(desk, name)
    worked(desk, kind)
    assert writes(kind) == []
    with desk.reading() as session:
        assert [job.state for job in outbox.of_article(session.connection, session.newsroom, name)] == [State.DONE]


def test_the_same_words_in_other_markup_are_told_apart(desk, kind):
    name = signed(desk)
    stands(kind, body="<p>" + TEXT.replace("\n\n", "</p><p>").strip() + "</p>")
    found = adopting.look(desk, SECRETS, name, "网站", BY_HAND)
    assert found.form == ("body",)
    kind.system.things["900"] = replace(
        kind.system.things["900"], fields={"title": HEADLINE, "body": "<p>别的</p>", "tags": []}
    )
    assert adopting.look(desk, SECRETS, name, "网站", BY_HAND).form == ()


def test_a_copy_of_the_library_that_knows_nothing_finds_it_by_its_key(desk, kind):
    name = signed(desk)
    queueing.publish(desk, targets.named(desk, "网站"), [name], CHIEF)
    worked(desk, kind)
    desk.library.raw.execute("DELETE FROM placement")
    (thing,) = kind.system.public()
    assert adopt(desk, name, thing.address).found.thing == thing.thing
