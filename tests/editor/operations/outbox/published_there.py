"""A system in which somebody published by hand, and what the tests of taking that over do in a line."""

from __future__ import annotations

import sys
import types

from editor.newsroom.secrets import SecretsInMemory
from editor.operations import reviewing
from editor.operations.outbox import adopting, queueing, running, targets
from editor.publish.targets import kinds
from editor.publish.targets.destination import Standing, Status, Traits
from editor.publish.targets.kinds import Option
from tests.editor.operations.newsroom import CHIEF, TEXT, founded_desk
from tests.editor.operations.outbox.system import Place, System

SECRETS = SecretsInMemory()
HOME = "https://x/"
BY_HAND = f"{HOME}2026/chun-guan"
HEADLINE = "青禾县春灌开闸"


class Finding(Place):
    """A place that can tell what stands at an address."""

    def locate(self, address):
        wanted = address.rstrip("/")
        return self._call("locate", lambda: next((t for t in self.system.things.values() if t.address == wanted), None))

    def look(self, address):
        return super().look(address.rstrip("/"))


class FakeKind:
    name, whole, secret = "fake", False, True
    options = (Option("url", required=True),)
    place = Finding

    def __init__(self):
        self.system = System()

    def address(self, options):
        return f"fake:{options['url']}"

    def open(self, _options, _secret):
        return self.place(self.system, Traits(drafts=True, trash=True, settle=0.0))


def installed(monkeypatch):
    """The kind, where our own ones are looked for."""
    made = FakeKind()
    module = types.ModuleType("editor.publish.targets.fake")
    module.KIND = made
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(kinds, "OWN", ("fake", "site", "hand", "hugo", "sftp", "wechat"))
    return made


def desk_with_target(folder):
    """A newsroom that has the system as its target."""
    desk = founded_desk(folder)
    targets.add(desk, "网站", "fake", {"url": HOME, "connections": "1"}, "secret", SECRETS)
    return desk


def stands(kind, thing="900", address=BY_HAND, title=HEADLINE, body=TEXT, **more):
    """What somebody typed in there."""
    fields = {"title": title, "body": body, "tags": []}
    kind.system.things[thing] = Standing(
        thing, more.pop("key", "chun-guan"), more.pop("status", Status.PUBLIC), address, f"hand-{thing}", fields
    )


def adopt(desk, name, address=BY_HAND, **more):
    return adopting.adopt(desk, SECRETS, name, "网站", address, person=CHIEF, **more)


def worked(desk, kind, times=20):
    for _ in range(times):
        left = running.once(desk, SECRETS, kind.system.clock, person=CHIEF)
        due = [driven.next_due for driven in left.values() if driven.next_due is not None]
        if not due:
            return
        kind.system.clock.wait(max(0.0, min(due) / 1000 - kind.system.clock.now()) + 0.001)
    raise AssertionError("still not done")


def withdrawn(desk, kind, name):
    reviewing.withdraw(desk, name, person=CHIEF)
    queueing.take_down(desk, [name], CHIEF)
    worked(desk, kind)


def writes(kind):
    return [call for call in kind.system.calls if call.startswith(("put", "remove"))]
