"""A contribution saved as e-mail: its header lines and the signature below ``--`` are no text of an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.intake.losses import LossBook

_HEAD = re.compile(
    r"(?P<key>发件人|寄件者|寄件人|收件人|收件者|抄送|密送|副本|主题|主旨|日期|发送时间|发送日期|附件|"
    r"發件人|主題|發送時間|From|To|Cc|CC|Bcc|Subject|Date|Sent|Reply-To|Attachments?)\s*[:：]\s*(?P<value>.*)"
)
_SENDERS = frozenset({"发件人", "發件人", "寄件者", "寄件人", "From"})
_SUBJECTS = frozenset({"主题", "主題", "主旨", "Subject"})
_PREFIX = re.compile(
    r"(?:(?:投稿|供稿|来稿|來稿|稿件|转发|轉寄|转|回复|回覆|答复|Re|RE|Fw|FW|Fwd|FWD)\s*[:：]\s*)+|【(?:投稿|供稿|来稿)】\s*"
)
_SIGNATURE = re.compile(r"--\s*")
_SIGNATURE_LINES = 12


def opened(lines: Sequence[str], losses: LossBook) -> list[str]:
    """The lines of a letter's text, its subject above them as a title; other texts as they are."""
    begin = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    end = begin
    while end < len(lines) and _HEAD.fullmatch(lines[end].strip()):
        end += 1
    head = [match for line in lines[begin:end] if (match := _HEAD.fullmatch(line.strip()))]
    keys = {match["key"] for match in head}
    if not (keys & _SENDERS and len(head) > 1) and "Subject" not in keys:
        return list(lines)
    title = ""
    for match in head:
        if match["key"] in _SUBJECTS and not title:
            title = _PREFIX.sub("", match["value"], count=1).strip()
        else:
            losses.add("mail_header", match[0])
    return [*([title, ""] if title else []), *_unsigned(lines[end:], losses)]


def _unsigned(lines: Sequence[str], losses: LossBook) -> list[str]:
    """The lines above a signature, which ``--`` on a line of its own begins."""
    for index in range(max(0, len(lines) - _SIGNATURE_LINES), len(lines)):
        if _SIGNATURE.fullmatch(lines[index]):
            for line in lines[index + 1 :]:
                if line.strip():
                    losses.add("mail_signature", line)
            return list(lines[:index])
    return list(lines)
