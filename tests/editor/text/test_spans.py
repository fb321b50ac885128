"""Offsets of Python and of Qt, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.text.spans import from_utf16, to_utf16, utf16_length

TEXTS = st.text(alphabet=st.one_of(st.sampled_from("永州𠮷野家😀a，\n\ud800"), st.characters()), max_size=40)


def test_a_rare_character_counts_twice_in_the_editor():
    assert to_utf16("𠮷野家开业", [0, 1, 2, 5]) == [0, 2, 3, 6]
    assert from_utf16("𠮷野家开业", [0, 2, 3, 6]) == [0, 1, 2, 5]


def test_the_middle_of_a_pair_means_the_character_that_it_cuts():
    assert from_utf16("a𠮷b", [2]) == [1]


@given(TEXTS)
@settings(deadline=None, max_examples=60, derandomize=True)
def test_every_border_survives_the_way_to_qt_and_back(text):
    borders = list(range(len(text) + 1))
    there = to_utf16(text, borders)
    assert from_utf16(text, there) == borders
    assert there[-1] == utf16_length(text)
    encoded = text.encode("utf-16-le", "surrogatepass")
    for border, offset in zip(borders, there, strict=True):
        assert encoded[: 2 * offset] == text[:border].encode("utf-16-le", "surrogatepass")


def test_offsets_may_come_in_any_order():
    assert to_utf16("😀字😀", [3, 0, 2, 1]) == [5, 0, 3, 2]


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused(offset):
    with pytest.raises(IndexError):
        to_utf16("永州市", [offset])
    with pytest.raises(IndexError):
        from_utf16("永州市", [offset])
