"""撤稿处置单: one page, both languages, what is open in red, nothing of it HTML that somebody typed."""

from __future__ import annotations

import re

import pytest

from editor.publish.formats import disposal
from editor.publish.formats.printing import printed
from editor.records.disposal import DisposalSheet, Looked, PlaceOfArticle, SpotLooked
from tests.editor.publish.sample_packages import png

AT = "2026-03-05T10:22:00+08:00"
SHOT = "a" * 64
PLACE = PlaceOfArticle(
    "a1", "", "官网", "system", "https://news.example.cn/1", (), AT, "陈衡", "down", "", {}, AT, "陈衡",
    (Looked("https://news.example.cn/1", 404, AT),), "",
)  # fmt: skip
HAND = PLACE._replace(name="抖音", kind="hand", looks=(), picture=SHOT, address="")
OPEN = HAND._replace(
    name="上级转载", state="open", why="held.by_hand_down", values={"target": "上级转载"}, down_at="", picture=""
)


GONE = tuple(
    SpotLooked(where, f"https://news.example.cn/{where}{number}", "gone", "", AT)
    for where in ("list", "feed", "search", "map")
    for number in range(3)
)


def sheet(*places, **more):
    given = {"order": "总编室电话", "why": "事实有误", **more}
    facts = {"number": "0305-QH-01", "headline": "青禾县春灌开闸", "column": "要闻", "form": "takedown", **given}
    base = DisposalSheet(
        "a1", "", "", "", "", AT, "陈衡", "", "", "", "", "e" * 64, "n", AT, tuple(places)
    )  # fmt: skip
    return base._replace(**facts)


def page(made, language="zh_CN", pictures=None):
    return disposal.render(made, language, pictures or {})


def test_a_finished_sheet_has_nothing_red():
    html = page(sheet(PLACE, HAND), pictures={SHOT: ("image/png", png())})
    assert 'class="missing"' not in html
    assert '<tr class="is-open">' not in html
    assert "已全部处置" in html
    assert "404 不存在" in html
    assert html.count("data:image/png;base64,") == 1
    assert "图1" in html


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_what_is_open_says_what_to_do(language):
    html = page(sheet(PLACE, OPEN, order="", why=""), language)
    assert html.count('<tr class="is-open">') == 1
    assert html.count(disposal.words(language)["missing"]) == 2
    assert ("人工下线" if language == "zh_CN" else "Take it down at") in html
    assert "{" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)


def test_words_of_others_are_text():
    evil = "<script>alert(1)</script>"
    made = sheet(PLACE._replace(name=evil, address=evil, before=(evil,)), headline=evil, why=evil, order=evil, by=evil)
    assert "<script" not in page(made)


def test_a_page_that_is_still_seen_is_red_and_a_notice_is_not():
    seen = (Looked("https://news.example.cn/1", 200, AT),)
    still = PLACE._replace(state="open", why="held.still_there", values={"address": "https://x/"}, looks=seen)
    assert "200 仍可看到" in page(sheet(still))
    notice = page(sheet(PLACE._replace(state="notice", looks=seen), form="notice"))
    assert "撤稿公告" in notice
    assert 'class="missing"' not in notice


def test_one_picture_of_two_places_is_shown_once():
    html = page(sheet(HAND, HAND._replace(name="视频号")), pictures={SHOT: ("image/png", png())})
    assert html.count("<figure>") == 1
    assert "抖音 / 视频号" in html
    assert html.count("图1") == 3


def test_what_lists_showed_is_one_line_and_what_still_shows_it_is_red():
    html = page(sheet(PLACE._replace(spots=GONE)))
    assert "列表 3、订阅 3、搜索 3、站点地图 3：均已无" in html
    assert 'class="missing"' not in html
    there = SpotLooked("feed", "https://news.example.cn/feed/", "there", "address", AT)
    html = page(sheet(PLACE._replace(spots=(*GONE, there), state="open", why="held.still_listed")))
    assert (
        '<span class="missing">订阅仍可看到</span><small class="address">https://news.example.cn/feed/</small>' in html
    )


@pytest.mark.parametrize(
    ("spot", "told"),
    [
        (("", "", "unseen", "drafts"), "未查看：删除的是读者看不到的草稿"),
        (("", "", "unseen", "no_address"), "未查看：本机不知道该处的公开网址"),
        (("map", "https://x/", "unseen", "503"), "站点地图未查看：返回 503"),
        (("list", "https://x/", "unseen", "no_answer"), "列表未查看：没有应答"),
        (("list", "", "unseen", "<b>other program</b>"), "列表未查看：…"),
        (("<i>", "", "unseen", "terms"), "未查看：网站没有说明"),
    ],
)
def test_what_nobody_could_look_at_says_why(spot, told):
    html = page(sheet(PLACE._replace(spots=(SpotLooked(*spot, AT),))))
    assert told in html
    assert "<b>" not in html
    assert "not looked at" in page(sheet(PLACE._replace(spots=(SpotLooked(*spot, AT),))), "en")


def test_that_it_was_published_again_is_said():
    assert "后续" not in page(sheet(PLACE))
    assert "已于 2026年3月5日 10:22 重新发布" in page(sheet(PLACE, again=AT))
    assert "已重新签发，尚未发布" in page(sheet(PLACE, again_signed=True))
    assert "published again 2026-03-05 10:22" in page(sheet(PLACE, again=AT, again_signed=True), "en")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_eight_places_are_one_page(language):
    made = sheet(
        *(PLACE._replace(name=f"官网{n}", spots=GONE) for n in range(4)),
        *(HAND._replace(name=f"号{n}") for n in range(4)),
    )
    pdf = printed(page(made, language, {SHOT: ("image/png", png())}))
    assert (pdf.pages, pdf.missing) == (1, "")
    assert pdf.data.startswith(b"%PDF")
