"""The normal form of a document: what the newsroom schema and its Markdown can carry, spelled in one way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.markup.blocks import (
    Block,
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
    Runs,
    Table,
    made_run,
)
from editor.markup.links import first_free, safe_href

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MAX_DEPTH = 7
MAX_COLUMNS = 100

_LINE_END = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*")
_FOREIGN_TO_LABEL = re.compile(r"[^\w.-]+")
_NO_MARKS: frozenset[Mark] = frozenset()
Labels = dict[str, str]


def normalized(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The document as reading its Markdown gives it back.

    - neighboring runs that look the same are one run, empty ones are gone, marks of a footnote reference too
    - blanks at both ends of a block, U+3000 indents among them, are style and not text; so are ASCII blanks
      round a forced line break
    - blocks without a character are gone (rules, pictures and tables with a body row stay)
    - an address that the schema does not carry (``editor.markup.links.safe_href``) leaves its text behind
    - a reference to a footnote that is not there is text (``[^3]``), a second footnote under one label a paragraph
    - an item is at most one level deeper than the one before it and of the kind of its first sibling
    - rows of a table are of one length; a head row without text is no head; a table of more than 100 columns is
      written as paragraphs
    """
    listed = tuple(blocks)
    labels = _labels(listed)
    written: set[str] = set()
    result: list[Block] = []
    for block in listed:
        if isinstance(block, Footnote):
            result.extend(_footnote(block, labels, written))
        else:
            result.extend(_normal_block(block, labels))
    return tuple(result)


def clean_label(label: str) -> str:
    """A footnote's label in the characters that Markdown can carry: letters, digits, ``.``, ``-`` and ``_``."""
    return _FOREIGN_TO_LABEL.sub("-", label) or "-"


def _labels(blocks: Sequence[Block]) -> Labels:
    """Labels of the footnotes that have a text, each with its spelling in Markdown."""
    labels: Labels = {}
    for block in blocks:
        if isinstance(block, Footnote) and block.label not in labels and normal_runs(block.runs):
            labels[block.label] = first_free(clean_label(block.label), labels.values())
    return labels


def _normal_block(block: Block, labels: Labels) -> Iterable[Block]:
    match block:
        case Paragraph() | Heading():
            return _text_block(block, labels)
        case Quote():
            paragraphs = tuple(runs for each in block.paragraphs if (runs := normal_runs(each, labels)))
            return (Quote(paragraphs),) if paragraphs else ()
        case ListBlock():
            items = _items(block.items, labels)
            return (ListBlock(items),) if items else ()
        case Image():
            return (normal_image(block),)
        case Rule():
            return (block,)
        case Table():
            return _table(block, labels)
        case Footnote():
            raise AssertionError("footnotes need to know which labels are written")


def _text_block(block: Paragraph | Heading, labels: Labels) -> Iterable[Block]:
    runs = normal_runs(block.runs, labels)
    if not runs:
        return ()
    if isinstance(block, Heading):
        return (Heading(runs, min(max(block.level, 2), 3)),)
    return (block if runs is block.runs else Paragraph(runs),)


def _items(items: Iterable[Item], labels: Labels) -> tuple[Item, ...]:
    result: list[Item] = []
    kinds: list[bool] = []
    for item in items:
        runs = normal_runs(item.runs, labels)
        if not runs:
            continue
        depth = min(max(item.depth, 0), len(kinds), MAX_DEPTH)
        del kinds[depth + 1 :]
        if depth == len(kinds):
            kinds.append(item.ordered)
        result.append(Item(runs, depth, kinds[depth]))
    return tuple(result)


def normal_image(image: Image) -> Image:
    """A picture whose fields have no blanks at their ends."""
    return Image(
        image.source.strip(), *(_LINE_END.sub("\n", text).strip() for text in (image.caption, image.credit, image.alt))
    )


def _table(table: Table, labels: Labels) -> Iterable[Block]:
    width = max((len(row) for row in table.rows), default=0)
    rows = tuple(tuple(normal_runs(cell, labels) for cell in row) for row in table.rows)
    if width > MAX_COLUMNS:
        return _as_paragraphs(rows)
    header = table.header
    if header and rows and not any(rows[0]):
        header, rows = False, rows[1:]
    if not width or not rows:
        return ()
    return (Table(tuple(row + ((),) * (width - len(row)) for row in rows), header),)


def _as_paragraphs(rows: Iterable[tuple[Runs, ...]]) -> Iterable[Block]:
    for row in rows:
        runs = normal_runs(tuple(run for cell in row for run in (*cell, Run("\t"))), None)
        if runs:
            yield Paragraph(runs)


def _footnote(note: Footnote, labels: Labels, written: set[str]) -> Iterable[Block]:
    if not normal_runs(note.runs):
        return ()
    label = labels[note.label]
    if note.label not in written:
        written.add(note.label)
        return (Footnote(label, normal_runs(note.runs, labels)),)
    return (Paragraph(normal_runs((Run(f"[^{note.label}]: "), *note.runs), labels)),)


def normal_runs(runs: Runs, labels: Mapping[str, str] | None = None) -> Runs:
    """Runs in normal form (see :func:`normalized`); with ``labels`` None every footnote reference is left alone."""
    if len(runs) == 1 and _is_plain(runs[0]):
        return runs
    stretches = Stretches()
    for run in runs:
        href = safe_href(run.href)
        if run.text:
            stretches.add(run.text, run.marks, href)
        if run.note is not None:
            label = run.note if labels is None else labels.get(run.note)
            if label is not None:
                stretches.add_note(label)
            else:
                stretches.add(f"[^{run.note}]", run.marks, href)
    return stretches.runs()


def _is_plain(run: Run) -> bool:
    text = run.text
    return (
        run.note is None
        and run.href is None
        and bool(text)
        and "\n" not in text
        and "\r" not in text
        and text == text.strip()
    )


class Stretches:
    """Collects text: equal neighbors as one list of strings each, so that many small runs cost no more than a few."""

    def __init__(self) -> None:
        self._found: list[tuple[frozenset[Mark], str | None, str | None, list[str]]] = []

    def add(self, text: str, marks: frozenset[Mark], href: str | None) -> None:
        """Take some text, blanks at the ends of lines dropped."""
        if "\n" in text or "\r" in text:
            text = _LINE_END.sub("\n", text)
            if text[0] == "\n":
                self._strip_end(" \t")
        found = self._found
        if not found:
            text = text.lstrip()
        else:
            last_marks, last_href, note, parts = found[-1]
            if parts and parts[-1][-1] == "\n":
                text = text.lstrip(" \t")
            if text and note is None and last_href == href and last_marks == marks:
                parts.append(text)
                return
        if text:
            found.append((marks, href, None, [text]))

    def add_note(self, label: str) -> None:
        """Take a reference to a footnote."""
        self._found.append((_NO_MARKS, None, label, []))

    def runs(self) -> Runs:
        """The runs without blanks at the end."""
        self._strip_end(None)
        return tuple(
            [
                made_run("".join(parts), marks, href) if note is None else Run("", note=note)
                for marks, href, note, parts in self._found
            ]
        )

    def _strip_end(self, blanks: str | None) -> None:
        while self._found and (parts := self._found[-1][3]):
            while parts:
                text = parts.pop().rstrip(blanks)
                if text:
                    parts.append(text)
                    return
            self._found.pop()
