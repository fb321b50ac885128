"""A text made another one by as few edits as possible: changed lines only, by the character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Rule, Run, Table
from editor.text.diff import Edit, edits, item_edits
from editor.text.spans import to_utf16, utf16_length
from ui.writing.filling import insert_runs, lines_of
from ui.writing.formats import image_format
from ui.writing.kinds import STYLE, Kind, Style, bits_of, kind_of
from ui.writing.reading import Placed, fragments, placed_blocks, runs_of, tables_of
from ui.writing.removing import insert_behind, remove_block
from ui.writing.shaping import set_line, style_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

    from editor.markup.blocks import Block, Runs
    from ui.writing.formats import Formats


def apply(
    document: QTextDocument,
    blocks: Sequence[Block],
    formats: Formats,
    base: Sequence[Block] | None = None,
    *,
    join: bool = False,
) -> bool:
    """Make a document say ``blocks``; one step of undo, nothing at all when it says them already.

    Args:
        document: The document.
        blocks: What it is to say.
        formats: Its formats.
        join: It belongs to the step of undo before it.
        base: What it said when ``blocks`` were made; blocks that were written on since are left as they are.

    Returns:
        Whether anything had to be done.
    """
    old = [placed for placed in placed_blocks(document) if _says_something(placed.block)]
    wanted = _kept_apart(old, blocks, base) if base is not None else list(blocks)
    found = item_edits(*_named([placed.block for placed in old], wanted))
    if not found:
        return False
    tables = tables_of(document)  # within an edit Qt loses sight of them
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock() if join else cursor.beginEditBlock()
    for edit in reversed(found):
        _change(document, old, wanted, edit, tables, formats)
    cursor.endEditBlock()
    return True


def _says_something(block: Block) -> bool:
    match block:
        case Paragraph() | Heading() | Footnote():
            return any(run.text.strip() or run.note is not None for run in block.runs)
        case Quote():
            return bool(block.paragraphs)
        case _:
            return True


def _named(*sequences: Sequence[Block]) -> list[list[str]]:
    names: dict[Block, str] = {}
    return [[names.setdefault(block, str(len(names))) for block in sequence] for sequence in sequences]


def _kept_apart(old: Sequence[Placed], blocks: Sequence[Block], base: Sequence[Block]) -> list[Block]:
    """``blocks`` with what was written since ``base`` put back: a block touched on both sides stays as written."""
    now = [placed.block for placed in old]
    theirs = item_edits(*_named(base, blocks))
    ours = item_edits(*_named(base, now))
    result: list[Block] = []
    at = 0
    for edit in _merged(theirs, ours):
        result.extend(base[at : edit.start])
        source = now if any(edit is own for own in ours) else blocks
        result.extend(source[edit.new_start : edit.new_end])
        at = edit.end
    result.extend(base[at:])
    return result


def _merged(theirs: Sequence[Edit], ours: Sequence[Edit]) -> list[Edit]:
    free = [edit for edit in theirs if not any(edit.start < own.end and own.start < edit.end for own in ours)]
    return sorted([*free, *ours], key=lambda edit: (edit.start, edit.end))


def _change(
    document: QTextDocument,
    old: Sequence[Placed],
    new: Sequence[Block],
    edit: Edit,
    tables: Mapping[int, QTextTable],
    formats: Formats,
) -> None:
    """Pair old and new blocks in their order; what is left over goes or comes."""
    before, after = old[edit.start : edit.end], list(new[edit.new_start : edit.new_end])
    pairs: list[tuple[Placed, Block]] = []
    while len(pairs) < min(len(before), len(after)) and _alike(before[len(pairs)].block, after[len(pairs)]):
        pairs.append((before[len(pairs)], after[len(pairs)]))
    left, fresh = before[len(pairs) :], after[len(pairs) :]
    if pairs or edit.start:
        last = pairs[-1][0] if pairs else old[edit.start - 1]
        anchor_line = last.last
    else:
        anchor_line = -1
    for placed in reversed(left):
        remove_block(document, placed, tables.get(placed.first), formats)
    if fresh:
        insert_behind(document, anchor_line, fresh, formats)
    for placed, block in reversed(pairs):
        _rewrite(document, placed, block, tables.get(placed.first), formats)


def _alike(old: Block, new: Block) -> bool:
    """Whether one can become the other line by line."""
    if isinstance(old, Table) or isinstance(new, Table):
        return isinstance(old, Table) and isinstance(new, Table) and _shape(old) == _shape(new)
    if isinstance(old, Image | Rule) or isinstance(new, Image | Rule):
        return type(old) is type(new)
    return _height(old) == _height(new)


def _shape(table: Table) -> tuple[int, int, bool]:
    return len(table.rows), len(table.rows[0]) if table.rows else 0, table.header


def _height(block: Block) -> int:
    match block:
        case Quote():
            return len(block.paragraphs)
        case ListBlock():
            return len(block.items)
        case _:
            return 1


def _rewrite(document: QTextDocument, placed: Placed, block: Block, table: QTextTable | None, formats: Formats) -> None:
    if isinstance(block, Table) and table is not None:
        for row, cells in enumerate(block.rows):
            for column, runs in enumerate(cells):
                _rewrite_line(table.cellAt(row, column).firstCursorPosition().block(), runs, formats)
        return
    line = document.findBlockByNumber(placed.first)
    if isinstance(block, Image):
        cursor = QTextCursor(line)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(image_format(block))
        return
    for _kind, made, runs in lines_of(block, formats):
        if made != line.blockFormat():
            set_line(QTextCursor(line), line, made, formats)
        _rewrite_line(line, runs, formats)
        line = line.next()


def _rewrite_line(line: QTextBlock, runs: Runs, formats: Formats) -> None:
    """Make a line say other characters: only those that differ are touched, and marks where they differ."""
    old = runs_of(line)
    if old == runs:
        return
    style = _style(line)
    if _has_objects(line) or any(run.note is not None for run in runs):
        _replace(line, 0, line.length() - 1, runs, formats, style)
        return
    before, after = "".join(run.text for run in old), "".join(run.text for run in runs)
    for edit in reversed(edits(before, after)):
        first, last = to_utf16(before, (edit.start, edit.end))
        _replace(line, first, last, _part(runs, edit.new_start, edit.new_end), formats, style)
    _mark(line, runs, formats, style)


def _has_objects(line: QTextBlock) -> bool:
    return any(made.objectType() for _, made, _, _ in fragments(line))


def _replace(line: QTextBlock, first: int, last: int, runs: Runs, formats: Formats, style: Style) -> None:
    cursor = QTextCursor(line)
    cursor.setPosition(line.position() + first)
    cursor.setPosition(line.position() + last, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    insert_runs(cursor, runs, formats, style)


def _part(runs: Runs, start: int, end: int) -> Runs:
    found: list[Run] = []
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            found.append(Run(text, run.marks, run.href))
        at += len(run.text)
    return tuple(found)


def _mark(line: QTextBlock, runs: Runs, formats: Formats, style: Style) -> None:
    if runs_of(line) == runs:
        return
    if _has_objects(line):  # for a character that Qt takes for a command: a format over it would take it out
        _replace(line, 0, line.length() - 1, runs, formats, style)
        return
    cursor = QTextCursor(line)
    at = line.position()
    for run in runs:
        length = utf16_length(run.text)
        cursor.setPosition(at)
        cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(formats.char(style, bits_of(run.marks), run.href))
        at += length


def _style(line: QTextBlock) -> Style:
    """How a line is set, by its own format (within an edit a table may be out of Qt's sight)."""
    if kind_of(line) is Kind.CELL:
        return Style(line.charFormat().intProperty(STYLE))
    return style_of(line)
