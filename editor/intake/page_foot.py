"""The foot of a page: credits, sources and site chrome below the text, read from below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.intake import chrome, forms
from editor.intake.block_lines import shortened
from editor.intake.dates import closing_day, stamps
from editor.intake.field_line import FieldLine, read_field_line
from editor.intake.folding import fold
from editor.intake.vocabulary import BYLINE_LABELS, BYLINE_ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.losses import LossBook
    from editor.intake.zones import Zones

_MOST_FIELD_LINES = 60  # no foot is longer; a list of field lines is the text
_ITEM_LENGTH = 60
_BELOW_CREDITS = 5
_ENCLOSING = frozenset({"registration", "copyright", "login", "navigation", "previous_next", "scan_code", "breadcrumb"})
_STRONG = frozenset({"registration", "copyright", "login", "navigation"})
_AROUND_COUNTS = frozenset({"view_count", "comments", "share", "print", "subscribe"})
_HEAD_ONLY_FIELDS = frozenset({"summary", "headline", "kicker", "subheadline"})
_BRACKETED = re.compile(r"[（(].*[)）]\s*$")
_CREDITS = (
    r"(?P<fields>[（(【\[][^（）()【】\[\]。，]{2,60}[:：/／][^（）()【】\[\]。，]{2,40}[）)】\]])"
    r"(?P<number>\d{6,8}|1\d\d[/.-]\d{1,2}[/.-]\d{1,2})?\s*$"
)
_TAIL = re.compile(r"(?<=[。！？…”」）)])\s*" + _CREDITS)
_ALONE = re.compile(r"\s*" + _CREDITS)
_ATTACHMENTS = re.compile(r"(?:相关)?附件(?:下载)?[:]?")  # with nothing below it


def read_foot(lines: Sequence[str], begin: int, zones: Zones, losses: LossBook) -> int:
    """Read foot lines and chrome from below; returns where the body ends."""
    end = len(lines)
    gone: list[tuple[str, str]] = []
    while end > begin and len(gone) < _MOST_FIELD_LINES:
        line = lines[end - 1].strip()
        if kind := _foot_chrome(lines, end - 1, begin, zones, seen={kind for kind, _ in gone}):
            gone.append((kind, line))
        elif (found := foot_fields(line) or _closing(_ALONE.match(line))) is not None:
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
    if kind := chrome.whole_line(line, folded) or ("outside" if _ATTACHMENTS.fullmatch(folded) else None):
        return kind
    above = {kind_of_line(text) for text in lines[max(begin, index - 3) : index]}
    if (seen | above) & (_STRONG | {"site_contact"}) and chrome.is_site_stamp(folded):
        return "site_contact"
    if _is_site_name(lines, index, begin, zones, seen=bool(seen)):
        return "site_name"
    if chrome.is_bare_count(line) and (seen | above) & _AROUND_COUNTS:
        return "view_count"
    # A short line that chrome surrounds is none of the text either.
    if not _is_item(line) or forms.ends_sentence(line) or foot_fields(line) is not None:
        return None
    enclosed = seen & _ENCLOSING and kind_of_line(lines[index - 1]) in _ENCLOSING
    return "outside" if enclosed or _below_credits(lines, index, begin) else None


def _below_credits(lines: Sequence[str], index: int, begin: int) -> bool:
    """A short line below 责编, 审核 …: the text ended above them."""
    for above in reversed(lines[max(begin, index - _BELOW_CREDITS) : index]):
        found = foot_fields(above)
        if found is not None and any(person.role not in BYLINE_ROLES for person in found.people):
            return True
        if found is None and (forms.ends_sentence(above) or not _is_item(above)):
            return False
    return False


def foot_fields(line: str) -> FieldLine | None:
    """The fields of a foot line; None for a line of the text."""
    found = read_field_line(line)
    if found is None or not found.labeled or any(name in _HEAD_ONLY_FIELDS for name, _value, _label in found.values):
        return None
    in_text = _BRACKETED.fullmatch(line) and not found.values
    if in_text and all(p.role in BYLINE_ROLES or fold(p.label) in BYLINE_LABELS for p in found.people):
        return None  # （记者 周燕妮） below a text belongs to the text
    return found


def without_tail(lines: list[str], begin: int, zones: Zones) -> list[str]:
    """The lines without credits in brackets behind the last sentence: …。（責任編輯：李錫璋）1130118."""
    tail = _TAIL.search(lines[-1]) if len(lines) > begin else None
    found = _closing(tail)
    if tail is None or found is None:
        return lines
    zones.foot.insert(0, found)
    return [*lines[:-1], shortened(lines[-1], tail.start())]


def _closing(match: re.Match[str] | None) -> FieldLine | None:
    """Credits in brackets with the day behind them, as an agency ends its pages; None when they are none.

    On a line of their own only with a day: without one they are an ordinary foot line. A number that is no day is told.
    """
    found = foot_fields(match["fields"]) if match is not None else None
    if match is None or found is None or not any(person.role not in BYLINE_ROLES for person in found.people):
        return None
    day = closing_day(match["number"] or "")
    if day:
        found.dates.append(("closed_at", day))
    elif match.re is _ALONE:
        return None
    elif match["number"]:
        found.rest.append(match["number"])
    return found


def _is_site_name(lines: Sequence[str], index: int, begin: int, zones: Zones, *, seen: bool) -> bool:
    """The name of a medium alone on the last lines, not the signature of a notice, which a date follows."""
    line = lines[index].strip()
    if not chrome.is_site_name(line) or index == begin:
        return False
    following = lines[index + 1] if index + 1 < len(lines) else ""
    if _is_date(following):
        return False
    above = lines[index - 1].strip()
    beside = kind_of_line(above) or foot_fields(above)
    sources = {value for found in zones.head for name, value, _label in found.values if name == "source"}
    return seen or bool(beside) or line in sources or forms.ends_sentence(above)


def _is_date(line: str) -> bool:
    found = stamps(fold(line.strip()))
    return bool(found) and not found[0].start and found[0].end == len(line.strip())


def without_related(lines: Sequence[str], begin: int, losses: LossBook) -> list[str]:
    """A list of other articles after its marker (相关阅读) goes; a marker before text is a heading of the text."""
    for index in range(begin + 1, len(lines)):
        if not chrome.is_related_marker(fold(lines[index])):
            continue
        after = lines[index + 1 :]
        own = [bool(chrome.whole_line(line, fold(line))) or foot_fields(line) is not None for line in after]
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


def kind_of_line(line: str) -> str | None:
    """What kind of chrome a line is by its form, or None."""
    return chrome.whole_line(line, fold(line))
