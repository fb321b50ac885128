"""What fields of publishing systems are called; one that no one here has heard of keeps its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

OURS = "gaotai_"
"""Before the fields of our plug-in."""


def field_word(name: str) -> str:
    """What a field is called; one that is not known is called by its own name."""
    name = name.removeprefix(OURS)
    return {**_of_articles(), **_of_slips(), **_of_systems()}.get(name, name)


def field_words(names: Sequence[str]) -> str:
    """Several fields, one after the other."""
    return listed([field_word(name) for name in names])


def listed(parts: Sequence[str]) -> str:
    """Several words, one after the other."""
    return QCoreApplication.translate("Fields", ", ").join(parts)


def _of_articles() -> dict[str, str]:
    translate = QCoreApplication.translate
    text, summary = translate("Fields", "Text"), translate("Fields", "Summary")
    column, tags = translate("Fields", "Column"), translate("Fields", "Tags")
    return {
        "title": translate("Fields", "Headline"),
        "content": text,
        "body": text,
        "html": text,
        "text": text,
        "excerpt": summary,
        "summary": summary,
        "digest": summary,
        "categories": column,
        "column": column,
        "tags": tags,
        "keywords": tags,
        "cover": translate("Fields", "Cover"),
        "pictures": translate("Fields", "Number of pictures"),
    }


def _of_slips() -> dict[str, str]:
    translate = QCoreApplication.translate
    byline, language = translate("Fields", "Byline"), translate("Fields", "Variant")
    return {
        "meta": translate("Fields", "From the slip"),
        "facts": translate("Fields", "From the slip"),
        "author": byline,
        "byline": byline,
        "kicker": translate("Fields", "Kicker"),
        "subheadline": translate("Fields", "Subheadline"),
        "source": translate("Fields", "Source"),
        "editor": translate("Fields", "Editor"),
        "responsible_editor": translate("Fields", "Responsible editor"),
        "sign_offs": translate("Fields", "Sign-offs"),
        "genre": translate("Fields", "Genre"),
        "dateline": translate("Fields", "Dateline"),
        "origin": translate("Fields", "Origin"),
        "origin_url": translate("Fields", "Address of the original"),
        "original_headline": translate("Fields", "Headline of the original"),
        "original_authors": translate("Fields", "Authors of the original"),
        "variant": language,
        "language": language,
        "number": translate("Fields", "Number of the article"),
    }


def _of_systems() -> dict[str, str]:
    translate = QCoreApplication.translate
    key, proof = translate("Fields", "Key of the article"), translate("Fields", "Proof of signing")
    return {
        "slug": translate("Fields", "Name in the address"),
        "key": key,
        "nx_key": key,
        "date": translate("Fields", "Published"),
        "modified": translate("Fields", "Changed"),
        "first_published": translate("Fields", "First published"),
        "revision": translate("Fields", "Signed revision"),
        "proof": proof,
        "package": proof,
        "version": translate("Fields", "Mark of the content"),
        "link": translate("Fields", "Link to the original page"),
        "status": translate("Fields", "State"),
    }
