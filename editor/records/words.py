"""What a slip offers while somebody types in it. Plain, picklable, stdlib only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Word(NamedTuple):
    """Something that was written before.

    Attributes:
        text: As it is written into the slip.
        other: The same in the other script, where a variant of an article tells it; it is found by that too.
        role: The printed word before a name (通讯员); "" = none, or nobody knows.
    """

    text: str
    other: str = ""
    role: str = ""


class Known(NamedTuple):
    """What is known of slips, what was used last first.

    Attributes:
        names: Names of bylines with the role that each had last, and of the people of the newsroom.
        roles: Printed words of roles.
        fields: What other fields said, by the name of the field; names and keywords one by one.
        lengths: 计划字数 that the last article of a column had which had one.
    """

    names: tuple[Word, ...] = ()
    roles: tuple[str, ...] = ()
    fields: Mapping[str, tuple[Word, ...]] = {}
    lengths: Mapping[str, str] = {}
