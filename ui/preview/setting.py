"""An article set as its page will show it: slip and blocks into a QTextDocument, never by way of HTML.

Headline, lines of names and sources, body, captions and foot lines stand where the site's templates put them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor, QTextDocument, QTextImageFormat

from editor.article import Origin, Variant
from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Rule, Table, block_text
from editor.publish.formats.corrected import with_notes
from editor.publish.words import passed_name, role_name, shown_time, words_of
from ui.preview.formats import Pens, Space

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeAlias

    from PySide6.QtGui import QImage

    from editor.article import Credit, Slip
    from editor.markup.blocks import Block, Runs
    from ui.preview.sizes import Sizes
    from ui.theme.tokens import Tokens

    Picture: TypeAlias = Callable[[str], "tuple[QImage, int] | None"]

_ODD = re.compile("[\ufdd0\ufdd1\ufffc\ufeff\ufffe\r\0\ud800-\udfff]")
_BULLETS = ("•", "◦", "▪")


@dataclass(frozen=True, slots=True)
class Text:
    """What is previewed.

    Attributes:
        passed: Names of those who passed the levels so far, lowest first.
    """

    slip: Slip
    blocks: tuple[Block, ...]
    variant: str
    passed: tuple[str, ...] = ()


def set_text(document: QTextDocument, text: Text, sizes: Sizes, tokens: Tokens, picture: Picture) -> None:
    """Make a document show an article. Linear.

    Args:
        document: Anything in it goes.
        text: The article.
        sizes: Which preview.
        tokens: Colors.
        picture: The picture of a source and its own width in px, None while it is not here: its caption stays.
    """
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setDocumentMargin(0)
    document.setIndentWidth(sizes.body)
    document.setDefaultFont(Pens(sizes, tokens, text.variant).font(sizes.body))
    _Setter(document, text, sizes, tokens, picture).run()


class _Setter:
    def __init__(self, document: QTextDocument, text: Text, sizes: Sizes, tokens: Tokens, picture: Picture) -> None:
        self._document = document
        self._text = text
        self._slip = text.slip
        self._sizes = sizes
        self._tokens = tokens
        self._picture = picture
        self._variant = Variant(text.variant)
        self._words: Mapping[str, str] = words_of(self._variant)
        self._pens = Pens(sizes, tokens, text.variant)
        self._cursor = QTextCursor(document)
        self._fresh = True
        self._notes: dict[str, int] = {}

    def run(self) -> None:
        """Set all of it."""
        self._cursor.beginEditBlock()
        self._opening()
        for block in with_notes(self._text.blocks, self._slip, self._variant):
            if not isinstance(block, Footnote):
                self._block(block)
        self._footnotes()
        self._closing()
        self._cursor.endEditBlock()

    def _begin(self, space: Space) -> None:
        """A new line of text."""
        made = self._pens.line(space)
        if self._fresh:
            self._cursor.setBlockFormat(made)
        else:
            self._cursor.insertBlock(made, self._pens.char(self._sizes.body))
        self._fresh = False

    def _line(self, text: str, px: int, color: str = "text", *, weight: int = 400, space: Space) -> None:
        if text:
            self._begin(space)
            self._cursor.insertText(_plain(text), self._pens.char(px, color, weight=weight))

    def _opening(self) -> None:
        slip, sizes = self._slip, self._sizes
        middle = sizes.centered
        self._line(slip.kicker, sizes.kicker, "text2", space=Space(sizes.kicker * 1.5, after=8, centered=middle))
        headline = slip.headline or " "
        self._line(headline, sizes.h1, weight=700, space=Space(sizes.h1 * 1.38, centered=middle))
        space = Space(sizes.subhead * 1.55, before=10, centered=middle)
        self._line(slip.subheadline, sizes.subhead, "text2", space=space)
        byline = "　".join(" ".join(part for part in pair if part) for pair in credits_line(slip.byline, self._variant))
        self._line(byline, sizes.byline, "text2", space=Space(sizes.byline * 1.6, before=20, centered=middle))
        facts = [shown_time(slip.published_at)]
        facts += [f"{self._words['source']}：{slip.source}"] if slip.source else []
        facts += [self._words[str(slip.origin)]] if slip.origin in {Origin.REPRINT, Origin.WIRE_COPY} else []
        told = "　".join(fact for fact in facts if fact)
        space = Space(sizes.facts * 1.6, before=2 if byline else 18, centered=middle)
        self._line(told, sizes.facts, "text3", space=space)
        self._rule()
        self._abstract()
        dateline = dateline_apart(slip, self._text.blocks)
        self._line(dateline, sizes.body, "text2", space=self._paragraph_space())

    def _abstract(self) -> None:
        summary = self._slip.summary.strip()
        first = next((_text_of(b) for b in self._text.blocks if isinstance(b, Paragraph) and _text_of(b)), "")
        if summary and not first.startswith(summary.rstrip("…。.")):
            space = Space(self._sizes.body * 1.65, after=18, left=18)
            self._line(summary, self._sizes.body - 1, "text2", space=space)

    def _rule(self) -> None:
        self._begin(Space(18, after=6, rule=True))

    def _paragraph_space(self) -> Space:
        return Space(self._sizes.body * 1.75, after=self._sizes.body * 0.8, indent=self._sizes.body * 2)

    def _block(self, block: Block) -> None:
        sizes = self._sizes
        match block:
            case Paragraph():
                self._begin(self._paragraph_space())
                self._runs(block.runs, sizes.body)
            case Heading():
                px = sizes.h2 if block.level == 2 else sizes.h3  # noqa: PLR2004  (h2)
                before, after = (1.7, 0.7) if px == sizes.h2 else (1.3, 0.5)
                self._begin(Space(px * 1.5, before=px * before * 0.8, after=px * after * 0.8))
                self._runs(block.runs, px, weight=700)
            case Quote():
                for runs in block.paragraphs:
                    self._begin(Space(sizes.body * 1.75, after=sizes.body * 0.5, left=sizes.body * 2))
                    self._runs(runs, sizes.body, color="text2")
            case ListBlock():
                self._list(block)
            case Image():
                self._figure(block)
            case Rule():
                self._line("◇　◇　◇", 10, "text3", space=Space(24, before=12, after=20, centered=True))
            case Table():
                self._table(block)

    def _list(self, block: ListBlock) -> None:
        numbers: list[int] = []
        body = self._sizes.body
        for item in block.items:
            del numbers[item.depth + 1 :]
            numbers += [0] * (item.depth + 1 - len(numbers))
            numbers[item.depth] += 1
            mark = f"{numbers[item.depth]}." if item.ordered else _BULLETS[min(item.depth, len(_BULLETS) - 1)]
            left = body * (3.2 + 1.2 * item.depth)
            self._begin(Space(body * 1.75, after=body * 0.25, left=left, indent=-body * 1.2))
            self._cursor.insertText(f"{mark}　"[:2] if not item.ordered else f"{mark} ", self._pens.char(body, "text3"))
            self._runs(item.runs, body)

    def _figure(self, image: Image) -> None:
        found = self._picture(image.source)
        sizes = self._sizes
        if found is not None:
            drawn, width = found
            wide = float(min(width or drawn.width(), sizes.measure))
            high = wide * drawn.height() / max(drawn.width(), 1)
            if high > sizes.tallest:
                wide, high = wide * sizes.tallest / high, sizes.tallest
            self._document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(image.source), drawn)
            self._begin(Space(0, before=sizes.body, after=8, centered=True))
            made = QTextImageFormat()
            made.setName(image.source)
            made.setWidth(round(wide))
            made.setHeight(round(high))
            self._cursor.insertImage(made)
        caption = " ".join(part for part in (image.caption, image.credit) if part)
        space = Space(sizes.caption * 1.6, before=0 if found else sizes.body, after=sizes.body * 1.4, centered=True)
        self._line(caption, sizes.caption, "text3", space=space)

    def _table(self, table: Table) -> None:
        if not table.rows or not table.rows[0]:
            return
        sizes = self._sizes
        made = self._cursor.insertTable(
            len(table.rows), len(table.rows[0]), self._pens.table(len(table.rows[0]), header=table.header)
        )
        for row, cells in enumerate(table.rows):
            for column, runs in enumerate(cells):
                self._cursor = made.cellAt(row, column).firstCursorPosition()
                self._cursor.setBlockFormat(self._pens.line(Space(sizes.table * 1.6)))
                self._runs(runs, sizes.table, weight=700 if table.header and row == 0 else 400)
        self._cursor = QTextCursor(self._document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True  # Qt has made the line after the table already

    def _runs(self, runs: Runs, px: int, color: str = "text", *, weight: int = 400) -> None:
        for run in runs:
            if run.text:
                made = self._pens.marked(px, color, weight=weight, run=run)
                self._cursor.insertText(_plain(run.text), made)
            if run.note is not None:
                number = self._notes.setdefault(run.note, len(self._notes) + 1)
                self._cursor.insertText(str(number), self._pens.raised(px))

    def _footnotes(self) -> None:
        notes = [block for block in self._text.blocks if isinstance(block, Footnote)]
        if not notes:
            return
        self._rule()
        for note in sorted(notes, key=lambda item: self._notes.get(item.label, len(self._notes) + 1)):
            number = self._notes.setdefault(note.label, len(self._notes) + 1)
            self._begin(Space(15 * 1.65, left=24, indent=-24))
            self._cursor.insertText(f"{number}. ", self._pens.char(self._sizes.foot, "text3"))
            self._runs(note.runs, self._sizes.foot, color="text2")

    def _closing(self) -> None:
        slip, sizes = self._slip, self._sizes
        told = "　".join(f"{label}：{names}" for label, names in foot_lines(self._text, self._words))
        space = Space(sizes.foot * 1.6, before=14, right=sizes.width > 500)  # noqa: PLR2004  (the site's small screens)
        self._line(told, sizes.foot, "text2", space=space)
        details = [
            (self._words["original_headline"], slip.original_headline),
            (self._words["original_authors"], slip.original_authors),
            (self._words["original_address"], slip.origin_url),
        ]
        for label, value in details:
            self._line(f"{label}：{value}" if value else "", sizes.foot - 1, "text3", space=Space(sizes.foot * 1.7))
        if slip.keywords and not sizes.height:
            shown = "　".join(f"# {keyword}" for keyword in slip.keywords)
            self._line(shown, 13, "text3", space=Space(22, before=20))


def _plain(text: str) -> str:
    return _ODD.sub("□", text).replace("\n", "\u2028")


def _text_of(block: Block) -> str:
    return block_text(block).strip()


def credits_line(given: Iterable[Credit], variant: Variant) -> list[tuple[str, str]]:
    """Names with what they did, neighbors of a kind together, as pages print them."""
    labeled = [
        (credit.label or ("" if credit.role == "author" else role_name(credit.role, variant)), credit.name)
        for credit in given
        if credit.name
    ]
    return [(label, " ".join(name for _, name in pairs)) for label, pairs in groupby(labeled, key=lambda pair: pair[0])]


def dateline_apart(slip: Slip, blocks: Sequence[Block]) -> str:
    """The dateline when the text does not begin with it already, else ""."""
    dateline = slip.dateline.strip()
    start = next((block_text(block).lstrip("　 ") for block in blocks), "")
    return "" if not dateline or start.startswith(dateline) else dateline


def foot_lines(text: Text, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """责编 and 编辑 of the slip, 一审 二审 三审 of those who passed it, as pages print them."""
    slip, variant = text.slip, Variant(text.variant)
    lines = [(words["responsible_editor"], slip.responsible_editor), (words["editor"], slip.editor)]
    if slip.editor == slip.responsible_editor:
        lines.pop()
    lines += [(passed_name(number, variant), name) for number, name in enumerate(text.passed, 1)]
    return [(label, names) for label, names in lines if names]
