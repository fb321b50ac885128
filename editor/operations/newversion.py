"""粘贴为新版本: a text that came back from a chat or a phone, as the next version of the article that went out.

The new text is compared with the open article by the character; what is unchanged keeps its bold, links and notes, a
line keeps the form (小标题, list, quotation) of the line that it comes from, and pictures stay where they stood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.intake.chat import Remain, cleared
from editor.intake.field_line import read_field_line
from editor.markup.blocks import block_text
from editor.markup.normal import normalized
from editor.operations.version_lines import Placing, old_lines
from editor.text.diff import edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.article import Article, Slip
    from editor.markup.blocks import Block
    from editor.text.diff import Edit

_LINE_END = re.compile(r"\r\n|\r|\n")
_SOFT_END = re.compile(r"[\u2028\u2029\x0b\x0c\x85]")
_EDGE = " \t\u3000\u00a0"
_LIKE = 0.5
_NEAR = 6


@dataclass(frozen=True, slots=True)
class NewVersion:
    """An article as a pasted text would have it.

    Attributes:
        blocks: The new body.
        slip: The slip of the open article, unchanged.
        changes: Where :func:`plain_text` of the new body differs from that of the old one, offsets in code points.
        chat_remains: What was left out of the pasted text because a chat program or phone had put it there.
        headline: Another headline above the pasted text, "" when it is the same or there is none.
        fields: Lines of fields (来源：…, 责编：…) above or below the pasted text; the slip has them, they are left out.
        kept: Blocks of the old body that the pasted text cannot carry (pictures, tables, notes) and that stay.
        lost_notes: Labels of notes whose reference stood in text that is gone.
    """

    blocks: tuple[Block, ...]
    slip: Slip
    changes: tuple[Edit, ...]
    chat_remains: tuple[Remain, ...]
    headline: str
    fields: tuple[str, ...]
    kept: tuple[Block, ...]
    lost_notes: tuple[str, ...]


def plain_text(blocks: Iterable[Block]) -> str:
    r"""The text of some blocks, a line each (:func:`block_text`), joined by ``\n``."""
    return "\n".join(map(block_text, blocks))


def as_new_version(open_: Article, pasted_text: str) -> NewVersion:
    """The next version of an open article from a text that somebody sent.

    Args:
        open_: The article as it stands in the window.
        pasted_text: What was pasted, lines parted in any way.

    Returns:
        The article's own plain text gives the article back. Nothing is stored.
    """
    blocks = normalized(open_.blocks)
    old = old_lines(blocks)
    known = {line.text for line in old}
    lines = _lines(pasted_text, known)
    rest = cleared(lines, known)
    kept = [_trimmed(line, known) for line in rest.lines]
    kept = [line for line in kept if line]
    head = _without_head(kept, open_.slip, known)
    placing = Placing(blocks, old, head.rest)
    new = normalized(placing.blocks())
    return NewVersion(
        new,
        open_.slip,
        tuple(edits(plain_text(blocks), plain_text(new))),
        (*rest.remains, *(Remain("introduction", words, _number(words, lines)) for words in head.words)),
        head.headline,
        tuple(head.fields),
        tuple(placing.kept),
        tuple(placing.lost_notes),
    )


def _lines(text: str, known: set[str]) -> list[str]:
    """The lines of a text; separators that only some programs write end a line unless the article has them in it."""
    found: list[str] = []
    for line in _LINE_END.split(text):
        if line in known or not _SOFT_END.search(line):
            found.append(line)
        else:
            found.extend(_SOFT_END.split(line))
    return found


def _trimmed(line: str, known: set[str]) -> str:
    return line if line in known else line.strip(_EDGE)


@dataclass(slots=True)
class _Head:
    """What stood above and below the text itself."""

    rest: list[str]
    headline: str = ""
    fields: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def _without_head(lines: Sequence[str], slip: Slip, known: set[str]) -> _Head:
    """The text without the headline and the field lines that were sent with it, and the words before these."""
    head = _Head(list(lines))
    titles = [text for text in (slip.kicker, slip.headline, slip.subheadline) if text]
    near: list[str] = []
    for line in lines[:_NEAR]:
        if line in known:
            break
        near.append(line)
    alike = [line for line in near if slip.headline and (line == slip.headline or _alike(line, slip.headline))]
    named = [index for index, line in enumerate(near) if line in titles or line in alike or _is_field(line)]
    for index, line in enumerate(near[: named[-1] + 1] if named and (alike or named == [*range(len(named))]) else ()):
        if index not in named:
            head.words.append(line)
        elif line not in titles:
            if _is_field(line):
                head.fields.append(line)
            else:
                head.headline = head.headline or line
        head.rest.pop(0)
    below: list[str] = []
    while head.rest and len(below) < _NEAR and head.rest[-1] not in known and _is_field(head.rest[-1]):
        below.insert(0, head.rest.pop())
    head.fields += below
    return head


def _number(words: str, lines: Sequence[str]) -> int:
    """Number of the pasted line in which some words stand."""
    return next((number for number, line in enumerate(lines) if words in line), 0)


def _is_field(line: str) -> bool:
    found = read_field_line(line)
    return found is not None and found.labeled and bool(found.values or found.people)


def _alike(line: str, other: str) -> bool:
    """Whether a line is another form of a headline: half of its pairs of characters are in both."""
    if len(line) > 2 * len(other) + _NEAR:
        return False
    one, two = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (line, other))
    return bool(one and two) and len(one & two) >= _LIKE * max(len(one), len(two))
