"""Names of people and organizations in header and foot lines."""

from __future__ import annotations

import re

from editor.article import unpadded
from editor.intake.folding import fold
from editor.intake.vocabulary import DOUBLE_FAMILY_NAMES, FAMILY_NAMES, MEDIA, ORGANIZATION

_HAN = r"[\u3400-\u9fff〇\U00020000-\U0003ffff]"
_NAME = re.compile(
    rf"{_HAN}{{2,4}}|{_HAN}{{1,10}}(?:[·•‧・．.]{_HAN}{{1,10}}){{1,4}}"
    r"|[A-Za-z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}"
)
_HAN_ONLY = re.compile(rf"{_HAN}+")
_BREAKS = re.compile(r"[、，,;；/／|｜丨&]+|(?<=[\u3400-\u9fff])和(?=[\u3400-\u9fff]{2})(?!平|谐)")
_ORGANIZATION = re.compile(rf"[\w·“”\"《》（）()—-]{{2,30}}?(?:{ORGANIZATION})(?:[（(][\w ]{{1,12}}[)）])?")
_MEDIA = re.compile(
    rf"[一-鿿A-Za-z0-9·“”《》]{{0,14}}(?:{MEDIA})"
    r"|[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){0,3} ?(?:中文网?|News|Times|Post|Daily)"
)
_SENTENCE = re.compile(r"[。！？!?…]")
_SOLE = 3  # 王　伟　民: three single characters are one name
_PAIR = 2


def split_names(value: str) -> tuple[str, ...] | None:
    """The names of a value such as ``周燕妮 李　娜、彭沛``, padded ones whole; None when it does not hold names.

    An organization alone (``永州市融媒体中心``) counts as a name.
    """
    names: list[str] = []
    for part in _BREAKS.split(value):
        found = _blank_separated(part.strip())
        if found is None:
            return None
        names.extend(found)
    return tuple(names)


def _blank_separated(part: str) -> list[str] | None:
    if not part:
        return []
    if _NAME.fullmatch(part):
        return [part]
    tokens = _grouped(part.split())
    if all(_NAME.fullmatch(token) or is_organization(token) for token in tokens):
        return tokens
    return [part] if is_organization(part) else None


def _grouped(tokens: list[str]) -> list[str]:
    """Single characters belong together: 李 娜 → 李娜, 王 伟 民 → 王伟民, 欧阳 娜 → 欧阳娜."""
    groups: list[str] = []
    run: list[str] = []
    for token in [*tokens, ""]:
        if len(token) == 1 and _HAN_ONLY.fullmatch(token):
            if not run and groups and fold(groups[-1]) in DOUBLE_FAMILY_NAMES:
                groups[-1] += token
            else:
                run.append(token)
            continue
        groups.extend(_names_of_singles(run))
        run = []
        if token:
            groups.append(token)
    return groups


def _names_of_singles(run: list[str]) -> list[str]:
    if len(run) == _SOLE:
        return ["".join(run)]
    names: list[str] = []
    for start in range(0, len(run), _PAIR):
        pair = "".join(run[start : start + _PAIR])
        if len(pair) == 1 and names:
            names[-1] += pair
        else:
            names.append(pair)
    return names


def is_person(name: str) -> bool:
    """Whether a name begins with a known family name, or is a name with an interpunct."""
    folded = fold(unpadded(name))
    if "·" in folded and _NAME.fullmatch(folded):
        return True
    if not re.fullmatch(rf"{_HAN}{{2,4}}", folded):
        return False
    return folded[:2] in DOUBLE_FAMILY_NAMES or (folded[0] in FAMILY_NAMES and len(folded) <= _SOLE)


def is_organization(text: str) -> bool:
    """Whether a short text is the name of a body by its ending (…报, …融媒体中心, …局)."""
    return bool(_ORGANIZATION.fullmatch(fold(text))) and not _SENTENCE.search(text)


def is_medium(text: str) -> bool:
    """Whether a short text is the name of a news medium by its ending (东安融媒, …日报, …新闻网)."""
    return bool(_MEDIA.fullmatch(fold(text)))
