"""稿号: short, speakable, unique; given when an article is taken in or begun, without a network too."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from editor.store import listing

if TYPE_CHECKING:
    from editor.operations.desk import Session

_SPEAKABLE = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I and no O: read aloud they are taken for 1 and 0


def next_number(session: Session, article: str) -> str:
    """稿号: MMDD-device letters-n, n from 01 without end; with the end of the article's id where it is taken."""
    beginning = f"{session.desk.clock():%m%d}-{_letters(session.desk.device)}-"
    taken = listing.numbers_with(session.connection, session.newsroom, beginning)
    counted = [int(found[1]) for number in taken if (found := re.match(rf"{re.escape(beginning)}(\d+)", number))]
    number = f"{beginning}{max(counted, default=0) + 1:02d}"
    return f"{number}-{article[-4:]}" if number in taken else number


def _letters(device: str) -> str:
    digest = hashlib.sha256(device.encode()).digest()
    return "".join(_SPEAKABLE[byte % len(_SPEAKABLE)] for byte in digest[:2])
