"""Blocks of an article as paragraphs and tables of a DOCX file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Table
from editor.publish.formats.docx.lists import Lists
from editor.publish.formats.docx.xml import paragraph, run, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.markup.blocks import Block, Item
    from editor.publish.formats.docx.inline import Inline
    from editor.publish.formats.docx.look import Page
    from editor.publish.formats.docx.pictures import Pictures
    from editor.publish.formats.docx.xml import Element

_BETWEEN = "\u3000\u3000"


class Body:
    """Writes blocks."""

    def __init__(self, inline: Inline, pictures: Pictures, page: Page, picture_word: str) -> None:
        self._inline = inline
        self._pictures = pictures
        self._page = page
        self._word = picture_word
        self._shown = 0
        self.lists = Lists()

    def elements(self, blocks: Sequence[Block]) -> Iterator[Element]:
        """Everything but the texts of footnotes."""
        for block in blocks:
            if not isinstance(block, Footnote):
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Element]:
        match block:
            case Paragraph():
                yield paragraph("BodyText", *self._inline(block.runs))
            case Heading():
                yield paragraph(f"Heading{block.level}", *self._inline(block.runs))
            case Quote():
                for runs in block.paragraphs:
                    yield paragraph("Quote", *self._inline(runs))
            case ListBlock():
                for item, number in self.lists.numbered(block):
                    yield self._item(item, number)
            case Table():
                yield self._table(block)
                yield paragraph("TableText")
            case Image():
                yield from self._image(block)
            case _:
                yield paragraph("RuleLine")

    def _item(self, item: Item, number: int) -> Element:
        numbering = w("numPr", value("ilvl", item.depth), value("numId", number))
        style = "ListNumber" if item.ordered else "ListBullet"
        return paragraph(style, *self._inline(item.runs), more=[numbering])

    def _table(self, table: Table) -> Element:
        columns = max(map(len, table.rows), default=1)
        width = self._page.measure // columns
        grid = w("tblGrid", *(w("gridCol", w=width) for _ in range(columns)))
        properties = w(
            "tblPr",
            value("tblStyle", "TableGrid"),
            w("tblW", w=width * columns, type="dxa"),
            w("tblLayout", type="fixed"),
        )
        rows = []
        for index, cells in enumerate(table.rows):
            head = table.header and not index
            made = [self._cell(w("tcW", w=width, type="dxa"), *self._inline(cell), head=head) for cell in cells]
            rows.append(w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if head else [])), *made))
        return w("tbl", properties, grid, *rows)

    @staticmethod
    def _cell(width: Element, *content: Element, head: bool) -> Element:
        shade = w("shd", val="clear", color="auto", fill="F2F2F2") if head else None
        return w("tc", w("tcPr", width, shade), paragraph("TableText", *content))

    def _image(self, image: Image) -> Iterator[Element]:
        """A picture and its caption below; one that cannot be shown leaves its number and its caption."""
        self._shown += 1
        drawn = self._pictures.drawing(image)
        said = _BETWEEN.join(text for text in (image.caption, image.credit) if text)
        if drawn is not None:
            yield paragraph("Picture", drawn, more=[w("keepNext")] if said else ())
        else:
            said = f"（{self._word}{self._shown}）{said or image.alt}"
        if said:
            yield paragraph("Caption", run(said))
