"""The room of a worker: which pass phrase it has without being told."""

from __future__ import annotations

import keyring
import pytest
from keyring.backends import fail

from editor.errors import EditorError
from editor.service import outbox, people
from editor.service.messages import Place
from editor.service.room import Room

WEB = {"url": "http://127.0.0.1:1", "user": "desk"}


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A computer without a key ring."""
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    return Place(tmp_path / "library", tmp_path / "data")


@pytest.fixture
def rooms(place):
    """Makes rooms of several processes in one place."""
    made = []

    def another():
        made.append(Room(place))
        return made[-1]

    yield another
    for room in made:
        room.close()


def test_another_process_tests_a_target_of_the_sample_newsroom_without_asking_for_a_phrase(rooms):
    first = rooms()
    people.begin_sample(first)
    outbox.add_target(first, "官网", "wordpress", WEB, "abcd efgh")
    assert outbox.test_target(rooms(), "官网").code != "passphrase_needed"


def test_a_newsroom_of_ones_own_is_asked_although_a_sample_was_tried_here(rooms, place):
    (place.data).mkdir()
    (place.data / "sample-phrase").write_text("of-another-library", encoding="ascii")
    first = rooms()
    people.begin(first, "陈静", passphrase="杯子在窗台上")
    outbox.add_target(first, "官网", "wordpress", WEB, "abcd efgh")
    second = rooms()
    assert outbox.test_target(second, "官网").code == "passphrase_needed"
    with pytest.raises(EditorError) as refused:
        people.unlock(second, "窗台上的杯子")
    assert refused.value.code == "passphrase_wrong"
    people.unlock(second, "杯子在窗台上")
    assert outbox.test_target(second, "官网").code != "passphrase_needed"
