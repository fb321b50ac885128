"""Lines under the headline that say by their place, not by a label, who wrote an article or where it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.article import Credit, unpadded
from editor.intake import forms
from editor.intake.dates import stamps
from editor.intake.field_line import FieldLine
from editor.intake.folding import fold
from editor.intake.names import is_person, split_names
from editor.intake.vocabulary import NO_NAMES, SIGNING, alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence

_EDGE = " \t\u3000\u00a0■□●○◆◇▲△★☆·/|"
_LONGEST = 24
_MOST_NAMES = 4
_SURE = 2  # two names are no heading
_SHORT, _HEADING = 2, 6
_FAR = 400  # lines of the text in which a single name is looked for
_SIGNS = re.compile(rf"[一-鿿·“”()A-Za-z0-9]{{0,18}}(?:{alternatives(SIGNING)})")
_PLACE = re.compile(r"(?<=[一-鿿]) ?/ ?[一-鿿]{2,4}(?:综合|即时)?(?:报[道导]|电)$")
_PADDED = re.compile(r"(?:^|[\s\u3000])[\u3400-\u9fff](?=[\s\u3000])")
_OUTLET = re.compile(r"[一-鿿A-Za-z0-9·“”]{2,14}")
_BRACKETS = re.compile(r"[（(〔【][^（）()〔〕【】]*[)）〕】]")


def signature(line: str, below: Sequence[str]) -> FieldLine | None:
    """The people of a line that is nothing but one to four names, or a body that signs articles (本报评论员).

    Args:
        line: A line under the headline.
        below: The lines that follow; names stand above text, and a name alone is no author where the text speaks of it.
    """
    text = line.strip(_EDGE)
    if not 1 < len(text) <= _LONGEST or not below or not _begins_text(below):
        return None
    folded = fold(text)
    if place := _PLACE.search(folded):
        text, folded = text[: place.start()].strip(_EDGE), folded[: place.start()]
    elif _SIGNS.fullmatch(folded):
        return FieldLine(people=[Credit(text)], labeled=True)
    names = split_names(text) or ()
    if not 0 < len(names) <= _MOST_NAMES or not all(map(is_person, names)):
        return None
    if not place and not _surely_names(text, names, below):
        return None
    return FieldLine(people=[Credit(name) for name in names], labeled=True)


def outlet_with_time(line: str) -> FieldLine | None:
    """云溪医保 2023-12-18 16:30: a name that we do not know beside a full date with its time, and nothing else."""
    text = line.strip()
    found = stamps(fold(text))
    if len(found) != 1 or "T" not in found[0].iso:
        return None
    rest = (text[: found[0].start] + " " + text[found[0].end :]).strip(_EDGE)
    if not _OUTLET.fullmatch(fold(rest)):
        return None
    return FieldLine(values=[("source", rest, "")], dates=[("published_at", found[0].iso)], labeled=True)


def _begins_text(below: Sequence[str]) -> bool:
    """Whether text follows, a heading or a caption first perhaps."""
    return any(forms.ends_sentence(line) or not forms.is_title(line) for line in below[:3])


def _surely_names(text: str, names: Sequence[str], below: Sequence[str]) -> bool:
    """金秋 and 江南 春色 are names by their form too: words of the language are none, nor whom the text speaks of."""
    if all(_is_word(name) for name in names):
        return False
    if len(names) >= _SURE or _PADDED.search(text):
        return True
    if any(_heads(line) for line in below[1:_FAR]):
        return False  # the first of several short headings
    name = unpadded(names[0])
    if len(name) > _SHORT and _is_word(name[:_SHORT]):
        return False  # 许多人
    return not any(name in _BRACKETS.sub("", line) for line in below[:_FAR] if forms.ends_sentence(line))


def _heads(line: str) -> bool:
    return len(line.strip()) <= _HEADING and forms.may_be_heading(line) and not forms.is_label(line)


def _is_word(name: str) -> bool:
    from editor.text.lexicon import folded, lexicon  # noqa: PLC0415 - large tables, only for these lines

    word = folded(unpadded(name))
    return word in NO_NAMES or word in lexicon().words
