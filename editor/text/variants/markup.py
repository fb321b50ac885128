"""What in a text never changes: code, addresses, file names, labels, tags, ids (plain text and Markdown)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_ADDRESS = r"[A-Za-z0-9\-._~%/?#\[@!$&'*+,;=:|\\{}^]"
_JOINT = r"(?<=[/.=?&#_\-:@])"
_SUFFIXES = (
    "jpe?g|png|gif|webp|svg|bmp|tiff?|heic|mp4|mov|avi|mp3|wav|m4a|pdf|docx?|xlsx?|pptx?|wps|txt|rtf|zip|rar|7z|md|"
    "html?|json|csv|tsv|py|js|css|toml|ya?ml|xml|db"
)
_DOMAINS = "com|cn|net|org|gov|edu|info|tv|cc|io|tw|hk|mo|top|xyz|vip|app|dev|me|co|uk|us|jp"

_MARKDOWN = (
    # fenced code; an open fence runs to the end of the text
    (
        ("```", "~~~"),
        (
            r"^[ >]{0,9}(?P<fence>`{3,}|~{3,})[^\n]*(?:\n(?![ >]{0,9}(?P=fence))[^\n]*)*"
            r"(?:\n[ >]{0,9}(?P=fence)[`~]*[ \t]*$)?"
        ),
    ),
    # code in a line
    (("`",), r"(?<!`)(?P<ticks>`{1,3})(?!`)[^\n]{1,300}?(?<!`)(?P=ticks)(?!`)"),
    # tags and comments of HTML, addresses between < and >
    (("<",), r"<!--.*?-->|</?[A-Za-z][^<>\n]*>|<[A-Za-z0-9._%+\-]{1,64}@[^<>\s]+>"),
    # target of a link or picture
    (("](",), r"(?<=\]\()[ \t]*(?:<[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))+)"),
    # label of a reference or footnote, definition of one
    (
        ("][", "[^", "]:"),
        r"(?<=\])\[[^\]\n]{0,200}\]|\[\^[^\]\n]{1,60}\]|^ {0,3}\[[^\]\n]+\]:[ \t]*\S+",
    ),
)
_ADDRESSES = (
    # Han characters belong to addresses after one of / . = ? & # _ - only
    (
        ("://", "www.", "WWW.", "Www.", "asset:", "mailto:"),
        rf"(?:[A-Za-z][A-Za-z0-9+.\-]{{0,20}}://|(?i:www)\.|asset:|mailto:)(?:{_ADDRESS}|{_JOINT}[{_HAN}]+)+",
    ),
    (
        re.compile(rf"\.(?i:{_DOMAINS})(?![A-Za-z0-9])"),
        (
            rf"(?<![A-Za-z0-9\-.])(?:[A-Za-z0-9\-]{{1,63}}\.){{1,8}}(?i:{_DOMAINS})(?![A-Za-z0-9])"
            rf"(?:[/?#:](?:{_ADDRESS}|{_JOINT}[{_HAN}]+)*)?"
        ),
    ),
    (("//",), rf"(?<=//)(?:[{_HAN}A-Za-z0-9\-]+\.)+[{_HAN}A-Za-z]+"),
)
"""Patterns with what must stand somewhere in a text, so that looking for them is worth its time."""


@cache
def _either(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts), re.MULTILINE)


# Looked for from their middle, the @ or the dot: from their beginning every Han character might be one.
_MAIL = re.compile(rf"@((?:[A-Za-z0-9\-]+|[{_HAN}]+(?=\.))(?:\.(?:[A-Za-z0-9\-]+|[{_HAN}]+(?=\.[A-Za-z])))+)")
_SUFFIX = re.compile(rf"\.(?:{_SUFFIXES})(?![A-Za-z0-9])", re.IGNORECASE)
_MAIL_NAME = re.compile(r"[A-Za-z0-9._%+\-]")
_HAN_MAIL_NAME = re.compile(rf"[{_HAN}0-9._%+\-]")
_FILE_NAME = re.compile(rf"[{_HAN}\w\-./\\%~]")
_LONGEST_MAIL_NAME, _LONGEST_HAN_NAME, _LONGEST_FILE_NAME = 64, 32, 65
_LEADING = re.compile(
    r"^(?:请|可|并|再|先|也|已|将)*(?:请看|请见|请查看|请查收|请下载|请打开|请填写|请阅读|请点击|请参阅|点击下载|可下载|详见|参见|见附件|名为|命名为|保存为|另存为|"
    r"請看|請見|請查看|請查收|請下載|請打開|請填寫|請閱讀|請點擊|請參閱|點擊下載|可下載|詳見|參見|見附件|名為|命名為|保存為|另存為)(?=[^.])"
)
"""What leads to the name of a file and is no part of it."""
_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_KANA_RUN = re.compile(rf"[ぁ-ヺー・]+(?:[{_HAN}々]+[ぁ-ヺー]+)+")
_INSIDE = r"[^「」『』“”‘’《》〈〉（）()\n]{0,80}"
_QUOTED_KANA = re.compile(rf"[「『“‘《〈（(]{_INSIDE}[ぁ-ヺ]{_INSIDE}[」』”’》〉）)]")
_MATTER = re.compile(r"\A---\n(.*?\n)---(?:\n|\Z)", re.DOTALL)
_FIXED_LINE = re.compile(
    r"^(?:id|number|variant|origin|origin_url|state|published_at|deadline|publish_at|embargo|cover)[ \t]*:[^\n]*$"
    r"|^[A-Za-z_][\w\-]*(?=[ \t]*:)",
    re.MULTILINE,
)


def fixed(text: str, *, prose: bool = False) -> list[tuple[int, int]]:
    """Spans that must come out as they are, in order, without overlap.

    Args:
        text: Markdown or plain text.
        prose: The text has no Markdown (text of blocks): only addresses, file names and Japanese are looked for.
    """
    spans: list[tuple[int, int]] = []
    if not prose and text.startswith("---\n") and (matter := _MATTER.match(text)):
        spans.extend(found.span() for found in _FIXED_LINE.finditer(text, matter.start(1), matter.end(1)))
    possible = _ADDRESSES if prose else (*_MARKDOWN, *_ADDRESSES)
    if parts := [pattern for hints, pattern in possible if _stands(hints, text)]:
        spans.extend(found.span() for found in _either(*parts).finditer(text) if found.group())
    spans.extend(_mail_and_files(text, _merged(spans)))
    if _KANA.search(text):
        spans.extend(found.span() for pattern in (_QUOTED_KANA, _KANA_RUN) for found in pattern.finditer(text))
    return _merged(spans)


def _stands(hints: tuple[str, ...] | re.Pattern[str], text: str) -> bool:
    if isinstance(hints, re.Pattern):
        return hints.search(text) is not None
    return any(hint in text for hint in hints)


def _mail_and_files(text: str, known: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of e-mail addresses and names of files outside the spans that are known already."""
    ends = [end for _, end in known]
    for found in (*_MAIL.finditer(text), *_SUFFIX.finditer(text)):
        place = bisect_right(ends, found.start())
        if place < len(known) and known[place][0] <= found.start():
            continue
        least = ends[place - 1] if place else 0
        start = _mail_start(text, found.start(), least) if found.group()[0] == "@" else _file_start(text, found, least)
        if start < found.start():
            yield start, found.end()


def _back(text: str, end: int, least: int, character: re.Pattern[str]) -> int:
    """Where the run of certain characters that ends at ``end`` begins, ``least`` at the earliest."""
    while end > least and character.match(text[end - 1]):
        end -= 1
    return end


def _mail_start(text: str, end: int, least: int) -> int:
    """Where the name before an @ begins.

    It is of Latin characters, or else of Han characters only: 发邮件到hello@… is a sentence and an address.
    """
    start = _back(text, end, max(least, end - _LONGEST_MAIL_NAME), _MAIL_NAME)
    if end and not text[end - 1].isascii():
        start = _back(text, end, max(least, end - _LONGEST_HAN_NAME), _HAN_MAIL_NAME)
    return start


def _file_start(text: str, found: re.Match[str], least: int) -> int:
    """Where the name of a file begins, without words before it that only lead to it (请看发展报告.docx)."""
    end = found.start()
    start = _back(text, end, max(least, end - _LONGEST_FILE_NAME), _FILE_NAME)
    leading = _LEADING.match(text[start:end])
    return start + (leading.end() if leading else 0)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
