"""A form above a text (标题 | 春茶上市, 作者 | 张三): a table whose rows say what they are is lines of fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.intake.body import clean
from editor.intake.docx.placed import Placed
from editor.intake.field_line import read_field_line
from editor.markup.blocks import Paragraph, Run, Runs, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.intake.losses import LossBook

_NEAR = 3
_LONGEST_LABEL = 8
_FEWEST = 2
_TEXT = re.compile(r"(?:正文|内容|稿件内容|稿件正文|新闻内容)[:：]?")
_BLANKS = re.compile(r"[\s\u3000]+")


def lines(placed: Sequence[Placed], losses: LossBook) -> list[Placed]:
    """The blocks of a document with a form at its top as lines of fields; a row 正文 gives its text."""
    for index, each in enumerate(placed[:_NEAR]):
        if isinstance(each.block, Table):
            found = _lines_of(each.block)
            if found is not None:
                losses.add("form_table", kept=True)
                return [*placed[:index], *found, *placed[index + 1 :]]
    return list(placed)


def _lines_of(table: Table) -> list[Placed] | None:
    """One line a field; None = it is an ordinary table."""
    found: list[Placed] = []
    understood = 0
    for row in table.rows:
        cells = [cell for cell in row if plain(cell).strip()]
        if len(cells) % 2:
            return None
        for label, value in zip(cells[::2], cells[1::2], strict=True):
            name = _BLANKS.sub("", plain(label)).rstrip(":：")
            if len(name) > _LONGEST_LABEL:
                return None
            if _TEXT.fullmatch(name):
                found.extend(Placed(Paragraph(runs)) for runs in _at_breaks(value))
                continue
            line = f"{name}：{clean(plain(value))}"
            read = read_field_line(line)
            understood += read is not None and read.labeled
            found.append(Placed(Paragraph((Run(line),))))
    return found if understood >= _FEWEST else None


def _at_breaks(runs: Runs) -> Iterator[Runs]:
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.split("\n")
        line.append(Run(first, run.marks, run.href, run.note))
        for text in rest:
            yield tuple(line)
            line = [Run(text, run.marks, run.href)]
    yield tuple(line)
