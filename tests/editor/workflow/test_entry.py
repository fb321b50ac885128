"""Bodies of entries: what may be written, and what a hostile body can do (nothing)."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.workflow.entry import MAX_BODY, MalformedBodyError, body_text, entry_id, parse

WHOLE = {
    "v": 1,
    "newsroom": "n",
    "article": "a",
    "variant": "zh-CN",
    "kind": "comment",
    "author": "p",
    "device": "d",
    "seq": 1,
    "prev": "",
    "roster": [],
    "at": "2026-03-05T09:00:00+08:00",
    "nonce": "x",
}


@pytest.mark.parametrize("text", ["有\0无", "半个\ud800字"])
def test_nul_and_lone_surrogates_are_refused_where_text_enters(text):
    with pytest.raises(MalformedBodyError):
        body_text({**WHOLE, "text": text})


def test_six_characters_that_only_look_like_nul_are_text():
    for text in ("\\u0000", "正则 \\\\u0000 写法"):
        assert json.loads(body_text({**WHOLE, "text": text}))["text"] == text


def test_a_body_that_is_too_long_is_refused():
    with pytest.raises(MalformedBodyError):
        body_text({**WHOLE, "text": "长" * (MAX_BODY // 3 + 1)})


def test_the_text_is_hashed_as_it_is_and_never_written_again():
    body = '{ "v":1, ' + body_text(WHOLE)[1:].replace('"v":1', '"more":[1]')
    entry = parse(body, "")
    assert entry.body == body
    assert entry.id == entry_id(body)
    assert entry.content["more"] == [1]


@pytest.mark.parametrize(
    "body",
    ["", "null", "[]", '"text"', "{", "[" * 100_000, '{"v":2}', '{"v":true}', '{"v":1}', "\ufeff{}"],
)
def test_what_is_no_entry_is_called_so(body):
    with pytest.raises(MalformedBodyError):
        parse(body, "")


@given(
    st.dictionaries(st.sampled_from(sorted(WHOLE)), st.one_of(st.none(), st.integers(), st.text(), st.lists(st.text())))
)
def test_any_field_of_any_type_is_read_or_refused(changes):
    body = json.dumps({**WHOLE, **changes}, ensure_ascii=True)
    try:
        entry = parse(body, "")
    except MalformedBodyError:
        return
    assert isinstance(entry.seq, int)
    assert all(isinstance(name, str) for name in (entry.author, entry.kind, *entry.roster, *entry.references))
