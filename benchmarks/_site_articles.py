"""Ten thousand articles of our own, the same every time, as the library gives them when they go out."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import random

from editor.article import Article, Credit, Origin, Slip, Variant, slip_to_plain
from editor.markup.reader import read
from editor.publish.package import Package, Proof, SignedEntry, SignOff, covers_hash

LENGTH = 2000
COLUMNS = ("要闻", "民生", "经济", "文教", "乡镇", "评论", "图片", "公告")
WORDS = """
水库 堤坝 乡镇 合作社 稻田 油茶 果园 车间 订单 码头 学校 课堂 老师 医院 门诊 广场 公园 书店 剧团 图书馆 居民 村民
社区 网格 干部 工程 项目 道路 桥梁 汛期 秋收 春耕 冬修 增长 完成 推进 改造 建设 启动 检查 走访 座谈 调研 服务
培训 今年 去年 上半年 近日 日前 目前 据介绍 据了解 与此同时 此外 全县 全市 各地 当地 这里 这项 这一 有关部门 负责人
"""
VOCABULARY = WORDS.split()
LEVELS = ("初审", "复审", "终审签发")
NEWSROOM = hashlib.sha256(b"benchmark").hexdigest()


def article_id(number: int) -> str:
    digits = hashlib.sha256(str(number).encode()).hexdigest()
    return f"0199{digits[:4]}-{digits[4:8]}-7{digits[8:11]}-8{digits[11:14]}-{digits[14:26]}"


def text_of(number: int) -> str:
    """Some 2,000 characters with headings, a list, a quotation and a table."""
    chance = random.Random(number)
    parts: list[str] = []
    length = 0
    while length < LENGTH - 200:
        sentence = "，".join(
            "".join(chance.choices(VOCABULARY, k=chance.randint(3, 6))) for _ in range(chance.randint(8, 14))
        )
        parts.append(f"{sentence}。")
        length += len(sentence)
    parts.insert(2, f"## {''.join(chance.choices(VOCABULARY, k=5))}")
    parts.insert(5, f"> {''.join(chance.choices(VOCABULARY, k=12))}。")
    parts.insert(7, "\n".join(f"- {''.join(chance.choices(VOCABULARY, k=4))}{n}处" for n in range(3)))
    parts.append("| 乡镇 | 公里 | 户数 |\n| --- | --- | --- |\n| 柳溪镇 | 5.2 | 860 |\n| 石门乡 | 4.1 | 610 |")
    return "\n\n".join(parts) + "\n"


def slip_of(number: int) -> Slip:
    chance = random.Random(-number)
    return Slip(
        number=f"0918-A{number:02}",
        genre="news",
        headline="".join(chance.choices(VOCABULARY, k=6)),
        kicker="".join(chance.choices(VOCABULARY, k=3)) if number % 4 == 0 else "",
        byline=(Credit("周晓禾", "reporter", "记者"), Credit("陈立言", "stringer", "通讯员")),
        responsible_editor="何一苇",
        source="清水日报",
        column=COLUMNS[number % len(COLUMNS)],
        keywords=tuple(chance.choices(VOCABULARY, k=3)),
        summary="，".join("".join(chance.choices(VOCABULARY, k=5)) for _ in range(3)) + "。",
        origin=Origin.OWN,
        published_at=f"20{10 + number % 12}-{1 + number % 12:02}-{1 + number % 28:02}T{number % 24:02}:30:00+08:00",
    )


def _entry(content: dict[str, object]) -> SignedEntry:
    body = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    seal = hashlib.sha512(body.encode()).digest()
    return SignedEntry(
        hashlib.sha256(body.encode()).hexdigest(),
        body,
        base64.b64encode(seal).decode(),
        base64.b64encode(seal[:32]).decode(),
    )


def package_of(number: int) -> Package:
    """A package as the library gives it; signatures have the right form, nobody checks them here."""
    name, text, slip = article_id(number), text_of(number), slip_of(number)
    covers = covers_hash(name, "zh-CN", slip, text, "web")
    base: dict[str, object] = {
        "v": 1,
        "newsroom": NEWSROOM,
        "article": name,
        "variant": "zh-CN",
        "device": article_id(-1),
        "roster": [NEWSROOM],
        "at": "2021-09-19T20:00:00+08:00",
        "nonce": article_id(-number),
    }
    revision = _entry(base | {"kind": "revision", "author": NEWSROOM, "slip": slip_to_plain(slip), "text": text})
    people = [
        _entry(base | {"kind": "member", "name": f"审稿人{n}", "levels": [str(n)], "keys": [covers]})
        for n in range(1, 4)
    ]
    submit = _entry(base | {"kind": "submit", "target": revision.id})
    signs = [
        _entry(
            base | {"kind": "sign", "level": n, "target": revision.id, "submit": submit.id, "covers": {"web": covers}}
        )
        for n in range(1, 4)
    ]
    offs = tuple(
        SignOff(n, LEVELS[n - 1], f"审稿人{n}", people[n - 1].id, signs[n - 1].id, "2021-09-19T21:00:00+08:00")
        for n in range(1, 4)
    )
    proof = Proof(NEWSROOM, revision.id, covers, offs, (), (*people, revision, submit, *signs))
    article = Article(name, Variant.ZH_CN, slip, read(text))
    return Package(name, article, text, "web", "2021-09-19T20:00:00+08:00", proof, {})


def changed(package: Package) -> Package:
    slip = dataclasses.replace(package.article.slip, headline="改过的标题")
    return dataclasses.replace(package, article=dataclasses.replace(package.article, slip=slip))
