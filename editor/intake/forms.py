"""What a line of body text is by its form: title, 小标题, caption, list item, quotation.

Precision first: a line that could be either is a paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.intake.dates import stamps
from editor.intake.folding import fold
from editor.intake.plausible import is_han
from editor.intake.vocabulary import LABEL_HEADING

if TYPE_CHECKING:
    from collections.abc import Sequence

_END = "。！？!?…；;，,、：:"
_CLOSING = "”’」』）)》〉】"
_STOPS = re.compile(r"[。！？!?；;…]")
_SENTENCE_END = re.compile(r"[。！？!?…][”’」』）)》〉】]*$")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节節部分、，：:]|[一二三四五六七八九十]{1,2}问[：:]|"
    r"[①-⑳]|之[一二三四五六七八九十](?=[：: 　])|[◆■●▶▲★◎☆○△□▼]+ ?)"
)
_CAPTION = re.compile(
    r"[（(【\[▲△▼↑↓◀→←■●◆]*\s*(?:图(?:为|片|中|左|右|上|下|：|:|\d|[一二三四五六]：|①|/)|上图|下图|左图|右图|题图|资料图|配图|视频截图|截图|效果图|示意图|制图)"
    r"|.{2,60}(?:摄|供图|摄影|资料照片|资料图片|图片来源.{0,20})[）)】\]]?$"
    r"|[（(【\[]?(?:摄影|图片?|制图|视频|海报|来源|资料图|图源|图片来源|供图)\s*[：:/|]\s*.{2,30}$"
)
_NOT_HEADING = re.compile(
    r"(?:记者|本报|通讯员|注|附|附件|联系|电话|地址|时间|地点|邮箱|网址|日期|主办|承办|协办|来源|作者|编辑|责编|单位|姓名|性别|年龄|价格|报名|热线|投稿|问|答|主持人|网友|"
    r"Q|A|甲|乙|丙|丁|嘉宾|受访者|采访者|旁白|字幕|画外音|同期声|导语|口播)[^:]{0,6}(?::|$)|(?:https?:|www\.)|[\d\W_]+$"
)
_LABEL = re.compile(rf"[【\[■◆●▶▲★◎□]* *(?:{LABEL_HEADING})[】\]]* *:?")
_QUESTION = re.compile(r"[^“”\"「」：:。！!？?]{5,30}[？?]")
_QUESTIONS = 2  # a single question may be one of the text
_SPEAKER = re.compile(r"([^:“”\"]{1,6}):.")
_MAX_HEADING = 36
_MAX_TITLE = 60
_TWO_CLAUSES = 20
_SHORT = 12
_MAX_SHARE = 0.5
_WRITERS = re.compile(
    r"^By\s+[A-Z]|(?:^|[\s）)])(?:本报|本報|本台|本刊|特约|特約|见习|見習|全媒体|融媒体)?"
    r"(?:记者|記者|通讯员|通訊員|撰稿|摄影|攝影)(?:[\s:：/]+[\u4e00-\u9fff·]{2,6})+$"
)
"""A line that names who wrote, also beside a name in Latin letters: it stands for no part of the text."""
_BULLET = re.compile(r"[-*•●·▪■◦‣] +(?=\S)|[•●▪◦‣](?=\S)")
_ORDERED = re.compile(r"(\d{1,2})\. +(?=\S)")
_QUOTE = re.compile(r"> ?")


def is_title(line: str) -> bool:
    """A line that may be a headline, kicker or subheadline: short, one line, no end of a sentence."""
    text = line.strip()
    return (
        0 < len(text) <= _MAX_TITLE
        and not text.rstrip(_CLOSING).endswith(tuple("。；;，,、：:"))
        and not re.search(r"[。；;](?!$)", text)
        and any(map(str.isalpha, text))
    )


def is_subheadline(line: str) -> bool:
    """副题 begins with a dash."""
    return bool(re.match(r"\s*(?:——|──|—{2,}|--+|－－|⸺)\s*\S", line)) and is_title(line)


def ends_sentence(line: str) -> bool:
    """Whether a line ends like a sentence, closing quotes and brackets aside."""
    return bool(_SENTENCE_END.search(line.rstrip()))


def is_caption(line: str) -> bool:
    """图为…, 图1：…, …摄: never a heading."""
    return bool(_CAPTION.match(fold(line.strip())))


def is_label(line: str) -> bool:
    """A line that is one of the words that head a paragraph: 记者手记, 编后."""
    return bool(_LABEL.fullmatch(fold(line.strip())))


def is_numbered(line: str) -> bool:
    """A line that begins as numbered headings do (一、, 第二章)."""
    return bool(_NUMBERED.match(line.strip()))


def headings(lines: Sequence[str]) -> list[bool]:
    """Which of the lines of a body are 小标题.

    A heading is short, does not end like a sentence, stands before a paragraph, and is one of few.
    """
    shapes = [_shape(line) for line in lines]
    quoted = [index for index, shape in enumerate(shapes) if shape == "quoted"]
    for index in quoted:  # one line that is all quotation is somebody's words, several before paragraphs are headings
        shapes[index] = "short" if len(quoted) > 1 else "other"
    _mark_questions(lines, shapes)
    speakers = _speakers(lines)
    marked = [
        shape == "numbered"
        or (shape == "label" and _heads_text(index, lines, shapes))
        or (shape == "short" and _leads(index, lines, shapes) and fold(line).split(":")[0] not in speakers)
        for index, (line, shape) in enumerate(zip(lines, shapes, strict=True))
    ]
    last_text = max((index for index, found in enumerate(marked) if not found), default=-1)
    marked = [
        found and index < last_text and not (shapes[index] == "numbered" and _in_list(index, shapes))
        for index, found in enumerate(marked)
    ]
    plain = [index for index, found in enumerate(marked) if found and shapes[index] == "short"]
    if len(plain) > max(1, len(lines) * _MAX_SHARE):
        return [found and shapes[index] == "numbered" for index, found in enumerate(marked)]
    return marked


def _shape(line: str) -> str:
    """One of numbered (一、…), short and quoted (may be a heading), other (short, but surely no heading), text."""
    text = line.strip()
    if not text or len(text) > _MAX_HEADING:
        return "text"
    numbered = bool(_NUMBERED.match(text))
    label = _LABEL.fullmatch(fold(text)) is not None
    if not label and _ends_clause(text[:-1] + "字" if numbered and text[-1] in "？！?!" else text):
        return "text"
    if label:
        return "label"
    if is_caption(text) or _NOT_HEADING.match(fold(text)) or not any(map(is_han, text)):
        return "other"
    if numbered or _wholly_quoted(text):
        return "numbered" if numbered else "quoted"
    return "other" if _no_heading(text) else "short"


def _ends_clause(text: str) -> bool:
    return (
        text.endswith(tuple(_END))
        or text.rstrip(_CLOSING).endswith(tuple("。！？!?；;，,、：:…"))
        or bool(_STOPS.search(text[:-1]))
    )


def _no_heading(text: str) -> bool:
    """In brackets, a list item, a signature with its date, a line of writers, two long clauses or more than two."""
    return (
        (text[0] in "（(【[" and text[-1] in "）)】]")
        or bool(_BULLET.match(text) or _QUOTE.match(text))
        or text.count("，") + text.count(",") > (len(text) <= _TWO_CLAUSES)
        or (len(text) <= _SHORT and _is_signature(fold(text)))
        or bool(_WRITERS.search(text))
    )


def _wholly_quoted(text: str) -> bool:
    pairs = {"“": "”", "「": "」", '"': '"', "《": "》", "‘": "’", "『": "』"}
    closing = pairs.get(text[0])
    return bool(closing) and text.find(closing or "", 1) == len(text) - 1


def _is_signature(folded: str) -> bool:
    """A date alone, or one at the end of a line."""
    found = stamps(folded)
    return bool(found) and found[-1].end == len(folded)


def _leads(index: int, lines: Sequence[str], shapes: list[str]) -> bool:
    """A plain short line leads a paragraph that is longer than itself, and does not stand among other short lines."""
    if index + 1 >= len(lines) or shapes[index + 1] != "text" or not ends_sentence(lines[index + 1]):
        return False
    if len(lines[index + 1].strip()) <= max(len(lines[index].strip()), _SHORT):
        return False
    before = shapes[index - 1] if index else "text"
    return before in {"text", "numbered"} or (before == "other" and is_caption(lines[index - 1]))


def _heads_text(index: int, lines: Sequence[str], shapes: list[str]) -> bool:
    """记者手记 and the like head whatever text follows, but among short lines."""
    return index < len(lines) - 1 and shapes[index + 1] == "text" and (not index or shapes[index - 1] != "short")


def _mark_questions(lines: Sequence[str], shapes: list[str]) -> None:
    """Several short questions, each between a paragraph and its answer, are headings."""
    found = [
        index for index in range(1, len(lines) - 1) if _asks(lines[index].strip(), lines[index - 1], lines[index + 1])
    ]
    if len(found) >= _QUESTIONS:
        for index in found:
            shapes[index] = "short"


def _asks(line: str, above: str, below: str) -> bool:
    """A short question below a paragraph, and above one that is longer and not somebody's words."""
    if not _QUESTION.fullmatch(line) or _NOT_HEADING.match(fold(line)):
        return False
    between = ends_sentence(above) and not _QUESTION.fullmatch(above.strip()) and ends_sentence(below)
    return between and len(below.strip()) > len(line) and below.strip()[0] not in '“「"—'


