"""转载 and 通稿: whether what stands there is the original, and if not, where it differs."""

from __future__ import annotations

import dataclasses

from editor.article import Origin, Variant
from editor.operations import articles, originals
from editor.operations.auditing import verify
from editor.operations.converting import convert_article
from editor.operations.drafting import save_draft
from editor.operations.importing import import_page
from editor.operations.reviewing import countercheck, give_back, sign, submit
from editor.text.variants import Options
from tests.editor.operations.newsroom import (
    CHIEF,
    FIRST,
    SECOND,
    WRITER,
    change,
    own_article,
    refused,
)

PAGE = """青禾县春灌开闸
2026-03-05 09:12:30    来源:石溪日报 | 编辑:田文 | 作者:苏叶    浏览量:318

今年3月,青禾县灌区比去年提早五天开闸,首批放水覆盖六个乡镇。

渠首值班室里,工作人员每两小时记录一次水位。

水利局的同志说,今年雪水来得早。
"""


def reprint(desk, origin=Origin.REPRINT):
    name = import_page(desk, PAGE.encode(), "page.txt").name

    def marked(content):
        return dataclasses.replace(content, slip=dataclasses.replace(content.slip, origin=origin))

    with desk.writing() as session:
        from editor.store import drafts

        sheet = articles.find(session, name)
        drafts.save(desk.library, articles.drafted(session, sheet, marked(sheet.content), ""))
    return name


def written(desk, name, person, before, after):
    def changed(content):
        assert before in content.text
        return dataclasses.replace(content, text=content.text.replace(before, after))

    save_draft(desk, name, changed, person, unlock=True)


def differences(desk, name):
    with desk.reading() as session:
        found = originals.differences(session, articles.find(session, name))
    return None if found is None else [(place.block, place.before, place.after) for place in found]


def test_a_page_that_was_only_mended_is_as_its_original_at_every_level(desk):
    name = reprint(desk)
    assert differences(desk, name) == []
    done = submit(desk, name, WRITER)
    assert (done.kind, done.locked, done.differences) == ("entered", True, ())
    for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        assert sign(desk, name, level, person).differences == ()


def test_what_a_reviewer_changes_in_it_is_shown_from_then_on(desk):
    name = reprint(desk)
    submit(desk, name, WRITER)
    written(desk, name, CHIEF, "六个", "八个")
    assert differences(desk, name) == [(0, "六", "八")]
    sign(desk, name, 1, FIRST)
    sign(desk, name, 2, SECOND)
    (place,) = sign(desk, name, 3, CHIEF).differences
    assert (place.block, place.before, place.after) == (0, "六", "八")
    (again,) = countercheck(desk, name, SECOND).differences
    assert again == place


def test_what_was_changed_before_anybody_submitted_it_is_shown_as_well(desk):
    name = reprint(desk)
    written(desk, name, WRITER, "六个", "八个")
    written(desk, name, WRITER, "每两小时", "每小时")
    assert differences(desk, name) == [(0, "六", "八"), (1, "两", "")]
    done = submit(desk, name, WRITER)
    assert done.kind == "written"
    assert [(place.block, place.before, place.after) for place in done.differences] == [(0, "六", "八"), (1, "两", "")]
    assert differences(desk, name) == [(0, "六", "八"), (1, "两", "")]
    assert verify(desk).problems == ()


def test_a_headline_that_was_twisted_is_a_difference_and_a_column_is_none(desk):
    name = reprint(desk)

    def changed(content):
        slip = dataclasses.replace(content.slip, headline="青禾县春灌大捷", column="要闻")
        return dataclasses.replace(content, slip=slip)

    save_draft(desk, name, changed, WRITER)
    done = submit(desk, name, WRITER)
    assert [(place.field, place.before, place.after) for place in done.differences] == [("headline", "开闸", "大捷")]


def test_a_text_that_was_changed_back_is_as_its_original_again(desk):
    name = reprint(desk)
    written(desk, name, WRITER, "六个", "八个")
    written(desk, name, WRITER, "八个", "六个")
    assert differences(desk, name) == []


def test_a_variant_is_held_against_the_original_in_its_own_script(desk):
    name = reprint(desk)
    submit(desk, name, WRITER)
    variant = convert_article(desk, name, Variant.ZH_TW, Options()).name
    assert differences(desk, variant) == []
    submit(desk, variant, WRITER)
    written(desk, variant, FIRST, "六個", "八個")
    (place,) = sign(desk, variant, 1, FIRST).differences
    assert (place.before, place.after) == ("六", "八")


def test_an_own_report_has_no_original(desk):
    name = own_article(desk)
    assert differences(desk, name) is None
    assert submit(desk, name, WRITER).differences is None


def test_a_wire_copy_that_was_typed_in_says_that_there_is_nothing_to_hold_it_against(desk):
    name = own_article(desk, origin=Origin.WIRE_COPY, source="新华社")
    done = submit(desk, name, WRITER)
    assert (done.locked, done.differences) == (True, None)


def test_a_recorded_original_that_does_not_stand_in_the_kept_file_is_not_believed(desk):
    name = reprint(desk)
    written(desk, name, WRITER, "六个", "八个")
    with desk.writing() as session:
        from editor.store import drafts

        sheet = articles.find(session, name)
        content = sheet.content
        forged = {**content.original, "text": content.original["text"].replace("六个", "八个")}
        content = dataclasses.replace(content, original=forged)
        drafts.save(desk.library, articles.drafted(session, sheet, content, WRITER))
    assert differences(desk, name) is None
    assert submit(desk, name, WRITER).differences is None


def test_a_variant_that_was_mended_by_hand_is_still_the_text_of_who_wrote_its_source(desk):
    name = own_article(desk)
    change(desk, name, CHIEF, "两成", "三成")  # the chief wrote it
    variant = convert_article(desk, name, Variant.ZH_TW, Options()).name
    written(desk, variant, WRITER, "三成", "3成")
    submit(desk, variant, WRITER)
    sign(desk, variant, 1, FIRST)
    sign(desk, variant, 2, SECOND)
    refused("own_text", sign, desk, variant, 3, CHIEF)
    assert verify(desk).problems == ()


def test_a_variant_that_was_converted_again_is_the_text_of_who_wrote_the_newer_source(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    variant = convert_article(desk, name, Variant.ZH_TW, Options()).name
    submit(desk, variant, WRITER)
    give_back(desk, name, "再核", FIRST)
    give_back(desk, variant, "再核", FIRST)
    change(desk, name, CHIEF, "两成", "三成")
    submit(desk, name, CHIEF)
    convert_article(desk, name, Variant.ZH_TW, Options())
    submit(desk, variant, WRITER)
    sign(desk, variant, 1, FIRST)
    sign(desk, variant, 2, SECOND)
    refused("own_text", sign, desk, variant, 3, CHIEF)
    assert verify(desk).problems == ()


def test_a_variant_mended_before_its_first_submission_is_held_against_the_original(desk):
    name = reprint(desk)
    submit(desk, name, WRITER)
    variant = convert_article(desk, name, Variant.ZH_TW, Options()).name
    written(desk, variant, WRITER, "六個", "八個")
    assert differences(desk, variant) == [(0, "六", "八")]
    assert submit(desk, variant, WRITER).kind == "written"
    assert differences(desk, variant) == [(0, "六", "八")]
