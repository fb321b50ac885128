"""Where the pictures that came beside a text belong in it: by reference, by number (图1：…), by file name, by order."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from editor.intake import forms
from editor.intake.folding import fold
from editor.intake.plausible import is_han
from editor.markup.blocks import Footnote, Heading, Image, Paragraph, block_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.intake.losses import LossBook
    from editor.intake.packed import Picture
    from editor.markup.blocks import Block

_WORD = r"(?:图片|照片|插图|配图|题图|图)"
_FIGURE = r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})"
# 图1：茶农采茶。 / （图1） / 【此处插入图片2】 / 图1
_NUMBERED = re.compile(
    rf"[（(\[【]?\s*(?:此处|这里)?(?:插入|插|配|放)?\s*{_WORD}\s*{_FIGURE}\s*(?P<end>[）)\]】]?)\s*(?P<sign>[:：、.．]?)\s*(?P<text>.*)",
    re.DOTALL,
)
_OF_FILE = re.compile(rf"(?:.*?[^\d])??(?:{_WORD}|pic|photo|image|img)?[ _-]*0*(?P<n>\d{{1,3}})", re.IGNORECASE)
_NO_WORDS = re.compile(
    r"^(?:微信图片|微信截图|屏幕截图|QQ图片|QQ截图|图片|照片|插图|配图|未命名|无标题|图)?[\W_\d]*$|^mmexport|^截屏",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"^(?:{_WORD})?[\s_(（-]*\d{{1,3}}[)）]?[\s_.、:：-]+")
_HEAD_OF_CAPTIONS = re.compile(r"[（(【\[]?(?:图片说明|照片说明|图片文字|图说|图注|附图|配图说明)[）)】\]]?[:：]?")
_IN_LIST = re.compile(r"(?P<n>\d{1,2})\s*[.、．:：)）]\s*(?P<text>\S.*)", re.DOTALL)
_FIRST = re.compile(r"(?:题图|头图|首图|封面|封面图|主图)[\W_\d]*")
_FEWEST_HAN = 4
_LONGEST = 200
_SHORTEST_NAME = 3
_HAN_DIGITS = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)}
_TEN = 10


@dataclass(frozen=True, slots=True)
class Beside:
    """A picture that came beside a text.

    Attributes:
        path: Where it stood, ``/`` between folders.
        of_page: Whether it was saved with a web page, so that it belongs to the text only where the page shows it.
    """

    path: str
    picture: Picture
    of_page: bool = False

    @property
    def name(self) -> str:
        """Its file name."""
        return self.path.rpartition("/")[2]

    @property
    def stem(self) -> str:
        """Its file name without the suffix."""
        return self.name.rpartition(".")[0] or self.name


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts 图2 before 图10."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.lower())
        for part in re.split(r"(\d{1,9})", name)
        if part
    )


def placed(
    blocks: Sequence[Block], beside: Iterable[Beside], folder: str, captions: Sequence[str], losses: LossBook
) -> list[Block]:
    """The blocks with every picture where it belongs.

    Args:
        blocks: The text.
        beside: The pictures.
        folder: Folder of the text, for the addresses that it names.
        captions: Lines of a file of captions, [] when there is none.
        losses: Where it is noted what was put where.
    """
    shown = {block.source for block in blocks if isinstance(block, Image)}
    waiting: list[Beside] = []
    for each in sorted(beside, key=lambda each: natural(each.path)):
        if f"asset:{each.picture.asset}" in shown:
            losses.add("picture_twice", each.name, kept=True)
        else:
            waiting.append(each)
            shown.add(f"asset:{each.picture.asset}")
    work = _Placing(list(blocks), waiting, losses)
    work.by_reference(folder)
    work.by_line()
    work.by_list()
    work.by_order()
    return work.rest(captions)


class _Placing:
    def __init__(self, blocks: list[Block], waiting: list[Beside], losses: LossBook) -> None:
        self._blocks: list[Block] = blocks
        self._waiting = waiting
        self._losses = losses
        self._numbers = _numbers(waiting)

    def by_reference(self, folder: str) -> None:
        """Pictures that the text names by address: by path, else by file name."""
        shown: set[str] = set()
        by_path = {each.path: each for each in self._waiting}
        by_name = {each.name: each for each in reversed(self._waiting)}
        by_tail = {"/".join(each.path.split("/")[-2:]): each for each in self._waiting if each.of_page}
        for index, block in enumerate(self._blocks):
            if not isinstance(block, Image) or block.source.startswith(("asset:", "data:")):
                continue
            address = unquote(block.source.partition("?")[0].partition("#")[0]).replace("\\", "/")
            found = by_tail.get("/".join(address.split("/")[-2:]))  # its address was made absolute with the page's
            if found is None and not address.startswith(("http:", "https:")):
                path = posixpath.normpath(posixpath.join(folder, address))
                found = by_path.get(path) or by_name.get(address.rpartition("/")[2])
            if found is not None:
                self._blocks[index] = replace(block, source=f"asset:{found.picture.asset}")
                shown.add(found.path)
        self._waiting = [each for each in self._waiting if each.path not in shown and not each.of_page]

    def by_line(self) -> None:
        """Paragraphs that are a caption or a place by number or file name."""
        for index, block in enumerate(self._blocks):
            text = block_text(block).strip() if isinstance(block, Paragraph) else ""
            if not text or len(text) > _LONGEST or not self._waiting or self._has_picture(index):
                continue
            found = _said(text, self._waiting, self._numbers)
            if found is not None:
                each, caption = found
                self._put(index, each, caption)

    def by_list(self) -> None:
        """Numbered lines below 图片说明： are captions, and that line goes when one of them was taken."""
        for head, block in enumerate(self._blocks):
            if not isinstance(block, Paragraph | Heading) or not _HEAD_OF_CAPTIONS.fullmatch(block_text(block).strip()):
                continue
            before = len(self._waiting)
            for index in range(head + 1, len(self._blocks)):
                text = block_text(self._blocks[index]).strip()
                found = _IN_LIST.fullmatch(text)
                each = self._numbers.get(int(found["n"])) if found else None
                if each is None or each not in self._waiting or not isinstance(self._blocks[index], Paragraph):
                    break
                self._put(index, each, text)
            if len(self._waiting) < before:
                self._losses.add("picture_place", block_text(block), kept=True)
                del self._blocks[head]
            return

    def by_order(self) -> None:
        """Captions by form without a number, when there are as many of them as there are pictures left."""
        free = [
            index
            for index, block in enumerate(self._blocks)
            if isinstance(block, Paragraph)
            and 0 < len(text := block_text(block).strip()) <= _LONGEST
            and forms.is_caption(text)
            and not self._has_picture(index)
        ]
        if len(free) == len(self._waiting):
            for index, each in zip(free, list(self._waiting), strict=True):
                self._put(index, each, block_text(self._blocks[index]).strip())

    def rest(self, captions: Sequence[str]) -> list[Block]:
        """What is left stands at the end, before the notes, with a caption from its file or its name."""
        first: list[Block] = []
        added: list[Block] = []
        lines = [line.strip() for line in captions if line.strip()]
        for each in list(self._waiting):
            caption = ""
            for line in lines:
                found = _said(line, [each], self._numbers)
                if found is not None:
                    caption = found[1]
                    break
            else:
                caption = _words_of(each.stem)
            image = Image(f"asset:{each.picture.asset}", caption=caption)
            if _FIRST.fullmatch(each.stem):
                first.append(image)
            else:
                added.append(image)
                self._losses.add("picture_appended", each.name, kept=True)
        blocks = _captioned(self._blocks)
        end = next((index for index, block in enumerate(blocks) if isinstance(block, Footnote)), len(blocks))
        return [*first, *blocks[:end], *added, *blocks[end:]]

    def _has_picture(self, index: int) -> bool:
        """Whether a picture stands directly above a line, whose caption it then is."""
        above = self._blocks[index - 1] if index > 0 else None
        return isinstance(above, Image) and not above.caption

    def _put(self, index: int, each: Beside, caption: str) -> None:
        if not caption:
            self._losses.add("picture_place", block_text(self._blocks[index]), kept=True)
        self._blocks[index] = Image(f"asset:{each.picture.asset}", caption=caption)
        self._waiting = [other for other in self._waiting if other is not each]


def _captioned(blocks: Sequence[Block]) -> list[Block]:
    """A caption by form below a picture that was put above it."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        text = block_text(block).strip() if isinstance(block, Paragraph) else ""
        if isinstance(above, Image) and not above.caption and 0 < len(text) <= _LONGEST and forms.is_caption(text):
            found[-1] = replace(above, caption=text)
        else:
            found.append(block)
    return found


