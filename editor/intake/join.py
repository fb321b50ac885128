"""Text broken into lines by PDF or e-mail → one line a paragraph again.

A text is taken for broken only when many lines stop in mid-sentence near one and the same width; a page with one line
a paragraph, verse, and lists stay as they are. Paragraph ends are told by blank lines, indents, and short lines that
end a sentence. Between Han characters nothing is put, between Latin words one blank.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from editor.intake import chrome, forms
from editor.intake.dates import stamps
from editor.intake.field_line import read_field_line
from editor.intake.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.losses import LossBook

_NARROWEST, _WIDEST = 34, 130  # cells, a Han character takes two: 17 characters of a column, 65 of a page
_SLACK_HAN, _SLACK_LATIN = 5, 14  # a line ends so many cells before the edge: 避头尾, or a whole Latin word
_FEWEST = 3  # broken lines that a broken text has at least
_HANGING = 3
_NO_TITLE = 24  # characters of a line with several commas that is no headline
_LONGEST_WORD = 5
_FIRST_WORD = re.compile(r"[“‘「『（《〈【(]*(?:[A-Za-z0-9.,%'-]+|.)[”’」』）》〉】，。、；：！？)]*")
_SHARE = 0.6  # of the lines that end in mid-sentence so many must reach the edge
_SHORT = 0.75  # a line below this part of the width does not reach the edge
_UNIFORM = 0.85  # share of gaps with a blank line from which blank lines say nothing
_INDENT = re.compile(r"(?:\u3000{1,4}|[ \u00a0]{2,8}|\t)(?=\S)")
_LATIN_END, _LATIN_BEGIN = re.compile(r"[A-Za-z0-9.,;:%)\]'’\"-]$"), re.compile(r"[A-Za-z0-9(\['‘\"$]")
_STARTS = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳]|[-*•●■◆] ?)"
)
# Parts of an interview, points of a list: in a text of a few lines these begin lines of their own.
_OWN_LINE = re.compile(r"[一二三四五六七八九十][要是、]|第[一二三四五六七八九十]|[一-鿿]{1,6}[：:](?![“\"「])")
_CONTINUES = re.compile(r"[a-z]{2}|[，。、；：！？”’）》」』]")  # no paragraph begins like this
_BULLET = re.compile(r"[-*•●■◆] |\d{1,2}\. ")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    width: int
    indented: bool
    blank_before: bool
    single: bool  # a title, field, caption or page number: never part of a paragraph


def joined(lines: Sequence[str], losses: LossBook) -> list[str]:
    """The lines of a text, those of one paragraph as one line when the text is broken; blank lines may go."""
    if not _may_be_broken(lines):
        return list(lines)
    found = _with_title(_read(lines))
    edge = _edge(found) or _edge_of_few(found)
    if edge is None:
        return list(lines)
    column = _column(found, edge)
    found = [line for line in found if not _is_page_number(line, losses)]
    indents = _indents_tell(found)
    blanks = _blanks_tell(found)
    result: list[list[str]] = []  # the pieces of each paragraph
    previous: _Line | None = None
    for line in found:
        if previous is not None and not _begins(previous, line, (edge, column), indents=indents, blanks=blanks):
            result[-1].append(seam(result[-1][-1], line.text) + line.text)
            losses.add("joined_lines")
        else:
            result.append([line.text])
        previous = line
    return ["".join(pieces) for pieces in result]


def _may_be_broken(lines: Sequence[str]) -> bool:
    """A cheap look first: some lines stop in mid-sentence, and none is wider than a column."""
    texts = [line.strip() for line in lines]
    longest = max(map(len, texts), default=0)
    if longest > _WIDEST + _SLACK_LATIN:
        return False
    wide = (text for text in texts if len(text) * 2 >= _NARROWEST and _is_open(text))
    if len(list(itertools.islice(wide, _FEWEST))) == _FEWEST:
        return True
    return any(
        len(text) * 2 >= _NARROWEST and below and len(text) + _SLACK_LATIN >= longest and _is_open(text)
        for text, below in pairwise(texts)
    )


def width(text: str) -> int:
    """Cells of a text: two for a wide or full-width character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def seam(left: str, right: str) -> str:
    """What stands between two pieces of one paragraph: a blank only where Latin text meets Latin text.

    Numbers in Han text and addresses stay whole.
    """
    if not (_LATIN_END.search(left) and _LATIN_BEGIN.match(right)) or left.endswith("-"):
        return ""
    numbers = left[-1] in "0123456789.," and right[0] in "0123456789"
    if numbers and re.search(r"[\u4e00-\u9fff]", left[-12:] + right[:12]):
        return ""
    return "" if re.search(r"(?:https?://|www\.)\S*$", left) else " "


