"""Fields of header and foot → the slip, and remarks where the two disagree (C05)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.article import Credit, Origin, Slip
from editor.findings import Finding, Severity
from editor.intake.body import clean
from editor.intake.folding import fold
from editor.intake.in_text import dateline, signed_in_text
from editor.intake.title_lines import WIRE, titles
from editor.intake.vocabulary import BYLINE_LABELS, BYLINE_ROLES, GENRES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.intake.field_line import FieldLine
    from editor.intake.losses import LossBook
    from editor.intake.zones import Zones

__all__ = ["Fields", "build", "dateline", "gather", "titles"]

_KEYWORDS = re.compile(r"[\s、，,;；|｜/]+")
_SCALARS = (
    "source",
    "column",
    "summary",
    "original_headline",
    "original_authors",
    "origin_url",
    "kicker",
    "headline",
    "subheadline",
    "genre",
    "document_title",
)
_REPORTED = frozenset({"page_no", "publisher", "index_number"})


@dataclass(slots=True)
class Fields:
    """The fields of one end of a page, first value first; ``bare`` = without a label, by their form only."""

    values: dict[str, list[str]] = field(default_factory=dict)
    bare: dict[str, list[str]] = field(default_factory=dict)
    people: list[Credit] = field(default_factory=list)
    dates: dict[str, list[str]] = field(default_factory=dict)

    def names(self, role: str) -> list[str]:
        """Names of a role, each once, in the order of the page."""
        return list(dict.fromkeys(person.name for person in self.people if person.role == role))


def gather(lines: Iterable[FieldLine], losses: LossBook, *, where: str) -> Fields:
    """All fields of some lines; chrome and rests go into the report, as does the fact that lines became fields."""
    found = Fields()
    for line in lines:
        for name, value, label in line.values:
            if name in _REPORTED:
                losses.add(name, value)
            elif label:
                found.values.setdefault(name, []).append(value)
            else:
                found.bare.setdefault(name, []).append(value)
        found.people.extend(line.people)
        for name, iso in line.dates:
            found.dates.setdefault(name, []).append(iso)
        for what, text in line.chrome:
            losses.add(what, text)
        for text in line.rest:
            losses.add("rest", text)
        if line.values or line.people or line.dates:
            losses.add(where, kept=True)
    return found


def build(zones: Zones, losses: LossBook, *, known_time: str = "") -> tuple[Slip, list[Finding]]:
    """The slip of a page, and what is to be said about its fields.

    Args:
        zones: The page in parts.
        losses: The report.
        known_time: Time of publication that the page tells elsewhere; the day behind its last line counts less.
    """
    head = gather(zones.head, losses, where="header_line")
    foot = gather(zones.foot, losses, where="foot_line")
    findings = _disagreements(head, foot) + _further_headers(zones.inner)
    kicker, headline, subheadline = titles(zones.titles, losses, zones.body, findings)
    values = {name: _scalar(name, head, foot, findings, losses) for name in _SCALARS}
    reprint = head.values.get("reprint_source", []) + foot.values.get("reprint_source", [])
    people = _distinct([*head.people, *foot.people])
    byline = tuple(person for person in people if _in_byline(person)) or signed_in_text(zones.body)
    slip = Slip(
        genre=GENRES.get(fold(values["genre"])) if values["genre"] else None,
        kicker=clean(values["kicker"] or kicker),
        headline=clean(_headline(values, headline, losses)),
        subheadline=clean(values["subheadline"] or subheadline),
        byline=byline,
        editor=" ".join(_names("editor", head, foot)),
        responsible_editor=" ".join(_names("responsible_editor", head, foot)),
        source=values["source"] or " ".join(dict.fromkeys(reprint)),
        column=values["column"],
        dateline=dateline(zones.body),
        keywords=tuple(_keywords(head, foot)),
        summary=clean(values["summary"]),
        origin=_origin(values["original_headline"], reprint, head, zones),
        origin_url=values["origin_url"],
        published_at=_published(head, foot, losses, known_time),
        original_headline=_without_marks(values["original_headline"]),
        original_authors=values["original_authors"],
        page_credits=tuple(p for p in people if not _in_byline(p) and p.role not in {"editor", "responsible_editor"}),
    )
    return slip, findings


def _headline(values: dict[str, str], above: str, losses: LossBook) -> str:
    """A labeled headline (标题：…) first, then the line above the header, then the name of a document (名称：…)."""
    chosen = values["headline"] or above or values["document_title"]
    for other in (above, values["document_title"]):
        if other and other != chosen:
            losses.add("other_value", f"headline: {other}")
    return chosen


def _without_marks(title: str) -> str:
    """原标题：《…》: the marks are not part of the title."""
    whole = title.startswith("《") and title.find("》") == len(title) - 1
    return title[1:-1] if whole else title


def _scalar(name: str, head: Fields, foot: Fields, findings: list[Finding], losses: LossBook) -> str:
    """The first value; others that say something else are reported and, for the source, remarked on."""
    labeled = [*head.values.get(name, []), *foot.values.get(name, [])]
    found = list(dict.fromkeys([*labeled, *head.bare.get(name, []), *foot.bare.get(name, [])]))
    if not found:
        return ""
    for other in found[1:]:
        losses.add("other_value", f"{name}: {other}")
        if name == "source" and other in labeled:
            findings.append(_remark("source", "intake.source_differs", {"kept": found[0], "other": other}))
    return found[0]


def _disagreements(head: Fields, foot: Fields) -> list[Finding]:
    """编辑 and 责编 may be two people (info); the same role twice with other names is a warning."""
    findings: list[Finding] = []
    for role in ("editor", "responsible_editor", "proofreader"):
        above, below = head.names(role), foot.names(role)
        if above and below and set(above) != set(below):
            values = {"kept": " ".join(above), "other": " ".join(below)}
            findings.append(_remark(role, "intake.same_role_differs", values))
    above, below = head.names("editor"), foot.names("responsible_editor")
    if above and below and not head.names("responsible_editor") and not set(above) & set(below):
        values = {"kept": " ".join(above), "other": " ".join(below)}
        findings.append(_remark("editor", "intake.editor_differs", values, Severity.INFO))
    return findings


def _further_headers(lines: Sequence[str]) -> list[Finding]:
    """One remark for a file that seems to hold more than one article."""
    return [
        Finding("F03", Severity.WARNING, line, message="intake.several_headers", values={"text": line})
        for line in lines[:1]
    ]


def _remark(name: str, message: str, values: dict[str, str], severity: Severity = Severity.WARNING) -> Finding:
    return Finding("C05", severity, values.get("other", ""), field=name, message=message, values=values)


def _names(role: str, head: Fields, foot: Fields) -> list[str]:
    return list(dict.fromkeys([*head.names(role), *foot.names(role)]))


def _distinct(people: Sequence[Credit]) -> list[Credit]:
    """Each name in each role once; 一审 and 初审 are two credits, 记者 above and below is one name in the byline."""
    found: dict[tuple[str, str, str], Credit] = {}
    named = {person.name for person in people if person.label and _in_byline(person)}
    for person in people:
        if not person.label and person.name in named:
            continue  # 李晓燕 in the line of the account, 记者：李晓燕 below
        found.setdefault((person.name, person.role, "" if _in_byline(person) else person.label), person)
    return list(found.values())


def _in_byline(person: Credit) -> bool:
    return person.role in BYLINE_ROLES or fold(person.label).replace("|", "/") in BYLINE_LABELS


def _keywords(head: Fields, foot: Fields) -> list[str]:
    values = head.values.get("keywords", []) + foot.values.get("keywords", [])
    return list(dict.fromkeys(word for value in values for word in _KEYWORDS.split(value) if word))


def _origin(original: str, reprint: Sequence[str], head: Fields, zones: Zones) -> Origin | None:
    """Only what the page says: 原标题, 转自, 转载 → reprint; 通稿 → wire copy; 首发 → first."""
    if original or reprint:
        return Origin.REPRINT
    if any(WIRE.fullmatch(line.strip()) for line in zones.titles):
        return Origin.WIRE_COPY
    return Origin.FIRST if "first" in head.values else None


def _published(head: Fields, foot: Fields, losses: LossBook, known: str) -> str:
    dates = [*head.dates.get("published_at", []), *foot.dates.get("published_at", [])]
    updated = [*head.dates.get("updated_at", []), *foot.dates.get("updated_at", [])]
    closed = foot.dates.get("closed_at", [])
    chosen = (dates or updated or ([] if known else closed) or [""])[0]
    if "T" not in chosen and chosen:  # 发文日期：2022-07-08 and 发布时间：2022-07-08 17:26 are one day
        chosen = next((other for other in dates if other.startswith(chosen) and "T" in other), chosen)
    same_day = [day for day in closed if (chosen or known).startswith(day)]
    for other in dict.fromkeys([*dates, *updated, *(day for day in closed if day not in same_day)]):
        if other != chosen:
            losses.add("other_date", other)
    return chosen
