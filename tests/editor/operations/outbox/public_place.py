"""A publishing system in memory with lists, feeds and a search, and a cache before them; withdrawing from it."""

from __future__ import annotations

from editor.operations import reviewing
from editor.operations.outbox import disposal, queueing
from editor.operations.outbox.driving import drive
from editor.operations.outbox.looking import look_after
from editor.publish.targets.destination import Look
from editor.publish.targets.traces import Spot, Trail, Where
from editor.store import outbox
from tests.editor.operations.newsroom import CHIEF, sheet
from tests.editor.operations.outbox.sending import TARGET, send
from tests.editor.operations.outbox.sending import worked as driven
from tests.editor.operations.outbox.system import Place

HOME, FEED, SEARCH, MAP = (f"https://x/{name}" for name in ("", "feed/", "?s=x", "map.xml"))
SPOTS = (
    Spot(Where.LIST, HOME),
    Spot(Where.FEED, FEED),
    Spot(Where.SEARCH, SEARCH),
    Spot(Where.MAP, MAP),
)


class Public(Place):
    """A place with lists: they name what is public, and what a cache still holds.

    Attributes:
        kept: Address → how often a cache still answers with what it kept.
        pages: Address → what is answered there, whatever is public.
        looked: Addresses that were looked at.
    """

    def __init__(self, system, traits=None) -> None:
        super().__init__(system, traits)
        self.kept = {}
        self.pages = {}
        self.looked = []

    def trail(self, trace):
        self.trace = trace
        return Trail(SPOTS)

    def look(self, address):
        if not any(address == spot.address for spot in SPOTS) and address not in self.pages:
            return super().look(address)
        self.looked.append(address)
        if address in self.pages:
            found = self.pages[address]
            if isinstance(found, Exception):
                raise found
            return found
        if self.kept.get(address, 0) > 0:
            self.kept[address] -= 1
            return Look(200, "", "", self.cached)
        return Look(200, "", "", self.listed())

    def listed(self):
        rows = "".join(f'<li><a href="{t.address}">{t.fields.get("title")}</a>' for t in self.system.public())
        return f"<html><ul>{rows}</ul></html>"


def signer(desk):
    return lambda session: next(i for i in desk.keys.identities(session.newsroom) if i.name == CHIEF)


def published(desk, place, name):
    send(desk, name)
    driven(desk, place)
    place.cached = place.listed()
    return name


def taken_down(desk, place, *names, **more):
    """Withdraw, and work until nothing is due, as a program would."""
    for name in names:
        reviewing.withdraw(desk, name, person=CHIEF, **more)
    queueing.take_down(desk, names, CHIEF)
    return seen_out(desk, place)


def seen_out(desk, place, times=10):
    happened, clock = [], place.system.clock
    for _ in range(times):
        left = driven_once(desk, place, happened)
        if left is None:
            return happened
        clock.wait(max(0.0, left / 1000 - clock.now()) + 0.001)
    raise AssertionError("still not done")


def driven_once(desk, place, happened):
    down = []

    def tell(item):
        if item.job.action == "remove" and item.state == "done":
            down.append(item.job)

    drive(desk, TARGET, place, place.system.clock, signer=signer(desk), tell=tell)
    happened += look_after(desk, TARGET, place, down, signer(desk), place.system.clock)
    with desk.reading() as session:
        return outbox.next_due(session.connection, session.newsroom, TARGET.destination)


def spots(desk, name):
    (one,) = disposal.sheet_of(desk, name).places
    return [(spot.where, spot.state, spot.detail) for spot in one.spots]


def receipts(desk, name, action):
    return [e for e in sheet(desk, name).case.history.of_kind("receipt") if e.content.get("action") == action]
