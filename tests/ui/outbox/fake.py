"""A kind of target whose system is in memory, for windows: the outbox's own, with its habits and its faults."""

from __future__ import annotations

from editor.publish.targets.destination import Loss, Picture, Status
from editor.publish.targets.kinds import Option
from tests.editor.operations.outbox.system import Place, System

NAME = "fake"


class Shown(Place):
    """With what a preview has to show."""

    def piece(self, package, key, publish_at):
        made = super().piece(package, key, publish_at)
        losses = tuple(Loss(*loss) for loss in self.system.losses)
        return made._replace(losses=losses) if hasattr(made, "_replace") else _with(made, losses)


def _with(piece, losses):
    from dataclasses import replace

    return replace(piece, losses=losses)


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

    def __init__(self):
        self.systems = {}

    def system(self, url="https://news.example.cn/"):
        if url not in self.systems:
            self.systems[url] = System()
            self.systems[url].losses = []
        return self.systems[url]

    def address(self, options):
        return f"{NAME}:{options['url']}"

    def open(self, options, secret):
        return Shown(self.system(options["url"]))


__all__ = ["FakeKind", "Picture", "Status"]
