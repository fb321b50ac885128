"""Drafts of an Official Account, against a fake of its documented behavior."""

from __future__ import annotations

import dataclasses
import time

import pytest

import resources
from editor.errors import EditorError
from editor.newsroom.secrets import SecretsInMemory
from editor.operations.outbox.carrying import LEFT, Load, carry
from editor.operations.outbox.running import once
from editor.operations.outbox.telling import sentence_of
from editor.publish.targets.destination import BusyError, RefusedError, Status, differences
from editor.publish.targets.kinds import checked, key_of, kind
from editor.publish.wire import UnknownError
from editor.store.outbox import Placed, TargetRow
from tests.editor.publish.sample_packages import changed, gone, package, png
from tests.editor.publish.targets.fake_wechat import APPID, HOST, SECRET, account
from tests.services.chaos.newsroom import founded

ONE = package(1, pictures=(png(),))
KEY = key_of(ONE.article.id, "zh-CN")


def put(place, article=ONE, at=None):
    piece = place.piece(article, KEY, "")
    standing = place.put(piece, at, Status.PUBLIC)
    assert differences(piece.fields, standing.fields) == ()
    return standing


def test_a_draft_stands_in_the_box_as_it_was_signed():
    with account() as (fake, place):
        standing = put(place)
        [[draft]] = fake.drafts.values()
    assert standing.status == Status.PUBLIC
    assert draft["title"] == "清水河治理工程第1期完工"
    assert draft["author"] == "周晓禾 陈立言"
    assert f'<img src="{HOST}1/0?wx_fmt=png"' in draft["content"]
    assert "asset:" not in draft["content"]
    assert "“清水河”" in draft["content"]
    assert draft["content_source_url"].startswith("https://news.example.cn/?gaotai=nx-")


def test_chinese_goes_as_it_is_and_never_escaped():
    with account() as (fake, place):
        put(place)
        assert "\\u" not in next(iter(fake.drafts.values()))[0]["title"]


@pytest.mark.parametrize("bare", [False, True])
def test_a_correction_goes_to_the_same_draft_and_takes_no_new_cover(bare):
    with account() as (fake, place):
        fake.bare_hides_all = bare
        put(place)
        [found] = place.find([KEY, "nx-other"])[KEY]
        standing = put(place, changed(ONE, headline="换了标题"), found)
        assert standing.thing == found.thing
        assert len(fake.drafts) == 1
        assert len(fake.thumbs) == 1
        assert fake.drafts["draft-2"][0]["title"] == "换了标题"


def test_the_box_is_looked_through_to_its_end():
    with account() as (fake, place):
        put(place)
        mine = fake.drafts.pop("draft-2")
        fake.drafts["draft-2"] = mine
        for number in range(45):
            fake.drafts[f"other-{number}"] = [{"title": "别人的", "content_source_url": f"https://x.cn/?a={number}"}]
        assert len(place.find([KEY])[KEY]) == 1


@pytest.mark.parametrize(
    "route", ["draft/add", "draft/get", "media/uploadimg", "material/add_material", "draft/batchget"]
)
def test_answers_that_are_lost_never_make_a_second_draft(route):
    with account() as (fake, place):
        fake.lose = {route: 2}
        states = []
        for _ in range(4):
            outcome = carry(place, Load("job", KEY, piece=place.piece(ONE, KEY, "")))
            states.append(outcome.state)
            if outcome.state == "done":
                break
        assert states == ["checking", "checking", "done"] or (route == "draft/add" and states == ["checking", "done"])
        assert len(fake.drafts) == 1


def test_busy_is_looked_up_before_it_is_tried_again():
    with account() as (fake, place):
        fake.refuse = {"draft/add": [-1]}
        outcome = carry(place, Load("job", KEY, piece=place.piece(ONE, KEY, "")))
        assert (outcome.state, outcome.code) == ("checking", "wechat_busy")
        assert carry(place, Load("job", KEY, piece=place.piece(ONE, KEY, ""))).state == "done"


def test_a_token_that_expired_is_asked_for_anew_and_the_draft_is_made_once():
    with account() as (fake, place):
        put(place)
        fake.expire = 1
        put(place, changed(ONE, headline="再改"), place.find([KEY])[KEY][0])
        assert fake.tokens == 2
        assert len(fake.drafts) == 1
        fake.expire = 9
        with pytest.raises(RefusedError) as told:
            place.find([KEY])
        assert (told.value.code, told.value.stops) == ("wechat_token", True)


