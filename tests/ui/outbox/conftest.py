"""A whole window with a target in memory."""

from __future__ import annotations

import shutil
import sys
import types

import pytest
from PySide6.QtGui import QDesktopServices

from tests.ui.outbox.fake_kind import NAME, URL, FakeKind


@pytest.fixture
def kind(monkeypatch):
    """The kind `fake`, known beside those that have no other packages to load."""
    from editor.publish.targets import kinds

    made = FakeKind()
    module = types.ModuleType(f"editor.publish.targets.{NAME}")
    module.KIND = made
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(kinds, "OWN", (NAME, "folder", "site", "wordpress", "wagtail"))
    return made


@pytest.fixture
def visited(monkeypatch):
    """What was handed to the browser."""
    addresses = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(url.toString()) or True)
    return addresses


@pytest.fixture
def ring(monkeypatch):
    """A key ring in memory."""
    from editor.newsroom import sealing

    class Ring:
        def __init__(self):
            self.kept = {}

        def set_password(self, service, name, secret):
            self.kept[name] = secret

        def get_password(self, service, name):
            return self.kept.get(name)

        def delete_password(self, service, name):
            self.kept.pop(name, None)

    made = Ring()
    monkeypatch.setattr(sealing, "key_ring", lambda: made)
    return made


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    """The sample newsroom, founded once; every test gets a copy."""
    from keyring.backends import fail

    from editor.service import people
    from editor.service.messages import Place
    from editor.service.room import Room

    folder = tmp_path_factory.mktemp("founded")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("keyring.get_keyring", fail.Keyring)
        patch.setattr("editor.newsroom.sealing.MEMORY_KIB", 64)  # keys are opened a hundred times here
        room = Room(Place(folder / "library", folder / "data"))
        people.begin_sample(room)
        room.close()
    return folder


@pytest.fixture
def place(tmp_path, founded, monkeypatch):
    """A library with the sample newsroom."""
    from editor.service.messages import Place

    monkeypatch.setattr("editor.newsroom.sealing.MEMORY_KIB", 64)
    shutil.copytree(founded, tmp_path, dirs_exist_ok=True)
    return Place(tmp_path / "library", tmp_path / "data")


@pytest.fixture
def desk(opened):
    """The sample newsroom, the editor in chief at work, all articles in the list."""
    from editor.records.articles import ALL, View

    opened.settle()
    opened.become("3")
    opened.desktop.browser.show_view(View(ALL))
    opened.settle()
    return opened


@pytest.fixture
def web(desk, kind):
    """The same with a target `web` of the kind `fake`."""
    from editor.service import outbox

    options = {"url": URL, "user": "editor"}
    outbox.add_target(desk.jobs.room, "web", NAME, options, "a secret")
    desk.work.outbox.sending.refresh()
    desk.settle()
    return desk
