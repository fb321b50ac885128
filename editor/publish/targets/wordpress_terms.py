"""Categories and tags of a WordPress by their words: found or made, and asked for as few times as can be."""

from __future__ import annotations

import threading
import unicodedata
from html import unescape
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from editor.publish.targets.destination import RefusedError
from editor.publish.targets.web_answers import accepted, accepted_rows, refuse, succeeded
from editor.publish.targets.wordpress_api import PAGE, number, total_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.publish.targets.wordpress_api import Api, Query
    from editor.publish.wire import Reply

LONGEST = 200
"""Characters of a term's name (wp_terms.name)."""

_MOST_PAGES = 50
_TOGETHER = 25
"""Calls that the interface takes in one."""
_AT_ONCE = 40
"""Words in one look-up: an address of 4 kB, half of what servers take."""


def folded(word: str) -> str:
    """A word as the database of WordPress compares it, as near as can be told from outside: case and width are one."""
    return " ".join(unicodedata.normalize("NFKC", word).casefold().split())


class Tags:
    """Tags by their words. Used by several threads; what is known is asked for once."""

    def __init__(self, api: Api, *, make: bool) -> None:
        """Nothing is called yet.

        Args:
            api: The site.
            make: Whether missing ones may be made.
        """
        self._api = api
        self._make = make
        self._lock = threading.Lock()
        self._ids: dict[str, int] = {}
        self._words: dict[int, str] = {}
        self._wanted: dict[str, None] = {}

    def want(self, words: Iterable[str]) -> None:
        """These will be asked for: they are looked up together."""
        with self._lock:
            self._wanted.update(dict.fromkeys(word for word in words if word not in self._ids))

    def ids(self, words: Sequence[str]) -> list[int]:
        """Their ids, in the order of the words.

        Raises:
            RefusedError: One is not there and may not be made.
        """
        with self._lock:
            unknown = [word for word in words if word not in self._ids]
            if unknown:
                self._look_up(unknown)
            missing = [word for word in unknown if word not in self._ids]
            if missing and not self._make:
                raise RefusedError("tag_missing", tag=missing[0])
            for start in range(0, len(missing), _TOGETHER):
                self._make_all(missing[start : start + _TOGETHER])
            return [self._ids[word] for word in words]

    def words(self, ids: Sequence[int]) -> list[str]:
        """Their words, sorted; one that is gone is told by its number."""
        with self._lock:
            strange = [one for one in ids if one not in self._words]
            for start in range(0, len(strange), PAGE):
                asked = [str(one) for one in strange[start : start + PAGE]]
                query: Query = {"include[]": asked, "per_page": PAGE, "_fields": "id,name"}
                for row in accepted_rows(self._api.call("GET", "tags", query)):
                    self._keep(row)
            return sorted(self._words.get(one, f"#{one}") for one in ids)

    def _look_up(self, words: Sequence[str]) -> None:
        """Those that have the address that WordPress gives them; it is the same word then, or it is not taken."""
        wanted = list(dict.fromkeys([*words, *self._wanted]))
        self._wanted.clear()
        for start in range(0, len(wanted), _AT_ONCE):
            asked = wanted[start : start + _AT_ONCE]
            query: Query = {"slug[]": asked, "per_page": PAGE, "_fields": "id,name"}
            by_word = {folded(word): word for word in asked}
            for row in accepted_rows(self._api.call("GET", "tags", query)):
                word = by_word.get(folded(_name(row)))
                if word is not None:
                    self._keep(row, word)

    def _make_all(self, words: Sequence[str]) -> None:
        """Make tags in one call where the site can do that; those that did not come of it are made one by one."""
        if len(words) > 1:
            asked = [{"method": "POST", "path": "/wp/v2/tags", "body": {"name": word}} for word in words]
            reply = self._api.call("POST", "v1", space="batch", plain={"requests": asked})
            answers = reply.record.get("responses") if succeeded(reply) else None
            for word, answer in zip(words, answers if isinstance(answers, list) else (), strict=False):
                row = answer.get("body") if isinstance(answer, dict) else None
                if isinstance(row, dict) and folded(_name(row)) == folded(word):
                    self._keep(row, word)
        for word in words:
            if word not in self._ids:
                self._keep(made(self._api, "tags", {"name": word}), word)

    def _keep(self, row: dict[str, Any], word: str = "") -> None:
        name, one = _name(row), number(row.get("id"))
        if word:
            self._ids[word] = one
        self._words[one] = word if word and folded(word) == folded(name) else name


