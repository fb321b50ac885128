"""Our plug-in for WordPress, on a real one: one post per key whatever dies, nothing over others' changes."""

from __future__ import annotations

import hashlib
import random
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.services.plugin_articles import FIND, KEY, POSTS, article, client
from tests.services.rigs.processes import wait_for
from tests.services.rigs.wordpress import PLUGIN, WORKERS

CONNECTIONS = "SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID()"


@pytest.fixture
def site(wordpress_with_plugin):
    yield wordpress_with_plugin
    assert "gaotai" not in wordpress_with_plugin.php_log()


def test_eight_at_once_with_one_key_make_one_post(site):
    def make(number: int) -> tuple[int, int]:
        with client(site) as own:
            answer = own.post(POSTS, json=article(content=f"<p>{number}</p>"))
        told = answer.json()
        return answer.status_code, told["id"] if answer.status_code == 201 else told["data"]["id"]

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(make, range(8)))
    assert sorted(status for status, _ in answers) == [201, *[409] * 7]
    assert len({number for _, number in answers}) == 1
    assert site.count() == 1


def test_other_keys_do_not_wait_for_one_another(site):
    site.fault("slow_after", value=3, path=POSTS)

    def make(key: str) -> float:
        begun = time.monotonic()
        with client(site) as own:
            assert own.post(POSTS, json=article(key)).status_code == 201
        return time.monotonic() - begun

    with ThreadPoolExecutor(4) as pool:
        took = sorted(pool.map(make, ["a", "b", "c", "d"]))
    assert took[-1] > 3 > took[0]
    assert site.count() == 4


@pytest.mark.parametrize(
    "mode", ["kill_before", "kill_after_insert", "kill_after_all", "err500_after", "cut", "cut_quietly"]
)
def test_after_a_death_a_second_try_finds_the_post_or_makes_it(site, editor, mode):
    site.fault(mode, value=10)
    try:
        answer = editor.post(POSTS, json=article())
        assert answer.status_code >= 500 or (mode == "cut_quietly" and len(answer.content) == 10)
    except httpx.RemoteProtocolError:
        assert mode == "cut"
    again = editor.post(POSTS, json=article())
    assert again.status_code == (201 if mode == "kill_before" else 409)
    number = again.json()["id"] if mode == "kill_before" else again.json()["data"]["id"]
    assert site.rows("SELECT ID, post_name FROM wp_posts WHERE post_type = 'post'") == [(str(number), KEY)]
    found = editor.get(FIND, params={"keys": KEY}).json()["found"]
    assert [(one["id"], one["status"]) for one in found] == [(number, "publish")]


def test_a_late_request_makes_no_second_post(site, editor):
    site.fault("slow", value=1.5)
    with pytest.raises(httpx.ReadTimeout):
        editor.post(POSTS, json=article(), timeout=0.3)
    assert editor.get(FIND, params={"keys": KEY}).json() == {"found": [], "missing": [KEY]}
    assert editor.post(POSTS, json=article()).status_code == 201
    time.sleep(2.5)
    assert site.count() == 1


@pytest.mark.parametrize("first", ["the one that lost its lock", "the other"])
def test_a_lost_lock_makes_no_second_post(site, editor, first):
    """The database breaks the connection of a request that has looked and not yet written; WordPress connects anew."""
    site.fault("slow_insert", value=2.5)
    if first != "the other":
        site.fault("slow_insert", value=6)  # the second request looks meanwhile and writes later still
    others = set(site.rows(CONNECTIONS))
    with ThreadPoolExecutor(2) as pool:
        losing = pool.submit(editor.post, POSTS, json=article())
        wait_for(lambda: site.rows("SELECT name FROM wp_gaotai_keys"), "the row of the key", 10)
        time.sleep(0.3)
        for (connection,) in set(site.rows(CONNECTIONS)) - others:
            site.rows(f"KILL {connection}")
        other = editor.post(POSTS, json=article())
        answers = [losing.result(), other]
    assert site.faults.left() == 0
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    assert answers[0].status_code == (409 if first == "the other" else 201)
    made, refused = sorted(answers, key=lambda answer: answer.status_code)
    assert refused.json()["data"]["id"] == made.json()["id"]
    assert site.rows("SELECT post_name FROM wp_posts WHERE post_type = 'post'") == [(KEY,)]


