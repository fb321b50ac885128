"""What a window asks about texts: checks, conversion, search. Nothing here writes the library."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from editor.article import Article, Variant, slip_from_plain
from editor.markup.reader import read
from editor.operations import before, proofing, searching, tallying, vocabulary
from editor.text.lexicon import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.findings import Finding
    from editor.records.articles import Found, Hit, Tally
    from editor.records.review import Remark
    from editor.records.words import Known
    from editor.service.room import Room


def check(room: Room, article: str, slip: Mapping[str, Any], text: str, variant: str) -> list[Finding]:
    """Findings of an article as it stands in the window; offsets in code points of the block they name."""
    return proofing.check(room.desk, Article(article, Variant(variant), slip_from_plain(slip), read(text)))


def tally(room: Room, rows: Sequence[int]) -> tuple[Tally, ...]:
    """How many findings the articles of some rows have."""
    return tallying.count(room.desk, rows, room.canceled)


def search(room: Room, query: str, after: int | None = None, limit: int = 50) -> Found:
    """One page of what a search finds, newest first."""
    return searching.search(room.desk, query, after=after, limit=limit, canceled=room.canceled)


def hits(room: Room, query: str, rows: Sequence[int]) -> tuple[Hit, ...]:
    """Where the query stands in found rows."""
    return searching.hits(room.desk, query, rows)


def warm(_room: Room, what: str) -> None:
    """Read what the first conversion needs, a piece at a call, so that no other question waits long behind it.

    Args:
        what: ``opencc``, ``words`` (the lexicon by which words are told) or ``article`` (register and own tables).
    """
    if what == "opencc":
        from editor.text.variants import convert

        convert("汉语", Variant.ZH_TW, source=Variant.ZH_CN)
    elif what == "words":
        from editor.text.variants.borders import cut

        cut("新闻编辑")
    else:
        from editor.text.variants.articles import convert_whole

        convert_whole(Article("", Variant.ZH_CN, slip_from_plain({}), read("发展。\n")), Variant.ZH_TW)


def known(room: Room, *, traditional: bool = False) -> Known:
    """What a slip in this script may be filled with, what was used last first."""
    return vocabulary.known(room.desk, traditional=traditional, canceled=room.canceled)


def words(room: Room, paragraphs: Sequence[str]) -> list[tuple[int, ...]]:
    """Where words end in each paragraph, in code points; Traditional text is read as Simplified, one for one."""
    from editor.text.variants.borders import cut  # its dictionary is read on first use

    found = []
    for text in paragraphs:
        room.check()
        found.append(tuple(accumulate(len(word) for word in cut(folded(text)))))
    return found


def remarks(room: Room, name: str) -> tuple[Remark, ...]:
    """The remarks on an article, oldest first, each with the place of its words in the text that the library has."""
    return before.remarks(room.desk, name)