class Categories:
    """Categories by their words, or by their way down (``新闻/要闻``) where a word is there twice."""

    def __init__(self, api: Api, *, make: bool, ways: Iterable[str] = ()) -> None:
        """Nothing is called yet.

        Args:
            api: The site.
            make: Whether missing ones may be made.
            ways: Names that are used instead of the plain word.
        """
        self._api = api
        self._make = make
        self._lock = threading.Lock()
        self._ways = tuple(ways)
        self._rows: dict[int, tuple[str, int]] = {}
        self._asked: dict[int, str] = {}
        self._loaded = False

    def ids(self, names: Sequence[str]) -> list[int]:
        """Their ids.

        Raises:
            RefusedError: One is not there and none may be made, or it cannot be told which is meant.
        """
        with self._lock:
            self._load()
            ids = [self._id(name) for name in names]
            self._asked.update(zip(ids, names, strict=True))
            return ids

    def words(self, ids: Sequence[int]) -> list[str]:
        """Their names, sorted."""
        with self._lock:
            if any(one not in self._rows for one in ids):
                self._loaded = False
            self._load()
            by_way = {self._find(way.split("/")): way for way in self._ways if "/" in way}
            return sorted(by_way.get(one) or self._word(one) for one in ids)

    def _word(self, one: int) -> str:
        """Its name as it was asked for, where only case and width differ."""
        name, asked = self._rows.get(one, (f"#{one}", 0))[0], self._asked.get(one, "")
        return asked if folded(asked) == folded(name) else name

    def _load(self) -> None:
        page, pages = 1, 1 if not self._loaded else 0
        while page <= min(pages, _MOST_PAGES):
            query: Query = {"per_page": PAGE, "page": page, "_fields": "id,name,parent"}
            reply = self._api.call("GET", "categories", query)
            for row in accepted_rows(reply):
                self._keep(row)
            pages, page = total_pages(reply), page + 1
        self._loaded = True

    def _keep(self, row: dict[str, Any]) -> int:
        one = number(row.get("id"))
        self._rows[one] = (_name(row), number(row.get("parent")))
        return one

    def _id(self, name: str) -> int:
        path = [part.strip() for part in name.split("/") if part.strip()] if name in self._ways else [name]
        found = self._find(path)
        if found:
            return found
        parent = 0
        for depth, part in enumerate(path, 1):
            one = self._find(path[:depth])
            if not one:
                if not self._make:
                    raise RefusedError("category_missing", category=name)
                one = self._keep(made(self._api, "categories", {"name": part, "parent": parent}))
            parent = one
        return parent

    def _find(self, path: Sequence[str]) -> int:
        """The id at the end of a way, or of the only one of a name wherever it stands; 0 for none."""
        named = [one for one, (name, _) in self._rows.items() if folded(name) == folded(path[-1])]
        if len(path) > 1:
            parent = self._find(path[:-1])
            return next((one for one in named if parent and self._rows[one][1] == parent), 0)
        top = [one for one in named if not self._rows[one][1]]
        if len(named) > 1 and len(top) != 1:
            raise RefusedError("category_twice", category=path[0])
        return (top or named or [0])[0]


def made(api: Api, kind: str, sent: dict[str, Any]) -> dict[str, Any]:
    """A term that was made now, or that is there already.

    Raises:
        RefusedError: It is not there and may not be made.
    """
    reply = api.call("POST", kind, {"_fields": "id,name,parent"}, plain=sent)
    there = _there(reply)
    if there:
        return accepted(api.call("GET", f"{kind}/{there}", {"_fields": "id,name,parent"}))
    if succeeded(reply):
        return accepted(reply)
    if reply.status == HTTPStatus.FORBIDDEN:
        raise RefusedError("term_forbidden", term=sent["name"])
    return refuse(reply)


def _there(reply: Reply) -> int:
    """The id of the term that is in the way, 0 when that is not the matter."""
    found = reply.record
    data = found.get("data")
    return number(data.get("term_id")) if found.get("code") == "term_exists" and isinstance(data, dict) else 0


def _name(row: dict[str, Any]) -> str:
    name = row.get("name")
    return unescape(name) if isinstance(name, str) else ""
