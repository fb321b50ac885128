"""Decisions on places of a report: what stands there afterwards, wherever it lies."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Slip
from editor.markup.blocks import Heading, Mark, Paragraph, Run, block_text
from editor.records.incoming import APPLIED, OFFERED, REFUSED, Part, Place, Report
from ui.intake.judging import Decision, Judging, Text, decided, readings

WORDS = ["甲(jiǎ)", "乙", "?丙", "", "丁&nbsp;", "戊戊"]
MENDED, OFFERED_ONLY = True, False
BETWEEN = ["，今年", "灌区", "。", "用水", "　"]


@st.composite
def reports(draw):
    """A headline and some blocks with places of damage in them, as the core tells of them."""
    places: list[Place] = []
    texts: list[str] = []
    for part in range(draw(st.integers(1, 3))):
        text = draw(st.sampled_from(BETWEEN))
        for _ in range(draw(st.integers(0, 4))):
            before, after = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=2, unique=True))
            machine = draw(st.booleans())
            now = after if machine else before
            field, block = ("headline", None) if part == 0 else ("", part - 1)
            at = len(text)
            state = APPLIED if machine else OFFERED
            places.append(
                Place("R02", 0, 0, before, after, 0.9, (), machine, field, block, at, at + len(now), now, state)
            )
            text += now + draw(st.sampled_from(BETWEEN))
        texts.append(text)
    half = [len(text) // 2 for text in texts[1:]]
    blocks = tuple(
        Paragraph(tuple(run for run in (Run(text[:cut]), Run(text[cut:], frozenset({Mark.STRONG}))) if run.text))
        for text, cut in zip(texts[1:], half, strict=True)
    )
    report = Report("a", "", "", "utf-8", "", tuple(places), (), (), (), ())
    return report, Text(Slip(headline=texts[0]), blocks, "zh-CN")


def shown(text, place):
    whole = text.slip.headline if place.block is None else block_text(text.blocks[place.block])
    return whole[place.at : place.till]


def bare(text):
    return text.slip.headline, [block_text(block) for block in text.blocks]


@settings(deadline=None, max_examples=150, derandomize=True)
@given(reports(), st.data())
def test_every_place_says_what_stands_there_after_any_decisions(given_, data):
    report, text = given_
    chosen = data.draw(st.lists(st.integers(0, max(0, len(report.places) - 1)), unique=True)) if report.places else []
    decisions = [
        Decision(n, data.draw(st.sampled_from([report.places[n].before, report.places[n].after]))) for n in chosen
    ]
    after, changed = decided(report, text, decisions)
    for place in after.places:
        assert shown(changed, place) == place.now
    for number, wanted in decisions:
        assert after.places[number].now == wanted
    back = [Decision(n, report.places[n].now) for n in chosen]
    again, as_before = decided(after, changed, back)
    assert again == report
    assert bare(as_before) == bare(text)


def test_states_follow_what_stands_there():
    place = Place("R02", 0, 6, "縣(xiàn)", "縣", 0.9, (), MENDED, "", 0, 0, 1, "縣", APPLIED)
    report = Report("a", "", "", "", "縣(xiàn)城", (place,), (), (), (), ())
    text = Text(Slip(), (Heading((Run("縣城"),)),), "zh-TW")
    after, changed = decided(report, text, [Decision(0, place.before)])
    assert (after.places[0].state, block_text(changed.blocks[0])) == (REFUSED, "縣(xiàn)城")
    assert isinstance(changed.blocks[0], Heading)
    after, changed = decided(after, changed, [Decision(0, "縣")])
    assert (after.places[0].state, bare(changed)) == (APPLIED, bare(text))


def test_a_repair_that_takes_something_away_can_be_chosen_too():
    place = Place("R06", 0, 1, "\u200b", "", 0.9, (), OFFERED_ONLY, "", 0, 0, 1, "\u200b", OFFERED)
    assert readings(place) == ("",)
    nobody_knows = place._replace(before="?", after="?", now="?")
    assert readings(nobody_knows) == ()


def test_marks_stand_on_both_sides_of_the_row_in_which_a_place_is():
    from editor.records.incoming import Beside

    place = Place("R02", 2, 9, "縣(xiàn)", "縣", 0.9, (), MENDED, "", 0, 0, 1, "縣", APPLIED)
    rows = (Beside(0, 1, None), Beside(2, 10, Part("", 0)))
    report = Report("a", "", "", "", "头\n縣(xiàn)城", (place,), rows, (), (), ())
    judging = Judging(report, Text(Slip(), (Paragraph((Run("縣城"),)),), "zh-TW"))
    assert [(mark.start, mark.end) for mark in judging.marks(1, result=False)] == [(0, 7)]
    assert [(mark.start, mark.end) for mark in judging.marks(1, result=True)] == [(0, 1)]
    assert not judging.marks(0, result=False)
    assert judging.count() == (1, 0, 0)
