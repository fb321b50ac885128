"""One header or foot line → fields: ``2021-09-19 21:44  來源:… | 編輯:… | 作者:… …  瀏覽量:…``, in any order.

A line is read only when everything on it is understood: dates, labels with values, bylines without colon, chrome,
separators. A sentence that happens to hold a label stays a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.article import Credit, unpadded
from editor.intake import bylines, chrome
from editor.intake.dates import compact, stamps, vague
from editor.intake.folding import fold
from editor.intake.names import is_organization, is_person, split_names
from editor.intake.vocabulary import FIELDS, OFFICES, REPORTERS, ROLES, alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABELS = sorted({*ROLES, *FIELDS}, key=len, reverse=True)
_PADDED = 2  # 来　源: labels of two characters are padded like names
_SPACED = "|".join(
    r" {0,4}".join(map(re.escape, label)) if len(label) == _PADDED else re.escape(label) for label in _LABELS
)
_PREFIX = r"(?<![一-鿿A-Za-z0-9/])(?:本文|本期|本版|版面|文章|稿件|图文|新闻|本报|本网|本台|作者)?"
_LABEL = re.compile(
    rf"{_PREFIX}(?:\[ ?(?P<boxed>{_SPACED}) ?\] ?:?|(?P<label>{_SPACED}) ?:)"
    rf"|(?<=[ |/·;,\])])(?P<late>{_SPACED}) ?:"
)
_BARRED = re.compile(rf"(?:^|(?<=[ ;,|/])){_PREFIX}(?P<barred>{_SPACED}) ?\|(?=(?: ?[^ |])+)")
# 来源 桃江融媒 时间 2022年5月17日: labels without a colon, on a line that has a date.
_SPACED_LABEL = re.compile(
    r"(?:^|(?<=[ |]))(?P<spaced>来源|稿源|文章来源|信息来源|发布时间|发布日期|更新时间|时间|日期) (?=[一-鿿0-9])"
)
# The line that WeChat prints over a reprint.
_REPRINTED = re.compile(r"以下文章来源于 ?(?P<source>[^,，。]{2,24}?) ?(?:[,，] ?作者 ?:?(?P<author>[^,，。]{2,16}))?")
# 永州日报全媒体记者, 核稿编辑, 值班副总编: other words before the name of a role belong to the label.
_ORG_ROLE = re.compile(
    rf"(?<![一-鿿])(?P<label>[一-鿿]{{2,14}}(?:{alternatives(REPORTERS)})|[一-鿿]{{1,5}}(?:{alternatives(OFFICES)})) ?:"
)
_TRIM = " \t\u3000\u00a0|｜丨/／·•,，;；、()（）[]【】〔〕-—:：■◆●□◎○★☆▲△◇▌◤◢►▶"
_TRIM_OUTER = "".join(char for char in _TRIM if char not in "()（）")
_TEXT_FIELDS = frozenset({"summary", "headline", "kicker", "subheadline", "original_headline"})
_FREE_FIELDS = frozenset({"keywords", "origin_url"})
_BLANKS = re.compile(r" {2,}|\|")
_PARTS = re.compile(r" {2,}|\|| [/·•－-] |;")
_AND = re.compile(r" *[、,，;；/／] *")
_SENTENCE = re.compile(r"[。！？!?；]")
_OUTER = re.compile(r"\s*[（(【\[]([^（）()【】\[\]]*)[)）】\]]\s*")
_TAGS = re.compile(r"(?:[#＃][^#＃\s，。！？]{2,20}[#＃]?\s*){1,12}")
_VALUE_LENGTH = 40
_REST_LENGTH = 8
_LONGEST = 600  # a summary may be long; keeps hostile lines from costing time
_URL = re.compile(r"https?:/?/?[^\s一-鿿]+|www\.[^\s一-鿿]+")


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
        vague: Whether a time without a sure day (05-17 09:12, 3小时前) was there; it is in ``rest``.
    """

    values: list[tuple[str, str, str]] = field(default_factory=list)
    people: list[Credit] = field(default_factory=list)
    dates: list[tuple[str, str]] = field(default_factory=list)
    chrome: list[tuple[str, str]] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    labeled: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str  # "chrome", "date", "vague", "url", "label"
    value: str  # code of the chrome, ISO date, or the folded label


