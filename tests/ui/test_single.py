"""A second start hands over to the first window of the same library, and only of that."""

from __future__ import annotations

import socket
import threading

import pytest

from ui import single
from ui.door import Door


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))


def test_files_of_a_second_start_reach_the_first_window(qtbot, tmp_path):
    from PySide6.QtWidgets import QMainWindow

    window = QMainWindow()
    qtbot.addWidget(window)
    door = Door(tmp_path / "library", window)
    answers = []
    caller = threading.Thread(target=lambda: answers.append(single.hand_over(tmp_path / "library", ["稿件.txt"])))
    with qtbot.waitSignal(door.asked, timeout=5000) as heard:
        caller.start()
    caller.join(5)
    assert heard.args == [["稿件.txt"]]
    assert answers == [True]
    door.close()
    assert not single.hand_over(tmp_path / "library", [])


def test_another_library_opens_a_window_of_its_own(tmp_path):
    line = single.listening(tmp_path / "one")
    assert not single.hand_over(tmp_path / "two", [])
    single.close(line, tmp_path / "one")


def test_what_a_dead_process_left_behind_is_taken_over(tmp_path):
    left = single.listening(tmp_path / "library")
    left.close()  # the socket's file stays, as after a kill
    assert not single.hand_over(tmp_path / "library", [])
    line = single.listening(tmp_path / "library")
    assert line is not None
    single.close(line, tmp_path / "library")


def test_nonsense_at_the_door_is_no_question(qtbot, tmp_path):
    line = single.listening(tmp_path / "library")
    for words in (b"\xff\xfe\n", b"[1]\n", b"{}\n", b""):
        caller = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        caller.connect(str(single.address(tmp_path / "library")))
        caller.sendall(words)
        caller.close()
        assert not single.asked(line)
    single.close(line, tmp_path / "library")
