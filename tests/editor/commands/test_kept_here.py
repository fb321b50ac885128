"""Commands and what this computer alone knows of articles: the waste bin, the local history."""

from __future__ import annotations

import json

import pytest

from editor.cli import run
from editor.operations import history
from editor.operations.placing import place
from tests.editor.operations.newsroom import empty_desk


@pytest.fixture
def gaotai(tmp_path, monkeypatch, capfd):
    """Run a command on the library ``lib`` of an empty home; gives exit code and records."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        code = run(["--library", "lib", *arguments])
        out, _ = capfd.readouterr()
        return code, [json.loads(line) for line in out.splitlines()] if "--json" in arguments else []

    return call


@pytest.fixture
def taken_in(gaotai, tmp_path):
    """Take a text in; gives its id."""

    def take(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return gaotai("import", name, "--json")[1][0]["id"]

    return take


def test_the_waste_bin_is_listed_only_when_all_is_asked_for(gaotai, taken_in, tmp_path):
    stays = taken_in("stays.md", "# 渠水通了\n\n今天通水。\n")
    gone = taken_in("gone.md", "# 旧稿\n\n去年的事。\n")
    desk = empty_desk(tmp_path / "lib")
    place(desk, [gone], "trash")
    desk.library.close()
    assert [line["id"] for line in gaotai("list", "--json")[1]] == [stays]
    assert {line["id"] for line in gaotai("list", "--all", "--json")[1]} == {stays, gone}


def test_what_an_edit_writes_over_is_in_the_local_history(gaotai, taken_in, tmp_path):
    name = taken_in("page.md", "# 渠水通了\n\n今天通水。\n")
    (tmp_path / "edited.md").write_text("昨天通水。\n", encoding="utf-8")
    assert gaotai("edit", name, "edited.md")[0] == 0
    desk = empty_desk(tmp_path / "lib")
    kept = [(one.why, history.version(desk, one.id).text) for one in history.versions(desk, name)]
    desk.library.close()
    assert kept == [("save", "昨天通水。\n"), ("replaced", "今天通水。\n")]
