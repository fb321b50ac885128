"""Blocks that came from HTML or Markdown, as lines for reading header, foot and chrome, and back to blocks."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from editor.intake import body, forms
from editor.intake.bylines import bare
from editor.markup.blocks import (
    Block,
    Footnote,
    Heading,
    Image,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    block_text,
    paragraph,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.losses import LossBook

_EDGE = " \t\u3000\u00a0\u2002\u2003\u2009\u202f"
_BLANKS = re.compile(r"[ \t\u3000\u00a0]{2,}")
_PIECE = 20  # shorter pieces without end of sentence are an address or verse: forced breaks, not paragraphs
_CAPTION_LENGTH = 160
_BOXED = re.compile(r"[（(【\[][^（）()【】\[\]]{4,60}[）)】\]]")


class BlockLine(str):
    """A block as a line: its plain text, and the block itself."""

    __slots__ = ("block",)

    block: Block

    @staticmethod
    def of(block: Block) -> BlockLine:
        """The line of a block."""
        line = BlockLine(block_text(block))
        line.block = block
        return line


def lines_of(blocks: Sequence[Block], losses: LossBook) -> list[BlockLine]:
    """A line a block: blanks absorbed, paragraphs cut at forced breaks, captions put to their pictures."""
    tidy: list[Block] = []
    for block in blocks:
        tidy.extend(_tidied(block, losses))
    return [BlockLine.of(block) for block in _captioned(tidy)]


def shortened(line: str, length: int) -> str:
    """The first ``length`` characters of a line, of its block too."""
    if not isinstance(line, BlockLine):
        return line[:length]
    if not isinstance(line.block, Paragraph):
        return line
    runs: list[Run] = []
    for run in line.block.runs:
        runs.append(dataclasses.replace(run, text=run.text[: max(0, length)]))
        length -= len(run.text)
    return BlockLine.of(Paragraph(tuple(run for run in runs if run.text or run.note)))


def blocks_of(lines: Sequence[str], losses: LossBook) -> tuple[Block, ...]:
    """The blocks of a body again; short paragraphs that are 小标题 by form or wholly bold become h2."""
    blocks = [line.block if isinstance(line, BlockLine) else paragraph(body.clean(line, losses)) for line in lines]
    text_blocks = [index for index, block in enumerate(blocks) if isinstance(block, (Paragraph, Heading))]
    texts = [block_text(blocks[index]) for index in text_blocks]
    by_form = forms.headings(texts)
    for place, index in enumerate(text_blocks):
        block = blocks[index]
        last = index + 1 >= len(blocks)
        bold = not last and _wholly_bold(block) and forms.may_be_heading(texts[place])
        if isinstance(block, Paragraph) and (by_form[place] or bold):
            blocks[index] = Heading(_without_bold(block.runs))
    while blocks and isinstance(blocks[-1], Rule):
        blocks.pop()  # it parted the text from the foot
    return tuple(block for block in blocks if not isinstance(block, Paragraph) or plain(block.runs).strip())


def _tidied(block: Block, losses: LossBook) -> list[Block]:
    found: list[Block] = [block]
    match block:
        case Paragraph():
            pieces = (tidy_runs(piece, losses) for piece in _pieces(block.runs))
            found = [Paragraph(runs) for runs in pieces if plain(runs) or any(run.note for run in runs)]
        case Heading():
            runs = tidy_runs(block.runs, losses)
            found = [dataclasses.replace(block, runs=runs)] if plain(runs) else []
        case Quote():
            found = [Quote(tuple(tidy_runs(runs, losses) for runs in block.paragraphs))]
        case ListBlock():
            found = [ListBlock(tuple(dataclasses.replace(i, runs=tidy_runs(i.runs, losses)) for i in block.items))]
        case Table():
            rows = tuple(tuple(tidy_runs(cell, losses) for cell in row) for row in block.rows)
            found = [dataclasses.replace(block, rows=rows)]
        case Footnote():
            found = [dataclasses.replace(block, runs=tidy_runs(block.runs, losses))]
        case Image():
            found = [dataclasses.replace(block, caption=body.clean(block.caption), credit=body.clean(block.credit))]
    return found


def tidy_runs(runs: Runs, losses: LossBook) -> Runs:
    """Runs without blanks at their ends and without doubled blanks inside, in NFC."""
    text = plain(runs)
    if text[:1] in _EDGE and text.strip(_EDGE):
        losses.add("indent")
    kept = [
        dataclasses.replace(
            run, text=body.normal(_BLANKS.sub(lambda gap: "\u3000" if "\u3000" in gap[0] else " ", run.text))
        )
        for run in runs
    ]
    while kept and not kept[0].note and not kept[0].text.lstrip(_EDGE + "\n"):
        kept.pop(0)
    if kept and not kept[0].note:
        kept[0] = dataclasses.replace(kept[0], text=kept[0].text.lstrip(_EDGE + "\n"))
    while kept and not kept[-1].note and not kept[-1].text.rstrip(_EDGE + "\n"):
        kept.pop()
    if kept and not kept[-1].note:
        kept[-1] = dataclasses.replace(kept[-1], text=kept[-1].text.rstrip(_EDGE + "\n"))
    return tuple(kept)


def _pieces(runs: Runs) -> list[Runs]:
    """A paragraph cut at its forced breaks, unless these break an address or verse."""
    pieces: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        pieces[-1].append(dataclasses.replace(run, text=first))
        pieces.extend([dataclasses.replace(run, text=text)] for text in rest)
    texts = [plain(piece).strip(_EDGE) for piece in pieces]
    short = all(len(text) <= _PIECE and not forms.ends_sentence(text) for text in texts)
    if len(pieces) == 1 or (short and not any(plain(piece)[:1] == "\u3000" for piece in pieces)):
        return [runs]
    return [tuple(piece) for piece, text in zip(pieces, texts, strict=True) if text or any(run.note for run in piece)]


def _captioned(blocks: Sequence[Block]) -> list[Block]:
    """A paragraph that is a caption by form, directly below a picture without one, becomes its caption."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        text = block_text(block) if isinstance(block, Paragraph) else ""
        if isinstance(above, Image) and not above.caption and _captions(text):
            found[-1] = dataclasses.replace(above, caption=text)
        else:
            found.append(block)
    return found


def _captions(text: str) -> bool:
    """Whether a paragraph below a picture is its caption: by form, or wholly in brackets without being a byline."""
    if not 0 < len(text) <= _CAPTION_LENGTH:
        return False
    return forms.is_caption(text) or (bool(_BOXED.fullmatch(text)) and not bare(text))


def _wholly_bold(block: Block) -> bool:
    return isinstance(block, Paragraph) and all(
        Mark.STRONG in run.marks or not run.text.strip(_EDGE) for run in block.runs
    )


def _without_bold(runs: Runs) -> Runs:
    return tuple(dataclasses.replace(run, marks=run.marks - {Mark.STRONG}) for run in runs)
