"""The parts of a page of lines: titles and header fields above, body, foot fields and site chrome below.

Nothing is dropped in silence: every line that does not come into the body is a field or in the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.article import Credit
from editor.intake import chrome, forms, stitch
from editor.intake.block_lines import shortened
from editor.intake.dates import stamps
from editor.intake.field_line import FieldLine, read_field_line
from editor.intake.folding import fold
from editor.intake.names import is_person, split_names
from editor.intake.vocabulary import BYLINE_LABELS, BYLINE_ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.losses import LossBook

_LOOK_AHEAD = 9  # so many lines below the top a header may be
_TITLES = 4
_MOST_FIELD_LINES = 60  # no header and no foot is longer; a list of field lines is the text
_ITEM_LENGTH = 60
_HEADER_LENGTH = 160
_BELOW_CREDITS = 5
_LEADS = 2
# Chrome that is told by its form also between paragraphs; other kinds only at the ends of a page.
_ANYWHERE = frozenset({"app_link", "player", "advert", "page_number", "share", "font_size", "view_count", "scan_code"})
_ENCLOSING = frozenset({"registration", "copyright", "login", "navigation", "previous_next", "scan_code", "breadcrumb"})
_STRONG = frozenset({"registration", "copyright", "login", "navigation"})
_AROUND_COUNTS = frozenset({"view_count", "comments", "share", "print", "subscribe"})
_HEAD_ONLY_FIELDS = frozenset({"summary", "headline", "kicker", "subheadline"})
_BRACKETED = re.compile(r"[（(].*[)）]\s*$")
_TAIL = re.compile(
    r"(?<=[。！？…”」）)])\s*(?P<fields>[（(【\[][^（）()【】\[\]。，]{2,60}[:：/／][^（）()【】\[\]。，]{2,40}[）)】\]])"
    r"(?P<number>\d{6,8})?\s*$"
)
_IN_BOX = re.compile(r"[【\[［〔][^】\]］〕]{1,12}[】\]］〕]")
_YEAR = re.compile(r"\d{2,4}[年./-]")
_SITE_SUFFIX = re.compile(r"\s*[-_|—–－｜]+\s*[^-_|—–－｜]{2,30}")


@dataclass(slots=True)
class Zones:
    """A page in parts.

    Attributes:
        titles: Lines above the header, from top to bottom.
        head: Header fields.
        body: The lines of the text.
        foot: Foot fields.
        inner: Lines of the text that look like the header of another article.
    """

    titles: list[str] = field(default_factory=list)
    head: list[FieldLine] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    foot: list[FieldLine] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)


def split(lines: Sequence[str], losses: LossBook) -> Zones:
    """The parts of a page whose lines (not blank) are given, repaired."""
    zones = Zones()
    lines = _hoisted(stitch.stitched(lines))
    begin = _head(lines, zones, losses)
    lines = _without_related(lines, begin, losses)
    end = _foot(lines, begin, zones, losses)
    lines = _without_tail(lines[:end], begin, zones)
    for line in lines[begin:]:
        kind = None if forms.ends_sentence(line) else _kind(line)
        if kind in _ANYWHERE:
            losses.add(kind, line)
        else:
            zones.body.append(line)
            if _is_header(line):
                zones.inner.append(line.strip())
    return zones


def _is_whole_header(found: FieldLine) -> bool:
    return bool(found.dates) and bool(found.values or found.people)


def _repeats(found: FieldLine, above: FieldLine) -> bool:
    """Whether two header lines both name a source, or both an author, and not the same."""
    names = {name: value for name, value, _label in above.values}
    other_source = any(names.get(name, value) != value for name, value, _label in found.values if name == "source")
    people, others = {p.name for p in found.people}, {p.name for p in above.people}
    return other_source or bool(people and others and not people & others)


def _alone(lines: Sequence[str], index: int, header: int, zones: Zones) -> FieldLine | None:
    """Names, or a medium, and nothing else beside the lines of the header: byline, source."""
    line = lines[index].strip()
    if not zones.titles or not index or index + 1 >= len(lines):
        return None
    below = lines[index + 1].strip()
    inside = index < header or (zones.head and (_kind(below) or _head_fields(below)))
    if not inside:
        return None
    if chrome.is_site_name(line):
        return FieldLine(values=[("source", line, "")], labeled=True)
    names = split_names(line) or ()
    known = index < header and bool(names) and all(map(is_person, names))
    return FieldLine(people=[Credit(name) for name in names], labeled=True) if known else None


def _is_header(line: str) -> bool:
    """A line with date and source or author between paragraphs: the header of another article."""
    found = read_field_line(line) if len(line) < _HEADER_LENGTH and _YEAR.search(line) else None
    return found is not None and _is_whole_header(found)


def _hoisted(lines: list[str]) -> list[str]:
    """A header line below the first paragraph (a lead that the site prints above it) moves up to the titles."""
    header = next((index for index, line in enumerate(lines[:_LOOK_AHEAD]) if _is_header(line)), None)
    if header is None or header + 1 >= len(lines):
        return lines
    above = [index for index in range(1, header) if _is_text(lines[index])]
    if not above or len(above) > _LEADS or any(_head_fields(line.strip()) is not None for line in lines[: above[0]]):
        return lines
    return [*lines[: above[0]], lines[header], *lines[above[0] : header], *lines[header + 1 :]]


def _is_text(line: str) -> bool:
    return not forms.is_title(line) and _head_fields(line.strip()) is None and _kind(line) is None


def _head(lines: Sequence[str], zones: Zones, losses: LossBook) -> int:
    """Read titles and header lines; returns where the body begins."""
    header = _first_header(lines)
    index = 0
    while index < len(lines) and len(zones.head) < _MOST_FIELD_LINES:
        line = lines[index].strip()
        kind = _head_chrome(lines, index, header, zones)
        if kind:
            losses.add(kind, line)
        elif (found := _head_fields(line, first=not zones.titles)) or (found := _alone(lines, index, header, zones)):
            _take_header(found, line, zones, losses)
        elif _is_title(line, index, header, zones) and (index + 1 < len(lines) or not index):
            zones.titles.append(line)
        else:
            break
        index += 1
    return index


def _head_chrome(lines: Sequence[str], index: int, header: int, zones: Zones) -> str | None:
    """What kind of chrome a line at the beginning of a page is."""
    line = lines[index].strip()
    kind = chrome.whole_line(line, fold(line))
    if kind:
        return None if kind in {"comments", "player"} and not zones.titles else kind
    if (
        not zones.titles
        and index + 1 < header
        and chrome.is_site_name(line)
        and _title_follows(lines[index + 1 : header])
    ):
        return "site_name"
    return "view_count" if zones.head and chrome.is_bare_count(line) else None


def _title_follows(lines: Sequence[str]) -> bool:
    return any(_kind(line) is None and not chrome.is_site_name(line.strip()) for line in lines)


def _take_header(found: FieldLine, line: str, zones: Zones, losses: LossBook) -> None:
    """A header line; one that says everything again (date, and source or author) is that of another article."""
    if _is_whole_header(found) and any(_is_whole_header(above) and _repeats(found, above) for above in zones.head):
        zones.inner.append(line)
        for person in found.people:
            losses.add("other_value", f"{person.label} {person.name}")
        found.people.clear()
    zones.head.append(found)


def _is_title(line: str, index: int, header: int, zones: Zones) -> bool:
    if not zones.titles and index < header and len(line) <= _ITEM_LENGTH and line.find("。") in {-1, len(line) - 1}:
        return True  # a headline that ends in a full stop, above its header
    if not forms.is_title(line):
        return False
    if not zones.titles or forms.is_subheadline(line):
        return True
    return index < header and len(zones.titles) < _TITLES


def _first_header(lines: Sequence[str]) -> int:
    """Index of the header line below the headline near the top, only titles, fields and chrome before it; else 0.

    Fields may stand above the headline too (栏目：…); a line in brackets (【文化】) is no headline yet.
    """
    found, titled = 0, False
    for index, line in enumerate(lines[:_LOOK_AHEAD]):
        if chrome.whole_line(line, fold(line)):
            continue
        if _head_fields(line, first=not titled) is not None:
            found = index
            if titled:
                break
        elif forms.is_title(line) or (index == 0 and len(line) <= _ITEM_LENGTH):
            titled = titled or not _IN_BOX.fullmatch(line.strip())
        else:
            break
    return found


def _head_fields(line: str, *, first: bool = False) -> FieldLine | None:
    """The fields of a header line; ``first`` = no headline stands above it, so that it may be one (视频｜丰收时节)."""
    if _BRACKETED.fullmatch(line) and any(mark in line for mark in "。，"):
        return None
    found = read_field_line(line)
    if found is None or not (found.labeled or found.dates or found.chrome or found.vague):
        return None
    if first and found.people and not (found.values or found.dates or found.chrome):
        return None if found.barred or not all(is_person(p.name) for p in found.people) else found
    return found


def _foot(lines: Sequence[str], begin: int, zones: Zones, losses: LossBook) -> int:
    """Read foot lines and chrome from below; returns where the body ends."""
    end = len(lines)
    gone: list[tuple[str, str]] = []
    while end > begin and len(gone) < _MOST_FIELD_LINES:
        line = lines[end - 1].strip()
        if kind := _foot_chrome(lines, end - 1, begin, zones, seen={kind for kind, _ in gone}):
            gone.append((kind, line))
        elif (found := _foot_fields(line)) is not None:
            zones.foot.insert(0, found)
            gone.append(("", line))
        else:
            break
        end -= 1
    for kind, line in reversed(gone):
        if kind:
            losses.add(kind, line)
    return end


def _foot_chrome(lines: Sequence[str], index: int, begin: int, zones: Zones, *, seen: set[str]) -> str | None:
    """What kind of chrome a line at the end of a page is."""
    line = lines[index].strip()
    folded = fold(line)
    if kind := chrome.whole_line(line, folded):
        return kind
    above = {_kind(text) for text in lines[max(begin, index - 3) : index]}
    if (seen | above) & (_STRONG | {"site_contact"}) and chrome.is_site_stamp(folded):
        return "site_contact"
    if _is_site_name(lines, index, begin, zones, seen=bool(seen)):
        return "site_name"
    if chrome.is_bare_count(line) and (seen | above) & _AROUND_COUNTS:
        return "view_count"
    # A short line that chrome surrounds is none of the text either.
    if not _is_item(line) or forms.ends_sentence(line) or _foot_fields(line) is not None:
        return None
    enclosed = seen & _ENCLOSING and _kind(lines[index - 1]) in _ENCLOSING
    return "outside" if enclosed or _below_credits(lines, index, begin) else None


def _below_credits(lines: Sequence[str], index: int, begin: int) -> bool:
    """A short line below 责编, 审核 …: the text ended above them."""
    for above in reversed(lines[max(begin, index - _BELOW_CREDITS) : index]):
        found = _foot_fields(above)
        if found is not None and any(person.role not in BYLINE_ROLES for person in found.people):
            return True
        if found is None and (forms.ends_sentence(above) or not _is_item(above)):
            return False
    return False


def _kind(line: str) -> str | None:
    return chrome.whole_line(line, fold(line))


def _foot_fields(line: str) -> FieldLine | None:
    found = read_field_line(line)
    if found is None or not found.labeled or any(name in _HEAD_ONLY_FIELDS for name, _value, _label in found.values):
        return None
    in_text = _BRACKETED.fullmatch(line) and not found.values
    if in_text and all(p.role in BYLINE_ROLES or fold(p.label) in BYLINE_LABELS for p in found.people):
        return None  # （记者 周燕妮） below a text belongs to the text
    return found


def _without_tail(lines: list[str], begin: int, zones: Zones) -> list[str]:
    """The lines without credits in brackets behind the last sentence: …。（責任編輯：李錫璋）1130118."""
    tail = _TAIL.search(lines[-1]) if len(lines) > begin else None
    found = _foot_fields(tail["fields"]) if tail else None
    if tail is None or found is None or not any(person.role not in BYLINE_ROLES for person in found.people):
        return lines
    if tail["number"]:
        found.rest.append(tail["number"])
    zones.foot.insert(0, found)
    return [*lines[:-1], shortened(lines[-1], tail.start())]


def _is_site_name(lines: Sequence[str], index: int, begin: int, zones: Zones, *, seen: bool) -> bool:
    """The name of a medium alone on the last lines, not the signature of a notice, which a date follows."""
    line = lines[index].strip()
    if not chrome.is_site_name(line) or index == begin:
        return False
    following = lines[index + 1] if index + 1 < len(lines) else ""
    if _is_date(following):
        return False
    above = lines[index - 1].strip()
    beside = _kind(above) or _foot_fields(above)
    sources = {value for found in zones.head for name, value, _label in found.values if name == "source"}
    return seen or bool(beside) or line in sources or forms.ends_sentence(above)


def _is_date(line: str) -> bool:
    found = stamps(fold(line.strip()))
    return bool(found) and not found[0].start and found[0].end == len(line.strip())


def _without_related(lines: Sequence[str], begin: int, losses: LossBook) -> list[str]:
    """A list of other articles after its marker (相关阅读) goes; a marker before text is a heading of the text."""
    for index in range(begin + 1, len(lines)):
        if not chrome.is_related_marker(fold(lines[index])):
            continue
        after = lines[index + 1 :]
        own = [bool(chrome.whole_line(line, fold(line))) or _foot_fields(line) is not None for line in after]
        if all(known or _is_item(line) for line, known in zip(after, own, strict=True)):
            items = [
                line for line, known in zip(after, own, strict=True) if not known and not chrome.is_site_name(line)
            ]
            for line in [lines[index], *items]:
                losses.add("related", line)
            return [*lines[:index], *(line for line in after if line not in items)]
    return list(lines)


def _is_item(line: str) -> bool:
    text = line.strip()
    return len(text) <= _ITEM_LENGTH and not re.search(r"。", text)


def without_site(title: str, others: Sequence[str]) -> bool:
    """Whether a title only repeats another one with the name of the site behind it (标题_云溪新闻网)."""
    return any(
        title != other and title.startswith(other) and _SITE_SUFFIX.match(title, len(other)) is not None
        for other in others
    )
