"""A copy of the text on the desk in a file of the user's choice: the way out when nothing else can be written."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 60


def copy_text(slip: Mapping[str, Any], text: str) -> str:
    """The text with its heading and names over it, as Markdown that can be taken in again."""
    parts = [str(slip.get("kicker", "")), f"# {slip['headline']}" if slip.get("headline") else ""]
    parts.append(str(slip.get("subheadline", "")))
    names = [str(each.get("name", "")) for each in slip.get("byline", ()) if isinstance(each, dict)]
    parts.append(" ".join(name for name in names if name))
    return "\n\n".join([part for part in parts if part] + [text])


def file_name(slip: Mapping[str, Any], first_words: str) -> str:
    """A name for the file: the headline or the first words, without what systems do not allow in names."""
    wanted = str(slip.get("headline", "")) or first_words
    name = _NOT_IN_NAMES.sub(" ", wanted).strip(" .")[:_LONGEST].strip(" .")
    return f"{name or 'gaotai'}.md"


def write_copy(path: Path, text: str) -> None:
    """Write a text through to the disk, in the place of what stood there.

    Raises:
        EditorError: It cannot be written there.
    """
    new = path.with_name(f".{path.name}.new")
    try:
        with new.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise EditorError.usage("output_unwritable", file=str(path)) from error