def read_field_line(line: str) -> FieldLine | None:
    """The fields of a line, or None when it is anything else than fields and chrome."""
    if len(line) > _LONGEST:
        return None
    if outer := _OUTER.fullmatch(line):
        line = outer[1]
    if _TAGS.fullmatch(line.strip()):
        words = [word for word in re.split(r"[#＃\s]+", line) if word]
        return FieldLine(values=[("keywords", " ".join(words), "#")], labeled=True)
    folded = fold(line)
    if reprinted := _REPRINTED.fullmatch(folded.strip()):
        return _reprinted(line.strip(), reprinted)
    marks = _marks(folded)
    read = FieldLine()
    if not marks:
        return read if _bare_people(line, read) else None
    return read if _read_marks(line, marks, read) else None


def _reprinted(line: str, match: re.Match[str]) -> FieldLine:
    """The fields of 以下文章来源于…，作者…."""
    source, author = (line[slice(*match.span(name))].strip() if match[name] else "" for name in ("source", "author"))
    people = [Credit(name, label="作者") for name in split_names(author) or ([author] if author else [])]
    return FieldLine(values=[("reprint_source", source, "来源于")], people=people, labeled=True)


def _marks(folded: str) -> list[_Mark]:
    """Dates, chrome and labels, left to right, not overlapping; dates win, then labels."""
    urls = [match.span() for match in _URL.finditer(folded)]
    found: list[_Mark] = [
        _Mark(stamp.start, stamp.end, "date", stamp.iso)
        for stamp in stamps(folded)
        if _free(urls, stamp.start, stamp.end)
    ]
    for match in _labels(folded, found):
        label = next(text for text in match.groupdict().values() if text)
        if _free([(mark.start, mark.end) for mark in found] + urls, *match.span()):
            found.append(_Mark(match.start(), match.end(), "label", label.replace(" ", "")))
    found.extend(_uncertain(folded, found, urls))
    for start, end in [(mark.start, mark.end) for mark in found] + urls:
        folded = folded[:start] + "|" * (end - start) + folded[end:]  # a count ends where a date begins
    found.extend(_Mark(piece.start, piece.end, "chrome", piece.what) for piece in chrome.pieces(folded))
    return sorted(found, key=lambda mark: mark.start)


def _labels(folded: str, dates: list[_Mark]) -> Iterator[re.Match[str]]:
    yield from _LABEL.finditer(folded)
    yield from _ORG_ROLE.finditer(folded)
    barred = list(_BARRED.finditer(folded))
    # 周燕妮 文 | 彭沛 图 has no labels before its bars: the first must begin the line, or follow a date.
    if barred and (not folded[: barred[0].start()].strip() or any(mark.end <= barred[0].start() for mark in dates)):
        yield from barred
    if dates:
        yield from _SPACED_LABEL.finditer(folded)


def _uncertain(folded: str, found: list[_Mark], urls: list[tuple[int, int]]) -> list[_Mark]:
    """Dates of eight figures beside other fields, times without a sure day, addresses that no label asks for."""
    more: list[_Mark] = []
    taken = [(mark.start, mark.end) for mark in found]
    if found and not any(mark.kind == "date" for mark in found):
        days = (_Mark(stamp.start, stamp.end, "date", stamp.iso) for stamp in compact(folded))
        more.extend(mark for mark in days if _free(taken + urls, mark.start, mark.end))
    taken = [(mark.start, mark.end) for mark in [*found, *more]]
    more.extend(
        _Mark(start, end, "vague", folded[start:end]) for start, end in vague(folded) if _free(taken + urls, start, end)
    )
    for start, end in urls:
        before = max((mark for mark in found if mark.end <= start), key=lambda mark: mark.end, default=None)
        asked = before is not None and before.kind == "label" and FIELDS.get(before.value) == "origin_url"
        if found and not asked:
            more.append(_Mark(start, end, "url", ""))
    return more


def _free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(end <= left or start >= right for left, right in taken)