def _read(lines: Sequence[str]) -> list[_Line]:
    margin = _margin(lines)
    found: list[_Line] = []
    blank = False
    for raw in lines:
        text = raw[margin:].rstrip()
        stripped = text.strip(" \t\u3000\u00a0")
        if not stripped:
            blank = True
            continue
        single = len(stripped) < 200 and _is_single(stripped)  # noqa: PLR2004 - no field line is longer
        found.append(_Line(stripped, width(text.lstrip("\t")), bool(_INDENT.match(text)), blank, single))
        blank = False
    return found


def _margin(lines: Sequence[str]) -> int:
    """Blanks that every line begins with: the margin of a page, no indent."""
    inked = [line for line in lines if line.strip()]
    if not inked:
        return 0
    return min(len(line) - len(line.lstrip(" ")) for line in inked)


def _with_title(lines: list[_Line]) -> list[_Line]:
    """The first line stands alone when it looks like a title and something sets it off."""
    if len(lines) > 1 and forms.is_title(lines[0].text):
        first, second = lines[:2]
        gap = second.blank_before and (_blanks_tell(lines) or len(lines) == 2)  # noqa: PLR2004 - title and one line
        set_off = gap or second.single or (second.indented and not first.indented)
        if set_off or first.width < second.width * _SHORT:
            return [dataclasses.replace(first, single=True), *lines[1:]]
    return lines


def _is_single(text: str) -> bool:
    folded = fold(text)
    if chrome.whole_line(text, folded) or forms.is_caption(text):
        return True
    found = read_field_line(text)
    return found is not None and (found.labeled or bool(found.dates))


def _edge(lines: Sequence[_Line]) -> int | None:
    """Width of the column of a broken text, None when the text is not broken."""
    open_lines = [line for line, _ in pairwise(lines) if not line.single and _is_open(line.text)]
    if len(open_lines) < _FEWEST:
        return None
    body = [line.width for line in lines if not line.single]
    edge = sorted(line.width for line in open_lines)[int(len(open_lines) * 0.9)]
    if not _NARROWEST <= edge <= _WIDEST or max(body) > edge + _SLACK_LATIN:
        return None
    reaching = [line for line in open_lines if _reaches(line, edge)]
    enough = len(reaching) >= max(_FEWEST, len(open_lines) * _SHARE)
    return edge if enough and not _looks_like_verse(lines) else None


def _edge_of_few(lines: Sequence[_Line]) -> int | None:
    """Width of the column of a text of a few lines, all of which stop at the edge, one surely inside a clause."""
    cuts = [
        (line, below)
        for line, below in pairwise(lines)
        if not (line.single or below.single or below.blank_before or below.indented) and _is_open(line.text)
    ]
    if not cuts:
        return None
    edge = max(line.width for line, _ in cuts)
    widest = max(line.width for line in lines if not line.single)
    if not _NARROWEST <= edge <= _WIDEST or widest > edge + _HANGING:
        return None
    reaching = all(
        _reaches(line, edge) and not (_STARTS.match(below.text) or _OWN_LINE.match(below.text)) for line, below in cuts
    )
    return edge if reaching and any(_is_cut(line, below, lines[0]) for line, below in cuts) else None


