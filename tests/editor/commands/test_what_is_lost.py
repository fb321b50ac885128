"""What a place would not keep is named where it is told: pictures, fields, characters; articles by their 稿号."""

from __future__ import annotations

import sqlite3

import pytest

from tests.editor.commands.pages import imported, newsroom, passed
from tests.editor.publish.sample_packages import png

PAGE = """---
headline: 渠首开闸
authors:
  - 许青
---

今年3月,青禾县灌区开闸。

![渠首的水位尺](渠首.png)

![空中看渠](https://pictures.example/sky.png)
"""


@pytest.fixture
def hugo(gaotai, home):
    (home / "hugo").mkdir()
    (home / "hugo" / "hugo.toml").write_text("title = 'x'\n", "utf-8")
    assert gaotai("target", "add", "站", "--kind", "hugo", "--path", "hugo")[0] == 0


@pytest.fixture
def article(gaotai, home):
    """A signed article with a picture in the library and one elsewhere; gives its record."""
    newsroom(gaotai)
    folder = home / "稿件"
    folder.mkdir()
    (folder / "稿.md").write_text(PAGE, "utf-8")
    (folder / "渠首.png").write_bytes(png())
    record = imported(gaotai, folder)
    passed(gaotai, record["id"])
    return record


def forget_pictures(home):
    with sqlite3.connect(home / "lib" / "library.db") as raw:
        raw.execute("DELETE FROM asset WHERE mime LIKE 'image/%'")


def test_what_holds_an_article_is_named_by_every_command_that_shows_it(gaotai, hugo, article):
    number = article["number"]
    code, out, _ = gaotai("export", "--to", "站", number, "--lang", "zh_CN", "--as", "陈衡")
    assert code == 6
    first, second = out.splitlines()
    assert first.startswith(number)
    assert "“正文”" in second
    assert "https://pictures.example/sky.png" in second
    assert article["id"] not in out
    for arguments in (("outbox",), ("outbox", "list", "--all"), ("outbox", "list", number)):
        assert "https://pictures.example/sky.png" in gaotai(*arguments)[1]
    (line,) = gaotai("outbox", "--json")[1]
    assert (line["id"], line["number"], line["code"]) == (article["id"], number, "would_lose")
    (loss,) = line["losses"]
    assert (loss["code"], loss["field"]) == ("picture_elsewhere", "content")
    assert "sky.png" in loss["message"]


@pytest.mark.parametrize("target", ["站", "site:out"])
def test_a_picture_that_is_not_here_is_named_by_its_place_and_caption(gaotai, hugo, article, home, target):
    forget_pictures(home)
    code, _, err = gaotai("export", "--to", target, article["number"], "--lang", "zh_CN", "--as", "陈衡")
    assert code == 5
    assert "正文第 1 张图片“渠首的水位尺”" in err
    assert article["number"] in err
    assert article["id"] not in err


@pytest.mark.parametrize("kind", ["hugo", "site"])
def test_a_picture_that_went_missing_while_the_article_waited_is_named_too(gaotai, hugo, article, home, kind):
    name = "站" if kind == "hugo" else "副本"
    gaotai("target", "add", "副本", "--kind", "site", "--path", "out")
    gaotai("outbox", "hold", "--to", name, "--why", "等通知", "--as", "陈衡")
    assert gaotai("export", "--to", name, article["number"], "--as", "陈衡")[0] == 6
    forget_pictures(home)
    gaotai("outbox", "release", "--as", "陈衡")
    out = gaotai("outbox", "--lang", "zh_CN")[1]
    assert "正文第 1 张图片“渠首的水位尺”" in out
    assert article["number"] in out
    assert article["id"] not in out


def test_several_articles_are_called_by_their_numbers_and_an_unknown_one_as_it_was_typed(gaotai, home, hugo):
    newsroom(gaotai)
    first, second = imported(gaotai), imported(gaotai)
    for target in ("站", "site:out"):
        code, _, err = gaotai("export", "--to", target, first["number"], second["id"], "nothing", "--as", "陈衡")
        assert code == 5
        assert first["number"] in err
        assert second["number"] in err
        assert " nothing " in err
        assert first["id"] not in err
        assert second["id"] not in err
        records = gaotai("export", "--to", target, first["number"], "nothing", "--as", "陈衡", "--json")[1]
        told = {record["id"]: (record["number"], record["error"]) for record in records}
        assert told == {first["id"]: (first["number"], "not_signed"), "nothing": (None, "article_unknown")}


def test_what_was_delivered_to_a_folder_is_called_by_its_number(gaotai, home):
    newsroom(gaotai)
    record = imported(gaotai)
    passed(gaotai, record["number"])
    code, out, _ = gaotai("export", "--to", "txt:out", record["number"], "--as", "陈衡")
    assert code == 0
    assert out.startswith(f"{record['number']} → ")


def test_two_articles_of_one_number_are_told_apart_by_their_ids(gaotai, home):
    newsroom(gaotai)
    first, second = imported(gaotai), imported(gaotai)
    with sqlite3.connect(home / "lib" / "library.db") as raw:
        raw.execute("UPDATE article SET number = ?", (first["number"],))
    code, _, err = gaotai("export", "--to", "site:out", first["number"])
    assert code == 2
    assert first["id"] in err
    assert second["id"] in err
    code, _, err = gaotai("export", "--to", "site:out", second["id"])
    assert code == 5
    assert second["id"] in err
