"""What the desk of a window is told: an article to write on, people, what was done. Plain, picklable, stdlib only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Opened(NamedTuple):
    """An article as it is laid on the desk.

    Attributes:
        name: Id as commands write it.
        slip: Plain form of the slip.
        text: Newsroom Markdown.
        saved_at: To be handed back when it is saved (`records.Writing.over`).
        state: State of the article.
        locked: Whether its text runs unchanged (转载, 通稿).
        variants: All variants of the article, its own first.
        derived: Source variant of a script variant, "" for an article's own text.
        round_of: Id of the submit of the open round, "" when none is open.
    """

    name: str
    article: str
    variant: str
    number: str
    slip: Mapping[str, Any]
    text: str
    saved_at: str
    state: str
    locked: bool
    variants: tuple[str, ...]
    derived: str
    round_of: str


class Person(NamedTuple):
    """Somebody whose key is on this computer."""

    person: str
    name: str
    levels: tuple[str, ...]
    columns: tuple[str, ...] | None


class People(NamedTuple):
    """Who can act here.

    Attributes:
        newsroom: Id of the newsroom, "" before it is founded.
        here: People whose keys are on this computer.
        sentence: Key of the message table for what stands against writing (newer library, read-only disk), "" = none.
    """

    newsroom: str
    here: tuple[Person, ...]
    sentence: str = ""
    details: Mapping[str, str] = {}


class DoneHere(NamedTuple):
    """Something was done with an article.

    Attributes:
        articles: Ids of articles whose rows changed.
    """

    name: str
    number: str
    actor: str
    state: str
    kind: str
    articles: tuple[str, ...]


class FileDone(NamedTuple):
    """What became of one file that was taken in.

    Attributes:
        code: "" when it came in, else the code of the failure (sentence ``error.<code>`` with ``details``).
        repairs: How many repairs were applied; offered: how many wait for a person.
        losses: Lines of the import report: key ``intake.<what>``, how many, text.
    """

    file: str
    name: str
    number: str
    headline: str
    code: str = ""
    details: Mapping[str, str] = {}
    repairs: int = 0
    offered: int = 0
    losses: tuple[tuple[str, int, str], ...] = ()
