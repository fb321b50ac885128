"""Local history: looked at, put back, undone, and never thinned out."""

from __future__ import annotations

import dataclasses

import pytest

from editor.article import Origin
from editor.errors import EditorError
from editor.operations import history
from editor.operations.autosaving import keep_draft, load
from editor.operations.drafting import save_draft
from editor.operations.reviewing import submit
from editor.records.articles import Writing
from tests.editor.operations.newsroom import TEXT, WRITER, change, own_article, sheet


def test_putting_a_version_back_keeps_what_stood_there_and_can_be_undone(desk):
    name = own_article(desk)
    first = history.keep(desk, name, "save")
    change(desk, name, WRITER, "水闸", "渡槽")
    loaded = load(desk, name)
    changed = loaded.text
    stored = history.restore(desk, first)
    assert load(desk, name).text == TEXT
    assert load(desk, name).version == stored.version
    before = history.version(desk, stored.kept)
    assert (before.text, before.kept.why) == (changed, "restore")
    history.restore(desk, stored.kept)
    assert load(desk, name).text == changed
    assert [kept.why for kept in history.versions(desk, name)] == ["restore", "restore", "save"]


def test_the_number_of_today_stays_and_the_headline_of_then_comes_back(desk):
    name = own_article(desk, headline="旧题")
    number = load(desk, name).slip["number"]
    first = history.keep(desk, name, "save")
    loaded = load(desk, name)
    keep_draft(desk, Writing(name, "zh-CN", {**loaded.slip, "headline": "新题"}, loaded.text, "", loaded.version))
    history.restore(desk, first)
    assert load(desk, name).slip == {**loaded.slip, "headline": "旧题", "number": number}


def test_a_version_is_put_back_on_a_text_that_was_submitted(desk):
    name = own_article(desk)
    first = history.keep(desk, name, "save")
    change(desk, name, WRITER, "水闸", "渡槽")
    submit(desk, name, WRITER)
    history.restore(desk, first)
    there = sheet(desk, name)
    assert there.content.text == TEXT
    assert there.draft.base == there.revision.id
    assert "渡槽" in there.revision.content["text"]


def test_the_text_of_a_reprint_is_put_back_only_on_purpose(desk):
    name = own_article(desk, origin=Origin.REPRINT)
    save_draft(desk, name, lambda c: dataclasses.replace(c, text="别的。\n"), WRITER, unlock=True)
    other = history.keep(desk, name, "save")
    save_draft(desk, name, lambda c: dataclasses.replace(c, text=TEXT), WRITER, unlock=True)
    with pytest.raises(EditorError, match="text_locked"):
        history.restore(desk, other)
    assert load(desk, name).text == TEXT
    history.restore(desk, other, unlock=True)
    assert load(desk, name).text == "别的。\n"


def test_a_hundred_versions_are_a_hundred_versions_and_their_size_is_told(desk):
    name = own_article(desk)
    for number in range(100):
        loaded = load(desk, name)
        writing = Writing(name, "zh-CN", loaded.slip, f"{TEXT}\n第{number}次。\n", "", loaded.version)
        keep_draft(desk, writing, "save")
    versions = history.versions(desk, name)
    assert len(versions) == 100
    assert sum(kept.size for kept in versions) == history.size(desk, name) == history.size(desk) > 0
    assert history.version(desk, versions[-1].id).text.endswith("第0次。\n")


def test_the_same_text_twice_running_is_kept_once(desk):
    name = own_article(desk)
    assert history.keep(desk, name, "save") == history.keep(desk, name, "conversion")
    assert len(history.versions(desk, name)) == 1


def test_versions_of_variants_are_told_apart(desk):
    name = own_article(desk)
    history.keep(desk, name, "save")
    keep_draft(desk, Writing(name, "zh-TW", {}, "水閘。"), "conversion")
    assert [kept.why for kept in history.versions(desk, name)] == ["save"]
    (kept,) = history.versions(desk, f"{name}@zh-TW")
    assert history.version(desk, kept.id).text == "水閘。"
    history.restore(desk, kept.id)
    assert load(desk, f"{name}@zh-TW").text == "水閘。"


def test_a_variant_that_is_converted_again_keeps_what_somebody_had_mended(desk):
    from editor.article import Variant
    from editor.operations.converting import convert_article
    from editor.text.variants import Options

    name = own_article(desk)
    convert_article(desk, name, Variant.ZH_TW, Options())
    assert history.versions(desk, f"{name}@zh-TW") == ()
    loaded = load(desk, f"{name}@zh-TW")
    keep_draft(desk, Writing(name, "zh-TW", loaded.slip, "手改的。", "", loaded.version))
    convert_article(desk, name, Variant.ZH_TW, Options())
    (kept,) = history.versions(desk, f"{name}@zh-TW")
    assert (kept.why, history.version(desk, kept.id).text) == ("replaced", "手改的。")


def test_what_is_not_there_or_damaged_is_told(desk):
    name = own_article(desk)
    with pytest.raises(EditorError, match="version_unknown"):
        history.version(desk, 7)
    number = history.keep(desk, name, "save")
    desk.library.raw.execute("UPDATE kept SET text = ?", (b"\x78\x9cxx",))
    with pytest.raises(EditorError, match="version_damaged"):
        history.restore(desk, number)
    assert load(desk, name).text == TEXT
