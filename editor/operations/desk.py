"""The desk at which an operation works: a library, the keys at hand, this installation, the clock."""

from __future__ import annotations

import secrets
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.newsroom import heads as heads_kept
from editor.newsroom.sound import Sound
from editor.operations.evidence import TextEvidence
from editor.store import ledger
from editor.store.placing import put_in_place
from editor.workflow.entry import BODY_VERSION, Entry, Kind, MalformedBodyError, body_text, heads, parse, roster_heads
from editor.workflow.history import History
from editor.workflow.roster import Member, Roster
from editor.workflow.rules import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    import sqlalchemy as sa

    from editor.newsroom.identity import Identity, Keys
    from editor.store.library import Library

SHANGHAI = timezone(timedelta(hours=8))
_WITHOUT_PAST = frozenset({Kind.REVISION, Kind.MEMBER, Kind.SETTING, Kind.COMMENT, Kind.RECEIPT})


def now() -> datetime:
    """The time here, in the zone of the newsroom."""
    return datetime.now(SHANGHAI)


def new_id() -> str:
    """A UUIDv7 (RFC 9562): sorts by the millisecond in which it was made."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & ((1 << 48) - 1)) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def device_id(folder: Path) -> str:
    """Id of this installation, made at the first call and kept in the user's data folder."""
    path = folder / "device"
    identifier = _kept_id(path)
    if identifier:
        return identifier
    identifier = new_id()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"device.{secrets.token_hex(4)}.new")
        new.write_text(identifier + "\n", encoding="ascii")
        if put_in_place(new, path):
            return identifier
        if kept := _kept_id(path):  # another program was quicker
            return kept
        new.write_text(identifier + "\n", encoding="ascii")  # what is there cannot be read
        new.replace(path)
    except OSError as error:
        raise EditorError.library("data_folder_read_only", path=str(folder)) from error
    return identifier


def _kept_id(path: Path) -> str:
    try:
        return str(uuid.UUID(path.read_text(encoding="ascii").strip()))
    except (OSError, ValueError):
        return ""


@lru_cache(maxsize=2)
def _roster(texts: tuple[tuple[str, str], ...]) -> tuple[Roster, tuple[str, ...]]:
    """The roster that some entries make, and its heads: every unit of work reads them, and hardly one finds others."""
    roster = Roster.of(ledger.parsed(texts))
    return roster, roster_heads({identifier: roster.entries[identifier] for identifier in roster.counted})


@dataclass(frozen=True)
class Desk:
    """Where work is done.

    Attributes:
        device: UUIDv7 of the installation.
        kept: Folder of the user's data in which the newest entries seen are remembered, None to remember nothing.
        clock: Gives the time that entries are dated with; nothing is decided by it.
        sound: Signatures that the gate has checked; `verify` checks all of them anew.
    """

    library: Library
    keys: Keys
    device: str
    kept: Path | None = None
    clock: Callable[[], datetime] = now
    sound: Sound = field(default_factory=Sound, compare=False, repr=False)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Look at the library."""
        with self.library.read() as connection:
            yield Session(self, connection)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One unit of work; when the block ends it is on the disk."""
        with self.library.write() as connection:
            session = Session(self, connection)
            yield session
        if self.kept is not None and session.written:
            heads_kept.remember(self.kept, session.newsroom, session.written)


@dataclass(frozen=True)
class Session:
    """One unit of work: the open transaction and who is who."""

    desk: Desk
    connection: sa.Connection
    written: list[Entry] = field(default_factory=list)

    @cached_property
    def newsroom(self) -> str:
        """Id of the newsroom, "" before it is founded."""
        return ledger.newsroom_of(self.connection)

    @cached_property
    def _roster(self) -> tuple[Roster, tuple[str, ...]]:
        return _roster(ledger.roster_texts(self.connection))

    @property
    def roster(self) -> Roster:
        """All people and rules."""
        return self._roster[0]

    @property
    def roster_heads(self) -> tuple[str, ...]:
        """What a new entry relies on."""
        return self._roster[1]

    @cached_property
    def people(self) -> dict[str, Member]:
        """Everybody in the newsroom, by person id."""
        return self.roster.people(self.roster_heads)

    def stamp(self) -> str:
        """The time now, to the second."""
        return self.desk.clock().isoformat(timespec="seconds")

    def case(self, article: str) -> Case:
        """An article with all its entries."""
        return self.case_of(ledger.article_entries(self.connection, self.newsroom, article))

    def case_of(self, entries: Iterable[Entry]) -> Case:
        """An article from entries that were read already."""
        return Case(History.of(entries), self.roster, TextEvidence(self.connection, self.newsroom))

    def compose(
        self, person: str, kind: Kind, article: str, variant: str, content: Mapping[str, Any], case: Case | None = None
    ) -> Entry:
        """An entry that is not signed and not written yet, so that the rules can be asked about it.

        Raises:
            EditorError: It holds characters that no entry may hold, or is too long.
        """
        seq, previous = self._last_of(person)
        whole = {
            "v": BODY_VERSION,
            "newsroom": self.newsroom,
            "article": article,
            "variant": variant,
            "kind": str(kind),
            "author": person,
            "device": self.desk.device,
            "seq": seq + 1,
            "prev": previous,
            "roster": list(self.roster_heads),
            "at": self.stamp(),
            "nonce": new_id(),
            **content,
        }
        if case is not None and kind not in _WITHOUT_PAST:
            whole["seen"] = list(heads(case.history.entries))
        try:
            return parse(body_text(whole), "")
        except MalformedBodyError as error:
            raise EditorError.unreadable("text_not_storable", reason=str(error)) from error

    def _last_of(self, person: str) -> tuple[int, str]:
        for entry in reversed(self.written):
            if entry.author == person and entry.device == self.desk.device:
                return entry.seq, entry.id
        return ledger.last_of(self.connection, self.newsroom, person, self.desk.device) if person else (0, "")

    def write(self, identity: Identity, entry: Entry) -> Entry:
        """Sign an entry and add it to the book."""
        signed = parse(entry.body, self.desk.keys.unlock(identity).sign(entry.body))
        ledger.append(self.connection, signed)
        self.written.append(signed)
        return signed
