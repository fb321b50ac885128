"""A session comes back, and no damage to its file keeps a window from opening."""

from __future__ import annotations

import stat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.records.articles import Row, View
from editor.store.journal import Caret
from tests.growth import assert_within
from tests.ui.keeping.desk import loaded
from ui.keeping import session as sessions
from ui.keeping.session import Opened, Session, from_bytes, load, save, to_bytes


def row(number):
    texts = {name: f"{name}{number}" for name, kind in Row.__annotations__.items() if kind.__forward_arg__ == "str"}
    return Row(row=number, own=True, authors=("周燕",), images=1, characters=700, unread=False, **texts)


SESSION = Session(
    person="p",
    opened=(Opened(loaded("a", "渠水通了。\n\n𬭎㛃\n", "v", "标题"), Caret(1, 2, 1, 0, 40, "headline")),),
    view=View("level1"),
    order="deadline",
    row="a",
    rows=tuple(map(row, range(3))),
    counts={View("all"): 7, View("my_drafts", "p"): 3},
    geometry="AdnQywAD",
    splits=(324, 704, 332),
    tab="review",
    searches=("作者:周燕", "水渠"),
)


def test_it_comes_back(tmp_path):
    path = tmp_path / "state" / "session.json"
    assert load(path) == Session()
    save(path, to_bytes(SESSION))
    assert load(path) == SESSION
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["session.json"]


def test_a_session_that_cannot_be_written_leaves_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "session.json"
    save(path, to_bytes(SESSION))

    def refuse(_file):
        raise OSError("full")

    monkeypatch.setattr(sessions.os, "fsync", refuse)
    with pytest.raises(OSError, match="full"):
        save(path, to_bytes(Session()))
    assert load(path) == SESSION
    assert len(list(tmp_path.iterdir())) == 1


@settings(max_examples=150)
@given(st.data())
def test_any_damage_is_survived(data):
    whole = bytearray(to_bytes(SESSION))
    if data.draw(st.booleans()):
        del whole[data.draw(st.integers(0, len(whole))) :]
    else:
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(1, 6))] = data.draw(
            st.sampled_from([b"", b"null", b"7", b'"', b"[", b"{}"])
        )
    assert isinstance(from_bytes(bytes(whole)), Session)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3), lambda more: st.lists(more, max_size=3)
)


@settings(max_examples=80)
@given(st.sampled_from(sorted(Session.__dataclass_fields__)), JSON)
def test_a_part_of_another_kind_costs_only_itself(name, value):
    import json

    plain = json.loads(to_bytes(SESSION)) | {name: value}
    found = from_bytes(json.dumps(plain).encode())
    others = [each for each in Session.__dataclass_fields__ if each != name]
    assert all(getattr(found, each) == getattr(SESSION, each) for each in others)


def test_it_is_read_in_a_moment_with_a_long_article(tmp_path):
    path = tmp_path / "session.json"
    text = ("渠水通了，沿线群众都来观看。" * 12 + "\n\n") * 600
    opened = (Opened(loaded("a", text)),)
    save(path, to_bytes(Session(opened=opened, rows=tuple(map(row, range(60))))))
    assert len(load(path).rows) == 40
    assert_within(0.020, lambda: load(path))  # below ten milliseconds on an idle machine
