"""稿号: short, speakable, unique; given when an article is taken in or begun, without a network too."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.store import listing

if TYPE_CHECKING:
    from editor.operations.desk import Desk, Session

_SPEAKABLE = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I and no O: read aloud they are taken for 1 and 0


def next_number(session: Session, article: str) -> str:
    """稿号: MMDD-device letters-n, n from 01 without end; with the end of the article's id where it is taken."""
    beginning = f"{session.desk.clock():%m%d}-{_letters(session.desk.device)}-"
    number = f"{beginning}{listing.highest_number(session.connection, session.newsroom, beginning) + 1:02d}"
    taken = listing.articles_named(session.connection, session.newsroom, number)
    return f"{number}-{article[-4:]}" if taken else number


def _letters(device: str) -> str:
    digest = hashlib.sha256(device.encode()).digest()
    return "".join(_SPEAKABLE[byte % len(_SPEAKABLE)] for byte in digest[:2])


def found(desk: Desk, number: str) -> str:
    """Id of the article with a 稿号, or with the only one that ends so (``05`` of ``1124-UV-05``).

    Raises:
        EditorError: There is none (exit 3), or several end so (exit 2).
    """
    wanted = number.strip().upper()
    with desk.reading() as session:
        named = listing.articles_named(session.connection, session.newsroom, wanted)
        ending = named or listing.numbers_ending(session.connection, session.newsroom, wanted)
    if not ending:
        raise EditorError.unreadable("article_unknown", id=number)
    if len(ending) > 1:
        raise EditorError.usage("number_twice", number=number, ids=" ".join(ending[:4]))
    return ending[0]
