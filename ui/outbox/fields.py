"""Fields of publishing systems in words, and what goes into them as a person reads it.

A field that no one here has heard of keeps its own name; what goes is never changed, only shown in another way.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from ui.outbox import words
from ui.outbox.names import OURS, field_word, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.records.outbox import PictureShown

EMPTY = "–"
_TIMES = frozenset({"date", "modified", "first_published"})
_DATA = frozenset({"categories", "tags", "meta", "facts"})
_HTML = frozenset({"content", "body", "html"})
_PICTURE = re.compile(r"(?:asset:)?([0-9a-f]{16,64})")
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"</(?:p|h[1-6]|li|figure|figcaption|blockquote|tr|section)>|<br ?/?>")
_GLANCE = 300


class Going(NamedTuple):
    """The content of one field as a person reads it.

    Attributes:
        glance: One line.
        whole: All of it; texts exactly as they are.
    """

    glance: str
    whole: str


def told(name: str, value: Any, pictures: Sequence[PictureShown] = ()) -> Going:
    """What goes into a field.

    Args:
        name: The field.
        value: Plain data.
        pictures: What goes with it: a field that names one of them shows which.
    """
    if isinstance(value, str):
        return _text(name, value, pictures)
    if isinstance(value, dict):
        pairs = [(field_word(str(key)), told(str(key), each, pictures).glance) for key, each in value.items()]
        lines = [QCoreApplication.translate("Fields", "{field}: {text}").format(field=f, text=t) for f, t in pairs]
        said = [line for line, (_, text) in zip(lines, pairs, strict=True) if text != EMPTY]
        return Going(_cut(" · ".join(said)) or EMPTY, "\n".join(lines))
    if isinstance(value, (list, tuple)):
        parts = [told(name, each, pictures).glance for each in value]
        return Going(_cut(listed(parts)) or EMPTY, "\n".join(parts))
    return Going(EMPTY, "") if value is None else Going(str(value), str(value))


def told_text(name: str, text: str) -> Going:
    """The same of a value that is kept as text: lists and tables as JSON, which may have been cut off."""
    if name.removeprefix(OURS) not in _DATA:
        return told(name, text)
    try:
        return told(name, json.loads(text))
    except ValueError:
        return told(name, text)


def _text(name: str, value: str, pictures: Sequence[PictureShown]) -> Going:
    if not value.strip():
        return Going(EMPTY, value)
    picture = _PICTURE.fullmatch(value)
    for number, each in enumerate(pictures if picture else (), 1):
        if picture and each.id.startswith(picture[1]):
            return Going(f"{picture_word(number)} {picture_told(each)}", f"{picture_word(number)}\n{value}")
    if name in _TIMES:
        return Going(words.time_told(value), value)
    if name in _HTML and value.lstrip().startswith("<"):
        return Going(_cut(html.unescape(_TAG.sub("", _BREAK.sub(" ", value)))), value)
    return Going(_cut(value), value)


def _cut(text: str) -> str:
    """As much of a text as one line may show."""
    line = " ".join(text[: _GLANCE * 4].split())
    return f"{line[:_GLANCE]}…" if len(line) > _GLANCE else line


def picture_word(number: int) -> str:
    """What the picture of a number is called, the first is 1."""
    return QCoreApplication.translate("Fields", "Picture {n}").format(n=number)


def picture_told(picture: PictureShown) -> str:
    """Its caption and its size; one without a caption is called by what is said instead of it."""
    size = QLocale().formattedDataSize(picture.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    return (
        " · ".join(part for part in (picture.caption or picture.alternative, size if picture.size else "") if part)
        or EMPTY
    )


def picture_whole(picture: PictureShown) -> str:
    """Everything that is known of it."""
    translate = QCoreApplication.translate
    lines = [
        translate("Fields", "Caption: {text}").format(text=picture.caption or EMPTY),
        translate("Fields", "Alternative text: {text}").format(text=picture.alternative or EMPTY),
        translate("Fields", "File: {text}").format(text=picture.file),
    ]
    return "\n".join(lines)