def test_hundreds_of_killed_workers_make_no_second_post(site):
    """Thirty articles, each tried until it stands, while workers are killed about every tenth of a second."""
    dice = random.Random(20261124)
    done = threading.Event()
    killed = 0
    end = time.monotonic() + 120

    def kill() -> None:
        nonlocal killed
        while not done.wait(dice.uniform(0.02, 0.15)):
            site.kill_worker(dice)
            killed += 1

    def deliver(number: int) -> int:
        with client(site) as own:
            while time.monotonic() < end:
                try:
                    answer = own.post(POSTS, json=article(f"nx-{number}"))
                    told = answer.json()
                # An answer of a worker that has died may be cut off anywhere, also where no HTTP error tells of it.
                except (httpx.TransportError, ValueError):
                    continue
                if answer.status_code in {201, 409}:
                    return int(told["id"] if answer.status_code == 201 else told["data"]["id"])
        raise AssertionError(f"{number} is not there after two minutes")

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        with ThreadPoolExecutor(4) as pool:
            numbers = list(pool.map(deliver, range(30)))
    finally:
        done.set()
        killer.join()
    assert killed > 5  # how many depends on what else the machine does
    assert len(set(numbers)) == 30 == site.count()
    wait_for(lambda: len(site.workers()) == WORKERS, "all workers", 20)
    with client(site) as own:
        keys = [f"nx-{number}" for number in range(30)]
        found = own.get(FIND, params={"keys": ",".join(keys)}).json()
    assert [one["id"] for one in found["found"]] == numbers
    assert found["missing"] == []


def test_a_hundred_keys_are_one_question_that_strangers_cannot_ask(site, editor, stranger):
    for number in range(3):
        editor.post(POSTS, json=article(f"nx-{number}", status=["draft", "publish", "private"][number]))
    trashed = editor.get(FIND, params={"keys": "nx-1"}).json()["found"][0]["id"]
    editor.delete(f"{POSTS}/{trashed}")
    keys = [f"nx-{number}" for number in range(100)]
    told = editor.get(FIND, params={"keys": ",".join(keys)}).json()
    assert [(one["key"], one["status"]) for one in told["found"]] == [
        ("nx-0", "draft"),
        ("nx-1", "trash"),
        ("nx-2", "private"),
    ]
    assert told["missing"] == keys[3:]
    assert editor.get(FIND, params={"keys": ",".join([*keys, "one-more"])}).status_code == 400
    assert editor.get(FIND, params={"keys": "Not a key"}).status_code == 400
    assert stranger.get(FIND, params={"keys": KEY}).status_code == 401
    assert stranger.get("/wp-json/gaotai/v1/status").status_code == 401


def test_an_author_learns_of_others_posts_no_more_than_that_they_are_there(site, editor):
    number = editor.post(POSTS, json=article()).json()["id"]
    with client(site, "author") as author:
        found = author.get(FIND, params={"keys": KEY}).json()["found"][0]
        refused = author.post(POSTS, json=article())
    assert (found["id"], found["editable"]) == (number, False)
    assert "hash" not in found
    assert (refused.status_code, refused.json()["data"]["id"]) == (409, number)


def test_a_post_deleted_for_good_frees_its_key(site, editor):
    first = editor.post(POSTS, json=article()).json()["id"]
    editor.delete(f"{POSTS}/{first}", params={"force": "true"})
    assert editor.get(FIND, params={"keys": KEY}).json()["missing"] == [KEY]
    assert editor.post(POSTS, json=article()).status_code == 201


def test_a_post_that_stands_already_is_adopted_once(site, editor):
    by_hand = editor.post(POSTS, json={"title": "手工", "status": "publish"}).json()["id"]
    other = editor.post(POSTS, json={"title": "另一篇", "status": "publish"}).json()["id"]
    assert editor.put(f"{POSTS}/{by_hand}", json={"gaotai_key": KEY}).json()["gaotai_key"] == KEY
    taken = editor.put(f"{POSTS}/{other}", json={"gaotai_key": KEY})
    assert (taken.status_code, taken.json()["data"]["id"]) == (409, by_hand)
    second = editor.put(f"{POSTS}/{by_hand}", json={"gaotai_key": "nx-2"})
    assert (second.status_code, second.json()["data"]["key"]) == (409, KEY)
    assert editor.post(POSTS, json=article()).json()["data"]["id"] == by_hand


