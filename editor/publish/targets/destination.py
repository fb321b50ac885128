"""A place that takes one article at a time: a publishing system, a tree of article folders.

What a destination does is only this, and each step may be repeated; order, waiting and what a person decides belong to
`operations.outbox`. Whatever happens, one key stands at a place once.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from editor.publish.package import Gone, Package


class Status(StrEnum):
    """How something stands in a publishing system."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLIC = "public"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Traits:
    """What a publishing system can do.

    Attributes:
        schedules: It publishes at a time by itself, also when no computer of ours runs.
        drafts: Something can stand there unseen before it is published.
        trash: What is taken down can be brought back there.
        pictures: Whether pictures go there as things of their own.
        page: How many keys one look-up takes.
        settle: Seconds after which a call that was given up cannot have an effect any more.
        refuses_doubles: It never makes a second thing under a key and says so (`BusyError` ``changed_meanwhile``):
            what was never tried need not be looked for.
        leaves: What stands there unseen is published by people there, and is out of our hands then: what is not found
            any more may be public, and only they can take it down.
        unseen: Why no visitor can be asked what is to be seen there, a sentence ``unseen.<code>``; "" = one can.
    """

    schedules: bool = False
    drafts: bool = False
    trash: bool = False
    pictures: bool = True
    page: int = 100
    settle: float = 60.0
    refuses_doubles: bool = False
    leaves: bool = False
    unseen: str = ""


class Loss(NamedTuple):
    """Something that a target would not keep or show as it is.

    Attributes:
        code: Sentence ``loss.<code>``.
        field: Name of the field of the piece, "" = all of it.
        detail: What exactly: characters, a picture, a name.
        stops: Whether it must not go like this; else it goes and a person is told.
    """

    code: str
    field: str = ""
    detail: str = ""
    stops: bool = False

    @property
    def key(self) -> str:
        """Key of the sentence of a loss; of a note see `Health`."""
        return f"loss.{self.code}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it goes.

    Attributes:
        id: sha256 of the picture of the package that it was made from.
        file: Name in ASCII.
        read: Gives the bytes that go.
    """

    id: str
    file: str
    mime: str
    alt: str
    caption: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Piece:
    """Exactly what goes to one place, in the words of that place.

    Attributes:
        key: The one name of this article variant there, ``^[a-z0-9-]{1,60}$``.
        name: Id of the article variant here, see `Package.name`.
        fields: Plain data: what is sent and what is compared with what stands there afterwards. Terms (columns,
            keywords) are named by their words, pictures in the text as ``asset:<sha256>``.
        pictures: In the order of their appearance; the first is the cover where the place has one.
        publish_at: ISO 8601 with a zone, "" = at once.
        losses: What the place would not keep, found before anything is sent.
    """

    key: str
    name: str
    fields: Mapping[str, Any]
    pictures: tuple[Picture, ...] = ()
    publish_at: str = ""
    losses: tuple[Loss, ...] = ()

    @property
    def payload(self) -> str:
        """Everything that goes, as one canonical text; its hash stands in the receipt."""
        pictures = [[p.id, p.file, p.mime, p.alt, p.caption] for p in self.pictures]
        whole = {"v": 1, "key": self.key, "fields": dict(self.fields), "pictures": pictures, "at": self.publish_at}
        return json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @property
    def digest(self) -> str:
        """sha256 (hex) of the payload."""
        return hashlib.sha256(self.payload.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at a place under a key, as the place itself says.

    Attributes:
        thing: Its id there.
        key: The key that it really bears; differs from the one asked for when the place gave it another.
        address: Public address, "" when it has none.
        stamp: Changes whenever somebody changes it there; compared, never read.
        fields: In the same words as `Piece.fields`, as far as the place tells; {} when only looked up.
        publish_at: For what is scheduled: when it is to appear there (ISO 8601), "" = it does not tell.
    """

    thing: str
    key: str
    status: Status
    address: str = ""
    stamp: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    publish_at: str = ""


class Difference(NamedTuple):
    """A field that does not stand there as it was sent; both sides shortened for a person."""

    field: str
    sent: str
    there: str


class Health(NamedTuple):
    """What a test of the connection found.

    Attributes:
        who: As whom we are known there, "" = no such thing.
        clock: The place's time minus ours in seconds, None = it does not tell.
        notes: Sentences ``target.note.<code>`` about what could be better (a plug-in missing, a role too high).
    """

    who: str = ""
    clock: float | None = None
    notes: tuple[Loss, ...] = ()

    @staticmethod
    def key(note: Loss) -> str:
        """Key of the sentence of a note."""
        return f"target.note.{note.code}"


