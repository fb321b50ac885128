"""The journal of an article that is being written: what was typed is on the disk before anything else knows of it.

A journal is one file to which records are only appended. It holds the article in units (the blocks of the text, in
whatever plain JSON form the window gives them): a *whole* record says everything, a *change* record says which units
took the place of which, a *moved* record where the caret is now, a *saved* record up to where the library has it, a
*closed* record that nothing is open.

Record: ``MARK``, kind (1 byte), id of the file (4 bytes), length of the content (4 bytes, little-endian), CRC-32 of
kind, id, length and content (4 bytes), content (JSON in UTF-8). ``MARK`` holds bytes that UTF-8 never has, so behind a
damaged stretch the next record is found again. Whole and change records are numbered one by one: a change that does not
follow on what is there is left out, a later whole record sets it right again. Standard library only: the window reads
it before the core is there.
"""

from __future__ import annotations

import errno
import json
import struct
import zlib
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MARK = b"\xffGJ\xfe"
_HEAD = struct.Struct("<4sB4sII")
_SUMMED = struct.Struct("<B4sI")


class Kind(IntEnum):
    """What a record says."""

    WHOLE = 1
    CHANGE = 2
    SAVED = 3
    CLOSED = 4
    MOVED = 5


class Caret(NamedTuple):
    """Where somebody writes.

    Attributes:
        unit: Number of the unit; offset: UTF-16 units from its beginning, object signs and line ends counted.
        anchor_unit, anchor_offset: The other end of a selection, the same place when nothing is selected.
        scroll: Value of the scroll bar; field: name of the slip's field that has the caret, "" = the text.
    """

    unit: int = 0
    offset: int = 0
    anchor_unit: int = 0
    anchor_offset: int = 0
    scroll: int = 0
    field: str = ""


NOWHERE = Caret()


