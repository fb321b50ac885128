"""Converting with a person: what is asked, what a decision does, and that it still counts as a conversion."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Slip, Variant
from editor.errors import EditorError
from editor.markup.blocks import block_text
from editor.operations import articles, browsing, faithful, glossaries, history
from editor.operations.auditing import verify
from editor.operations.content import Content
from editor.operations.converting import convert_article
from editor.operations.deciding import accept, propose
from editor.operations.desk import new_id
from editor.operations.drafting import save_draft
from editor.operations.holding import recall
from editor.operations.reviewing import submit
from editor.records.converting import MANY, REGIONAL, Settled
from editor.store import drafts
from editor.text.variants import Options
from tests.editor.operations.newsroom import WRITER, change, founded_desk, own_article, sheet

TEXT = """一斤谷子换两斤大米，老周把谷仓锁好。

他在动力之谷里转了三圈，制服也没换，表停了。

会后，大家去看松林里的台子。
"""
SOFTWARE = "这款软件好用。\n\n软件更新后，信息更全，网络也快。\n"


def asked(proposal):
    return [question for question in proposal.questions if question.open and not question.chosen]


def proposed(proposal):
    return (proposal.name, proposal.profile, proposal.source)


def settled(question, after):
    return [Settled(place, after) for place in question.places]


def text_of(desk, name):
    return sheet(desk, name).content.text


def test_a_person_is_asked_about_characters_that_no_word_decides(desk):
    proposal = propose(desk, own_article(desk, "他说的动力之谷、马达之城。\n\n头发和发展都不必问。\n"))
    assert proposal.target == "zh-TW"
    assert [(q.kind, q.before, q.candidates[:2]) for q in asked(proposal)] == [(MANY, "谷", ("谷", "穀"))]
    question = asked(proposal)[0]
    assert question.head.endswith(("动力", "动力之"))
    assert question.paragraph == 1


def test_marks_take_in_whole_words_and_explain_the_result(desk):
    proposal = propose(desk, own_article(desk, "园区发展势头强劲。\n"))
    for spot in proposal.spots:
        passage = proposal.passages[spot.passage]
        before, after = block_text(passage.source), block_text(passage.result)
        assert before[: spot.start].isascii() or len(before) == len(after)
        assert spot.first <= spot.start < spot.end <= spot.last
    words = {block_text(proposal.passages[s.passage].source)[s.first : s.last] for s in proposal.spots}
    assert any(word.startswith("发展") for word in words)
    assert "展势" not in words


def test_a_regional_word_is_one_question_wherever_it_stands(desk):
    proposal = propose(desk, own_article(desk, SOFTWARE), "taiwan")
    software = next(q for q in asked(proposal) if q.word == "软件")
    assert software.kind == REGIONAL
    assert len(software.places) == 2
    assert software.candidates == ("軟體", "軟件")
    kept = accept(desk, proposed(proposal), settled(software, "軟件"))
    assert text_of(desk, kept.name).count("軟件") == 2
    assert "網路" in text_of(desk, kept.name)


def test_no_word_of_a_region_is_put_into_a_mainland_text(desk):
    proposal = propose(desk, own_article(desk, "项目、智能、信息、软件。\n"))
    assert block_text(proposal.passages[-1].result) == "項目、智能、信息、軟件。"
    assert not asked(proposal)


def test_a_decision_changes_the_text_and_it_still_counts_as_derived(desk):
    name = own_article(desk, TEXT)
    proposal = propose(desk, name)
    question = asked(proposal)[0]
    other = next(candidate for candidate in question.candidates if candidate != question.candidates[0])
    plain = convert_article(desk, name, Variant.ZH_TW, Options()).content.text
    kept = accept(desk, proposed(proposal), settled(question, other))
    assert text_of(desk, kept.name) != plain
    done = submit(desk, kept.name, WRITER)
    assert done.kind == "derived"
    assert not verify(desk).problems


def test_what_no_conversion_offers_is_not_put_in(desk):
    name = own_article(desk, TEXT)
    proposal = propose(desk, name)
    question = asked(proposal)[0]
    before = convert_article(desk, name, Variant.ZH_TW, Options()).content.text
    kept = accept(desk, proposed(proposal), settled(question, "完全不同的話"))
    assert text_of(desk, kept.name) == before


def test_decisions_hold_when_the_source_changes_elsewhere_and_only_new_places_are_asked(desk):
    name = own_article(desk, TEXT)
    first = propose(desk, name)
    decisions = [s for q in asked(first) for s in settled(q, q.candidates[-1])]
    kept = accept(desk, proposed(first), decisions)
    text = text_of(desk, kept.name)
    change(desk, name, WRITER, "谷仓锁好。", "谷仓锁好，又去了动力之谷、马达之城。")
    assert [row.derived for row in browsing.rows_of(desk, name)] == ["", "stale"]
    again = propose(desk, kept.name)
    assert again.again
    assert again.changed == 1
    new = {(q.head, q.before) for q in asked(again)}
    assert new.isdisjoint({(q.head, q.before) for q in asked(first)})
    accept(desk, proposed(again), [])
    assert text_of(desk, kept.name).split("\n\n")[1:] == text.split("\n\n")[1:]
    assert [row.derived for row in browsing.rows_of(desk, name)] == ["", "current"]


def test_decisions_are_remembered_after_the_variant_was_submitted(desk):
    name = own_article(desk, TEXT)
    first = propose(desk, name)
    question = asked(first)[0]
    kept = accept(desk, proposed(first), settled(question, question.candidates[-1]))
    submit(desk, kept.name, WRITER)
    again = propose(desk, kept.name)
    place = question.places[0]
    assert next(q.chosen for q in again.questions if place in q.places) == question.candidates[-1]


def test_a_paragraph_mended_by_hand_stays_while_its_source_stands(desk):
    name = own_article(desk, TEXT)
    kept = accept(desk, proposed(propose(desk, name)), [])
    change(desk, kept.name, WRITER, "大家去看", "大夥兒去看")
    change(desk, name, WRITER, "一斤谷子", "三斤谷子")
    again = propose(desk, kept.name)
    assert [p.kept for p in again.passages if not p.field] == [False, False, True]
    accept(desk, proposed(again), [])
    text = text_of(desk, kept.name)
    assert "大夥兒去看" in text
    assert text.startswith("三斤")


def test_a_mended_headline_stays_as_well(desk):
    name = own_article(desk, TEXT, headline="县里开闸")
    kept = accept(desk, proposed(propose(desk, name)), [])

    def mended(content):
        return dataclasses.replace(content, slip=dataclasses.replace(content.slip, headline="縣裡開閘了"))

    save_draft(desk, kept.name, mended, WRITER)
    change(desk, name, WRITER, "一斤谷子", "三斤谷子")
    accept(desk, proposed(propose(desk, kept.name)), [])
    assert sheet(desk, kept.name).content.slip.headline == "縣裡開閘了"


def test_always_so_goes_into_the_glossary_and_holds_for_other_articles(desk):
    first = propose(desk, own_article(desk, "这是动力之谷、马达之城。\n"))
    assert asked(first)
    accept(desk, proposed(first), [], [("动力之谷", "動力之穀")])
    assert glossaries.pairs(desk, Variant.ZH_TW) == {"动力之谷": "動力之穀"}
    other = propose(desk, own_article(desk, "我们来到动力之谷。\n"))
    assert "動力之穀" in block_text(other.passages[-1].result)
    assert not asked(other)
    made = convert_article(desk, other.name, Variant.ZH_TW, Options()).content  # as the command line does it
    assert "動力之穀" in made.text


def test_a_source_changed_meanwhile_is_not_converted_unseen(desk):
    name = own_article(desk, TEXT)
    proposal = propose(desk, name)
    change(desk, name, WRITER, "一斤谷子", "三斤谷子")
    with pytest.raises(EditorError) as caught:
        accept(desk, proposed(proposal), [])
    assert caught.value.code == "source_changed"
    assert len(browsing.rows_of(desk, name)) == 1


def test_what_stood_in_the_variant_is_kept_in_the_history(desk):
    name = own_article(desk, TEXT)
    kept = accept(desk, proposed(propose(desk, name)), [])
    change(desk, kept.name, WRITER, "大家去看", "大夥兒去看")
    change(desk, name, WRITER, "会后", "散会后")
    accept(desk, proposed(propose(desk, kept.name)), [])
    assert "大夥兒" not in text_of(desk, kept.name)
    assert {"replaced", "conversion"} <= {version.why for version in history.versions(desk, kept.name)}


def test_an_earlier_claim_means_what_it_always_meant():
    plain = faithful.options_to_plain(Options())
    assert "decisions" not in plain
    assert faithful.options_from_plain(plain) == Options()


def test_a_traditional_text_goes_to_simplified_first_and_asks_what_it_must(desk):
    identifier = new_id()
    text = "於是他乾了這杯，說：乾隆年間的麵條很好吃，發展很快。\n"
    with desk.writing() as session:
        content = Content(Variant.ZH_TW, Slip(number="0305-QH-9", headline="麵條發展"), text)
        drafts.save(desk.library, articles.new_draft(session, identifier, content, ""))
        articles.refresh(session, identifier)
    proposal = propose(desk, identifier)
    assert (proposal.profile, proposal.target) == ("simplified", "zh-CN")
    assert [one.target for one in proposal.profiles] == ["zh-CN", "zh-HK", "zh-HK"]
    assert [question.before for question in asked(proposal)] == ["乾"]
    kept = accept(desk, proposed(proposal), settled(asked(proposal)[0], "乾"))
    assert text_of(desk, kept.name) == "于是他乾了这杯，说：乾隆年间的面条很好吃，发展很快。\n"


def test_the_own_variant_is_what_is_converted_whichever_lies_on_the_desk(desk):
    name = own_article(desk, TEXT)
    kept = accept(desk, proposed(propose(desk, name)), [])
    again = propose(desk, kept.name)
    assert (again.name, again.variant, again.target) == (name, "zh-CN", "zh-TW")
    assert "simplified" not in [one.key for one in again.profiles]


@settings(max_examples=12, derandomize=True)
@given(st.lists(st.integers(0, 3), min_size=12, max_size=12), st.booleans())
def test_whatever_is_decided_the_variant_is_that_conversion(tmp_path_factory, picks, regional):
    desk = founded_desk(tmp_path_factory.mktemp("newsroom") / "library")
    try:
        name = own_article(desk, TEXT + "\n" + SOFTWARE)
        proposal = propose(desk, name, "taiwan" if regional else "")
        several = [question for question in proposal.questions if question.open]
        decisions = [
            one
            for question, pick in zip(several, picks, strict=False)
            for one in settled(question, question.candidates[pick % len(question.candidates)])
        ]
        shown = propose(desk, name, proposal.profile, decisions)
        kept = accept(desk, proposed(proposal), decisions)
        body = [block_text(passage.result) for passage in shown.passages if not passage.field]
        assert [block_text(block) for block in sheet(desk, kept.name).content.article("").blocks] == body
        assert submit(desk, kept.name, WRITER).kind == "derived"
        assert not verify(desk).problems
    finally:
        desk.library.close()


def test_handwork_whose_source_changed_is_named_and_in_the_history(desk):
    name = own_article(desk, TEXT)
    kept = accept(desk, proposed(propose(desk, name)), [])
    change(desk, kept.name, WRITER, "大家去看", "大夥兒去看")
    change(desk, name, WRITER, "会后", "散会后")
    again = propose(desk, kept.name)
    assert [text[-12:] for text in again.lost] == [text_of(desk, kept.name).strip()[-12:]]
    accept(desk, proposed(again), [])
    versions = [history.version(desk, one.id) for one in history.versions(desk, kept.name)]
    assert any("大夥兒" in one.text for one in versions)


def test_a_paragraph_added_by_hand_does_not_hide_what_stays(desk):
    name = own_article(desk, TEXT)
    kept = accept(desk, proposed(propose(desk, name)), [])
    change(desk, kept.name, WRITER, "大家去看", "大夥兒去看")
    change(desk, kept.name, WRITER, "\n\n他在", "\n\n編按：臺灣讀者請看。\n\n他在")
    change(desk, name, WRITER, "一斤谷子", "三斤谷子")
    again = propose(desk, kept.name)
    assert again.lost == ("編按：臺灣讀者請看。",)
    accept(desk, proposed(again), [])
    assert "大夥兒去看" in text_of(desk, kept.name)
    assert "三斤" in text_of(desk, kept.name)


def test_another_glossary_later_is_no_handwork(desk):
    name = own_article(desk, "这是动力之谷、马达之城。\n\n第二段。\n")
    kept = accept(desk, proposed(propose(desk, name)), [])
    glossaries.always(desk, Variant.ZH_TW, [("之谷", "之穀")])
    again = propose(desk, kept.name)
    assert not any(passage.kept for passage in again.passages)
    assert "之穀" in block_text(again.passages[-2].result)


def test_a_third_version_keeps_what_was_decided_for_the_second(desk):
    name = own_article(desk, TEXT)
    kept = accept(desk, proposed(propose(desk, name)), [])
    submit(desk, name, WRITER)
    submit(desk, kept.name, WRITER)
    for person in (name, kept.name):
        recall(desk, person, WRITER)
    change(desk, name, WRITER, "会后", "散会后")
    second = propose(desk, kept.name)
    question = asked(second)[0]
    accept(desk, proposed(second), settled(question, question.candidates[-1]))
    text = text_of(desk, kept.name)
    submit(desk, name, WRITER)
    submit(desk, kept.name, WRITER)
    third = propose(desk, kept.name)
    assert not third.lost
    assert not third.changed
    assert question.places[0] not in {place for one in asked(third) for place in one.places}
    accept(desk, proposed(third), [])
    assert text_of(desk, kept.name) == text
    assert not verify(desk).problems
