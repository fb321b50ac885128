"""A script to be read out (口播稿): short lines, the lead marked, how long it takes; figures stay figures.

What stands in 【】 or in the last lines is not read. Pictures, tables and footnotes are left out and counted at the
end; of links only the text is read.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from editor.markup.blocks import Footnote, Heading, Image, ListBlock, Paragraph, Quote, Table, plain
from editor.publish.formats import page, txt
from editor.publish.formats.characters import encoded
from editor.publish.formats.terms import terms_of
from editor.text.counting import duration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.markup.blocks import Block
    from editor.publish.package import Package

EXTENSION = "spoken.txt"
PICTURES_BESIDE = False
LINE = 18
"""Characters of a line, as prompters show them at a size that is read from three meters (house use, no standard)."""

_CLOSING = "”’」』）》〉】"
_SENTENCE = re.compile(rf"[^。！？；\n]*(?:[。！？；]+[{_CLOSING}]*|\n|\Z)")
_CLAUSE = re.compile(rf"[^，、：—…]*(?:[，、：—…]+[{_CLOSING}]*|\Z)")
_WHOLE = re.compile(r"[0-9A-Za-z\u00c0-\u024f０-９.,:%％‰/·-]+")
_NEVER_FIRST = "。！？；，、：—…·％" + _CLOSING


def render(package: Package, *, charset: str = "utf-8", line_end: str = "\n") -> bytes:
    """The script.

    Raises:
        EditorError: As `txt.render`.
    """
    return encoded(script(package).replace("\n", line_end), charset, package.name)


notice = txt.notice


def script(package: Package) -> str:
    """The script; lines end as on Unix."""
    slip = package.article.slip
    terms = terms_of(package.article.variant)
    blocks = [block for block in page.with_dateline(package) if _is_read(block)]
    at = next((index for index, block in enumerate(blocks) if isinstance(block, Paragraph)), len(blocks))
    lead, main = blocks[: at + 1], blocks[at + 1 :]
    read_out = [text for block in blocks for text in _read(block)]
    about = [f"{terms['number']}：{slip.number}"] if slip.number else []
    about.append(f"{terms['aloud']} {duration(' '.join(read_out))}")
    groups = [
        [f"【{terms['spoken']}】{slip.headline}", txt.INDENT.join(about)],
        [f"【{terms['lead']}】", *_lines(lead)],
        [f"【{terms['main']}】", *_lines(main)] if main else [],
        _foot(package),
    ]
    return "\n\n".join("\n".join(group) for group in groups if group) + "\n"


def lines(text: str) -> list[str]:
    """A text in short lines: a line ends where a sentence ends, else behind a comma, else between two words.

    Joined again they are the text without its line breaks.
    """
    found: list[str] = []
    for sentence in _SENTENCE.findall(text):
        line = ""
        for piece in chain.from_iterable(_pieces(clause) for clause in _CLAUSE.findall(sentence.rstrip("\n"))):
            if line and len(line) + len(piece) > LINE and piece[0] not in _NEVER_FIRST:
                found.append(line)
                line = ""
            line += piece
        found += [line] if line else []
    return found


def _pieces(clause: str) -> Iterable[str]:
    """A clause as it is, one that fits on no line as words; what is written together stays together."""
    if len(clause) <= LINE:
        return [clause] if clause else []
    return list(_words(clause))


def _words(clause: str) -> Iterator[str]:
    import rjieba  # loads its dictionary

    at = 0
    for whole in chain(_WHOLE.finditer(clause), [None]):
        yield from rjieba.cut(clause[at : whole.start() if whole else len(clause)])
        if whole:
            yield whole[0]
            at = whole.end()


def _is_read(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading | Quote | ListBlock)


def _read(block: Block) -> list[str]:
    """What of a block is read out."""
    match block:
        case Paragraph():
            return [plain(block.runs)]
        case Quote():
            return [plain(runs) for runs in block.paragraphs]
        case ListBlock():
            return list(_items(block))
    return []


def _items(block: ListBlock) -> Iterator[str]:
    """Items with their numbers, where they have some."""
    counts: list[int] = []
    for item in block.items:
        del counts[item.depth + 1 :]
        counts += [0] * (item.depth + 1 - len(counts))
        counts[item.depth] += 1
        yield f"{counts[item.depth]}. {plain(item.runs)}" if item.ordered else plain(item.runs)


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield f"【{plain(block.runs)}】".replace("\n", " ")
        for text in _read(block):
            yield from lines(text)


def _foot(package: Package) -> list[str]:
    """Who has passed it, and what is not in the script."""
    terms = terms_of(package.article.variant)
    blocks = package.article.blocks
    kinds = (("left_pictures", Image), ("left_tables", Table), ("left_notes", Footnote))
    counts = [(key, sum(isinstance(block, kind) for block in blocks)) for key, kind in kinds]
    left = "、".join(terms[key].format(count=count) for key, count in counts if count)
    return txt.signed_lines(package) + [f"（{terms['left_out']}：{left}）"] * bool(left)
