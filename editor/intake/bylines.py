"""Bylines and credits: ``记者 周燕妮 通讯员 彭沛 摄影报道``, ``文/图 张三``, ``周燕妮/文 彭沛/图``, ``责编：田文``."""

from __future__ import annotations

import re

from editor.article import Credit
from editor.intake.folding import fold
from editor.intake.names import is_person, split_names
from editor.intake.vocabulary import BARE_ROLES, OFFICES, REPORTERS, ROLES, alternatives

_BARE = alternatives(BARE_ROLES)
# An organization before 记者 and 通讯员 belongs to the label: 本报记者, 新华社记者, 永州日报全媒体记者.
_ORG = r"(?:(?P<org>[一-鿿][一-鿿·]{0,18}?)(?=(?:全媒体|融媒体?|见习|实习|特约|首席)?(?:记者|通讯员)))??"
_ANY = alternatives(tuple(ROLES))
_ROLE = re.compile(
    rf"(?:(?<=^)|(?<=[ /|、,;·◆■●▲◎◇□○★☆▌])){_ORG}(?P<role>(?:{_ANY})(?= ?[:|/](?! ?(?:文|图|摄)))|{_BARE}"
    r"|[文图摄](?= [一-鿿]{2,4}(?: |$))) ?[:/|]? ?"
)
_TAIL = re.compile(
    r"[ /|、,]*(?:图文|摄影|文图|联合|综合|采访|现场|专题|一线)?(?:报[道导]|采写|撰文|整理)$"
    r"|[ /|]+(?:摄影|摄|文/图|图/文|文图|图文)$"
)
_AFTER = re.compile(
    r"(?P<names>[^/|]+?) ?[/ |] ?"
    r"(?P<label>文/图|图/文|文图|图文|文|图|摄影|摄|供图|撰文|视频|整理|编辑)(?= |$|[|/、,;])"
)
_PLACE = re.compile(r"(?<=[一-鿿])/ ?[一-鿿]{2,4}(?:报[道导]|综合报[道导]|电)$")
_BOXED = re.compile(r"[（(](?P<inner>[^（）()]{3,40})[）)]$")
_REMARK = re.compile(r" ?[（(](?P<remark>[^（）()]{1,8})[）)]$")
_EDGE = " |｜丨/／·,，;；、()[]（）【】■◆●□◎○★☆▲△◇▌◤◢►▶"
_REVIEWERS = frozenset({"主任", "编委", "总监", "台长", "社长", "审校", "核稿", "复核"})
_LONGEST_FIRST = sorted(ROLES, key=len, reverse=True)
_NICKNAMED, _NICKNAME = frozenset({"楼主", "发帖人", "网名"}), 16
_SENTENCE = re.compile(r"[。！？!?；，,]")
_MAX_NAMES = 12
_LONGEST = 120


def labeled(label: str, shown: str, value: str) -> list[Credit] | None:
    """The people of a label with a colon; None when the value holds no names.

    Args:
        label: Folded label.
        shown: Label as printed.
        value: Value as printed, outer separators gone.
    """
    if not value:
        return []
    role = role_of(label)
    if inner := bare(value):
        return inner
    if named := _names_before_labels(value):
        return named
    value = value[: -len(tail[0])] if (tail := _TAIL.search(fold(value))) else value
    value = value[: -len(remark[0])] if (remark := _REMARK.search(value)) else value
    if label in _NICKNAMED and len(value) <= _NICKNAME and not _SENTENCE.search(value):
        return [Credit(value, role, shown)]
    names = split_names(value)
    if names is None or len(names) > _MAX_NAMES:
        return None
    return [Credit(name, role, shown) for name in names]


def role_of(label: str) -> str:
    """The role of a folded label; 永州日报记者 is a reporter."""
    if label in ROLES:
        return ROLES[label]
    if known := next((word for word in _LONGEST_FIRST if label.startswith(word)), ""):
        first = ROLES[known]  # 一审一校, 编辑/校对
        if label[len(known) :].strip("/、&·|和及兼 ") in ROLES:
            return first
    for ending in (*REPORTERS, *OFFICES):
        if label.endswith(ending):
            return ROLES.get(ending, "reviewer" if ending in _REVIEWERS else "credit")
    return "credit"


def bare(text: str) -> list[Credit]:
    """The people of a line that holds nothing but roles and names without colons; [] when it holds anything else."""
    text = text.strip(_EDGE)
    if len(text) > _LONGEST:
        return []
    folded = fold(text)
    if tail := _PLACE.search(folded):  # 記者王小明／台北報導
        text, folded = text[: tail.start()], folded[: tail.start()]
    if tail := _TAIL.search(folded):
        text, folded = text[: tail.start()], folded[: tail.start()]
    roles = list(_ROLE.finditer(folded))
    if not roles or roles[0].start():
        return _names_before_labels(text)
    found: list[Credit] = []
    for role, following in zip(roles, [*roles[1:], None], strict=True):
        value = text[role.end() : following.start() if following else len(text)]
        names = split_names(value.strip(_EDGE))
        if not names and following and role["role"] in {"文", "图", "摄", "摄影"}:
            continue  # 文/本报记者 周燕妮: the second word says who
        if not names and (named := _names_before_labels(value.strip(_EDGE))):
            found.extend(named)  # 记者 周燕妮｜文 彭沛｜图
            continue
        if not names or not (_believable(names) or "/" in role["role"]):
            return []
        shown = text[role.start() : role.end()].strip(" :：/／|｜丨\u3000")
        found.extend(Credit(name, role_of(role["role"]), shown) for name in names)
    return found


def closing_words(text: str) -> str:
    """What stands behind the names of a byline: 摄影报道, 文/图, （实习）; it is no name, and the report says so."""
    if remark := _REMARK.search(text.strip()):
        return remark["remark"]
    tail = _TAIL.search(fold(text.strip(_EDGE)))
    return text.strip(_EDGE)[tail.start() :].strip(_EDGE) if tail else ""


def _believable(names: tuple[str, ...]) -> bool:
    """Without a colon only names that look like people: 记者走基层 is a headline."""
    people = sum(map(is_person, names))
    return people * 2 >= len(names) and all(len(name) <= 4 or "·" in name or name.isascii() for name in names)  # noqa: PLR2004


def _names_before_labels(text: str) -> list[Credit]:
    """``周燕妮/文 彭沛/图``, ``彭沛 摄``: names first."""
    folded = fold(text)
    found: list[Credit] = []
    position = 0
    for match in _AFTER.finditer(folded):
        if match.start() != position and folded[position : match.start()].strip(_EDGE):
            return []
        names = split_names(text[match.start("names") : match.end("names")].strip(_EDGE))
        if not names or not all(map(is_person, names)):
            return []
        shown = text[match.start("label") : match.end("label")]
        found.extend(Credit(name, ROLES.get(match["label"], "credit"), shown) for name in names)
        position = match.end()
    return found if found and not folded[position:].strip(_EDGE) else []


def split_off(value: str) -> tuple[str, list[Credit]]:
    """A source with people behind it: ``永州日报 记者 周燕妮`` → the source, the people."""
    if (boxed := _BOXED.search(value)) and (people := bare(boxed["inner"])):
        return value[: boxed.start()].strip(_EDGE), people
    folded = fold(value)
    for match in _ROLE.finditer(folded):
        if match.start() and (people := bare(value[match.start() :])):
            return value[: match.start()].strip(_EDGE), people
    return value, []
