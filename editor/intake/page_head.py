"""The head of a page: titles and header fields above the text, and the site chrome around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article import Credit
from editor.intake import chrome, forms, under_title
from editor.intake.field_line import FieldLine, read_field_line
from editor.intake.folding import fold
from editor.intake.names import is_organization, is_person, split_names
from editor.intake.page_foot import kind_of_line
from editor.intake.vocabulary import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.losses import LossBook
    from editor.intake.zones import Zones

_LOOK_AHEAD = 9  # so many lines below the top, chrome aside, a header may be
_FARTHEST = 60
_TITLES = 4
_MOST_FIELD_LINES = 60  # no header is longer; a list of field lines is the text
_ITEM_LENGTH = 60
_HEADER_LENGTH = 160
_BRACKETED = re.compile(r"[（(].*[)）]\s*$")
_IN_BOX = re.compile(r"[【\[［〔][^】\]］〕]{1,12}[】\]］〕]")
_YEAR = re.compile(r"\d{2,4}[年./-]")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?/ ?\d{1,2}:\d\d(?::\d\d)?)?|/")
_MENU_ITEM = re.compile(r"[一-鿿A-Za-z]{1,6}")
_MENU_LENGTH, _MENU_HITS = 5, 2
_PHRASE = re.compile(r"[一-鿿，！？!?“”]{2,14}")
_SITES_ONLY = frozenset({"breadcrumb", "registration", "copyright", "consent", "app_link", "original_mark"})


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
    inside = index < header or (zones.head and (kind_of_line(below) or head_fields(below)))
    if not inside:
        return None
    if chrome.is_site_name(line):
        return FieldLine(values=[("source", line, "")], labeled=True)
    names = split_names(line) or ()
    known = index < header and bool(names) and all(map(is_person, names))
    return FieldLine(people=[Credit(name) for name in names], labeled=True) if known else None


def is_header(line: str) -> bool:
    """A line with date and source or author between paragraphs: the header of another article."""
    found = read_field_line(line) if len(line) < _HEADER_LENGTH and _YEAR.search(line) else None
    return found is not None and _is_whole_header(found)


@dataclass(frozen=True, slots=True)
class _Top:
    """The beginning of a page.

    Attributes:
        lines: All lines of the page.
        header: Index of the header line below the headline; 0 = none.
        site: What kind of chrome the lines near the top are, by index.
        phrase: Index of a headline that reads like chrome (扫一扫); -1 = none.
    """

    lines: Sequence[str]
    header: int
    site: dict[int, str]
    phrase: int


def read_head(lines: Sequence[str], zones: Zones, losses: LossBook) -> int:
    """Read titles and header lines; returns where the body begins."""
    site = _site_lines(lines)
    header = _first_header(lines, site)
    top = _Top(lines, header, site, _phrase(lines, header, site))
    index = 0
    while index < len(lines) and len(zones.head) < _MOST_FIELD_LINES:
        line = lines[index].strip()
        kind = _head_chrome(top, index, zones)
        if kind:
            losses.add(kind, line)
        elif index == top.phrase or _repeated(line, zones):
            zones.titles.append(line)
        elif found := _fields(top, index, zones):
            _take_header(found, line, zones, losses)
        elif _is_title(line, index, header, zones) and (index + 1 < len(lines) or not index):
            zones.titles.append(line)
        else:
            break
        index += 1
    return index


def _fields(top: _Top, index: int, zones: Zones) -> FieldLine | None:
    """The fields of a line by its labels, or by its place."""
    line = top.lines[index].strip()
    if not zones.titles and fold(line) in SECTIONS and _title_below(top, index):
        return FieldLine(values=[("column", line, "")], labeled=True)
    found = head_fields(line, first=not zones.titles) or _alone(top.lines, index, top.header, zones)
    if found or not zones.titles:
        return found
    return under_title.outlet_with_time(line) or (
        under_title.signature(line, top.lines[index + 1 :]) if not _is_sub(line) and index >= top.header else None
    )


def _is_sub(line: str) -> bool:
    return forms.is_subheadline(line)


def _title_below(top: _Top, index: int) -> bool:
    below = next((at for at in range(index + 1, min(len(top.lines), _FARTHEST)) if at not in top.site), None)
    return below is not None and forms.is_title(top.lines[below]) and head_fields(top.lines[below].strip()) is None


def _repeated(line: str, zones: Zones) -> bool:
    """The headline again below itself, as the subject of a letter and the head of a page repeat it."""
    return bool(zones.titles) and "".join(line.split()) == "".join(zones.titles[-1].split())


def _site_lines(lines: Sequence[str]) -> dict[int, str]:
    """Chrome near the top of a page: by its form, by what stands above it, and menus of a word a line."""
    found: dict[int, str] = {}
    for index, line in enumerate(lines[:_FARTHEST]):
        text = line.strip()
        if kind := kind_of_line(text):
            found[index] = kind
        elif _CLOCK.fullmatch(fold(text)) and found.get(index - 1) in {"player", "print"}:
            found[index] = "player"
        elif not any(map(str.isalnum, text)):
            found[index] = "navigation"
    found.update(dict.fromkeys(_menu(lines), "navigation"))
    return found


def _menu(lines: Sequence[str]) -> list[int]:
    """Indices of lines that are a menu: at least five short words one below another, some of them names of sections."""
    run: list[int] = []
    found: list[int] = []
    for index, line in enumerate([*lines[:_FARTHEST], ""]):
        text = line.strip()
        if _MENU_ITEM.fullmatch(text):
            run.append(index)
            continue
        hits = sum(fold(lines[at].strip()) in SECTIONS or chrome.is_menu_word(fold(lines[at])) for at in run)
        if len(run) >= _MENU_LENGTH and hits >= _MENU_HITS:
            found.extend(run if forms.is_title(line) and head_fields(text) is None else run[:-1])
        run = []
    return found


def _phrase(lines: Sequence[str], header: int, site: dict[int, str]) -> int:
    """A line of chrome directly above the header, or above the text at the top, where no other line is the headline."""
    at = header - 1
    if not header or at not in site or site[at] in _SITES_ONLY or not _PHRASE.fullmatch(lines[at].strip()):
        return -1
    others = (index for index in range(header) if index not in site)
    titled = any(forms.is_title(lines[i]) and head_fields(lines[i].strip(), first=True) is None for i in others)
    above = _is_dated(lines[header])
    return -1 if titled or not above else at


def _is_dated(line: str) -> bool:
    """Whether a line is a header with a date."""
    found = head_fields(line.strip())
    return found is not None and bool(found.dates)


def _head_chrome(top: _Top, index: int, zones: Zones) -> str | None:
    """What kind of chrome a line at the beginning of a page is."""
    line = top.lines[index].strip()
    kind = top.site.get(index)
    section = kind != "navigation" and not zones.titles and fold(line) in SECTIONS and _title_below(top, index)
    if index == top.phrase or section:
        return None
    if kind == "navigation" and zones.titles and index > top.header and not kind_of_line(line):
        return None  # a rule or a list in the text
    if kind:
        return None if kind in {"comments", "player"} and not zones.titles and not top.header else kind
    if (
        not zones.titles
        and index + 1 < top.header
        and (chrome.is_site_name(line) or (not index and top.site.get(1) == "breadcrumb" and is_organization(line)))
        and _title_follows(top.lines[index + 1 : top.header])
    ):
        return "site_name"
    return "view_count" if zones.head and chrome.is_bare_count(line) else None


def _title_follows(lines: Sequence[str]) -> bool:
    return any(kind_of_line(line) is None and not chrome.is_site_name(line.strip()) for line in lines)


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


def _first_header(lines: Sequence[str], site: dict[int, str]) -> int:
    """Index of the header line below the headline near the top, only titles, fields and chrome before it; else 0.

    Fields may stand above the headline too (栏目：…); a line in brackets (【文化】) is no headline yet.
    """
    found, titled, seen = 0, False, 0
    for index, line in enumerate(lines[:_FARTHEST]):
        if index in site:
            continue
        seen += 1
        if seen > _LOOK_AHEAD:
            break
        if head_fields(line, first=not titled) is not None or (titled and under_title.outlet_with_time(line)):
            found = index
            if titled:
                break
        elif forms.is_title(line) or (index == 0 and len(line) <= _ITEM_LENGTH):
            titled = titled or not _IN_BOX.fullmatch(line.strip())
        else:
            break
    return found


def head_fields(line: str, *, first: bool = False) -> FieldLine | None:
    """The fields of a header line; ``first`` = no headline stands above it, so that it may be one (视频｜丰收时节)."""
    if _BRACKETED.fullmatch(line) and any(mark in line for mark in "。，"):
        return None
    found = read_field_line(line)
    if found is None or not (found.labeled or found.dates or found.chrome or found.vague):
        return None
    if first and found.people and not (found.values or found.dates or found.chrome):
        return None if found.barred or not all(is_person(p.name) for p in found.people) else found
    return found
