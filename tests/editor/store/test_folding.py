"""How texts are compared in a search: one sign for every form of a character."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from editor.store.folding import borders, folded, spans

HAN = st.sampled_from("台臺灣湾颱發发髮后後里裏裡干乾幹𬭎㛃𫖯永州园區")
ODD = st.sampled_from("Ａ１ａé\u0301\ufe00\U000e0100\u200b\u00ad　 \n，神①ﬁ½ß\x00")
TEXT = st.text(st.one_of(HAN, ODD, st.characters()), max_size=40)


@pytest.mark.parametrize(
    "forms",
    [
        ("台湾", "台灣", "臺灣"),
        ("发展", "發展"),
        ("头发", "頭髮"),
        ("后里", "後裏", "後裡"),
        ("着手", "著手"),
        ("ＧＤＰ", "GDP", "gdp"),
        ("１５％", "15%"),
        ("bó", "bo", "bo\u0301"),
        ("葛城", "葛\U000e0100城"),
        ("神", "神"),
        ("永 州", "永　州", "永\u00a0州"),
    ],
)
def test_forms_of_one_word_are_one(forms):
    assert len({folded(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["𬭎", "㛃", "𫖯", "永州", "㈱", "\ue000"])
def test_a_character_without_other_forms_stays(word):
    assert folded(word) == word


@given(TEXT)
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(TEXT)
def test_every_folded_character_is_traced_to_its_own(text):
    back = borders(text)
    within = folded(text)
    if back is None:
        assert len(within) == len(text)
        back = list(range(len(text) + 1))
    assert [folded(text[back[i] : back[i + 1]]) for i in range(len(within))] == list(within)


@given(TEXT, st.integers(0, 39), st.integers(2, 6))
def test_what_stands_in_a_text_is_marked_where_it_stands(text, start, size):
    word = folded(text)[start : start + size]
    if not word:
        return
    found = spans(text, (word,))
    assert found
    for first, last in found:
        assert word in folded(text[first:last])


def test_places_that_overlap_are_marked_as_one():
    assert spans("永州园区", ("永州", "州园")) == [(0, 3)]
    assert spans("在臺灣和台湾", (folded("台湾"),)) == [(1, 3), (4, 6)]


def test_the_table_is_that_of_the_converter_in_use():
    path = Path(resources.__file__).parent / "dictionaries" / "build_folding.py"
    spec = importlib.util.spec_from_file_location("build_folding", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.classes() == resources.text("dictionaries/folding.txt").splitlines()
