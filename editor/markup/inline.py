"""Reads the marks, links and footnote references of one block of newsroom Markdown; linear, never raises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from editor.markup.blocks import Mark, Run, Runs, made_run
from editor.markup.links import decoded, safe_href
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
ADDRESS = r"(?:<>|(?:[^\s()<>\[\]\"\\`]++|\([^\s()<>\[\]\"\\`]*+\))++)"

_STRONG = frozenset({Mark.STRONG})
_STRONG_AND_EMPHASIS = 3
# One group round everything and a character first in every branch: so the pattern splits a text into characters and
# signs by turns, and the engine looks for one of seven characters instead of trying all branches everywhere.
_SIGN = re.compile(
    rf"""(\\[\n\\`*_{{}}\[\]()>#+\-.!|]
    | \n
    | <[bB][rR][ ]?/?>(?:\n|[ \t]*+)
    | \*\**+
    | \[\^{LABEL}\]
    | \[
    | \]\({ADDRESS}\)
    | \]
    | </?(?:strong|b|em|i|s|del|u|ins)>
    | &(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});
    )""",
    re.VERBOSE,
)
_ORDINARY = bytes(set(range(128)) - set(b"*[<\\&\n"))
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
        return (made_run(text),) if text else ()
    return signed_runs(text, labels)


def signed_runs(text: str, labels: Collection[str]) -> Runs:
    """The same for a text that is known to have signs."""
    if "\n" in text:
        text = "\n".join(map(_line, text.split("\n")))
    parts: list[str] = _SIGN.split(text)
    runs = _simple_runs(parts, labels)
    return _Reading(parts, labels).runs() if runs is None else runs


def _simple_runs(parts: list[str], labels: Collection[str]) -> Runs | None:
    """The runs of a text whose signs are strong text, links and footnotes, none in another; None for all other texts.

    That is what news texts have. It is only quicker: :class:`_Reading` gives the same runs.
    """
    parts[-1] = parts[-1].rstrip()  # blanks at the ends of a block are no text
    text, at, end = parts[0].lstrip(), 1, len(parts)
    runs = [made_run(text)] if text else []
    while at < end:
        sign = parts[at]
        if sign[-1] == "]" and sign[2:-1] in labels:
            runs.append(Run("", note=sign[2:-1]))
        else:
            pair = _pair(sign, parts[at + 1], parts[at + 2]) if at + 2 < end else None
            if pair is None or (runs and runs[-1].href is not None):  # two links side by side can be one
                return None
            runs.append(pair)
            at += 2
        at += 2
        if text := parts[at - 1]:
            runs.append(made_run(text))
    return tuple(runs)


def _pair(sign: str, text: str, partner: str) -> Run | None:
    if not text or text[0].isspace() or text[-1].isspace():
        return None
    if sign == "**" == partner:
        return made_run(text, _STRONG)
    if sign == "[" and partner[0] == "]":
        href = safe_href(decoded(partner[2:-1]))
        return None if href is None else made_run(text, href=href)
    return None


def is_plain(text: str) -> bool:
    """Whether nothing in a text can be a sign (six looks for a character are faster than one for a set of them)."""
    return not ("*" in text or "[" in text or "\n" in text or "<" in text or "\\" in text or "&" in text)


def signs_of_lines(text: str) -> list[bytes]:
    """For each line what can be a sign in it: empty for a plain one.

    All at once, because nearly nothing of a Chinese text is left without what is not ASCII.
    """
    return text.encode("ascii", "ignore").translate(None, _ORDINARY).split(b"\n")


def _line(line: str) -> str:
    """A line without the blanks at its ends; two or more of them at the right are a forced line break."""
    bare = line.strip(" \t")
    return f"{bare}<br>" if line.endswith(("  ", "\t")) else bare


def joins_without_blank(before: str, after: str) -> bool:
    """Whether a line end between two characters stands for nothing: beside a Han or full-width character."""
    return not before or not after or bool(_WIDE.match(before) or _WIDE.match(after))


class _Turn(NamedTuple):
    """A place between two stretches of text: a mark or a link begins or ends there, or a footnote is named."""

    mark: Mark | None = None
    begins: bool = False
    href: str | None = None
    note: str | None = None


_BEGINS = {kind: _Turn(mark, begins=True) for kind, mark in _MARKS.items()}
_ENDS = {kind: _Turn(mark) for kind, mark in _MARKS.items()}
_LINK_ENDS = _Turn()


@dataclass(slots=True, eq=False)
class _Opener:
    """Something that opens a mark or a link if its partner is found, and is text if not."""

    kind: str
    at: int  # where it stands among the pieces
    waiting: bool = True


class _Reading:
    """One pass over the signs collects pieces and pairs delimiters; a second one makes runs of them."""

    def __init__(self, parts: list[str], labels: Collection[str]) -> None:
        self._parts = parts  # text, sign, text, sign, …, text
        self._labels = labels
        self._pieces: list[str | _Turn] = []
        self._open: list[_Opener] = []
        self._brackets: list[_Opener] = []
        self._count: dict[str, int] = {}

    def runs(self) -> Runs:
        """The runs of the whole text, in normal form."""
        parts, add, readers = self._parts, self._pieces.append, self._READERS
        if parts[0]:
            add(parts[0])
        for at in range(1, len(parts), 2):
            sign, text = parts[at], parts[at + 1]
            readers[sign[0]](self, sign, at)
            if text:
                add(text)
        return self._collected()

    def _around(self, at: int) -> tuple[str, str]:
        """The characters before and after a sign, "" at the ends of the text."""
        parts = self._parts
        before = parts[at - 1] or (parts[at - 2] if at > 1 else "")
        after = parts[at + 1] or (parts[at + 2] if at + 2 < len(parts) else "")
        return before[-1:], after[:1]

    def _escape(self, sign: str, _: int) -> None:
        self._pieces.append(sign[1])

    def _line_end(self, _: str, at: int) -> None:
        if not joins_without_blank(*self._around(at)):
            self._pieces.append(" ")

    def _entity(self, sign: str, _: int) -> None:
        character = decoded(sign)
        self._pieces.append(sign if character in {"\n", "\r"} else character)

    def _stars(self, sign: str, at: int) -> None:
        stars = len(sign)
        before, after = self._around(at)
        digits = before.isdigit() and after.isdigit() and before.isascii() and after.isascii()
        if stars > _STRONG_AND_EMPHASIS or (stars == 1 and digits):
            self._pieces.append(sign)
            return
        may_close, may_open = bool(before) and not before.isspace(), bool(after) and not after.isspace()
        for kind in (sign,) if stars < _STRONG_AND_EMPHASIS else self._split_stars():
            if self._count.get(kind):
                self._close(kind, kind, fits=may_close)
            else:
                self._opening(kind, kind, fits=may_open)

    def _split_stars(self) -> tuple[str, str]:
        innermost = next((each.kind for each in reversed(self._open) if each.kind in {"*", "**"}), "*")
        return ("*", "**") if innermost == "*" and self._count.get("*") else ("**", "*")

    def _tag(self, sign: str, _: int) -> None:
        name = sign.strip("</>")
        if name not in TAGS:
            self._pieces.append("\n")  # a forced line break, the only other sign that begins with "<"
        elif sign[1] == "/":
            self._close(sign, name, fits=True)
        else:
            self._opening(sign, name, fits=not self._count.get(name))

    def _opening(self, sign: str, kind: str, *, fits: bool) -> None:
        if fits:
            self._open.append(_Opener(kind, len(self._pieces)))
            self._count[kind] = self._count.get(kind, 0) + 1
        self._pieces.append(sign)

    def _close(self, sign: str, kind: str, *, fits: bool) -> None:
        if not fits or not self._count.get(kind):
            self._pieces.append(sign)
            return
        opener = self._taken()
        while opener.kind != kind:
            opener = self._taken()
        self._pieces[opener.at] = _BEGINS[kind]
        self._pieces.append(_ENDS[kind])

    def _taken(self) -> _Opener:
        """The innermost delimiter that waits for its partner, no longer waiting."""
        opener = self._open.pop()
        opener.waiting = False
        self._count[opener.kind] -= 1
        return opener

    def _bracket(self, sign: str, _: int) -> None:
        if sign == "[":
            self._opening(sign, sign, fits=True)
            self._brackets.append(self._open[-1])
        else:
            label = sign[2:-1]
            self._pieces.append(_Turn(note=label) if label in self._labels else sign)

    def _closing(self, sign: str, _: int) -> None:
        bracket = self._brackets.pop() if self._brackets else None
        href = safe_href(decoded(sign[2:-1])) if bracket and len(sign) > 1 else None
        if href is None or bracket is None or not bracket.waiting or bracket.at == len(self._pieces) - 1:
            self._pieces.append(sign)
            return
        while self._taken() is not bracket:  # what was opened inside a link and not closed in it is text
            pass
        self._pieces[bracket.at] = _Turn(href=href)
        self._pieces.append(_LINK_ENDS)
        self._brackets.clear()  # no link round a link

    def _collected(self) -> Runs:
        runs = Stretches()
        active: list[Mark] = []
        marks: frozenset[Mark] = frozenset()
        href: str | None = None
        for piece in self._pieces:
            if isinstance(piece, str):
                runs.add(piece, marks, href)
            elif piece.note is not None:
                runs.add_note(piece.note)
            elif piece.mark is None:
                href = piece.href
            else:
                if piece.begins:
                    active.append(piece.mark)
                else:
                    active.remove(piece.mark)
                marks = frozenset(active)
        return runs.runs()

    _READERS: ClassVar[dict[str, Callable[[_Reading, str, int], None]]] = {
        "\\": _escape,
        "\n": _line_end,
        "<": _tag,
        "*": _stars,
        "[": _bracket,
        "]": _closing,
        "&": _entity,
    }
