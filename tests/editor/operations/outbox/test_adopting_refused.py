"""What is not taken over though somebody names it: another article, another site, what nobody signed or sees."""

from __future__ import annotations

import pytest

from editor.errors import EditorError
from editor.operations.outbox import adopting, queueing, targets
from editor.publish.targets.destination import Status
from editor.store import outbox
from tests.editor.operations.newsroom import (
    CHIEF,
    WRITER,
    own_article,
    passed,
    sheet,
    signed,
)
from tests.editor.operations.outbox.published_there import (
    BY_HAND,
    SECRETS,
    Finding,
    adopt,
    desk_with_target,
    installed,
    stands,
    worked,
)
from tests.editor.operations.outbox.system import Place


@pytest.fixture
def kind(monkeypatch):
    return installed(monkeypatch)


@pytest.fixture
def desk(tmp_path, kind):
    desk = desk_with_target(tmp_path / "library")
    yield desk
    desk.library.close()


def test_another_headline_needs_a_word(desk, kind):
    name = signed(desk)
    stands(kind, title="青禾县召开会议")
    with pytest.raises(EditorError, match="adopt_title"):
        adopt(desk, name)
    kind.place = Place  # cannot tell what stands at an address
    with pytest.raises(EditorError, match="adopt_cannot"):
        adopt(desk, name)
    kind.place = Finding
    assert sheet(desk, name).standing.state == "approved"
    assert adopt(desk, name, another_title=True).entry


def test_what_was_changed_since_it_was_looked_at_is_looked_at_again(desk, kind):
    name = signed(desk)
    stands(kind)
    seen = adopting.look(desk, SECRETS, name, "网站", BY_HAND)
    kind.system.edit("900", body="又改了")
    with pytest.raises(EditorError, match="adopt_changed"):
        adopt(desk, name, stamp=seen.stamp)
    assert sheet(desk, name).standing.state == "approved"


@pytest.mark.parametrize(
    ("prepare", "address", "code"),
    [
        (lambda _k: None, BY_HAND, "adopt_not_seen"),
        (stands, "https://y/2026/chun-guan", "adopt_other_site"),
        (stands, "javascript:alert(1)", "target_address"),
        (lambda k: stands(k, status=Status.DRAFT), BY_HAND, "adopt_not_seen"),
        (lambda k: stands(k, key="nx-another-zh-cn"), BY_HAND, "adopt_others"),
    ],
)
def test_what_cannot_be_it_is_refused_and_nothing_is_written(desk, kind, prepare, address, code):
    name = signed(desk)
    prepare(kind)
    with pytest.raises(EditorError) as error:
        adopt(desk, name, address)
    assert error.value.code == code
    assert sheet(desk, name).case.history.of_kind("receipt") == []
    with desk.reading() as session:
        assert outbox.placements_of(session.connection, session.newsroom, name) == []


def test_an_article_that_stands_there_already_does_not_get_a_second_place(desk, kind):
    name = signed(desk)
    queueing.publish(desk, targets.named(desk, "网站"), [name], CHIEF)
    worked(desk, kind)
    stands(kind)
    with pytest.raises(EditorError, match="adopt_second"):
        adopt(desk, name)
    (ours,) = (thing for thing in kind.system.things.values() if thing.thing != "900")
    with pytest.raises(EditorError, match="adopt_known"):
        adopt(desk, name, ours.address)


def test_the_page_of_another_article_is_not_taken_over(desk, kind):
    first, second = signed(desk), signed(desk)
    stands(kind)
    adopt(desk, first)
    with pytest.raises(EditorError, match="adopt_others"):
        adopt(desk, second)


def test_only_what_is_signed_can_be_adopted_and_only_by_who_may(desk, kind):
    draft = own_article(desk)
    stands(kind)
    with pytest.raises(EditorError, match="not_signed"):
        adopt(desk, draft)
    name = passed(desk, draft)
    with pytest.raises(EditorError, match="receipt_level"):
        adopting.adopt(desk, SECRETS, name, "网站", BY_HAND, person=WRITER)


def test_a_system_that_is_away_leaves_everything_as_it_was(desk, kind):
    name = signed(desk)
    stands(kind)
    for faults in (["away"], ["", "cut"], ["", "", "busy"]):
        kind.system.faults = faults
        with pytest.raises(EditorError) as error:
            adopt(desk, name)
        assert error.value.exit_code == 6
    assert sheet(desk, name).standing.state == "approved"


@pytest.mark.parametrize(
    ("name", "options", "code"),
    [
        ("site", {"path": "out"}, "adopt_files"),
        ("hugo", {"path": "out"}, "adopt_files"),
        ("hand", {}, "adopt_by_hand"),
        ("wechat", {"appid": "wx1", "link": "https://x.cn/"}, "adopt_cannot"),
    ],
)
def test_places_that_cannot_tell_what_stands_there_say_why(desk, kind, tmp_path, monkeypatch, name, options, code):
    monkeypatch.chdir(tmp_path)
    article = signed(desk)
    targets.add(desk, "另处", name, options, "secret", SECRETS)
    with pytest.raises(EditorError) as error:
        adopting.adopt(desk, SECRETS, article, "另处", BY_HAND, person=CHIEF)
    assert error.value.code == code
