"""Our plug-in for WordPress, on a real one: fields, 410 for what was withdrawn, pictures under embargo."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.services.plugin_articles import KEY, MEDIA, POSTS, article, client, picture

if TYPE_CHECKING:
    import httpx


@pytest.fixture
def site(wordpress_with_plugin):
    yield wordpress_with_plugin
    assert "gaotai" not in wordpress_with_plugin.php_log()


FIELDS = {
    "gaotai_kicker": "——“𠮷野家”启示　增长 50%ab",
    "gaotai_subheadline": "A < B & C > D \\ 'x' \"y\"",
    "gaotai_byline": "记者 张三　李四",
    "gaotai_notice": "更正：\n第二段\t“㙍”字有误。",
    "gaotai_origin_url": "https://example.com/a?b=1&c=祁阳",
    "gaotai_first_published": "2026-03-05T08:00:00+08:00",
    "gaotai_language": "zh-Hant",
    "gaotai_package": "ab" * 32,
}


def test_fields_come_back_as_they_were_sent(site, editor):
    meta = editor.post(POSTS, json=article(meta=FIELDS)).json()["meta"]
    assert {name: meta[name] for name in FIELDS} == FIELDS


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("gaotai_origin_url", "javascript:alert(1)"),
        ("gaotai_first_published", "昨天"),
        ("gaotai_package", "zz"),
        ("gaotai_kicker", "长" * 1001),
    ],
)
def test_a_field_that_does_not_fit_is_refused(site, editor, name, value):
    assert editor.post(POSTS, json=article(meta={name: value})).status_code == 400
    assert site.count() == 0


def test_tags_in_a_field_do_not_stay(site, editor):
    told = editor.post(POSTS, json=article(meta={"gaotai_byline": "张三<script>alert(1)</script>"})).json()
    assert told["meta"]["gaotai_byline"] == "张三"


def test_a_contributor_cannot_write_fields_of_others(site, editor):
    number = editor.post(POSTS, json=article()).json()["id"]
    with client(site, "contributor") as contributor:
        assert contributor.put(f"{POSTS}/{number}", json={"meta": {"gaotai_byline": "我"}}).status_code == 403


@pytest.mark.parametrize("status", ["draft", "private", "trash"])
def test_a_withdrawn_article_is_gone_and_comes_back(site, editor, stranger, status):
    made = editor.post(POSTS, json=article()).json()
    editor.post(POSTS, json=article("nx-similar", slug=f"{KEY}-similar"))
    assert stranger.get(made["link"]).status_code == 200
    page = f"{POSTS}/{made['id']}"
    editor.put(page, json={"meta": {"gaotai_withdrawn": "2026-03-05T09:00:00+08:00"}})
    if status == "trash":
        editor.delete(page)
    else:
        editor.put(page, json={"status": status})
    gone = stranger.get(made["link"])
    assert gone.status_code == 410
    assert "正文" not in gone.text
    assert stranger.get("/", params={"p": made["id"]}).status_code == 410
    for params in ({"s": "标题"}, {"feed": "rss2"}, {"rest_route": "/wp/v2/posts"}):
        shown = stranger.get("/", params=params).text
        assert f"{KEY}-similar" in shown
        assert made["link"] not in shown.replace(json.dumps(made["link"])[1:-1], made["link"])
    assert stranger.get(f"/2026/03/{KEY}-never/").status_code in {301, 404}
    editor.put(page, json={"status": "publish", "slug": KEY, "meta": {"gaotai_withdrawn": ""}})
    assert stranger.get(made["link"]).status_code == 200


def test_a_draft_that_was_never_withdrawn_is_not_found(site, editor, stranger):
    editor.post(POSTS, json=article(status="draft"))
    assert stranger.get(f"/2026/11/{KEY}/").status_code == 404


def upload(editor: httpx.Client, **fields) -> dict:
    headers = {"Content-Type": "image/png", "Content-Disposition": 'attachment; filename="minister-arrested.png"'}
    answer = editor.post(MEDIA, params=fields, content=picture(), headers=headers)
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.mark.parametrize("way", ["post", "featured_media"])
def test_a_picture_under_embargo_is_hidden_until_its_article_is_live(site, editor, stranger, way):
    draft = editor.post(POSTS, json=article(status="draft")).json()["id"]
    told = upload(editor, gaotai_embargo=1, slug="nx-p-1", **({"post": draft} if way == "post" else {}))
    if way == "featured_media":
        editor.put(f"{POSTS}/{draft}", json={"featured_media": told["id"]})
    assert re.fullmatch(r".*/[0-9a-f]{32}\.png", told["source_url"])
    assert stranger.get(f"{MEDIA}/{told['id']}").status_code == 401
    assert stranger.get(MEDIA).json() == []
    assert stranger.get("/nx-p-1/").status_code == 404
    editor.put(f"{POSTS}/{draft}", json={"status": "publish"})
    assert stranger.get(f"{MEDIA}/{told['id']}").json()["source_url"] == told["source_url"]


def test_a_picture_without_embargo_keeps_its_name(site, editor, stranger):
    assert upload(editor)["source_url"].endswith("/minister-arrested.png")
    assert len(stranger.get(MEDIA).json()) == 1