CODES = [
    40001, 40004, 40005, 40006, 40007, 40009, 40013, 40014, 40125, 40137, 40164, 40243, 41001, 41002, 41004, 41005,
    42001, 45001, 45002, 45003, 45004, 45005, 45008, 45035, 45110, 45166, 47001, 48001, 48004, 48005, 48006, 50001,
    50002, 50004, 50007, 61004, 89501, 89503, 89506, 89507, 99999, -1, 45009, 45011,
]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_told_in_words_with_its_rid(code):
    with account() as (fake, place):
        fake.refuse = {"draft/add": [code, code]}
        with pytest.raises((RefusedError, BusyError)) as told:
            place.put(place.piece(ONE, KEY, ""), None, Status.PUBLIC)
        assert fake.drafts == {}
    assert told.value.details["rid"] == "68231586-663e56da-1e04e5eb"
    for language in resources.LANGUAGES:
        sentence = resources.sentence(sentence_of(told.value.code), language, **told.value.details)
        assert "rid: " not in sentence
        assert "68231586" in sentence
        assert str(code) in sentence


def test_quota_is_waited_for():
    with account() as (fake, place):
        fake.refuse = {"draft/batchget": [45009, 45011]}
        for after, code in ((3600, "wechat_daily"), (60, "wechat_minute")):
            with pytest.raises(BusyError) as told:
                place.find([KEY])
            assert (told.value.code, told.value.after, told.value.unknown) == (code, after, False)


@pytest.mark.parametrize(
    ("secret", "appid", "refuse", "code"),
    [
        ("wrong", APPID, {}, "wechat_secret"),
        ("the-secret", "wxother", {}, "wechat_appid"),
        ("the-secret", APPID, {"stable_token": [40164]}, "wechat_ip"),
        ("the-secret", APPID, {"draft/batchget": [48001]}, "wechat_permission"),
        ("the-secret", APPID, {"draft/batchget": [-1]}, "wechat_probe"),
    ],
)
def test_the_test_of_a_connection_tells_what_is_wrong(secret, appid, refuse, code):
    with account(secret, appid) as (fake, place):
        fake.refuse = refuse
        with pytest.raises(EditorError) as told:
            place.probe()
    assert told.value.code == code
    for language in resources.LANGUAGES:
        assert resources.sentence(f"error.{code}", language, **told.value.details)
    if code == "wechat_ip":
        assert told.value.details["ip"] == "203.0.113.9"


def test_the_test_of_a_connection_says_that_only_drafts_are_made():
    with account() as (_, place):
        health = place.probe()
    assert health.who == APPID
    assert [note.code for note in health.notes] == ["wechat_drafts_only"]


def test_what_cannot_go_is_known_before_the_first_call():
    with account() as (fake, place):

        def stops(article):
            return {loss.code for loss in place.piece(article, KEY, "").losses if loss.stops}

        assert stops(ONE) == set()
        assert stops(package(1)) == {"wechat_no_cover"}
        assert stops(changed(ONE, headline="题" * 65)) == {"wechat_too_long"}
        assert stops(changed(ONE, headline="")) == {"wechat_no_title"}
        assert "wechat_too_long" in stops(package(1, text="字" * 20_000 + "\n", pictures=(png(),)))
        assert "picture_elsewhere" in stops(package(1, text="![x](https://x.cn/a.png)\n\n", pictures=(png(),)))
        assert fake.calls == []


def test_what_somebody_changes_in_the_box_is_noticed_and_not_written_over():
    with account() as (fake, place):
        standing = put(place)
        piece = place.piece(ONE, KEY, "")
        [[draft]] = fake.drafts.values()
        draft["content"] = draft["content"].replace("全线完工", "全线停工")
        there = place.read(standing.thing)
        assert there.stamp != standing.stamp
        assert [item.field for item in differences(piece.fields, there.fields)] == ["content"]


def test_a_draft_that_was_published_has_left_the_box_and_is_not_made_again_unasked():
    with account() as (fake, place):
        standing = put(place)
        fake.drafts.clear()
        placed = _placed(standing, place.piece(ONE, KEY, ""))
        newer = place.piece(changed(ONE, headline="新"), KEY, "")
        outcome = carry(place, Load("job", KEY, piece=newer, placed=placed))
        assert (outcome.state, outcome.code) == ("held", "vanished")
        assert fake.drafts == {}


def test_what_was_published_out_of_the_box_is_not_taken_for_taken_down():
    with account() as (fake, place):
        standing = put(place)
        placed = _placed(standing, place.piece(ONE, KEY, ""))
        down = Load("job", KEY, gone=gone(ONE), placed=placed)
        fake.drafts.clear()  # published by somebody there, or deleted
        outcome = carry(place, down)
        assert (outcome.state, outcome.code) == ("held", LEFT)
        again = put(place)
        assert carry(place, dataclasses.replace(down, placed=_placed(again, place.piece(ONE, KEY, "")))).state == "done"
        assert fake.drafts == {}
        ours = placed._replace(status="gone")  # we took it down ourselves
        assert carry(place, dataclasses.replace(down, placed=ours)).state == "done"
        assert carry(place, dataclasses.replace(down, placed=None)).state == "done"
        assert (place.look(standing.address).status, place.traits.unseen) == (0, "drafts")


