"""Targets and the outbox by commands: added, tried, sent to, taken down; with nobody there, nothing is lost."""

from __future__ import annotations

import json
import socket
import sqlite3
from importlib.util import find_spec

import pytest

from editor.commands.parser import TARGET_OPTIONS
from editor.operations.outbox import targets
from editor.publish.targets.kinds import OWN, kind
from tests.editor.commands.pages import imported, newsroom, passed

SECRET = "abcd EFGH ijkl MNOP"


@pytest.fixture
def nobody():
    """An address at which nothing answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/"


@pytest.fixture
def signed(gaotai):
    """A newsroom with one signed article; gives its id."""
    newsroom(gaotai)
    record = imported(gaotai)
    passed(gaotai, record["id"])
    return record["id"]


def wordpress(gaotai, address, home):
    (home / "secret").write_text(SECRET + "\n", encoding="utf-8")
    return gaotai(
        *("target", "add", "网站", "--kind", "wordpress", "--url", address, "--user", "bot", "--secret-file", "secret")
    )


def test_a_target_with_a_name_takes_signed_articles_and_gives_them_back(gaotai, signed, home):
    assert gaotai("target", "add", "站点", "--kind", "site", "--path", "out")[0] == 0
    code, (line,), _ = gaotai("export", "--to", "站点", signed, "--as", "陈衡", "--json")
    assert (code, line["id"], line["state"]) == (0, signed, "done")
    assert (home / "out" / "articles" / f"{signed}.html").exists()
    assert gaotai("list", "--json")[1][0]["state"] == "sent"
    assert gaotai("verify")[0] == 0
    assert gaotai("withdraw", signed, "--as", "陈衡")[0] == 0
    assert not (home / "out" / "articles" / f"{signed}.html").exists()


def test_a_site_says_its_name_and_whole_addresses_also_when_something_is_taken_from_it(gaotai, signed, home):
    told = (
        "--url",
        "https://news.example/",
        "--title",
        "青禾新闻",
        "--newsroom",
        "青禾县融媒体中心",
        "--columns",
        "要闻，民生",
    )
    assert gaotai("target", "add", "站点", "--kind", "site", "--path", "out", "--url", "nowhere")[0] == 2
    assert gaotai("target", "add", "站点", "--kind", "site", "--path", "out", *told)[0] == 0
    assert gaotai("export", "--to", "站点", signed, "--as", "陈衡")[0] == 0

    def said(name):
        return (home / "out" / name).read_text("utf-8")

    assert f"https://news.example/articles/{signed}.html" in said("rss.xml")
    assert "青禾新闻" in said("index.html")
    assert "青禾县融媒体中心" in said("index.html")
    assert gaotai("export", "--to", "site:out", signed, "--as", "陈衡")[0] == 0
    assert "青禾新闻" in said("index.html")
    assert gaotai("withdraw", signed, "--as", "陈衡")[0] == 0
    assert "青禾新闻" in said("index.html")
    assert "https://news.example/" in said("rss.xml")


def test_a_password_is_nowhere_but_in_a_sealed_file(gaotai, signed, home, nobody):
    assert wordpress(gaotai, nobody, home)[0] == 0
    gaotai("export", "--to", "网站", signed, "--no-wait", "--as", "陈衡")
    (home / "secret").unlink()
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert not [path for path in kept if SECRET.encode() in path.read_bytes()]
    (sealed,) = (path for path in kept if path.parent.name == "targets")
    assert sealed.stat().st_mode & 0o777 == 0o600


def test_with_nobody_there_it_waits_with_a_sentence_and_can_be_taken_out_again(gaotai, signed, home, nobody):
    wordpress(gaotai, nobody, home)
    code, (line,), err = gaotai("export", "--to", "网站", signed, "--no-wait", "--as", "陈衡", "--json")
    assert code == 6
    assert (line["state"], line["code"]) == ("waiting", "wire_refused")
    assert "127.0.0.1" in line["message"]
    assert "outbox run" in err
    assert gaotai("outbox", "--json")[1][0]["id"] == signed
    assert gaotai("target", "remove", "网站")[0] == 5
    assert gaotai("outbox", "cancel", signed)[0] == 0
    assert gaotai("outbox", "--json")[1] == []
    assert gaotai("target", "remove", "网站")[0] == 0


def test_a_target_is_held_back_with_a_reason_and_released(gaotai, signed, home):
    for name in ("站点", "副本"):
        assert gaotai("target", "add", name, "--kind", "site", "--path", name)[0] == 0
    assert gaotai("outbox", "hold")[0] == 2
    assert gaotai("outbox", "hold", "--to", "无", "--why", "等通知")[0] == 2
    assert gaotai("outbox", "hold", "--to", "站点", "--why", "等通知", "--as", "陈衡")[0] == 0
    code, _, err = gaotai("export", "--to", "站点", signed, "--as", "陈衡", "--lang", "zh_CN")
    assert code == 6
    assert "站点已暂缓（等通知），有 1 篇在等待" in err
    assert not (home / "站点").exists()
    assert gaotai("export", "--to", "副本", signed, "--as", "陈衡")[0] == 0
    assert gaotai("outbox", "release", "--as", "陈衡")[0] == 0
    assert (home / "站点" / "articles" / f"{signed}.html").exists()


def test_a_target_that_does_not_answer_is_told_in_words(gaotai, home, nobody):
    wordpress(gaotai, nobody, home)
    code, _, err = gaotai("target", "test", "网站")
    assert code == 6
    assert "127.0.0.1" in err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("target", "add", "a", "--kind", "nothing"), 2),
        (("target", "add", "a:b", "--kind", "site", "--path", "x"), 2),
        (("target", "add", "site", "--kind", "site", "--path", "x"), 2),
        (("target", "add", "a", "--kind", "site"), 2),
        (("target", "add", "a", "--kind", "wordpress", "--url", "https://u:p@x/", "--user", "u"), 2),
        (("target", "add", "a", "--kind", "site", "--path", "x", "--connections", "0"), 2),
        (("target", "add", "a", "--kind", "site", "--path", "x", "--set", "nothing"), 2),
        (("target", "add", "a", "--kind", "site", "--path", "x", "--set", "no=thing"), 2),
        (("target", "test", "a"), 2),
        (("target", "edit"), 2),
        (("export", "--to", "a", "--all-signed"), 2),
        (("outbox", "fly"), 2),
    ],
)
def test_wrong_use_is_told_and_changes_nothing(gaotai, arguments, code, home):
    imported(gaotai)
    given, _, err = gaotai(*arguments)
    assert given == code
    assert err.startswith("gaotai: ")
    with sqlite3.connect(home / "lib" / "library.db") as raw:
        assert raw.execute("SELECT count(*) FROM target").fetchone() == (0,)


def test_an_embargo_keeps_an_article_off_the_disk_until_it_ends(gaotai, home):
    newsroom(gaotai)
    (home / "later.md").write_text(
        "---\nheadline: 明日公布的数据\nauthors:\n  - 许青\nembargo: 2099-01-01T08:00:00+08:00\n---\n\n正文一段。\n",
        "utf-8",
    )
    record = imported(gaotai, "later.md")
    passed(gaotai, record["id"])
    code, (line,), _ = gaotai("export", "--to", "site:out", record["id"], "--json")
    assert (code, line["error"]) == (5, "embargo")
    assert not list((home / "out").rglob(f"{record['id']}*"))
    gaotai("target", "add", "站点", "--kind", "site", "--path", "out")
    code, (line,), _ = gaotai("export", "--to", "站点", record["id"], "--json")
    assert (line["state"], line["code"]) == ("waiting", "until")
    assert "2099" in json.dumps(line)


def test_every_option_of_our_own_kinds_is_a_flag():
    ours = [name for name in OWN if find_spec(f"editor.publish.targets.{name}")]
    own = {option.name for name in ours for option in targets.options_of(kind(name))}
    assert own <= set(TARGET_OPTIONS)
