"""What is remembered of a window comes back as it was, or not at all."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.first.glimpse import Band, Glimpse, Text, Words, drop, from_bytes, load, path_of, save, to_bytes

_ANY = st.text(st.characters(exclude_categories=()), max_size=30)
_AT = st.integers(-5000, 5000)
_RECT = st.tuples(_AT, _AT, _AT, _AT)
LIBRARY = Path("/somewhere/library")


@st.composite
def glimpses(draw):
    glimpse = Glimpse(draw(_ANY), (draw(_AT), draw(_AT)), draw(_ANY), draw(st.lists(_ANY, min_size=1, max_size=3)))
    glimpse.bands = [Band(rect, draw(_ANY)) for rect in draw(st.lists(_RECT, max_size=3))]
    glimpse.words = [
        Words(rect, draw(_AT), draw(st.sampled_from([400, 700])), draw(_ANY), draw(_ANY))
        for rect in draw(st.lists(_RECT, max_size=2))
    ]
    if draw(st.booleans()):
        glimpse.text = Text(draw(_RECT), draw(_AT), draw(_AT), [draw(_ANY) for _ in range(5)], draw(_ANY))
        glimpse.text.first, glimpse.text.block, glimpse.text.offset = draw(_AT), draw(_AT), draw(_AT)
        glimpse.text.writable, glimpse.text.article = draw(st.booleans()), draw(_ANY)
    return glimpse


def _plain(thing):
    if isinstance(thing, (Glimpse, Band, Words, Text)):
        return {name: _plain(getattr(thing, name)) for name in type(thing).__slots__}
    return [_plain(each) for each in thing] if isinstance(thing, list) else thing


@settings(deadline=None, max_examples=150, derandomize=True)
@given(glimpses())
def test_every_character_of_it_comes_back(glimpse):
    again = from_bytes(to_bytes(glimpse, LIBRARY), LIBRARY)
    assert _plain(again) == _plain(glimpse)


@settings(deadline=None, max_examples=100, derandomize=True)
@given(glimpses(), st.data())
def test_a_file_that_was_cut_is_none(glimpse, data):
    whole = to_bytes(glimpse, LIBRARY)
    assert from_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))], LIBRARY) is None


def test_nonsense_is_none():
    for nonsense in (
        b"",
        b"\xff\xfe",
        b"gaotai first frame 2\nend",
        b"gaotai first frame 2\nlibrary\t/x\nwindow\t1\nend",
    ):
        assert from_bytes(nonsense, LIBRARY) is None


def test_numbers_that_qt_would_not_take_are_none():
    glimpse = Glimpse("", (1, 2), "#fff", ["a"])
    glimpse.words = [Words((1, 2, 3, 4), 12, 650, "#000", "题")]
    assert from_bytes(to_bytes(glimpse, LIBRARY), LIBRARY) is None
    glimpse.words = []
    glimpse.bands = [Band((1, 2, 3, 1 << 40), "#000")]
    assert from_bytes(to_bytes(glimpse, LIBRARY), LIBRARY) is None


def test_of_another_library_it_is_none(tmp_path):
    glimpse = Glimpse("", (1, 2), "#fff", ["a"])
    path = path_of(tmp_path / "data", tmp_path / "one")
    save(path, to_bytes(glimpse, tmp_path / "one"))
    assert load(path, tmp_path / "one") is not None
    assert load(path, tmp_path / "two") is None
    assert path.stat().st_mode & 0o077 == 0
    drop(path)
    drop(path)
    assert load(path, tmp_path / "one") is None


def test_where_nothing_can_be_written_nothing_happens(tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be", "utf-8")
    path = path_of(tmp_path / "data", tmp_path / "library")
    save(path, b"x")
    assert load(path, tmp_path / "library") is None
