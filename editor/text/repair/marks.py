"""P01, P02, P04: half-width marks in Chinese text, half-width brackets round Chinese text, full-width letters."""

from __future__ import annotations

import re
from itertools import pairwise

from editor.text.lexicon import folded, lexicon
from editor.text.repair.draft import Edit
from editor.text.repair.places import HAN, Places

_FULL = "，。、；：？！（）《》〈〉「」『』【】〔〕〖〗％￥～"
_NEAR = f"{HAN}{_FULL}”’"
WIDE = dict(zip(",:;?!()", "，：；？！（）", strict=True))
_MARK = re.compile(f"(?<=[{_NEAR}])[,:;?!]|[,:;?!](?=[{HAN}{_FULL}“‘”’])")
_BRACKETS = re.compile(r"\(([^()（）\n]{1,120})\)")
_ONE_HAN = re.compile(f"[{HAN}]")
_CONTEXT = re.compile(f"[{HAN}{_FULL}]")
_FACE = re.compile(r"[:;]-?[()DPpOo](?![A-Za-z0-9\u4e00-\u9fff])")
_ENTITY_END = re.compile(r"&#?[A-Za-z0-9]{1,31};$")
_ASKING = re.compile(
    "[吗嗎么麼呢吧何谁誰啥孰岂豈啊呀哪咋乎哉欤歟耶嘛]|什|甚|几|幾|多少|多大|多久|多远|多遠|多长|多長|怎|如何|是否|能否|可否|有无|有無|会否|會否|与否|與否|"
    "难道|難道|"
    "([一-鿿])[不没沒]\\1|有没有|有沒有|点解|點解|[系係]咪|咩|边个|邊個|乜|未[？?]"
)
_BREAK = "。！!？?；;\n，,：:“”「」"
_CLAUSE = 40
"""Characters of a clause that are looked at for a word that asks."""
_IN_A_ROW = 4
"""Marks that become full-width with the one before them."""
_WIDE_LATIN = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９Ａ-Ｚａ-ｚ]+)*")
_KANA = re.compile("[\u3041-\u30fa\uac00-\ud7a3]")
_HALF = {
    code: chr(code - 0xFEE0)
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF0E)
}


GARBLED = 11.0
"""Cost of each pair of characters from which on they are no text."""


def narrowed(text: str) -> str:
    """Full-width digits, letters and the point between them as half-width ones."""
    return text.translate(_HALF)


def find_letters(text: str) -> list[Edit]:
    """P04: full-width digits and Latin letters."""
    return [
        Edit("P04", match.start(), match.end(), narrowed(match.group()))
        for match in _WIDE_LATIN.finditer(text)
        if not _KANA.search(_line(text, match.start()))
    ]


def find_brackets(text: str) -> list[Edit]:
    """P02: half-width brackets round text that has Han characters."""
    if "(" not in text:
        return []
    places = Places(text)
    edits: list[Edit] = []
    for match in _BRACKETS.finditer(text):
        if _ONE_HAN.search(match.group(1)) and _chinese_brackets(text, match) and not _is_closed(places, match.start()):
            edits += (
                Edit("P02", match.start(), match.start() + 1, "（", 0.95),
                Edit("P02", match.end() - 1, match.end(), "）", 0.95),
            )
    return edits


def _chinese_brackets(text: str, match: re.Match[str]) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if not before:
        return True
    if before in "]\\$":
        return False
    if before.isascii() and (before.isalpha() or before in "_."):
        # print(值) is code, GDP(国内生产总值)增长 is not: text in Chinese goes on behind it.
        return bool(after) and bool(_CONTEXT.match(after))
    return True


def find_marks(text: str) -> list[Edit]:
    """P01: half-width , : ; ? ! where Chinese text or a full-width mark stands on one side."""
    edits: list[Edit] = []
    places = Places(text)
    for match in _MARK.finditer(text):
        at = match.start()
        if _is_closed(places, at) or not _is_chinese(text, at):
            continue
        edits.append(Edit("P01", at, at + 1, WIDE[match.group()], 0.95))
    return _with_runs(text, edits)


