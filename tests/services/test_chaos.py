"""A batch of articles to real systems while clients, disks, workers and answers are hurt: exactly once, complete."""

from __future__ import annotations

import collections
import contextlib
import os
import subprocess

import pytest

from editor.operations.auditing import verify
from editor.store import outbox
from editor.store.outbox import State
from tests.services.chaos.disk import disk
from tests.services.chaos.newsroom import founded
from tests.services.chaos.run import chaos, client_of, settled
from tests.services.chaos.systems import SYSTEMS, row_of

SEED = int(os.environ.get("CHAOS_SEED", "20261124"))
KILLS = int(os.environ.get("CHAOS_KILLS", "300"))
ARTICLES = int(os.environ.get("CHAOS_ARTICLES", "150"))


@pytest.mark.parametrize("name", list(SYSTEMS))
def test_each_article_stands_there_once_and_complete_after_kills(name, request, tmp_path):
    rig = request.getfixturevalue(name)
    system = SYSTEMS[name](rig)
    with disk(tmp_path / "disk") as own:
        newsroom = founded(own.folder, system.target, SEED)
        for number in range(ARTICLES):
            newsroom.write(number)
        done = chaos(
            newsroom, rig, system.secret, own,
            kills=KILLS, changes=ARTICLES // 5, withdrawals=ARTICLES // 8, seconds=max(600, KILLS * 4),
        )  # fmt: skip
        rig.faults.clear()
        settled(newsroom, system.secret, 600)
        print(f"{name}, seed {SEED}: {done}")
        assert done.kills >= KILLS
        _as_it_should_be(newsroom, system)
        newsroom.desk.library.close()


def test_each_page_lies_on_a_server_whole_and_once_after_kills_and_cut_lines(openssh, tmp_path, monkeypatch):
    """A folder by SFTP is made as a whole: what a visitor sees is old or new at any time, and everything in the end."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    given = {
        "host": "127.0.0.1", "port": str(openssh.port), "user": openssh.user, "path": "www",
        "key_file": str(openssh.key), "fingerprint": openssh.host_key,
    }  # fmt: skip
    (tmp_path / "disk").mkdir()
    newsroom = founded(tmp_path / "disk", row_of("sftp", given), SEED)
    newsroom.queue(*(newsroom.write(number) for number in range(20)))
    pages = openssh.files / "www" / "articles"
    cut = 0
    for number in range(10):
        client = client_of(newsroom, "-")
        with contextlib.suppress(subprocess.TimeoutExpired):
            client.wait(timeout=newsroom.dice.uniform(0.8, 3.0))
        cut += openssh.kill_session() if number % 2 else 0
        client.kill()
        client.wait()
        assert all(page.read_text("utf-8").rstrip().endswith("</html>") for page in pages.glob("*.html"))
        newsroom.change(newsroom.dice.choice([each for each in newsroom.articles if not each.gone]))
        if number % 4 == 3:
            newsroom.withdraw(newsroom.dice.choice([each for each in newsroom.articles if not each.gone]))
    settled(newsroom, "-", 120)
    print(f"sftp, seed {SEED}: 10 clients, {cut} processes of sshd")
    wanted = {f"{each.name}.html": each for each in newsroom.articles if not each.gone}
    assert {page.name for page in pages.glob("*.html")} == set(wanted)
    assert all(each.word in (pages / name).read_text("utf-8") for name, each in wanted.items())
    assert list(openssh.files.rglob("*.part")) == []
    assert verify(newsroom.desk).problems == ()
    newsroom.desk.library.close()


def _as_it_should_be(newsroom, system):
    wanted = {each.key: each for each in newsroom.articles if not each.gone}
    with newsroom.desk.reading() as session:
        jobs = outbox.jobs(session.connection, session.newsroom)
        placed = outbox.placements_at(session.connection, session.newsroom, newsroom.target.destination)
    left = [(job.state, job.reason) for job in jobs if job.state not in {State.DONE, State.CANCELED}]
    assert left == []
    shown = system.shown()
    assert {one.key for one in shown} <= {each.key for each in newsroom.articles}
    assert [one for one in shown if one.state == "half"] == []
    counts = collections.Counter(one.key for one in shown if one.state == "public")
    assert counts == dict.fromkeys(wanted, 1), "doubled or lost"
    there = {one.key: one for one in shown if one.state == "public"}
    for key, article in wanted.items():
        one = there[key]
        assert one.title == article.headline
        assert article.word in one.text
        assert one.pictures == article.pictures
        assert "asset:" not in one.text
        assert one.terms == {article.column, *article.tags}
    assert {row.key: row.thing for row in placed if row.status == "public"} == {key: there[key].thing for key in wanted}
    assert verify(newsroom.desk).problems == ()
