"""The rigs themselves: each server starts, answers, and each fault does what it says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.services.rigs.processes import wait_for
from tests.services.rigs.wordpress import WORKERS

POSTS = "/wp-json/wp/v2/posts"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def editor(wordpress):
    """A client that is logged in as an editor."""
    with httpx.Client(base_url=wordpress.url, auth=wordpress.users["editor"].auth, timeout=30) as client:
        yield client


def article(**more) -> dict[str, object]:
    return {"title": "标题", "content": "<p>正文</p>", "status": "publish", "slug": "nx-1", **more}


def test_wordpress_has_a_user_of_each_role_and_is_empty(wordpress, capsys):
    with capsys.disabled():
        print(f"\nWordPress {wordpress.version}: started in {wordpress.start_seconds:.1f} s")
    roles = {"admin": "administrator", "editor": "editor", "author": "author", "contributor": "contributor"}
    for name, role in roles.items():
        account = wordpress.users[name]
        answer = httpx.get(wordpress.url + "/wp-json/wp/v2/users/me?context=edit", auth=account.auth, timeout=30)
        assert answer.json()["roles"] == [role]
    assert wordpress.count() == 0


def test_what_stands_in_the_database_comes_back_as_it_was_written(wordpress, editor):
    title, text = "𠮷 \\n 㙍", "a\tb\\\n<p>c</p>\r\n\\0"
    assert editor.post(POSTS, json=article(title=title, content=text)).status_code == 201
    assert wordpress.rows("SELECT post_title, post_content FROM wp_posts") == [(title, text)]


def test_the_public_page_shows_the_article(wordpress, editor):
    link = editor.post(POSTS, json=article()).json()["link"]
    assert "正文" in httpx.get(link, timeout=30).text


@pytest.mark.parametrize(("mode", "status"), [("http502", 502), ("http503", 503), ("http429", 429)])
def test_refusals_change_nothing(wordpress, editor, mode, status):
    wordpress.fault(mode, count=1, value=7 if status != 502 else "")
    answer = editor.post(POSTS, json=article())
    assert answer.status_code == status
    assert answer.headers.get("retry-after") == (None if status == 502 else "7")
    assert (wordpress.count(), wordpress.faults.left()) == (0, 0)
    assert editor.post(POSTS, json=article()).status_code == 201


@pytest.mark.parametrize(
    ("mode", "posts", "whole"),
    [("kill_before", 0, 0), ("kill_after_insert", 1, 0), ("kill_after_all", 1, 1), ("err500_after", 1, 1)],
)
def test_a_worker_dies_before_in_the_middle_and_at_the_end(wordpress, editor, mode, posts, whole):
    tag = editor.post("/wp-json/wp/v2/tags", json={"name": "时政"}).json()["id"]
    wordpress.fault(mode)
    answer = editor.post(POSTS, json=article(tags=[tag]))
    assert answer.status_code == (500 if mode == "err500_after" else 502)
    assert answer.headers["content-type"].startswith("text/html")
    assert wordpress.count() == posts
    assert len(wordpress.rows(f"SELECT * FROM wp_term_relationships WHERE term_taxonomy_id = {tag}")) == whole
    assert editor.get(POSTS).status_code == 200, "another worker answers"


def test_a_worker_dies_when_a_change_has_been_written(wordpress, editor):
    post = editor.post(POSTS, json=article()).json()["id"]
    wordpress.fault("kill_after_update")
    assert editor.put(f"{POSTS}/{post}", json={"content": "<p>新</p>"}).status_code == 502
    assert wordpress.rows(f"SELECT post_content FROM wp_posts WHERE ID = {post}") == [("<p>新</p>",)]


def test_a_late_request_works_on_when_the_client_has_left(wordpress, editor):
    for mode in ("slow", "slow_after"):
        wordpress.fault(mode, value=1.5)
        with pytest.raises(httpx.ReadTimeout):
            editor.post(POSTS, json=article(slug=mode), timeout=0.5)
        late = f"post_type = 'post' AND post_name = '{mode}'"
        assert wordpress.count(late) == (1 if mode == "slow_after" else 0), "at once"
        wait_for(lambda late=late: wordpress.count(late), "the late post", 20)


def test_a_cut_answer_is_an_error_and_the_post_is_there(wordpress, editor):
    wordpress.fault("cut", value=40)
    with pytest.raises(httpx.RemoteProtocolError):
        editor.post(POSTS, json=article())
    assert wordpress.count() == 1
    wordpress.fault("cut_quietly", value=40)
    answer = editor.post(POSTS, json=article(slug="nx-2"))
    assert (answer.status_code, len(answer.content)) == (201, 40), "nothing but the body tells"
    assert wordpress.count() == 2


def test_a_wrong_password_reads_as_anonymous(wordpress, editor):
    wordpress.fault("wrong_password", 2, methods="GET POST")
    assert editor.get(POSTS, params={"slug": "nx-1"}).json() == []
    assert editor.post(POSTS, json=article()).status_code == 401


def test_application_passwords_can_be_turned_off(wordpress, editor):
    wordpress.fault("passwords_off", 2, methods="GET")
    assert editor.get("/wp-json/").json()["authentication"] == []
    assert editor.get("/wp-json/wp/v2/users/me").status_code == 401


def test_html_and_a_foreign_address_instead_of_an_answer(wordpress, editor):
    wordpress.fault("html200")
    assert "<script>" in editor.post(POSTS, json=article()).text
    wordpress.fault("redirect", value="http://127.0.0.1:9/elsewhere", path="posts")
    assert editor.post(POSTS, json=article()).headers["location"] == "http://127.0.0.1:9/elsewhere"
    assert wordpress.count() == 0


def test_a_killed_worker_is_replaced_and_a_stopped_site_refuses(wordpress, editor):
    gone = {wordpress.kill_worker() for _ in range(3)}
    wait_for(lambda: len(set(wordpress.workers()) - gone) == WORKERS, "new workers", 20)
    wordpress.stop()
    with pytest.raises(httpx.ConnectError):
        editor.get(POSTS)
    wordpress.start()
    assert editor.get(POSTS).status_code == 200


def test_without_its_database_the_site_answers_with_an_error(wordpress, editor):
    editor.post(POSTS, json=article())
    wordpress.stop_database()
    assert editor.get(POSTS).status_code == 500
    wordpress.start_database()
    assert wordpress.count() == 1


def test_a_scheduled_post_goes_live_when_cron_runs(wordpress, editor):
    soon = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(time.time() + 3600))
    post = editor.post(POSTS, json=article(status="future", date_gmt=soon)).json()
    assert post["status"] == "future"
    wordpress.rows(
        f"UPDATE wp_posts SET post_date_gmt = '2026-01-01', post_date = '2026-01-01' WHERE ID = {post['id']}"
    )
    cron = "SELECT option_value FROM wp_options WHERE option_name = 'cron'"
    assert "publish_future_post" in wordpress.rows(cron)[0][0]


ORPHAN = """
import sys, tempfile
from pathlib import Path
from tests.services.rigs.wordpress import wordpress
with wordpress(Path(sys.argv[1])) as site:
    print(site.port, *site.workers(), flush=True)
    input()
"""


def kill_the_run_alone(run: subprocess.Popen) -> None:
    run.send_signal(signal.SIGKILL)


def end_its_whole_group(run: subprocess.Popen) -> None:
    os.killpg(run.pid, signal.SIGTERM)


@pytest.mark.parametrize("end", [kill_the_run_alone, end_its_whole_group])
def test_a_test_run_that_ends_badly_leaves_no_server_behind(wordpress, tmp_path, end):
    with subprocess.Popen(
        [sys.executable, "-c", ORPHAN, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as run:
        port, *workers = map(int, run.stdout.readline().split())
        assert httpx.get(f"http://127.0.0.1:{port}/", timeout=30).status_code == 200
        end(run)
        run.wait()
    wait_for(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers), "the end of the workers", 20)
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{port}/", timeout=5)
