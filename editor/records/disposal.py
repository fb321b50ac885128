"""What the core tells of where an article stands and stood. Plain, picklable, standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Looked(NamedTuple):
    """What an anonymous visitor got at an address: HTTP status (0 = nothing answered), and when (ISO 8601)."""

    address: str
    status: int
    at: str


class SpotLooked(NamedTuple):
    """What a page by which a reader could come upon the article was found to show.

    Attributes:
        where: list, feed, search or map; "" = all of them.
        address: "" = it is not known.
        state: there (it is still named), gone, none (there is no such page) or unseen (nobody could look).
        detail: For there by what: address, key or title; for unseen why: the rest of a key ``unseen.<detail>``, or an
            HTTP status.
        at: When (ISO 8601).
    """

    where: str
    address: str
    state: str
    detail: str
    at: str

    @property
    def why(self) -> str:
        """Key of the words why it was not looked at, with `detail` as ``status``; unknown ones have no words."""
        return "unseen.status" if self.detail.isdigit() else f"unseen.{self.detail}"


class PlaceOfArticle(NamedTuple):
    """One place of a withdrawn article.

    Attributes:
        id: Of the article variant; `variant` for a person, "" where there is only one.
        kind: system (with an interface), disk (files of ours) or hand (a person's).
        address: Where it stood, "" = it has no address; `before` are other addresses that it had there.
        put_at: When it was put there, `put_by` who signed that, "" = nobody did.
        state: down (nothing is left), notice (a notice stands there) or open.
        why: Key of a sentence that says why it is open, with `values`; "" when it is not.
        down_at: When it went down, "" = it has not, or nobody knows; `down_by` who signed that.
        looks: What a visitor got afterwards.
        picture: sha256 of the screenshot, "" = none.
        spots: What lists, feeds, searches and maps of the place showed afterwards.
    """

    id: str
    variant: str
    name: str
    kind: str
    address: str
    before: tuple[str, ...]
    put_at: str
    put_by: str
    state: str
    why: str
    values: Mapping[str, str]
    down_at: str
    down_by: str
    looks: tuple[Looked, ...]
    picture: str
    spots: tuple[SpotLooked, ...] = ()


class DisposalSheet(NamedTuple):
    """撤稿处置单: what was withdrawn, by whom and why, and what became of it where it stood.

    Attributes:
        form: takedown (下线) or notice (公告撤稿).
        order: 指令, `why` the reason; "" = still to be entered.
        noted_by: Who entered order or reason afterwards, and when; "" = they were given at once, or nobody did.
        entry: Id of the signed entry that withdrew it.
        made_at: When this was put together.
        again: When it was published again after this withdrawal, "" = it was not.
        again_signed: Whether it was passed again since, so that it may be published again.
    """

    id: str
    number: str
    headline: str
    column: str
    form: str
    at: str
    by: str
    order: str
    why: str
    noted_by: str
    noted_at: str
    entry: str
    newsroom: str
    made_at: str
    places: tuple[PlaceOfArticle, ...]
    again: str = ""
    again_signed: bool = False

    @property
    def open(self) -> int:
        """How many places are not done."""
        return sum(place.state == "open" for place in self.places)

    @property
    def complete(self) -> bool:
        """Whether nothing is to be done or entered any more."""
        return not self.open and bool(self.order and self.why)


class ReceiptShown(NamedTuple):
    """One receipt of the ledger.

    Attributes:
        action: put, remove, adopted or looked; `by_hand` = a person answers for it.
        name: Who signed it; `at` when it was written, `when` when it was done as a person says ("" = at once).
        differs: Fields that stood there otherwise than they were sent.
        digest: sha256 of what was sent, or stood there; `kept` whether its text is kept here.
    """

    entry: str
    id: str
    place: str
    action: str
    by_hand: bool
    name: str
    at: str
    when: str
    address: str
    version: int
    differs: tuple[str, ...]
    digest: str
    kept: bool
    picture: str
    looks: tuple[Looked, ...]
    spots: tuple[SpotLooked, ...] = ()


class FoundThere(NamedTuple):
    """What stands at an address, held against what was signed.

    Attributes:
        differs: Field, what would be sent, what stands there.
        form: Names of those of these fields that say the same in other markup.
    """

    id: str
    number: str
    target: str
    address: str
    stamp: str
    title: str
    ours: str
    same_title: bool
    differs: tuple[tuple[str, str, str], ...]
    form: tuple[str, ...]


class ToCopy(NamedTuple):
    """What a person copies into a place; pictures are file names in the order of the text.

    Attributes:
        url: The page to open, "" = nobody has said.
    """

    id: str
    place: str
    url: str
    title: str
    text: str
    summary: str
    tags: tuple[str, ...]
    pictures: tuple[str, ...]


class Ticked(NamedTuple):
    """What was written down: of which article variant, where, put or remove, when.

    Attributes:
        follows: Whether it is to be taken down there now, since the article is withdrawn already.
    """

    id: str
    place: str
    action: str
    at: str
    follows: bool
    article: str
