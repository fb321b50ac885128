"""One header or foot line → fields: ``2021-09-19 21:44  來源:… | 編輯:… | 作者:… …  瀏覽量:…``, in any order.

A line is read only when everything on it is understood: dates, labels with values, bylines without colon, chrome,
separators. A sentence that happens to hold a label stays a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from editor.article import Credit, unpadded
from editor.intake import bylines
from editor.intake.dates import stamps
from editor.intake.field_marks import FieldMark, marks
from editor.intake.folding import fold
from editor.intake.names import is_organization, split_names
from editor.intake.unlabeled import EDGE, SENTENCE, read_unlabeled
from editor.intake.vocabulary import FIELDS

# The line that WeChat prints over a reprint.
_REPRINTED = re.compile(r"以下文章来源于 ?(?P<source>[^,，。]{2,24}?) ?(?:[,，] ?作者 ?:?(?P<author>[^,，。]{2,16}))?")
_MASTHEAD = re.compile(
    r"(?P<source>[一-鿿]{2,12}(?:报|周刊|杂志|画报))(?: ?[-·|] ?| +)?"
    r"(?:(?:多媒体)?(?:数字|电子)(?:报刊?|版)|手机报|报刊平台)(?:平台)?"
)
_PAPER = re.compile(
    r"(?:来源 ?: ?)?《(?P<source>[^《》]{2,20})》 ?[(\[]? ?(?:19|20)\d\d[^()\[\]]{4,12}?"
    r"(?P<page>第? ?[A-Z]?\d{1,3} ?版[^()\[\]]{0,12})? ?[)\]]?"
)
_EDGE_BUT_BRACKETS = "".join(char for char in EDGE if char not in "()（）")
_TEXT_FIELDS = frozenset({"summary", "headline", "kicker", "subheadline", "original_headline"})
_BARRED_FIELDS = frozenset({"source", "column", "keywords"})
_FREE_FIELDS = frozenset({"keywords", "origin_url"})
_VALUE_END = re.compile(r" {2,}|\|| (?=[一-鿿]{2,6} ?:)")
_AND = re.compile(r" *[、,，;；/／] *")
_OUTER = re.compile(r"\s*[（(【\[]([^（）()【】\[\]]*)[)）】\]]\s*")
_TAGS = re.compile(r"(?:[#＃][^#＃\s，。！？]{2,20}[#＃]?\s*){1,12}")
# 陳應(yīng): a reading behind a name, which the repair did not dare to take out, is no part of it.
_GLOSS = re.compile(r"(?<=[\u3400-\u9fff])[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")
# 图：受访者提供 names nobody.
_NOBODY = re.compile(
    r"(?:受访者|受访单位|采访对象|主办方|网友|读者|网络|资料|视觉中国|本人|单位|活动方|校方|警方|院方)"
    r"(?:供图|提供|图片|照片|截图|图|片)?"
)
_ADDRESS = re.compile(r"https?:|www\.|[\w-]\.[a-z]{2,}")
_VALUE_LENGTH = 40
_LONGEST = 600  # a summary may be long; keeps hostile lines from costing time


@dataclass(slots=True)
class FieldLine:
    """What a line says.

    Attributes:
        values: (field of the slip or code, printed value, printed label) in the order of the line.
        people: Names with roles.
        dates: ISO 8601, (field ``published_at`` or ``updated_at``, value).
        chrome: (code, characters) of what went.
        rest: Characters that were not understood but are short enough to go; they are reported.
        labeled: Whether a label with a colon, or a byline, was there (not only a date or chrome).
        barred: Whether a bar stands for the colon of a label (文｜张三): headlines are written so too (视频｜…).
        vague: Whether a time without a sure day (05-17 09:12, 3小时前) was there; it is in ``rest``.
    """

    values: list[tuple[str, str, str]] = field(default_factory=list)
    people: list[Credit] = field(default_factory=list)
    dates: list[tuple[str, str]] = field(default_factory=list)
    chrome: list[tuple[str, str]] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    labeled: bool = False
    barred: bool = False
    vague: bool = False


def read_field_line(line: str) -> FieldLine | None:
    """The fields of a line, or None when it is anything else than fields and chrome."""
    if len(line) > _LONGEST:
        return None
    if outer := _OUTER.fullmatch(line):
        line = outer[1]
    if _TAGS.fullmatch(line.strip()):
        words = [word for word in re.split(r"[#＃\s]+", line) if word]
        return FieldLine(values=[("keywords", " ".join(words), "#")], labeled=True)
    glosses = _GLOSS.findall(line)
    line = _GLOSS.sub("", line) if glosses else line
    folded = fold(line)
    if printed := _printed_page(line, folded):
        return printed
    if reprinted := _REPRINTED.fullmatch(folded.strip()):
        return _reprinted(line.strip(), reprinted)
    read = FieldLine(rest=glosses)
    found = marks(folded)
    if not found:
        return read if _bare_people(line, read) else None
    return read if _read_marks(line, found, read) else None


def _printed_page(line: str, folded: str) -> FieldLine | None:
    """The masthead of a paper on the web (云溪日报 数字报), or its name, day and page (《云溪日报》（日期 第03版）)."""
    if found := _MASTHEAD.fullmatch(folded.strip()):
        name = line.strip()[: found.end("source")]
        return FieldLine(
            values=[("source", name, "")], rest=[line.strip()[found.end("source") :].strip()], labeled=True
        )
    found = _PAPER.fullmatch(folded.strip())
    days = stamps(folded) if found else []
    if not found or len(days) != 1:
        return None
    line = line.strip()
    page = [("page_no", line[slice(*found.span("page"))], "")] if found["page"] else []
    return FieldLine(
        values=[("source", line[slice(*found.span("source"))], "《》"), *page],
        dates=[("published_at", days[0].iso)],
        labeled=True,
    )


def _reprinted(line: str, match: re.Match[str]) -> FieldLine:
    """The fields of 以下文章来源于…，作者…."""
    source, author = (line[slice(*match.span(name))].strip() if match[name] else "" for name in ("source", "author"))
    people = [Credit(name, label="作者") for name in split_names(author) or ([author] if author else [])]
    return FieldLine(values=[("reprint_source", source, "来源于")], people=people, labeled=True)


def _read_marks(line: str, found: list[FieldMark], read: FieldLine) -> bool:
    dated = any(mark.kind in {"date", "vague"} or mark.value == "original_mark" for mark in found)
    if not _between(line[: found[0].start], read, dated=dated):
        return False
    label = ""
    for mark, following in zip(found, [*found[1:], None], strict=True):
        region = line[mark.end : following.start if following else len(line)]
        _note(mark, line[mark.start : mark.end], label, read)
        label = mark.value if mark.kind == "label" else ""
        if label:
            read.labeled = True
            done = _value(label, line[mark.start : mark.end], region, read)
        else:
            done = _between(region, read, dated=dated)
        if not done:
            return False
    return True


def _note(mark: FieldMark, printed: str, label: str, read: FieldLine) -> None:
    """What a mark says by itself; ``label`` = the label directly before it."""
    match mark.kind:
        case "date":
            updated = FIELDS.get(label) == "updated_at"
            read.dates.append(("updated_at" if updated else "published_at", mark.value))
        case "chrome":
            read.chrome.append((mark.value, printed.strip()))
        case "vague":
            read.vague = read.vague or ":" in mark.value or "前" in mark.value
            read.rest.append(printed)
        case "url":
            read.rest.append(printed)


def _value(label: str, printed: str, region: str, read: FieldLine) -> bool:
    """Take the value of a label; what stands behind a wide gap is read on its own."""
    shown = unpadded(printed.strip(EDGE))
    field_name = FIELDS.get(label)
    if field_name in _TEXT_FIELDS:
        read.values.append((field_name, region.strip(" \u3000\t"), shown))
        return True
    if field_name in {"published_at", "updated_at"}:
        return _between(region, read, dated=True)
    value, rest = _cut(region)
    barred = fold(printed).rstrip().endswith("|")
    read.barred = read.barred or barred
    if field_name is None:
        return _people(label, shown, region, read)
    if not _may_be(field_name, value, barred=barred):
        return False
    if value:
        value, people = bylines.split_off(value) if field_name == "source" else (value, [])
        read.people.extend(people)
        value = _sources(value) if field_name in {"source", "reprint_source"} else value
        read.values.append((field_name, " ".join(value.split()), shown))
    return not rest or _between(rest, read, dated=False)


def _may_be(field_name: str, value: str, *, barred: bool) -> bool:
    """Whether a value can be that of its field: short and no sentence, an address where one is asked for."""
    if barred and field_name not in _BARRED_FIELDS:
        return False
    if field_name == "origin_url":
        return not value or _ADDRESS.search(value) is not None
    return field_name in _FREE_FIELDS or (len(value) <= _VALUE_LENGTH and not SENTENCE.search(value))


def _cut(region: str) -> tuple[str, str]:
    """A value ends at a bar, a wide gap, or a label that we do not know: (value, what stands behind it)."""
    region = region.strip(_EDGE_BUT_BRACKETS)
    found = _VALUE_END.search(fold(region))
    if not found:
        return region, ""
    return region[: found.start()].rstrip(EDGE), region[found.end() :].strip(EDGE)


def _people(label: str, shown: str, region: str, read: FieldLine) -> bool:
    value, rest = _somebody(region.strip(_EDGE_BUT_BRACKETS), read), ""
    if _NOBODY.fullmatch(fold(value)):
        read.rest.append(value)
        return True
    found = bylines.labeled(label, shown, value)
    if found is None:
        value, rest = _cut(region)
        found = bylines.labeled(label, shown, value)
    if found is None:
        return False
    read.people.extend(found)
    if found and (words := bylines.closing_words(value)):
        read.rest.append(words)
    return not rest or _between(rest, read, dated=False)


def _somebody(value: str, read: FieldLine) -> str:
    """A value without those of its parts that name nobody: 圖：受訪者提供、陸永康."""
    parts = re.split(r"[、,，]", value)
    named = [part for part in parts if not _NOBODY.fullmatch(fold(part.strip()))]
    if not named or len(named) == len(parts):
        return value
    read.rest.extend(part.strip() for part in parts if part not in named)
    return "、".join(named)


def _between(text: str, read: FieldLine, *, dated: bool) -> bool:
    """What stands outside labels, dates and chrome."""
    found = read_unlabeled(text, dated=dated, labeled=read.labeled)
    if found is None:
        return False
    read.values.extend(("source", name, "") for name in found.sources)
    read.people.extend(found.people)
    read.rest.extend(found.rest)
    read.labeled = read.labeled or found.byline
    return True


def _sources(value: str) -> str:
    """Several sources with a blank between, when each of them is a body by its name."""
    parts = _AND.split(value)
    return " ".join(parts) if len(parts) > 1 and all(map(is_organization, parts)) else value


def _bare_people(text: str, read: FieldLine) -> bool:
    found = bylines.bare(text)
    if not found:
        return False
    read.people.extend(found)
    read.labeled = True
    if words := bylines.closing_words(text):
        read.rest.append(words)
    return True
