"""One entry of the ledger: the exact signed text, and what it says.

The text is hashed and signed as it is stored and parsed afterwards; it is never serialized again. Everything here is
hostile until parsed: a body comes from a file or another computer.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

BODY_VERSION = 1
MAX_BODY = 2_000_000


_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # as JSON writes NUL; behind an odd backslash it is six plain characters


class Kind(StrEnum):
    """Kinds of entry that this version makes; others are kept and relayed, and count for nothing here."""

    REVISION = "revision"
    SUBMIT = "submit"
    RECALL = "recall"
    TAKE = "take"
    RETURN = "return"
    HOLD = "hold"
    REFUSE = "refuse"
    REOPEN = "reopen"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    SIGN = "sign"
    COUNTERCHECK = "countercheck"
    COMMENT = "comment"
    RECEIPT = "receipt"
    MEMBER = "member"
    SETTING = "setting"


ROSTER_KINDS = frozenset({Kind.MEMBER, Kind.SETTING, "duty"})


class MalformedBodyError(ValueError):
    """A body that is no entry of this form; the program keeps it and counts it for nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, parsed.

    Attributes:
        id: sha256 (hex) of ``body`` in UTF-8.
        body: The exact signed text.
        sig: Base64 Ed25519 signature over ``body``.
        author: Person (id of the founding or admitting `member` entry); the founder's own entry names itself.
        seq: 1, 2, 3 … without gaps per author and device.
        prev: Id of the author's previous entry on that device, "" at 1.
        seen: Heads of this article's entries known to the writer (ways and judgments only).
        content: Everything in the body, kinds that this version does not know included.
    """

    id: str
    body: str
    sig: str
    newsroom: str
    article: str
    variant: str
    kind: str
    author: str
    device: str
    seq: int
    prev: str
    roster: tuple[str, ...]
    at: str
    parents: tuple[str, ...]
    target: str
    submit: str
    level: int
    seen: tuple[str, ...]
    content: Mapping[str, Any]

    @property
    def references(self) -> tuple[str, ...]:
        """What this entry points at within its article; its past is what these reach."""
        found = self.parents + self.seen
        if self.target:
            found += (self.target,)
        if self.submit:
            found += (self.submit,)
        return found


def body_text(content: Mapping[str, Any]) -> str:
    """The canonical text of a new entry.

    Raises:
        MalformedBodyError: It holds NUL or a lone surrogate, or is too long.
    """
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if _NUL.search(text) or not _encodable(text):
        raise MalformedBodyError("NUL or lone surrogate")
    if len(text.encode()) > MAX_BODY:
        raise MalformedBodyError("too long")
    return text


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def entry_id(body: str) -> str:
    """Id of an entry: sha256 of its body, as 64 hex digits."""
    return hashlib.sha256(body.encode()).hexdigest()


def parse(body: str, sig: str) -> Entry:
    """Read a body.

    Raises:
        MalformedBodyError: It is no JSON object, or a field that every entry needs is missing or of another type.
    """
    try:
        content = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise MalformedBodyError("no JSON") from error
    if not isinstance(content, dict) or content.get("v") != BODY_VERSION:
        raise MalformedBodyError("no entry of version 1")
    try:
        identifier = entry_id(body)
    except UnicodeEncodeError as error:
        raise MalformedBodyError("no UTF-8") from error
    kind = _text(content, "kind")
    author = _text(content, "author")
    if not author and not (kind == Kind.MEMBER and content.get("newsroom") == ""):
        raise MalformedBodyError("no author")
    return Entry(
        id=identifier,
        body=body,
        sig=sig,
        newsroom=_text(content, "newsroom"),
        article=_text(content, "article"),
        variant=_text(content, "variant"),
        kind=kind,
        author=author or identifier,
        device=_text(content, "device"),
        seq=_number(content, "seq"),
        prev=_text(content, "prev"),
        roster=_ids(content, "roster"),
        at=_text(content, "at"),
        parents=_ids(content, "parents"),
        target=_text(content, "target", ""),
        submit=_text(content, "submit", ""),
        level=_number(content, "level", 0),
        seen=_ids(content, "seen"),
        content=content,
    )


_MISSING = object()


def _text(content: Mapping[str, Any], key: str, default: object = _MISSING) -> str:
    value = content.get(key, default)
    if not isinstance(value, str):
        raise MalformedBodyError(key)
    return value


def _number(content: Mapping[str, Any], key: str, default: object = _MISSING) -> int:
    value = content.get(key, default)
    if type(value) is not int:
        raise MalformedBodyError(key)
    return value


def _ids(content: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = content.get(key, ())
    if not value:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise MalformedBodyError(key)
    return tuple(value)


def heads(entries: Mapping[str, Entry]) -> tuple[str, ...]:
    """Entries that no other of these refers to, sorted: what a writer has seen when he has seen all of these."""
    referred: set[str] = set()
    for entry in entries.values():
        referred.update(entry.references)
    return tuple(sorted(set(entries) - referred))


def roster_heads(entries: Mapping[str, Entry]) -> tuple[str, ...]:
    """Heads of the `member` and `setting` entries: the roster that a new entry relies on."""
    referred: set[str] = set()
    for entry in entries.values():
        referred.update(entry.roster)
    return tuple(sorted(set(entries) - referred))
