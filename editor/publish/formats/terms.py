"""Words that files of signed articles print besides those of pages, in the script of the article."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.article import Variant


@cache
def _table() -> dict[str, Any]:
    return resources.table("templates/formats/words.toml")


def terms_of(variant: Variant) -> Mapping[str, str]:
    """The words by key."""
    found: Mapping[str, str] = _table()["hant" if variant.traditional else "hans"]
    return found
