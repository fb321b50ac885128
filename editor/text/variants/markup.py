"""What in a text never changes: code, addresses, file names, labels, tags, ids (plain text and Markdown)."""

from __future__ import annotations

import re

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
    r"^[ >]{0,9}(?P<fence>`{3,}|~{3,})[^\n]*(?:\n(?![ >]{0,9}(?P=fence))[^\n]*)*(?:\n[ >]{0,9}(?P=fence)[`~]*[ \t]*$)?",
    # code in a line
    r"(?<!`)(?P<ticks>`{1,3})(?!`)[^\n]{1,300}?(?<!`)(?P=ticks)(?!`)",
    # tags and comments of HTML, addresses between < and >
    r"<!--.*?-->|</?[A-Za-z][^<>\n]*>|<[A-Za-z0-9._%+\-]{1,64}@[^<>\s]+>",
    # target of a link or picture, label of a reference or footnote, definition of one
    r"(?<=\]\()[ \t]*(?:<[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))+)",
    r"(?<=\])\[[^\]\n]{0,200}\]|\[\^[^\]\n]{1,60}\]|^ {0,3}\[[^\]\n]+\]:[ \t]*\S+",
)
_PLAIN = (
    # addresses: Han characters belong to them after one of / . = ? & # _ - only
    rf"(?:[A-Za-z][A-Za-z0-9+.\-]{{0,20}}://|www\.|asset:|mailto:)(?:{_ADDRESS}|{_JOINT}[{_HAN}]+)+",
    rf"[A-Za-z0-9._%+\-]{{1,64}}@(?:[A-Za-z0-9\-]+|[{_HAN}]+(?=\.))(?:\.(?:[A-Za-z0-9\-]+|[{_HAN}]+(?=\.[A-Za-z])))+",
    # (a name before @ in Han characters only: 发邮件到hello@… is a sentence and an address)
    rf"(?<![\w.])[{_HAN}0-9._%+\-]{{0,31}}[{_HAN}]@(?:[{_HAN}A-Za-z0-9\-]+\.)+[A-Za-z]{{2,}}",
    rf"(?<![A-Za-z0-9\-.])(?:[A-Za-z0-9\-]{{1,63}}\.){{1,8}}(?:{_DOMAINS})(?![A-Za-z0-9])(?:[/?#:](?:{_ADDRESS}|{_JOINT}[{_HAN}]+)*)?",
    rf"(?<=//)(?:[{_HAN}A-Za-z0-9\-]+\.)+[{_HAN}A-Za-z]+",
    # file names
    rf"[{_HAN}\w\-./\\%~]{{0,64}}[{_HAN}\w\-]\.(?:{_SUFFIXES})(?![A-Za-z0-9])",
)


_LEADING = re.compile(
    r"^(?:请|可|并|再|先|也|已|将)*(?:请看|请见|请查看|请查收|请下载|请打开|请填写|请阅读|请点击|请参阅|点击下载|可下载|详见|参见|见附件|名为|命名为|保存为|另存为|"
    r"請看|請見|請查看|請查收|請下載|請打開|請填寫|請閱讀|請點擊|請參閱|點擊下載|可下載|詳見|參見|見附件|名為|命名為|保存為|另存為)(?=[^.])"
)
"""What leads to the name of a file and is no part of it."""


def _either(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts), re.MULTILINE | re.IGNORECASE)


_IN_MARKDOWN = _either(*_MARKDOWN, *_PLAIN)
_IN_PROSE = _either(*_PLAIN)
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
    pattern = _IN_PROSE if prose else _IN_MARKDOWN
    spans.extend((_without_leading(found), found.end()) for found in pattern.finditer(text) if found.group())
    if _KANA.search(text):
        spans.extend(found.span() for pattern in (_QUOTED_KANA, _KANA_RUN) for found in pattern.finditer(text))
    return _merged(spans)


def _without_leading(found: re.Match[str]) -> int:
    """Where a span starts, without words before it that only lead to it (请看发展报告.docx)."""
    leading = _LEADING.match(found.group())
    return found.start() + (leading.end() if leading else 0)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
