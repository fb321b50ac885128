"""A passage as lines to be set: characters with their marks, one side at a time. No widget."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from editor.markup.blocks import block_text
from ui.converting.choosing import NONE
from ui.review.flat import Flat, Setting, flat
from ui.review.pieces import Piece, Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.converting import Passage
    from ui.converting.choosing import Mark

HEADLINE = "headline"
_PLAIN = ("", NONE)


def lines(passage: Passage, marks: Sequence[Mark], *, result: bool) -> tuple[Strip, ...]:
    """One side of a passage with its marks."""
    block = passage.result if result else passage.source
    whole = flat((block,))
    looks = [_PLAIN] * len(whole.text)
    swaps: dict[int, tuple[int, str]] = {}
    for mark in marks:
        for place in range(mark.start, min(mark.end, len(looks))):
            looks[place] = (mark.look, mark.question)
        if mark.swap is not None:
            swaps[mark.start] = (mark.end, mark.swap)
    starts = [start for start, _ in whole.lines]
    ends = [start - 1 for start in starts[1:]] + [len(whole.text)]
    settings = [_setting(passage, setting) for _, setting in whole.lines]
    found = [
        Strip(tuple(_pieces(whole, looks, swaps, start, end)), setting)
        for start, end, setting in zip(starts, ends, settings, strict=True)
    ]
    return tuple(found)


def _setting(passage: Passage, setting: Setting) -> Setting:
    if not passage.field:
        return setting
    return Setting("h2" if passage.field == HEADLINE else "field")


def _pieces(
    whole: Flat, looks: Sequence[tuple[str, int]], swaps: dict[int, tuple[int, str]], start: int, end: int
) -> list[Piece]:
    """Characters of one line, cut where anything changes."""
    notes = [(at, label) for at, label in whole.notes if start <= at <= end]
    cuts = {at for at, _ in whole.styles} | {at for at, _ in notes} | set(swaps)
    found: list[Piece] = []
    here = start
    while here < end:
        found += [Piece(f"[{label}]", note=True) for at, label in notes if at == here]
        look, question = looks[here]
        style = whole.styles[bisect_right(whole.styles, here, key=lambda one: one[0]) - 1][1]
        if here in swaps:
            till, text = swaps[here]
            found.append(Piece(text, look, style, question))
            here = max(till, here + 1)
            continue
        then = here + 1
        while then < end and looks[then] == looks[here] and then not in cuts:
            then += 1
        found.append(Piece(whole.text[here:then], look, style, question))
        here = then
    return [*found, *(Piece(f"[{label}]", note=True) for at, label in notes if at == end)]


def length(passage: Passage) -> int:
    """Characters of a passage, to guess its height."""
    return len(block_text(passage.source))


def plain(strips: Sequence[Strip]) -> str:
    """The characters, for who cannot see them."""
    return "\n".join("".join(piece.text for piece in strip.pieces if not piece.note) for strip in strips)
