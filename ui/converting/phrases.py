"""Which words go into the glossary when somebody says that they are always written so. Pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.records.converting import Question

_SHORTEST = 2


def whole_word(question: Question, current: str) -> tuple[str, str] | None:
    """The word of a question and its form; None for a single character, which other words have as well."""
    if len(question.word) < _SHORTEST:
        return None
    return question.word, question.shown(current)


def covering(question: Question, current: str, phrase: str) -> tuple[str, str] | None:
    """A phrase of the line on the card that holds the place in question, and its form.

    None when it does not, is a single character, or reaches where the form is not known.
    """
    line = f"{question.head}{question.word}{question.tail}"
    first = len(question.head) + question.inner
    last = first + len(question.before)
    start = line.find(phrase, max(0, last - len(phrase))) if phrase else -1
    if len(phrase) < _SHORTEST or not 0 <= start <= first or start + len(phrase) < last:
        return None
    before, behind = question.result_head + question.lead, question.rest + question.result_tail
    left, right = first - start, start + len(phrase) - last
    if left > len(before) or right > len(behind):
        return None
    return phrase, f"{before[len(before) - left :]}{current}{behind[:right]}"
