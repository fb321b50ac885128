"""Packages to publish, signed with real keys: our own texts, names and pictures."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import struct
import zlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from editor.article import Article, Credit, Origin, Slip, Variant, slip_to_plain
from editor.markup.reader import read
from editor.publish.package import Asset, Gone, Package, Proof, Sibling, SignedEntry, SignOff, covers_hash

NEWSROOM = hashlib.sha256(b"newsroom").hexdigest()
LEVELS = (("初审", "林知远"), ("复审", "宋清和"), ("终审签发", "高砚秋"))
TEXT = """\
本报讯　9月18日，记者从县水利局获悉，**“清水河”**综合治理工程全线完工，沿河三个乡镇近两万名群众从中受益。

## 一条河的十年

“以前一下雨就淹，现在河堤上能散步。”住在河边的居民说，十年间他家的地基垫高了三次[^1]。

> 治水要一任接着一任干。

工程共完成以下三项：

- 新建生态护岸12.6公里
- 清淤疏浚河道8.3公里
- 改造沿河泵站5座

| 乡镇 | 护岸（公里） | 受益人口 |
| --- | --- | --- |
| 柳溪镇 | 5.2 | 8600 |
| 石门乡 | 4.1 | 6100 |
| 白桥镇 | 3.3 | 4900 |

### 下一步

管护经费已列入年度预算，详见[公告](https://example.com/notice?id=1&x=2)。

[^1]: 据柳溪镇2021年统计年鉴。
"""


def png(width: int = 60, height: int = 40, color: tuple[int, int, int] = (40, 90, 160)) -> bytes:
    """A small picture."""
    rows = b"".join(
        b"\0" + bytes(min(255, part + 2 * row) for _ in range(width) for part in color) for row in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def article_id(number: int) -> str:
    """An id of the form that articles have."""
    digits = hashlib.sha256(str(number).encode()).hexdigest()
    return f"0199{digits[:4]}-{digits[4:8]}-7{digits[8:11]}-8{digits[11:14]}-{digits[14:26]}"


def _key(name: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(name.encode()).digest())


def signed(name: str, content: dict[str, object]) -> SignedEntry:
    """An entry with a real signature."""
    body = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    key = _key(name)
    return SignedEntry(
        id=hashlib.sha256(body.encode()).hexdigest(),
        body=body,
        sig=base64.b64encode(key.sign(body.encode())).decode(),
        key=base64.b64encode(key.public_key().public_bytes_raw()).decode(),
    )


def slip(number: int, **fields: object) -> Slip:
    """A filled slip."""
    given: dict[str, object] = {
        "number": f"0918-A{number:02}",
        "genre": "news",
        "headline": f"清水河治理工程第{number}期完工",
        "byline": (Credit("周晓禾", "reporter", "记者"), Credit("陈立言", "stringer", "通讯员")),
        "responsible_editor": "何一苇",
        "source": "清水日报",
        "column": "要闻",
        "keywords": ("治水", "民生"),
        "summary": f"清水河综合治理工程第{number}期全线完工，沿河三个乡镇近两万名群众受益。",
        "origin": Origin.OWN,
        "published_at": f"2021-09-{1 + number % 28:02}T{8 + number % 12:02}:30:00+08:00",
    }
    return Slip(**{**given, **fields})  # type: ignore[arg-type]


def package(
    number: int = 1,
    variant: Variant = Variant.ZH_CN,
    own: Variant = Variant.ZH_CN,
    text: str = TEXT,
    pictures: tuple[bytes, ...] = (),
    siblings: tuple[Sibling, ...] = (),
    **fields: object,
) -> Package:
    """A package of an article, with its proof."""
    identifier = article_id(number)
    shown = slip(number, **fields)
    assets = {hashlib.sha256(data).hexdigest(): data for data in pictures}
    for name in assets:
        text += f'\n![清水河](asset:{name} "9月18日，清水河畔。")\n'
    at = "2021-09-19T20:00:00+08:00"
    common: dict[str, object] = {"v": 1, "newsroom": NEWSROOM, "article": identifier, "variant": str(variant), "at": at}
    revision = signed(
        "周晓禾", common | {"kind": "revision", "author": "m0", "slip": slip_to_plain(shown), "text": text}
    )
    covers = covers_hash(identifier, variant, shown, text, "web")
    signs = [
        signed(who, common | {"kind": "sign", "level": level, "target": revision.id, "covers": {"web": covers}})
        for level, (_, who) in enumerate(LEVELS, 1)
    ]
    offs = tuple(
        SignOff(level, label, who, f"m{level}", entry.id, f"2021-09-19T2{level}:05:00+08:00")
        for level, ((label, who), entry) in enumerate(zip(LEVELS, signs, strict=True), 1)
    )
    return Package(
        name=identifier if variant == own else f"{identifier}@{variant}",
        article=Article(identifier, variant, shown, read(text)),
        text=text,
        outlet="web",
        modified_at=at,
        proof=Proof(NEWSROOM, revision.id, covers, offs, ("许见山",), (revision, *signs)),
        assets={name: Asset("image/png", len(data), lambda data=data: data) for name, data in assets.items()},
        siblings=siblings,
    )


def gone(one: Package, *, notice: bool = False, why: str = "") -> Gone:
    """The withdrawal of a package."""
    return Gone(one.name, one.article.variant, notice, "2021-10-01T09:00:00+08:00", why)


def changed(one: Package, **fields: object) -> Package:
    """A package with other values in its slip, as a later revision has them."""
    article = dataclasses.replace(one.article, slip=dataclasses.replace(one.article.slip, **fields))  # type: ignore[arg-type]
    return dataclasses.replace(one, article=article)


def full(**fields: object) -> Package:
    """A package with a picture and nearly every field of the slip; ``fields`` besides."""
    return package(
        3,
        pictures=(png(),),
        kicker="引题",
        subheadline="——副题",
        editor="何一苇",
        dateline="清水日报9月18日讯",
        origin=Origin.REPRINT,
        origin_url="https://example.com/a?b=1&c=2",
        original_headline="原标题",
        original_authors="甲 乙",
        page_credits=(Credit("丙", "proofreader", "校对"),),
        embargo="2021-09-20T06:00:00+08:00",
        **fields,
    )
