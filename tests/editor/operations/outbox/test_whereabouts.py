"""The sheet of a withdrawal: what was seen stays on it, whatever place it was and whatever became of the article."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from editor.newsroom.secrets import SecretsInMemory
from editor.operations import reviewing
from editor.operations.auditing import verify
from editor.operations.delivering import clear, deliver
from editor.operations.outbox import by_hand, disposal, looking, queueing, running, targets, telling
from editor.operations.outbox.lock import alone
from editor.operations.outbox.running import once
from editor.publish.targets import Delivery, kinds
from editor.publish.targets.destination import Traits
from tests.editor.operations.newsroom import CHIEF, WRITER, change, sheet
from tests.editor.operations.outbox.public_place import Public, published, spots, taken_down
from tests.editor.operations.outbox.sending import TARGET, passed, signed
from tests.editor.operations.outbox.system import System, Ticking
from tests.editor.operations.outbox.test_by_hand import png


@pytest.fixture
def place():
    return Public(System())


def test_what_left_our_hands_is_a_task_for_a_person_and_is_ticked_with_a_picture(desk, tmp_path):
    place = Public(System(), Traits(leaves=True, unseen="drafts"))
    name = published(desk, place, signed(desk))
    place.system.things.clear()  # somebody there has made it public: the draft is no more
    taken_down(desk, place, name)
    (line,) = telling.lines(desk)
    assert (line.state, line.sentence) == ("held", "held.left_our_hands")
    (one,) = disposal.sheet_of(desk, name).places
    assert (one.kind, one.state, one.why) == ("hand", "open", "held.left_our_hands")
    by_hand.taken_down(desk, name, TARGET.name, picture=png(), person=CHIEF)
    (one,) = disposal.sheet_of(desk, name).places
    assert (one.kind, one.state, one.down_by) == ("hand", "down", CHIEF)
    assert telling.lines(desk) == []
    assert verify(desk).problems == ()


def test_the_sheet_of_a_withdrawal_stays_when_the_article_is_published_again(desk, place):
    name = published(desk, place, signed(desk))
    taken_down(desk, place, name, why="数据有误", order="电话")
    first = disposal.sheet_of(desk, name)
    assert (first.again, first.again_signed) == ("", False)
    place.system.clock.wait(3600)
    change(desk, name, WRITER, "两成", "三成")
    passed(desk, name)
    between = disposal.sheet_of(desk, name)
    assert (between.entry, between.again, between.again_signed) == (first.entry, "", True)
    published(desk, place, name)
    after = disposal.sheet_of(desk, name)
    assert (after.entry, after.why, after.order) == (first.entry, "数据有误", "电话")
    assert after.again
    assert after.complete
    (one,), (was,) = after.places, first.places
    assert (one.state, one.put_at, one.down_at, one.looks, one.spots) == (
        "down", was.put_at, was.down_at, was.looks, was.spots,
    )  # fmt: skip
    with pytest.raises(Exception, match="not_withdrawn"):
        disposal.sheet_of(desk, signed(desk))


def test_a_site_on_a_disk_is_read_after_a_withdrawal(desk, tmp_path):
    folder = tmp_path / "site"
    name, stays = signed(desk), signed(desk, headline="别的稿件")
    deliver(desk, f"site:{folder}", [name, stays], CHIEF)
    taken = reviewing.withdraw(desk, name, person=CHIEF)
    cleared = [address for address, error in clear(desk, taken) if error is None]
    looking.note_cleared(desk, [one.name for one in taken], cleared, CHIEF)
    assert {(where, state) for where, state, _ in spots(desk, name)} == {
        ("list", "gone"), ("feed", "gone"), ("search", "gone"), ("map", "gone"),
    }  # fmt: skip
    assert json.loads((folder / "index.json").read_text())["articles"]
    assert verify(desk).problems == ()


def test_by_sftp_nobody_can_look_and_that_is_said(desk, monkeypatch):
    class Remote:
        traits = Traits(unseen="no_address")
        form = "site"

        def deliver(self, packages, gone):
            return [Delivery(package.name, f"sftp://files/{package.name}.html", written=True) for package in packages]

    secrets = SecretsInMemory()
    options = {"host": "files.example.cn", "user": "u", "path": "/a"}
    targets.add(desk, "files", "sftp", options, "secret", secrets)
    monkeypatch.setattr(targets, "opened", lambda row, secrets: Remote())
    name, clock = signed(desk), Ticking()
    queueing.publish(desk, targets.named(desk, "files"), [name], CHIEF)
    once(desk, secrets, clock, names=["files"], person=CHIEF)
    reviewing.withdraw(desk, name, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    once(desk, secrets, clock, names=["files"], person=CHIEF)
    (one,) = disposal.sheet_of(desk, name).places
    assert (one.state, [(s.state, s.detail) for s in one.spots]) == ("down", [("unseen", "no_address")])
    assert one.down_by == CHIEF
    assert verify(desk).problems == ()


def test_where_another_program_is_at_work_nothing_is_looked_at_and_nobody_waits_in_a_circle(desk):
    secrets = SecretsInMemory()
    targets.add(desk, "抖音", "hand", {}, None, secrets)
    row = targets.named(desk, "抖音")
    queueing.publish(desk, row, [signed(desk)], CHIEF)
    with alone(desk.library.path, row.destination) as ours:
        assert ours
        left = once(desk, secrets, Ticking(), names=["抖音"], person=CHIEF)["抖音"]
    assert left.elsewhere
    assert left.next_due is None


def test_a_program_that_dies_before_it_has_looked_leaves_that_to_the_next(desk, place, monkeypatch):
    secrets, clock = SecretsInMemory(), place.system.clock
    monkeypatch.setattr(targets, "opened", lambda row, secrets: place)
    monkeypatch.setattr(kinds, "kind", lambda name: SimpleNamespace(whole=False))
    name = published(desk, place, signed(desk))
    reviewing.withdraw(desk, name, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    with monkeypatch.context() as killed:
        killed.setattr(running, "look_after", died)
        with pytest.raises(KeyboardInterrupt):
            once(desk, secrets, clock, person=CHIEF)
    (line,) = telling.lines(desk)
    assert (line.state, line.sentence) == ("checking", "waits.looking")
    assert place.looked == []
    clock.wait(150)
    left = once(desk, secrets, clock, person=CHIEF)[TARGET.name]
    assert (telling.lines(desk), left.next_due) == ([], None)
    assert {state for _, state, _ in spots(desk, name)} == {"gone"}
    receipts = [entry.content["action"] for entry in sheet(desk, name).case.history.of_kind("receipt")]
    assert sorted(receipts) == ["looked", "put", "remove"]


def died(*_args):
    raise KeyboardInterrupt
