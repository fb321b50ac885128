"""The intake report: places of damage found again in the text, decisions that keep it an entered text."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from editor.article import Article
from editor.errors import EditorError
from editor.markup.blocks import block_text, paragraph
from editor.markup.reader import read
from editor.markup.writer import write
from editor.operations import articles, reporting
from editor.operations.drafting import save_draft
from editor.operations.importing import import_page
from editor.operations.reviewing import submit
from editor.operations.tracing import TITLES
from editor.records.incoming import APPLIED, AWAY, CHANGED, OFFERED, REFUSED, Part
from editor.store import drafts
from tests.editor.operations.newsroom import WRITER, own_article, sheet

PAGE = """青禾縣(xiàn)春灌開閘
2026-03-05 09:12:30    来源:石溪日報 | 編輯:田文 | 作者:蘇葉    瀏覽量:318

今年3月,青禾縣(xiàn)灌區比去年提早五天開閘,經(jīng)濟發(fā)展用水批準(zhǔn)了,首批放水覆蓋六個鄉鎮。

灌區的同志說,今年雪水來得早,產(chǎn)業(yè)園區用水進(jìn)步很大,企業(yè)建設(shè)也夠用。單(shàn)縣的客人也來看。
"""


def taken_in(desk, page=PAGE):
    return import_page(desk, page.encode(), "page.txt").name


def decided(desk, name, place, text):
    """Somebody puts other characters in the place of a repair, as the window does it."""

    def changed(content):
        if place.field:
            old = getattr(content.slip, place.field)
            new = old[: place.at] + text + old[place.till :]
            return dataclasses.replace(content, slip=dataclasses.replace(content.slip, **{place.field: new}))
        blocks = list(read(content.text))
        old = block_text(blocks[place.block])
        blocks[place.block] = paragraph(old[: place.at] + text + old[place.till :])
        return dataclasses.replace(content, text=write(blocks))

    save_draft(desk, name, changed, WRITER)


def kind_of_revision(desk, name):
    with desk.reading() as session:
        lying = articles.find(session, name)
        return str(lying.case.kind(lying.revision))


def in_body(desk, name, before="縣(xiàn)"):
    """The mended place in the text itself."""
    return next(one for one in reporting.report(desk, name).places if one.before == before and one.block is not None)


def test_every_mended_place_is_found_in_the_text_or_said_to_be_in_no_part_of_it(desk):
    name = taken_in(desk)
    report = reporting.report(desk, name)
    article = sheet(desk, name).content.article(name)
    assert {one.state for one in report.places} == {APPLIED, AWAY, OFFERED}
    for one in report.places:
        assert report.original[one.start : one.end] == one.before
        if one.state == APPLIED:
            text = block_text(article.blocks[one.block]) if one.block is not None else getattr(article.slip, one.field)
            assert text[one.at : one.till] == one.now == one.after
    assert {one.field for one in report.places if one.before == "縣(xiàn)"} == {"headline", ""}
    assert all("来源" in _line(report, one) for one in report.places if one.state == AWAY)


def _line(report, place):
    return report.original[report.original.rfind("\n", 0, place.start) + 1 :].split("\n", 1)[0]


def test_lines_of_the_original_stand_beside_the_parts_made_of_them(desk):
    name = taken_in(desk)
    report = reporting.report(desk, name)
    beside = [(report.original[row.start : row.end][:4], row.part) for row in report.rows]
    assert beside == [
        ("青禾縣(", Part("headline", None)),
        ("2026", None),
        ("今年3月", Part("", 0)),
        ("灌區的同", Part("", 1)),
    ]


def test_a_paragraph_that_was_written_here_stands_beside_nothing(desk):
    name = taken_in(desk)
    save_draft(desk, name, lambda content: dataclasses.replace(content, text="新写的一段。\n\n" + content.text), WRITER)
    rows = reporting.report(desk, name).rows
    added = [row for row in rows if row.part == Part("", 0)]
    assert len(added) == 1
    assert added[0].start == added[0].end
    assert [row.part for row in rows if row.part] == [Part("headline", None), *(Part("", n) for n in range(3))]


def test_a_refused_repair_keeps_the_text_an_entered_one_that_proves_itself(desk):
    name = taken_in(desk)
    place = in_body(desk, name)
    decided(desk, name, place, place.before)
    assert sheet(desk, name).content.entered is None
    assert reporting.prove(desk, name)
    content = sheet(desk, name).content
    assert content.entered is not None
    assert "縣(xiàn)灌區" in content.text
    assert in_body(desk, name).state == REFUSED
    submit(desk, name, WRITER)
    assert kind_of_revision(desk, name) == "entered"


def test_a_refused_repair_of_the_headline_keeps_it_entered_too(desk):
    name = taken_in(desk)
    place = next(one for one in reporting.report(desk, name).places if one.field == "headline")
    decided(desk, name, place, place.before)
    assert reporting.prove(desk, name)
    assert sheet(desk, name).content.slip.headline == "青禾縣(xiàn)春灌開閘"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("五天", "四天"),
        lambda text: text.replace("五天", "**五天**"),
        lambda text: text.split("\n\n")[0] + "\n",
        lambda text: text + "\n还有一段。\n",
    ],
)
def test_what_somebody_wrote_stays_written(desk, change):
    name = taken_in(desk)
    place = in_body(desk, name)
    decided(desk, name, place, place.before)
    save_draft(desk, name, lambda content: dataclasses.replace(content, text=change(content.text)), WRITER)
    assert not reporting.prove(desk, name)
    assert sheet(desk, name).content.entered is None


def test_another_reading_than_those_of_the_damage_stays_written(desk):
    name = taken_in(desk)
    place = in_body(desk, name)
    decided(desk, name, place, "别的字")
    found = {one.start: one.state for one in reporting.report(desk, name).places}
    assert found[place.start] == CHANGED
    assert not reporting.prove(desk, name)


def test_the_report_is_about_the_text_in_the_window(desk):
    name = taken_in(desk)
    content = sheet(desk, name).content
    text = content.text.replace("青禾縣灌區", "青禾縣(xiàn)灌區")
    article = Article(name, content.variant, content.slip, read(text))
    found = [one for one in reporting.report(desk, name, article).places if one.state == REFUSED]
    assert [(one.before, one.block) for one in found] == [("縣(xiàn)", 0)]


def test_an_article_that_was_written_here_has_no_report(desk):
    name = own_article(desk)
    with pytest.raises(EditorError) as refused:
        reporting.report(desk, name)
    assert refused.value.code == "no_original"
    assert not reporting.prove(desk, name)


def test_the_original_is_given_back_by_the_byte(desk):
    data = PAGE.replace("\n", "\r\n").encode("gb18030")
    name = import_page(desk, data, "folder/页面.txt").name
    assert reporting.original(desk, name) == ("folder/页面.txt", data)


def test_a_page_is_read_again_in_another_encoding_and_keeps_its_number(desk):
    data = "云溪县茶会开幕\n\n各地茶商齐聚一堂，共话新茶。\n".encode("gb18030")
    name = import_page(desk, data, "page.txt").name
    before = sheet(desk, name).content
    wrong = "big5hkscs"
    changes = reporting.reread(desk, name, wrong, WRITER)
    assert changes.drafts == {name}
    after = sheet(desk, name).content
    assert after.slip.number == before.slip.number
    assert after.entered["encoding"] == wrong
    reporting.reread(desk, name, before.entered["encoding"], WRITER)
    assert sheet(desk, name).content.text == before.text
    assert sheet(desk, name).content.entered == before.entered
    with desk.reading() as session:
        assert len(articles.of_article(session, name)) == 1
        assert len(drafts.find(session.connection, session.newsroom, name)) == 1


def test_a_submitted_text_is_not_read_again(desk):
    name = taken_in(desk)
    submit(desk, name, WRITER)
    with pytest.raises(EditorError) as refused:
        reporting.reread(desk, name, "gb18030", WRITER)
    assert refused.value.code == "reread_late"
    assert reporting.report(desk, name).places  # but it can be looked at


def test_an_offered_place_is_accepted_by_one_of_its_candidates(desk):
    name = taken_in(desk)
    offered = next(one for one in reporting.report(desk, name).places if one.state == OFFERED)
    assert offered.now == offered.before
    wanted = (*offered.candidates, offered.after)[0]
    decided(desk, name, offered, wanted)
    accepted = next(one for one in reporting.report(desk, name).places if one.start == offered.start)
    assert (accepted.state, accepted.now, accepted.machine) == (APPLIED, wanted, False)
    assert reporting.prove(desk, name)
    submit(desk, name, WRITER)
    assert kind_of_revision(desk, name) == "entered"


SAMPLES = sorted(
    path for path in (Path(__file__).parents[3] / "resources" / "samples").iterdir() if path.suffix != ".toml"
)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("changed", [False, True])
def test_every_line_of_a_page_and_every_part_stand_there_once_and_in_their_order(desk, path, changed):
    name = import_page(desk, path.read_bytes(), path.name).name
    if changed:

        def written(content):
            blocks = content.text.split("\n\n")
            return dataclasses.replace(content, text="\n\n".join([*blocks[2:3], "新写的一段话。", *blocks[1:]]))

        save_draft(desk, name, written, WRITER)
    report = reporting.report(desk, name)
    content = sheet(desk, name).content
    titles = [field for field in TITLES if getattr(content.slip, field)]
    parts = [Part(field, None) for field in titles] + [Part("", n) for n in range(len(read(content.text)))]
    assert [row.part for row in report.rows if row.part is not None] == parts
    ends = [0]
    for row in report.rows:
        assert not report.original[ends[-1] : row.start].strip()
        ends.append(max(ends[-1], row.end))
    assert not report.original[ends[-1] :].strip()
    for place in report.places:
        assert report.original[place.start : place.end] == place.before


def test_a_line_that_was_left_out_in_a_paragraph_stands_in_its_row(desk):
    lines = [
        "本报讯　今年春季以来，青禾县灌区的用水量一直在上升，水利部门为此提前了开闸的",
        "时间，并且安排人员在渠首值守，每两小时记录一次水位，遇到异常情况立即向指挥部",
        "报告。据介绍，首批放水覆盖六个乡镇，受益农田超过十二万亩，比去年同期多出两成",
        "青禾日报　第 3 版",
        "左右。下一步还将根据墒情安排第二轮放水，确保春播用水需要，做到应灌尽灌、不误",
        "农时。",
    ]
    name = taken_in(desk, "青禾县春灌开闸\n\n" + "\n".join(lines) + "\n")
    report = reporting.report(desk, name)
    parts = [row.part for row in report.rows if row.part is not None]
    assert len(parts) == len(set(parts))
