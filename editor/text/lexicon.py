"""How likely a stretch of Chinese text is: words with their frequencies and pairs of neighboring characters.

The tables are made from free data (resources/dictionaries/README.md) and are read on first use only. They hold
Simplified characters; Traditional text is folded character by character before it is looked up.
"""

from __future__ import annotations

import lzma
import math
from dataclasses import dataclass, field
from functools import cache

import resources

STEPS = 2.5
"""Steps of the stored logarithms per factor of e (LEVELS_PER_E of build.py)."""
LONGEST = 8
"""Characters of the longest word."""
STRANGE_HAN = 15.0
STRANGE = 17.0
LATIN = 3.0
NEWS_WORD = 11.5
"""Cost of a word of the newsroom's own list, at most: newer than the counts of the tables, and common in news."""
START = "^"
_PAIR_WEIGHT = 0.75


@dataclass(frozen=True, slots=True)
class Traditional:
    """A character that simplification changed.

    Attributes:
        simplified: What it became.
        rank: Place of that character in news text, 1 = commonest, 9999 = not seen.
        readings: Pinyin → share in percent of its uses, the commonest first.
    """

    simplified: str
    rank: int
    readings: dict[str, int]


@cache
def traditional() -> dict[str, Traditional]:
    """All characters of GBK that simplification changed."""
    found: dict[str, Traditional] = {}
    for line in resources.text("dictionaries/traditional.tsv").splitlines():
        old, new, rank, names = line.split("\t")
        readings = {name: int(share) for name, _, share in (item.partition(":") for item in names.split(" "))}
        found[old] = Traditional(new, int(rank), readings)
    return found


@cache
def _folding() -> dict[int, str]:
    marks = dict(zip(map(ord, "「」『』〈〉%,:;!"), "“”‘’《》％，：；！", strict=True)) | dict.fromkeys(
        map(ord, "123456789"), "0"
    )
    return {ord(old): entry.simplified for old, entry in traditional().items()} | marks


def folded(text: str) -> str:
    """The text in Simplified characters, quotes of one style, all digits alike; one for one, so that offsets stay."""
    return text.translate(_folding())


@dataclass(slots=True)
class Lexicon:
    """Costs in nats: the smaller the likelier.

    Attributes:
        words: Word of two to eight characters → cost.
        singles: Character → cost, commonest first.
        followers: First character → its packed followers; unpacked on first use.
    """

    words: dict[str, float]
    singles: dict[str, float]
    followers: dict[str, str]
    _pairs: dict[str, dict[str, float]] = field(default_factory=dict)

    def single(self, char: str) -> float:
        """Cost of a character whatever stands before it."""
        cost = self.singles.get(char)
        if cost is not None:
            return cost
        if char < "\x80":
            return LATIN
        return STRANGE_HAN if "\u4e00" <= char <= "\u9fff" else STRANGE

    def pair(self, first: str, second: str) -> float:
        """Cost of a character after another."""
        known = self._pairs.get(first)
        if known is None:
            known = self._pairs[first] = _unpacked(self.followers.get(first, ""))
        alone = self.single(second)
        cost = known.get(second)
        if cost is None:
            return alone - math.log(1 - _PAIR_WEIGHT) if known else alone
        return -math.log(_PAIR_WEIGHT * math.exp(-cost) + (1 - _PAIR_WEIGHT) * math.exp(-alone))

    def cost(self, text: str, before: str = START, *, pairs: bool = True) -> float:
        """Cost of a stretch of folded text on its best way through words and pairs (or through words alone)."""
        best = [0.0]
        for end in range(1, len(text) + 1):
            char = text[end - 1]
            step = self.pair(text[end - 2] if end > 1 else before, char) if pairs else self.single(char)
            least = best[end - 1] + step
            for start in range(max(0, end - LONGEST), end - 1):
                word = self.words.get(text[start:end])
                if word is not None and best[start] + word < least:
                    least = best[start] + word
            best.append(least)
        return best[-1]


def _unpacked(packed: str) -> dict[str, float]:
    costs: dict[str, float] = {}
    for item in packed.split(" ") if packed else ():
        step, _, chars = item.partition(":")
        costs.update(dict.fromkeys(chars, int(step) / STEPS))
    return costs


@cache
def lexicon() -> Lexicon:
    """The tables, read once."""
    words: dict[str, float] = {}
    for line in _lines("words.xz"):
        size, step, group = line.split(" ")
        length, cost = int(size), int(step) / STEPS
        words.update({group[at : at + length]: cost for at in range(0, len(group), length)})
    for word in resources.text("dictionaries/newsroom.txt").split():
        words[word] = min(words.get(word, NEWS_WORD), NEWS_WORD)
    ranks, *rest = _lines("pairs.xz")
    return Lexicon(words, _unpacked(ranks), {line[0]: line[1:] for line in rest})


def _lines(name: str) -> list[str]:
    return lzma.decompress(resources.data(f"dictionaries/{name}")).decode("gb18030").split("\n")
