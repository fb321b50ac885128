"""Blocks in the plain form in which a journal holds them; unlike Markdown it keeps empty paragraphs and blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    Item,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from editor.markup.blocks import Block, Runs


def plain_of(block: Block) -> Any:
    """A block as JSON data: the text alone for a paragraph without marks, else a list that begins with its kind."""
    return _WRITERS[type(block)](block)


def _paragraph(block: Paragraph) -> Any:
    match block.runs:
        case ():
            return ""
        case (Run(text=text, marks=marks, href=None, note=None),) if not marks:
            return text
    return ["p", _runs(block.runs)]


def _runs(runs: Runs) -> list[Any]:
    return [
        run.text
        if not run.marks and run.href is None and run.note is None
        else [run.text, sorted(run.marks), run.href, run.note]
        for run in runs
    ]


_WRITERS: dict[type, Callable[[Any], Any]] = {
    Paragraph: _paragraph,
    Heading: lambda block: ["h", block.level, _runs(block.runs)],
    Quote: lambda block: ["q", [_runs(runs) for runs in block.paragraphs]],
    ListBlock: lambda block: ["l", [[_runs(item.runs), item.depth, item.ordered] for item in block.items]],
    Image: lambda block: ["i", block.source, block.caption, block.credit, block.alt],
    Table: lambda block: ["t", block.header, [[_runs(cell) for cell in row] for row in block.rows]],
    Footnote: lambda block: ["f", block.label, _runs(block.runs)],
    Rule: lambda _block: ["r"],
}


def block_of(plain: Any) -> Block:
    """The block of such a form; one that a newer version wrote is a paragraph of the words in it."""
    if isinstance(plain, str):
        return Paragraph((Run(plain),) if plain else ())
    try:
        kind, *rest = plain
        return _READERS[kind](*rest)
    except (TypeError, ValueError, IndexError, AttributeError, KeyError):
        text = "".join(_words(plain[1:] if isinstance(plain, list) else plain))
        return Paragraph((Run(text),) if text else ())


def _read_runs(plain: list[Any]) -> Runs:
    return tuple(
        Run(each)
        if isinstance(each, str)
        else Run(str(each[0]), frozenset(map(Mark, each[1])), _maybe(each[2]), _maybe(each[3]))
        for each in plain
    )


def _maybe(value: Any) -> str | None:
    return None if value is None else str(value)


_READERS: dict[str, Callable[..., Block]] = {
    "p": lambda runs: Paragraph(_read_runs(runs)),
    "h": lambda level, runs: Heading(_read_runs(runs), int(level)),
    "q": lambda each: Quote(tuple(map(_read_runs, each))),
    "l": lambda items: ListBlock(tuple(Item(_read_runs(runs), int(depth), bool(on)) for runs, depth, on in items)),
    "i": lambda *fields: Image(*map(str, fields)),
    "t": lambda header, rows: Table(tuple(tuple(map(_read_runs, row)) for row in rows), bool(header)),
    "f": lambda label, runs: Footnote(str(label), _read_runs(runs)),
    "r": Rule,
}


def _words(plain: Any) -> Iterable[str]:
    """Every text in a form that is not known."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, list):
        for each in plain:
            yield from _words(each)


def blocks_of_units(units: Iterable[Any]) -> tuple[Block, ...]:
    """Blocks of the units of a journal."""
    return tuple(map(block_of, units))
