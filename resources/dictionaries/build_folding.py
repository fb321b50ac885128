"""Makes ``folding.txt``: characters that are one character for a search, a line a class, its sign first.

Run it in the project's environment after OpenCC has changed: ``python resources/dictionaries/build_folding.py``. Two
characters are of one class when any of OpenCC's tables of single characters (Simplified, Traditional, Taiwan, Hong
Kong) leads from one to the other. The sign of a class is the character that most of its members lead to in Simplified.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import opencc

HERE = Path(__file__).parent
ROUTES = ("t2s", "tw2s", "hk2s", "s2t", "s2tw", "s2hk", "t2tw", "t2hk", "tw2t", "hk2t")
BLOCKS = ((0x3400, 0x9FFF), (0x20000, 0x323AF))


def classes() -> list[str]:
    """Every class of two characters and more, its sign first."""
    han = [chr(code) for first, last in BLOCKS for code in range(first, last + 1)]
    han = [character for character in han if unicodedata.normalize("NFC", character) == character]
    parent: dict[str, str] = {}

    def root(character: str) -> str:
        while (up := parent.get(character, character)) != character:
            character = up
        return character

    simplified: dict[str, str] = {}
    for route in ROUTES:
        lines = opencc.OpenCC(route).convert("\n".join(han)).split("\n")
        for before, after in zip(han, lines, strict=True):
            if route == "t2s":
                simplified[before] = after
            if len(after) == 1 and root(before) != root(after):
                parent[root(before)] = root(after)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for character in han:
        members[root(character)].append(character)
    return sorted(_line(group, simplified) for group in members.values() if len(group) > 1)


def _line(group: list[str], simplified: dict[str, str]) -> str:
    votes = Counter(simplified[character] for character in group if simplified[character] in group)
    sign = min(group, key=lambda character: (-votes[character], character))
    return sign + "".join(sorted(set(group) - {sign}))


if __name__ == "__main__":
    (HERE / "folding.txt").write_text("\n".join(classes()) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(classes())} classes\n")
