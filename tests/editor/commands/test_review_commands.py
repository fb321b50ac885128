"""The commands of review beside passing, as their users and outside checks call them."""

from __future__ import annotations

import pytest

from tests.editor.commands.pages import newsroom

PAGE = """青禾县春灌开闸
2026-03-05 09:12:30    来源:石溪日报 | 编辑:田文 | 作者:苏叶    浏览量:318

今年3月,青禾县灌区比去年提早五天开闸,首批放水覆盖六个乡镇。

渠首值班室里,工作人员每两小时记录一次水位。
"""


@pytest.fixture
def gaotai(gaotai, home):
    """Commands in a newsroom of four people, with a page that none of them wrote."""
    newsroom(gaotai)
    (home / "page.txt").write_text(PAGE, encoding="utf-8")
    return gaotai


@pytest.fixture
def reprint(gaotai, tmp_path):
    """A page of another paper, marked as a reprint and submitted; its id."""
    name = gaotai("import", "page.txt", "--json")[1][0]["id"]
    _, text, _ = gaotai("show", name)
    assert "origin: null" in text
    (tmp_path / "slip.md").write_text(text.replace("origin: null", "origin: reprint"), encoding="utf-8")
    assert gaotai("edit", name, "slip.md", "--as", "许青")[0] == 0
    return name


def edited(gaotai, tmp_path, name, person, before, after, *options):
    _, text, _ = gaotai("show", name)
    assert before in text
    (tmp_path / "new.md").write_text(text.replace(before, after), encoding="utf-8")
    return gaotai("edit", name, "new.md", "--as", person, *options)


def test_each_level_hears_whether_a_reprint_is_as_its_original(gaotai, reprint, tmp_path):
    code, records, _ = gaotai("submit", reprint, "--as", "许青", "--json")
    assert (code, records[0]["kind"], records[0]["differences"]) == (0, "entered", [])
    code, out, err = gaotai("sign", reprint, "--level", "1", "--as", "周明", "--lang", "zh_CN")
    assert code == 0
    assert "与原件一致" in err
    assert "与原件一致" not in out
    assert edited(gaotai, tmp_path, reprint, "何静", "六个", "八个")[0] == 5
    assert edited(gaotai, tmp_path, reprint, "何静", "六个", "八个", "--unlock")[0] == 0
    code, records, _ = gaotai("sign", reprint, "--level", "2", "--as", "何静", "--json")
    (difference,) = records[0]["differences"]
    text = gaotai("show", reprint, "--json")[1][0]["blocks"][difference["block"]]["text"]
    assert text[difference["start"] : difference["end"]] == "八"
    assert (difference["before"], difference["after"]) == ("六", "八")
    _, _, err = gaotai("sign", reprint, "--level", "3", "--as", "陈衡", "--lang", "zh_CN")
    assert "与原件不同 1 处" in err
    shown = gaotai("show", reprint, "--json")[1][0]
    assert (shown["as_original"], shown["differences"]) == (False, [difference])
    assert gaotai("verify")[0] == 0


def test_show_knows_no_original_of_what_was_written_here(gaotai, tmp_path):
    name = gaotai("import", "page.txt", "--json")[1][0]["id"]
    _, text, _ = gaotai("show", name)
    (tmp_path / "own.md").write_text(text.replace("origin: null", "origin: own"), encoding="utf-8")
    gaotai("edit", name, "own.md", "--as", "许青")
    edited(gaotai, tmp_path, name, "许青", "六个", "八个")
    gaotai("submit", name, "--as", "许青")
    shown = gaotai("show", name, "--json")[1][0]
    assert (shown["as_original"], shown["differences"]) == (False, None)


def test_an_article_is_taken_remarked_on_held_and_goes_on(gaotai, reprint):
    assert gaotai("recall", reprint, "--as", "许青")[0] == 5
    gaotai("submit", reprint, "--as", "许青")
    assert gaotai("recall", reprint, "--as", "许青", "--json")[1][0]["state"] == "draft"
    gaotai("submit", reprint, "--as", "许青")
    assert gaotai("take", reprint, "--as", "周明", "--json")[1][0]["state"] == "level1"
    assert gaotai("recall", reprint, "--as", "许青")[0] == 5
    assert gaotai("comment", reprint, "哪六个？", "--quote", "六个乡镇", "--as", "周明")[0] == 0
    assert gaotai("comment", reprint, "？", "--quote", "没有的话", "--as", "周明")[0] == 2
    assert gaotai("hold", reprint, "--as", "周明", "--json")[1][0]["state"] == "held"
    assert gaotai("list", "--json")[1][0]["state"] == "held"
    assert gaotai("sign", reprint, "--level", "1", "--as", "周明")[0] == 5
    assert gaotai("reopen", reprint, "--as", "周明", "--json")[1][0]["state"] == "level1"
    assert gaotai("refuse", reprint, "--as", "周明")[0] == 2
    assert gaotai("refuse", reprint, "--why", "与昨日重复", "--as", "周明", "--json")[1][0]["state"] == "refused"
    assert gaotai("verify")[0] == 0


def test_the_history_of_an_article_is_told_in_both_languages(gaotai, reprint):
    gaotai("submit", reprint, "--as", "许青")
    gaotai("return", reprint, "--why", "来源不明", "--to", "editor", "--as", "周明")
    _, out, _ = gaotai("history", reprint, "--lang", "zh_CN")
    assert "周明初审退改第 1 版：来源不明" in out
    assert "待提交" in out
    _, out, _ = gaotai("history", reprint, "--lang", "en")
    assert "许青 submitted version 1" in out
    _, records, _ = gaotai("history", reprint, "--json")
    assert [step["kind"] for step in records[0]["steps"]] == ["revision", "submit", "return"]
    assert records[0]["waiting"]["action"] == "submit"


def test_people_are_listed_given_other_levels_and_taken_off(gaotai, reprint):
    assert gaotai("member", "set", "何静", "--levels", "1", "--as", "陈衡", "--json")[1][0]["taken"] == ["2"]
    code, records, _ = gaotai("member", "remove", "周明", "--as", "陈衡", "--json")
    assert (code, records[0]["active"]) == (0, False)
    listed = {record["name"]: record for record in gaotai("member", "list", "--json")[1]}
    assert listed["何静"]["levels"] == ["1"]
    assert not listed["周明"]["active"]
    gaotai("submit", reprint, "--as", "许青")
    assert gaotai("sign", reprint, "--level", "1", "--as", "周明")[0] == 5
    assert gaotai("sign", reprint, "--level", "1", "--as", "何静")[0] == 0
    assert gaotai("member", "remove", "陈衡", "--as", "陈衡")[0] == 5
    assert gaotai("member", "remove", "周明", "--as", "何静")[0] == 5
    assert gaotai("verify")[0] == 0


@pytest.mark.parametrize(
    "arguments", [("member", "add", "新人"), ("member", "set"), ("member", "add", "--levels", "1")]
)
def test_what_is_missing_in_a_command_is_named(gaotai, arguments):
    code, _, err = gaotai(*arguments)
    assert code == 2
    assert err.count("\n") == 1