class Look(NamedTuple):
    """What an anonymous visitor gets at an address.

    Attributes:
        status: HTTP status, 0 = nothing answered, 200 or 404 for files.
        text: What the page says.
        leads: Where a redirect leads, "" = it is none; it was not followed.
        source: All of it as it came, markup included.
    """

    status: int
    text: str = ""
    leads: str = ""
    source: str = ""


class RefusedError(Exception):
    """The place refuses this piece: repeating would not help, a person has to do something.

    Attributes:
        code: Sentence ``held.<code>``.
        stops: Whether the whole batch has to stop (a wrong password).
    """

    def __init__(self, code: str, *, stops: bool = False, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.stops = stops
        self.details = details

    @property
    def key(self) -> str:
        """Key of the sentence."""
        return f"held.{self.code}"


class BusyError(Exception):
    """The place cannot just now; nothing was done there, or it may have been (`unknown`).

    Attributes:
        code: Sentence ``waits.<code>``.
        after: Seconds that the place asks to wait, None = it does not say.
        unknown: Whether the call may have had an effect.
    """

    def __init__(self, code: str, *, after: float | None = None, unknown: bool = False, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.after = after
        self.unknown = unknown
        self.details = details

    @property
    def key(self) -> str:
        """Key of the sentence."""
        return f"waits.{self.code}"


class Destination(Protocol):
    """An open connection to a place that takes one article at a time. Used by several threads.

    Every method may raise `wire.NotSentError`, `wire.UnknownError`, `RefusedError` and `BusyError`.
    """

    traits: Traits

    def probe(self) -> Health:
        """Look whether everything is as it should be; says in words what is not.

        Raises:
            EditorError: With exit code 6: address, certificate, password, role, something switched off.
        """
        ...

    def piece(self, package: Package, key: str, publish_at: str) -> Piece:
        """What would go, without a call: only this is ever sent."""
        ...

    def find(self, keys: Sequence[str]) -> Mapping[str, tuple[Standing, ...]]:
        """What stands there under these keys, at most `Traits.page` of them.

        Drafts, what was taken down and accidental doubles included. Fails when we are not who we should be there: a
        system that takes us for a visitor would say that there is nothing.
        """
        ...

    def read(self, thing: str) -> Standing | None:
        """One thing with its fields, None when it is gone for good."""
        ...

    def put(self, piece: Piece, at: Standing | None, status: Status) -> Standing:
        """Make it (None) or write all of it over what stands there; gives what stands there afterwards.

        Doing it again makes nothing new. `status` is draft, scheduled or public.
        """
        ...

    def remove(self, at: Standing, gone: Gone) -> Standing | None:
        """Take it down, with a notice in its place if that is wanted; an anonymous visitor finds nothing else."""
        ...

    def look(self, address: str) -> Look:
        """What an anonymous visitor gets there."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


@runtime_checkable
class Locating(Protocol):
    """A destination that can tell what stands at a public address: what somebody published there by hand."""

    def locate(self, address: str) -> Standing | None:
        """The thing whose own address this is, with its fields; None = there is none that we could write to.

        The address was copied out of a browser: of http or https, with or without a slash at its end. Raises as every
        method of a `Destination`.
        """
        ...


@runtime_checkable
class Finishing(Protocol):
    """A destination that makes its public pages when everything is there."""

    def finish(self) -> None:
        """Make them, if something has changed; `close` does it as well.

        Raises:
            EditorError: They could not be made (exit 6).
        """
        ...


_SHOWN = 80


def differences(sent: Mapping[str, Any], there: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Fields that do not stand there as they were sent; a field that is not told of is a difference as well."""
    found = []
    for name, value in sent.items():
        if name not in there or there[name] != value:
            found.append(Difference(name, _shown(value, there.get(name)), _shown(there.get(name), value)))
    return tuple(found)


def _shown(value: Any, other: Any) -> str:
    """A value for a person: of long texts the part where they part."""
    if value is None:
        return ""
    text, against = (v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in (value, other or ""))
    if len(text) <= _SHOWN:
        return text
    same = next(
        (i for i, (a, b) in enumerate(zip(text, against, strict=False)) if a != b), min(len(text), len(against))
    )
    start = max(0, min(same - 10, len(text) - _SHOWN))
    return ("…" if start else "") + text[start : start + _SHOWN] + ("…" if start + _SHOWN < len(text) else "")