def _read_marks(line: str, marks: list[_Mark], read: FieldLine) -> bool:
    dated = _has_date(marks)
    if not _between(line[: marks[0].start], read, dated=dated):
        return False
    label = ""
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
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


def _note(mark: _Mark, printed: str, label: str, read: FieldLine) -> None:
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


def _has_date(marks: list[_Mark]) -> bool:
    return any(mark.kind in {"date", "vague"} for mark in marks)


def _value(label: str, printed: str, region: str, read: FieldLine) -> bool:
    """Take the value of a label; what stands behind a wide gap is read on its own."""
    shown = unpadded(printed.strip(_TRIM))
    field_name = FIELDS.get(label)
    if field_name in _TEXT_FIELDS:
        read.values.append((field_name, region.strip(" \u3000\t"), shown))
        return True
    if field_name in {"published_at", "updated_at"}:
        return not region.strip(_TRIM)
    value, rest = _cut(region)
    if field_name is None:
        return _people(label, shown, region, read)
    if field_name not in _FREE_FIELDS and (len(value) > _VALUE_LENGTH or _SENTENCE.search(value)):
        return False
    if value:
        value, people = bylines.split_off(value) if field_name == "source" else (value, [])
        read.people.extend(people)
        value = _sources(value) if field_name in {"source", "reprint_source"} else value
        read.values.append((field_name, " ".join(value.split()), shown))
    return not rest or _between(rest, read, dated=False)


def _cut(region: str) -> tuple[str, str]:
    """A value ends at a bar or a wide gap: (value, what stands behind it)."""
    region = region.strip(_TRIM_OUTER)
    found = _BLANKS.search(fold(region))
    if not found:
        return region, ""
    return region[: found.start()].rstrip(_TRIM), region[found.end() :].strip(_TRIM)


def _people(label: str, shown: str, region: str, read: FieldLine) -> bool:
    value, rest = region.strip(_TRIM_OUTER), ""
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


def _between(text: str, read: FieldLine, *, dated: bool) -> bool:
    """What stands outside labels, dates and chrome: nothing, a byline, the name of a medium, or a short rest."""
    text = text.strip(_TRIM)
    if not text:
        return True
    if _bare_people(text, read):
        return True
    return all(_part(part.strip(_TRIM), read, dated=dated) for part in _PARTS.split(fold_blanks(text)))


def _part(part: str, read: FieldLine, *, dated: bool) -> bool:
    if not part or _bare_people(part, read) or _source_or_names(part, read, dated=dated):
        return True
    tokens = part.split()
    if len(tokens) > 1 and all(chrome.is_site_name(token) or (dated and _is_known(token)) for token in tokens):
        return all(_source_or_names(token, read, dated=dated) for token in tokens)
    if len(part) <= _REST_LENGTH and not _SENTENCE.search(part) and read.labeled and dated:
        read.rest.append(part)
        return True
    return False


def _is_known(token: str) -> bool:
    return is_organization(token) or is_person(token)


def _source_or_names(part: str, read: FieldLine, *, dated: bool) -> bool:
    """The name of a medium; on a line with a date also another body, or people."""
    names = (split_names(part) or ()) if dated else ()
    if names and all(map(is_person, names)) and not chrome.is_site_name(part):
        read.people.extend(map(Credit, names))
    elif chrome.is_site_name(part) or (dated and is_organization(part)):
        read.values.append(("source", part, ""))
    else:
        return False
    return True


def _sources(value: str) -> str:
    """Several sources with a blank between, when each of them is a body by its name."""
    parts = _AND.split(value)
    return " ".join(parts) if len(parts) > 1 and all(map(is_organization, parts)) else value


def fold_blanks(text: str) -> str:
    """Tabs and wide blanks as plain ones, the rest as printed."""
    return text.translate({0x3000: " ", 0xA0: " ", 9: " ", 0xFF5C: "|"})


def _bare_people(text: str, read: FieldLine) -> bool:
    found = bylines.bare(text)
    if not found:
        return False
    read.people.extend(found)
    read.labeled = True
    if words := bylines.closing_words(text):
        read.rest.append(words)
    return True
