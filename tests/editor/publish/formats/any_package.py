"""Packages of random documents: what no editor would write on purpose, and every format must take."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from editor.article import Credit, Origin
from editor.markup.blocks import (
    Footnote,
    Heading,
    Image,
    Item,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    block_text,
)
from editor.markup.normal import normalized
from editor.markup.writer import write
from tests.editor.markup.documents import NASTY, documents
from tests.editor.publish.sample_packages import changed, package

if TYPE_CHECKING:
    from editor.publish.package import Package

WORDS = ["治水", "𠮷野家", "&", "<b>", '"', "'", "\u2028", " ", "㙍", "e\u0301", "=1+1", "]]>", "A1"]


def words() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), max_size=4).map("".join)


def packages() -> st.SearchStrategy:
    """Packages with a random text and random words in their slip."""
    return st.builds(
        lambda blocks, kicker, headline, summary: package(
            text=write(normalized(blocks)), kicker=kicker, headline=headline, summary=summary
        ),
        documents(),
        words(),
        words(),
        words(),
    )


LINES = ["", "甲", "甲 乙", " ", "a\nb", "<x>", "\t", "'\"", "http://x y", "2021", "😀"]
ADDRESSES = [
    "",
    "https://例子.com/a b",
    "https://example.com/永州",
    "http://[::1",
    "https://exa mple",
    "ftp://x",
    "https://x/%zz",
    "https://x/<>",
]


def nasty(seed: int) -> Package:
    """A package of a random text of all kinds of block."""
    chance = random.Random(seed)

    def words() -> str:
        return "".join(chance.choices(NASTY, k=chance.randint(1, 5)))

    def runs() -> tuple[Run, ...]:
        marks = frozenset(chance.sample(list(Mark), chance.randint(0, 3)))
        href = chance.choice([None, None, "https://a.example/x y?a=1&b=“", "mailto:x@y.example"])
        note = chance.choice([None, None, None, "1", "2"])
        return (Run(words(), marks, href), *([Run("", note=note)] if note else []))

    kinds = [
        lambda: Paragraph(runs()),
        lambda: Heading(runs(), chance.choice([2, 3])),
        lambda: Quote((runs(), runs())),
        lambda: ListBlock(tuple(Item(runs(), chance.randint(0, 4), chance.random() < 0.5) for _ in range(5))),
        lambda: Table(tuple(tuple(runs() for _ in range(3)) for _ in range(3)), header=chance.random() < 0.5),
        lambda: Image("asset:none", words(), words(), words()),
        Rule,
        lambda: Footnote(chance.choice(["1", "2"]), runs()),
    ]
    blocks = [chance.choice(kinds)() for _ in range(12)]
    return package(seed, text=write(normalized(blocks)), headline=words(), kicker=words(), summary=words())


def wild(seed: int) -> Package:
    """A `nasty` package whose slip says what no slip should."""
    chance = random.Random(seed)

    def words() -> str:
        return "".join(chance.choices(LINES, k=chance.randint(0, 3)))

    roles = ["author", "reporter", "photographer", "x y", "引"]
    texts = ("source", "column", "dateline", "original_headline", "original_authors", "editor", "number")
    return changed(
        nasty(seed),
        byline=tuple(Credit(words(), chance.choice(roles), words()) for _ in range(chance.randint(0, 3))),
        keywords=tuple(words() for _ in range(chance.randint(0, 3))),
        genre=chance.choice([None, "news", "roles", "other", "自定 义"]),
        origin=chance.choice([None, *Origin]),
        origin_url=chance.choice(ADDRESSES),
        embargo=chance.choice(["", "2021-09-20", "bad", "2021-09-20T06:00"]),
        published_at=chance.choice(["", "x", "2021-09-19", "2021-09-19T10:00:00Z"]),
        **{name: words() for name in texts},
    )


def told(blocks) -> str:
    """All characters of a body without blanks, block by block."""
    return "".join("".join(block_text(block).split()) for block in blocks)
