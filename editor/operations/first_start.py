"""The first minute: a newsroom of one, or a sample newsroom with people, and articles in every state."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from editor.article import Credit, Origin, Slip, Variant
from editor.errors import EditorError
from editor.operations import articles, holding, reviewing
from editor.operations.content import Content, with_slip
from editor.operations.delivering import deliver
from editor.operations.desk import new_id
from editor.operations.drafting import save_draft
from editor.operations.numbering import next_number
from editor.operations.people import admit
from editor.store import drafts
from resources import data, table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from editor.operations.desk import Desk
    from editor.operations.people import Admitted

SAMPLE = "samples/newsroom.toml"
_LEVELS = {"reporter": ("reporter",), "first": ("1",), "second": ("2",), "chief": ("3",)}
_SOURCE = "柳江县融媒体中心"
_SIGNS = {"first": 1, "second": 2, "chief": 3}


@dataclass(frozen=True, slots=True)
class SampleNewsroom:
    """A sample newsroom that was founded: ids and names of its people, the reporter first, and its articles."""

    newsroom: str
    people: tuple[tuple[str, str], ...]
    articles: tuple[str, ...]


def start(desk: Desk, name: str) -> Admitted:
    """Found a newsroom with the one name to sign with; colleagues, and with them reviews, come later.

    The founder holds every level, so that nothing stands against him but the rules: alone nobody passes his own text.

    Raises:
        EditorError: There is a newsroom already, the name cannot be used, or no key can be kept here.
    """
    _refuse_second(desk)
    return admit(desk, name, ("reporter", "1", "2", "3", "admin"))


def is_sample(desk: Desk) -> bool:
    """Whether the library holds a sample newsroom: its founding entry says so, nothing else can."""
    with desk.reading() as session:
        founding = session.roster.founding
        return founding is not None and founding.content.get("sample") is True


def start_sample(desk: Desk, out: Path) -> SampleNewsroom:
    """Found the sample newsroom in one go: all of it stands in the library afterwards, or nothing.

    Args:
        desk: Where; an empty library.
        out: Folder in which its published articles are put.

    Raises:
        EditorError: There is a newsroom already, or no key can be kept here.
    """
    _refuse_second(desk)
    plan = table(SAMPLE)
    # Heads are remembered outside the library, which would know of them too early.
    inside = dataclasses.replace(desk, kept=None)
    with desk.writing():
        people = _people(inside, plan["people"])
        reporter = people[0]
        names = [_article(inside, reporter, told) for told in plan["articles"]]
        for name, told in zip(names, plan["articles"], strict=True):
            for step in told["steps"]:
                _step(inside, name, plan["people"][step["who"]], step, out)
        names += [_page(inside, reporter[1], page) for page in plan["pages"]]
        with desk.reading() as session:
            newsroom = session.newsroom
    return SampleNewsroom(newsroom, people, tuple(names))


def _refuse_second(desk: Desk) -> None:
    with desk.reading() as session:
        if session.newsroom:
            raise EditorError.usage("founded_already")


def _people(desk: Desk, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    chief = admit(desk, names["chief"], _LEVELS["chief"], sample=True)
    others = [admit(desk, names[key], _LEVELS[key], person=chief.name) for key in ("reporter", "first", "second")]
    return tuple((member.person, member.name) for member in (*others, chief))


def _article(desk: Desk, reporter: tuple[str, str], told: Mapping[str, Any]) -> str:
    """What the reporter wrote, as her draft."""
    identifier = new_id()
    deadline = ""
    if "deadline_in" in told:
        deadline = (desk.clock() + timedelta(hours=told["deadline_in"])).isoformat(timespec="minutes")
    with desk.writing() as session:
        slip = Slip(
            number=next_number(session, identifier),
            kicker=told.get("kicker", ""),
            headline=told["headline"],
            byline=(Credit(reporter[1], "reporter", "记者"),),
            column=told["column"],
            source=_SOURCE,
            origin=Origin.OWN,
            deadline=deadline,
        )
        content = Content(Variant.ZH_CN, slip, told["text"].lstrip("\n"))
        drafts.save(desk.library, articles.new_draft(session, identifier, content, reporter[0]))
        articles.refresh(session, identifier)
    return identifier


def _page(desk: Desk, reporter: str, page: Mapping[str, Any]) -> str:
    """A scraped page of another house, entered and perhaps handed in."""
    from editor.operations.importing import import_page  # noqa: PLC0415  (brings the whole intake)

    name = import_page(desk, data(f"samples/{page['file']}"), page["file"]).name

    def filled_in(content: Content) -> Content:
        return with_slip(content, column=page["column"], origin=Origin(page["origin"]))

    save_draft(desk, name, filled_in, reporter)
    if page["submit"]:
        reviewing.submit(desk, name, reporter)
    return name


def _step(desk: Desk, name: str, who: str, step: Mapping[str, str], out: Path) -> None:
    """Somebody does something with an article, as the plan says."""
    why = step.get("why", "")
    doing: dict[str, Callable[[], object]] = {
        "submit": lambda: reviewing.submit(desk, name, who),
        "take": lambda: holding.take(desk, name, who),
        "sign": lambda: reviewing.sign(desk, name, _SIGNS[step["who"]], who),
        "return": lambda: reviewing.give_back(desk, name, why, who),
        "hold": lambda: holding.hold(desk, name, why, who),
        "refuse": lambda: holding.refuse(desk, name, why, who),
        "comment": lambda: holding.comment(desk, name, why, who, step["quote"]),
        "edit": lambda: save_draft(desk, name, _edited(step["before"], step["after"]), who),
        "deliver": lambda: deliver(desk, f"site:{out}", [name], who),
        "withdraw": lambda: reviewing.withdraw(desk, name, why=why, person=who),
    }
    doing[step["what"]]()
    if step["what"] == "withdraw":
        deliver(desk, f"site:{out}", [], who)


def _edited(before: str, after: str) -> Callable[[Content], Content]:
    return lambda content: dataclasses.replace(content, text=content.text.replace(before, after))
