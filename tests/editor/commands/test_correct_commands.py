"""``correct``, ``setting --correction`` and what ``history``, ``submit`` and ``show`` say of it."""

from __future__ import annotations

import pytest

from tests.editor.commands.pages import newsroom, passed, signed


@pytest.fixture
def gaotai(gaotai):
    """Commands in a newsroom of four people, which answers in Chinese."""
    newsroom(gaotai)
    return lambda *arguments: gaotai("--lang", "zh_CN", *arguments)


@pytest.fixture
def out(gaotai):
    """An article that lies as a page in ``pages``."""
    name = gaotai("import", "page.txt", "--json")[1][0]["id"]
    passed(gaotai, name)
    code, told, said = gaotai("export", "--to", "html:pages", name, "--as", "陈衡")
    assert code == 0, told + said
    return name


def test_a_note_goes_from_the_command_to_the_page(gaotai, out, tmp_path):
    code, (begun,), _ = gaotai(
        "correct", out, "--form", "note", "--what", "“五天”应为“十五天”", "--why", "读者来电", "--as", "何静", "--json"
    )
    assert code == 0
    assert (begun["form"], begun["correction"], begun["what"]) == ("note", 1, "“五天”应为“十五天”。")
    assert begun["notice"] is None
    assert gaotai("submit", out, "--as", "何静")[0] == 0
    shown = gaotai("show", out, "--format", "json", "--json")[1][0]
    assert [note["text"] for note in shown["corrections"]] == ["“五天”应为“十五天”。"]
    history = gaotai("history", out)[1]
    assert "更正第 1 次，文末更正说明：“五天”应为“十五天”。" in history


def test_a_notice_is_a_draft_with_a_number(gaotai, out):
    code, told, said = gaotai("correct", out, "--form", "notice", "--what", "“五天”应为“十五天”", "--as", "何静")
    assert code == 0
    assert "更正第 1 次" in told
    assert "更正启事已起草" in said
    drafts = [row for row in gaotai("list", "--json")[1] if row["state"] == "draft"]
    assert [row["headline"] for row in drafts] == ["关于《青禾县春灌开闸》的更正"]
    assert gaotai("show", drafts[0]["id"], "--format", "json", "--json")[1][0]["corrects"] == out


def test_it_is_taken_back(gaotai, out):
    assert gaotai("correct", out, "--form", "notice", "--what", "错字", "--as", "何静")[0] == 0
    code, told, _ = gaotai("correct", out, "--undo", "--as", "何静")
    assert (code, "已由何静撤销" in told) == (0, True)
    assert len(gaotai("list", "--json")[1]) == 1
    assert gaotai("correct", out, "--undo", "--as", "何静")[0] == 5


@pytest.mark.parametrize(
    ("person", "form", "said"),
    [("许青", "note", "须由持有本栏目审级的人发起"), ("何静", "silent", "须由终审决定")],
)
def test_who_may_not_is_refused_with_the_rule(gaotai, out, person, form, said):
    code, _, told = gaotai("correct", out, "--form", form, "--as", person)
    assert (code, said in told) == (5, True)


def test_what_is_not_out_is_not_corrected(gaotai):
    name = gaotai("import", "page.txt", "--json")[1][0]["id"]
    code, _, told = gaotai("correct", name, "--as", "周明")
    assert (code, "还没有在任何地方发布" in told) == (5, True)


def test_the_rule_of_the_newsroom_is_used_where_nobody_says_a_form(gaotai, out):
    assert gaotai("setting", "--levels", "1,2,3", "--correction", "notice", "--as", "陈衡")[0] == 0
    assert gaotai("correct", out, "--as", "何静", "--json")[1][0]["form"] == "notice"


def test_submitting_a_newer_text_without_a_form_says_so(gaotai, out, tmp_path):
    _, text, _ = gaotai("show", out)
    (tmp_path / "new.md").write_text(text.replace("提早五天", "提早十五天"), encoding="utf-8")
    assert gaotai("edit", out, "new.md", "--as", "许青")[0] == 0
    code, _, told = gaotai("submit", out, "--as", "许青")
    assert (code, "没有写明方式" in told) == (0, True)
    assert "更正第 1 次，未写明方式" in gaotai("history", out)[1]


def test_the_register_knows_corrections_also_silent_ones(gaotai, out, tmp_path):
    _, text, _ = gaotai("show", out)
    (tmp_path / "new.md").write_text(text.replace("提早五天", "提早十五天"), encoding="utf-8")
    assert gaotai("edit", out, "new.md", "--as", "许青")[0] == 0
    assert gaotai("submit", out, "--as", "许青")[0] == 0
    assert gaotai("correct", out, "--form", "silent", "--why", "笔误", "--as", "陈衡")[0] == 0
    signed(gaotai, out)
    assert gaotai("export", "--to", "html:pages", out, "--as", "陈衡")[0] == 0
    code, lines, _ = gaotai("register", "--json")
    assert code == 0
    assert [line["state"] for line in lines] == ["已发布", "更正第 1 次：静默订正"]
    assert {line["by"] for line in lines} == {"陈衡"}
    assert gaotai("register", "-o", "register.xlsx")[0] == 0
    assert (tmp_path / "register.xlsx").read_bytes()[:2] == b"PK"
    assert gaotai("register", "-o", "register.csv")[0] == 0
    assert "更正第 1 次：静默订正" in (tmp_path / "register.csv").read_text("utf-8-sig")
    assert gaotai("register", "--since", "2999", "--json")[1] == []
