"""A batch of articles to a real WordPress while clients, workers and answers are killed: exactly once, complete."""

from __future__ import annotations

import html
import json
import os

from editor.operations.auditing import verify
from editor.store import outbox
from editor.store.outbox import State, TargetRow
from tests.services.chaos.newsroom import founded
from tests.services.chaos.run import chaos, expected, settled

SEED = int(os.environ.get("CHAOS_SEED", "20261124"))
KILLS = int(os.environ.get("CHAOS_KILLS", "300"))
ARTICLES = int(os.environ.get("CHAOS_ARTICLES", "150"))


def test_wordpress_holds_each_article_once_and_complete_after_kills(wordpress, tmp_path):
    account = wordpress.users["editor"]
    options = {"url": wordpress.url, "user": account.login, "connections": "4", "outlet": "web", "details": "text"}
    target = TargetRow("web", "wordpress", f"wordpress:{wordpress.url}/", options, "")
    newsroom = founded(tmp_path, target, SEED)
    for number in range(ARTICLES):
        newsroom.write(number)
    done = chaos(
        newsroom, wordpress, account.application_password,
        kills=KILLS, changes=ARTICLES // 5, withdrawals=ARTICLES // 8, seconds=max(600, KILLS * 4),
    )  # fmt: skip
    wordpress.faults.clear()
    settled(newsroom, account.application_password, 240)
    print(f"seed {SEED}: {done.clients} clients, {done.workers} workers, {len(done.faults)} faults")
    assert done.kills >= KILLS
    _as_it_should_be(newsroom, wordpress)


def _as_it_should_be(newsroom, wordpress):
    wanted = expected(newsroom.articles)
    with newsroom.desk.reading() as session:
        jobs = outbox.jobs(session.connection, session.newsroom)
    left = [(job.state, job.reason) for job in jobs if job.state not in {State.DONE, State.CANCELED}]
    assert left == []
    posts = wordpress.rows(
        "SELECT ID, post_name, post_status, post_title, post_content FROM wp_posts WHERE post_type = 'post'"
    )
    seen = {
        name: (int(number), title, content) for number, name, status, title, content in posts if status == "publish"
    }
    others = [row[:4] for row in posts if row[2] not in {"publish", "trash", "auto-draft"}]
    assert others == [], "half articles"
    assert set(seen) == set(wanted), "doubled or lost"
    terms = _terms(wordpress)
    for key, article in wanted.items():
        number, title, content = seen[key]
        assert html.unescape(title) == article.headline
        assert article.word in html.unescape(content)
        assert content.count("<img") == article.pictures
        assert "asset:" not in content
        assert terms.get(number, set()) == {article.column, *article.tags}
    with newsroom.desk.reading() as session:
        placed = outbox.placements_at(session.connection, session.newsroom, newsroom.target.destination)
    assert {p.key: int(p.thing) for p in placed if p.status == "public"} == {key: seen[key][0] for key in wanted}
    assert json.dumps(verify(newsroom.desk).problems) == "[]"


def _terms(wordpress):
    found = {}
    rows = wordpress.rows(
        "SELECT r.object_id, t.name FROM wp_term_relationships r"
        " JOIN wp_term_taxonomy x ON x.term_taxonomy_id = r.term_taxonomy_id JOIN wp_terms t ON t.term_id = x.term_id"
        " WHERE x.taxonomy IN ('category', 'post_tag')"
    )
    for number, name in rows:
        found.setdefault(int(number), set()).add(name)
    return found
