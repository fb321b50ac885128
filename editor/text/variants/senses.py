"""Characters and words whose form hangs on what stands beside them: 三只羊, 死者系附近村民, 这出京剧, 范县 but 规范."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from editor.text.variants import borders, words
from editor.text.variants.converters import exceptions
from editor.text.variants.people import people
from editor.text.variants.ranks import Held, Rank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@cache
def _surnames() -> frozenset[str]:
    return people(to_traditional=True).surnames


BY_SENSE = frozenset(
    {Rank.MEASURE, Rank.PROPER, Rank.PLACE, Rank.COPULA, Rank.BEHIND, Rank.PLAY, Rank.NICKNAME, Rank.FOREIGN}
)

_DIGITS = "0123456789０１２３４５６７８９"
_NUMBERS = _DIGITS + "余多万千百数整"
_MORE_NUMBERS = _NUMBERS + "一二两三四五六七八九十几半"
_LATER = "天后"
_NOT_AFTER_MEASURE = frozenset("占用花够剩卖围边岁年密")
_ANONYMOUS = "某"
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
_PLAY = re.compile(r"[\u3400-\u9fff《]{0,5}?(?:戏|剧)(?![院团场目组情社种本照透])")
_MODERN = "现代"
_AMBIGUOUS = "一出"
"""OpenCC reads these as a play wherever they stand (一出门)."""


def patterns(regional: Callable[[str], str]) -> Iterator[tuple[str, tuple[Rank, str]]]:
    """What to look for, with its rank and its form.

    Args:
        regional: Turns a form of Taiwan, as in our lists, into one of the target.
    """
    table = exceptions()["to-hant"]
    for word, form in table["measure"].items():
        numbers = _MORE_NUMBERS if word == _LATER else _NUMBERS
        yield from ((number + word, (Rank.MEASURE, regional(form))) for number in numbers if number != word)
    for character, around in table["proper"].items():
        yield character, (Rank.PROPER, regional(around["form"]))
    nicknames = table["nicknames"]
    for name in (called + surname for called in "老小" for surname in nicknames["surnames"]):
        yield name, (Rank.NICKNAME, name)
    foreign = table["foreign"]
    yield from ((syllable + foreign["form"], (Rank.FOREIGN, foreign["form"])) for syllable in foreign["behind"])
    yield from ((digit + "余", (Rank.PLACE, regional(digit + "餘"))) for digit in _DIGITS)
    for word, form in table["places"].items():
        yield word, (Rank.PLACE, regional(form))
    for word, form in table["behind"].items():
        yield word, (Rank.BEHIND, regional(form))
    for character in table["copula"]["behind"]:
        yield character + "系", (Rank.COPULA, regional(table["copula"]["form"]))
    for character in table["plays"]["behind"]:
        yield character + "出", (Rank.PLAY, regional(table["plays"]["form"]))


def held(text: str, start: int, end: int, form: str, rank: Rank) -> tuple[Held, ...]:
    """A word of a list if it really is that word where it stands; what the glossary says always is.

    Args:
        text: The source.
        start: First character of the word.
        end: One past its last character.
        form: What it is to become; for a rank that looks at one character beside others that of the last one.
        rank: Which list it is from.
    """
    if rank in _LAST_CHARACTER:
        found = _LAST_CHARACTER[rank](text, start, end, form)
        return (Held(end - 1, end, found, Rank.WORD),) if found else ()
    if rank is Rank.PROPER:
        return (Held(start, end, form, Rank.WORD),) if proper(text, start, end) else ()
    if rank is Rank.NICKNAME:
        return (Held(start, end, form, Rank.WORD),) if nickname(text, start, end) else ()
    if rank is Rank.PLACE:
        return (Held(start, end, form, Rank.WORD),)
    if rank is Rank.REGION and words.in_a_name(text, start, end):
        return ()
    return (Held(start, end, form, rank),) if rank is Rank.GLOSSARY or borders.fits(text, start, end) else ()


def measured(text: str, _start: int, end: int, form: str) -> str:
    """The form of a measure word after a number, "" when it is an adverb (5只羊, but 5只有)."""
    if text[end : end + 1] in _NOT_AFTER_MEASURE:
        return ""
    return behind(text, _start, end, form)


def behind(text: str, _start: int, end: int, form: str) -> str:
    """The form of a character that ends a word, "" when a word reaches on (两块表, but 一块表面)."""
    return form if borders.read(text, end - 1, end)[-1][1] == end else ""


def copula(text: str, start: int, end: int, form: str) -> str:
    """The form of 系 where it means "is" (死者系附近村民, but 人系好安全带)."""
    if not text[end : end + 1] or text[end] in exceptions()["to-hant"]["copula"]["not_before"]:
        return ""
    # 某系 is a department unless 某 is a person: 于某系, 钟某某系.
    if text[start] == _ANONYMOUS and (start == 0 or text[start - 1] not in _surnames() | {_ANONYMOUS}):
        return ""
    return behind(text, start, end, form)


def play(text: str, start: int, end: int, form: str) -> str:
    """The form of 出 before a play (这出京剧), 出 itself where OpenCC would see one wrongly (一出门), else ""."""
    found = _PLAY.match(text, end)
    alone = borders.read(text, end - 1, end)[-1][1] == end
    if found and (alone or found.end() == end + 1 or text.startswith(_MODERN, end)):
        return form
    return text[end - 1] if text[start:end] == _AMBIGUOUS else ""


def foreign(text: str, _start: int, end: int, form: str) -> str:
    """里 where it stands between syllables of a foreign name (乌尔里希), else ""."""
    return form if text[end : end + 1] and text[end] in exceptions()["to-hant"]["foreign"]["before"] else ""


_LAST_CHARACTER = {
    Rank.FOREIGN: foreign,
    Rank.MEASURE: measured,
    Rank.COPULA: copula,
    Rank.BEHIND: behind,
    Rank.PLAY: play,
}


def proper(text: str, start: int, end: int) -> bool:
    """Whether what stands there, 范 for example, is no part of the words in which it is no surname or place."""
    around = exceptions()["to-hant"]["proper"][text[start:end]]
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (before and before in around["before"]) and not (after and after in around["after"])


def nickname(text: str, start: int, end: int) -> bool:
    """Whether somebody is called 老于 or 小余 there (not 老于世故, 大小余震)."""
    around = exceptions()["to-hant"]["nicknames"]
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return _free(before, around["before"]) and _free(after, around["after"])


def _free(character: str, allowed: str) -> bool:
    return not character or character in allowed or not _FIRST_HAN <= character <= _LAST_HAN
