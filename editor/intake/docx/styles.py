"""Styles of a DOCX file: what a paragraph is by its style, and which marks a style gives, through its ancestors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.intake.docx.xml import attribute, child, number, switch, tag, value
from editor.markup.blocks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.intake.docx.xml import Element

_BODY_LEVEL = 9  # outline level of body text (ECMA-376 part 1, 17.3.1.20)
_HEADING = re.compile(r"(?:heading|标题|標題|見出し)([1-9])")
_ROLES = {
    **dict.fromkeys(("title", "标题", "標題", "文档标题", "文章标题", "大标题", "主标题", "正标题", "主題", "稿件标题"),
        "title",
   ),
    **dict.fromkeys(("subtitle", "副标题", "副標題", "副题", "副題"), "subtitle"),
    **dict.fromkeys(("kicker", "引题", "引題", "肩题", "眉题"), "kicker"),
    **dict.fromkeys(("小标题", "小標題", "插题", "小標"), "heading"),
    **dict.fromkeys(("caption", "题注", "題注", "標號", "图注", "图说", "图片说明", "圖說"), "caption"),
    **dict.fromkeys(("quote", "intensequote", "引用", "明显引用", "鮮明引文", "引文", "blocktext", "文本块"), "quote"),
}  # fmt: skip
_DEEPEST = 30
_MARKS = (
    (Mark.STRONG, ("w:b",)),
    (Mark.EMPHASIS, ("w:i",)),
    (Mark.STRIKE, ("w:strike", "w:dstrike")),
)


@dataclass(frozen=True, slots=True)
class Look:
    """What run properties say; None = nothing, so that a style further away decides."""

    marks: dict[Mark, bool]
    hidden: bool | None = None
    size: int | None = None
    raised: str | None = None
    font: str | None = None


def look_of(properties: Element | None) -> Look:
    """What ``w:rPr`` says itself."""
    marks: dict[Mark, bool] = {}
    if properties is None or not len(properties):
        return _NOTHING
    for mark, names in _MARKS:
        said = [on for name in names if (on := switch(properties, name)) is not None]
        if said:
            marks[mark] = any(said)
    underline = child(properties, "w:u")
    if underline is not None:
        marks[Mark.UNDERLINE] = (attribute(underline, "w:val") or "none") != "none"
    dots = value(properties, "w:em")
    if dots is not None and dots != "none":
        marks[Mark.EMPHASIS] = True  # 着重号 is how Chinese emphasizes
    fonts = child(properties, "w:rFonts")
    return Look(
        marks,
        switch(properties, "w:vanish"),
        number(properties, "w:sz"),
        value(properties, "w:vertAlign"),
        None if fonts is None else attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi"),
    )


_NOTHING = Look({})


class Styles:
    """The table of styles."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self.default = ""
        self._looks: dict[str, Look] = {}
        self._roles: dict[str, tuple[str, int | None]] = {}
        for style in root if root is not None else ():
            if tag(style) != "w:style":
                continue
            name = attribute(style, "w:styleId") or ""
            self._styles.setdefault(name, style)
            if attribute(style, "w:type") == "paragraph" and attribute(style, "w:default") in {"1", "true", "on"}:
                self.default = self.default or name

    def chain(self, name: str) -> Iterator[Element]:
        """A style and those it is based on; a circle ends."""
        seen: set[str] = set()
        while name in self._styles and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            style = self._styles[name]
            yield style
            name = value(style, "w:basedOn") or ""

    def look(self, name: str) -> Look:
        """What a style and its ancestors say together."""
        if name not in self._looks:
            marks: dict[Mark, bool] = {}
            hidden: bool | None = None
            size: int | None = None
            raised: str | None = None
            font: str | None = None
            for style in self.chain(name):
                own = look_of(child(style, "w:rPr"))
                marks = own.marks | marks
                hidden = own.hidden if hidden is None else hidden
                size = own.size if size is None else size
                raised = raised or own.raised
                font = font or own.font
            self._looks[name] = Look(marks, hidden, size, raised, font)
        return self._looks[name]

    def role(self, name: str) -> tuple[str, int | None]:
        """What a paragraph of a style is (``title``, ``heading`` … or ""), and its outline level from 0."""
        if name not in self._roles:
            self._roles[name] = self._role(name)
        return self._roles[name]

    def _role(self, name: str) -> tuple[str, int | None]:
        for style in self.chain(name):
            called = re.sub(r"[\s\u3000_-]+", "", (value(style, "w:name") or "").lower())
            level = number(style, "w:pPr", "w:outlineLvl")
            if found := _HEADING.fullmatch(called):
                return "heading", int(found[1]) - 1 if level is None else level
            if role := _ROLES.get(called):
                return role, 1 if role == "heading" else None
            if level is not None:
                return ("heading", level) if level < _BODY_LEVEL else ("", None)
        return "", None

    def first(self, name: str, *path: str) -> str | None:
        """``w:val`` of the nearest style that says something there (``w:pPr``, ``w:jc``)."""
        return next((found for style in self.chain(name) if (found := value(style, *path)) is not None), None)

    def numbering(self, name: str) -> tuple[str, int] | None:
        """Number of the list (``w:numId``) and level that a style gives."""
        for style in self.chain(name):
            properties = child(style, "w:pPr", "w:numPr")
            if properties is not None:
                list_id = value(properties, "w:numId")
                return None if list_id is None else (list_id, number(properties, "w:ilvl") or 0)
        return None