def test_keys_survive_that_the_plugin_is_deleted_and_uploaded_again(site, editor, tmp_path):
    made = editor.post(POSTS, json=article()).json()["id"]
    by_hand = editor.post(POSTS, json={"title": "手工", "status": "publish"}).json()["id"]
    editor.put(f"{POSTS}/{by_hand}", json={"gaotai_key": "nx-2"})
    site.delete_plugin()
    assert not (site.folder / "wp-content" / "plugins" / PLUGIN.name).exists()
    assert site.rows("SHOW TABLES LIKE 'wp_gaotai%'") == []
    assert editor.get(FIND, params={"keys": KEY}).status_code == 404
    archive = tmp_path / "gaotai-bridge.zip"
    zipfile.main(["-c", str(archive), str(PLUGIN)])
    site.upload_plugin(archive)
    found = editor.get(FIND, params={"keys": f"{KEY},nx-2"}).json()["found"]
    assert [one["id"] for one in found] == [made, by_hand]


def test_a_change_over_somebody_elses_is_refused(site, editor):
    made = editor.post(POSTS, json=article(gaotai_key=KEY)).json()
    page = f"{POSTS}/{made['id']}"
    first = editor.put(page, json={"content": "<p>二</p>", "gaotai_base": made["gaotai_hash"]}).json()
    assert first["gaotai_hash"] != made["gaotai_hash"]
    refused = editor.put(page, json={"content": "<p>三</p>", "gaotai_base": made["gaotai_hash"]})
    assert refused.status_code == 412
    assert refused.json()["data"]["post"]["hash"] == first["gaotai_hash"]
    assert editor.get(page, params={"context": "edit"}).json()["content"]["raw"] == "<p>二</p>"


@pytest.mark.parametrize(
    "change",
    [
        {"title": "新题"},
        {"excerpt": "摘要"},
        {"slug": "other"},
        {"categories": []},
        {"meta": {"gaotai_source": "新华社"}},
    ],
)
def test_the_hash_sees_what_an_editor_can_change_and_nothing_else(site, editor, change):
    category = editor.post("/wp-json/wp/v2/categories", json={"name": "要闻"}).json()["id"]
    made = editor.post(POSTS, json=article(categories=[category])).json()
    page = f"{POSTS}/{made['id']}"
    assert editor.put(page, json={"status": "draft"}).json()["gaotai_hash"] == made["gaotai_hash"]
    assert editor.put(page, json={}).json()["gaotai_hash"] == made["gaotai_hash"]
    assert editor.put(page, json=change).json()["gaotai_hash"] != made["gaotai_hash"]
    assert editor.get(FIND, params={"keys": KEY}).json()["found"][0]["hash"] != made["gaotai_hash"]


def test_a_batch_of_requests_lets_go_of_each_key(site, editor):
    wanted = [{"path": "/wp/v2/posts", "body": article(f"nx-{number % 3}")} for number in range(6)]
    told = editor.post("/wp-json/batch/v1", json={"requests": wanted}).json()
    assert [one["status"] for one in told["responses"]] == [201, 201, 201, 409, 409, 409]
    assert site.count() == 3


@pytest.fixture
def hasty(site):
    """A site that waits for a second only."""
    place = site.folder / "wp-content" / "mu-plugins" / "hasty.php"
    place.write_text("<?php add_filter('gaotai_bridge_patience', static function () { return 1; });", encoding="utf-8")
    yield site
    place.unlink()


def test_one_that_is_at_work_for_too_long_is_not_waited_for(hasty, editor):
    name = hashlib.md5(f"wp\0wp_\0key {KEY}".encode()).hexdigest()
    with ThreadPoolExecutor(1) as pool:
        holding = pool.submit(hasty.rows, f"SELECT GET_LOCK('gaotai:{name}', 0), SLEEP(4)")
        wait_for(lambda: hasty.rows(f"SELECT IS_USED_LOCK('gaotai:{name}')") != [("NULL",)], "the lock", 10)
        busy = editor.post(POSTS, json=article())
        holding.result()
    assert (busy.status_code, busy.json()["code"], busy.headers["retry-after"]) == (503, "gaotai_busy", "2")
    assert hasty.count() == 0
    assert editor.post(POSTS, json=article()).status_code == 201


def test_the_status_tells_what_a_program_should_know(site, editor):
    told = editor.get("/wp-json/gaotai/v1/status").json()
    assert told["has_locks"] is True
    assert told["characters"] == "utf8mb4"
    assert told["version"] in (PLUGIN / "readme.txt").read_text(encoding="utf-8")
    assert "gaotai_responsible_editor" in told["fields"]


def test_without_the_plugin_the_key_is_ignored(wordpress):
    with client(wordpress) as own:
        assert [own.post(POSTS, json=article()).status_code for _ in range(2)] == [201, 201]
        assert own.get(FIND, params={"keys": KEY}).status_code == 404
