"""Both texts stand in what is shown of them, character by character."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.article import Article, Slip, Variant
from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    Item,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    block_text,
    paragraph,
)
from editor.markup.reader import read
from editor.operations.comparing import compare
from editor.records.review import AlignedRow, Stretch
from tests.ui.review import samples
from ui.review.compared import FIELD, FOLD, ROW, Compared
from ui.review.compared import Item as Shown
from ui.review.flat import flat
from ui.review.pieces import DELETED, INSERTED, NO_PLACE, PILCROW, RESTYLED, plain, strips, tokens

LETTERS = st.text(alphabet="今年永州园区升级𬭎，。A1\n", max_size=14)
RUNS = st.lists(
    st.builds(Run, LETTERS.filter(bool), st.frozensets(st.sampled_from(list(Mark)), max_size=1)), max_size=3
).map(tuple)
BLOCKS = st.one_of(
    st.builds(Paragraph, RUNS),
    st.builds(Heading, RUNS, st.sampled_from([2, 3])),
    st.builds(Quote, st.lists(RUNS, min_size=1, max_size=3).map(tuple)),
    st.builds(ListBlock, st.lists(st.builds(Item, RUNS, st.integers(0, 2), st.booleans()), min_size=1).map(tuple)),
    st.builds(Table, st.lists(st.tuples(RUNS, RUNS), min_size=1, max_size=3).map(tuple)),
    st.builds(Image, st.sampled_from(["a.jpg", "b.jpg"]), LETTERS, LETTERS),
    st.builds(Footnote, st.just("1"), RUNS),
    st.just(Rule()),
)
TEXTS = st.lists(BLOCKS, max_size=5).map(tuple)


def sides(pieces):
    """The old and the new text of some pieces."""
    shown = [piece for piece in pieces if not piece.note]
    old = "".join(piece.text for piece in shown if piece.change != INSERTED)
    return old, "".join(piece.text for piece in shown if piece.change != DELETED)


def of(old, new):
    return Compared(compare(article(old), article(new)), old, new)


def article(blocks):
    return Article("a", Variant.ZH_CN, Slip(), tuple(blocks))


@settings(max_examples=150, derandomize=True)
@given(TEXTS, TEXTS)
def test_every_row_shows_both_texts_whole(old, new):
    compared = of(old, new)
    for index, row in enumerate(compared.comparison.rows):
        before, after = sides(compared.pieces(Shown(ROW, index)))
        if row.old:
            assert before == "\n".join(block_text(old[i]) for i in row.old)
        if row.new:
            assert after == "\n".join(block_text(new[i]) for i in row.new)


@settings(max_examples=80, derandomize=True)
@given(TEXTS, TEXTS)
def test_beside_each_other_nothing_is_left_out_either(old, new):
    compared = of(old, new)
    for index, row in enumerate(compared.comparison.rows):
        for side, blocks, indexes in (("old", old, row.old), ("new", new, row.new)):
            shown = plain(compared.strips(Shown(ROW, index), side))
            assert shown == "\n".join(block_text(blocks[i]) for i in indexes)


@settings(max_examples=120, derandomize=True)
@given(LETTERS, LETTERS, st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=3))
def test_a_comparison_that_contradicts_the_texts_loses_no_character(before, after, spans):
    old, new = flat([paragraph(before)]), flat([paragraph(after)])
    stretches = tuple(Stretch(0, *sorted(span)) for span in spans)
    row = AlignedRow("changed", (0,), (0,), stretches, stretches)  # also beyond the end: it was shortened since
    assert sides(tokens(row, old, new, ())) == (before, after)


@settings(max_examples=80, derandomize=True)
@given(TEXTS, TEXTS)
def test_every_place_is_reached_and_every_changed_row_too(old, new):
    compared = of(old, new)
    places = {stop.place for stop in compared.stops} - {NO_PLACE}
    assert places == set(range(len(compared.comparison.places)))
    changed = {i for i, row in enumerate(compared.comparison.rows) if row.kind not in {"equal", "moved"}}
    assert changed <= {stop.index for stop in compared.stops}


@settings(max_examples=80, derandomize=True)
@given(TEXTS, TEXTS, st.booleans())
def test_every_row_stands_on_the_page_once(old, new, folded):
    compared = of(old, new)
    rows = [i for item in compared.items(folded=folded) for i in range(item.index, item.index + item.count)]
    assert rows == list(range(len(compared.comparison.rows)))


def test_what_became_of_the_characters_and_where_their_places_are():
    compared = of((paragraph("新增26家。"),), (paragraph("新增28家。"),))
    pieces = compared.pieces(Shown(ROW, 0))
    assert [(p.text, p.change, p.place) for p in pieces if p.change] == [("26", DELETED, 0), ("28", INSERTED, 0)]


def test_another_mark_is_shown_though_no_character_changed():
    old, new = Paragraph((Run("永州园区"),)), Paragraph((Run("永州"), Run("园区", frozenset({Mark.STRONG}))))
    pieces = of((old,), (new,)).pieces(Shown(ROW, 0))
    assert [(p.text, p.change) for p in pieces] == [("永州", ""), ("园区", RESTYLED)]


def test_texts_as_they_are_kept_can_be_shown(chinese):
    old, new = "新增26家。\n\n## 招商\n", "新增28家。\n\n## 招商\n"
    shown = Compared.of_texts(compare(article(read(old)), article(read(new))), old, new)
    assert [plain(shown.strips(Shown(ROW, i), "old")) for i in range(2)] == ["新增26家。", "招商"]


def test_a_paragraph_that_was_split_shows_where():
    whole = "“我们依托凯盛鞋业，引进制鞋配套企业8家。”负责人说，产业链越拉越长。"
    compared = of((paragraph(whole),), (paragraph(whole[:26]), paragraph(whole[26:])))
    shown = compared.strips(Shown(ROW, 0))
    assert len(shown) == 2
    assert (shown[0].pieces[-1].text, shown[0].pieces[-1].change) == (PILCROW, INSERTED)
    joined = of((paragraph(whole[:26]), paragraph(whole[26:])), (paragraph(whole),))
    lines = joined.strips(Shown(ROW, 0))
    assert len(lines) == 1, "it is one paragraph now"
    assert (PILCROW, DELETED) in [(p.text, p.change) for p in lines[0].pieces]


def test_references_to_footnotes_are_shown_and_a_new_one_is_new():
    old = (Paragraph((Run("据统计"), Run("", note="1"), Run("增长。"))), Footnote("1", (Run("统计局"),)))
    new = (
        Paragraph((Run("据统计"), Run("", note="1"), Run("增长"), Run("", note="2"), Run("。"))),
        Footnote("1", (Run("统计局"),)),
        Footnote("2", (Run("同比"),)),
    )
    compared = of(old, new)
    row = next(i for i, row in enumerate(compared.comparison.rows) if row.new == (0,))
    notes = [(p.text, p.change) for p in compared.pieces(Shown(ROW, row)) if p.note]
    assert notes == [("[1]", ""), ("[2]", INSERTED)]


def test_long_unchanged_stretches_are_folded_and_open():
    old = (paragraph("开头一段。"), *samples.sentences(6), paragraph("结尾一段。"))
    new = (paragraph("开头两段。"), *samples.sentences(6), paragraph("结尾两段。"))
    compared = of(old, new)
    folded = compared.items(folded=True)
    assert [(item.kind, item.count) for item in folded] == [
        (ROW, 1),
        (ROW, 1),
        (FOLD, 4),
        (ROW, 1),
        (ROW, 1),
    ], "a neighbor of each change stays in sight"
    fold = folded[2]
    assert all(item.kind == ROW for item in compared.items(folded=True, opened={fold.index}))


def test_fields_stand_first_and_codes_are_read_as_words(chinese):
    old, new = Slip(origin="own", headline="旧题"), Slip(origin="reprint", headline="新题")
    compared = samples.compared_of((), (), old, new)
    assert [item.kind for item in compared.items(folded=True)] == [FIELD, FIELD]
    shown = {compared.comparison.fields[i].field: plain(compared.strips(Shown(FIELD, i), "new")) for i in range(2)}
    assert shown == {"headline": "新题", "origin": "转载"}


def test_a_second_in_a_time_is_not_hidden_by_reading_it():
    old, new = Slip(publish_at="2026-09-19T21:44:50+08:00"), Slip(publish_at="2026-09-19T21:44:51+08:00")
    compared = samples.compared_of((), (), old, new)
    assert any(piece.change for piece in compared.pieces(Shown(FIELD, 0)))


def test_strips_of_nothing_are_one_empty_line():
    empty = flat([paragraph("")])
    assert len(strips([], empty, empty)) == 1
