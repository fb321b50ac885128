"""Stretches of a text that are not Chinese prose and that no punctuation rule may touch.

URLs, e-mail addresses, code, tags, file names, formulas, times, ratios, scores, dates and telephone numbers in figures,
and runs of Latin text. The result is a mask: the same text, code point for code point, with every such character
replaced by :data:`OPAQUE`. Rules search the mask and so cannot see what they must leave alone.

Every pattern is bounded or possessive, so the time is linear in the length of the text whatever it holds.
"""

from __future__ import annotations

import re

OPAQUE = "\x1a"
"""Stands for a protected character. A control character, so that no rule takes it for text of any kind."""

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, for use inside a character class."""

_LETTER = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff"
_URL_CHARACTER = r"!#-&*-;=?-Z\[\]_a-z~"
_TOP = (
    "com|cn|net|org|gov|edu|mil|int|info|biz|io|ai|cc|tv|me|hk|tw|mo|uk|us|jp|kr|de|fr|eu|ru|sg|my|au|ca|top|xyz|"
    "vip|app|dev|club|site|news|media|online|shop"
)
_SUFFIX = (
    "docx?|xlsx?|pptx?|pdf|txt|md|html?|csv|json|xml|ya?ml|toml|py|js|css|zip|rar|7z|tar|gz|jpe?g|png|gif|webp|svg|"
    "bmp|tiff?|mp[34]|m4a|wav|mov|avi|mkv|wps|et|exe|apk|dmg|log|ini|sql|db"
)

_MARKUP = (
    re.compile(r"(?<!`)`[^`\n]{1,400}`(?!`)"),
    re.compile(r"<!--[^<>]{0,2000}-->|</?[A-Za-z][^<>\n]{0,1000}>|<![A-Za-z][^<>\n]{0,200}>"),
    re.compile(r"\$[^$\n" + HAN + r"]{1,200}\$"),
    # The address part of a Markdown link or picture: ](…)
    re.compile(r"(?<=\])\([^\s()]{1,2000}\)"),
)
_ADDRESSES = (
    re.compile(
        rf"(?<![A-Za-z0-9])(?:[A-Za-z][A-Za-z0-9+.-]{{1,20}}://|www\.)[{_URL_CHARACTER}]++"
        rf"(?:[{HAN}]{{1,20}}(?=[./?#=&%_-])[{_URL_CHARACTER}]++){{0,20}}"
    ),
    re.compile(r"(?<![A-Za-z0-9])asset:[0-9a-f]{8,64}"),
    re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"),
    re.compile(
        rf"(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{{1,63}}\.){{1,8}}(?:{_TOP})\b(?![A-Za-z0-9-])"
        rf"(?::\d{{1,5}})?(?:/[{_URL_CHARACTER}]*+)?"
    ),
    re.compile(rf"(?<![A-Za-z0-9_.\\/:-])(?:[A-Za-z]:\\)?[A-Za-z0-9_.\\/-]{{0,120}}\.(?:{_SUFFIX})(?![A-Za-z0-9])"),
    # The end of a file name in Chinese: 申报表.docx
    re.compile(rf"\.(?:{_SUFFIX})(?![A-Za-z0-9])"),
    re.compile(r"(?<![A-Za-z0-9])[A-Za-z]:\\[^\s，。；、”’」』）》]{1,200}"),
    re.compile(r"(?<![A-Za-z0-9])@[A-Za-z0-9_]{1,40}"),
    # Options of a command: --lang zh_CN
    re.compile(r"(?<![^\s（(“])--?[A-Za-z][A-Za-z0-9-]{1,40}(?:=[!-~]{1,80})?"),
)
_FIGURES = (
    # Times, ratios and scores with a colon: 21:44:50, 1：500, 3∶1.
    re.compile(r"\d{1,6}+(?:\.\d{1,4})?(?:[:：∶]\d{1,6}(?:\.\d{1,4})?){1,4}"),
    # Dates, telephone numbers, codes and identifiers of three or more parts: 2021-09-19; of letters and figures: F-16.
    re.compile(r"(?<![A-Za-z0-9_.])[A-Za-z0-9]{1,12}(?:[-/][A-Za-z0-9]{1,12}){2,8}(?![A-Za-z0-9_])"),
    re.compile(
        r"(?<![A-Za-z0-9_.])(?:[A-Za-z]{1,8}\d{0,6}[-/]\d{1,8}|\d{1,6}[-/][A-Za-z]{1,8}\d{0,6})[A-Za-z]{0,3}(?![A-Za-z0-9_])"
    ),
    # Telephone numbers: area code and number, hot lines, ISSN and CN numbers.
    re.compile(r"(?<!\d)(?:\(0\d{2,3}\)\s?|（0\d{2,3}）\s?|0\d{2,3}[-— ])\d{7,8}(?:[-—转]\d{1,6})?(?!\d)"),
    re.compile(
        r"(?<!\d)(?:400|800)-?\d{3,4}-?\d{3,4}(?!\d)|(?<!\d)\d{4}-\d{3}[\dXx](?!\d|年)|(?<!\d)\d{2}-\d{4}(?!\d|年)"
    ),
    # Versions, section numbers and addresses of machines: 3.11.2.
    re.compile(r"(?<![A-Za-z0-9_.])[vV]?\d{1,5}(?:\.\d{1,5}){2,6}(?![A-Za-z0-9_.])"),
    # Formulas: something, a sign of arithmetic or comparison, something.
    re.compile(r"(?<![A-Za-z0-9_])[A-Za-z0-9.()]{1,30}\s?(?:[=≈≠≤≥<>±×÷^+*]\s?[A-Za-z0-9.()/-]{1,30}){1,12}"),
)
_LATIN_RUN = re.compile(rf"[ !-~{_LETTER}’‘–]+")
_LETTERS = re.compile(rf"[{_LETTER}]")
_EDGE = " \t!\"'(),-.:;?[]{}~’‘–*#|<>_/\\"


def mask(text: str) -> str:
    """The text with every protected character replaced by :data:`OPAQUE`; the same length."""
    if text.isascii() and _LETTERS.search(text):
        return OPAQUE * len(text) if "\n" not in text else re.sub(r"[^\n]", OPAQUE, text)
    for group in (_MARKUP, _ADDRESSES, _FIGURES):
        for pattern in group:
            text = pattern.sub(_hide, text)
    return _LATIN_RUN.sub(_hide_latin, text)


def _hide(match: re.Match[str]) -> str:
    found = match[0]
    kept = found.rstrip(".,;:!?") if match.re in _ADDRESSES else found
    return OPAQUE * len(kept) + found[len(kept) :]


def _hide_latin(match: re.Match[str]) -> str:
    """A run of Latin text loses its inner characters; marks at its edges stay, they may belong to the Chinese text.

    A single word or abbreviation stays visible (GDP增长 is a matter of spacing), its inner marks do not.
    """
    found = match[0]
    if not _LETTERS.search(found):
        return found
    core = found.strip(_EDGE)
    if not core:
        return found
    start = found.index(core)
    inner = core if core.isalnum() else OPAQUE * len(core)
    return found[:start] + inner + found[start + len(core) :]
