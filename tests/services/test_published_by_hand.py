"""Somebody published an article by hand at a real WordPress or Wagtail: found, compared, adopted; then it is ours."""

from __future__ import annotations

import httpx
import pytest

from editor.errors import EditorError
from editor.newsroom.secrets import SecretsInMemory
from editor.operations import reviewing
from editor.operations.auditing import verify
from editor.operations.outbox import adopting, disposal, queueing, running, targets
from editor.operations.outbox.clock import OwnClock
from editor.store import outbox
from tests.editor.operations.newsroom import CHIEF, WRITER, change, founded_desk, own_article, passed
from tests.services.publishing import by_hand, visit

HEADLINE = "青禾县春灌开闸"
HTML = (
    "<p>青禾县今年春灌面积比去年多了两成。</p><p>记者在渠首看到，水闸已经全部开启，值班人员每两小时记录一次水位。</p>"
)


@pytest.fixture
def desk(tmp_path):
    desk = founded_desk(tmp_path / "library")
    yield desk
    desk.library.close()


def worked(desk, secrets):
    clock = OwnClock()
    for _ in range(20):
        left = running.once(desk, secrets, clock, person=CHIEF)
        due = [driven.next_due for driven in left.values() if driven.next_due is not None]
        if not due:
            return
        clock.wait(max(0.05, min(due) / 1000 - clock.now()))
    raise AssertionError("still not done")


def lived(desk, secrets, address, name):
    """From the adoption to the end: nothing is sent, a correction and the withdrawal go to that same thing."""
    found = adopting.look(desk, secrets, name, "网站", address)
    assert found.same_title
    assert {"content", "html"} & {item.field for item in found.differs}
    done = adopting.adopt(desk, secrets, name, "网站", address, person=CHIEF, stamp=found.stamp)
    assert queueing.publish(desk, targets.named(desk, "网站"), None, CHIEF).there == (name,)
    change(desk, name, WRITER, "两成", "三成")
    passed(desk, name)
    queueing.publish(desk, targets.named(desk, "网站"), [name], CHIEF)
    worked(desk, secrets)
    with desk.reading() as session:
        (placed,) = outbox.placements_of(session.connection, session.newsroom, name)
    assert placed.thing == done.found.thing
    status, source = visit(placed.address)
    assert status == 200
    assert "三成" in source
    return placed


def withdrawn(desk, secrets, name, addresses):
    reviewing.withdraw(desk, name, person=CHIEF, why="数据有误", order="值班总编电话")
    queueing.take_down(desk, [name], CHIEF)
    worked(desk, secrets)
    sheet = disposal.sheet_of(desk, name)
    assert sheet.complete
    (place,) = sheet.places
    assert {look.status for look in place.looks} <= {404, 410}
    assert {look.address for look in place.looks} == addresses
    assert verify(desk).problems == ()


@pytest.mark.parametrize("site", ["wordpress", "wordpress_with_plugin"])
def test_a_post_of_wordpress(request, site, desk):
    wordpress = request.getfixturevalue(site)
    account, secrets = wordpress.users["editor"], SecretsInMemory()
    options = {"url": wordpress.url, "user": account.login}
    targets.add(desk, "网站", "wordpress", options, account.application_password, secrets)
    name = passed(desk, own_article(desk))
    post = by_hand(wordpress, "POST", "posts", {"title": HEADLINE, "content": HTML, "status": "publish"})
    other = by_hand(wordpress, "POST", "posts", {"title": "别的稿件", "content": "x", "status": "publish"})
    with pytest.raises(EditorError, match="adopt_title"):
        adopting.adopt(desk, secrets, name, "网站", other["link"], person=CHIEF)
    with pytest.raises(EditorError, match="adopt_not_seen"):
        adopting.adopt(desk, secrets, name, "网站", f"{wordpress.url}/no-such-thing/", person=CHIEF)
    with pytest.raises(EditorError, match="adopt_nothing"):
        adopting.adopt(desk, secrets, name, "网站", f"{wordpress.url}/", person=CHIEF)
    placed = lived(desk, secrets, post["link"], name)
    assert "三成" in visit(post["link"])[1]  # readers who have the old address are led on
    assert wordpress.count("post_type = 'post' AND post_status = 'publish'") == 2
    withdrawn(desk, secrets, name, {post["link"], placed.address})
    assert visit(post["link"])[0] in {404, 410}
    assert visit(other["link"])[0] == 200


def test_a_page_of_wagtail(wagtail, desk):
    secrets = SecretsInMemory()
    options = {"url": wagtail.url, "parent": str(wagtail.parent)}
    targets.add(desk, "网站", "wagtail", options, wagtail.tokens["editor"], secrets)
    name = passed(desk, own_article(desk))
    with httpx.Client(base_url=wagtail.api, headers={"Authorization": f"Bearer {wagtail.token}"}, timeout=30) as client:

        def made(title, slug):
            meta = {"type": "news.NewsPage", "parent_id": wagtail.parent, "action": "publish"}
            body = {"title": title, "slug": slug, "html": HTML, "meta": meta}
            answer = client.post("pages/", json=body)
            assert answer.status_code == 201, answer.text
            return answer.json()["meta"]["html_url"]

        address, other = made(HEADLINE, "spring"), made("别的稿件", "other")
    with pytest.raises(EditorError, match="adopt_title"):
        adopting.adopt(desk, secrets, name, "网站", other, person=CHIEF)
    with pytest.raises(EditorError, match="adopt_not_seen"):
        adopting.adopt(desk, secrets, name, "网站", f"{wagtail.url}/no-such-thing/", person=CHIEF)
    assert lived(desk, secrets, address, name).address == address
    adopted, corrected = sorted(disposal.receipts(desk, name), key=lambda receipt: receipt.action != "adopted")
    assert "slug" not in adopted.differs  # that a page keeps the address somebody gave it is no difference
    assert corrected.differs == ()
    assert wagtail.count("live") == 2
    withdrawn(desk, secrets, name, {address})
    assert visit(address)[0] == 404
    assert visit(other)[0] == 200
