"""The guards that stand around every test see what they are there for."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
import threading

import pytest

from tests.architecture.sources import ROOT


def test_nothing_is_reached_beyond_this_machine():
    with socket.socket() as plug, pytest.raises(PermissionError, match="reaches out"):
        plug.connect(("192.0.2.1", 80))


def test_this_machine_may_be_reached():
    with socket.socket() as server, socket.socket() as plug:
        server.bind(("127.0.0.1", 0))
        server.listen()
        plug.connect(server.getsockname())


def test_a_thread_may_be_started_and_ended():
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()


@pytest.mark.logs_warnings
def test_a_warning_may_be_expected():
    logging.getLogger("gaotai.test").warning("expected")


CARELESS = """
import logging
import threading

gate = threading.Event()

def test_leaves_a_thread_behind():
    threading.Thread(target=gate.wait, args=(1,)).start()

def test_warns_in_the_log():
    logging.getLogger("gaotai").warning("the disk is nearly full")

def test_is_careful():
    logging.getLogger("gaotai").info("all is well")
"""


def test_a_careless_test_fails(tmp_path):
    careless = tmp_path / "test_careless.py"
    careless.write_text(CARELESS, encoding="utf-8")
    (tmp_path / "pytest.ini").touch()
    command = (sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", str(careless))
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "2 errors" in result.stdout, result.stdout
    assert "threads left behind" in result.stdout
    assert "the disk is nearly full" in result.stdout
