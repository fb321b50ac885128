"""The rigs besides WordPress: Wagtail, sshd and Hugo start, answer, and each fault does what it says."""

from __future__ import annotations

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import paramiko
import pytest

from tests.services.rigs.processes import RigError, wait_for
from tests.services.rigs.wagtail import TYPE, WORKERS

FIELDS = {
    "kicker": "引题：“𠮷”",
    "subheadline": "副题",
    "byline": "记者 张三　李四",
    "source": "新华社",
    "editor": "王五",
    "responsible_editor": "赵六",
    "column": "时政",
    "language": "zh-Hans",
    "summary": "摘要\n第二行",
    "html": "<table><tr><td>一</td></tr></table>",
    "origin_url": "https://example.com/a?b=1",
    "first_published": "2026-03-05T08:00:00+08:00",
    "notice": "更正",
    "tags": ["时政", "要闻"],
}


@pytest.fixture
def editor(wagtail):
    """A client that may publish."""
    with httpx.Client(base_url=wagtail.api, headers=bearer(wagtail.token), timeout=60) as client:
        yield client


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def article(wagtail, key: str = "nx-1", **more) -> dict[str, object]:
    meta = {"type": TYPE, "parent_id": wagtail.parent, "action": "publish"}
    return {"title": "标题", "slug": key, "nx_key": key, "body": "<p>正文</p>", "meta": meta, **more}


def test_wagtail_takes_every_field_and_shows_the_page(wagtail, editor, capsys):
    with capsys.disabled():
        print(f"\nWagtail {wagtail.version}: started in {wagtail.start_seconds:.1f} s")
    made = editor.post("/pages/", json=article(wagtail, **FIELDS))
    assert made.status_code == 201, made.text
    told = editor.get(f"/pages/{made.json()['id']}/").json()
    told["first_published"] = FIELDS["first_published"] if told["first_published"].startswith("2026-03-05T0") else ""
    assert {name: told[name] for name in FIELDS} == FIELDS
    page = httpx.get(told["meta"]["html_url"], timeout=60).text
    assert "正文" in page
    assert str(FIELDS["byline"]) in page
    assert "标题" in httpx.get(wagtail.url + "/", timeout=60).text


def test_wagtail_keeps_a_key_once_and_finds_it(wagtail, editor):
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: editor.post("/pages/", json=article(wagtail)), range(8)))
    assert sorted(answer.status_code for answer in answers) == [201, *[422] * 7]
    assert wagtail.count() == 1
    found = editor.get("/pages/", params={"type": TYPE, "nx_key": "nx-1"}).json()
    assert len(found["items"]) == 1


def test_wagtail_knows_who_may_publish(wagtail):
    answers = {}
    for name, token in wagtail.tokens.items():
        body = article(wagtail, f"nx-{name}")
        answers[name] = httpx.post(wagtail.api + "/pages/", json=body, headers=bearer(token), timeout=60).status_code
    assert answers == {"admin": 201, "editor": 201, "author": 403}
    assert httpx.post(wagtail.api + "/pages/", json=article(wagtail, "nx-2"), timeout=60).status_code == 401


@pytest.mark.parametrize(("mode", "status"), [("http502", 502), ("http503", 503), ("http429", 429), ("html200", 200)])
def test_wagtail_refuses_on_order(wagtail, editor, mode, status):
    wagtail.fault(mode, value=7)
    answer = editor.post("/pages/", json=article(wagtail))
    assert (answer.status_code, answer.headers.get("retry-after")) == (status, "7" if status in {503, 429} else None)
    assert (wagtail.count(), wagtail.faults.left()) == (0, 0)


@pytest.mark.parametrize(
    ("mode", "there"),
    [("kill_before", 0), ("kill_after_insert", 0), ("kill_after_all", 1), ("cut", 1), ("slow_after", 1)],
)
def test_wagtail_dies_on_order(wagtail, editor, mode, there):
    wagtail.fault(mode, value=20 if mode == "cut" else 3)
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError, httpx.ReadTimeout)):
        editor.post("/pages/", json=article(wagtail), timeout=2 if mode == "slow_after" else 60)
    assert wagtail.count() == there
    assert editor.get("/whoami/").status_code == 200


