"""Header and foot that were copied from a browser with a line for each element: ``来源：`` above ``云溪融媒``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.intake.folding import fold
from editor.intake.vocabulary import FIELDS, ROLES, alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENDS = 24  # so many lines above and below may be header and foot
_VALUE = 30
_LABEL = re.compile(rf"(?:{alternatives(tuple({*FIELDS, *ROLES}))}|浏览次数|浏览量|阅读量|点击数) ?:")
_SENTENCE = re.compile(r"[。！？；]")
_LETTERS = re.compile(r"(?:特大|超大|大|中|小|默认|标准|A\+|A-|A|T\+|T-|T)")
_FONT = re.compile(r"(?:字号|字体|字体大小) ?:?")
_SHARE = re.compile(r"(?:分享|分享到|分享至) ?:?")
_PLACES = re.compile(r"(?:微信|微博|新浪微博|朋友圈|QQ空间|QQ好友|QQ|豆瓣|更多|复制链接)")


def stitched(lines: Sequence[str]) -> list[str]:
    """The lines, a label alone put together with its value, buttons with those beside them."""
    found: list[str] = []
    for index, line in enumerate(lines):
        near = index < _ENDS or index >= len(lines) - _ENDS
        if near and found and type(line) is str and type(found[-1]) is str and _belongs(found[-1], line):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.append(line)
    return found


def _belongs(above: str, line: str) -> bool:
    if len(line) > _VALUE or len(above) > _VALUE * 3:
        return False
    folded, last = fold(line).strip(), fold(above).strip()
    if _LABEL.fullmatch(last):
        return not _SENTENCE.search(line) and not _LABEL.match(folded)
    first, _, rest = last.partition(" ")
    if _FONT.fullmatch(first):
        return bool(_LETTERS.fullmatch(folded)) and all(map(_LETTERS.fullmatch, rest.split()))
    if _SHARE.fullmatch(first):
        return bool(_PLACES.fullmatch(folded)) and all(map(_PLACES.fullmatch, rest.split()))
    return False
