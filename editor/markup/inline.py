"""Reads the marks, links and footnote references of one block of newsroom Markdown; linear, never raises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from editor.markup.blocks import Mark, Run, Runs, unmarked
from editor.markup.links import ENTITY, decoded, entity, safe_href
from editor.markup.normal import Stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

TAGS = {
    "strong": Mark.STRONG,
    "b": Mark.STRONG,
    "em": Mark.EMPHASIS,
    "i": Mark.EMPHASIS,
    "s": Mark.STRIKE,
    "del": Mark.STRIKE,
    "u": Mark.UNDERLINE,
    "ins": Mark.UNDERLINE,
}
_MARKS = {"*": Mark.EMPHASIS, "**": Mark.STRONG, **TAGS}
LABEL = r"[\w.-]+"
ADDRESS = r"(?:<>|(?:[^\s()<>\[\]\"\\`]|\([^\s()<>\[\]\"\\`]*+\))++)"

_STRONG_AND_EMPHASIS = 3
_SPECIAL = re.compile(r"[\\*\[\]<&\n]")
_TOKEN = re.compile(
    rf"""\\(?P<escape>[\\`*_{{}}\[\]()>#+\-.!|])
    | (?P<line>(?P<hard><[bB][rR][ ]?/?>|\\)?\n)
    | (?P<break><[bB][rR][ ]?/?>[ \t]*)
    | (?P<stars>\*+)
    | \[\^(?P<note>{LABEL})\]
    | (?P<bracket>\[)
    | \]\((?P<address>{ADDRESS})\)
    | (?P<closing>\])
    | <(?P<tag>/?(?:strong|b|em|i|s|del|u|ins))>
    | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
    """,
    re.VERBOSE,
)
_WIDE = re.compile(
    r"[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)


def read_runs(text: str, labels: Collection[str] = ()) -> Runs:
    r"""The runs of one block.

    Args:
        text: The characters of the block, lines joined by ``\n``.
        labels: Labels of the footnotes of the document; a reference to any other is text.

    Returns:
        Runs in normal form. Marks that are not closed, tags and entities that the schema does not know, links to
        addresses that it does not carry are text as they are written.
    """
    if is_plain(text):
        text = text.strip()
        return (unmarked(text),) if text else ()
    if "\n" in text:
        text = "\n".join(_line(line) for line in text.split("\n"))
    return _Reading(text, labels).runs()


def is_plain(text: str) -> bool:
    """Whether nothing in a text can be a mark (seven looks for a character are faster than one for a set of them)."""
    return not ("*" in text or "[" in text or "\n" in text or "<" in text or "\\" in text or "&" in text or "]" in text)


def _line(line: str) -> str:
    """A line without the blanks at its ends; two or more of them at the right are a forced line break."""
    bare = line.strip(" \t")
    return f"{bare}<br>" if line.endswith(("  ", "\t")) else bare


def joins_without_blank(before: str, after: str) -> bool:
    """Whether a line end between two characters stands for nothing: beside a Han or full-width character."""
    return not before or not after or bool(_WIDE.match(before) or _WIDE.match(after))


@dataclass(slots=True, eq=False)
class _Delimiter:
    """Something that opens or closes a mark or a link if its partner is found, and is text if not."""

    raw: str
    kind: str
    role: int = 0  # 1 opens, -1 closes, 0 is text
    href: str | None = None
    waiting: bool = False


class _Reading:
    """One pass over the text collects pieces and pairs delimiters; a second one makes runs of them."""

    def __init__(self, text: str, labels: Collection[str]) -> None:
        self._text = text
        self._labels = labels
        self._pieces: list[str | _Delimiter | Run] = []
        self._open: list[_Delimiter] = []
        self._brackets: list[_Delimiter] = []
        self._count: dict[str, int] = {}

    def runs(self) -> Runs:
        """The runs of the whole text, in normal form."""
        text, end, add, readers = self._text, 0, self._pieces.append, self._READERS
        for special in _SPECIAL.finditer(text):
            start = special.start()
            match = _TOKEN.match(text, start) if start >= end else None
            if match is None:
                continue
            if start > end:
                add(text[end:start])
            end = match.end()
            readers[match.lastgroup](self, match)
        if end < len(text):
            add(text[end:])
        return self._collected()

    def _escape(self, match: re.Match[str]) -> None:
        self._pieces.append(match["escape"])

    def _line_end(self, match: re.Match[str]) -> None:
        if match["hard"]:
            self._pieces.append("\n")
            return
        before, after = self._text[match.start() - 1 : match.start()], self._text[match.end() : match.end() + 1]
        if not joins_without_blank(before, after):
            self._pieces.append(" ")

    def _break(self, _: re.Match[str]) -> None:
        self._pieces.append("\n")

    def _entity(self, match: re.Match[str]) -> None:
        character = ENTITY.sub(entity, match[0])
        self._pieces.append(match[0] if character in {"\n", "\r"} else character)

    def _note(self, match: re.Match[str]) -> None:
        self._pieces.append(Run("", note=match["note"]) if match["note"] in self._labels else match[0])

    def _stars(self, match: re.Match[str]) -> None:
        stars, text = len(match[0]), self._text
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        digits = before.isdigit() and after.isdigit() and before.isascii() and after.isascii()
        if stars > _STRONG_AND_EMPHASIS or (stars == 1 and digits):
            self._pieces.append(match[0])
            return
        may_close, may_open = bool(before) and not before.isspace(), bool(after) and not after.isspace()
        for kind in self._split_stars(stars):
            if self._count.get(kind):
                self._close(kind, kind, fits=may_close)
            else:
                self._opening(kind, kind, fits=may_open)

    def _split_stars(self, stars: int) -> tuple[str, ...]:
        if stars < _STRONG_AND_EMPHASIS:
            return ("*" * stars,)
        innermost = next((each.kind for each in reversed(self._open) if each.kind in {"*", "**"}), "*")
        return ("*", "**") if innermost == "*" and self._count.get("*") else ("**", "*")

    def _tag(self, match: re.Match[str]) -> None:
        name = match["tag"]
        if name.startswith("/"):
            self._close(match[0], name[1:], fits=True)
        else:
            self._opening(match[0], name, fits=not self._count.get(name))

    def _opening(self, raw: str, kind: str, *, fits: bool) -> None:
        delimiter = _Delimiter(raw, kind, waiting=fits)
        self._pieces.append(delimiter)
        if fits:
            self._open.append(delimiter)
            self._count[kind] = self._count.get(kind, 0) + 1

    def _close(self, raw: str, kind: str, *, fits: bool) -> None:
        delimiter = _Delimiter(raw, kind)
        self._pieces.append(delimiter)
        if fits and self._count.get(kind):
            opener = self._taken()
            while opener.kind != kind:
                opener = self._taken()
            opener.role, delimiter.role = 1, -1

    def _taken(self) -> _Delimiter:
        """The innermost delimiter that waits for its partner, no longer waiting."""
        opener = self._open.pop()
        opener.waiting = False
        self._count[opener.kind] -= 1
        return opener

    def _bracket(self, match: re.Match[str]) -> None:
        self._opening(match[0], "[", fits=True)
        self._brackets.append(self._open[-1])

    def _closing(self, match: re.Match[str]) -> None:
        if self._brackets:
            self._brackets.pop()
        self._pieces.append(match[0])

    def _address(self, match: re.Match[str]) -> None:
        href = safe_href(decoded(match["address"]))
        bracket = self._brackets.pop() if self._brackets else None
        if href is None or bracket is None or not bracket.waiting or bracket is self._pieces[-1]:
            self._pieces.append(match[0])
            return
        while self._taken() is not bracket:  # what was opened inside a link and not closed in it is text
            pass
        bracket.role, bracket.href = 1, href
        self._pieces.append(_Delimiter(match[0], "[", role=-1))
        self._brackets.clear()  # no link round a link

    def _collected(self) -> Runs:
        runs = Stretches()
        active: list[Mark] = []
        marks: frozenset[Mark] = frozenset()
        href: str | None = None
        for piece in self._pieces:
            if isinstance(piece, str):
                runs.add(piece, marks, href)
            elif isinstance(piece, Run):
                runs.add_note(piece.note or "")
            elif piece.role == 0:
                runs.add(piece.raw, marks, href)
            elif piece.kind == "[":
                href = piece.href
            else:
                if piece.role == 1:
                    active.append(_MARKS[piece.kind])
                else:
                    active.remove(_MARKS[piece.kind])
                marks = frozenset(active)
        return runs.runs()

    _READERS: ClassVar[dict[str | None, Callable[[_Reading, re.Match[str]], None]]] = {
        "escape": _escape,
        "line": _line_end,
        "break": _break,
        "stars": _stars,
        "note": _note,
        "bracket": _bracket,
        "address": _address,
        "closing": _closing,
        "tag": _tag,
        "entity": _entity,
    }
