"""A flow of paragraphs and tables of a DOCX file (the body, a cell, a text box, a note) as blocks of the schema."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.intake.docx.drawn import chosen
from editor.intake.docx.inline import Line, strong_only
from editor.intake.docx.placed import Placed, joined
from editor.intake.docx.xml import attribute, child, number, switch, tag, text_in, value
from editor.intake.forms import ends_sentence
from editor.markup.blocks import Heading, Mark, Paragraph, Run, plain
from editor.markup.losses import losses as counted_losses
from editor.markup.table_builder import TableBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.intake.docx.numbering import Numbered
    from editor.intake.docx.source import Source
    from editor.intake.docx.xml import Element
    from editor.markup.blocks import Block

_CHANGES = frozenset({"w:ins", "w:moveTo", "w:del", "w:moveFrom"})
_NO_BLOCKS = frozenset(
    {"w:sectPr", "w:pPr", "w:tblPr", "w:tblGrid", "w:tblPrEx", "w:trPr", "w:tcPr", "w:sdtPr", "w:sdtEndPr"}
)
_FOREIGN = frozenset({"w:altChunk", "w:subDoc"})
_RUNS = frozenset({"w:r", "w:hyperlink", "m:oMathPara", "m:oMath"})
_LONGEST_HEADING = 60  # what is longer and ends like a sentence is text that somebody gave an outline level
_BODY_LEVEL = 9
_CENTERED = frozenset({"center", "distribute"})


class Story:
    """Reads one flow; ``placed`` is what was found, in the order of the file."""

    def __init__(self, source: Source, part: str) -> None:
        self.placed: list[Placed] = []
        self._source = source
        self._part = part
        self._lead: list[Run] = []

    def read(self, container: Element) -> list[Placed]:
        """Take in the blocks of a container; returns all that was found so far, lists put together."""
        self._read(container)
        if self._lead:
            self.placed.append(Placed(Paragraph(tuple(self._lead))))
            self._lead = []
        return joined(self.placed, self._source.losses)

    def _read(self, container: Element) -> None:
        for each in container:
            name = tag(each)
            if name == "w:p":
                self._paragraph(each)
            elif name == "w:tbl":
                self._table(each)
            elif name == "mc:AlternateContent":
                self._read(chosen(each))
            elif name in _FOREIGN:
                self._source.losses.add("alt_chunk", attribute(each, "r:id") or "")
            elif name in _RUNS:
                self._stray(each)
            elif name in _CHANGES:
                self._change(each)
            elif name not in _NO_BLOCKS:
                self._read(each)

    def _change(self, change: Element) -> None:
        if Line(self._source, self._part, "", self._box).is_there(change):
            outer, self._source.in_change = self._source.in_change, True
            self._read(change)
            self._source.in_change = outer

    def _stray(self, element: Element) -> None:
        """A run that stands in no paragraph (broken writers): its text is text."""
        line = Line(self._source, self._part, "", self._box)
        line.read((element,))
        line.close()
        self._lead.extend(line.runs)
        self._place(line.after)

    def _box(self, content: Element) -> list[Block]:
        return [placed.block for placed in Story(self._source, self._part).read(content)]

    def _place(self, blocks: Sequence[Block], *, centered: bool = False) -> None:
        self.placed.extend(Placed(block, centered=centered) for block in blocks)

    # --- paragraphs -------------------------------------------------------------------------------------------------

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "w:pPr")
        styles = self._source.styles
        style = value(properties, "w:pStyle") or styles.default
        line = Line(self._source, self._part, style, self._box)
        line.read(element)
        line.close()
        if self._goes_on(properties):
            self._lead.extend(line.runs)
            self._place([*line.before, *line.after])
            return
        runs = (*self._lead, *line.runs)
        self._lead = []
        numbered = self._numbered(properties, style) if plain(runs).strip() else None
        centered = (value(properties, "w:jc") or styles.first(style, "w:pPr", "w:jc") or "") in _CENTERED
        self._place(line.before, centered=centered)
        if plain(runs).strip() or any(run.note is not None for run in runs):
            self.placed.append(self._of(runs, properties, style, line.size, numbered, centered=centered))
        self._place(line.after, centered=centered)

    def _of(
        self,
        runs: tuple[Run, ...],
        properties: Element | None,
        style: str,
        size: int,
        numbered: Numbered | None,
        *,
        centered: bool,
    ) -> Placed:
        styles = self._source.styles
        role, by_style = styles.role(style)
        own = number(properties, "w:outlineLvl")
        level = by_style if own is None else own
        text = plain(runs)
        if level is None or level >= _BODY_LEVEL or role not in {"", "heading"}:
            role = "" if role == "heading" else role
        elif len(text) > _LONGEST_HEADING and ends_sentence(text):
            self._source.losses.add("heading_level", text, kept=True)
            role = ""
        else:
            role = "heading"
        bold = strong_only(list(runs))
        if role in {"heading", "title", "subtitle", "kicker"}:
            runs = tuple(replace(run, marks=run.marks - {Mark.STRONG}) for run in runs)
        if numbered is not None and numbered.text and (numbered.count is None or role):
            self._source.losses.add("list_numbers", f"{numbered.text}{text}", kept=True)
            runs = (Run(numbered.text), *runs)
            numbered = None
        block = Heading(runs, 2) if role == "heading" else Paragraph(runs)
        return Placed(
            block,
            role,
            level or 0,
            centered=centered,
            strong=bold,
            size=size or styles.look(style).size or 0,
            numbered=numbered if not role else None,
        )

    def _goes_on(self, properties: Element | None) -> bool:
        """Whether a paragraph is one with the next: its mark was deleted (or inserted), or it is a dropped initial."""
        frame = child(properties, "w:framePr")
        if frame is not None and attribute(frame, "w:dropCap") in {"drop", "margin"}:
            return True
        of_mark = ("w:ins", "w:moveTo") if self._source.original else ("w:del", "w:moveFrom")
        return any(child(properties, "w:rPr", name) is not None for name in of_mark)

    def _numbered(self, properties: Element | None, style: str) -> Numbered | None:
        own = child(properties, "w:numPr")
        by_style = self._source.styles.numbering(style)
        list_id = value(own, "w:numId") or (by_style[0] if by_style else None)
        if list_id is None:
            return None
        depth = number(own, "w:ilvl")
        return self._source.numbering.next(list_id, (by_style[1] if by_style else 0) if depth is None else depth)

    # --- tables -----------------------------------------------------------------------------------------------------

    def _table(self, table: Element) -> None:
        counted: Counter[str] = Counter()
        builder = TableBuilder(counted)
        bold: list[bool] = []
        for index, row in enumerate(_inside(table, "w:tr")):
            properties = child(row, "w:trPr")
            if self._row_is_gone(row, properties):
                continue
            if not index and switch(properties, "w:tblHeader"):
                builder.open_head()
            builder.open_row()
            for cell in _inside(row, "w:tc"):
                found = Story(self._source, self._part).read(cell)
                if not index:
                    bold += [strong_only(list(each.block.runs)) for each in found if isinstance(each.block, Paragraph)]
                about = child(cell, "w:tcPr")
                if value(about, "w:vMerge") == "restart":
                    counted["merged_cells"] += 1
                builder.cell(
                    [each.block for each in found], head=False, columns=number(about, "w:gridSpan") or 1, rows=1
                )
        if bold and all(bold):
            builder.open_head()
        self._place(builder.blocks())
        self._source.losses.add_all(counted_losses(counted))

    def _row_is_gone(self, row: Element, properties: Element | None) -> bool:
        removed = child(properties, "w:ins" if self._source.original else "w:del") is not None
        if removed and (text := text_in(row)):
            self._source.losses.add("tracked_insertion" if self._source.original else "tracked_deletion", text)
        return removed


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those in content controls, smart tags and tracked changes."""
    for each in element:
        found = tag(each)
        if found == name:
            yield each
        elif found == "mc:AlternateContent":
            yield from _inside(chosen(each), name)
        elif found not in _NO_BLOCKS and found not in {"w:tbl", "w:p", "w:tr", "w:tc"}:
            yield from _inside(each, name)
