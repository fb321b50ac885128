"""An article and its slip (稿签): frozen records, their plain form, and what is missing in them.

Names of fields are those of the trade (稿签 `slip`, 引题 `kicker`, 主题 `headline` …).
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.markup.blocks import Block


class Variant(StrEnum):
    """Language variant of an article (BCP 47)."""

    ZH_CN = "zh-CN"
    ZH_TW = "zh-TW"
    ZH_HK = "zh-HK"
    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"

    @property
    def traditional(self) -> bool:
        """Whether it is written in Traditional characters."""
        return self in {Variant.ZH_TW, Variant.ZH_HK, Variant.ZH_HANT}


class Origin(StrEnum):
    """自采, 首发, 转载, 通稿: decides which fields are needed and whether the text is locked."""

    OWN = "own"
    FIRST = "first"
    REPRINT = "reprint"
    WIRE_COPY = "wire_copy"

    @property
    def locked(self) -> bool:
        """转载 and 通稿 run unchanged: damage is repaired, nothing else."""
        return self in {Origin.REPRINT, Origin.WIRE_COPY}


@dataclass(frozen=True, slots=True)
class Credit:
    """One name and what it did.

    Attributes:
        name: As printed, blanks used for padding removed (李　娜 → 李娜).
        role: Code of the trade: author, reporter, trainee, intern, special_correspondent, stringer, photographer,
            editor, responsible_editor, proofreader, reviewer, approver, supervisor, credit …
        label: The printed word (``全媒体记者``), "" when the page had none.
    """

    name: str
    role: str = "author"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Outlet:
    """What one outlet (网站, App, 微信, 报纸) prints instead of the article's own fields; None = the article's."""

    name: str
    headline: str | None = None
    summary: str | None = None
    cover: str | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """文末更正说明: what readers are told at the end of a corrected article.

    Attributes:
        text: What was wrong and what is right, in whole sentences.
        at: Day of the correction (ISO 8601), "" = not said.
    """

    text: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """稿签: everything about an article but its text. Strings are plain text, "" or None = not given.

    Times are ISO 8601 with a zone (``2021-09-19T21:44:50+08:00``), or a date alone where no time is known.

    Attributes:
        number: 稿号, given at intake.
        genre: 体裁 (消息, 通讯, 评论 …) as a code: news, feature, commentary, interview, notice, picture, other.
        byline: Names under the headline with their roles.
        source: 来源; several names joined by one blank, as in `editor` and `responsible_editor`.
        published_at: Time of first publication.
        original_headline: 原标题 of a reprint; original_authors: 原作者.
        page_credits: 责编, 一审 二审 三审, 校对, 监制 … as a scraped page printed them; never our sign-offs.
        deadline: 截稿; publish_at: 拟发; embargo: 禁发至; contact: 联系人.
        planned_length: 计划字数, in figures: how long the desk wants it.
        corrections: 文末更正说明, the oldest first; part of what is signed.
        corrects: Of a 更正启事, the id of the article that it corrects.
    """

    number: str = ""
    genre: str | None = None
    kicker: str = ""
    headline: str = ""
    subheadline: str = ""
    byline: tuple[Credit, ...] = ()
    editor: str = ""
    responsible_editor: str = ""
    source: str = ""
    column: str = ""
    dateline: str = ""
    keywords: tuple[str, ...] = ()
    summary: str = ""
    origin: Origin | None = None
    origin_url: str = ""
    published_at: str = ""
    original_headline: str = ""
    original_authors: str = ""
    page_credits: tuple[Credit, ...] = ()
    deadline: str = ""
    publish_at: str = ""
    embargo: str = ""
    contact: str = ""
    planned_length: str = ""
    outlets: tuple[Outlet, ...] = ()
    corrections: tuple[Note, ...] = ()
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One story in one language variant.

    Attributes:
        id: UUIDv7, the same for all its variants.
        variant: What this text is written in.
        slip: The 稿签.
        blocks: The body, headline and slip not included.
    """

    id: str
    variant: Variant
    slip: Slip
    blocks: tuple[Block, ...]


def slip_to_plain(slip: Slip) -> dict[str, Any]:
    """The slip as JSON data; fields that say nothing are left out, so the same slip is always the same text."""
    plain: dict[str, Any] = {}
    for field in dataclasses.fields(slip):
        value = getattr(slip, field.name)
        if value in ("", None, ()):
            continue
        if isinstance(value, tuple):
            value = [_record_to_plain(item) if dataclasses.is_dataclass(item) else item for item in value]
        plain[field.name] = str(value) if isinstance(value, StrEnum) else value
    return plain


def _record_to_plain(record: Any) -> dict[str, Any]:
    return {
        field.name: getattr(record, field.name)
        for field in dataclasses.fields(record)
        if getattr(record, field.name) is not None
    }


def slip_from_plain(plain: Mapping[str, Any]) -> Slip:
    """The slip from JSON data, which may come from anywhere.

    Keys that this version does not know and values of a wrong type count as not given; the entry that holds them is
    kept whole all the same.
    """
    values: dict[str, Any] = {}
    for name, value in plain.items():
        if name in _RECORDS and isinstance(value, (list, tuple)):
            values[name] = tuple(record for item in value if (record := _record(_RECORDS[name], item)) is not None)
        elif name == "keywords" and isinstance(value, (list, tuple)):
            values[name] = tuple(item for item in value if isinstance(item, str))
        elif name == "origin" and value in set(Origin):
            values[name] = Origin(value)
        elif name in _PLAIN_FIELDS and isinstance(value, str):
            values[name] = value
    return Slip(**values)


_RECORDS: Mapping[str, type[Credit | Outlet | Note]] = {
    "byline": Credit,
    "page_credits": Credit,
    "outlets": Outlet,
    "corrections": Note,
}
_PLAIN_FIELDS = frozenset(field.name for field in dataclasses.fields(Slip)) - {*_RECORDS, "keywords", "origin"}


def _record(record: type[Credit | Outlet | Note], plain: Any) -> Any:
    first, *_ = fields = dataclasses.fields(record)
    if not isinstance(plain, dict) or not isinstance(plain.get(first.name), str):
        return None
    known = {field.name for field in fields}
    return record(**{key: value for key, value in plain.items() if key in known and isinstance(value, str)})


_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_PADDING = re.compile(rf"(?<={_HAN})[ \u3000\u00a0]+(?={_HAN})")


def unpadded(name: str) -> str:
    """A two-character name padded to the width of three (``李　娜``) as the name it is."""
    return _PADDING.sub("", name.strip(" \u3000\u00a0"))
