"""Versions of an article and a comparison with now."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from editor.article import Article, Slip, Variant, slip_to_plain
from editor.markup.blocks import heading, paragraph
from editor.markup.writer import write
from editor.operations.comparing import compare
from editor.records.articles import Kept, Version

HERE = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 5, 21, 50, tzinfo=HERE)

OLD = (
    paragraph("今年6月，经国务院批准，永州经济技术开发区升级为国家级经济技术开发区。"),
    paragraph("管中窥豹，永州经济技术开发区美丽蝶变，折射出的正是永州园区强劲的发展势头。"),
    heading("招商有招"),
    paragraph("今年上半年，全市园区规模工业企业增加值增幅15%，新增入统规模企业26家。"),
    paragraph("此段将被删去：活动在热烈的掌声中圆满结束。"),
)
NEW = (
    OLD[0],
    paragraph("管中窥豹，永州经开区美丽蝶变，折射出的正是永州园区强劲的发展势头。"),
    OLD[2],
    paragraph("今年上半年，全市园区规模工业企业增加值增幅15%，新增入统规模企业28家，同比多7家。"),
    paragraph("新写一段：“全程代办”窗口设到了园区门口，一个项目一名代办员。"),
)
OLD_SLIP, NEW_SLIP = Slip(headline="园区产值百亿"), Slip(headline="湘江源头风头劲")


def kept(number, at, why, characters):
    return Kept(number, "a", "zh-CN", at.isoformat(), why, "p", characters, 900)


def versions():
    day = timedelta(days=1)
    found = [
        (NOW - timedelta(minutes=6), "save", 2143),
        (NOW - timedelta(minutes=31), "paste", 2098),
        (NOW - timedelta(hours=2, minutes=4), "recovered", 1786),
        (NOW - day, "restore", 1786),
        (NOW - day - timedelta(hours=1), "replaced", 1902),
        (NOW - 3 * day, "conversion", 1760),
        (NOW - 3 * day - timedelta(minutes=40), "refused", 1755),
        (NOW - 90 * day, "save", 812),
    ]
    return tuple(kept(20 - n, *each) for n, each in enumerate(found))


def version(number=20):
    found = next(each for each in versions() if each.id == number)
    return Version(found, slip_to_plain(OLD_SLIP), write(OLD))


def comparison(new=NEW, slip=NEW_SLIP):
    return compare(Article("a", Variant.ZH_CN, OLD_SLIP, OLD), Article("a", Variant.ZH_CN, slip, new))
