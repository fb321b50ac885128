"""What the text itself says of its origin: the dateline it begins with, and who signs it in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.article import Credit
from editor.intake.bylines import bare, role_of
from editor.intake.folding import fold
from editor.intake.names import is_person, split_names
from editor.intake.vocabulary import BYLINE_LABELS, BYLINE_ROLES, PLACES, REPORTERS, alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence

_DATELINE = re.compile(
    r"[【（(\[]?(?P<line>本[报台网刊站社](?:[一-鿿]{2,4}\d{1,2}月\d{1,2}日)?(?:综合)?(?:讯|消息|专讯)"
    r"|[一-鿿]{2,14}?\d{1,2}(?:月\d{1,2})?日(?:综合)?(?:电|讯|专电|消息)"
    r"|[一-鿿]{1,10}?(?:融媒体?|中心|日报|晚报|新闻网|发布|网|社|台)(?:综合)?讯(?=[ 　（(：:，,]))"
)
_IN_TEXT = re.compile(r"[（(〔【]([^（）()〔〕【】]{2,60})[)）〕】]")
_REPORTER = rf"(?P<label>[一-鿿]{{0,6}}?(?:{alternatives(REPORTERS)})) ?"
# 中央社記者黃子涵新北19日電: the place stands behind the name without a blank.
_WIRED = re.compile(
    rf"{_REPORTER}(?P<names>[一-鿿、 ]{{2,20}}?) ?(?P<date>\d{{1,2}}(?:月\d{{1,2}})?日)(?:综合|专)?[电讯]"
)
_PLACE = re.compile(rf"(?:{alternatives(PLACES)})$")
# 【香港商訊】記者陸曉彤報道：, 本报记者周燕 彭立报道:
_OPENING = re.compile(
    rf"(?:[\[(][^\[\]()]{{2,10}}[\])] ?)?{_REPORTER}(?P<names>[一-鿿、· ]{{2,20}}?)(?:[/ ][一-鿿]{{2,4}})?"
    rf" ?(?:综合|专题|联合)?报[道导] ?[:]"
)
_NAME_LENGTHS = (3, 2, 4)


def dateline(body: Sequence[str]) -> str:
    """电头 at the beginning of the text (新华社北京9月19日电, 本报讯); the text keeps it."""
    for line in body[:2]:
        text = line.strip()
        if match := _DATELINE.match(fold(text).replace(" ", "\u3000")):
            return text[match.start("line") : match.end("line")]
    return ""


def signed_in_text(body: Sequence[str]) -> tuple[Credit, ...]:
    """（记者 周燕妮 通讯员 彭沛） in the first or the last paragraph, when nothing else names the authors."""
    for line in (body[:1], body[-1:]):
        for match in _IN_TEXT.finditer(line[0] if line else ""):
            people = [person for person in bare(match[1]) if _in_byline(person)] or _wired(match[1])
            if people:
                return tuple(people)
    return tuple(_opening(body[0])) if body else ()


def _in_byline(person: Credit) -> bool:
    return person.role in BYLINE_ROLES or fold(person.label).replace("|", "/") in BYLINE_LABELS


def _wired(text: str) -> list[Credit]:
    found = _WIRED.fullmatch(fold(text))
    if not found:
        return []
    names = text[found.start("names") : found.end("names")]
    place = _PLACE.search(fold(names))
    if place:
        names = names[: place.start()]
    else:
        names = next((names[:size] for size in _NAME_LENGTHS if is_person(names[:size])), names)
    return _credits(names, text[found.start("label") : found.end("label")], found["label"])


def _opening(text: str) -> list[Credit]:
    text = text.strip()
    found = _OPENING.match(fold(text))
    if not found:
        return []
    names = text[found.start("names") : found.end("names")]
    return _credits(names, text[found.start("label") : found.end("label")], found["label"])


def _credits(names: str, shown: str, label: str) -> list[Credit]:
    people = split_names(names) or ()
    return [Credit(name, role_of(label), shown) for name in people] if people and all(map(is_person, people)) else []
