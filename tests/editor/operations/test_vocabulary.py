"""What the slip offers: names with their roles, and what fields said, as they were used."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from editor.article import Credit, Variant
from editor.operations import vocabulary
from editor.operations.converting import convert_article
from editor.records.words import Word
from editor.service import texts
from editor.service.messages import Place
from editor.service.room import Room
from editor.text.variants import Options
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, own_article


def texts_of(words):
    return [word.text for word in words]


def test_names_come_with_the_role_that_they_had_last(desk):
    own_article(desk, byline=(Credit("贺小满", "reporter", "记者"), Credit("田禾", "author", "")))
    own_article(desk, byline=(Credit("贺小满", "stringer", "通讯员"),))
    found = vocabulary.known(desk)
    assert found.names[:2] == (Word("贺小满", "", "通讯员"), Word("田禾", "", ""))
    assert found.roles == ("通讯员", "记者")


def test_people_of_the_newsroom_are_offered_before_they_wrote_anything(desk):
    found = vocabulary.known(desk)
    assert set(texts_of(found.names)) == {WRITER, FIRST, SECOND, CHIEF}
    assert set(texts_of(found.fields["editor"])) == {WRITER, FIRST, SECOND, CHIEF}


def test_fields_are_offered_one_by_one_what_was_used_last_first(desk):
    own_article(desk, source="云溪日报 青禾发布", column="要闻", keywords=("春灌", "水利"), editor="田禾")
    own_article(desk, source="青禾发布", column="民生", keywords=("水利", "节水"), editor="贺小满 田禾")
    found = vocabulary.known(desk).fields
    assert texts_of(found["source"]) == ["青禾发布", "云溪日报"]
    assert texts_of(found["column"]) == ["民生", "要闻"]
    assert texts_of(found["keywords"]) == ["水利", "节水", "春灌"]
    assert texts_of(found["editor"])[:2] == ["贺小满", "田禾"]


def test_a_column_keeps_the_length_that_was_planned_for_it_last(desk):
    own_article(desk, column="要闻", planned_length="800")
    own_article(desk, column="要闻", planned_length="1200")
    own_article(desk, column="要闻")
    own_article(desk, column="民生")
    assert vocabulary.known(desk).lengths == {"要闻": "1200"}


def test_each_script_gets_its_own_names_and_finds_them_by_the_other(desk):
    name = own_article(desk, byline=(Credit("贺晓东", "reporter", "记者"),), source="云溪日报")
    convert_article(desk, name, Variant.ZH_TW, Options())
    hans, hant = vocabulary.known(desk), vocabulary.known(desk, traditional=True)
    assert Word("贺晓东", "賀曉東", "记者") in hans.names
    assert Word("賀曉東", "贺晓东", "記者") in hant.names
    assert "贺晓东" not in texts_of(hant.names)
    assert hant.fields["source"] == (Word("雲溪日報", "云溪日报"),)


def test_an_article_that_was_written_in_the_other_script_gives_only_what_both_have(desk):
    own_article(
        desk, byline=(Credit("嚴曉峰", "reporter", "記者"), Credit("王小明", "reporter", "記者")), source="青禾"
    )
    found = vocabulary.known(desk)
    assert "嚴曉峰" not in texts_of(found.names)
    assert found.names[0] == Word("王小明", "", "")
    assert found.roles == ()


def test_a_damaged_draft_hides_the_words_of_no_other(desk):
    own_article(desk, source="云溪日报")
    name = own_article(desk, source="青禾发布")
    with desk.writing():
        desk.library.raw.execute("UPDATE draft SET text = '{' WHERE article = ?", (name,))
    assert texts_of(vocabulary.known(desk).fields["source"]) == ["云溪日报"]


def test_reading_ends_when_nobody_wants_it_any_more(desk):
    own_article(desk, source="云溪日报")
    assert "source" not in vocabulary.known(desk, canceled=lambda: True).fields


def test_a_window_can_be_told(desk):
    own_article(desk, source="云溪日报")
    found = vocabulary.known(desk)
    assert pickle.loads(pickle.dumps(found)) == found


@given(st.lists(st.text("今年以来，永州经济技术开发区《升级》為國家級GDP增长15.2% \n", max_size=30), max_size=4))
def test_words_cover_a_paragraph_without_gaps(paragraphs):
    for text, ends in zip(paragraphs, texts.words(Room(Place(None, None)), paragraphs), strict=True):
        assert list(ends) == sorted(set(ends))
        assert (ends[-1] if ends else 0) == len(text)


def test_words_of_both_scripts_are_known():
    ends = texts.words(Room(Place(None, None)), ["我们发展经济", "我們發展經濟"])
    assert ends == [(2, 4, 6), (2, 4, 6)]
