"""Blanks: P25 blanks inside Chinese text, P26 one habit between Chinese and Latin (both house rules)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.text.checks.borders import one_word
from editor.text.checks.protected import HAN
from editor.text.checks.rules import Hit
from editor.text.checks.source import Kind
from editor.text.checks.words import SURNAMES
from editor.text.lexicon import folded, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.checks.source import Line, Source

_BLANK = "[ \\u00a0]"
# 永 州 市: at least three single characters in a row.
_SPREAD = re.compile(rf"[{HAN}](?:{_BLANK}[{HAN}]){{2,40}}+")
_BEFORE_MARK = re.compile(rf"(?<=[{HAN}”’」』）》])({_BLANK}{{1,4}})(?=[，。、；：！？”’」』）》])")
_AFTER_MARK = re.compile(rf"(?<=[，、；“‘「『（《])({_BLANK}{{1,4}})(?=[{HAN}“‘「『（《])")
_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}]){_BLANK}(?=[{HAN}])(?![{HAN}]?{_BLANK})(?<!{_BLANK}[{HAN}]{_BLANK})")
_HAN = re.compile(rf"[{HAN}]")
_FEW = 2
_SENTENCE = re.compile(r"[，。]")


def blanks(source: Source) -> Iterator[Hit]:
    """P25: blanks between single characters of one word, or beside a full-width mark.

    Blanks between names (周燕妮 彭沛), in names padded to three (田　文), in spread headings (通 知), in lines of
    labels and at the head of a paragraph are right.
    """
    shown = source.masked
    if " " not in shown and "\u00a0" not in shown:
        return
    for line in source.lines:
        if line.kind not in {Kind.BODY, Kind.ITEM, Kind.CAPTION, Kind.TITLE}:
            continue
        sentence = _SENTENCE.search(shown, line.start, line.end) is not None
        for match in _SPREAD.finditer(shown, line.start, line.end):
            characters = re.sub(_BLANK, "", match[0])
            # Without a stop it may be a spread heading or a list of names: then only a word of the lexicon counts.
            if (sentence and not _padded_names(characters)) or (not sentence and _is_word(shown, line, match)):
                yield Hit(match.start(), match.end(), characters, safe=True)
        if not sentence:
            continue
        yield from _inside_words(shown, line)
        for pattern in (_BEFORE_MARK, _AFTER_MARK):
            for match in pattern.finditer(shown, line.start, line.end):
                yield Hit(match.start(), match.end(), "", safe=True, note="mark")


def _inside_words(shown: str, line: Line) -> Iterator[Hit]:
    """发 展: a blank that cuts a word in two, told by the lexicon; only in a sentence that has few blanks."""
    places = list(_BETWEEN_HAN.finditer(shown, line.start, line.end))
    if line.kind is not Kind.BODY or len(places) > _FEW or "。" not in shown[line.start : line.end]:
        return
    for match in places:
        left, right = shown[max(line.start, match.start() - 8) : match.start()], shown[match.end() : match.end() + 8]
        alone = len(left) == 1 or not _HAN.match(left[-2])
        if not (alone and left[-1] in SURNAMES) and one_word(left, right):
            yield Hit(match.start(), match.end(), "", note="inside")


def _is_word(shown: str, line: Line, match: re.Match[str]) -> bool:
    characters = re.sub(_BLANK, "", match[0])
    whole_line = match[0] == shown[line.start : line.end].strip()
    return not whole_line and folded(characters) in lexicon().words


_SHORTEST = 3


def _padded_names(characters: str) -> bool:
    """李 娜 王 强, 记者 李 娜: names of two characters, padded with a blank."""
    if len(characters) == _SHORTEST:
        return characters[1] in SURNAMES and folded(characters) not in lexicon().words
    return len(characters) % 2 == 0 and all(character in SURNAMES for character in characters[::2])


_LATIN = "A-Za-z"
_CLOSE = re.compile(rf"(?<=[{HAN}])(?=[{_LATIN}]{{2}})|(?<=[{_LATIN}]{{2}})(?=[{HAN}])")
_APART = re.compile(rf"(?<=[{HAN}])( )(?=[{_LATIN}]{{2}})|(?<=[{_LATIN}]{{2}})( )(?=[{HAN}])")


def spacing(source: Source) -> Iterator[Hit]:
    """P26: Chinese and Latin with a blank between in one place and without in another; one finding an article."""
    shown = source.masked
    close: list[int] = []
    apart: list[int] = []
    for line in source.of(Kind.BODY, Kind.ITEM, Kind.TITLE):
        close += (match.start() for match in _CLOSE.finditer(shown, line.start, line.end))
        apart += (match.start() for match in _APART.finditer(shown, line.start, line.end))
    if not close or not apart:
        return
    if len(apart) > len(close):
        at = close[0]
        yield Hit(at - 1, at + 1, f"{source.text[at - 1]} {source.text[at]}", note="close")
    else:
        yield Hit(apart[0], apart[0] + 1, "", note="apart")
