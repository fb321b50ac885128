"""Where words end: OpenCC takes the longest phrase it knows, also across the border of two words (明天后天)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WINDOW = 4
"""Characters on each side of a phrase that tell how it is to be read; words are rarely longer."""

_LONG = 2
_BOUND = frozenset("手钟一每面水电")
"""Characters that belong to what follows rather than stand alone: 县|志愿者 is to be read so, but 手|表面 is not."""
_FREE = frozenset(
    "县市省村镇区乡州尽干不就将由把被让给对与和在从为是有也都才要会能可其该本自更最很太所多大小还再已个使令人应"
)
"""Characters that are often words by themselves, so that a word may begin behind them (将|尽快)."""
_LEFT_OVER = frozenset("后于欲")


@cache
def _cutter() -> Callable[[str, bool], list[str]]:
    import rjieba  # its dictionary costs 30 MiB and 80 ms

    cut: Callable[[str, bool], list[str]] = rjieba.cut
    return cut


@cache
def _tagger() -> Callable[[str, bool], list[tuple[str, str]]]:
    import rjieba  # see _cutter()

    tag: Callable[[str, bool], list[tuple[str, str]]] = rjieba.tag
    return tag


def cut(text: str) -> list[str]:
    """The words of a text, the most probable way to read it."""
    return _cutter()(text, False)  # noqa: FBT003 - the package knows no keyword


@lru_cache(maxsize=1 << 14)
def tag(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text with their parts of speech (t time, ns place, nr person, v verb …)."""
    return tuple(_tagger()(text, False))  # noqa: FBT003 - the package knows no keyword


def read(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The words that have a part in ``text[start:end]``, as spans."""
    position = max(0, start - _WINDOW)
    return _touching(_words_in(text[position : end + _WINDOW]), position, start, end)


@lru_cache(maxsize=1 << 14)
def _words_in(window: str) -> tuple[str, ...]:
    return tuple(cut(window))


def _touching(words: Sequence[str], position: int, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Spans of the words, the first of which stands at ``position``, that have a part in start … end."""
    found: list[tuple[int, int]] = []
    for word in words:
        after = position + len(word)
        if after > start:
            found.append((position, after))
            if after >= end:
                break
        position = after
    return tuple(found)


def cuts(text: str, start: int, end: int, *, followed: bool) -> tuple[int, ...]:
    """Where to part the text so that OpenCC cannot read a phrase across the border of two words.

    Args:
        text: The source.
        start: First character of a phrase that OpenCC knows.
        end: One past its last character.
        followed: Whether OpenCC did read that phrase there.

    Returns:
        Offsets at which the text is to be parted; none when the reading of OpenCC stands.
    """
    position = max(0, start - _WINDOW)
    found = _cuts_in(text[position : end + _WINDOW], start - position, end - position, followed)
    return tuple(position + place for place in found) if found else found


@lru_cache(maxsize=1 << 16)
def _cuts_in(text: str, start: int, end: int, followed: bool) -> tuple[int, ...]:  # noqa: FBT001 - part of the key
    """The same within a window; the words around a phrase come again and again, so the answers are kept."""
    words = cut(text)
    if followed and text[start:end] in words:
        return ()
    spans = _touching(words, 0, start, end)
    first_start, first_end = spans[0]
    if len(spans) == 1:
        if first_start == start and not followed and _after_word(text, start):
            return (start,)
        middle = first_start + _LONG
        inside = first_start < start <= middle < end <= first_end == middle + _LONG
        # OpenCC reads either what stands in the middle of the four, or over the middle what is none.
        wrong = inside and followed == (start < middle)
        return (middle,) if wrong and _two_words(text[first_start:first_end]) else ()
    if not followed or not _parted(text, spans, start, end):
        return ()
    return tuple(border for _, border in spans if border <= end)


def _parted(text: str, spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether words that reach out of a phrase show that it is none.

    A single character that is left over inside the phrase shows it for 后 and 于 only (三天|后|天气, 朋友|于):
    a measure word such as 只 or 面 is left over as often where the phrase is right (第一|只, 一碗|面).
    """
    (first_start, first_end), (last_start, last_end) = spans[0], spans[-1]
    if last_end > end:
        return first_start < start or first_end - first_start >= _LONG or text[start] not in _BOUND
    return first_start < start and text[last_start:last_end] in _LEFT_OVER


def fits(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is one word, several, or inside one (于敏 in 过于敏感 is not)."""
    spans = read(text, start, end)
    return len(spans) == 1 or (spans[0][0] == start and spans[-1][1] == end)


@lru_cache(maxsize=1 << 16)
def _one_word(pair: str) -> bool:
    return len(cut(pair)) == 1


def apart(text: str, start: int, end: int) -> bool:
    """Whether neither the character before nor the one after ``text[start:end]`` makes a word with the one beside it.

    Then no word reaches over the borders, whatever stands further away, and nobody needs to read on.
    """
    return not _one_word(text[start - 1 : start + 1]) and not _one_word(text[end - 1 : end + 1])


def _two_words(word: str) -> bool:
    """Whether a word of four characters is two words (考试|制度), so that no phrase (试制) stands in its middle."""
    return _one_word(word[:_LONG]) and _one_word(word[_LONG:])


def _after_word(text: str, start: int) -> bool:
    """Whether a word ends right before ``start``, so that a phrase may reach over from it."""
    words = cut(text[max(0, start - _WINDOW) : start])
    return bool(words) and (len(words[-1]) >= _LONG or words[-1] in _FREE)
