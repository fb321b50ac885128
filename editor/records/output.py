"""What the core tells a window of what goes out: pictures, review copies, deliveries. Plain, picklable, stdlib only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class PictureKept(NamedTuple):
    """What became of a picture that was to be kept.

    Attributes:
        name: File name, "" for one from the clipboard.
        source: ``asset:<sha256>`` as an article may name it; "" when it was not kept.
        came: The same of the bytes as they came; another where the place was taken out of them.
        placeless: Whether the place where it was taken was taken out.
        code: Why it was not kept: sentence ``error.<code>`` with ``details``.
    """

    name: str
    source: str
    came: str = ""
    placeless: bool = False
    code: str = ""
    details: Mapping[str, str] = {}


class SmallPicture(NamedTuple):
    """A picture of the library made small.

    Attributes:
        source: As the article names it.
        data: PNG or JPEG; b"" where the picture is not here or cannot be read.
        width: Of the picture itself, in px, as it is shown; height alike; 0 where it cannot be read.
        size: Of its file in bytes; 0 where it is not here.
        placed: Whether its file says where it was taken.
    """

    source: str
    data: bytes = b""
    width: int = 0
    height: int = 0
    size: int = 0
    placed: bool = False


class CopyMade(NamedTuple):
    """A review copy that lies in a file.

    Attributes:
        signed: Whether exactly its text is signed; it is marked 未签发 when not.
        missing: Characters that no font here has.
    """

    name: str
    number: str
    headline: str
    file: str
    signed: bool
    pages: int
    lines: int
    missing: str = ""


class Planned(NamedTuple):
    """An article of a delivery that is planned.

    Attributes:
        code: Why it cannot go: sentence ``error.<code>`` with ``details``; "" when it goes.
        appears: When readers get it (拟发, 禁发至; ISO 8601), "" = at once.
    """

    name: str
    number: str
    headline: str
    column: str
    code: str = ""
    details: Mapping[str, str] = {}
    appears: str = ""


class Delivered(NamedTuple):
    """What became of one article of a delivery.

    Attributes:
        place: Where it stands now, "" when it did not go.
        written: False when exactly this stood there before.
        unsigned: Whether it is a review copy marked 未签发.
        code: Why it did not go: sentence ``error.<code>`` with ``details``.
    """

    name: str
    place: str = ""
    written: bool = False
    unsigned: bool = False
    code: str = ""
    details: Mapping[str, str] = {}


class DeliveryDone(NamedTuple):
    """What became of a delivery, article by article.

    Attributes:
        open: What shows the result: the first page of a site, a folder.
        articles: Ids whose rows changed.
    """

    address: str
    delivered: tuple[Delivered, ...]
    open: str
    articles: tuple[str, ...] = ()


class PackWritten(NamedTuple):
    """An 应急稿包 that was written.

    Attributes:
        articles: How many variants are in it.
        refused: How many of those that were asked for may not leave.
        noted: Whether the ledger says that they left.
    """

    file: str
    articles: int
    refused: int
    noted: bool
