"""What chat programs and phones leave in a text that went through them: senders, times, [图片], greetings, quotes.

Precision first: a line is such a remain only when all of it is; a caller names the lines that are surely text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.intake.folding import fold
from editor.intake.names import is_person

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_CLOCK = (
    r"(?:上午|下午|凌晨|中午|晚上|早上|傍晚|夜里|[AaPp][Mm])?\s*[0-2]?\d[:：][0-5]\d(?:[:：][0-5]\d)?(?:\s*[AaPp][Mm])?"
)
_DAY = (
    r"(?:(?:19|20)?\d{2}\s*[-/年.]\s*\d{1,2}\s*[-/月.]\s*\d{1,2}\s*日?|\d{1,2}\s*[/月-]\s*\d{1,2}\s*日?"
    r"|今天|昨天|前天|刚刚|(?:星期|周|礼拜)[一二三四五六日天])"
)
_WHEN = rf"(?:{_DAY}[\s,，]*(?:(?:星期|周)[一二三四五六日天]\s*)?(?:{_CLOCK})?|{_CLOCK})"
_TIME = re.compile(rf"[-—–─_\s]*{_WHEN}[-—–─_\s]*")
_NAME = r"(?P<name>[^\s:：，。！？“”]{1,20}(?: [^\s:：，。！？“”]{1,12})?)"
_SENDER = re.compile(rf"(?:【[^】]{{1,8}}】)?{_NAME}\s*(?:[(（<][\w.@-]{{4,40}}[)）>])?\s+{_WHEN}[:：]?")
_SENDER_ALONE = re.compile(r"(?P<name>[^\s:：，。！？“”]{1,12}):")
_TOKENS = (
    "图片", "照片", "视频", "语音", "文件", "动画表情", "表情", "链接", "位置", "名片", "聊天记录", "小程序", "视频号",
    "红包", "转账", "图片消息", "文字消息", "音乐", "合并转发", "语音通话", "撤回",
)  # fmt: skip
_TOKEN = re.compile(rf"[\[【](?:{'|'.join(_TOKENS)})[\]】]")
_TOKEN_LINE = re.compile(
    rf"(?:{_TOKEN.pattern}\s*)+(?:[\w《》“”（）()·.-]{{0,60}}\.(?:docx?|pdf|jpe?g|png|zip|mp4|xlsx?|wps|txt))?"
)
_EMOJI = re.compile(
    r"\[(?:微笑|撇嘴|色|发呆|得意|流泪|害羞|呲牙|调皮|偷笑|愉快|憨笑|奋斗|抱拳|握手|强|胜利|OK|合十|玫瑰|鼓掌|捂脸"
    r"|旺柴|庆祝|加油|爱心|太阳|咖啡|拥抱|赞|笑脸|皱眉|社会社会|吃瓜|机智|耶)\]"
)
_HISTORY = re.compile(r".{1,20}(?:和.{1,20})?的聊天记录")
_BAR = re.compile(r"[-—–─_=*·.\s]{5,}")
_QUOTED = re.compile(r"[「“](?P<name>[^「」“”：:]{1,20})[：:].*[」”]", re.DOTALL)
_QUOTE_SIGN = re.compile(r"^(?:[>│┃|▏▎]\s*)+(?=\S)")
_INTRODUCTION = re.compile(
    r"(?:.{0,12}[，,。！!：:~～\s])?(?:以下|下面|下边|这|如下)是?.{0,8}(?:修改|改|最新|更新|最终|调整|定|新|终|第.|正)[^。！？]{0,6}"
    r"(?:稿|版|文|内容|全文|版本)[^。！？]{0,8}[：:。，,!！~～]?.{0,10}"
    r"|(?=.{4,30}$)[^。！？“”]{0,12}稿子?[^。！？“”]{0,12}(?:改|看看|审|核对|调整)[^。！？“”]{0,8}[：:，,~～!！]?"
)
_GREETING = re.compile(
    r"(?=.{2,45}$)(?:.{0,16}(?:您好|你好|各位|老师|主任|编辑|领导|大家|麻烦)[^。！？!?]{0,8}[，,。！!～~\s]+)?"
    r"[^。！？]{0,20}(?:请查收|请查阅|请审阅|请审核|请过目|请指正|辛苦了|谢谢老师|麻烦您?看|帮忙看|改好了|已修改|重新发|发您|发你|稿子已)[^。！？]{0,16}[。！!～~]*"
    r"(?:谢谢|辛苦了|感谢|多谢)?[！!。～~]*"
)
_SENT_FROM = re.compile(
    r"(?:发自我的|发自|来自|从我的).{1,16}(?:iPhone|iPad|手机|华为|小米|邮箱|QQ邮箱|网易邮箱).{0,8}"
)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff]")
_MENTION = re.compile(r"@[^\s@\u2005，。]{1,20}\u2005")
_EDGE = 3
_LONGEST = 60
_LONG = 120
_WHOLE = (("time", _TIME), ("token", _TOKEN_LINE), ("sent_from", _SENT_FROM), ("history", _HISTORY), ("bar", _BAR))
_AT_EDGE = (("greeting", _GREETING), ("introduction", _INTRODUCTION))
_INSIDE = (
    ("quote_sign", _QUOTE_SIGN), ("mention", _MENTION), ("token", _TOKEN), ("emoji", _EMOJI), ("invisible", _INVISIBLE),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remain:
    """Something that a chat program or a phone left in a text; its sentence is ``chat.<what>``.

    Attributes:
        what: ``sender``, ``time``, ``token``, ``history``, ``bar``, ``quoted``, ``introduction``, ``greeting``,
            ``sent_from``, ``emoji``, ``invisible``, ``mention`` or ``quote_sign``.
        text: Its characters.
        line: Number of the pasted line from 0.
    """

    what: str
    text: str
    line: int

    @property
    def message(self) -> str:
        """Key of its sentence."""
        return f"chat.{self.what}"


@dataclass(frozen=True, slots=True)
class Cleared:
    """The lines of a text without what chat programs left, and that."""

    lines: tuple[str, ...]
    remains: tuple[Remain, ...]


def cleared(lines: Sequence[str], known: Collection[str] = ()) -> Cleared:
    """Take the remains of chats out of a text.

    Args:
        lines: The text, a line a paragraph.
        known: Lines that are text, whatever they look like.

    Returns:
        The lines that are left, blank ones too.
    """
    work = _Clearing(lines, known)
    for number, line in enumerate(lines):
        work.take(number, line)
    return Cleared(tuple(work.kept), tuple(work.remains))


class _Clearing:
    def __init__(self, lines: Sequence[str], known: Collection[str]) -> None:
        self.kept: list[str] = []
        self.remains: list[Remain] = []
        self._lines = lines
        self._known = known
        filled = [number for number, line in enumerate(lines) if line.strip()]
        self._edge = {*filled[:_EDGE], *filled[-_EDGE:]}
        alone = (_SENDER_ALONE.fullmatch(line.strip()) for line in lines)
        self._alone = Counter(match["name"] for match in alone if match is not None)
        self._senders = {match["name"] for line in lines if (match := _SENDER.fullmatch(line.strip()))}

    def take(self, number: int, line: str) -> None:
        if not line.strip() or line in self._known:
            self.kept.append(line)
            return
        what = self._whole(number, line.strip())
        if what:
            self.remains.append(Remain(what, line.strip(), number))
        else:
            self.kept.append(self._inside(number, line))

    def _whole(self, number: int, line: str) -> str:
        """What a line is when all of it is a remain, else ""."""
        found = next((what for what, pattern in _WHOLE if len(line) <= _LONG and pattern.fullmatch(line)), "")
        if found:
            return found
        if self._is_sender(number, line):
            return "sender"
        if _QUOTED.fullmatch(line) and _BAR.fullmatch(self._below(number)):
            return "quoted"
        at_edge = number in self._edge and len(line) <= _LONGEST
        return next((what for what, pattern in _AT_EDGE if at_edge and pattern.fullmatch(line)), "")

    def _is_sender(self, number: int, line: str) -> bool:
        if _SENDER.fullmatch(line):
            return True
        alone = _SENDER_ALONE.fullmatch(line)
        if alone is None:
            return False
        above = self._lines[number - 1].strip() if number else ""
        again = self._alone[alone["name"]] > 1 and is_person(fold(alone["name"])) and not above
        return alone["name"] in self._senders or again

    def _below(self, number: int) -> str:
        following = (line.strip() for line in self._lines[number + 1 :])
        return next((line for line in following if line), "")

    def _inside(self, number: int, line: str) -> str:
        for what, pattern in _INSIDE:
            for found in pattern.findall(line):
                self.remains.append(Remain(what, found.strip() or found, number))
            line = pattern.sub("", line)
        return line
