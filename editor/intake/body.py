"""Lines of a body → blocks: paragraphs, 小标题, plainly marked lists and quotations; indents and padding absorbed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from editor.intake import forms
from editor.intake.names import is_person
from editor.markup.blocks import Block, Item, ListBlock, Quote, Run, heading, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.intake.losses import LossBook

_BLANK = " \t\u3000\u00a0\u2002\u2003\u2009\u202f\x0b\x0c"
_RUNS = re.compile(r"[ \t\u3000\u00a0]{2,}")
_COMPATIBILITY = re.compile(r"[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_ROLE = "记者|記者|通讯员|通訊員|实习生|實習生|编辑|編輯|责编|責編|摄影|攝影|作者|校对|校對"
_PADDED_NAME = re.compile(
    rf"(?P<role>(?:{_ROLE})[ \u3000:：]*|[、 \u3000])(?P<first>{_HAN})(?P<pad>[ \u3000\u00a0]{{1,4}})(?P<last>{_HAN})"
    r"(?=[ \u3000）)〕】、，,]|$)"
)
_IN_BRACKETS = re.compile(r"[（(〔【][^（）()〔〕【】]{2,60}[)）〕】]")
_ROLE_WORDS = re.compile(_ROLE)


def clean(text: str, losses: LossBook | None = None) -> str:
    """A line without indents and doubled blanks, padded names in bylines whole, in NFC.

    Compatibility ideographs are left to the repair, which shows what it does with them.
    """
    stripped = text.strip(_BLANK)
    if losses is not None and stripped != text and text[:1] in _BLANK:
        losses.add("indent")
    joined = _RUNS.sub(lambda run: "\u3000" if "\u3000" in run[0] else " ", stripped)
    joined = _IN_BRACKETS.sub(_whole_names, joined)
    if losses is not None and joined != stripped:
        losses.add("padding")
    return normal(joined)


def normal(text: str) -> str:
    """NFC but for compatibility ideographs."""
    if unicodedata.is_normalized("NFC", text):
        return text
    pieces: list[str] = []
    position = 0
    for match in _COMPATIBILITY.finditer(text):
        pieces += (unicodedata.normalize("NFC", text[position : match.start()]), match[0])
        position = match.end()
    return "".join([*pieces, unicodedata.normalize("NFC", text[position:])])


def _whole_names(bracket: re.Match[str]) -> str:
    """（记者 李　娜） → （记者 李娜）."""
    if not _ROLE_WORDS.search(bracket[0]):
        return bracket[0]
    return _PADDED_NAME.sub(
        lambda name: (
            f"{name['role']}{name['first']}{name['last']}" if is_person(name["first"] + name["last"]) else name[0]
        ),
        bracket[0],
    )


def blocks_of(lines: Sequence[str], losses: LossBook) -> tuple[Block, ...]:
    """The blocks of a body whose lines are one paragraph each."""
    cleaned = [text for line in lines if (text := clean(line, losses))]
    heads = forms.headings(cleaned)
    blocks: list[Block] = []
    index = 0
    while index < len(cleaned):
        taken = 0
        for gather in (_quote, _bullets, _numbered):
            block, taken = gather(cleaned, index)
            if taken:
                blocks.append(block)
                break
        if not taken:
            blocks.append(heading(cleaned[index]) if heads[index] else paragraph(cleaned[index]))
            taken = 1
        index += taken
    return tuple(blocks)


def _while(lines: Sequence[str], index: int, read: Callable[[str], str | None]) -> list[str]:
    found: list[str] = []
    while index + len(found) < len(lines) and (text := read(lines[index + len(found)])) is not None:
        found.append(text)
    return found


def _quote(lines: Sequence[str], index: int) -> tuple[Block, int]:
    found = _while(lines, index, forms.quoted)
    return Quote(tuple((Run(text),) for text in found if text)), len(found) if any(found) else 0


def _bullets(lines: Sequence[str], index: int) -> tuple[Block, int]:
    found = _while(lines, index, forms.bullet)
    return ListBlock(tuple(Item((Run(text),)) for text in found)), len(found) if len(found) > 1 else 0


def _numbered(lines: Sequence[str], index: int) -> tuple[Block, int]:
    """``1. …`` ``2. …`` in order; other ways of numbering stay text, because the number would be lost."""
    found: list[str] = []
    while index + len(found) < len(lines):
        item = forms.ordered(lines[index + len(found)])
        if item is None or item[0] != len(found) + 1:
            break
        found.append(item[1])
    return ListBlock(tuple(Item((Run(text),), ordered=True) for text in found)), len(found) if len(found) > 1 else 0
