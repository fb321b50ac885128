"""Words that a newsroom always writes so in a variant: kept in its library, used by every conversion here."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from editor.operations.keeping import preference, set_preference
from editor.text.variants import Entry, Glossary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article import Variant
    from editor.operations.desk import Desk
    from editor.text.variants import Options

_TWO_WORDS = 2


def key_of(target: Variant) -> str:
    """Key of the preference that holds the pairs for a target: a list of [before, after]."""
    return f"glossary.{target}"


def pairs(desk: Desk, target: Variant) -> dict[str, str]:
    """What is always written so; damaged pairs are left out."""
    kept = preference(desk, key_of(target), [])
    return dict(pair for pair in kept if _is_pair(pair)) if isinstance(kept, list) else {}


def _is_pair(pair: object) -> bool:
    if not isinstance(pair, list) or len(pair) != _TWO_WORDS:
        return False
    return all(isinstance(word, str) for word in pair) and bool(pair[0])


def always(desk: Desk, target: Variant, added: Sequence[tuple[str, str]]) -> None:
    """Write these words always so; a later pair takes the place of an earlier one for the same word."""
    if added:
        kept = pairs(desk, target) | dict(added)
        set_preference(desk, key_of(target), [list(pair) for pair in kept.items()])


def with_pairs(options: Options, found: dict[str, str], target: Variant) -> Options:
    """Options with the newsroom's pairs; what the options already say goes before."""
    if not found:
        return options
    entries = tuple(Entry(before, after, target) for before, after in found.items())
    glossary = Glossary((*entries, *options.glossary.entries), options.glossary.protected)
    return dataclasses.replace(options, glossary=glossary)
