"""Runs of characters that may be shifted by a lost byte: where they end, and how they read one byte later."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.text.repair.draft import GAP
from editor.text.repair.gbk import ASCII_END, char, pair, wide
from editor.text.repair.residue import LETTERS, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

LOST = "?？\ufffd"
LONGEST = 400
"""Characters of the longest run that is looked at."""
_FOLDED = "!,:;"
_TAG_REST = re.compile(r"/?(?:p|br|div|span|strong|b|font|a|td|tr|li|ul|h[1-6])\b[^<>\n]{0,200}>", re.IGNORECASE)
_READING_REST = re.compile(rf"([{LETTERS}]{{1,9}})[)）]")


@dataclass(frozen=True, slots=True)
class Run:
    """Shown characters that may be shifted.

    Attributes:
        start: Where it begins, the sign of the lost byte included.
        end: Where it ends, what was swallowed at its end included.
        data: The bytes of its characters, two each.
        tail: The single byte behind it that became the half of a character, or nothing.
        open: The last half is lost too: ``?`` stands for it, or nothing does.
        marked: A sign stands for the lost byte, so it was in front of the run.
        given: What else was swallowed and comes back (``<`` of a tag, ``(`` of a reading).
        reading: The reading that the last character has, when one is given.
        closing: Nothing but the half of the last character can be missing behind it (end of line, tag, reading).
        apart: The sign of the lost byte stands before the run and is no part of it.
        shown: The sign that stands for its lost last half.
    """

    start: int
    end: int
    data: bytes
    tail: bytes = b""
    open: bool = False
    marked: bool = False
    given: str = ""
    reading: str = ""
    closing: bool = False
    apart: bool = False
    shown: str = ""

    @property
    def length(self) -> int:
        """Characters of two bytes in it."""
        return len(self.data) // 2


def runs(text: str, at: int, start: int, *, marked: bool) -> Iterator[Run]:
    """The ways to read the run that begins at ``at``; ``start`` is where its edit would begin."""
    data = b""
    here = at
    begun = Run(start, here, data, marked=marked, apart=at > start)
    while here < len(text) and len(data) < 2 * LONGEST:
        code = pair(text[here])
        if code is None:
            folded_mark = _folded(text, here, first=here == at)
            if not folded_mark:
                break
            if data:
                yield from _ended(text, here, replace(begun, end=here, data=data))
            code = folded_mark
        data += code
        here += 1
        if code[1] < ASCII_END:  # a single byte in the shifted text: from here on it is right again
            yield replace(begun, end=here, data=data)
            return
    if data:
        yield from _ended(text, here, replace(begun, end=here, data=data))


def _folded(text: str, here: int, *, first: bool) -> bytes:
    """Bytes of a half-width mark that was full-width in the run; nothing when it cannot have been."""
    mark, following = text[here], text[here + 1 : here + 2]
    known = mark in _FOLDED or (first and mark.isascii() and (mark.isalnum() or mark in "?%()"))
    if not known or not following:
        return b""
    goes_on = pair(following) or following in LOST or following in _FOLDED or (first and "@" <= following < "\x7f")
    return wide(mark) if goes_on else b""


def _ended(text: str, here: int, run: Run) -> Iterator[Run]:
    """The ways in which the run may end at ``here``."""
    following = text[here : here + 1]
    if following == "€":
        yield replace(run, end=here + 1, tail=b"\x80")
    elif "@" <= following < "\x7f":
        yield replace(run, end=here + 1, tail=following.encode())
    elif following and following in LOST:
        apart = text[here + 1 : here + 2] in {"(", "（"}
        rest = _READING_REST.match(text, here + 1 + apart)
        if _TAG_REST.match(text, here + 1):
            yield replace(run, end=here + 1, given="<", open=True, closing=True)
        elif rest:
            yield replace(
                run, end=here + 1, given="" if apart else "(", open=True, reading=plain(rest.group(1)), closing=True
            )
        else:
            # A program that shows U+FFFD swallows nothing else; one that shows ? may have swallowed a digit.
            closing = following == "\ufffd" or text[here + 1 : here + 2] in {"", "\n", "\r"}
            yield replace(run, end=here + 1, open=True, closing=closing, shown=following)
    else:
        yield replace(run, end=here, open=True, closing=following in {"", "\n", "\r"})


def shifted(run: Run) -> list[str | None]:
    """The characters of the run read one byte later; the last one is None when its other half is lost."""
    data = run.data
    found: list[str | None] = [char(data[at], data[at + 1]) for at in range(1, len(data) - 1, 2)]
    last = data[-1]
    if run.tail:
        found.append(char(last, run.tail[0]))
    else:
        found.append(chr(last) if last < ASCII_END else None)
    return found


def restored(run: Run) -> str | None:
    """The run read one byte later, without its first byte; None when a pair in it stands for nothing."""
    chars = shifted(run)
    if run.open:
        chars[-1] = GAP
    return None if None in chars else "".join(one or "" for one in chars) + run.given
