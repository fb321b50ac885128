"""Files that come a second time are told of; whoever leaves in the middle knows what was kept."""

from __future__ import annotations

import signal
import zipfile

import pytest

from editor.store import drafts
from tests.editor.commands.pages import PAGE, imported, newsroom, passed


@pytest.fixture
def pages(home):
    """Three pages with nothing in common but their form."""
    names = [f"稿{number}.txt" for number in range(3)]
    for number, name in enumerate(names):
        (home / name).write_text(PAGE.replace("春灌开闸", f"第{number}次放水"), "utf-8")
    return names


def interrupting(monkeypatch, times=1):
    """Ctrl+C comes when the first draft has just been kept, so many times."""
    save = drafts.save
    left = [times]

    def saved(library, draft):
        save(library, draft)
        while left[0]:
            left[0] -= 1
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("editor.operations.importing.drafts.save", saved)


def test_what_was_kept_when_somebody_leaves_is_told_of(gaotai, pages, monkeypatch):
    before = signal.getsignal(signal.SIGINT)
    interrupting(monkeypatch)
    code, out, err = gaotai("import", *pages)
    assert code == 1
    (listed,) = gaotai("list", "--json")[1]
    assert out.startswith(listed["number"])
    assert pages[0] in out
    assert pages[1] not in out
    assert "Interrupted" in err
    assert signal.getsignal(signal.SIGINT) is before


def test_whoever_presses_twice_leaves_at_once_and_nothing_half_is_kept(gaotai, pages, monkeypatch):
    interrupting(monkeypatch, times=2)
    code, out, err = gaotai("import", *pages)
    assert (code, out) == (1, "")
    assert "Interrupted" in err
    assert gaotai("list", "--json")[1] == []
    records = gaotai("import", *pages, "--json")[1]
    assert [record["taken_before"] for record in records] == [False, False, False]


def test_a_folder_is_left_behind_the_article_at_hand(gaotai, pages, home, monkeypatch):
    with zipfile.ZipFile(home / "稿件.zip", "w") as archive:
        for name in pages:
            archive.write(home / name, name)
    interrupting(monkeypatch)
    code, records, _ = gaotai("import", "稿件.zip", "--json")
    assert code == 1
    assert len(records) == len(gaotai("list", "--json")[1]) == 1


def test_a_file_that_comes_again_is_taken_in_and_told_of_with_the_number_of_the_first(gaotai, pages, home):
    first = imported(gaotai, pages[0])
    assert (first["taken_before"], first["same_file_as"]) == (False, [])
    (home / "copy.txt").write_bytes((home / pages[0]).read_bytes())
    code, out, err = gaotai("import", "copy.txt", pages[1], "--lang", "zh_CN")
    assert code == 0
    assert len(out.splitlines()) >= 2
    (told,) = [line for line in err.splitlines() if "以前导入过" in line]
    assert first["number"] in told
    assert "copy.txt" in told
    third = imported(gaotai, pages[0])
    assert third["taken_before"]
    assert {"id": first["id"], "number": first["number"]} in third["same_file_as"]
    assert len(third["same_file_as"]) == 2
    assert len(gaotai("list", "--json")[1]) == 4


def test_the_first_one_is_found_also_when_it_was_signed_since(gaotai, home):
    newsroom(gaotai)
    (home / "page.txt").write_text(PAGE.replace("许青", "王小川"), "utf-8")  # whose text somebody else enters
    first = imported(gaotai)
    passed(gaotai, first["id"])
    assert [twin["id"] for twin in imported(gaotai)["same_file_as"]] == [first["id"]]


def test_a_file_is_told_of_also_when_nobody_knows_any_more_what_it_became(gaotai, home):
    newsroom(gaotai)
    own = (home / "page.txt").read_text("utf-8").replace("来源:青禾县融媒体中心", "首发:本报")
    (home / "own.md").write_text(f"---\norigin: original\nheadline: 自采\n---\n\n{own[-60:]}\n", "utf-8")
    record = imported(gaotai, "own.md")
    (home / "changed.md").write_text("---\nheadline: 自采\n---\n\n全部重写过的一段。\n", "utf-8")
    assert gaotai("edit", record["id"], "changed.md", "--as", "许青")[0] == 0
    again = imported(gaotai, "own.md")
    assert again["taken_before"]
    assert gaotai("import", "own.md", "--lang", "zh_CN")[2].count("以前导入过") == 1


def test_an_old_document_and_the_same_in_a_zip_are_one_file(gaotai, pages, home):
    imported(gaotai, pages[0])
    with zipfile.ZipFile(home / "一份.zip", "w") as archive:
        archive.write(home / pages[0], "里面.txt")
    assert imported(gaotai, "一份.zip")["taken_before"]
