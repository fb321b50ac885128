"""A publishing system in memory with the habits of a real one: a name that is taken gets a suffix, calls end late.

What a fault does to a call: ``cut`` (done, no answer), ``before`` (not done, no answer), ``late`` (no answer now, and
the call has its effect after the wait of its limit), ``away`` (nobody is there), ``busy`` (503), ``half`` (done without
its fields, no answer).
"""

from __future__ import annotations

import itertools
import threading
from dataclasses import dataclass, field, replace
from typing import Any

from editor.publish.targets.destination import (
    BusyError,
    Health,
    Look,
    Piece,
    RefusedError,
    Standing,
    Status,
    Traits,
)
from editor.publish.wire import NotSentError, UnknownError


class Ticking:
    """A clock that tests move."""

    def __init__(self, start: float = 1_772_672_400.0) -> None:
        self.time = start
        self.later: list[tuple[float, Any]] = []

    def now(self) -> float:
        return self.time

    def wait(self, seconds: float) -> None:
        self.time += seconds
        for moment, effect in [item for item in self.later if item[0] <= self.time]:
            self.later.remove((moment, effect))
            effect()


@dataclass
class System:
    """The system: things by id, and what goes wrong next."""

    clock: Ticking = field(default_factory=Ticking)
    things: dict[str, Standing] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    password: bool = True
    drops: frozenset[str] = frozenset()
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def public(self) -> list[Standing]:
        return [thing for thing in self.things.values() if thing.status == Status.PUBLIC]

    def edit(self, thing: str, **fields: Any) -> None:
        """Somebody changes something there."""
        before = self.things[thing]
        self.things[thing] = replace(before, fields={**before.fields, **fields}, stamp=f"edit-{next(self.numbers)}")

    def free(self, key: str) -> str:
        """The name that a new thing gets."""
        taken = {thing.key for thing in self.things.values() if thing.status != Status.GONE}
        return next(
            name for name in itertools.chain([key], (f"{key}-{n}" for n in itertools.count(2))) if name not in taken
        )


class Place:
    """A connection to it."""

    def __init__(self, system: System, traits: Traits | None = None) -> None:
        self.system = system
        self.traits = traits or Traits(schedules=True, drafts=True, trash=True, settle=30.0)

    def _call(self, name: str, effect: Any, half: Any = None) -> Any:
        with self.system.lock:
            self.system.calls.append(name)
            if not self.system.password:
                raise RefusedError("password_refused", stops=True)
            fault = self.system.faults.pop(0) if self.system.faults else ""
            if fault == "away":
                raise NotSentError("wire_refused", url="x", reason="")
            if fault == "busy":
                raise BusyError("busy", after=5.0)
            if fault == "before":
                raise UnknownError("wire_cut", late=False, url="x")
            if fault == "late":
                self.system.clock.later.append((self.system.clock.time + 20, effect))
                raise UnknownError("wire_timed_out", late=True, url="x")
            result = half() if fault == "half" and half is not None else effect()
            if fault in {"cut", "half"}:
                raise UnknownError("wire_cut", late=False, url="x")
            return result

    def probe(self) -> Health:
        return self._call("probe", lambda: Health("bot", 0.0))

    def piece(self, package: Any, key: str, publish_at: str) -> Piece:
        fields = {
            "title": package.article.slip.headline,
            "body": package.text,
            "tags": list(package.article.slip.keywords),
        }
        return Piece(key, package.name, fields, publish_at=publish_at)

    def find(self, keys: Any) -> dict[str, tuple[Standing, ...]]:
        def found() -> dict[str, tuple[Standing, ...]]:
            things = list(self.system.things.values())
            return {
                key: tuple(replace(t, fields={}) for t in things if t.key == key or t.key.startswith(f"{key}-"))
                for key in keys
            }

        return self._call("find", found)

    def read(self, thing: str) -> Standing | None:
        return self._call("read", lambda: self.system.things.get(thing))

    def put(self, piece: Piece, at: Standing | None, status: Status) -> Standing:
        def write(fields: dict[str, Any], status: Status) -> Standing:
            system = self.system
            thing = at.thing if at is not None else str(next(system.numbers))
            key = piece.key if at is not None else system.free(piece.key)
            kept = {name: value for name, value in fields.items() if name not in system.drops}
            at_ = piece.publish_at if status == Status.SCHEDULED else ""
            made = Standing(thing, key, status, f"https://x/{key}", f"s{next(system.numbers)}", kept, at_)
            system.things[thing] = made
            return made

        whole = dict(piece.fields)
        part = {**(at.fields if at is not None else {}), "title": whole["title"]}
        half_status = at.status if at is not None else status
        return self._call(f"put {status}", lambda: write(whole, status), lambda: write(part, half_status))

    def remove(self, at: Standing, gone: Any) -> Standing | None:
        def away() -> Standing:
            before = self.system.things[at.thing]
            fields = {"title": "本文已撤稿"} if gone.notice else {}
            status = Status.PUBLIC if gone.notice else Status.GONE
            self.system.things[at.thing] = replace(before, status=status, fields=fields)
            return self.system.things[at.thing]

        return self._call("remove", away)

    def look(self, address: str) -> Look:
        shown = [thing for thing in self.system.public() if thing.address == address]
        return Look(200, str(shown[0].fields)) if shown else Look(404)

    def close(self) -> None:
        """Nothing to close."""


class OneKind:
    """A kind whose place is given."""

    name, whole, secret, options = "fake", False, False, ()

    def __init__(self, place):
        self._place = place

    def open(self, _options, _secret):
        return self._place
