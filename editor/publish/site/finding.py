"""The way to the search from other pages, and its words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import resources
from editor.publish.template import Html, escaped

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "search"
PAGE = f"{FOLDER}.html"


@cache
def _table() -> dict[str, Any]:
    return resources.table("templates/site/words.toml")


def search_words(*, traditional: bool) -> Mapping[str, str]:
    """The words of the search by key."""
    found: Mapping[str, str] = _table()["hant" if traditional else "hans"]
    return found


@cache
def link(home: str, *, traditional: bool) -> Html:
    """The way to the search in the masthead of a page.

    Args:
        home: The way to the folder of the edition, "" or ending in "/".
        traditional: The script of the page.
    """
    said = search_words(traditional=traditional)["search"]
    return Html(f'<a class="find" href="{home}{PAGE}">{escaped(said)}</a>\n')
