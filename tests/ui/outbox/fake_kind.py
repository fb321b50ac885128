"""A kind of target whose system is in memory, for windows: that of the outbox's own tests, with its faults."""

from __future__ import annotations

from dataclasses import replace

from editor.publish.targets.destination import Loss, Traits
from editor.publish.targets.kinds import Option
from tests.editor.operations.outbox.system import Place, System

NAME = "fake"
URL = "https://news.example.cn/"


class Shown(Place):
    """With what a preview has to show."""

    losses: tuple[Loss, ...] = ()

    def piece(self, package, key, publish_at):
        return replace(super().piece(package, key, publish_at), losses=self.losses)


class FakeKind:
    """See `editor.publish.targets.kinds.Kind`."""

    name = NAME
    whole = False
    secret = True
    options = (
        Option("url", required=True),
        Option("user", required=True),
        Option("terms", default="make", choices=("make", "existing")),
    )

    def __init__(self, *, schedules=True):
        self.systems = {}
        self.secrets = []
        self.losses = ()
        self.traits = Traits(schedules=schedules, drafts=True, trash=True, settle=0.0)

    def system(self, url=URL):
        return self.systems.setdefault(url, System())

    def address(self, options):
        return f"{NAME}:{options['url']}"

    def open(self, options, secret):
        self.secrets.append(secret)
        place = Shown(self.system(options["url"]), self.traits)
        place.losses = self.losses
        return place
