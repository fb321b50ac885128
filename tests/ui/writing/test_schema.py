"""What the document holds is what was put into it, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextDocument

from editor.markup.blocks import Footnote, Heading, Image, Item, ListBlock, Mark, Paragraph, Quote, Rule, Run, Table
from editor.markup.normal import normalized
from editor.markup.reader import read
from editor.markup.writer import write
from tests.editor.markup.documents import documents
from ui.writing.filling import fill
from ui.writing.formats import Formats
from ui.writing.reading import blocks_of

STRONG = frozenset({Mark.STRONG})


@pytest.fixture(scope="module")
def formats():
    return Formats(1.75, indented=True)


def through(blocks, formats):
    document = QTextDocument()
    fill(document, blocks, formats)
    return blocks_of(document)


@settings(max_examples=80)
@given(blocks=documents())
def test_any_document_comes_back(qapp, formats, blocks):
    blocks = normalized(blocks)
    assert through(blocks, formats) == (blocks or (Paragraph(()),))


@settings(max_examples=40)
@given(blocks=documents())
def test_markdown_comes_back_through_the_document(qapp, formats, blocks):
    text = write(blocks)
    assert write(through(read(text), formats)) == text


@pytest.mark.parametrize(
    "blocks",
    [
        (Table((((Run("甲"),), ()),), header=False), Table((((Run("乙"),),),), header=False)),
        (Quote(((Run("一"),),)), Quote(((Run("二"),), (Run("三"),)))),
        (ListBlock((Item((Run("一"),)),)), ListBlock((Item((Run("二"),), 0, ordered=True),))),
        (Rule(), Rule(), Image("asset:1", "图说\n两行", "新华社", "远景")),
        (Paragraph((Run("\ue000\u2028\u2029\ufdd0\ufffc\x00𬭎㛃𫖯\nb\u00a0c"),)),),
        (Paragraph((Run("见"), Run("", note="1"), Run("", note="1"))), Footnote("1", (Run("注"),))),
        (Heading((Run("标"), Run("重", STRONG)), 3), Paragraph((Run("链", STRONG, "https://a.example"),))),
        (Paragraph((Run("one"),)), Paragraph(()), Paragraph((Run("two"),))),
    ],
)
def test_hard_cases_come_back(qapp, formats, blocks):
    assert through(blocks, formats) == blocks


def test_a_lone_surrogate_is_kept(qapp, formats):
    blocks = (Paragraph((Run("a\ud842b"),)),)
    assert through(blocks, formats) == blocks


def test_a_part_is_read_with_the_whole_of_its_blocks(qapp, formats):
    quote, table = Quote(((Run("一"),), (Run("二"),))), Table((((Run("甲"),), (Run("乙"),)),) * 2, header=True)
    document = QTextDocument()
    fill(document, (Paragraph((Run("头"),)), quote, table, Paragraph((Run("尾"),))), formats)
    assert blocks_of(document, 2, 2) == (quote,)
    assert blocks_of(document, 5, 5) == (table,)


def test_filling_takes_time_in_proportion(qapp, formats):
    document = QTextDocument()
    fill(document, tuple(Paragraph((Run("永州" * 75),)) for _ in range(670)), formats)
    assert document.blockCount() == 670
    assert not document.isUndoAvailable()
