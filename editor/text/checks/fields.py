"""Rules about the slip (稿签): F01-F04, and what is missing before an article may be submitted: F05-F07."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.article import Origin, unpadded
from editor.findings import Finding, Severity
from editor.markup.blocks import Image, Paragraph, block_text
from editor.text.checks.protected import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article import Article, Slip

HEADLINE_LIMIT = 30
"""Characters of a headline, blanks not counted; destinations may set their own. House: two lines of fifteen."""
SUMMARY_LIMIT = 120
"""Characters of a summary. House."""


def _about(rule: str, severity: Severity, field: str, note: str = "", text: str = "", **values: str) -> Finding:
    key = f"check.{rule}.{note}" if note else f"check.{rule}"
    return Finding(rule, severity, text, field=field, message=key, values={"text": text, "fix": "", **values})


def reprint_without_origin(article: Article) -> Iterator[Finding]:
    """F01: a reprint names source, author and original title (rules for internet news services)."""
    slip = article.slip
    if slip.origin is not Origin.REPRINT:
        return
    if not slip.source.strip():
        yield _about("F01", Severity.ERROR, "source", "source")
    if not slip.original_authors.strip() and not slip.byline:
        yield _about("F01", Severity.ERROR, "original_authors", "author")
    if not slip.original_headline.strip():
        yield _about("F01", Severity.ERROR, "original_headline", "headline")


_ROLES = (
    "全媒体记者|全媒體記者|融媒体记者|融媒體記者|本报记者|本報記者|本台记者|见习记者|見習記者|实习记者|實習記者|特约记者|特約記者|"
    "首席记者|首席記者|记者|記者|特约通讯员|通讯员|通訊員|实习生|實習生"
)
_BYLINE = re.compile(rf"[（(]([^（）()\n]{{0,40}}?(?:{_ROLES})[^（）()\n]{{1,80}})[）)]")
_ROLE = re.compile(rf"(?:{_ROLES})[\s　:：]*")
_NAME = re.compile(rf"[{HAN}·]{{2,12}}")
_NOT_NAMES = re.compile(r"报道|報道|報導|摄影|攝影|文|图|圖|摄|攝|供图|整理|综合|綜合|编译|編譯|电|電|讯|訊")
_WRITERS = frozenset({"author", "reporter", "trainee", "intern", "special_correspondent", "stringer"})


def bylines_differ(article: Article) -> Iterator[Finding]:
    """F02: a name in the text's byline （记者 周燕妮） that the slip does not have, and the reverse.

    Photographers belong to pictures and are not compared.
    """
    printed = [
        name for block in article.blocks if isinstance(block, Paragraph) for name in _printed_names(block_text(block))
    ]
    if not printed or not article.slip.byline:
        return
    own = {unpadded(credit.name) for credit in article.slip.byline}
    writers = [unpadded(credit.name) for credit in article.slip.byline if credit.role in _WRITERS]
    for name in dict.fromkeys(printed):
        if name not in own:
            yield _about("F02", Severity.ERROR, "byline", "text", name)
    for name in dict.fromkeys(writers):
        if name and name not in printed:
            yield _about("F02", Severity.WARNING, "byline", "slip", name)


def _printed_names(text: str) -> list[str]:
    """Names in brackets behind a role; a two-character name padded with a blank comes out whole."""
    names: list[str] = []
    for match in _BYLINE.finditer(text):
        for part in _ROLE.split(match[1])[1:]:
            words = re.split(r"[、，,/／\s]+", _joined(part))
            names += [word for word in words if _NAME.fullmatch(word) and not _NOT_NAMES.fullmatch(word)]
    return names


def _joined(part: str) -> str:
    """田　文 and 李 娜 as one word: single characters beside a blank belong together."""
    return re.sub(rf"(?<![{HAN}])([{HAN}])[ 　\u00a0]+([{HAN}])(?![{HAN}])", r"\1\2", part.strip())


def incomplete_slip(article: Article) -> Iterator[Finding]:
    """F03: no responsible editor, column or summary; headline or summary over its limit (house)."""
    slip = article.slip
    for field in ("responsible_editor", "column", "summary"):
        if not getattr(slip, field).strip():
            yield _about("F03", Severity.INFO, field, field)
    for field, limit in (("headline", HEADLINE_LIMIT), ("summary", SUMMARY_LIMIT)):
        text = getattr(slip, field)
        count = len(re.sub(r"\s", "", text))
        if count > limit:
            yield _about("F03", Severity.INFO, field, "long", text, count=str(count), limit=str(limit), name=field)


_TIME = re.compile(
    r"[年月日号號时時]|[今昨明前当當][天日晚晨年]|日前|近日|近期|目前|最近|上午|下午|凌晨|[周週]末?[一二三四五六日天]|星期|上半年|下半年|季度|以来|以來"
)
_PLACE = re.compile(r"[省市县縣区區镇鎮乡鄉村州盟旗国國]|[北南东東西上天重][京海津庆慶]|[讯訊电電]")


def lead_without_time_or_place(article: Article) -> Iterator[Finding]:
    """F04 (off): no time or no place in the first paragraph of a news report (house); features begin otherwise."""
    lead = next((block_text(block) for block in article.blocks if isinstance(block, Paragraph)), "")
    if not lead:
        return
    if not _TIME.search(lead):
        yield _about("F04", Severity.INFO, "body", "time")
    if not _PLACE.search(f"{article.slip.dateline}{lead}"):
        yield _about("F04", Severity.INFO, "body", "place")


def missing_for_submit(article: Article) -> list[Finding]:
    """What must be there before an article may be submitted; an empty list means it may be.

    F05 no headline, F06 no text, F07 nobody who wrote it (byline, or the source of a reprint or wire copy), F01.
    """
    slip = article.slip
    found: list[Finding] = []
    if not slip.headline.strip():
        found.append(_about("F05", Severity.ERROR, "headline"))
    if not any(isinstance(block, Image) or block_text(block).strip() for block in article.blocks):
        found.append(_about("F06", Severity.ERROR, "body"))
    if not _somebody_wrote_it(slip):
        found.append(_about("F07", Severity.ERROR, "byline"))
    # The original title of a reprint is a finding, but no reason to refuse it: the headline may be the original one.
    return [*found, *(one for one in reprint_without_origin(article) if one.field != "original_headline")]


def _somebody_wrote_it(slip: Slip) -> bool:
    carried = slip.origin is not None and slip.origin.locked
    return any(credit.name.strip() for credit in slip.byline) or (
        carried and bool(slip.source or slip.original_authors)
    )
