"""What the desk of a window is told: people, what was done. Plain, picklable, stdlib only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.records.articles import SavedSearch
    from editor.records.review import Colleague


class People(NamedTuple):
    """Who can act here.

    Attributes:
        newsroom: Id of the newsroom, "" before it is founded.
        colleagues: Everybody in it; those with `here` can act on this computer.
        columns: Columns that articles stand in.
        searches: Saved searches.
        sentence: Key of the message table for what stands against writing (newer library, read-only disk), "" = none.
    """

    newsroom: str
    colleagues: tuple[Colleague, ...]
    columns: tuple[str, ...]
    searches: tuple[SavedSearch, ...]
    sentence: str = ""


class Rules(NamedTuple):
    """The rules of review of a newsroom.

    Attributes:
        levels: (1, 2, 3) or (1, 3).
        share: Greatest share of characters that a reviewer may change alone, in percent.
        strict: Whether nobody who wrote in an article may sign any level of it.
        correction: How readers are told of a correction where nobody says otherwise: notice, note or silent.
        columns: Columns with rules of their own.
    """

    levels: tuple[int, ...]
    share: int
    strict: bool
    correction: str
    columns: tuple[str, ...] = ()


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


class CorrectionBegun(NamedTuple):
    """A correction was begun, or taken back.

    Attributes:
        form: notice, note or silent.
        times: N of 更正第N次.
        notice: Name of the notice's draft, "" for other forms; `notice_number` its 稿号.
        decided: Whether it was written down at once, since the text is under review.
        articles: Ids of articles whose rows changed.
    """

    name: str
    number: str
    form: str
    times: int
    notice: str
    notice_number: str
    decided: bool
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
