"""How much of a text was changed: a measure that every client computes alike."""

from __future__ import annotations


def common_length(before: str, after: str) -> int:
    """Length of the longest common subsequence, in characters.

    Bit-parallel over Python's big integers (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004):
    exact, so that no version of any library can make two clients disagree.
    """
    start = 0
    shortest = min(len(before), len(after))
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    left, right = before[start : len(before) - end], after[start : len(after) - end]
    if not left or not right:
        return start + end
    places: dict[str, int] = {}
    for index, char in enumerate(left):
        places[char] = places.get(char, 0) | (1 << index)
    mask = (1 << len(left)) - 1
    row = mask
    for char in right:
        met = row & places.get(char, 0)
        row = ((row + met) | (row - met)) & mask
    return start + end + len(left) - row.bit_count()


def changed_share(before: str, after: str) -> float:
    """Share of the characters of ``before`` that differ in ``after``, 0.0 … (over 1.0 where much was added)."""
    changed = max(len(before), len(after)) - common_length(before, after)
    return changed / max(1, len(before))
