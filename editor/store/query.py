"""The language of the search box: words, ``"quoted words"``, ``-without``, ``作者:许青 栏目:要闻 日期:2026-03``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.store import dates
from editor.store.folding import folded
from editor.workflow.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

_FIELDS = {
    "作者": "author",
    "记者": "author",
    "author": "author",
    "来源": "source",
    "source": "source",
    "栏目": "column",
    "column": "column",
    "状态": "state",
    "state": "state",
    "稿号": "number",
    "number": "number",
    "日期": "date",
    "date": "date",
}
_STATES = {
    "草稿": State.DRAFT,
    "待初审": State.LEVEL1,
    "初审": State.LEVEL1,
    "待复审": State.LEVEL2,
    "复审": State.LEVEL2,
    "待终审": State.LEVEL3,
    "终审": State.LEVEL3,
    "退改": State.RETURNED,
    "待用": State.HELD,
    "不采用": State.REFUSED,
    "已签发": State.APPROVED,
    "已发布": State.SENT,
    "已撤稿": State.WITHDRAWN,
}
# 來源 欄目 狀態 稿號 are these as well.
FIELDS: Mapping[str, str] = {folded(name): field for name, field in _FIELDS.items()}
STATES: Mapping[str, State] = {folded(name): state for name, state in _STATES.items()} | {str(s): s for s in State}
_QUOTES = {'"': '"', "“": "”", "”": "”", "「": "」", "『": "』", "＂": "＂"}
_KEY = re.compile(r"([^\s:：\"“”「『＂-]{1,8})[:：](?=\S)")
_BARE = re.compile(r"[^\s\"“”「『＂]+")
_WITHOUT = "-－−"


@dataclass(frozen=True, slots=True)
class Condition:
    """A field that must (or must not) say something.

    Attributes:
        field: author, source, column, state, number.
        value: Folded text; for a state its code, for a number as typed.
    """

    field: str
    value: str
    without: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for. All of it must be true of an article.

    Attributes:
        words: Folded words of two characters and more: anywhere in headline, slip or text.
        letters: Single characters: in the headline.
        without: Folded words that must not be there.
        conditions: Fields.
        since: First moment, seconds since 1970, None = open; ``until`` the one after the last.
        unclear: Key of the message table and part of the query that could not be used.
    """

    words: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    since: int | None = None
    until: int | None = None
    unclear: tuple[tuple[str, str], ...] = ()

    @property
    def asks(self) -> bool:
        """Whether it asks for anything at all."""
        bounds = self.since is not None or self.until is not None
        return bool(self.words or self.letters or self.without or self.conditions or bounds)


@dataclass(frozen=True, slots=True)
class _Part:
    key: str
    value: str
    without: bool
    written: str


def parsed(text: str, today: date) -> Query:
    """Read a query; what cannot be used is named in ``unclear`` and left out."""
    words: list[str] = []
    letters: list[str] = []
    without: list[str] = []
    conditions: list[Condition] = []
    unclear: list[tuple[str, str]] = []
    since: int | None = None
    until: int | None = None
    for part in _parts(text):
        if part.key == "date":
            bounds = dates.span(part.value, today)
            if bounds is None or part.without:
                unclear.append(("search.date_unclear", part.written))
                continue
            since = max((moment for moment in (since, bounds[0]) if moment is not None), default=None)
            until = min((moment for moment in (until, bounds[1]) if moment is not None), default=None)
        elif part.key:
            condition = _condition(part)
            if condition is None:
                unclear.append(("search.state_unclear", part.written))
            else:
                conditions.append(condition)
        elif word := folded(part.value).strip():
            (without if part.without else words if len(word) > 1 else letters).append(word)
    return Query(
        _once(words), _once(letters), _once(without), tuple(dict.fromkeys(conditions)), since, until, tuple(unclear)
    )


def _once(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _condition(part: _Part) -> Condition | None:
    if part.key == "state":
        state = STATES.get(folded(part.value))
        return None if state is None else Condition("state", str(state), part.without)
    if part.key == "number":
        return Condition("number", part.value.strip(), part.without)
    return Condition(part.key, folded(part.value).strip(), part.without)


def _parts(text: str) -> Iterator[_Part]:
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        start = place
        without = text[place] in _WITHOUT and place + 1 < len(text) and not text[place + 1].isspace()
        place += without
        found = _KEY.match(text, place)
        key = FIELDS.get(folded(found[1]), "") if found else ""
        if found and key:
            place = found.end()
        value, place = _value(text, place)
        yield _Part(key, value, without, text[start:place])


def _value(text: str, place: int) -> tuple[str, int]:
    """A quoted or bare value from here, and where it ends."""
    closing = _QUOTES.get(text[place])
    if closing is not None:
        end = text.find(closing, place + 1)
        if end < 0:  # not closed yet: the person is still typing
            return text[place + 1 :], len(text)
        return text[place + 1 : end], end + 1
    found = _BARE.match(text, place)
    if found is None:
        return text[place], place + 1
    return found[0], found.end()
