"""What a signature covers. Its form is fixed for ever: a test here that has to be changed voids every sign-off made."""

from __future__ import annotations

import dataclasses
import hashlib
import json

import pytest

from editor.article import Credit, Note, Origin, Outlet, Slip, Variant
from editor.publish.package import WEB, canonical, covers_hash, outlets_of, outward

ARTICLE = "01994e07-4085-762b-8edb-8b60ce05c1de"
TEXT = '正文**“高新区”**管委会。\n\n![说明](asset:00 "图说 © 张三")\n'
FULL = Slip(
    number="0918-A-01",
    genre="news",
    kicker="引题",
    headline="主题",
    subheadline="——副题",
    byline=(Credit("周晓禾", "reporter", "记者"), Credit("陈立言")),
    editor="何一苇",
    responsible_editor="许见山",
    source="清水日报",
    column="要闻",
    dateline="清水日报9月18日讯",
    keywords=("治水", "民生"),
    summary="摘要",
    origin=Origin.REPRINT,
    origin_url="https://example.com/?a=1&b=2",
    published_at="2021-09-19T21:44:50+08:00",
    original_headline="原标题",
    original_authors="甲 乙",
    page_credits=(Credit("丙", "proofreader", "校对"),),
    deadline="2021-09-19T20:00:00+08:00",
    publish_at="2021-09-20T06:00:00+08:00",
    embargo="2021-09-20T05:00:00+08:00",
    contact="13800000000",
    planned_length="1200",
    outlets=(Outlet("微信", headline="微信题", cover="asset:11"), Outlet("报纸", column="一版", summary="短")),
)


def test_the_canonical_form_of_a_bare_article():
    assert canonical(ARTICLE, Variant.ZH_CN, Slip(headline="题"), "文\n", WEB).decode() == (
        '{"article":"01994e07-4085-762b-8edb-8b60ce05c1de","cover":"","outlet":"web","slip":{"headline":"题"},'
        '"text":"文\\n","v":1,"variant":"zh-CN"}'
    )


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        (WEB, "a67fb3e0618e59da2f9d5ba4f07e6b8cca20b4b11a16619673bcee77939bb3ef"),
        ("微信", "e83efb9c1610bb5f0d8dfb09bf26180f96c3167320467969becfd3cdbc3747ef"),
        ("报纸", "daf8a7e888e0772ad1122e3eb4e17ea25eb7ed2d632164251da9ff6dbef4010b"),
    ],
)
def test_the_canonical_form_of_a_full_one(outlet, expected):
    assert covers_hash(ARTICLE, Variant.ZH_CN, FULL, TEXT, outlet) == expected


def test_the_hash_is_that_of_the_canonical_form():
    form = canonical(ARTICLE, Variant.ZH_TW, FULL, TEXT, WEB)
    assert covers_hash(ARTICLE, Variant.ZH_TW, FULL, TEXT, WEB) == hashlib.sha256(form).hexdigest()
    assert form == json.dumps(json.loads(form), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


INTERNAL = {"deadline", "publish_at", "contact", "planned_length"}
OUTWARD = {field.name for field in dataclasses.fields(Slip)} - INTERNAL - {"outlets"}
CORRECTED = dataclasses.replace(FULL, corrections=(Note("“二”应为“三”。", "2021-09-20"),), corrects="0199")


@pytest.mark.parametrize("name", sorted(OUTWARD))
def test_every_field_that_goes_out_is_bound(name):
    emptied = dataclasses.replace(CORRECTED, **{name: getattr(Slip(), name)})
    assert covers_hash(ARTICLE, Variant.ZH_CN, emptied, TEXT, WEB) != covers_hash(
        ARTICLE, Variant.ZH_CN, CORRECTED, TEXT, WEB
    )


@pytest.mark.parametrize("name", sorted(INTERNAL))
def test_a_field_that_stays_in_the_house_is_not(name):
    changed = dataclasses.replace(FULL, **{name: "anders"})
    assert covers_hash(ARTICLE, Variant.ZH_CN, changed, TEXT, WEB) == covers_hash(
        ARTICLE, Variant.ZH_CN, FULL, TEXT, WEB
    )
    assert getattr(FULL, name) not in canonical(ARTICLE, Variant.ZH_CN, FULL, TEXT, WEB).decode()


def test_another_headline_for_one_outlet_voids_that_outlet_alone():
    changed = dataclasses.replace(FULL, outlets=(Outlet("微信", headline="另题", cover="asset:11"), FULL.outlets[1]))
    same = {
        outlet: covers_hash(ARTICLE, Variant.ZH_CN, changed, TEXT, outlet)
        == covers_hash(ARTICLE, Variant.ZH_CN, FULL, TEXT, outlet)
        for outlet in outlets_of(FULL)
    }
    assert same == {WEB: True, "微信": False, "报纸": True}


def test_what_an_outlet_prints():
    assert outward(FULL, "微信").headline == "微信题"
    assert outward(FULL, "微信").summary == "摘要"
    assert outward(FULL, "报纸").column == "一版"
    assert outward(FULL, WEB).headline == "主题"
    assert outward(FULL, WEB).outlets == ()
