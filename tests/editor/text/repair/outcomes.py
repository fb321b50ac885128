"""A table of what becomes of damaged pages, by kind of damage: ``python -m tests.editor.text.repair.outcomes [N]``.

``--texts unseen`` damages the texts of that folder, each also as a program makes it Traditional; ``--marked N`` gives
every page N characters with readings, otherwise the pages take turns with 0, 5, 40 and 200. Every line of a page is
damaged at one place at most, so that a line's outcome belongs to one slip. A line is wrong when, apart from what a
person is asked about, it is not the clean one.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from opencc import OpenCC

from editor.text.lexicon import traditional
from editor.text.repair import Repaired, repair
from tests.editor.text.repair.damage import Manner, damaged, natural, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

HERE = Path(__file__).parent
WIDE = str.maketrans(",:;!?()", "，：；！？（）")
Case = tuple["Callable[[str], list[int]]", Manner, bool]
"""Where a byte may be lost, how that shows, and whether it is the second one of a character."""
KINDS = ("whole", "gap", "offered", "asked", "silent", "wrong")


@dataclass(frozen=True, slots=True)
class Slip:
    """A damaged line and what became of it."""

    kind: str
    outcome: str
    clean: str
    shown: str
    done: str
    best: str


def texts() -> Iterator[str]:
    """Clean pages in the script they were written in."""
    yield from _read(HERE / "pages", HERE.parent / "checks" / "clean")


def mixed() -> Iterator[str]:
    """The same, every other one as a program makes it Traditional."""
    for number, text in enumerate(texts()):
        yield naive(text) if number % 2 else text


def texts_of(name: str) -> Iterator[str]:
    """The clean texts of a folder beside this file, each also as a program makes it Traditional."""
    for text in _read(HERE / name):
        yield from dict.fromkeys((text, naive(text)))


def _read(*folders: Path) -> Iterator[str]:
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            yield "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if in_gbk(line))


def in_gbk(line: str) -> bool:
    """Whether a line can be on such a page."""
    try:
        return len(line.encode("gbk")) > 0 and not any("\u3041" <= char <= "\u30fa" for char in line)
    except UnicodeEncodeError:
        return False


def naive(text: str) -> str:
    """Simplified text as a program makes it Traditional without knowing of regions."""
    return OpenCC("s2t").convert(text)


def readings(text: str, count: int, chance: random.Random) -> dict[str, str]:
    """Marked characters of a page and what the program put behind them."""
    known = traditional()
    chars = [char for char in dict.fromkeys(text) if char in known]
    chosen = sorted(chance.sample(chars, min(count, len(chars))))
    return {char: next(iter(known[char].readings)) for char in chosen}


def same(one: str, other: str) -> bool:
    """Equal but for the width of marks."""
    return one.translate(WIDE) == other.translate(WIDE)


def judged(kind: str, clean: str, shown: str, result: Repaired, done: str) -> Slip:
    """What became of a line."""
    applied = any(item.applied and item.rule == "R03" for item in result.repairs)
    offers = [item for item in result.repairs if not item.applied and item.rule in {"R03", "R02"}]
    best = ""
    if same(done, clean):
        outcome = "whole"
    elif applied and _with_gaps(done, clean):
        outcome = "gap"
    elif any(_would_be(one, shown, item.start, item.end, clean) for item in offers for one in item.candidates):
        outcome = "offered"
    elif _but_for_offers(shown, result, clean):
        outcome = "asked"
    elif applied or (not offers and done.count("\ufffd") < shown.count("\ufffd")):
        outcome = "wrong"
    else:
        outcome = "asked" if offers else "silent"
    for item in offers:
        best = " | ".join(item.candidates[:3])
    return Slip(kind, outcome, clean, shown, done, best)


def _but_for_offers(shown: str, result: Repaired, clean: str) -> bool:
    """Whether all is as it was, except where a person is asked."""
    parts: list[str] = []
    here = 0
    for item in result.repairs:
        if item.end <= here:
            continue
        parts += [_pattern(shown[here : item.start]), _pattern(item.after) if item.applied else ".*?"]
        here = item.end
    return re.fullmatch("".join([*parts, _pattern(shown[here:])]), clean.translate(WIDE)) is not None


def _pattern(text: str) -> str:
    return ".[ -~]?".join(re.escape(part) for part in text.translate(WIDE).split("\ufffd"))


def _with_gaps(done: str, clean: str) -> bool:
    """Equal but for signs of a gap; a gap at the end of a run may have taken an ASCII character along."""
    return re.fullmatch(_pattern(done), clean.translate(WIDE)) is not None


def _would_be(one: str, shown: str, start: int, end: int, clean: str) -> bool:
    text = (shown[:start] + one + shown[end:]).translate(WIDE)
    return _with_gaps(text, clean) or repair(text).text.translate(WIDE) == clean.translate(WIDE)


def slips(name: str, case: Case, pages: Sequence[str], chance: random.Random, marked: int | None = None) -> list[Slip]:
    """Each page damaged once: one place a line, where the line has any; ``marked`` characters carry readings."""
    pick, manner, trail = case
    found: list[Slip] = []
    for number, page in enumerate(pages):
        count = (0, 5, 40, 200)[number % 4] if marked is None else marked
        here = replace(manner, readings=readings(page, count, chance))
        lines = page.split("\n")
        shown: list[str] = []
        hit: list[bool] = []
        for line in lines:
            at = pick(line) if in_gbk(line) else []
            lost = (
                [chance.choice(at)] if at and len(line) > 12 and not (manner.mark == "\ufffd" and "?" in line) else []
            )
            hit.append(bool(lost))
            shown.append(damaged(line, lost, here, trail=trail) if in_gbk(line) else line)
        whole = "\n".join(shown)
        result = repair(whole)
        start = 0
        for clean, before, done, was in zip(lines, shown, result.text.split("\n"), hit, strict=True):
            end = start + len(before)
            part = Repaired(
                done,
                tuple(
                    replace(item, start=item.start - start, end=item.end - start)
                    for item in result.repairs
                    if start <= item.start and item.end <= end
                ),
            )
            start = end + 1
            if was:
                found.append(judged(name, clean, before, part, done))
            elif not same(done, clean):
                found.append(judged("untouched", clean, before, part, done))
    return found


def inside(line: str) -> list[int]:
    """Any character of two bytes."""
    return places(line)


def sentence_ends(line: str) -> list[int]:
    """Full stops, commas and closing marks."""
    return [at for at, char in enumerate(line) if char in "。，、”）》；"]


def heads(line: str) -> list[int]:
    """First characters of clauses."""
    return [at + 1 for at, char in enumerate(line[:-2]) if char in "。，；：“" and line[at + 1] > "\u3400"]


CASES: dict[str, Case] = {
    "natural ?": (natural, Manner(), False),
    "natural ? wide": (natural, Manner(half=False), False),
    "natural ?, gbk": (natural, Manner(codec="gbk", swallow=False), False),
    "natural bare wide": (natural, Manner(mark="", half=False), False),
    "natural bare half": (natural, Manner(mark=""), False),
    "natural fffd": (natural, Manner(mark="\ufffd", half=False, swallow=False), False),
    "marks ?": (sentence_ends, Manner(), False),
    "marks bare": (sentence_ends, Manner(mark=""), False),
    "heads ?": (heads, Manner(), False),
    "random ?": (inside, Manner(), False),
    "random ? wide": (inside, Manner(half=False), False),
    "random bare": (inside, Manner(mark=""), False),
    "random trail": (inside, Manner(mark=""), True),
    "none": (lambda _: [], Manner(), False),
}


def main() -> None:
    """Print the table, then the wrong ones or those with the outcomes that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=1)
    parser.add_argument("kind", nargs="?", default="", help="only kinds of damage with this in their names")
    parser.add_argument("show", nargs="*", default=["wrong"], help="outcomes whose lines are printed")
    parser.add_argument("--texts", default="", help="a folder beside this file")
    parser.add_argument("--marked", type=int, help="characters of each page that carry readings")
    asked = parser.parse_args()
    pages = list(texts_of(asked.texts) if asked.texts else mixed())
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    bad: list[Slip] = []
    for name, case in CASES.items():
        if asked.kind not in name:
            continue
        for number in range(asked.rounds):
            for slip in slips(name, case, pages, random.Random(number), asked.marked):
                table[slip.kind][slip.outcome] += 1
                bad += [slip] if slip.outcome in asked.show else []
    print(f"{'kind':20}", *(f"{kind:>8}" for kind in KINDS))
    for name, counts in table.items():
        print(f"{name:20}", *(f"{counts[kind]:8}" for kind in KINDS))
    for slip in bad:
        print(f"\n{slip.kind} {slip.outcome}\n  {slip.clean}\n  {slip.shown}\n  {slip.done}\n  {slip.best}")


if __name__ == "__main__":
    main()
