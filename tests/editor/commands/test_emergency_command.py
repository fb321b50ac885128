"""应急稿包 by command: what is signed leaves on a stick, and the ledger says so."""

from __future__ import annotations

import zipfile

import pytest

from tests.editor.commands.pages import imported, newsroom, passed

CHIEF = ("--as", "陈衡")


@pytest.fixture
def signed(gaotai):
    """A newsroom with one signed article and a draft; gives both ids."""
    newsroom(gaotai)
    record, draft = imported(gaotai), imported(gaotai)
    passed(gaotai, record["id"])
    return record["id"], draft["id"]


def state(gaotai, name):
    return next(one["state"] for one in gaotai("list", "--json")[1] if one["id"] == name)


def test_a_signed_article_leaves_and_is_not_taken_for_published(gaotai, signed, home):
    name, _ = signed
    code, (made,), _ = gaotai("outbox", "emergency", "-o", "pack.zip", name, *CHIEF, "--json")
    assert (code, made["articles"], made["noted"]) == (0, [name], True)
    with zipfile.ZipFile(home / "pack.zip") as archive:
        kinds = sorted(file.rpartition(".")[2] for file in archive.namelist())
    assert kinds == ["docx", "txt", "txt"]
    assert state(gaotai, name) == "approved"
    assert "pack.zip" in gaotai("history", name)[1]
    assert [one["action"] for one in gaotai("outbox", "receipts", name, "--json")[1]] == ["packed"]
    assert "pack.zip" in gaotai("register")[1]
    assert gaotai("verify")[0] == 0
    assert gaotai("export", "--to", "site:out", name, *CHIEF)[0] == 0
    assert state(gaotai, name) == "sent"


def test_what_is_not_signed_stays(gaotai, signed, home):
    name, draft = signed
    code, (made, refused), _ = gaotai("outbox", "emergency", name, draft, "-o", "pack.zip", *CHIEF, "--json")
    assert (code, made["articles"], refused["id"]) == (5, [name], draft)
    (home / "pack.zip").unlink()
    code, _, told = gaotai("outbox", "emergency", draft, "-o", "pack.zip", *CHIEF)
    assert (code, (home / "pack.zip").exists()) == (5, False)
    assert "passed by the last level" in told


def test_a_withdrawn_article_that_left_in_a_pack_has_a_sheet_of_its_places_only(gaotai, signed, home):
    name, _ = signed
    gaotai("outbox", "emergency", "--all", "-o", "pack.zip", *CHIEF)
    gaotai("export", "--to", "site:out", name, *CHIEF)
    gaotai("withdraw", name, "--why", "出错", *CHIEF)
    (sheet,) = gaotai("outbox", "sheet", name, "--json")[1]
    assert (sheet["open"], [place["kind"] for place in sheet["places"]]) == (0, ["disk"])
    code, _, _ = gaotai("outbox", "emergency", "--all", "-o", "other.zip", *CHIEF)
    assert (code, (home / "other.zip").exists()) == (5, False)


def test_where_nobody_can_sign_the_pack_is_written_all_the_same_and_says_so(gaotai, signed, home):
    name, _ = signed
    code, _, told = gaotai("outbox", "emergency", name, "-o", "pack.zip")
    assert (code, (home / "pack.zip").exists()) == (0, True)
    assert "ledger does not say so" in told
    assert gaotai("outbox", "receipts", name, "--json")[1] == []


@pytest.mark.parametrize("given", [("-o", "pack.zip"), ("--all",)], ids=["no article", "no file"])
def test_half_a_command_does_nothing(gaotai, signed, home, given):
    assert gaotai("outbox", "emergency", *given, *CHIEF)[0] == 2
    assert not (home / "pack.zip").exists()


def test_a_place_that_cannot_be_written(gaotai, signed):
    assert gaotai("outbox", "emergency", "--all", "-o", "nowhere/pack.zip", *CHIEF)[0] == 6
    assert gaotai("outbox", "receipts", signed[0], "--json")[1] == []


def test_articles_may_stand_behind_the_options_of_a_command(gaotai, signed):
    name, _ = signed
    gaotai("target", "add", "抖音", "--kind", "hand")
    assert gaotai("outbox", "published", "--to", "抖音", name, *CHIEF)[0] == 0
    assert state(gaotai, name) == "sent"
    assert gaotai("outbox", "list", "--all", "--nonsense", name)[0] == 2
