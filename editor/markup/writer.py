"""Writes newsroom Markdown: lossless, spelled so that python-markdown (tables, footnotes) reads the same.

The spelling and the reasons for it are in docs/markup.md.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from editor.markup.blocks import (
    Block,
    Footnote,
    Heading,
    Image,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Runs,
    Table,
)
from editor.markup.links import encoded_address, encoded_attribute, joined_title
from editor.markup.normal import normalized
from editor.markup.reader import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ESCAPED = re.compile(
    r"""[\\`*\[\]]                            # marks wherever they stand
    | _(?![^\W_]) | (?<![^\W_])_             # unless between two letters or digits
    | <
    | &(?=(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);)
    """,
    re.VERBOSE,
)
_NEEDS_CARE = re.compile(r"[\\`*\[\]_<&\n]")
_GUARDED = re.compile(
    r"""(?P<mark>[#>]|[-+](?=[ \t]|$)|[-|](?=[-|:\ ]*$))   # headings, quotes, items, rules, tables
    | (?P<number>\d+)(?P<dot>[.)])(?=\s|$)
    | (?P<sign>=(?==*[ ]*$)|:(?=[-|:\ ]*$))
    | (?P<note>\[\^[^\]]*\]):
    """,
    re.VERBOSE,
)
_TAG = {Mark.STRIKE: "s", Mark.UNDERLINE: "u"}
_LAST_HASHES = re.compile(r"#+$")
_INDENT = "    "


def write(blocks: Sequence[Block]) -> str:
    r"""The Markdown of a document; ends with one ``\n`` when there is anything to write.

    ``read(write(blocks)) == normalized(blocks)`` holds for every document of the schema.
    """
    parts: list[str] = []
    before: Block | None = None
    for block in normalized(blocks):
        if type(before) is type(block) and isinstance(block, Quote | ListBlock):
            parts.append(SEPARATOR)
        parts.append(_block(block))
        if not isinstance(block, Footnote):  # python-markdown takes footnotes out before it looks at what is left
            before = block
    return "\n\n".join(parts) + "\n" if parts else ""


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            text = _lines(block.runs, "<br>\n")
        case Heading():
            text = "#" * block.level + " " + _heading_text(block.runs)
        case Quote():
            text = "\n>\n".join("> " + _lines(runs, "<br>\n> ") for runs in block.paragraphs)
        case ListBlock():
            text = "\n".join(_items(block))
        case Image():
            text = _image(block)
        case Rule():
            text = "***"
        case Table():
            text = _table(block)
        case _:
            text = f"[^{block.label}]: {_lines(block.runs, '<br>')}"
    return text


def _heading_text(runs: Runs) -> str:
    text = _inline(runs).replace("\n", "<br>")
    return _LAST_HASHES.sub(lambda match: "\\#" * len(match[0]), text)


def _image(image: Image) -> str:
    title = joined_title(image.caption, image.credit)
    target = encoded_address(image.source) or "<>"
    return f"![{encoded_attribute(image.alt)}]({target}" + (f' "{title}")' if title else ")")


def _items(block: ListBlock) -> Iterable[str]:
    numbers: list[int] = []
    for item in block.items:
        del numbers[item.depth + 1 :]
        if item.depth == len(numbers):
            numbers.append(0)
        numbers[item.depth] += 1
        mark = f"{numbers[item.depth]}." if item.ordered else "-"
        yield f"{_INDENT * item.depth}{mark} {_lines(item.runs, '<br>')}"


def _table(table: Table) -> str:
    rows = [[_inline(cell).replace("\n", "<br>").replace("|", "\\|") for cell in row] for row in table.rows]
    if not table.header:
        rows.insert(0, [""] * len(rows[0]))
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _lines(runs: Runs, line_end: str) -> str:
    """Text whose lines must not look like the beginning of a block."""
    return line_end.join(map(_guarded, _inline(runs).split("\n")))


def _guarded(line: str) -> str:
    match = _GUARDED.match(line)
    if match is None:
        return line
    rest = line[match.end() :]
    if match["mark"]:
        return f"\\{match['mark']}{rest}"
    if match["number"]:
        return f"{match['number']}\\{match['dot']}{rest}"
    if match["note"]:
        return f"{match['note']}&#58;{rest}"
    return f"&#{ord(match[0])};{rest}"


def _inline(runs: Runs) -> str:
    r"""Runs as Markdown, a forced line break still as ``\n``."""
    if len(runs) == 1 and not runs[0].marks and runs[0].href is None and runs[0].note is None:
        return _escaped(runs[0].text)
    written: list[str] = []
    for href, group in groupby(runs, key=lambda run: run.href):
        text = _strong(tuple(group))
        written.append(text if href is None else f"[{text}]({encoded_address(href)})")
    return "".join(written)


def _stretches(runs: Runs, mark: Mark) -> list[tuple[bool, Runs]]:
    return [(marked, tuple(group)) for marked, group in groupby(runs, key=lambda run: mark in run.marks)]


def _strong(runs: Runs) -> str:
    stretches = _stretches(runs, Mark.STRONG)
    last = len(stretches) - 1
    parts: list[str] = []
    for at, (marked, stretch) in enumerate(stretches):
        if not marked:
            parts.append(_emphasized(stretch, after_star=at > 0, before_star=at < last))
            continue
        inner = _emphasized(stretch, after_star=True, before_star=True)
        parts.append(f"**{inner}**" if _has_firm_ends(inner) else f"<strong>{inner}</strong>")
    return "".join(parts)


def _emphasized(runs: Runs, *, after_star: bool, before_star: bool) -> str:
    """Emphasis as ``*…*`` where no other asterisk and no digit makes that doubtful, else as a tag."""
    stretches = _stretches(runs, Mark.EMPHASIS)
    parts = [_tagged(stretch) for _, stretch in stretches]
    last = len(parts) - 1
    written: list[str] = []
    for at, (marked, _) in enumerate(stretches):
        inner = parts[at]
        if not marked:
            written.append(inner)
            continue
        before = parts[at - 1][-1] if at else "*" * after_star
        after = parts[at + 1][0] if at < last else "*" * before_star
        doubtful = "*" in {before, after} or _both_digits(before, inner[0]) or _both_digits(inner[-1], after)
        written.append(f"*{inner}*" if not doubtful and _has_firm_ends(inner) else f"<em>{inner}</em>")
    return "".join(written)


def _tagged(runs: Runs, marks: tuple[Mark, ...] = (Mark.STRIKE, Mark.UNDERLINE)) -> str:
    if not marks:
        return "".join(_escaped(run.text) if run.note is None else f"[^{run.note}]" for run in runs)
    name, inner = _TAG[marks[0]], marks[1:]
    return "".join(
        f"<{name}>{_tagged(stretch, inner)}</{name}>" if marked else _tagged(stretch, inner)
        for marked, stretch in _stretches(runs, marks[0])
    )


def _has_firm_ends(text: str) -> bool:
    return not (text[0].isspace() or text[-1].isspace())


def _both_digits(left: str, right: str) -> bool:
    return left.isdigit() and right.isdigit()


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return {"<": "&lt;", "&": "&amp;"}.get(character) or f"\\{character}"


def _escaped(text: str) -> str:
    return _ESCAPED.sub(_escape, text) if _NEEDS_CARE.search(text) else text