def _in_list(index: int, shapes: list[str]) -> bool:
    """Numbered short lines in a row are an enumeration, not headings, unless text follows each."""
    after = shapes[index + 1] if index + 1 < len(shapes) else ""
    before = shapes[index - 1] if index else ""
    return after == "numbered" and before == "numbered" and "text" not in shapes[index + 1 : index + 3]


def _speakers(lines: Sequence[str]) -> set[str]:
    """Words before a colon that begin more than one line: the parts of an interview or play, keys of a form."""
    seen: dict[str, int] = {}
    for line in lines:
        if match := _SPEAKER.match(fold(line.strip())):
            seen[match[1]] = seen.get(match[1], 0) + 1
    return {speaker for speaker, count in seen.items() if count > 1}


def bullet(line: str) -> str | None:
    """The text of a bulleted line, or None."""
    match = _BULLET.match(line.strip())
    return line.strip()[match.end() :] if match else None


def ordered(line: str) -> tuple[int, str] | None:
    """Number and text of a line such as ``1. …`` (with a blank, as in Markdown), or None."""
    match = _ORDERED.match(line.strip())
    return (int(match[1]), line.strip()[match.end() :]) if match else None


def quoted(line: str) -> str | None:
    """The text of a line that is quoted with ``>``, or None."""
    match = _QUOTE.match(line.lstrip())
    return line.lstrip()[match.end() :].strip() if match else None


def may_be_heading(line: str) -> bool:
    """Whether a line that is set in bold may be a 小标题: short, no end of a clause, no caption."""
    return _shape(line) in {"short", "numbered", "quoted", "label"}
