"""The top of a document: which of its first lines is the headline, by style, place and size of its characters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editor.article import Credit
from editor.intake import block_lines, forms
from editor.intake.body import clean
from editor.intake.field_line import FieldLine, read_field_line
from editor.intake.losses import LossBook
from editor.intake.names import is_person, split_names
from editor.intake.title_lines import WIRE, titles
from editor.markup.blocks import Heading, Image, Paragraph, Run, block_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article import Slip
    from editor.intake.docx.placed import Placed
    from editor.intake.zones import Zones

_LOOK_AHEAD = 12
_LONGEST = 90
_LONGEST_NAMES = 24
_ROLES = ("kicker", "title", "subtitle")
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节節部])"
)
_STAND_IN = 24
_MARK = re.compile(
    r"[（(【\[]?(?:送审稿?|审核稿|初稿|二稿|三稿|终稿|定稿|草稿|修改稿|待审稿?|征求意见稿|附件?\s*[\d一二三四五六七八九十]*)[）)】\]]?[:：]?"
    r"|正文[:：]?|[（(【\[](?:正文|稿件)[）)】\]]"
)
_SIGNS = "□■◇◆○●◎※☆★▲△/／ \u3000"
_BRACKETS = re.compile(r"[（(【\[].*[）)】\]]")


@dataclass(slots=True)
class Top:
    """The top of a document.

    Attributes:
        kicker: Lines above the headline, "" when none.
        headline: "" = the document marks none; then it is looked for as on a page of plain text.
        subheadline: Lines below it.
        people: Names alone in the middle below it.
        before: What stands before the headline and may be a field.
        rest: All that is left, in its order.
    """

    kicker: str = ""
    headline: str = ""
    subheadline: str = ""
    people: list[Credit] = field(default_factory=list)
    before: list[Placed] = field(default_factory=list)
    rest: list[Placed] = field(default_factory=list)


def found(placed: Sequence[Placed], losses: LossBook) -> Top:
    """What the first blocks of a document are."""
    top = Top()
    chosen = _by_role(placed) or _by_heading(placed) or _by_look(placed)
    if not chosen:
        top.rest = list(placed)
        return top
    texts = {index: _text(placed[index]) for index in chosen}
    _name(top, [placed[index] for index in chosen], losses)
    if not top.headline:
        return Top(rest=list(placed))
    first = min(texts)
    for index, each in enumerate(placed):
        if index in texts:
            continue
        text = _text(each)
        if index < first and (_is_field(text) or WIRE.fullmatch(text)):
            top.before.append(each)
        elif index <= max(texts) + 1 and _MARK.fullmatch(text):
            losses.add("draft_mark", text)
        elif first < index <= max(texts) + 1 and each.centered and (people := _people(_text(each))):
            top.people += people
        else:
            top.rest.append(each)
    return top


def _by_role(placed: Sequence[Placed]) -> list[int]:
    """The lines whose style says that they are titles, if one says that it is the headline."""
    near = [
        index
        for index, each in enumerate(placed[:_LOOK_AHEAD])
        if each.role in _ROLES and isinstance(each.block, Paragraph) and not _is_no_title(_text(each))
    ]
    return near if any(placed[index].role == "title" for index in near) else []


def _is_no_title(text: str) -> bool:
    """A field, 通稿, a mark of a draft: no title whatever its style."""
    return _is_field(text) or bool(WIRE.fullmatch(text) or _MARK.fullmatch(text))


def _by_heading(placed: Sequence[Placed]) -> list[int]:
    """A heading before all text, of a level that is not below that of any other."""
    for index, each in enumerate(placed[:_LOOK_AHEAD]):
        if _is_no_title(_text(each)):
            continue
        if isinstance(each.block, Heading):
            highest = all(each.level <= other.level for other in placed if isinstance(other.block, Heading))
            return [index] if highest and not _NUMBERED.match(_text(each)) else []
        if not isinstance(each.block, Image):
            return []
    return []


def _by_look(placed: Sequence[Placed]) -> list[int]:
    """Short lines in the middle, before all text; else the first line when it is bold."""
    lines: list[int] = []
    for index, each in enumerate(placed[:_LOOK_AHEAD]):
        text = _text(each)
        if _is_no_title(text) or (lines and _people(text)):
            continue
        if isinstance(each.block, Image) and not lines:
            continue
        if not isinstance(each.block, Paragraph) or not _may_be_title(text):
            break
        if each.centered:
            lines.append(index)
        elif each.strong and not lines:
            return [index]
        elif not (lines and forms.is_subheadline(text)):
            break
        else:
            lines.append(index)
    return lines


def _may_be_title(text: str) -> bool:
    no_title = len(text) > _LONGEST or _NUMBERED.match(text) or _BRACKETS.fullmatch(text)
    return not no_title and (forms.is_title(text) or text.find("。") == -1)


def _text(placed: Placed) -> str:
    return clean(block_text(placed.block).replace("\n", " "))


def _is_field(text: str) -> bool:
    found_line = read_field_line(text) if text else None
    return found_line is not None and (found_line.labeled or bool(found_line.dates))


def _people(text: str) -> list[Credit]:
    names = split_names(text.strip(_SIGNS)) if 0 < len(text) <= _LONGEST_NAMES else None
    return [Credit(name) for name in names] if names and all(map(is_person, names)) else []


def _name(top: Top, lines: Sequence[Placed], losses: LossBook) -> None:
    """Which line is which: by their styles, else the largest is the headline, else as on a page."""
    texts = list(map(_text, lines))
    heads = [index for index, each in enumerate(lines) if each.role == "title"]
    if not heads:
        largest = max(each.size for each in lines)
        heads = [index for index, each in enumerate(lines) if each.size == largest]
        if len(heads) > 1 and not largest:
            top.kicker, top.headline, top.subheadline = titles(texts, losses, [])
            said = {top.kicker, top.headline, top.subheadline}
            top.subheadline = " ".join([top.subheadline, *(text for text in texts if text not in said)]).strip()
            return
    whole = titles([texts[index] for index in heads], LossBook(), [])
    # One headline in two lines of one size: without a blank where the first line cannot be its end.
    top.headline = whole[1] if not whole[0] and not whole[2] else " ".join(texts[index] for index in heads)
    top.kicker = " ".join(texts[: heads[0]])
    top.subheadline = " ".join(text for index, text in enumerate(texts) if index > heads[0] and index not in heads)


def stand_in(top: Top) -> block_lines.BlockLine:
    """The headline as a line that is read as one, whatever it looks like."""
    text = top.headline
    if not forms.is_title(text) or _is_field(text):
        text = "".join(filter(str.isalpha, text))[:_STAND_IN] or "标题"
    return block_lines.BlockLine.of(Paragraph((Run(text),)))


def put(top: Top, line: block_lines.BlockLine, parts: Zones) -> None:
    """The parts of a page that began with a stand-in, with the headline itself in its place."""
    parts.body[:] = [each for each in parts.body if each is not line]
    parts.titles[:] = [title for title in parts.titles if title != line.strip()]
    if top.people:
        parts.head.append(FieldLine(people=top.people, labeled=True))


def titled(slip: Slip, top: Top, losses: LossBook) -> Slip:
    """The slip with the titles of the document; what else was read as one fills the gaps."""
    others = [text for text in (slip.kicker, slip.headline, slip.subheadline) if text]
    kicker, subheadline = top.kicker, top.subheadline
    for text in others:
        if not kicker:
            kicker = text
        elif not subheadline:
            subheadline = text
        else:
            losses.add("other_value", f"headline: {text}")
    return replace(slip, kicker=kicker, headline=top.headline, subheadline=subheadline)