def _numbers(pictures: Sequence[Beside]) -> dict[int, Beside]:
    """Which picture is which number by its file name; none where two have the same."""
    found: dict[int, list[Beside]] = {}
    for each in pictures:
        match = _OF_FILE.fullmatch(each.stem)
        if match:
            found.setdefault(int(match["n"]), []).append(each)
    return {number: those[0] for number, those in found.items() if len(those) == 1}


def _said(text: str, waiting: Sequence[Beside], numbers: dict[int, Beside]) -> tuple[Beside, str] | None:
    """The picture that a line is about and its caption, "" when the line only says where it goes."""
    for each in waiting:
        for name in (each.name, each.stem):
            bare = text.lstrip("（([【《").lower()
            if len(name) >= _SHORTEST_NAME and bare.startswith(name.lower()):
                rest = bare[len(name) :].strip("）)]】》:：,，、.．-—_ \t\u3000")
                if not rest or not bare[len(name)].isalnum():
                    return each, text[text.lower().rfind(rest) :] if rest else ""
    match = _NUMBERED.fullmatch(text)
    number = _number(match["n"]) if match else None
    if match is None or number not in numbers or numbers[number] not in waiting:
        return None
    if not match["text"].strip("）)]】。 "):
        return numbers[number], ""
    # 图1显示… is a sentence about a picture; 图1：…, 图1 …, （图1）… are captions.
    apart = match["sign"] or match["end"] or text[match.end("n") : match.end("n") + 1].isspace()
    return (numbers[number], text) if apart else None


def _number(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    if text in _HAN_DIGITS:
        return _HAN_DIGITS[text]
    tens, _, ones = text.partition("十")
    if "十" not in text or len(tens) > 1 or len(ones) > 1:
        return None
    return _HAN_DIGITS.get(tens, 1) * _TEN + _HAN_DIGITS.get(ones, 0)


def _words_of(stem: str) -> str:
    """A caption from a file name, "" when it is only a number or what cameras and phones call their files."""
    words = _LEADING.sub("", stem).strip(" _-")
    if _NO_WORDS.search(words) or sum(map(is_han, fold(words))) < _FEWEST_HAN:
        return ""
    return words.replace("_", " ")
