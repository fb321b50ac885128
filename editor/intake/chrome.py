"""What a site prints round an article: view counts, share buttons, breadcrumbs, related lists, copyright lines.

Inside a header or foot line pieces are cut out (:func:`pieces`); a line of its own is told by its form
(:func:`whole_line`). A sentence is never chrome, whatever words it holds (点击量突破1亿).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import resources
from editor.intake.names import is_medium

_DATA = resources.table("dictionaries/page_chrome.toml")


def _joined(patterns: list[str]) -> str:
    """The alternatives as one pattern, fragments put in."""
    pattern = "|".join(patterns)
    for name, words in _DATA["fragments"].items():
        pattern = pattern.replace("{" + name + "}", "(?:" + "|".join(words) + ")")
    return pattern


_PIECES = tuple((entry["what"], re.compile(_joined(entry["patterns"]))) for entry in _DATA["pieces"])
_WHOLE = tuple(
    (entry["what"], re.compile(rf"[\[(<]? *(?:{_joined(entry['patterns'])}) *[\])>]?")) for entry in _DATA["lines"]
)
_WHOLE_BY_NAME = dict(_WHOLE)
_RELATED = re.compile(
    r"[\[(<◆■●▶★#▪◎▼↓·-]* *" + _joined(["{MARKER}"]) + r" *[\])>:]*(?:(?:更多|more|MORE|换一换|>)[ >]*)?"
)
_STAMP_OF_SITE = re.compile(_joined(_DATA["site_stamp"]["patterns"]))
_MENU = re.compile(r"[\w“”]{1,5}(?:(?: *\| *| +|/| *· *)[\w“”]{1,5}){3,}")
_MENU_WORDS = (
    "首页",
    "新闻",
    "专题",
    "视频",
    "政务",
    "民生",
    "图片",
    "要闻",
    "专栏",
    "资讯",
    "频道",
    "首頁",
    "评论",
    "文化",
    "旅游",
    "直播",
)
_MENU_HITS = 2
_SENTENCE = re.compile(r"[。！？；]|[一-龥]，[一-龥]")
_SENTENCE_LENGTH = 24
_DECORATION = " \t—─=~*▲▼△▽◆◇■□●○★☆↓↑…_"
_COUNT = re.compile(r"\d{1,6}(?:\.\d)?(?:万|w|k)?\+?")
# A sentence with its full stop is text (扫一扫，就能看到自家的地块。), but for notices and calls to follow an account.
_STATEMENT = re.compile("。[”’」』)]*$")
_STATED = frozenset({"player", "registration"})
_NOTICES = ("copyright", "consent")  # sentences by their form
_ITEM_SIGN = re.compile(r"^(?:[①-⑳※*•●■◆▲>]+ *|[(\[]?\d{1,2}(?:[.、)\]] ?))")
_CERTAIN = re.compile("公众号|蓝[字色]|在看|视频号|关注我们(?!的)|阅读原文|小程序")
_LONGEST = 400  # no line of chrome is longer; keeps hostile lines from costing time


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of chrome inside a line."""

    start: int
    end: int
    what: str


def pieces(folded: str) -> list[Piece]:
    """Chrome inside a header or foot line (folded), left to right, not overlapping."""
    found: list[Piece] = []
    for what, pattern in _PIECES:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if end > start and all(end <= piece.start or start >= piece.end for piece in found):
                found.append(Piece(start, end, what))
    return sorted(found, key=lambda piece: piece.start)


def only_pieces(folded: str) -> str | None:
    """The kind of the first piece when a line (folded) is nothing but pieces and separators."""
    found = pieces(folded)
    rest, position = "", 0
    for piece in found:
        rest += folded[position : piece.start]
        position = piece.end
    rest += folded[position:]
    return found[0].what if found and not rest.strip(" |/·,;[]()<>-:") else None


def whole_line(line: str, folded: str) -> str | None:
    """What kind of chrome a line is, or None. Sentences never are, but for copyright notices, which begin as such."""
    text = folded.strip()
    if not text or len(text) > _LONGEST:
        return None
    notice = next((name for name in _NOTICES if _WHOLE_BY_NAME[name].fullmatch(_ITEM_SIGN.sub("", text))), None)
    if notice:
        return _kind(text) or notice
    if len(text) > _SENTENCE_LENGTH and _SENTENCE.search(line):
        return None
    plain = text.strip(_DECORATION)
    kind = _kind(text) or (_kind(plain) if plain and plain != text else None)
    if kind and _STATEMENT.search(text) and kind not in _STATED and not _CERTAIN.search(text):
        return None
    return kind


def _kind(text: str) -> str | None:
    for what, pattern in _WHOLE:
        if pattern.fullmatch(text):
            return str(what)
    return only_pieces(text) or ("navigation" if is_menu(text) else None)


def is_bare_count(line: str) -> bool:
    """A number alone: how many read or liked an article, when it stands beside other chrome."""
    return bool(_COUNT.fullmatch(line.strip()))


def is_menu(text: str) -> bool:
    """A navigation bar: at least four short words with separators, two of them names of sections."""
    return bool(_MENU.fullmatch(text)) and sum(word in text for word in _MENU_WORDS) >= _MENU_HITS


def is_menu_word(folded: str) -> bool:
    """The name of a section in a menu."""
    return folded.strip() in _MENU_WORDS


def is_related_marker(folded: str) -> bool:
    """A line that begins a list of other articles (相关阅读)."""
    return bool(_RELATED.fullmatch(folded.strip()))


def is_site_stamp(folded: str) -> bool:
    """主办单位, 地址, 技术支持 … of a site; at the end of a notice the same lines are text, so the place decides."""
    return bool(_STAMP_OF_SITE.fullmatch(folded.strip(" |·※*")))


def is_site_name(line: str) -> bool:
    """A line that is the name of a news medium and nothing else (東安融媒)."""
    return is_medium(line.strip())