def test_wagtail_answers_halves_and_errors_although_the_work_is_done(wagtail, editor):
    wagtail.fault("cut_quietly", value=20)
    assert len(editor.post("/pages/", json=article(wagtail)).content) == 20
    wagtail.fault("err500_after")
    assert editor.post("/pages/", json=article(wagtail, "nx-2")).status_code == 500
    wagtail.fault("redirect", value="http://127.0.0.1:9/")
    assert editor.post("/pages/", json=article(wagtail, "nx-3")).status_code == 302
    assert wagtail.count("live") == 2


def test_a_change_that_dies_is_not_there(wagtail, editor):
    made = editor.post("/pages/", json=article(wagtail)).json()["id"]
    wagtail.fault("kill_after_update")
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        editor.patch(f"/pages/{made}/", json={"title": "新题", "meta": {"type": TYPE, "action": "publish"}})
    assert wagtail.faults.left() == 0
    assert wagtail.count() == 1


def test_a_token_that_is_no_longer_valid_reads_as_anonymous(wagtail, editor):
    body = article(wagtail)
    body["meta"] = {"type": TYPE, "parent_id": wagtail.parent}
    assert editor.post("/pages/", json=body).status_code == 201
    wagtail.fault("wrong_password", 2, methods="GET POST")
    assert editor.get("/pages/", params={"type": TYPE, "nx_key": "nx-1"}).json()["items"] == []
    assert editor.post("/pages/", json=article(wagtail, "nx-2")).status_code == 401


def test_wagtail_workers_are_replaced_and_a_stopped_one_refuses(wagtail, editor):
    gone = {wagtail.kill_worker() for _ in range(2)}
    wait_for(lambda: len(set(wagtail.workers()) - gone) == WORKERS, "new workers", 30)
    wagtail.stop()
    with pytest.raises(httpx.ConnectError):
        editor.get("/whoami/")
    wagtail.start()
    assert editor.get("/whoami/").status_code == 200


def test_a_scheduled_article_goes_live_when_its_time_has_come(wagtail, editor):
    soon = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 4))
    assert editor.post("/pages/", json=article(wagtail, go_live_at=soon)).status_code == 201
    assert (wagtail.count(), wagtail.count("live")) == (1, 0)
    time.sleep(5)
    assert wagtail.count("live") == 0, "nobody has asked what is due"
    wagtail.cron()
    assert wagtail.count("live") == 1


def connect(server) -> paramiko.SSHClient:
    client = paramiko.SSHClient()
    client.load_host_keys(str(server.known_hosts))
    client.connect("127.0.0.1", server.port, server.user, key_filename=str(server.key), allow_agent=False)
    return client


def test_sshd_takes_files_from_who_has_the_key(openssh, capsys):
    with capsys.disabled():
        print(f"\nsshd: started in {openssh.start_seconds:.1f} s")
    with connect(openssh) as client, client.open_sftp() as sftp:
        with sftp.open("稿件.txt", "wx") as file:
            file.write("正文".encode())
        assert sftp.normalize(".") == str(openssh.files)
    assert (openssh.files / "稿件.txt").read_text(encoding="utf-8") == "正文"
    with paramiko.SSHClient() as other:
        other.load_host_keys(str(openssh.known_hosts))
        with pytest.raises(paramiko.SSHException):
            other.connect("127.0.0.1", openssh.port, openssh.user, password="x", look_for_keys=False, allow_agent=False)


@pytest.mark.logs_warnings
def test_an_open_session_can_be_cut(openssh):
    with connect(openssh) as client, client.open_sftp() as sftp:
        sftp.listdir()
        assert openssh.kill_session() > 0
        with pytest.raises((OSError, EOFError, paramiko.SSHException)):
            sftp.listdir()
    wait_for(lambda: threading.active_count() < 10, "the end of the threads", 10)
    with connect(openssh) as client, client.open_sftp() as sftp:
        assert sftp.listdir() == []


def test_hugo_makes_pages_and_complains(hugo):
    folder = hugo.content / "news" / "nx-1"
    folder.mkdir(parents=True)
    head = {"title": "标题：“甲”", "date": "2026-03-05T08:00:00+08:00", "tags": ["时政"]}
    (folder / "index.md").write_text(json.dumps(head, ensure_ascii=False) + "\n\n正文\n", encoding="utf-8")
    hugo.build()
    assert "正文" in (hugo.public / "news" / "nx-1" / "index.html").read_text(encoding="utf-8")
    assert [one["title"] for one in hugo.list()] == ["标题：“甲”"]
    (folder / "index.md").write_text("{broken", encoding="utf-8")
    with pytest.raises(RigError):
        hugo.build()
