"""The quick JSON is the JSON of the standard library, byte for byte: what was published with either is the same."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.publish.quick_json import json_bytes, json_value

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
VALUES = st.recursive(
    TEXT | st.booleans() | st.none() | st.integers(-(2**40), 2**40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@dataclass(frozen=True, slots=True)
class Record:
    name: str
    parts: tuple[str, ...]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(VALUES)
def test_values_are_written_and_read_as_by_the_standard_library(value):
    data = json_bytes(value)
    assert data == json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    assert json_value(data.decode()) == value


def test_every_character_of_the_basic_plane_is_written_as_by_the_standard_library():
    text = "".join(chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000)
    assert json_bytes(text) == json.dumps(text, ensure_ascii=False).encode()


def test_a_record_is_an_object_with_its_fields_in_their_order():
    assert json_bytes([Record("稿", ("a", ""))]) == '[{"name":"稿","parts":["a",""]}]'.encode()


def test_half_a_character_is_refused_and_so_is_what_is_no_json():
    with pytest.raises(ValueError, match="surrogates"):
        json_bytes("\ud800")
    with pytest.raises(ValueError, match="truncated"):
        json_value("{")
