"""A batch of articles to a real Wagtail while clients, workers and answers are killed: exactly once, complete."""

from __future__ import annotations

import json
import os

from editor.operations.auditing import verify
from editor.publish.targets.kinds import checked, kind
from editor.store import outbox
from editor.store.outbox import State, TargetRow
from tests.services.chaos.newsroom import founded
from tests.services.chaos.run import chaos, expected, settled

SEED = int(os.environ.get("CHAOS_SEED", "20261124"))
KILLS = int(os.environ.get("CHAOS_KILLS", "300"))
ARTICLES = int(os.environ.get("CHAOS_ARTICLES", "150"))


def test_wagtail_holds_each_article_once_and_complete_after_kills(wagtail, tmp_path):
    made = kind("wagtail")
    options = {**checked(made, {"url": wagtail.url, "parent": str(wagtail.parent)}), "connections": "4"}
    target = TargetRow("web", "wagtail", made.address(options), options, "")
    newsroom = founded(tmp_path, target, SEED)
    for number in range(ARTICLES):
        newsroom.write(number)
    done = chaos(
        newsroom, wagtail, wagtail.token,
        kills=KILLS, changes=ARTICLES // 5, withdrawals=ARTICLES // 8, seconds=max(600, KILLS * 4),
    )  # fmt: skip
    wagtail.faults.clear()
    settled(newsroom, wagtail.token, 240)
    print(f"seed {SEED}: {done.clients} clients, {done.workers} workers, {len(done.faults)} faults")
    assert done.kills >= KILLS
    _as_it_should_be(newsroom, wagtail)


def _as_it_should_be(newsroom, wagtail):
    wanted = expected(newsroom.articles)
    with newsroom.desk.reading() as session:
        jobs = outbox.jobs(session.connection, session.newsroom)
        placed = outbox.placements_at(session.connection, session.newsroom, newsroom.target.destination)
    left = [(job.state, job.reason) for job in jobs if job.state not in {State.DONE, State.CANCELED}]
    assert left == []
    place = kind("wagtail").open(newsroom.target.options, wagtail.token)
    try:
        live = place.find(list(wanted))
        assert wagtail.count("live") == len(wanted), "doubled or lost"
        assert all(len(found) == 1 for found in live.values())
        for key, article in wanted.items():
            standing = place.read(live[key][0].thing)
            assert str(standing.status) == "public"
            whole = json.dumps(dict(standing.fields), ensure_ascii=False)
            assert article.headline in whole
            assert article.word in whole
            assert article.column in whole
            assert all(tag in whole for tag in article.tags)
            assert len(set(_pictures(whole))) == article.pictures
    finally:
        place.close()
    assert {p.key for p in placed if p.status == "public"} == set(wanted)
    assert json.dumps(verify(newsroom.desk).problems) == "[]"


def _pictures(whole):
    return [part[:64] for part in whole.split("asset:")[1:]]
