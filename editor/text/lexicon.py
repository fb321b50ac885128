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
        """Cost of a stretch of folded text on its best way through words and triples (or through words alone)."""
        best = [0.0]
        seen = START + before + text.translate(_CLASSES)
        after = triples().cost if pairs else None
        words = self.words
        for end in range(1, len(text) + 1):
            step = after(seen[end - 1 : end + 2]) if after else self.single(text[end - 1])
            least = best[end - 1] + step
            for start in range(max(0, end - LONGEST), end - 1):
                word = words.get(text[start:end])
                if word is not None and best[start] + word < least:
                    least = best[start] + word
            best.append(least)
        return best[-1]


_CLASSES = dict.fromkeys((*range(65, 91), *range(97, 123)), "ａ") | dict.fromkeys(map(ord, " \u3000\n\t"), START)
_DISCOUNT = 0.7
"""What of each count is kept for what was not seen (absolute discounting)."""
_FIRM_PAIR, _FIRM_TRIPLE = 10.0, 4.0
"""How many times a character and a pair must have been seen to be trusted half."""
_COUNTS_PER_E = 4.0
"""Steps of the stored logarithms of counts per factor of e (build.py)."""
_UNSEEN_HAN, _UNSEEN = 2.0, 0.02
"""What is added to the counts of characters: of those that news has, of all others."""
_MOST_COSTS = 400_000
"""Costs of triples that are kept, about 40 MB."""


@dataclass(slots=True)
class Triples:
    """A model of characters after the two before them, with backing off to one and none.

    Attributes:
        counts: Character → how often it was seen.
        total: Sum of the counts, with what is added for those not seen.
        packed: First character → its line of the table; unpacked on first use.
    """

    counts: dict[str, float]
    total: float
    packed: dict[str, str]
    _firsts: dict[str, tuple[float, float, dict[str, float], dict[str, str]]] = field(default_factory=dict)
    _seconds: dict[str, tuple[float, float, dict[str, float]]] = field(default_factory=dict)
    _costs: dict[str, float] = field(default_factory=dict)

    def cost(self, three: str) -> float:
        """Cost of the last of three characters."""
        cost = self._costs.get(three)
        if cost is None:
            if len(self._costs) > _MOST_COSTS:
                self._costs.clear()
            cost = self._costs[three] = -math.log(self._third(three))
        return cost

    def _first(self, char: str) -> float:
        count = self.counts.get(char, 0.0)
        return (count + (_UNSEEN_HAN if count else _UNSEEN)) / self.total

    def _second(self, first: str, second: str) -> float:
        known = self._firsts.get(first)
        if known is None:
            known = self._firsts[first] = self._opened(first)
        share, rest, after, _ = known
        count = after.get(second)
        return (share * (count - _DISCOUNT) if count else 0.0) + rest * self._first(second)

    def _third(self, three: str) -> float:
        two = three[:2]
        known = self._seconds.get(two)
        if known is None:
            if two[0] not in self._firsts:
                self._firsts[two[0]] = self._opened(two[0])
            _, _, after, behind = self._firsts[two[0]]
            found = _counted(behind.get(two[1], ""))
            known = self._seconds[two] = (*_shares(after.get(two[1], 0.0), _FIRM_TRIPLE, found), found)
        share, rest, followers = known
        count = followers.get(three[2])
        return (share * (count - _DISCOUNT) if count else 0.0) + rest * self._second(two[1], three[2])

    def _opened(self, first: str) -> tuple[float, float, dict[str, float], dict[str, str]]:
        total, after, *parts = self.packed.get(first, "0 ").split(" ")
        found = _counted(after)
        return *_shares(float(total), _FIRM_PAIR, found), found, {part[0]: part[1:] for part in parts}


def _shares(total: float, firm: float, found: dict[str, float]) -> tuple[float, float]:
    """What a count is worth, and what is left for those that were not seen."""
    kept = sum(found.values()) - _DISCOUNT * len(found)
    total = max(total, kept)
    return 1 / (total + firm), 1 - kept / (total + firm)


def _counted(packed: str) -> dict[str, float]:
    counts: dict[str, float] = {}
    step = 1.0
    for char in packed:
        if "A" <= char <= "z":
            step = math.exp((ord(char) - 65) / _COUNTS_PER_E)
        else:
            counts[char] = step
    return counts


@cache
def triples() -> Triples:
    """The table of triples: only needed where a text shows damage."""
    first, *rest = _lines("triples.xz")
    counts = _counted(first)
    return Triples(counts, sum(counts.values()) + _UNSEEN_HAN * 7000, {line[0]: line[2:] for line in rest})


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