def _is_closed(places: Places, at: int) -> bool:
    """Whether nothing is touched here: addresses and code."""
    return places.in_address(at) or places.on_code_line(at) or places.in_code(at)


def _with_runs(text: str, edits: list[Edit]) -> list[Edit]:
    """``!!`` and ``?!``: a mark right behind one that became full-width becomes full-width too."""
    found: list[Edit] = []
    known = {edit.start for edit in edits}
    for edit in edits:
        found.append(edit)
        at = edit.end
        while text[at : at + 1] in {"?", "!"} and at not in known and at - edit.end < _IN_A_ROW:
            found.append(Edit("P01", at, at + 1, WIDE[text[at]], 0.9))
            at += 1
    return found


def _is_chinese(text: str, at: int) -> bool:
    mark, before, after = text[at], text[at - 1] if at else "", text[at + 1 : at + 2]
    if mark == "?":
        return _asks(text, at)
    if _has_other_use(text, at) or _KANA.search(text[max(0, at - 8) : at + 8]):
        return False
    return _beside_chinese(before, after) or _quoted_chinese(text, at, before, after)


def _has_other_use(text: str, at: int) -> bool:
    """Pictures of Markdown, faces, ``::``, ``:=``, addresses, the end of an entity."""
    mark, after = text[at], text[at + 1 : at + 2]
    if mark == "!":
        return after == "["
    if mark in ":;":
        if _FACE.match(text, at) or mark in {after, text[at - 1 : at]}:
            return True
        if mark == ":":
            return after == "=" or text[at + 1 : at + 3] == "//"
        return bool(_ENTITY_END.search(text, max(0, at - 34), at + 1))
    return False


def _beside_chinese(before: str, after: str) -> bool:
    return any(char and char not in "“‘”’" and _CONTEXT.match(char) for char in (before, after))


def _quoted_chinese(text: str, at: int, before: str, after: str) -> bool:
    """Only quotes beside the mark: the text behind and before them tells whether it is Chinese."""
    inner, outer = text[at - 2 : at - 1], text[at + 2 : at + 3]
    if before and before in "”’":
        return bool(_ONE_HAN.match(inner) or (inner and inner in _FULL)) or bool(_ONE_HAN.match(after))
    if after and after in "“‘":
        return bool(_ONE_HAN.match(outer))
    start = max(text.rfind(one, max(0, at - 120), at) for one in "“‘")
    if start >= 0 and not _ONE_HAN.search(text, start, at):
        return False  # a quotation in another language keeps its own mark
    return bool(outer) and bool(_CONTEXT.match(outer))


def _asks(text: str, at: int) -> bool:
    """A question mark, and not what is left of a lost character, a point or an emoji."""
    after = text[at + 1 : at + 2]
    if after == "=" or (after.isascii() and after.isalpha() and "=" in text[at : at + 30]):
        return False
    if text[at - 1 : at] in {"?", "�"} or after in {"?", "�"}:
        run = re.compile(r"[?!]+").match(text, at)
        return bool(run) and clause_asks(text, at)
    if not after or after in "\n\r \t\u3000”’」』）》)…—!！":
        return not _follows_garble(text, at)
    return clause_asks(text, at)


def _follows_garble(text: str, at: int) -> bool:
    """Whether what stands before the sign is no text: then the sign is what is left of a character."""
    window = folded(text[max(0, at - 3) : at])
    costs = [lexicon().pair(*two) for two in pairwise(window)]
    return bool(costs) and sum(costs) / len(costs) > GARBLED


def clause_asks(text: str, at: int) -> bool:
    """Whether the clause up to a place has a word that asks."""
    start = at
    while start and at - start < _CLAUSE and text[start - 1] not in _BREAK:
        start -= 1
    return bool(_ASKING.search(text, start, at + 1))


def _line(text: str, at: int) -> str:
    end = text.find("\n", at, at + 400)
    return text[text.rfind("\n", max(0, at - 400), at) + 1 : end if end >= 0 else at + 400]
