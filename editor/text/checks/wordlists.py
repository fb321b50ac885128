"""The word lists behind S01, S02 and S03, read from ``resources/dictionaries/checks`` on first use."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FOLDER = "dictionaries/checks"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word to look for.

    Attributes:
        wrong: What is looked for.
        right: What should stand there.
        quiet_after: Characters behind which nothing is said.
        names: Longer words that hold the same characters and are right.
    """

    wrong: str
    right: str
    quiet_after: str = ""
    names: tuple[str, ...] = ()


class WordSearch:
    """Find many words in one pass: the longest one that begins at a place, linear in the length of the text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_first: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_first[entry.wrong[0]].append(entry)
        self._by_first = {
            first: sorted(found, key=lambda entry: -len(entry.wrong)) for first, found in by_first.items()
        }
        characters = "".join(re.escape(character) for character in self._by_first)
        self._firsts = re.compile(f"[{characters}]") if characters else None

    def found(self, text: str) -> Iterator[tuple[int, Entry]]:
        """Place and entry of every hit, from left to right, not overlapping."""
        if self._firsts is None:
            return
        done = 0
        for match in self._firsts.finditer(text):
            at = match.start()
            if at < done:
                continue
            for entry in self._by_first[match[0]]:
                if text.startswith(entry.wrong, at) and not _is_quiet(entry, text, at):
                    done = at + len(entry.wrong)
                    yield at, entry
                    break


def _is_quiet(entry: Entry, text: str, at: int) -> bool:
    if entry.quiet_after and at and text[at - 1] in entry.quiet_after:
        return True
    for name in entry.names:
        offset = name.find(entry.wrong)
        if offset >= 0 and at >= offset and text.startswith(name, at - offset):
            return True
    return False


@cache
def _scripts() -> dict[str, str]:
    return resources.table(f"{_FOLDER}/scripts.toml")


@cache
def _only(name: str) -> re.Pattern[str]:
    return re.compile(f"[{_scripts()[name]}]+")


def foreign(*, traditional: bool) -> re.Pattern[str]:
    """Runs of characters that a text in Traditional (or in Simplified) characters cannot hold."""
    return _only("simplified_only" if traditional else "traditional_only")


def script_counts(text: str) -> tuple[int, int]:
    """How many characters are Simplified only, and how many Traditional only."""
    return (
        sum(map(len, _only("simplified_only").findall(text))),
        sum(map(len, _only("traditional_only").findall(text))),
    )


@cache
def converted_wrongly(*, traditional: bool) -> WordSearch:
    """S02: the wrong forms that naive conversion makes, with the right ones."""
    table = resources.table(f"{_FOLDER}/converted.toml")
    pairs = [
        Entry(wrong, right) for wrong, right in table["pairs"]["traditional" if traditional else "simplified"].items()
    ]
    if not traditional:
        return WordSearch(pairs)
    right = {word for group in table["traditional"] for word in group["words"].split()}
    made = {entry.wrong: entry for group in table["traditional"] for entry in _wrong_forms(group)}
    made |= {entry.wrong: entry for entry in pairs}
    return WordSearch(entry for wrong, entry in made.items() if wrong not in right)


def _wrong_forms(group: dict[str, str]) -> Iterator[Entry]:
    characters, same = group["group"], group.get("same", "")
    skipped = set(group.get("skip", "").split())
    for word in group["words"].split():
        for at, character in enumerate(word):
            if character not in characters:
                continue
            for other in characters:
                wrong = word[:at] + other + word[at + 1 :]
                if other == character or (other in same and character in same) or wrong in skipped or word in skipped:
                    continue
                yield Entry(wrong, word, group.get("quiet_after", ""))


@cache
def regional_words(region: str) -> WordSearch:
    """S03: words of other regions, for ``mainland``, ``taiwan`` or ``hong_kong``."""
    table = resources.table(f"{_FOLDER}/region.toml")[region]
    return WordSearch(Entry(wrong, entry["to"], names=tuple(entry.get("not", ()))) for wrong, entry in table.items())
