"""A room over the sample newsroom in which it is always the same moment: for pictures of the windows."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from editor.service.room import Room

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.operations.desk import Desk
    from editor.service.messages import Place

DEVICE = "01980000-0000-7000-8000-000000000001"


class SampleClock:
    """Goes by a fixed step each time it is looked at, until it is stopped; then it stands."""

    def __init__(self, at: datetime, step: timedelta) -> None:
        self.at = at
        self._step = step

    def __call__(self) -> datetime:
        """The time; with an offset, as entries are dated."""
        self.at += self._step
        return self.at

    def stop(self, at: datetime) -> None:
        """It is this moment from now on."""
        self.at, self._step = at, timedelta(0)


class SampleRoom(Room):
    """Keys stay in memory, the installation has a fixed id, and the clock is that of the sample.

    Ids and keys of people and articles are as random as everywhere; nothing that a window shows is made of them.
    """

    def __init__(self, place: Place, clock: SampleClock) -> None:
        super().__init__(place)
        from editor.newsroom.identity import KeysInMemory  # a room is cheap until it is used

        self.clock = clock
        self._keys = KeysInMemory()

    @cached_property
    @override
    def desk(self) -> Desk:
        """See `Room.desk`."""
        from editor.operations.desk import Desk
        from editor.store import library

        return Desk(library.create(self.place.library), self._keys, DEVICE, self.place.data, self.clock)

    def found(self, plan: Mapping[str, Any], pictures: Mapping[str, bytes]) -> None:
        """Found the sample newsroom, and add the articles of a plan to it.

        Args:
            plan: ``articles``: kicker, headline, subheadline, column, deadline_in (hours), text and ``steps``
                (who, what, why, level, before and after of an edit) like those of the sample newsroom; all by the
                reporter.
            pictures: Pictures by the names under which texts speak of them.
        """
        from editor.operations.first_start import start_sample
        from editor.service import assets

        people = start_sample(self.desk, self.place.data / "sample-site").people
        kept = {name: assets.keep(self, data, name).source for name, data in pictures.items()}
        for told in plan["articles"]:
            self._add(told, kept, people)

    def _add(self, told: Mapping[str, Any], pictures: Mapping[str, str], people: Sequence[tuple[str, str]]) -> None:
        from editor.article import Credit, Origin, Slip, slip_to_plain
        from editor.operations.desk import new_id
        from editor.records.articles import Writing
        from editor.service import desk

        who = dict(zip(("reporter", "first", "second", "chief"), people, strict=True))
        reporter, name = who["reporter"]
        hours = told.get("deadline_in")
        slip = Slip(
            kicker=told.get("kicker", ""),
            headline=told["headline"],
            subheadline=told.get("subheadline", ""),
            byline=(Credit(name, "reporter", "记者"),),
            editor=told.get("editor", ""),
            column=told["column"],
            source=told.get("source", ""),
            origin=Origin.OWN,
            deadline=(self.clock() + timedelta(hours=hours)).isoformat(timespec="minutes") if hours else "",
        )
        text = told["text"].lstrip("\n")
        for picture, source in pictures.items():
            text = text.replace(f"({picture}", f"({source}")
        article = new_id()
        desk.keep(self, Writing(article, "zh-CN", slip_to_plain(slip), text, reporter))
        for step in told["steps"]:
            person = who[step["who"]][0]
            if step["what"] == "edit":
                loaded = desk.load(self, article)
                text = loaded.text.replace(step["before"], step["after"])
                desk.keep(self, Writing(article, "zh-CN", loaded.slip, text, person, loaded.version))
                continue
            desk.act(self, article, step["what"], person, level=step.get("level", 0), why=step.get("why", ""))