@dataclass(frozen=True, slots=True)
class State:
    """Everything about an article on the desk.

    Attributes:
        serial: Number of the record that led to it.
        article, variant: Which article.
        name: Id as lists and commands write it.
        person: Who writes, "" when nobody is known.
        over: Version of the draft in the library that this goes on from, "" = none (see `records.Writing`).
        revision: Revision that lay there when it was opened, "" = none.
        slip: Plain form of the slip.
        units: Blocks of the text.
        saved: Serial that the library has.
        at: When it was written (ISO 8601), of the last whole record.
    """

    serial: int
    article: str
    variant: str
    name: str = ""
    person: str = ""
    over: str = ""
    revision: str = ""
    slip: Mapping[str, Any] = field(default_factory=dict)
    units: tuple[Any, ...] = ()
    caret: Caret = NOWHERE
    saved: int = 0
    at: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed since the record before.

    Attributes:
        serial: One more than that of the record before.
        first: Number of the first unit that changed.
        gone: How many units are replaced.
        units: What stands there now.
        slip: The slip when it changed, else None.
        caret: Where the caret is now.
    """

    serial: int
    first: int = 0
    gone: int = 0
    units: tuple[Any, ...] = ()
    slip: Mapping[str, Any] | None = None
    caret: Caret | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """The caret went elsewhere; the text is as it was."""

    caret: Caret


@dataclass(frozen=True, slots=True)
class Saved:
    """The library has the state of a serial, as this version (see `records.Stored`)."""

    serial: int
    over: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """The article was put away, and nothing of it is open."""


Record: TypeAlias = State | Change | Moved | Saved | Closed


@dataclass(frozen=True, slots=True)
class Replay:
    """What a journal gives back.

    Attributes:
        state: The last state that can be had, None when there is none.
        kept: The state that the library has, when the journal still knows it.
        closed: Whether the article was put away in order.
        torn: Whether the file ends in the middle of a record (the power went, the program was killed).
        damaged: Whether records before its end cannot be read.
        missing: How many change records could not be applied because one before them is gone.
    """

    state: State | None = None
    kept: State | None = None
    closed: bool = False
    torn: bool = False
    damaged: bool = False
    missing: int = 0

    @property
    def unsaved(self) -> bool:
        """Whether the library does not have all of it."""
        return self.state is not None and self.state.saved < self.state.serial


def _content(record: Record) -> tuple[Kind, dict[str, Any]]:
    match record:
        case State():
            names = (
                "article",
                "variant",
                "name",
                "person",
                "over",
                "revision",
                "slip",
                "units",
                "caret",
                "saved",
                "at",
            )
            return Kind.WHOLE, {"n": record.serial} | {name: getattr(record, name) for name in names}
        case Change():
            content = {"n": record.serial, "first": record.first, "gone": record.gone, "units": record.units}
            more = {"slip": record.slip, "caret": record.caret}
            return Kind.CHANGE, content | {name: value for name, value in more.items() if value is not None}
        case Moved():
            return Kind.MOVED, {"caret": record.caret}
        case Saved():
            return Kind.SAVED, {"n": record.serial, "over": record.over, "name": record.name}
        case Closed():
            return Kind.CLOSED, {}


def encode(record: Record, file: bytes) -> bytes:
    """The bytes of a record; ``file`` is the id of the journal (4 bytes)."""
    kind, content = _content(record)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _HEAD.pack(MARK, kind, file, len(text), _sum(kind, file, text)) + text


def _sum(kind: int, file: bytes, content: bytes) -> int:
    return zlib.crc32(content, zlib.crc32(_SUMMED.pack(kind, file, len(content))))


class _Found(NamedTuple):
    """A record of a file; ``gap``: whether something before it cannot be read."""

    record: Record
    gap: bool


def _read(data: bytes) -> Iterator[_Found | None]:
    """Records of a file; None at the end when the last bytes are no record."""
    at, gap, ours = 0, False, b""
    while at < len(data):
        found = _record_at(data, at, ours)
        if found is None:
            gap = True
            at = data.find(MARK, at + 1)
            if at < 0:
                yield None
                return
            continue
        record, ours, at = found
        yield _Found(record, gap)
        gap = False
    if gap:
        yield None


def _record_at(data: bytes, at: int, ours: bytes) -> tuple[Record, bytes, int] | None:
    """The record that begins at a place, id of the file and where the record ends; None when there is none."""
    if len(data) - at < _HEAD.size:
        return None
    mark, kind, file, length, checksum = _HEAD.unpack_from(data, at)
    start, end = at + _HEAD.size, at + _HEAD.size + length
    if mark != MARK or end > len(data) or (ours and file != ours):
        return None
    content = data[start:end]
    if _sum(kind, file, content) != checksum:
        return None
    try:
        record = _decoded(kind, json.loads(content.decode("utf-8", "surrogatepass")))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None  # written by another version, or by nobody
    return (record, file, end) if record is not None else None


def _decoded(kind: int, content: Mapping[str, Any]) -> Record | None:
    if kind == Kind.WHOLE:
        texts = {
            name: str(content[name]) for name in ("article", "variant", "name", "person", "over", "revision", "at")
        }
        units, slip = tuple(content["units"]), dict(content["slip"])
        caret, saved = Caret(*content["caret"]), int(content["saved"])
        return State(int(content["n"]), slip=slip, units=units, caret=caret, saved=saved, **texts)
    if kind == Kind.CHANGE:
        slip_now, caret_now = content.get("slip"), content.get("caret")
        return Change(
            int(content["n"]),
            int(content["first"]),
            int(content["gone"]),
            tuple(content["units"]),
            None if slip_now is None else dict(slip_now),
            None if caret_now is None else Caret(*caret_now),
        )
    if kind == Kind.MOVED:
        return Moved(Caret(*content["caret"]))
    if kind == Kind.SAVED:
        return Saved(int(content["n"]), str(content["over"]), str(content["name"]))
    return Closed() if kind == Kind.CLOSED else None


class _Player:
    """Goes through the records of a file."""

    def __init__(self, keep: int) -> None:
        self._keep = keep
        self.state: State | None = None
        self.kept: State | None = None
        self.saved = Saved(0, "")
        self.closed = False
        self.missing = 0
        self._units: list[Any] = []

    def play(self, record: Record) -> None:
        """Apply one record."""
        match record:
            case State():
                if self.state is None or record.serial >= self.state.serial:
                    self._units = list(record.units)
                    self.state, self.closed = record, False
                    self._note()
            case Change():
                self._change(record)
            case Moved():
                if self.state is not None:
                    self.state = replace(self.state, caret=record.caret)
            case Saved():
                if record.serial >= self.saved.serial:
                    self.saved = record
            case Closed():
                self.closed = True

    def _change(self, change: Change) -> None:
        state = self.state
        fits = 0 <= change.first <= change.first + change.gone <= len(self._units)
        if state is None or change.serial != state.serial + 1 or not fits:
            self.missing += 1
            return
        self._units[change.first : change.first + change.gone] = change.units
        slip = state.slip if change.slip is None else change.slip
        self.state = replace(state, serial=change.serial, slip=slip, caret=change.caret or state.caret)
        self.closed = False
        self._note()

    def _note(self) -> None:
        """Remember the state that the library has."""
        if self.state is not None and self.state.serial == self._keep:
            self.kept = replace(self.state, units=tuple(self._units))

    def last(self) -> State | None:
        """The last state."""
        state = self.state
        if state is None:
            return None
        if self.saved.serial <= state.saved:
            return replace(state, units=tuple(self._units))
        name = self.saved.name or state.name
        return replace(state, units=tuple(self._units), saved=self.saved.serial, over=self.saved.over, name=name)


def replay(data: bytes) -> Replay:
    """The last state of a journal, whatever became of the file; never an exception."""
    found = list(_read(data))
    torn = bool(found) and found[-1] is None
    records = [each for each in found if each is not None]
    saved = [each.record.serial for each in records if isinstance(each.record, Saved)]
    saved += [each.record.saved for each in records if isinstance(each.record, State)]
    player = _Player(max(saved, default=0))
    for each in records:
        player.play(each.record)
    damaged = any(each.gap for each in records)
    return Replay(player.last(), player.kept, player.closed, torn, damaged, player.missing)


def code_of(error: OSError) -> str:
    """Code of the message table for why a journal cannot be written."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "journal_full"
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return "journal_read_only"
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ESTALE}:
        return "journal_folder_gone"
    return "journal_disk_error"
