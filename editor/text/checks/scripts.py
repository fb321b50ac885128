"""Script and region: S01 mixed scripts, S02 converted wrongly, S03 words of another region."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from editor.article import Variant
from editor.text.checks import wordlists
from editor.text.checks.borders import better_spelling, whole_word
from editor.text.checks.protected import OPAQUE
from editor.text.checks.rules import Hit
from editor.text.checks.source import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.checks.source import Line, Source

_QUOTED = re.compile(r"[“「『《‘]([^“”「」『』《》‘’\n]{1,200})[”」』》’]")
_KANA = re.compile(r"[\u3041-\u30fa]")


def script_of(text: str) -> Variant | None:
    """zh-Hans or zh-Hant, by the characters that exist in one script only; None when there is no such character.

    Quotations are looked at only where the rest does not decide.
    """
    simplified, traditional = wordlists.script_counts(_QUOTED.sub("", text))
    if simplified == traditional:
        simplified, traditional = wordlists.script_counts(text)
    if simplified == traditional == 0:
        return None
    if simplified == traditional:
        first = wordlists.foreign(traditional=True).search(text)
        other = wordlists.foreign(traditional=False).search(text)
        return Variant.ZH_HANS if first and other and first.start() < other.start() else Variant.ZH_HANT
    return Variant.ZH_HANT if traditional > simplified else Variant.ZH_HANS


def _variants() -> Any:
    """The conversion, loaded only for a text that needs it: it costs more than all checks together."""
    return import_module("editor.text.variants")


def told_variant(text: str) -> Variant | None:
    """The variant of a text, told from it: zh-Hans, or zh-Hant, zh-TW or zh-HK where it has signs of a region."""
    script = script_of(text)
    if script is not Variant.ZH_HANT:
        return script
    region = _variants().detect(text).variant
    return region if region in {Variant.ZH_TW, Variant.ZH_HK} else script


def mixed(source: Source) -> Iterator[Hit]:
    """S01: characters of the other script.

    A quotation or title all in the other script is left alone, so is Japanese, and a whole paragraph is one finding.
    """
    if source.variant is None:
        return
    places = list(wordlists.foreign(traditional=source.traditional).finditer(source.text))
    if not places:
        return
    quiet = iter(_foreign_quotations(source))
    quoted = next(quiet, None)
    whole = cache(lambda line: _foreign_paragraph(source, line))
    done = -1
    for match in places:
        start, end = match.span()
        while quoted is not None and quoted[1] <= start:
            quoted = next(quiet, None)
        line = source.line_at(start)
        if (quoted is not None and quoted[0] <= start) or line.kind is Kind.CODE or source.masked[start] == OPAQUE:
            continue
        if start < done or _KANA.search(source.text, line.start, line.end):
            continue
        if whole(line):
            done = line.end
            yield Hit(line.start, line.end, note="paragraph")
        else:
            yield Hit(start, end, _converted(match[0], source.variant))


def _converted(characters: str, variant: Variant) -> str | None:
    """Characters of the other script as the text's own would write them; None when conversion leaves them."""
    from_script = Variant.ZH_HANS if variant.traditional else Variant.ZH_HANT
    fix = str(_variants().convert_text(characters, variant, source=from_script))
    return fix if fix != characters else None


def _foreign_quotations(source: Source) -> list[tuple[int, int]]:
    """Quotations and titles that hold characters of the other script and none that only this one has."""
    return [
        match.span()
        for match in _QUOTED.finditer(source.text)
        if wordlists.foreign(traditional=source.traditional).search(match[1])
        and not wordlists.foreign(traditional=not source.traditional).search(match[1])
    ]


_PARAGRAPH = 6


def _foreign_paragraph(source: Source, line: Line) -> bool:
    """Whether a line has several characters of the other script and none that only this one has."""
    own, other = (
        wordlists.foreign(traditional=not source.traditional),
        wordlists.foreign(traditional=source.traditional),
    )
    if own.search(source.text, line.start, line.end):
        return False
    return sum(len(match[0]) for match in other.finditer(source.text, line.start, line.end)) >= _PARAGRAPH


def converted_wrongly(source: Source) -> Iterator[Hit]:
    """S02: words whose characters a naive conversion chose wrongly (皇後, 公裏, 朱熔基).

    A word of the list is only wrong where it is a word: 秦始皇後來 has 後來, not 皇后.
    """
    named: set[int] = set()
    search = wordlists.converted_wrongly(traditional=source.traditional)
    for at, entry in search.found(source.masked):
        end = at + len(entry.wrong)
        line = source.line_at(at)
        left, right = source.text[max(line.start, at - 8) : at], source.text[end : min(line.end, end + 8)]
        if source.traditional:
            sure = whole_word(left, entry.right, right)
        else:
            sure = better_spelling(left, entry.wrong, entry.right, right)
        if sure:
            named.update(range(at, end))
            yield Hit(at, end, entry.right)
    if source.traditional:
        yield from (hit for hit in _single_characters(source) if hit.start not in named)


_TITLE = 60
# Characters that are a word by themselves, where their neighbors leave no doubt: 會議結束后， 將于1997年 600余人
_SINGLE = (
    (re.compile(r"(?<=[^皇太王母影歌天蜂妃帝武封立稱為視西皇\W])后(?=[，。；、])"), "後"),
    (re.compile(r"于(?=\d{1,4}[年月日])"), "於"),
    (re.compile(r"(?<=[\d萬千百十])余(?=[人名種個家元萬所份次戶件畝項只隻]|公里|公斤)"), "餘"),
    (re.compile(r"(?<=[年月天廳室屋夜])里(?=[，。；、])"), "裡"),
)


def _single_characters(source: Source) -> Iterator[Hit]:
    for pattern, right in _SINGLE:
        for match in pattern.finditer(source.masked):
            fix = "裏" if right == "裡" and source.variant is Variant.ZH_HK else right
            yield Hit(match.start(), match.end(), fix)


_REGIONS = {
    Variant.ZH_CN: "mainland",
    Variant.ZH_HANS: "mainland",
    Variant.ZH_TW: "taiwan",
    Variant.ZH_HK: "hong_kong",
}


def other_region(source: Source) -> Iterator[Hit]:
    """S03: words that another region uses; not in titles of works.

    A Traditional text must be asked about: one from the mainland for readers in Taiwan or Hong Kong keeps its words.
    """
    region = _REGIONS.get(source.variant) if source.variant is not None else None
    if region is None or (source.told and source.traditional):
        return
    for at, entry in wordlists.regional_words(region).found(source.masked):
        line = source.line_at(at)
        low = max(line.start, at - _TITLE)
        titled = source.masked.rfind("《", low, at) > source.masked.rfind("》", low, at)
        if not titled and line.kind is not Kind.LABELS:
            yield Hit(at, at + len(entry.wrong), entry.right)
