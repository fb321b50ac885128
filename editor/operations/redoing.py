"""待重转: what of an earlier variant stays when its source is converted again.

A variant remembers what each paragraph of its source was and what the conversion made of it (short hashes). A paragraph
that somebody mended by hand in the variant stays as it is while its source stands there unchanged; everything else is
converted anew, and what of handwork does not stay is named.
"""

from __future__ import annotations

import dataclasses
import hashlib
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.article import Slip, slip_to_plain
from editor.markup.blocks import block_text
from editor.markup.writer import write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.article import Article
    from editor.markup.blocks import Block

_HEX = 12
_OF_THE_SOURCE = frozenset({"number"})


class Print(NamedTuple):
    """What an article was: a short hash of every block, and of every field of the slip."""

    blocks: tuple[str, ...]
    slip: Mapping[str, str]

    def plain(self) -> dict[str, Any]:
        """As JSON data."""
        return {"blocks": list(self.blocks), "slip": dict(self.slip)}


def print_of(article: Article) -> Print:
    """The print of a source, or of what a conversion made of it."""
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
        lost: Texts of blocks that were mended or written by hand in the variant and do not stay, since their source
            changed or they have none; they are in the history of the variant.
    """

    blocks: Mapping[int, Block]
    fields: Mapping[str, Any]
    changed: int
    lost: tuple[str, ...]


def stays(old: Print, new: Print, made_then: Print | None, expected: Print, there: Article) -> Stays:
    """What of a variant stays.

    Args:
        old: Print of the source that the variant was made from; new: of the source now.
        new: See there.
        made_then: Of what the conversion made before anybody touched it, where that was noted.
        expected: Of the source now, converted with the choices of then; used where it was not.
        there: The variant as it is.
    """
    same = _pairs(old.blocks, new.blocks)
    if made_then is not None and len(made_then.blocks) != len(old.blocks):
        made_then = None
    texts, slip = print_of(there)
    made: list[str | None] = [expected.blocks[same[n]] if n in same else None for n in range(len(old.blocks))]
    if made_then is not None:
        made = [*made_then.blocks]
    places = _places(made, texts)
    mended = {then for then, place in places.items() if made[then] is not None and texts[place] != made[then]}
    kept = {same[then]: there.blocks[places[then]] for then in mended if then in same}
    without_source = set(range(len(texts))) - set(places.values())
    gone = {places[then] for then in mended if then not in same} | without_source
    fields = {
        name: getattr(there.slip, name)
        for name in (field.name for field in dataclasses.fields(Slip) if field.name not in _OF_THE_SOURCE)
        if old.slip.get(name) == new.slip.get(name) and slip.get(name) != (made_then or expected).slip.get(name)
    }
    lost = tuple(block_text(there.blocks[place]) for place in sorted(gone))
    return Stays(kept, fields, len(new.blocks) - len(same), lost)


def _pairs(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Blocks that are in both, by their old number."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return {a + step: b + step for a, b, size in matcher.get_matching_blocks() for step in range(size)}


def _places(made: Sequence[str | None], texts: Sequence[str]) -> dict[int, int]:
    """Where each block that was made is in the variant: one for one, or as many as stand between two that are alike."""
    if len(made) == len(texts):
        return {number: number for number in range(len(made))}
    found: dict[int, int] = {}
    for _, low, high, start, end in SequenceMatcher(None, made, texts, autojunk=False).get_opcodes():
        if high - low == end - start:
            found.update(zip(range(low, high), range(start, end), strict=True))
    return found
