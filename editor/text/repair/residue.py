"""R02: readings that a byte-wise replacer put behind Traditional characters (風(fēng)頭 → 風頭).

Which characters carry one differs from page to page, so the set is learned from the page: a character that
simplification changed, with its own reading behind it nearly every time. Notes of an author stay: a character that
simplification did not touch, a rare one glossed once, a second reading beside the page's usual one, a gloss of a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from editor.text.lexicon import folded, lexicon, traditional
from editor.text.repair.draft import Edit

LETTERS = "a-zɑɡüāáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜńňǹḿ\u0300\u0301\u0304\u0306\u0308\u030c"
READING = re.compile(rf"([\u3400-\u9fff])[(（][ \xa0]?([{LETTERS}]{{1,9}})[ \xa0]?[)）]")
_QUOTED = re.compile("[读讀音念唸]|注音|拼[讀读写寫]|pinyin", re.IGNORECASE)
_NEAR = 15
"""Characters on each side of a reading that tell whether the text speaks of readings."""
_PLAIN = str.maketrans({"ɑ": "a", "ɡ": "g", "v": "ü", "ă": "ǎ", "ĕ": "ě", "ĭ": "ǐ", "ŏ": "ǒ", "ŭ": "ǔ"})

COMMON, RARE, IN_WORDS = 1500, 3500, 2500
"""Ranks in news text: up to which everybody knows how a character is read, from which on hardly anybody does, and up to
which one is told by the word that it stands in."""
MAIN, USUAL = 80, 25
"""Shares, in percent, of a reading among those of a character: the one that everybody knows, one of several."""
DENSE = 0.9
"""Share of all changed characters that have a reading on a page that a program made."""
HALF, MOSTLY, NEARLY_ALWAYS, ALWAYS = 0.5, 0.6, 0.8, 0.9
"""How often a character has its reading behind it."""
OFTEN = 3
"""How many times an author does not write the same reading."""
FEW = 6
"""Characters with readings that everybody knows: no author has so many."""
COMMON_COST = 10.0
"""Cost of a character that news uses; a note that is about one belongs to a lesson."""


@dataclass(slots=True)
class Learned:
    """What the page says.

    Attributes:
        damaged: Whether a replacer went over the page.
        readings: Character → the reading that it carries on this page.
        dense: Whether nearly every changed character has one.
    """

    damaged: bool = False
    readings: dict[str, str] = field(default_factory=dict)
    dense: bool = False


@dataclass(slots=True)
class _Page:
    seen: defaultdict[str, Counter[str]]
    total: Counter[str]
    notes: set[str]

    def share(self, char: str) -> float:
        """How often a character has its usual reading behind it."""
        return self.seen[char].most_common(1)[0][1] / max(1, self.total[char])


def plain(reading: str) -> str:
    """A reading in one spelling: composed letters, ü, one kind of third tone."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", reading).translate(_PLAIN))


def reads(char: str, reading: str) -> int:
    """Share in percent of a reading among those of a changed character; -1 = not one of them."""
    entry = traditional().get(char)
    return -1 if entry is None else entry.readings.get(plain(reading), -1)


def learn(text: str, known: Learned | None = None) -> Learned:
    """Which characters carry residue on this page, and which reading.

    Args:
        text: The page as it is now.
        known: What was learned of it before other repairs brought more characters to light.
    """
    before = known or Learned()
    found = READING.findall(text) if "(" in text or "（" in text else []
    if not found:
        return before
    page = _counted(text, found)
    clear = [char for char in page.seen if _is_clear(char, page)]
    if not before.damaged and not _is_damaged(text, page, clear):
        return before
    dense = before.dense or _density(text, page) >= DENSE
    first = {char: names.most_common(1)[0][0] for char, names in page.seen.items()}
    now = {char: name for char, name in first.items() if _is_residue(char, page, dense=dense)}
    return Learned(damaged=True, readings=now | before.readings, dense=dense)


def _counted(text: str, found: list[tuple[str, str]]) -> _Page:
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    notes: set[str] = set()
    for char, reading in found:
        if reads(char, reading) >= 0:
            seen[char][plain(reading)] += 1
        else:
            notes.add(char)
    total = Counter(char for char in text if char in seen)
    return _Page(seen, total, notes)


