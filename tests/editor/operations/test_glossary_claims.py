"""A conversion by a glossary counts as one only where its pairs are conversions: nothing is slipped in by a pair."""

from __future__ import annotations

import pytest

from editor.article import Variant
from editor.operations import articles, glossaries
from editor.operations.auditing import verify
from editor.operations.converting import convert_article
from editor.operations.reviewing import submit
from editor.text.variants import Options
from editor.workflow.entry import Kind
from tests.editor.operations.newsroom import FIRST, WRITER, own_article

TEXT = "动力之谷的软件在高新区好用，老周没有同意。\n"


def submitted(desk, pairs):
    """A variant made with these pairs, handed in by somebody who did not write its source; how it counts."""
    name = own_article(desk, text=TEXT)
    submit(desk, name, WRITER)
    convert_article(desk, name, Variant.ZH_TW, glossaries.with_pairs(Options(), dict(pairs), Variant.ZH_TW))
    return submit(desk, f"{name}@zh-TW", FIRST).kind


def text_of(desk):
    with desk.reading() as session:
        newest = session.connection.exec_driver_sql("SELECT article FROM article WHERE variant = 'zh-TW'").scalar_one()
        case = articles.of_article(session, newest)[Variant.ZH_TW].case
        return next(entry.content["text"] for entry in case.history.of_kind(Kind.REVISION, "zh-TW"))


@pytest.mark.parametrize(
    "pair",
    [("之谷", "之穀"), ("软件", "軟體"), ("高新区软件", "高新區軟體"), ("软件", "軟件"), ("没有这个词", "随便什么")],
    ids=["script", "region", "both", "as it is", "not in the text"],
)
def test_another_script_or_region_is_a_conversion(desk, pair):
    assert submitted(desk, [pair]) == "derived"


@pytest.mark.parametrize("pair", [("没有同意", "完全同意"), ("老周", "老李"), ("好用", "好")])
def test_other_words_are_writing(desk, pair):
    assert submitted(desk, [pair]) == "written"
    assert pair[1] in text_of(desk)
    assert not verify(desk).problems
