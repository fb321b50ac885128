"""What a command waits for: a network that may come back, never a thing that only a person can mend."""

from __future__ import annotations

import sys
import types

import pytest

from editor.operations.outbox.clock import OwnClock
from editor.publish.targets import kinds
from tests.editor.commands.pages import imported, newsroom, passed
from tests.editor.publish.hostile_servers import http, serving
from tests.ui.outbox.fake_kind import NAME, URL, FakeKind

CHIEF = ("--as", "陈衡")


@pytest.fixture
def signed(gaotai):
    """A newsroom with one signed article; gives its id."""
    newsroom(gaotai)
    record = imported(gaotai)
    passed(gaotai, record["id"])
    return record["id"]


@pytest.fixture
def waits(monkeypatch):
    """How long the command wanted to wait, time and again; the third time somebody presses Ctrl+C."""
    found = []

    def wait(_clock, seconds):
        found.append(seconds)
        if len(found) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(OwnClock, "wait", wait)
    return found


def wordpress(gaotai, home, address):
    (home / "secret").write_text("abcd EFGH\n", encoding="utf-8")
    added = (
        "target",
        "add",
        "网站",
        "--kind",
        "wordpress",
        "--url",
        address,
        "--user",
        "bot",
        "--secret-file",
        "secret",
    )
    assert gaotai(*added)[0] == 0


def test_a_folder_that_cannot_be_is_told_at_once(gaotai, signed, home, waits):
    (home / "file").write_bytes(b"")
    gaotai("target", "add", "坏", "--kind", "site", "--path", "file/x")
    code, out, told = gaotai("export", "--to", "坏", signed, *CHIEF)
    assert (code, waits) == (6, [])
    assert "name a folder" in out + told
    assert gaotai("outbox", "--json")[1][0]["state"] == "waiting"


def test_a_refused_password_is_told_at_once(gaotai, signed, home, waits):
    body = b'{"code":"rest_not_logged_in","message":"no"}'
    with serving(http("401 Unauthorized", body=body, Content_Type="application/json")) as server:
        wordpress(gaotai, home, server.url)
        code, _, _ = gaotai("export", "--to", "网站", signed, *CHIEF)
    assert (code, waits) == (6, [])


def test_a_site_that_is_away_is_waited_for_and_that_is_said_once(gaotai, signed, home, waits):
    with serving(http(body=b"")) as server:
        address = server.url
    wordpress(gaotai, home, address)
    _, _, told = gaotai("export", "--to", "网站", signed, *CHIEF)
    assert len(waits) == 3
    assert told.count("tried again for up to 10 minutes") == 1
    assert gaotai("outbox", "--json")[1][0]["state"] == "waiting"


@pytest.fixture
def kind(monkeypatch):
    """A kind of publishing system in memory."""
    made = FakeKind()
    module = types.ModuleType(f"editor.publish.targets.{NAME}")
    module.KIND = made
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(kinds, "OWN", (NAME, "folder", "site"))
    return made


def test_what_is_taken_down_while_everything_is_held_back_is_no_failure(gaotai, signed, home, kind):
    (home / "secret").write_text("x\n", encoding="utf-8")
    gaotai("target", "add", "网", "--kind", NAME, "--url", URL, "--user", "bot", "--secret-file", "secret")
    other = imported(gaotai)["id"]
    passed(gaotai, other)
    assert gaotai("export", "--to", "网", signed, *CHIEF)[0] == 0
    assert gaotai("outbox", "hold", "--why", "重大时政", *CHIEF)[0] == 0
    assert gaotai("export", "--to", "网", other, *CHIEF)[0] == 6
    code, _, told = gaotai("withdraw", signed, "--why", "出错", *CHIEF)
    assert (code, "held back" in told) == (0, False)
    assert [thing.status for thing in kind.system().things.values()] == ["gone"]
