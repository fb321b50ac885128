"""Two hundred articles of which seven may not go, stopped in the middle, gone on with on another machine."""

from __future__ import annotations

import dataclasses
import html
import shutil
from collections import Counter

import pytest

from editor.article import Variant
from editor.newsroom.identity import KeysOnDisk
from editor.newsroom.secrets import SecretsInMemory
from editor.operations import articles
from editor.operations.auditing import verify
from editor.operations.content import Content
from editor.operations.desk import Desk, device_id, new_id
from editor.operations.drafting import save_draft
from editor.operations.outbox import queueing, telling
from editor.operations.outbox.clock import OwnClock
from editor.operations.outbox.running import once
from editor.store import drafts, library, outbox
from editor.store.outbox import TargetRow
from tests.services.chaos.client import PASSPHRASE
from tests.services.chaos.newsroom import CHIEF, founded

GOOD = 193


@pytest.fixture
def newsroom(wordpress, tmp_path):
    account = wordpress.users["editor"]
    options = {"url": wordpress.url, "user": account.login, "connections": "4", "outlet": "web", "details": "text"}
    target = TargetRow("web", "wordpress", f"wordpress:{wordpress.url}/", options, "")
    made = founded(tmp_path / "first", target, 7)
    mirror = {"path": str(tmp_path / "mirror"), "format": "markdown"}
    with made.desk.writing() as session:
        row = TargetRow("mirror", "folder", f"markdown:{tmp_path / 'mirror'}", mirror, "")
        outbox.keep_target(session.connection, session.newsroom, row)
    return made


def spoiled(newsroom, number):
    """One of the seven, and the field and reason that have to be told of it."""
    match number:
        case 0 | 1 | 2:
            name = written(newsroom, number, text=f"![现场](https://mmbiz.qpic.cn/{number}.png)\n\n第一段。\n")
            return name, ("content", "loss.picture_elsewhere")
        case 3:
            return written(newsroom, number, column="要<闻"), ("categories", "loss.characters")
        case 4:
            return written(newsroom, number, keywords=("水" * 300,)), ("tags", "loss.too_many_characters")
        case 5:
            return written(newsroom, number, publish_at="下周一"), ("", "held.time_unreadable")
        case _:
            return written(newsroom, number, signed=False), ("", "error.not_signed")


def written(newsroom, number, *, text="第一段。\n", signed=True, **slip):
    desk, name = newsroom.desk, new_id()
    whole = dataclasses.replace(newsroom.slip(number), **slip)
    with desk.writing() as session:
        drafts.save(desk.library, articles.new_draft(session, name, Content(Variant.ZH_CN, whole, text), ""))
        articles.refresh(session, name)
    if signed:
        newsroom.sign(name)
    return name


def told(desk, target):
    """Of each article that did not go: the fields and reasons that a person is told."""
    with desk.reading() as session:
        jobs = outbox.chosen(session.connection, session.newsroom, destination=target.destination)
    found = {}
    for line, job in zip(telling.lines(desk, jobs), jobs, strict=True):
        if line.state != "done":
            losses = job.reason.get("losses") or [("", "", "")]
            reasons = {(field, f"loss.{code}") for code, field, *_ in losses if code} or {("", line.sentence)}
            found[job.article] = (line.state, reasons)
    return found


def states(desk):
    with desk.reading() as session:
        return {job.key: (job.destination, job.state) for job in outbox.jobs(session.connection, session.newsroom)}


def test_what_may_go_goes_what_may_not_is_listed_and_another_machine_goes_on(newsroom, wordpress, tmp_path):
    for number in range(GOOD):
        newsroom.write(number, pictures=False)
    wrong = dict(spoiled(newsroom, number) for number in range(7))
    names = [article.name for article in newsroom.articles] + list(wrong)
    queued = [queueing.publish(newsroom.desk, row, names, CHIEF) for row in rows(newsroom.desk)]
    for made in queued:
        assert [(one.name, one.code) for one in made.refused] == [(list(wrong)[6], "not_signed")]
    secret = wordpress.users["editor"].application_password
    secrets = SecretsInMemory({newsroom.target.destination: secret})
    landed = []
    once(
        newsroom.desk, secrets, OwnClock(), names=["web"], person=CHIEF, tell=landed.append,
        wanted=lambda: len(landed) < 60,
    )  # fmt: skip
    before = states(newsroom.desk)
    done = Counter(place for place, state in before.values() if state == "done")
    assert 60 <= done[newsroom.target.destination] < 100
    newsroom.desk.library.close()

    other = tmp_path / "other"
    shutil.copytree(tmp_path / "first" / "library", other / "library")
    data = other / "data"
    shutil.copytree(tmp_path / "first" / "data" / "identities", data / "identities")
    desk = Desk(
        library.open_library(other / "library"), KeysOnDisk(data / "identities", PASSPHRASE), device_id(data), data
    )
    assert states(desk) == before
    once(desk, secrets, OwnClock(), person=CHIEF)

    published = wordpress.rows(
        "SELECT post_title, count(*) FROM wp_posts WHERE post_status = 'publish' GROUP BY post_title"
    )
    assert {html.unescape(title): int(count) for title, count in published} == {
        article.headline: 1 for article in newsroom.articles
    }
    assert len(list((tmp_path / "mirror").glob("*.md"))) >= GOOD
    held = told(desk, newsroom.target)
    assert set(held) == set(list(wrong)[:6])
    for name, (state, reasons) in held.items():
        assert state == "held"
        assert wrong[name] in reasons, reasons
    assert verify(desk).problems == ()
    desk.library.close()


def rows(desk):
    with desk.reading() as session:
        return outbox.targets(session.connection, session.newsroom)


def test_one_of_the_seven_put_right_goes_to_where_the_others_are(newsroom, wordpress):
    newsroom.write(1, pictures=False)
    name, _ = spoiled(newsroom, 3)
    (target,) = [row for row in rows(newsroom.desk) if row.name == "web"]
    secrets = SecretsInMemory({target.destination: wordpress.users["editor"].application_password})
    queueing.publish(newsroom.desk, target, [name], CHIEF)
    once(newsroom.desk, secrets, OwnClock(), names=["web"], person=CHIEF)
    assert told(newsroom.desk, target)

    def mended(content):
        return dataclasses.replace(content, slip=dataclasses.replace(content.slip, column="要闻"))

    save_draft(newsroom.desk, name, mended, "许青")
    newsroom.sign(name)
    queueing.publish(newsroom.desk, target, [name], CHIEF)
    once(newsroom.desk, secrets, OwnClock(), names=["web"], person=CHIEF)
    assert [state for state, _ in told(newsroom.desk, target).values()] == ["canceled"]
    assert wordpress.count("post_type = 'post' AND post_status = 'publish'") == 1
