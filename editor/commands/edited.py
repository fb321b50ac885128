"""What somebody wrote into a Markdown file, as the new content of a draft."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from editor.article import slip_from_plain, slip_to_plain
from editor.errors import EditorError
from editor.markup.frontmatter import split
from editor.markup.reader import read
from editor.markup.writer import write

if TYPE_CHECKING:
    from editor.operations.content import Content


def edited(before: Content, data: bytes) -> Content:
    """The content after an edit. Fields that the front matter does not name stay; null or [] empties one.

    Raises:
        EditorError: The file is not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise EditorError.unreadable("not_utf8") from error
    if "\0" in text:
        raise EditorError.unreadable("binary_input")
    fields, body = split(text)
    plain = slip_to_plain(before.slip)
    for key, value in fields.items():
        _put(plain, "byline" if key == "authors" else key, value)
    return dataclasses.replace(before, slip=slip_from_plain(plain), text=write(read(body)))


def _put(plain: dict[str, Any], key: str, value: Any) -> None:
    if value in (None, "", []):
        plain.pop(key, None)
    else:
        plain[key] = value if isinstance(value, (list, dict)) else str(value)
