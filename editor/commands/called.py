"""How articles and their pictures are called before a person: by the 稿号, and by what stands under a picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.errors import EditorError, Exit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.commands.console import Console
    from editor.operations.desk import Desk
    from editor.operations.gate import Refused

_PICTURE = re.compile(r"(?:asset:)?([0-9a-f]{64})")
_PICTURES = frozenset({"asset_missing", "picture_missing", "no_pictures"})
"""Codes whose detail is the hash of a picture, which tells nobody anything."""
_NOT_FOUND = frozenset({"article_unknown", "variant_unknown", "variant_not_known", "number_twice"})
_SHOWN = 40


def called(place: Desk, names: Iterable[str]) -> dict[str, str]:
    """Name of an article variant (``ID``, ``ID@variant``) → its 稿号 (with the variant); what has none stays as it is.

    A 稿号 that several articles bear names none of them.
    """
    from editor.store import listing

    wanted = list(dict.fromkeys(names))
    with place.reading() as session:
        connection, newsroom = session.connection, session.newsroom
        rows = listing.named(connection, newsroom, [name.partition("@")[0] for name in wanted])
        numbers = {article: number for (article, _), (name, number, _) in rows.items() if name == article and number}
        once = {
            article: number
            for article, number in numbers.items()
            if len(listing.articles_named(connection, newsroom, number)) == 1
        }
    found = {}
    for name in wanted:
        article, sign, variant = name.partition("@")
        found[name] = f"{once.get(article, article)}{sign}{variant}"
    return found


def refuse(place: Desk, console: Console, refused: Iterable[Refused], exit_code: Exit = Exit.NOT_ALLOWED) -> None:
    """Tell of each article that did not go why, by the name that people know it by; the record keeps its id."""
    refused = list(refused)
    names = called(place, [item.name for item in refused])
    for item in refused:
        shown = names[item.name]
        detail = picture_named(place, console, item.name, item.code, item.detail)
        error = _not_found(place, item) or EditorError(item.code, exit_code, id=shown, detail=detail)
        number = shown.partition("@")[0]
        same = number == item.name.partition("@")[0]
        console.fail(error, {"id": item.name, "number": None if same else number})


def _not_found(place: Desk, item: Refused) -> EditorError | None:
    """Why a name names nothing here, or several articles, as every other command says it."""
    from editor.operations import articles

    if item.code not in _NOT_FOUND:
        return None
    try:
        with place.reading() as session:
            articles.find(session, item.name)
    except EditorError as error:
        return error
    return None


def picture_named(place: Desk, console: Console, name: str, code: str, detail: str) -> str:
    """A detail in which the hash of a picture stands, with the picture's place in the text and its caption instead."""
    found = _PICTURE.fullmatch(detail) if code in _PICTURES else None
    if found is None:
        return detail
    number, caption = _pictures(place, name).get(found[1], (0, ""))
    short = found[1][:12]
    if not number:
        return console.sentence("outbox.picture_apart", short=short)
    return console.sentence(
        "outbox.picture_captioned" if caption else "outbox.picture_number", number=number, caption=caption, short=short
    )


def _pictures(place: Desk, name: str) -> Mapping[str, tuple[int, str]]:
    """Hash of a picture → which one of the text it is, and what stands under it; of the text that was signed."""
    from editor.markup.blocks import Image
    from editor.operations import articles
    from editor.operations.content import from_revision

    try:
        with place.reading() as session:
            sheet = articles.find(session, name)
            release = sheet.standing.release
            content = sheet.content if release is None else from_revision(release.revision)
            blocks = content.article(sheet.article).blocks
    except EditorError:
        return {}
    found: dict[str, tuple[int, str]] = {}
    for number, block in enumerate((block for block in blocks if isinstance(block, Image)), 1):
        said = block.caption or block.alt or block.credit
        shown = said if len(said) <= _SHOWN else said[:_SHOWN] + "…"
        found.setdefault(block.source.removeprefix("asset:"), (number, " ".join(shown.split())))
    return found
