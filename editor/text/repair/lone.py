r"""R03: a character whose second byte is an ASCII one and whose first is lost: 企?I was 企業 (98 49).

Nothing is shifted then; a letter or sign stands alone amid Chinese text. Without a sign of the loss only ``^ \ { } ` ``
are looked at, which nobody types between two Han characters, and only in Traditional text, where such characters are.
"""

from __future__ import annotations

import re

from editor.text.repair.draft import Edit
from editor.text.repair.gbk import LEADS, char
from editor.text.repair.residue import READING, reads
from editor.text.repair.scoring import Page, Place
from editor.text.repair.shift import KEPT, MARGIN, NEAR, WORD_MARGIN, Candidate
from editor.text.repair.sites import is_odd

_HAN = "\u4e00-\u9fff"
_LONE = re.compile(
    rf"(?<=[{_HAN}])(?:[?\ufffd]([@-~])|([\\^`{{}}]))(?=[{_HAN}，。、；：！？”》）]|[(（][a-zà-ÿāēěīōūǎǐǒǔ]+[)）])"
)
_SHOWN = 14.0
"""What a sign of loss or a lone sign costs where it stands."""
_GAIN = 4.0
MOST = 100


def find(text: str) -> list[Edit]:
    """Lone second halves, put right where one character stands out, else offered."""
    if "?" not in text and "\ufffd" not in text and not re.search(r"[\\^`{}]", text):
        return []
    page = Page(text)
    edits: list[Edit] = []
    for number, match in enumerate(_LONE.finditer(text)):
        if number >= MOST:
            break
        if match.group(1) or page.script == "hant":
            edit = _judged(text, match, page)
            edits += [edit] if edit else []
    return edits


def _judged(text: str, match: re.Match[str], page: Page) -> Edit | None:
    if is_odd(text, match.start() - 1):
        return None  # the end of a longer run that could not be restored
    half = ord(match.group(1) or match.group(2))
    start, end = match.span()
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    place = Place.of(page, text[max(first, start - 200) : start], text[end : last if last >= 0 else None][:200])
    options = [one for lead in LEADS if (one := char(lead, half))]
    spoken = READING.match("一" + place.after[:12])
    if spoken:
        options = [one for one in options if reads(one, spoken.group(2)) >= 0]
        place = Place(page, place.before, place.after[spoken.end() - 1 :])
    found = sorted(
        (Candidate(one, 0, place.price(one, 0), place.cost(one, pairs=False)) for one in options),
        key=lambda item: item.cost,
    )
    if not found:
        return None
    apart = place.cost("") + _SHOWN
    best, others = found[0], [item for item in found[1:] if item.cost < found[0].cost + NEAR]
    if apart - best.cost < _GAIN:
        return None
    margin = others[0].cost - best.cost if others else NEAR
    agreed = min((item.words for item in others), default=best.words + NEAR) - best.words
    applied = bool(spoken and len(found) == 1) or (
        margin >= MARGIN + 2 * (not match.group(1)) and agreed >= WORD_MARGIN
    )
    texts = tuple(item.text for item in [best, *others][:KEPT])
    return Edit("R03", start, end, best.text, 0.9 if applied else 0.5, applied, () if applied else texts)
