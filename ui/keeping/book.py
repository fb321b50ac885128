"""What is known of an article that is being written: its text, and how far journal and library have it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.markup.writer import write
from editor.records.articles import Loaded, Writing
from editor.store.journal import NOWHERE, Caret, State
from editor.store.journal_file import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from editor.markup.blocks import Block


class Standing(StrEnum):
    """Where what was typed is by now."""

    NOTHING = "nothing"
    UNSAVED = "unsaved"
    ON_DISK = "on_disk"
    IN_LIBRARY = "in_library"


class Trouble(NamedTuple):
    """Why something could not be kept.

    Attributes:
        code: Sentence ``error.<code>``; details: its values.
        kept_here: Whether what was typed is on the disk of this computer all the same.
    """

    code: str
    details: Mapping[str, Any]
    kept_here: bool


@dataclass(slots=True)
class Book:
    """An article on the desk, or one that the library does not have yet.

    Attributes:
        name: Of its journal.
        blocks: Its text; while it lies on the desk the list that is kept up to date.
        serial: Number of the last record; content: of the last that changed text or slip.
        on_disk, in_library: Up to which serial they have it; refused: code of why the library did not take the last.
        begun: Whether the journal holds a whole state to which changes can be appended.
        journal_failed, library_failed: Whether they could not be written when it was tried last.
        held: Whether the library has something else, about which a person has to decide first.
        settled: Called once when it is on the disk (what it was recovered from may go then).
    """

    name: str
    loaded: Loaded
    slip: Mapping[str, Any]
    blocks: Sequence[Block]
    person: str = ""
    over: str = ""
    list_name: str = ""
    caret: Caret = NOWHERE
    serial: int = 0
    content: int = 0
    on_disk: int = 0
    in_library: int = 0
    refused: str = ""
    begun: bool = False
    journal_failed: bool = False
    library_failed: bool = False
    held: bool = False
    settled: list[Callable[[], None]] = field(default_factory=list)

    @classmethod
    def of(cls, loaded: Loaded, person: str, blocks: Sequence[Block]) -> Book:
        """The book of an article that was laid on the desk."""
        name = name_of(loaded.article, loaded.variant)
        return cls(name, loaded, loaded.slip, blocks, person, loaded.version, loaded.name)

    @property
    def safe(self) -> bool:
        """Whether the library has all of it."""
        return self.in_library >= self.content

    @property
    def journaled(self) -> bool:
        """Whether the journal has all of it."""
        return self.on_disk >= self.content

    def state(self) -> State:
        """All of it, for the journal."""
        return State(
            self.serial,
            self.loaded.article,
            self.loaded.variant,
            self.list_name,
            self.person,
            self.over,
            self.loaded.revision,
            self.slip,
            tuple(self.blocks),
            self.caret,
            self.in_library,
            datetime.now().astimezone().isoformat(timespec="microseconds"),
        )

    def writing(self) -> Writing:
        """All of it, for the library."""
        loaded = self.loaded
        return Writing(loaded.article, loaded.variant, self.slip, write(self.blocks), self.person, self.over)

    def as_loaded(self, loaded: Loaded) -> Loaded:
        """What lies in the library, with the newer text of this book."""
        return loaded._replace(slip=self.slip, text=write(self.blocks), version=self.over)


def standing_of(book: Book | None, *, dirty: bool) -> Standing:
    """Where what was typed is by now; ``dirty``: something was typed that the journal was not handed yet."""
    if book is None:
        return Standing.NOTHING
    if dirty or not (book.safe or book.journaled):
        return Standing.UNSAVED
    return Standing.IN_LIBRARY if book.safe else Standing.ON_DISK
