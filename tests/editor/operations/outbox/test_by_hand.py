"""Places without an interface: a person publishes, a person takes down, both signed; what is still open is told."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from editor.errors import EditorError
from editor.newsroom.secrets import SecretsInMemory
from editor.operations import reviewing
from editor.operations.auditing import verify
from editor.operations.outbox import by_hand, disposal, queueing, running, showing, targets, telling
from editor.operations.outbox.by_hand import Screenshot
from editor.store import outbox
from editor.store.outbox import State
from tests.editor.operations.newsroom import CHIEF, WRITER, change, founded_desk, own_article, passed, sheet, signed
from tests.editor.operations.outbox.system import Ticking

PLACE = "抖音"


def png(color=(20, 90, 160)):
    """A screenshot."""
    out = io.BytesIO()
    Image.new("RGB", (24, 32), color).save(out, "PNG")
    return Screenshot(out.getvalue(), "屏幕截图.png")


@pytest.fixture
def desk(tmp_path):
    desk = founded_desk(tmp_path / "library")
    targets.add(desk, PLACE, "hand", {"url": "https://creator.example.cn/upload?from=home"}, None, SecretsInMemory())
    yield desk
    desk.library.close()


def queued(desk, name):
    queueing.publish(desk, targets.named(desk, PLACE), [name], CHIEF)
    worked(desk)


def worked(desk):
    running.once(desk, SecretsInMemory(), Ticking(), person=CHIEF)


def lines(desk):
    return [(line.action, line.state, line.code, line.target) for line in telling.lines(desk)]


def receipts(desk, name):
    return sheet(desk, name).case.history.of_kind("receipt")


def withdrawn(desk, name, **more):
    reviewing.withdraw(desk, name, person=CHIEF, **more)
    queueing.take_down(desk, [name], CHIEF)
    worked(desk)


def test_a_signed_article_becomes_a_task_and_nothing_counts_as_published(desk):
    name = signed(desk)
    queued(desk, name)
    assert lines(desk) == [("put", "held", "by_hand", PLACE)]
    assert sheet(desk, name).standing.state == "approved"
    assert receipts(desk, name) == []
    (line,) = telling.lines(desk)
    assert line.values["target"] == PLACE


def test_an_unsigned_article_is_no_task(desk):
    draft = own_article(desk)
    refused = queueing.publish(desk, targets.named(desk, PLACE), [draft], CHIEF).refused
    assert [one.code for one in refused] == ["not_signed"]
    with pytest.raises(EditorError, match="not_signed"):
        by_hand.published(desk, draft, PLACE, person=CHIEF)
    with pytest.raises(EditorError, match="not_signed"):
        by_hand.material(desk, draft, PLACE)


def test_what_is_to_be_copied_is_what_was_signed(desk):
    name = signed(desk, keywords=("春灌", "水利"), summary="两成。")
    queued(desk, name)
    change(desk, name, WRITER, "青禾县", "别的县")  # a draft that nobody has signed
    offered = by_hand.material(desk, name, PLACE)
    assert offered.url == "https://creator.example.cn/upload?from=home"
    assert offered.fields["title"] == "青禾县春灌开闸"
    assert "青禾县今年春灌面积比去年多了两成。" in offered.fields["text"]
    assert "别的县" not in str(offered.fields)
    assert offered.fields["tags"] == ["春灌", "水利"]


def test_what_was_published_is_ticked_with_time_address_and_picture_and_signed(desk):
    name, shot = signed(desk), png()
    queued(desk, name)
    done = by_hand.published(
        desk, name, PLACE, at="2026-03-05 08:30", address="https://www.example.cn/video/1", picture=shot, person=CHIEF
    )
    (receipt,) = receipts(desk, name)
    assert receipt.id == done.entry
    assert receipt.content["when"] == "2026-03-05T08:30:00+08:00"
    assert receipt.content["by"] == "hand"
    assert receipt.content["picture"] == hashlib.sha256(shot.data).hexdigest()
    assert sheet(desk, name).standing.state == "sent"
    assert lines(desk) == []
    (shown,) = showing.lines_shown(desk, target=PLACE)
    assert (shown.state, shown.code, shown.address) == ("done", "by_hand_done", "https://www.example.cn/video/1")
    assert verify(desk).problems == ()


def test_verify_finds_a_changed_picture_and_a_changed_copy_of_what_was_published(desk):
    name = signed(desk)
    queued(desk, name)
    by_hand.published(desk, name, PLACE, picture=png(), person=CHIEF)
    desk.library.raw.execute("UPDATE asset SET bytes = ?", (png((1, 2, 3)).data,))
    desk.library.raw.execute("UPDATE payload SET text = ?", (b"x",))
    assert sorted(problem.code for problem in verify(desk).problems) == ["asset", "receipt"]


def test_a_task_waits_for_the_embargo_like_everything_else(desk):
    name = signed(desk, embargo="2026-03-05T12:00:00+08:00")
    queued(desk, name)
    assert lines(desk) == [("put", "waiting", "until", PLACE)]
    clock = Ticking()
    clock.time += 3 * 3600 + 60
    running.once(desk, SecretsInMemory(), clock, person=CHIEF)
    assert lines(desk) == [("put", "held", "by_hand", PLACE)]


def test_a_changed_article_is_a_new_task_and_the_tick_is_about_the_text_that_was_published(desk):
    name = signed(desk)
    queued(desk, name)
    first = sheet(desk, name).standing.release.revision.id
    change(desk, name, WRITER, "多了两成", "多了三成")
    passed(desk, name)
    by_hand.published(desk, name, PLACE, person=CHIEF)  # what he had before him
    assert receipts(desk, name)[0].target == first
    queued(desk, name)
    assert lines(desk) == [("put", "held", "by_hand", PLACE)]
    by_hand.published(desk, name, PLACE, person=CHIEF)
    assert {entry.target for entry in receipts(desk, name)} == {first, sheet(desk, name).standing.release.revision.id}
    assert verify(desk).problems == ()


def test_a_withdrawal_asks_to_take_it_down_where_it_was_ticked_and_stays_open_until_it_is(desk):
    name = signed(desk)
    queued(desk, name)
    by_hand.published(desk, name, PLACE, address="https://www.example.cn/video/1", picture=png(), person=CHIEF)
    withdrawn(desk, name)
    assert lines(desk) == [("remove", "held", "by_hand_down", PLACE)]
    (place,) = disposal.sheet_of(desk, name).places
    assert (place.kind, place.state, place.why) == ("hand", "open", "held.by_hand_down")
    shot = png((200, 0, 0))
    by_hand.taken_down(desk, name, PLACE, picture=shot, at="2026-03-05T08:59", person=CHIEF)
    (place,) = disposal.sheet_of(desk, name).places
    assert (place.state, place.why, place.down_at) == ("down", "", "2026-03-05T08:59:00+08:00")
    assert (place.picture, place.down_by) == (hashlib.sha256(shot.data).hexdigest(), CHIEF)
    assert lines(desk) == []
    assert verify(desk).problems == ()


def test_withdrawing_again_asks_nobody_twice(desk):
    name = signed(desk)
    by_hand.published(desk, name, PLACE, person=CHIEF)
    withdrawn(desk, name)
    by_hand.taken_down(desk, name, PLACE, picture=png(), person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    assert lines(desk) == []
    with pytest.raises(EditorError, match="nothing_to_take_down"):
        by_hand.taken_down(desk, name, PLACE, picture=png(), person=CHIEF)


def test_a_task_that_nobody_ticked_before_the_withdrawal_is_to_be_looked_at(desk):
    name = signed(desk)
    queued(desk, name)
    withdrawn(desk, name)
    assert lines(desk) == []
    (place,) = disposal.sheet_of(desk, name).places
    assert (place.state, place.why) == ("open", "held.withdrawn_unticked")
    by_hand.taken_down(desk, name, PLACE, picture=png(), person=CHIEF)  # "looked: it is not there"
    assert disposal.sheet_of(desk, name).places[0].state == "down"


def test_a_task_that_was_taken_out_of_the_queue_is_no_place(desk):
    name = signed(desk)
    queued(desk, name)
    queueing.cancel(desk, [line.key for line in telling.lines(desk)])
    withdrawn(desk, name)
    assert disposal.sheet_of(desk, name).places == ()


def test_variants_are_told_apart_on_one_sheet(desk):
    from editor.article import Variant
    from editor.operations import articles
    from editor.operations.content import Content
    from editor.store import drafts

    name = signed(desk)
    with desk.writing() as session:
        content = articles.find(session, name).content
        other = Content(Variant.ZH_TW, content.slip, content.text.replace("灌", "灌溉"))
        drafts.save(desk.library, articles.new_draft(session, name, other, ""))
        articles.refresh(session, name)
    passed(desk, f"{name}@zh-TW")
    for variant in (name, f"{name}@zh-TW"):
        by_hand.published(desk, variant, PLACE, person=CHIEF)
    withdrawn(desk, name)
    by_hand.taken_down(desk, f"{name}@zh-TW", PLACE, picture=png(), person=CHIEF)
    places = disposal.sheet_of(desk, name).places
    assert {(place.variant, place.state) for place in places} == {("zh-CN", "open"), ("zh-TW", "down")}
    (one,) = disposal.sheet_of(desk, f"{name}@zh-TW").places
    assert (one.variant, one.state) == ("", "down")


def test_a_place_that_is_no_target_is_put_on_the_list_when_that_is_meant(desk):
    name = signed(desk)
    with pytest.raises(EditorError, match="place_unknown"):
        by_hand.published(desk, name, "青禾发布", person=CHIEF)
    by_hand.published(desk, name, "青禾发布", address="https://m.example.cn/a/2", person=CHIEF, elsewhere=True)
    withdrawn(desk, name)
    assert lines(desk) == [("remove", "held", "by_hand_down", "青禾发布")]
    late = by_hand.published(desk, name, "上级转载·市日报", person=CHIEF, elsewhere=True)
    assert late.follows
    assert [line[3] for line in lines(desk)] == ["青禾发布", "上级转载·市日报"]
    assert [p.state for p in disposal.sheet_of(desk, name).places] == ["open", "open"]
    assert queueing.again(desk, [line.key for line in telling.lines(desk)])
    worked(desk)
    assert {line[:3] for line in lines(desk)} == {("remove", "held", "by_hand_down")}


def test_a_place_with_an_interface_is_not_ticked(desk, tmp_path):
    name = signed(desk)
    targets.add(desk, "站点", "site", {"path": str(tmp_path / "out")}, None, SecretsInMemory())
    with pytest.raises(EditorError, match="place_has_interface"):
        by_hand.published(desk, name, "站点", person=CHIEF)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"at": "2026-03-05 23:00"}, "when_ahead"),
        ({"at": "昨天"}, "when_unreadable"),
        ({"address": "javascript:alert(1)"}, "target_address"),
        ({"address": "https://a.cn/ x"}, "target_address"),
        ({"picture": Screenshot(b"no picture", "x.png")}, "picture_unknown"),
        ({"person": WRITER}, "receipt_level"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(desk, more, code):
    name = signed(desk)
    queued(desk, name)
    with pytest.raises(EditorError) as error:
        by_hand.published(desk, name, PLACE, **{"person": CHIEF, **more})
    assert error.value.code == code
    assert receipts(desk, name) == []
    assert lines(desk) == [("put", "held", "by_hand", PLACE)]


def test_a_connection_to_it_needs_no_test(desk):
    health = targets.test(targets.named(desk, PLACE), SecretsInMemory())
    assert [note.code for note in health.notes] == ["by_hand"]


def test_a_changed_target_is_the_same_place(desk):
    name = signed(desk)
    by_hand.published(desk, name, PLACE, person=CHIEF)
    targets.change(desk, PLACE, {"url": "https://other.example.cn/"}, None, SecretsInMemory())
    with desk.reading() as session:
        (placed,) = outbox.placements_of(session.connection, session.newsroom, name)
    assert placed.destination == targets.named(desk, PLACE).destination
    assert queueing.publish(desk, targets.named(desk, PLACE), None, CHIEF).there == (name,)
    with pytest.raises(EditorError, match="target_address"):
        targets.change(desk, PLACE, {"url": "ftp://x/"}, None, SecretsInMemory())


def test_a_tick_of_what_was_taken_out_of_the_queue_counts(desk):
    name = signed(desk)
    queued(desk, name)
    queueing.cancel(desk, [line.key for line in telling.lines(desk)])
    by_hand.published(desk, name, PLACE, person=CHIEF)
    withdrawn(desk, name)
    queueing.cancel(desk, [line.key for line in telling.lines(desk)])
    assert disposal.sheet_of(desk, name).places[0].state == "open"
    by_hand.taken_down(desk, name, PLACE, picture=png(), person=CHIEF)
    with desk.reading() as session:
        jobs = outbox.of_article(session.connection, session.newsroom, name)
    assert {job.state for job in jobs} == {State.DONE}
