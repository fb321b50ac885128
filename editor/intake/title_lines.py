"""The lines above the header → kicker, headline, subheadline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.findings import Finding, Severity
from editor.intake import forms
from editor.intake.folding import fold
from editor.intake.plausible import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.losses import LossBook

WIRE = re.compile(r"[【\[（(]?通稿[】\])）]?")
_KICKER_SIGNS = re.compile(
    r"^[【\[（(].+[】\])）]$|\S[ \u3000]+\S|[：:]$"
    r"|(?:(?:系列|特别)报道|专栏|专题|进行时|系列|展播|巡礼|篇|时评|热评|微评|观察)$"
)
_UNDER_SIGNS = re.compile(
    r"(?:看|访|记|致|来自|走进|探访|透视|解读|直击|聚焦)[一-鿿“”《》·\d]{6,}$"
    r"|.{4,}(?:纪实|侧记|纪事|综述|掠影|见闻|小记|手记|扫描|速写|的报道|述评|的启示|印象|的背后|走笔|调查|探析|记事|实录|札记)$"
)
_UNFINISHED = re.compile(r"[、的和与及或对向从由为让把被将在于以]$")
_LONG_LINE = 10
_PAIRS = (("“", "”"), ("「", "」"), ("《", "》"), ("（", "）"), ("(", ")"), ("『", "』"), ("【", "】"))
_COUPLET = (5, 18)
_SITE_SUFFIX = re.compile(r"\s*[-_|—–－｜]+\s*[^-_|—–－｜]{2,30}")


def titles(
    lines: Sequence[str], losses: LossBook, body: list[str], findings: list[Finding] | None = None
) -> tuple[str, str, str]:
    """Kicker, headline and subheadline of the lines above the header; lines that are too many stay in the text."""
    kept: list[str] = []
    for line in lines:
        if WIRE.fullmatch(line):
            losses.add("origin_mark", line, kept=True)
        elif line in kept or without_site(line, lines):
            losses.add("repeated_headline", line)
        else:
            kept.append(line)
    kept = _whole(kept)
    under = next((index for index, line in enumerate(kept) if index and forms.is_subheadline(line)), None)
    subheadline = kept.pop(under) if under is not None else ""
    if len(kept) > 1 + 2 * (not subheadline):
        body[:0] = kept[3 - bool(subheadline) :]
        kept = kept[: 3 - bool(subheadline)]
    kicker, headline, second = _ordered(kept, has_under=bool(subheadline))
    if len(kept) > 1 and not subheadline and findings is not None and not _told(kept):
        findings.append(_guessed(kept))
    return kicker, headline, subheadline or second


def _guessed(lines: Sequence[str]) -> Finding:
    values = {"lines": " / ".join(lines)}
    return Finding("F03", Severity.INFO, lines[0], field="headline", message="intake.title_lines", values=values)


def _whole(lines: Sequence[str]) -> list[str]:
    """Lines into which one headline was broken as one: the first cannot be its end."""
    found: list[str] = []
    for line in lines:
        if found and (_is_unfinished(found[-1]) or _cuts_a_word(found[-1], line) or line[0] in "”」』》）】，、。！？"):
            gap = " " if found[-1][-1].isascii() and line[0].isascii() else ""
            found[-1] += gap + line
        else:
            found.append(line)
    return found


def _is_unfinished(line: str) -> bool:
    """A quotation or bracket is open, or the last word wants another."""
    if any(line.count(left) > line.count(right) for left, right in _PAIRS):
        return True
    return bool(_UNFINISHED.search(fold(line))) and not _is_word(line[-2:])


def _cuts_a_word(left: str, right: str) -> bool:
    """富民大产 / 业: a word stands across the cut, and none ends or begins at it."""
    if len(left) < _LONG_LINE or _is_word(left[-2:]) or _is_word(right[:2]):
        return False
    return any(_is_word(left[-before:] + right[:after]) for before, after in ((1, 1), (2, 1), (1, 2)))


def _is_word(text: str) -> bool:
    from editor.text.lexicon import folded, lexicon  # noqa: PLC0415 - large tables, only for titles of several lines

    return folded(text) in lexicon().words


def _told(kept: Sequence[str]) -> bool:
    """Whether something but the length of two lines says which is the headline."""
    first, second = kept[0], kept[1]
    return bool(
        len(kept) > 2  # noqa: PLR2004 - kicker, headline, subheadline
        or _KICKER_SIGNS.search(first)
        or _UNDER_SIGNS.search(fold(second))
        or _is_foreign(second)
    )


def _is_foreign(line: str) -> bool:
    return not any(map(is_han, line))


def _ordered(kept: Sequence[str], *, has_under: bool) -> tuple[str, str, str]:
    """Which of up to three lines is which."""
    match list(kept):
        case []:
            return "", "", ""
        case [only]:
            return "", only, ""
        case [first, second]:
            return _of_two(first, second, has_under=has_under)
        case [first, second, third] if _is_couplet(first, second):
            return "", f"{first} {second}", third
        case [first, second, *rest]:
            return first, second, rest[0]
    raise AssertionError(kept)


def _of_two(first: str, second: str, *, has_under: bool) -> tuple[str, str, str]:
    if has_under or (_KICKER_SIGNS.search(first) and not _is_foreign(second)):
        return first, second, ""
    if _is_foreign(second) or _UNDER_SIGNS.search(fold(second)):
        return "", first, second
    if _is_couplet(first, second):
        return "", f"{first} {second}", ""
    return (first, second, "") if len(first) <= len(second) else ("", first, second)


def _is_couplet(first: str, second: str) -> bool:
    """Two lines of one length without a sign between: one headline in two lines (山上种药 / 水里养鱼)."""
    least, most = _COUPLET
    plain = all(re.fullmatch(r"[一-鿿“”「」《》·\d]+", line) for line in (first, second))
    return plain and len(first) == len(second) and least <= len(first) <= most


def without_site(title: str, others: Sequence[str]) -> bool:
    """Whether a title only repeats another one with the name of the site behind it (标题_云溪新闻网)."""
    return any(
        title != other and title.startswith(other) and _SITE_SUFFIX.match(title, len(other)) is not None
        for other in others
    )