def _placed(standing, piece) -> Placed:
    known = {"thing": standing.thing, "status": "public", "stamp": standing.stamp, "fields": piece.fields}
    values = {name: known.get(name, "") for name in Placed._fields}
    return Placed(**values)


def test_taking_down_deletes_the_draft_but_never_one_that_holds_others():
    with account() as (fake, place):
        standing = put(place)
        fake.drafts["draft-2"].append({"title": "别人的"})
        with pytest.raises(RefusedError) as told:
            place.remove(standing, gone(ONE))
        assert (told.value.code, told.value.details) == ("wechat_together", {"count": 2})
        fake.drafts["draft-2"].pop()
        assert place.remove(standing, gone(ONE)).status == Status.GONE
        assert place.remove(standing, gone(ONE)).status == Status.GONE
        assert fake.drafts == {}


def test_a_draft_that_others_joined_is_updated_at_its_own_place():
    with account() as (fake, place):
        put(place)
        fake.drafts["draft-2"].insert(0, {"title": "别人的", "content_source_url": "https://x.cn/"})
        [found] = place.find([KEY])[KEY]
        put(place, changed(ONE, headline="第二条"), found)
        assert [article["title"] for article in fake.drafts["draft-2"]] == ["别人的", "第二条"]


def test_pictures_that_wechat_takes_out_are_seen_in_the_comparison(monkeypatch):
    with account() as (fake, place):
        monkeypatch.setattr(fake, "_media_uploadimg", lambda *_: {"url": "https://elsewhere.cn/1.png"})
        piece = place.piece(ONE, KEY, "")
        standing = place.put(piece, None, Status.PUBLIC)
        assert [item.field for item in differences(piece.fields, standing.fields)] == ["pictures"]


def test_half_an_answer_is_not_taken_for_one(monkeypatch):
    with account() as (fake, place):
        monkeypatch.setattr(fake, "_draft_add", lambda *_: {"errcode": 0})
        with pytest.raises(BusyError) as told:
            place.put(place.piece(ONE, KEY, ""), None, Status.PUBLIC)
        assert told.value.unknown


def test_a_lost_answer_is_unknown_and_not_a_failure():
    with account() as (fake, place):
        fake.lose = {"draft/add": 1}
        with pytest.raises(UnknownError):
            place.put(place.piece(ONE, KEY, ""), None, Status.PUBLIC)
        assert len(fake.drafts) == 1


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("appid", "wx 1", "wechat_appid_shape"),
        ("link", "https://x.cn/#a", "wechat_link_shape"),
        ("link", "https://x.cn/?a=" + "b" * 900, "wechat_link_shape"),
        ("link", "news", "target_address"),
        ("template", "none", "option_value"),
    ],
)
def test_options_are_looked_at_before_anything_is_called(option, value, code):
    with pytest.raises(EditorError) as told:
        checked(kind("wechat"), {"appid": APPID, "link": "https://x.cn/", option: value})
    assert told.value.code == code


def test_the_outbox_makes_each_draft_once_and_holds_what_has_no_cover(tmp_path):
    with account() as (fake, _):
        options = checked(kind("wechat"), fake.given) | {"outlet": "web", "connections": "2"}
        row = TargetRow("wechat", "wechat", kind("wechat").address(options), options, "")
        field = founded(tmp_path, row, 3)
        articles = [field.write(number) for number in range(1, 9)]
        field.queue(*articles)
        secrets = SecretsInMemory({row.destination: SECRET})
        fake.lose = {"draft/add": 1, "media/uploadimg": 1}
        now = time.time()
        for turn in range(8):
            once(field.desk, secrets, _At(now + turn * 3600))
        covered = {article.headline for article in articles if article.pictures}
        assert sorted(draft["title"] for [draft] in fake.drafts.values()) == sorted(covered)
        assert 0 < len(covered) < len(articles)
        first = next(article for article in articles if article.pictures)
        field.change(first)
        withdrawn = next(article for article in articles if article.pictures and article is not first)
        field.withdraw(withdrawn)
        once(field.desk, secrets, _At(now + 90_000))
        drafts = {draft["title"]: draft for [draft] in fake.drafts.values()}
        assert set(drafts) == covered - {withdrawn.headline}
        assert first.word in drafts[first.headline]["content"]


class _At:
    """A clock that stands."""

    def __init__(self, at: float) -> None:
        self._at = at

    def now(self) -> float:
        return self._at

    def wait(self, seconds: float) -> None:
        """Nobody waits."""
