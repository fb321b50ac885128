"""One header or foot line → fields: ``2021-09-19 21:44  來源:… | 編輯:… | 作者:… …  瀏覽量:…``, in any order.

A line is read only when everything on it is understood: dates, labels with values, bylines without colon, chrome,
separators. A sentence that happens to hold a label stays a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from editor.article import Credit, unpadded
from editor.intake import bylines, chrome
from editor.intake.dates import stamps
from editor.intake.folding import fold
from editor.intake.names import is_organization, is_person
from editor.intake.vocabulary import FIELDS, ROLES, alternatives

_LABELS = sorted({*ROLES, *FIELDS}, key=len, reverse=True)
_PADDED = 2  # 来　源: labels of two characters are padded like names
_SPACED = "|".join(
    r" {0,4}".join(map(re.escape, label)) if len(label) == _PADDED else re.escape(label) for label in _LABELS
)
_PREFIX = r"(?<![一-鿿A-Za-z0-9/])(?:本文|本期|本版|版面|文章|稿件|图文|新闻|本报|本网|本台|作者)?"
_LABEL = re.compile(
    rf"{_PREFIX}(?:\[ ?(?P<boxed>{_SPACED}) ?\] ?:?|(?P<label>{_SPACED}) ?:)"
    rf"|(?<=[ |/·;,\])])(?P<late>{_SPACED}) ?:"
    r"|(?:^|(?<= ))(?P<barred>来源|稿源|文章来源|信息来源|发布时间|时间|日期) ?\|(?! *$)"
)
_REPORTERS = alternatives(("记者", "通讯员", "特约记者"))
_ORG_ROLE = re.compile(rf"(?<![一-鿿])(?P<label>[一-鿿]{{2,14}}(?:{_REPORTERS})) ?:")
_TRIM = " \t\u3000\u00a0|｜丨/／·•,，;；、()（）[]【】〔〕-—:：■◆●□◎○★☆▲△◇▌◤◢►▶"
_TRIM_OUTER = "".join(char for char in _TRIM if char not in "()（）")
_TEXT_FIELDS = frozenset({"summary", "headline", "kicker", "subheadline", "original_headline"})
_FREE_FIELDS = frozenset({"keywords", "origin_url"})
_BLANKS = re.compile(r" {2,}|\|")
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
    """

    values: list[tuple[str, str, str]] = field(default_factory=list)
    people: list[Credit] = field(default_factory=list)
    dates: list[tuple[str, str]] = field(default_factory=list)
    chrome: list[tuple[str, str]] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    labeled: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str  # "chrome", "date", "label"
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
    marks = _marks(fold(line))
    read = FieldLine()
    if not marks:
        return read if _bare_people(line, read) else None
    return read if _read_marks(line, marks, read) else None


def _marks(folded: str) -> list[_Mark]:
    """Dates, chrome and labels, left to right, not overlapping; dates win, then labels."""
    urls = [match.span() for match in _URL.finditer(folded)]
    found: list[_Mark] = [
        _Mark(stamp.start, stamp.end, "date", stamp.iso)
        for stamp in stamps(folded)
        if _free(urls, stamp.start, stamp.end)
    ]
    for pattern in (_LABEL, _ORG_ROLE):
        for match in pattern.finditer(folded):
            label = next(text for text in match.groupdict().values() if text)
            if _free([(mark.start, mark.end) for mark in found] + urls, *match.span()):
                found.append(_Mark(match.start(), match.end(), "label", label.replace(" ", "")))
    for start, end in [(mark.start, mark.end) for mark in found] + urls:
        folded = folded[:start] + "|" * (end - start) + folded[end:]  # a count ends where a date begins
    found.extend(_Mark(piece.start, piece.end, "chrome", piece.what) for piece in chrome.pieces(folded))
    return sorted(found, key=lambda mark: mark.start)


def _free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(end <= left or start >= right for left, right in taken)


def _read_marks(line: str, marks: list[_Mark], read: FieldLine) -> bool:
    if not _between(line[: marks[0].start], read, dated=_has_date(marks)):
        return False
    label = ""
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        region = line[mark.end : following.start if following else len(line)]
        if mark.kind == "date":
            updated = FIELDS.get(label) == "updated_at"
            read.dates.append(("updated_at" if updated else "published_at", mark.value))
        elif mark.kind == "chrome":
            read.chrome.append((mark.value, line[mark.start : mark.end].strip()))
        label = mark.value if mark.kind == "label" else ""
        if label:
            read.labeled = True
            done = _value(label, line[mark.start : mark.end], region, read)
        else:
            done = _between(region, read, dated=_has_date(marks))
        if not done:
            return False
    return True


def _has_date(marks: list[_Mark]) -> bool:
    return any(mark.kind == "date" for mark in marks)


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
    for part in (part.strip(_TRIM) for part in _BLANKS.split(fold_blanks(text))):
        if not part:
            continue
        if chrome.is_site_name(part) or (dated and is_organization(part)):
            read.values.append(("source", part, ""))
        elif dated and is_person(part):
            read.people.append(Credit(part))
        elif len(part) <= _REST_LENGTH and not _SENTENCE.search(part) and read.labeled and dated:
            read.rest.append(part)
        else:
            return False
    return True


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
