"""What the core tells a window of lists, searches and local history; plain, picklable, standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from editor.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Mapping

# Kinds of view. Those of a person: ``View(MY_DRAFTS, person)``.
MY_DRAFTS = "my_drafts"
MY_SUBMITTED = "my_submitted"
MY_RETURNED = "my_returned"
MY_PUBLISHED = "my_published"
# Those of a state have the name of the state: draft level1 level2 level3 returned held refused approved sent withdrawn.
STATE_VIEWS = ("draft", "level1", "level2", "level3", "returned", "held", "refused", "approved", "sent", "withdrawn")
ALL = "all"
ARCHIVE = "archive"
TRASH = "trash"
COLUMN = "column"
SEARCH = "search"

ORDERS = ("updated", "deadline", "state", "column")
"""Orders of a list: newest first; nearest 截稿 first; by step of the way; by column. Then newest first."""

COUNT_LIMIT = 1000
"""No count goes beyond this: the window shows 999+."""


class View(NamedTuple):
    """Which articles a list shows.

    Attributes:
        kind: One of the names above.
        name: Person id for the views of a person, name of the column for ``column``, query for ``search``.
    """

    kind: str
    name: str = ""


class Row(NamedTuple):
    """One line of a list: one variant of an article.

    Attributes:
        row: Number by which lists and searches name it; it never changes.
        name: Id as commands write it (``ID`` or ``ID@variant``).
        own: Whether it is the article's own variant.
        summary: Summary of the slip, else the first line of the body; at most 120 characters.
        authors: Names of the byline.
        origin: own, first, reprint, wire_copy or "".
        deadline: 截稿 as the slip has it (ISO 8601), "" = none; ``publish_at`` 拟发 alike.
        characters: 字数: characters without blanks, a Latin word or figure counted as one.
        writer: Person who writes or wrote the text, "" when nobody is known.
        submitter: Person who submitted it last; returned_to: to whom it was returned (person), "" when it is not.
        derived: "" for an article's own text; for a script variant ``current``, or ``stale`` (待重转) when its source
            changed since.
        place: "" on the desk, ``archive`` or ``trash``.
        day: Day of the last change in the newsroom's zone (``2026-03-05``), to group by.
        unread: Whether it changed since it was opened here.
        errors: How many errors the checks found in it as it is now, ``warnings`` alike; -1 = nobody counted.
    """

    row: int
    article: str
    variant: str
    name: str
    own: bool
    number: str
    headline: str
    summary: str
    column: str
    authors: tuple[str, ...]
    state: str
    origin: str
    deadline: str
    publish_at: str
    images: int
    characters: int
    writer: str
    submitter: str
    returned_to: str
    derived: str
    place: str
    updated_at: str
    opened_at: str
    day: str
    unread: bool
    errors: int = -1
    warnings: int = -1


class Tally(NamedTuple):
    """What the checks found in the article of a row: its number, a word for the text, errors and warnings in it."""

    row: int
    source: str
    errors: int
    warnings: int


class Span(NamedTuple):
    """Code points ``start`` to ``end`` (not included) of a text."""

    start: int
    end: int


class Unclear(NamedTuple):
    """A part of a query that could not be used: key of the message table and the part as typed."""

    message: str
    text: str


class Found(NamedTuple):
    """One page of what a search found, newest first.

    Attributes:
        rows: Numbers of rows (see `Row`).
        after: Give this to the same search to go on from here; None = there is no more.
        canceled: Whether it was broken off; ``rows`` are then those found until then.
        unclear: Parts of the query that were left out.
        behind: Articles whose newest text is not in the index yet; 0 = everything was searched.
    """

    rows: tuple[int, ...]
    after: int | None
    canceled: bool = False
    unclear: tuple[Unclear, ...] = ()
    behind: int = 0


class Hit(NamedTuple):
    """How a found row is shown: its headline and a piece of its text, both with the places that were found.

    Attributes:
        snippet: Some 60 characters round the first place in the text, "" when only the headline or the slip has it.
        cut_before: Whether text stands before the snippet; cut_after: whether text follows it.
    """

    row: int
    headline: str
    headline_spans: tuple[Span, ...]
    snippet: str
    snippet_spans: tuple[Span, ...]
    cut_before: bool
    cut_after: bool


class Writing(NamedTuple):
    """What stands in the window.

    Attributes:
        article: Id of the article: for a new one a UUIDv7 made in the window, so that saying it twice makes one.
        variant: Language variant.
        slip: Plain form of the slip (`article.slip_to_plain`); the 稿号 in it is not looked at.
        text: Newsroom Markdown.
        person: Id of the person who writes, "" before there is a newsroom.
        over: ``version`` of what the window loaded or saved last, "" where no draft was. When something else stands
            there by now, that is kept in the history before it is written over.
    """

    article: str
    variant: str
    slip: Mapping[str, Any]
    text: str
    person: str = ""
    over: str = ""


class Stored(NamedTuple):
    """What became of a `Writing`.

    Attributes:
        version: To be handed back as ``over``.
        saved_at: When it was written; of what stands there when this writing was refused.
        created: Whether the article is new.
        refused: Code of the message table (``error.<code>``) when it was not written, "" when it was.
        kept: Number in the local history of a version that was kept on the way (the writing itself when it was
            refused, else what stood there before or the saved version), 0 = none.
    """

    article: str
    variant: str
    name: str
    number: str
    saved_at: str
    version: str
    created: bool = False
    refused: str = ""
    kept: int = 0
    changes: Changes = Changes()


class Loaded(NamedTuple):
    """A variant as it lies on the desk, to be written on.

    Attributes:
        version: To be handed back as ``over``; "" when no draft is there yet.
        saved_at: When the draft was saved, "" when none is there.
        locked: Whether its text runs unchanged (转载, 通稿) until somebody unlocks it.
    """

    article: str
    variant: str
    name: str
    own: bool
    slip: Mapping[str, Any]
    text: str
    state: str
    revision: str
    author: str
    saved_at: str
    version: str
    locked: bool


class Kept(NamedTuple):
    """A version in the local history.

    Attributes:
        why: save, conversion, paste, restore, recovered, replaced, refused.
        person: Who wrote it, "" when nobody is known.
        characters: 字数.
        size: Bytes on the disk.
    """

    id: int
    article: str
    variant: str
    at: str
    why: str
    person: str
    characters: int
    size: int


class Version(NamedTuple):
    """A version with its text: slip in plain form and newsroom Markdown."""

    kept: Kept
    slip: Mapping[str, Any]
    text: str


class Moved(NamedTuple):
    """What a bulk command did: ids of the articles it is done for, and why the others stay as they are.

    Attributes:
        refused: Id of the article and code of the message table (``error.<code>``).
    """

    done: tuple[str, ...]
    refused: tuple[tuple[str, str], ...] = ()
    changes: Changes = Changes()


class SavedSearch(NamedTuple):
    """A search with a name."""

    name: str
    query: str
