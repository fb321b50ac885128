"""Search in the open text: all hits, in a time that has a limit whatever the pattern is.

Patterns run in Qt's engine (PCRE), which counts its steps and gives up; Python's own cannot be stopped. Hits lie
within a line; positions are those of the document (UTF-16).
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression

from ui.writing.kinds import OBJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRegularExpressionMatch
    from PySide6.QtGui import QTextDocument

STEPS = 200_000
"""Steps of the engine in one line: some milliseconds."""
BUDGET = 0.4
"""Seconds for the whole text."""
MOST = 20_000
_GROUP = re.compile(r"\\(\\|n|t|\d)|\$(\d)")


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        text: The characters, or a pattern.
        case: Whether A is not a.
        pattern: Whether the text is a regular expression.
        within: Only between these positions.
    """

    text: str
    case: bool = False
    pattern: bool = False
    within: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place: positions in the document, and what the groups of a pattern caught (the whole first)."""

    start: int
    end: int
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """All hits in order.

    Attributes:
        wrong: Why the pattern cannot be used, else "".
        cut_short: The pattern takes too long or hits too often; there may be more than these hits.
    """

    hits: tuple[Hit, ...] = ()
    wrong: str = ""
    cut_short: bool = False


def find_all(document: QTextDocument, query: Query) -> Found:
    """Look through a text."""
    if not query.text:
        return Found()
    expression = _compiled(query)
    if not expression.isValid():
        return Found(wrong=expression.errorString())
    start, end = query.within or (0, document.characterCount())
    deadline = time.monotonic() + BUDGET
    hits: list[Hit] = []
    cut_short = False
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        for match in _matches(expression, block.text()):
            if not match.isValid():
                cut_short = True
                break
            first, last = block.position() + match.capturedStart(), block.position() + match.capturedEnd()
            if start <= first < last <= end and OBJECT not in match.captured():
                hits.append(Hit(first, last, tuple(match.capturedTexts())))
        if len(hits) >= MOST or time.monotonic() > deadline:
            cut_short = True
            break
        block = block.next()
    return Found(tuple(hits), "", cut_short)


def _compiled(query: Query) -> QRegularExpression:
    options = QRegularExpression.PatternOption.UseUnicodePropertiesOption
    if not query.case:
        options |= QRegularExpression.PatternOption.CaseInsensitiveOption
    text = query.text if query.pattern else QRegularExpression.escape(query.text)
    expression = QRegularExpression(text, options)
    if expression.isValid():
        expression.setPattern(f"(*LIMIT_MATCH={STEPS}){text}")
    return expression


def _matches(expression: QRegularExpression, text: str) -> Iterator[QRegularExpressionMatch]:
    """Matches of a line; the last one is invalid when the engine gave up."""
    at = 0
    while True:
        match = expression.match(text, at)
        if not match.isValid():
            yield match
            return
        if not match.hasMatch():
            return
        yield match
        at = match.capturedEnd() if match.capturedEnd() > match.capturedStart() else match.capturedEnd() + 1
        if at > _units(text):
            return


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def replacement(hit: Hit, text: str, *, pattern: bool) -> str:
    r"""What stands in the place of a hit: with a pattern ``\1`` or ``$1`` is its first group, ``\\`` a backslash."""
    if not pattern:
        return text

    def meant(match: re.Match[str]) -> str:
        sign = match[1] or match[2]
        if sign == "\\":
            return "\\"
        if sign in "nt":
            return "\n" if sign == "n" else "\t"
        number = int(sign)
        return hit.groups[number] if number < len(hit.groups) else match[0]

    return _GROUP.sub(meant, text)
