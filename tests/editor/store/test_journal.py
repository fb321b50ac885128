"""A journal gives back what was written, whatever became of the file."""

from __future__ import annotations

import dataclasses
import errno

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.store.journal import MARK, Caret, Change, Closed, Moved, Saved, State, code_of, encode, replay

FILE = b"abcd"
WORDS = st.text(st.sampled_from('渠水通了，𬭎㛃\ud800"\\\n\x00é'), max_size=6)
UNITS = st.lists(st.one_of(WORDS, st.fixed_dictionaries({"kind": st.just("h2"), "runs": st.lists(WORDS)})), max_size=3)
SLIPS = st.dictionaries(st.sampled_from(["headline", "kicker"]), WORDS)
CARETS = st.builds(Caret, *[st.integers(0, 9)] * 5, st.sampled_from(["", "headline"]))


@st.composite
def histories(draw):
    """Records of an article, each with the state that it leads to."""
    state = State(1, "a", "zh-CN", "a", "p", slip=draw(SLIPS), units=tuple(draw(UNITS)))
    found = [(state, state)]
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from("CCCCWSM"))
        if kind == "S":
            record = Saved(state.serial, draw(WORDS), "a")
            state = dataclasses.replace(state, saved=state.serial, over=record.over)
        elif kind == "M":
            record = Moved(draw(CARETS))
            state = dataclasses.replace(state, caret=record.caret)
        elif kind == "W":
            state = record = dataclasses.replace(state, serial=state.serial + 1, units=tuple(draw(UNITS)))
        else:
            first = draw(st.integers(0, len(state.units)))
            gone = draw(st.integers(0, len(state.units) - first))
            units = tuple(draw(UNITS))
            slip = draw(st.none() | SLIPS)
            caret = draw(st.none() | CARETS)
            record = Change(state.serial + 1, first, gone, units, slip, caret)
            state = dataclasses.replace(
                state,
                serial=state.serial + 1,
                units=(*state.units[:first], *units, *state.units[first + gone :]),
                slip=state.slip if slip is None else slip,
                caret=caret or state.caret,
            )
        found.append((record, state))
    return found


@settings(max_examples=60)
@given(histories())
def test_whatever_is_torn_from_the_end_what_was_written_before_is_there(history):
    data, ends = b"", []
    for record, state in history:
        data += encode(record, FILE)
        ends.append((len(data), state))
    for cut in range(len(data) + 1):
        whole = [state for end, state in ends if end <= cut]
        found = replay(data[:cut])
        assert found.state == (whole[-1] if whole else None)
        assert found.torn == (cut not in {0, *(end for end, _ in ends)})
        assert not found.damaged


@settings(max_examples=60)
@given(histories(), st.data())
def test_a_flipped_byte_never_makes_a_text_that_nobody_wrote(history, data):
    written = b"".join(encode(record, FILE) for record, _ in history)
    at = data.draw(st.integers(0, len(written) - 1))
    flipped = bytearray(written)
    flipped[at] ^= data.draw(st.integers(1, 255))
    found = replay(bytes(flipped))
    texts = [(state.serial, state.units, state.slip) for _, state in history]
    assert found.state is None or (found.state.serial, found.state.units, found.state.slip) in texts
    assert found.torn or found.damaged


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_any_bytes_are_read_without_an_exception(before, after):
    replay(before)
    record = encode(State(3, "a", "zh-CN", units=("渠",)), FILE)
    found = replay(before + record + MARK + after)
    assert found.state.units == ("渠",)


def test_behind_a_damaged_change_the_next_whole_state_counts():
    first = State(1, "a", "zh-CN", units=("一",))
    lost = bytearray(encode(Change(2, 0, 0, ("二",)), FILE))
    lost[-1] ^= 1
    left_out = encode(Change(3, 0, 0, ("三",)), FILE)
    whole = encode(State(4, "a", "zh-CN", units=("四",)), FILE)
    change = encode(Change(5, 1, 0, ("五",)), FILE)
    until = encode(first, FILE) + lost + left_out
    assert (replay(until).state.units, replay(until).missing, replay(until).damaged) == (("一",), 1, True)
    found = replay(until + whole + change)
    assert found.state.units == ("四", "五")
    assert found.damaged


def test_a_damaged_note_of_the_library_costs_no_text():
    note = bytearray(encode(Saved(1, "v", "a"), FILE))
    note[8] ^= 1
    data = encode(State(1, "a", "zh-CN", units=("一",)), FILE) + note + encode(Change(2, 1, 0, ("二",)), FILE)
    assert replay(data).state.units == ("一", "二")
    assert replay(data).missing == 0


def test_records_of_another_file_do_not_count():
    data = encode(State(1, "a", "zh-CN", units=("一",)), FILE) + encode(State(9, "a", "zh-CN", units=("旧",)), b"WXYZ")
    assert replay(data).state.units == ("一",)


def test_it_knows_what_the_library_has():
    records = [
        State(1, "a", "zh-CN", over="v0", units=("一",)),
        Change(2, 0, 1, ("一二",)),
        Change(3, 0, 1, ("一二三",)),
        Saved(2, "v1", "a@zh-TW"),
    ]
    found = replay(b"".join(encode(record, FILE) for record in records))
    assert found.unsaved
    assert (found.state.units, found.state.saved, found.state.over, found.state.name) == (
        ("一二三",),
        2,
        "v1",
        "a@zh-TW",
    )
    assert found.kept.units == ("一二",)
    more = replay(b"".join(encode(record, FILE) for record in [*records, Saved(3, "v2", "a"), Closed()]))
    assert not more.unsaved
    assert more.closed
    assert (more.state.over, more.state.name) == ("v2", "a")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "journal_full"),
        (errno.EROFS, "journal_read_only"),
        (errno.ENOENT, "journal_folder_gone"),
        (errno.EIO, "journal_disk_error"),
    ],
)
def test_it_says_why_the_disk_refuses(number, code):
    assert code_of(OSError(number, "")) == code
