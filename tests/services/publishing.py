"""One article with everything in it, and what tests of publishing systems do with it again and again."""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import hashlib
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING

from editor.article import Origin, Variant
from editor.publish.targets.destination import Piece, Standing, Status, differences
from editor.publish.targets.kinds import checked, key_of, kind
from tests.editor.publish.sample_packages import TEXT, package, png

if TYPE_CHECKING:
    from editor.publish.package import Package

RARE = "𠮷野家㙍𬭎葛󠄀辻󠄁👩‍👩‍👧‍👦🇨🇳☎️𪚥𰻞"
TRAPS = (
    '他说"好"，it\'s 9x9 ... a -- b - c \\[gallery\\] \\[caption id="x"\\] :) 8) ;-) Wordpress (c) (tm) ``x`` '
    "&amp;lt; &lt;b&gt;a&lt;/b&gt; 3 &lt; 4 &amp;&amp; 5 &gt; 4 50%ab {{x}} $1 C:\\\\x"
)
SHOWN = (
    '他说"好"，it\'s 9x9 ... a -- b - c [gallery] [caption id="x"] :) 8) ;-) Wordpress (c) (tm) ``x`` '
    "&lt; <b>a</b> 3 < 4 && 5 > 4 50%ab {{x}} $1 C:\\x"
)
LINK = "https://example.com/video/watch?v=1&x=2"
EVERYTHING = (
    f"{TEXT}\n\n{TRAPS}\n\n{LINK}\n\n生僻字：{RARE}\n\n---\n\n1. 甲\n2. 乙\n   - 丙\n\n~~删~~ *斜* **粗** <u>线</u>\n"
)


def everything(number: int, variant: Variant = Variant.ZH_CN, text: str = EVERYTHING, **fields: object) -> Package:
    """A package with every kind of block and every field of the slip."""
    given: dict[str, object] = {
        "kicker": '肩题"x"',
        "subheadline": "——副题 9x9",
        "headline": f'标题 3 < 4 & "引" {RARE}',
        "summary": "摘要 <i>&amp; ... 'x'",
        "keywords": ("治水", "民生", "C++", "A & B", "甲 乙"),
        "column": "要闻 & <动态"[:2],
        "origin": Origin.REPRINT,
        "origin_url": "https://example.com/原文?a=1&b=2",
        "original_headline": "原来的标题",
        "editor": "李娜",
    }
    pictures = (png(), png(color=(number % 250, 9, number % 7)))
    made = package(number, variant, Variant.ZH_CN, text, pictures, **{**given, **fields})
    return dataclasses.replace(made, cover=f"asset:{hashlib.sha256(pictures[1]).hexdigest()}")


def key(package: Package) -> str:
    """Its key at every place."""
    return key_of(package.article.id, str(package.article.variant))


def opened(name: str, options: dict[str, str], secret: str):
    """A destination with the defaults of its kind."""
    made = kind(name)
    return made.open(checked(made, options), secret)


def published(place, piece: Piece, status: Status = Status.PUBLIC) -> Standing:
    """Take a piece all the way: nothing there, draft, compared, published, compared."""
    found = place.find([piece.key])[piece.key]
    at = place.read(found[0].thing) if found else None
    draft = place.put(piece, at, Status.DRAFT)
    assert (draft.key, draft.status) == (piece.key, Status.DRAFT)
    assert differences(piece.fields, draft.fields) == ()
    there = place.put(piece, draft, status)
    assert (there.key, there.thing) == (piece.key, draft.thing)
    assert differences(piece.fields, there.fields) == ()
    return there


def shown_whole(place, there: Standing) -> None:
    """A stranger reads all of `everything` there."""
    look = place.look(there.address)
    assert look.status == 200
    for text in (SHOWN, RARE, '标题 3 < 4 & "引"', '肩题"x"', "——副题 9x9", "一审：林知远", "原来的标题", LINK):
        assert text in look.text


def visit(address: str, tries: int = 1) -> tuple[int, str]:
    """Status and source of what somebody gets whom nobody knows; the address may have Chinese in it."""
    address = urllib.parse.quote(address, safe="/:?&=%~")
    for _ in range(tries):
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8", "replace")
        except urllib.error.URLError:
            time.sleep(0.2)
    raise AssertionError(address)


def rows(address: str) -> object:
    """What an interface tells a stranger."""
    return json.loads(visit(address)[1])


UTC8 = dt.timezone(dt.timedelta(hours=8))


def wordpress_at(site, places, role="editor", **options):
    """A WordPress as somebody there sees it; closed with the other places."""
    account = site.users[role]
    options = {"url": site.url, "user": account.login, **options}
    made = opened("wordpress", options, account.application_password)
    places.append(made)
    return made


def wagtail_at(site, places, who="editor", secret="", **options):
    """A Wagtail as somebody there sees it; closed with the other places."""
    options = {"url": site.url, "parent": str(site.parent), **options}
    made = opened("wagtail", options, secret or site.tokens[who])
    places.append(made)
    return made


def by_hand(site, method, route, body=None, role="editor"):
    """What somebody does in the administration of the site."""
    account = site.users[role]
    token = base64.b64encode(":".join(account.auth).encode()).decode()
    request = urllib.request.Request(f"{site.url}/wp-json/wp/v2/{route}", method=method)
    request.add_header("Authorization", f"Basic {token}")
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, json.dumps(body).encode() if body else None, timeout=30) as answer:
        return json.loads(answer.read())


def soon(seconds: float) -> str:
    """A time of the newsroom so many seconds ahead."""
    return (dt.datetime.now(UTC8) + dt.timedelta(seconds=seconds)).isoformat(timespec="seconds")
