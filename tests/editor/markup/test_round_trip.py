"""What a newsroom writes is what it reads again, whatever stands in the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.markup.normal import normalized
from editor.markup.reader import read
from editor.markup.writer import write
from tests.editor.markup.documents import NASTY, documents


@settings(deadline=None, max_examples=500, derandomize=True)
@given(documents())
def test_a_document_comes_back_as_it_was(document):
    assert read(write(document)) == normalized(document)


@settings(deadline=None, max_examples=200, derandomize=True)
@given(documents())
def test_normal_form_is_stable(document):
    once = normalized(document)
    assert normalized(once) == once
    assert write(once) == write(document)


@settings(deadline=None, max_examples=300, derandomize=True)
@given(
    st.lists(
        st.sampled_from([*NASTY, "\n", "\n\n", "\n- ", "\n    - ", "\n> ", "\n1. ", "\n| ", " | ", "\n[^1]: "]),
        max_size=14,
    ).map("".join)
)
def test_any_markdown_is_read_into_a_document_that_stays_the_same(markdown):
    document = read(markdown)
    assert normalized(document) == document
    assert read(write(document)) == document
