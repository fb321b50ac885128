"""The newest entry seen of each person and device, kept outside the library.

A library from which the newest entries were cut off looks whole from the inside; this memory notices.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from editor.workflow.entry import Entry


def _path(folder: Path, newsroom: str) -> Path:
    return folder / "heads" / f"{newsroom}.json"


def remembered(folder: Path, newsroom: str) -> dict[str, tuple[int, str]]:
    """``author device`` → (seq, id) of the newest entry seen; empty when nothing is remembered or it is unreadable."""
    try:
        kept = json.loads(_path(folder, newsroom).read_text(encoding="utf-8"))
        return {str(key): (int(seq), str(identifier)) for key, (seq, identifier) in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def remember(folder: Path, newsroom: str, entries: Iterable[Entry]) -> None:
    """Remember some entries; a folder that cannot be written is no reason to refuse work that is done."""
    known = remembered(folder, newsroom)
    for entry in entries:
        key = f"{entry.author} {entry.device}"
        if known.get(key, (0, ""))[0] < entry.seq:
            known[key] = (entry.seq, entry.id)
    path = _path(folder, newsroom)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(known, sort_keys=True), encoding="utf-8")
        new.replace(path)
