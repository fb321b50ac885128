"""Fields at the head of a Markdown file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import EditorError
from editor.markup.frontmatter import join, split
from tests.growth import assert_within

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "湘江源头：风头劲",
        "no",
        "null",
        "~",
        "0919",
        "21:44",
        "2021-09-19",
        "1.10",
        "- a",
        "# b",
        "a: b",
        "“引”",
        "*a",
        "&a",
        "!x",
        "%",
        "@",
        "`",
        "{a}",
        "a #b",
        "a:",
        "x\ty",
        "末尾 ",
        " 开头",
        "---",
        "…",
        "\u2028",
        "\x85",
        "\x7f",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.dictionaries(TEXT.filter(bool), VALUES, min_size=1, max_size=4))
def test_fields_come_back_as_they_were(fields):
    body = "第一段。\n\n---\n\n第二段。\n"
    found = split(join(fields, body))
    assert found == (fields, body)


def test_what_a_person_types_stays_text():
    fields, body = split(
        "---\nheadline: 永州：风头劲\npublished_at: 2021-09-19\ntime: 21:44\nnumber: 0919-a-01\n"
        "old: no\nversion: 1.10\n"
        "keywords: [园区, '产业链']\nauthors:\n  - name: 周燕妮\n    role: reporter\n"
        "summary: >\n  一句\n  两句\nlevel: 3\n---\n\n正文。\n"
    )
    assert fields["headline"] == "永州：风头劲"
    assert fields["published_at"] == "2021-09-19"
    assert fields["time"] == "21:44"
    assert fields["number"] == "0919-a-01"
    assert fields["old"] == "no"
    assert fields["version"] == "1.10"
    assert fields["keywords"] == ["园区", "产业链"]
    assert fields["authors"] == [{"name": "周燕妮", "role": "reporter"}]
    assert fields["level"] == 3
    assert body == "正文。\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "正文。\n",
        "---\n",
        "---\n没有结尾\n",
        "---\n\n两条线之间的一段话。\n\n---\n\n后文。\n",
        "----\na: b\n----\n",
        "***\n\na: b\n",
    ],
)
def test_text_without_fields_is_all_body(text):
    assert split(text) == ({}, text)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("headline: 湘江: 风头劲", 2),
        ("a: 1\na: 2", 3),
        ("a: &x 1\nb: *x", 3),
        ("a: !!python/object:os.system x", 2),
        ("a: [1, 2", 3),
        ("a: " + "[" * 1_000, 2),
        ("a: \x07", 1),
    ],
)
def test_damaged_fields_are_refused_with_the_line(source, line):
    with pytest.raises(EditorError) as refused:
        split(f"---\n{source}\n---\n正文。\n")
    assert refused.value.code == "front_matter_damaged"
    assert refused.value.details == {"line": line}


def test_a_bomb_is_refused_at_once():
    layers = "\n".join(
        f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]" for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    )

    def refused() -> None:
        with pytest.raises(EditorError):
            split(f"---\na: &a [x]\n{layers}\n---\n")

    assert_within(2, refused)


def test_the_order_and_the_look_of_fields():
    assert join(
        {
            "headline": "湘江源头风头劲——来自永州园区的报道",
            "published_at": "2021-09-19",
            "authors": [{"name": "周燕妮", "role": "reporter"}],
            "keywords": ["园区", "a: b"],
            "none": None,
            "empty": [],
        },
        "正文。\n",
    ) == (
        '---\nheadline: 湘江源头风头劲——来自永州园区的报道\npublished_at: "2021-09-19"\nauthors:\n'
        '  - name: 周燕妮\n    role: reporter\nkeywords:\n  - 园区\n  - "a: b"\nnone: null\nempty: []\n---\n\n正文。\n'
    )
