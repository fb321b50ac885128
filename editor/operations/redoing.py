"""待重转: what of an earlier variant stays when its source is converted again.

A variant remembers what each paragraph of its source was (a short hash); a paragraph that somebody mended by hand in
the variant stays as it is while its source stands there unchanged, and everything else is converted anew.
"""

from __future__ import annotations

import dataclasses
import hashlib
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.article import Slip, slip_to_plain
from editor.markup.writer import write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.article import Article
    from editor.markup.blocks import Block

_HEX = 12
_OF_THE_SOURCE = frozenset({"number"})


class Print(NamedTuple):
    """What a source was: a short hash of every block, and of every field of the slip."""

    blocks: tuple[str, ...]
    slip: Mapping[str, str]

    def plain(self) -> dict[str, Any]:
        """As JSON data."""
        return {"blocks": list(self.blocks), "slip": dict(self.slip)}


def print_of(article: Article) -> Print:
    """The print of a source."""
    slip = {name: _hash(repr(value)) for name, value in slip_to_plain(article.slip).items()}
    return Print(tuple(_hash(write((block,))) for block in article.blocks), slip)


def print_from(plain: Any) -> Print | None:
    """A print that was kept, None when there is none."""
    if not isinstance(plain, dict):
        return None
    blocks, slip = plain.get("blocks"), plain.get("slip")
    if not isinstance(blocks, list) or not isinstance(slip, dict):
        return None
    return Print(tuple(map(str, blocks)), {str(name): str(value) for name, value in slip.items()})


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HEX]


class Stays(NamedTuple):
    """What stays as somebody left it.

    Attributes:
        blocks: Number of the new block → the block as it is in the variant.
        fields: Field of the slip → its value in the variant.
        changed: How many blocks of the source are new or were changed.
    """

    blocks: Mapping[int, Block]
    fields: Mapping[str, Any]
    changed: int


def stays(old: Print, new: Print, expected: Article, there: Article) -> Stays:
    """What of a variant stays.

    Args:
        old: Print of the source that the variant was made from; new: of the source now.
        new: See there.
        expected: The source now, converted with the choices of then.
        there: The variant as it is.
    """
    same = _pairs(old.blocks, new.blocks)
    texts = [write((block,)) for block in there.blocks]
    wanted = [write((block,)) for block in expected.blocks]
    if len(texts) == len(old.blocks):
        places = {now: then for then, now in same.items()}
    else:
        places = {now: place for now, place in _aligned(wanted, texts).items() if now in same.values()}
    kept = {now: there.blocks[place] for now, place in places.items() if texts[place] != wanted[now]}
    fields = {
        field.name: getattr(there.slip, field.name)
        for field in dataclasses.fields(Slip)
        if field.name not in _OF_THE_SOURCE
        and old.slip.get(field.name) == new.slip.get(field.name)
        and getattr(there.slip, field.name) != getattr(expected.slip, field.name)
    }
    return Stays(kept, fields, len(new.blocks) - len(same))


def _pairs(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Blocks that are in both, by their old number."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return {a + step: b + step for a, b, size in matcher.get_matching_blocks() for step in range(size)}


def _aligned(wanted: Sequence[str], texts: Sequence[str]) -> dict[int, int]:
    """Which block of the variant each block is: the same text, or as many between two that are the same."""
    found: dict[int, int] = {}
    for _, low, high, start, end in SequenceMatcher(None, wanted, texts, autojunk=False).get_opcodes():
        if high - low == end - start:
            found.update(zip(range(low, high), range(start, end), strict=True))
    return found