def _is_cut(line: _Line, below: _Line, first: _Line) -> bool:
    """Whether a word is cut in two, or a line that is no headline has clauses and the next one ends its sentence."""
    if line.text[-1] in "。！？!?；;，,、：:…”’」）)":
        return False
    if _CONTINUES.match(below.text) or _in_a_word(line.text, below.text):
        return True
    if line is first and (line.text.count("，") < 2 or len(line.text) < _NO_TITLE):  # noqa: PLR2004 - two commas
        return False  # it may be a headline
    return bool(re.search(r"[，。；、]", line.text)) and forms.ends_sentence(below.text)


def _in_a_word(left: str, right: str) -> bool:
    from editor.text.lexicon import folded, lexicon  # noqa: PLC0415 - large tables, only for texts that may be broken

    words = lexicon().words
    left, right = folded(left[-3:]), folded(right[:3])
    if (left[-2:] in words or left in words) and (right[:2] in words or right in words):
        return False  # 大家 / 主持人: whole words on both sides, whatever 家主 may be
    return any(
        left[-before:] + right[:after] in words
        for before in range(1, len(left) + 1)
        for after in range(1, min(len(right), _LONGEST_WORD - before) + 1)
    )


def _column(lines: Sequence[_Line], edge: int) -> int:
    """The width that lines fill without marks that hang over the edge."""
    plain = [line.width for line in lines if not line.single and line.width <= edge + 1 and line.text[-1].isalnum()]
    return max(plain, default=edge)


def _would_fit(line: _Line, below: _Line, column: int) -> bool:
    """Whether the next line's first word had room behind a line: then somebody ended the line, not the edge."""
    first = _FIRST_WORD.match(below.text)
    return line.width + width(first[0] if first else below.text[:1]) <= column


def _is_open(text: str) -> bool:
    """A line that stops in mid-sentence."""
    return not forms.ends_sentence(text) and not text.endswith(("：", ":", "；"))


def _reaches(line: _Line, edge: int) -> bool:
    latin = line.text[-1:].isascii()
    return line.width >= edge - (_SLACK_LATIN if latin else _SLACK_HAN)


def _looks_like_verse(lines: Sequence[_Line]) -> bool:
    """Lines that all end with a mark are clauses, verse or items, not pieces cut off by a page's edge."""
    body = [line for line in lines if not line.single]
    cut = [line for line in body if line.text[-1] not in "。！？!?；;，,、：:…”’」）)"]
    return len(cut) < max(_FEWEST, len(body) * 0.25)


def _indents_tell(lines: Sequence[_Line]) -> bool:
    """Whether indents mark paragraphs: some lines have one, most have none."""
    body = [line for line in lines if not line.single]
    count = sum(line.indented for line in body)
    return 0 < count <= len(body) * _SHARE


def _blanks_tell(lines: Sequence[_Line]) -> bool:
    """Whether blank lines mark paragraphs: not when one stands after every line."""
    gaps = [line.blank_before for _, line in pairwise(lines)]
    return any(gaps) and sum(gaps) < len(gaps) * _UNIFORM


def _begins(previous: _Line, line: _Line, edges: tuple[int, int], *, indents: bool, blanks: bool) -> bool:
    """Whether a paragraph begins with this line; ``edges``: of the column with hanging marks, and without."""
    edge, column = edges
    if previous.single or line.single:
        return True
    if blanks and line.blank_before:
        return not (_is_open(previous.text) and _reaches(previous, edge) and not line.indented)
    if indents and line.indented:
        return True
    if _is_open(previous.text) and (previous.width >= edge * _SHORT or _CONTINUES.match(line.text)):
        return bool(_BULLET.match(line.text))
    short = not _reaches(previous, edge) or (not indents and not blanks and _would_fit(previous, line, column))
    if short or _STARTS.match(line.text):
        return True
    return not indents and not blanks and forms.is_title(line.text) and line.width < edge * _SHORT and _alone(line)


def _alone(line: _Line) -> bool:
    """A short line without end of sentence after a full one that ends a sentence: a 小标题."""
    return _is_open(line.text)


def _is_page_number(line: _Line, losses: LossBook) -> bool:
    if chrome.whole_line(line.text, fold(line.text)) == "page_number" and not stamps(fold(line.text)):
        losses.add("page_number", line.text)
        return True
    return False
