"""Packages of random documents: what no editor would write on purpose, and every format must take."""

from __future__ import annotations

from hypothesis import strategies as st

from editor.markup.normal import normalized
from editor.markup.writer import write
from tests.editor.markup.documents import documents
from tests.editor.publish.sample_packages import package

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


def told(blocks) -> str:
    """All characters of a body without blanks, block by block."""
    from editor.markup.blocks import block_text

    return "".join("".join(block_text(block).split()) for block in blocks)