def _is_clear(char: str, page: _Page) -> bool:
    """A common character with the reading that everybody knows: no author writes that."""
    reading = page.seen[char].most_common(1)[0][0]
    return traditional()[char].rank <= COMMON and reads(char, reading) >= MAIN and page.share(char) >= HALF


def _is_often(char: str, page: _Page) -> bool:
    """A common character with one reading, right or wrong, every time: an author writes it once."""
    reading, count = page.seen[char].most_common(1)[0]
    return (
        count >= OFTEN
        and traditional()[char].rank <= COMMON
        and reads(char, reading) >= USUAL
        and page.share(char) >= ALWAYS
    )


def _is_damaged(text: str, page: _Page, clear: list[str]) -> bool:
    lesson = [char for char in page.notes if lexicon().single(char) < COMMON_COST]
    if len(lesson) > 1 and len(lesson) * 3 > len(page.seen):
        return False
    everywhere = all(page.share(char) >= ALWAYS for char in page.seen)  # a program marks every place
    if len(clear) >= FEW or (everywhere and len(clear) > 1):
        return True
    often = [char for char in page.seen if _is_often(char, page)]
    return everywhere and not page.notes and any(_in_a_word(text, char) for char in clear[:1] or often)


def _in_a_word(text: str, char: str) -> bool:
    """One marked character alone: only inside running text that does not speak of how things are read."""
    entry = traditional()[char]
    found = [match for match in READING.finditer(text) if match.group(1) == char]
    if entry.rank > (COMMON if len(found) > 1 else COMMON * 2 // 3):
        return False
    for match in found:
        near = text[max(0, match.start() - _NEAR) : match.start()].rpartition("\n")[2]
        line = near + text[match.start() : match.end() + _NEAR].partition("\n")[0]
        sides = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if _QUOTED.search(line.replace(match.group(), "")) or not any("\u4e00" <= side <= "\u9fff" for side in sides):
            return False
    return True


def _density(text: str, page: _Page) -> float:
    """Share of all changed characters of the page that have a reading behind them."""
    changed = traditional()
    every = sum(char in changed for char in text)
    return sum(names.total() for names in page.seen.values()) / max(1, every)


def _is_residue(char: str, page: _Page, *, dense: bool) -> bool:
    (reading, count), share = page.seen[char].most_common(1)[0], page.share(char)
    entry = traditional()[char]
    part = entry.readings[reading]
    if entry.rank > RARE:
        return dense or (count > 1 and share >= ALWAYS)
    if part >= MAIN and entry.rank <= COMMON:
        return share >= 1 / 3
    if reading == next(iter(entry.readings)):
        return share >= MOSTLY
    if part >= USUAL:
        return share >= NEARLY_ALWAYS and count > 1
    return share >= ALWAYS and count > 1


def _is_usual(char: str, reading: str) -> bool:
    """Whether a common character has the reading that everybody knows."""
    return reads(char, reading) >= MAIN and traditional()[char].rank <= COMMON


def _parts_a_word(text: str, match: re.Match[str]) -> bool:
    """Whether a reading that everybody knows stands inside a word: a note stands behind the character it is about.

    A name is glossed at its first character too (單(shàn)縣), but never with the reading that it has anyway.
    """
    char, reading = match.group(1), plain(match.group(2))
    entry = traditional().get(char)
    if (
        entry is None
        or entry.rank > IN_WORDS
        or reading != next(iter(entry.readings))
        or entry.readings[reading] < MAIN
    ):
        return False
    left, right = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
    line = folded(left + char + right)
    at, words = len(left), lexicon().words
    return any(line[start:end] in words for start in range(at + 1) for end in range(at + 2, len(line) + 1))


def find(text: str, learned: Learned) -> list[Edit]:
    """The residue on the page; with the same ``learned`` it can be asked again after other repairs."""
    if not learned.damaged:
        return []
    edits = []
    for match in READING.finditer(text):
        char, reading = match.group(1), plain(match.group(2))
        if learned.readings.get(char) == reading:
            edits.append(Edit("R02", match.start(1) + 1, match.end(), "", 0.98))
        elif char not in learned.readings and (_is_usual(char, reading) or _parts_a_word(text, match)):
            edits.append(Edit("R02", match.start(1) + 1, match.end(), "", 0.9))
        elif reads(char, reading) >= 0:
            edits.append(Edit("R02", match.start(1) + 1, match.end(), "", 0.4, applied=False))
    return edits
