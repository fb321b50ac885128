"""What stands in a system, asked of its own database: our reading of its interface has no say in it."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.publish.targets.kinds import checked, kind
from editor.store.outbox import TargetRow

if TYPE_CHECKING:
    from tests.services.rigs.wagtail import Wagtail
    from tests.services.rigs.wordpress import WordPress


@dataclass(frozen=True)
class Shown:
    """An article there.

    Attributes:
        state: public, gone (taken down) or half (a draft, or anything else).
    """

    thing: str
    key: str
    state: str
    title: str
    text: str
    pictures: int
    terms: frozenset[str]


def row_of(name: str, given: dict[str, str]) -> TargetRow:
    """The target."""
    made = kind(name)
    options = {**checked(made, given), "connections": "4", "outlet": "web"}
    return TargetRow("web", name, made.address(options), options, "")


class AtWordPress:
    """Posts of a WordPress."""

    def __init__(self, rig: WordPress) -> None:
        self.rig = rig
        account = rig.users["editor"]
        self.secret = account.application_password
        self.target = row_of("wordpress", {"url": rig.url, "user": account.login})

    def shown(self) -> list[Shown]:
        """All posts."""
        states = {"publish": "public", "trash": "gone"}
        terms: dict[int, set[str]] = {}
        joined = (
            "SELECT r.object_id, t.name FROM wp_term_relationships r"
            " JOIN wp_term_taxonomy x ON x.term_taxonomy_id = r.term_taxonomy_id"
            " JOIN wp_terms t ON t.term_id = x.term_id WHERE x.taxonomy IN ('category', 'post_tag')"
        )
        for number, name in self.rig.rows(joined):
            terms.setdefault(int(number), set()).add(name)
        posts = self.rig.rows(
            "SELECT ID, post_name, post_status, post_title, post_content FROM wp_posts"
            " WHERE post_type = 'post' AND post_status <> 'auto-draft'"
        )
        return [
            Shown(
                number, key.removesuffix("__trashed"), states.get(state, "half"), html.unescape(title),
                html.unescape(text), text.count("<img"), frozenset(terms.get(int(number), ())),
            )
            for number, key, state, title, text in posts
        ]  # fmt: skip


class AtWagtail:
    """Pages of a Wagtail."""

    def __init__(self, rig: Wagtail) -> None:
        self.rig = rig
        self.secret = rig.token
        self.target = row_of("wagtail", {"url": rig.url, "parent": str(rig.parent)})

    def shown(self) -> list[Shown]:
        """All pages; what was withdrawn stays as a draft, whether it was ever public or not."""
        tags: dict[Any, set[str]] = {}
        for number, name in self.rig.rows(
            "SELECT r.content_object_id, t.name FROM news_newspagetag r JOIN taggit_tag t ON t.id = r.tag_id"
        ):
            tags.setdefault(number, set()).add(str(name))
        pages = self.rig.rows(
            'SELECT p.id, n.nx_key, p.live, p.title, n.html, n."column"'
            " FROM news_newspage n JOIN wagtailcore_page p ON p.id = n.page_ptr_id"
        )
        return [
            Shown(
                str(number), str(key), "public" if live else "gone", str(title),
                str(text), str(text).count("<img"), frozenset({str(column), *tags.get(number, ())}),
            )
            for number, key, live, title, text, column in pages
        ]  # fmt: skip


SYSTEMS = {"wordpress": AtWordPress, "wagtail": AtWagtail}
