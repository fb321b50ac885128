"""Which post of a WordPress stands at a public address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.publish.targets.web_addresses import number_of, path_of, same_page
from editor.publish.targets.web_answers import accepted_rows
from editor.publish.targets.wordpress_api import PAGE, number, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.publish.targets.wordpress_api import Api, Query

_ENDING = re.compile(r"\.(?:html?|php|shtml)$")
_NUMBER = re.compile(r"\d{1,18}")


def post_at(api: Api, address: str) -> int:
    """Id of the post whose own address this is, 0 = there is none.

    Whatever the form of its addresses, a post is taken only when it says itself that it stands there.
    """
    for query in _questions(address):
        rows = accepted_rows(api.call("GET", "posts", {**query, "context": "edit", "_fields": "id,link"}))
        found = {number(row.get("id")) for row in rows if same_page(text(row.get("link")), address)}
        if len(found) == 1:
            return found.pop()
    return 0


def _questions(address: str) -> Iterator[Query]:
    """Look-ups that may find it: by its number, by its slug, by a number in the path."""
    told = number_of(address)
    if told:
        yield {"include[]": [str(told)], "status": "any"}
    parts = [_ENDING.sub("", part) for part in path_of(address).split("/") if part]
    for slug in parts[-1:]:
        yield {"slug": slug, "status": "any", "per_page": PAGE}
    numbers = [part for part in parts if _NUMBER.fullmatch(part)]
    if numbers:
        yield {"include[]": numbers, "status": "any", "per_page": PAGE}
