"""Every block goes into a journal and comes back."""

from __future__ import annotations

import json

from hypothesis import given, settings

from editor.markup.blocks import Paragraph, Run
from tests.editor.markup.documents import documents
from ui.keeping.units import block_of, blocks_of_units, plain_of


@settings(max_examples=80)
@given(documents())
def test_any_document_comes_back(blocks):
    stored = json.dumps([plain_of(block) for block in blocks], ensure_ascii=False)
    found = blocks_of_units(json.loads(stored))
    assert tuple(map(_spelled, found)) == tuple(map(_spelled, blocks))


def _spelled(block):
    """An empty run in an otherwise empty paragraph says nothing."""
    return Paragraph(()) if block == Paragraph((Run(""),)) else block


def test_an_empty_paragraph_and_blanks_are_kept():
    for block in (Paragraph(()), Paragraph((Run("  渠水 "),))):
        assert block_of(plain_of(block)) == block


def test_words_of_a_kind_that_is_not_known_yet_are_kept():
    assert block_of(["video", {"a": 1}, ["渠水", ["通了"]]]) == Paragraph((Run("渠水通了"),))
    assert block_of(["h", "two", ["渠水"]]) == Paragraph((Run("two渠水"),))
    assert block_of(None) == Paragraph(())
