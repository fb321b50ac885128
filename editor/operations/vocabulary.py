"""Words that slips are filled with: from the newest articles and from the people of the newsroom."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from editor.article import Slip, Variant, slip_from_plain
from editor.records.words import Known, Word
from editor.store import views
from editor.text.lexicon import traditional as traditional_characters

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from editor.operations.desk import Desk

ARTICLES = 2_000
"""So many of the newest articles are read: enough for some months of a desk, a tenth of a second."""
_BLOCK = 200
_LISTS = ("editor", "responsible_editor", "source", "original_authors")
_WHOLE = ("column", "dateline", "contact")
_AS_AUTHOR = "author"
_SLIPS = """SELECT article.article, article.variant, coalesce(draft.text, entry.body) FROM article
LEFT JOIN draft ON draft.newsroom = article.newsroom AND draft.article = article.article
    AND draft.variant = article.variant
LEFT JOIN entry ON entry.newsroom = article.newsroom AND entry.id = article.revision
WHERE article.row IN ({}) ORDER BY article.updated DESC, article.row DESC"""


def known(desk: Desk, *, traditional: bool = False, canceled: Callable[[], bool] = lambda: False) -> Known:
    """What a slip may be filled with, what was used last first.

    Args:
        desk: Where.
        traditional: The script of the slip: words that are certainly of the other one are not offered.
        canceled: Asked between blocks of articles; what was read until then is given.
    """
    with desk.reading() as session:
        raw = desk.library.raw
        rows: list[int] = []
        for place in ("all", "archive"):
            rows += views.ids(raw, session.newsroom, place, "", "updated", ARTICLES - len(rows))
        found = _Collected(traditional=traditional)
        for article, slips in _by_article(_slips(raw, rows, canceled), traditional=traditional):
            found.add(article, slips)
        members = sorted(member.name for member in session.people.values() if member.active)
    return found.known(members)


def _slips(
    raw: sqlite3.Connection, rows: Sequence[int], canceled: Callable[[], bool]
) -> Iterator[tuple[str, Variant, Slip]]:
    for start in range(0, len(rows), _BLOCK):
        if canceled():
            return
        block = tuple(rows[start : start + _BLOCK])
        for article, variant, text in raw.execute(_SLIPS.format(", ".join("?" * len(block))), block):
            slip = _slip(text)
            if slip is not None:
                yield article, Variant(variant), slip


def _slip(text: str | None) -> Slip | None:
    """The slip of a draft or of the body of a revision; None when it is damaged: others have words too."""
    try:
        plain = json.loads(text or "")["slip"]
    except (ValueError, KeyError, TypeError):
        return None
    return slip_from_plain(plain) if isinstance(plain, dict) else None


def _by_article(
    slips: Iterable[tuple[str, Variant, Slip]], *, traditional: bool
) -> Iterator[tuple[Slip, tuple[Slip, ...]]]:
    """Every slip that is in the wanted script, with those of the same article in the other; others alone."""
    wanted: dict[str, list[Slip]] = {}
    others: dict[str, list[Slip]] = {}
    for article, variant, slip in slips:
        wanted.setdefault(article, [])
        (wanted[article] if variant.traditional is traditional else others.setdefault(article, [])).append(slip)
    for article, own in wanted.items():
        beside = tuple(others.get(article, ()))
        for slip in own or beside:
            yield slip, beside if own else ()


@cache
def _foreign(*, traditional: bool) -> frozenset[str]:
    """Characters that texts in one script never have: those of the other that its old national standard lacks."""
    changed = traditional_characters()
    if traditional:
        return frozenset(each.simplified for each in changed.values() if not _encodes(each.simplified, "big5"))
    return frozenset(character for character in changed if not _encodes(character, "gb2312"))


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


class _Collected:
    """Words in the order in which they came, each once."""

    def __init__(self, *, traditional: bool) -> None:
        self._foreign = _foreign(traditional=traditional)
        self._names: dict[str, Word] = {}
        self._roles: dict[str, None] = {}
        self._fields: dict[str, dict[str, Word]] = {}
        self._lengths: dict[str, str] = {}

    def add(self, slip: Slip, others: tuple[Slip, ...]) -> None:
        self._add_names(slip, others)
        for field in (*_LISTS, *_WHOLE):
            texts, beside = _texts(slip, field), [_texts(other, field) for other in others]
            self._add(field, texts, beside)
        self._add("keywords", slip.keywords, [other.keywords for other in others])
        if slip.column and slip.planned_length:
            self._lengths.setdefault(slip.column, slip.planned_length)

    def _add_names(self, slip: Slip, others: tuple[Slip, ...]) -> None:
        beside = next((other.byline for other in others if len(other.byline) == len(slip.byline)), ())
        for place, credit in enumerate(slip.byline):
            other = beside[place].name if beside else ""
            if not credit.name or not self._fits(credit.name):
                continue
            label = credit.label if self._fits(credit.label) else ""
            self._names.setdefault(credit.name, Word(credit.name, other if other != credit.name else "", label))
            if label and credit.role != _AS_AUTHOR:
                self._roles.setdefault(label)

    def _add(self, field: str, texts: Sequence[str], others: Sequence[Sequence[str]]) -> None:
        kept = self._fields.setdefault(field, {})
        beside = next((each for each in others if len(each) == len(texts)), ())
        for place, text in enumerate(texts):
            if text and self._fits(text):
                other = beside[place] if beside else ""
                kept.setdefault(text, Word(text, other if other != text else ""))

    def _fits(self, text: str) -> bool:
        return self._foreign.isdisjoint(text)

    def known(self, members: Sequence[str]) -> Known:
        for name in members:
            if self._fits(name):
                self._names.setdefault(name, Word(name))
                for field in ("editor", "responsible_editor"):
                    self._fields.setdefault(field, {}).setdefault(name, Word(name))
        fields = {field: tuple(words.values()) for field, words in self._fields.items() if words}
        return Known(tuple(self._names.values()), tuple(self._roles), fields, self._lengths)


def _texts(slip: Slip, field: str) -> Sequence[str]:
    value = getattr(slip, field) or ""
    return value.split() if field in _LISTS else (value,)
