"""A place without an interface (抖音, 视频号, 头条, 学习强国): a person publishes there, and writes down that he did.

Nothing is called. What goes through the outbox like everything else ends as a task: gate, embargo, order and
withdrawal are as for every place, and the last step is a person's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit

from editor.errors import EditorError
from editor.publish.targets.destination import Health, Look, Loss, Piece, RefusedError, Standing, Status, Traits
from editor.publish.targets.kinds import Option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.package import Gone, Package

NAME = "hand"
_PREFIX = f"{NAME}:"
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]")
_SHOWN = 200
PUBLISH, TAKE_DOWN = "by_hand", "by_hand_down"
"""Codes of the two tasks."""


def address_of(name: str) -> str:
    """The place of this name in one line: the same whether it is a target here or was only ever named."""
    return f"{_PREFIX}{name}"


def is_by_hand(destination: str) -> bool:
    """Whether a place is one without an interface."""
    return destination.startswith(_PREFIX)


def is_web_address(told: str) -> bool:
    """Whether something can be opened as a page of the web: http or https, a host, no blanks, nobody's password."""
    try:
        parts = urlsplit(told)
        return (
            parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and not _BLANK.search(told)
            and not parts.password
        )
    except ValueError:
        return False


def name_of(destination: str) -> str:
    """What such a place is called; other places are their address."""
    return destination.removeprefix(_PREFIX)


class Hand:
    """See `destination.Destination`: every write is refused with the task for a person."""

    traits = Traits(settle=0.0, unseen="by_hand")

    def probe(self) -> Health:
        """See `Destination.probe`: there is nothing to try."""
        return Health(notes=(Loss("by_hand"),))

    def piece(self, package: Package, key: str, publish_at: str) -> Piece:
        """See `Destination.piece`: what a person copies."""
        from editor.publish.formats.txt import text_of  # noqa: PLC0415  (names of places are asked for everywhere)
        from editor.publish.targets.web_piece import web_text  # noqa: PLC0415

        text = web_text(package, key)
        fields = {
            "title": text.title,
            "text": text_of(package),
            "summary": text.summary,
            "tags": sorted(text.keywords),
        }
        return Piece(key, package.name, fields, text.pictures, publish_at, _stopping(text.losses))

    def find(self, keys: Sequence[str]) -> Mapping[str, tuple[Standing, ...]]:
        """See `Destination.find`: nobody can say; a person has to look."""
        return {key: (Standing("", key, Status.DRAFT),) for key in keys}

    def read(self, thing: str) -> Standing | None:  # noqa: ARG002  nothing can be read there
        """See `Destination.read`."""
        return None

    def put(self, piece: Piece, at: Standing | None, status: Status) -> NoReturn:  # noqa: ARG002  a person does it
        """See `Destination.put`."""
        raise RefusedError(PUBLISH)

    def remove(self, at: Standing, gone: Gone) -> NoReturn:  # noqa: ARG002  a person does it
        """See `Destination.remove`."""
        raise RefusedError(TAKE_DOWN)

    def look(self, address: str) -> Look:  # noqa: ARG002  apps show it to those who have the app
        """See `Destination.look`: what an app shows, no visitor of the web can tell."""
        return Look(0)

    def close(self) -> None:
        """There is nothing to hang up."""


def _stopping(losses: Sequence[Loss]) -> tuple[Loss, ...]:
    """What must not go; how an app shows the rest is for whoever puts it in."""
    return tuple(loss for loss in losses if loss.stops)


class HandKind:
    """See `kinds.Kind`. The place is known by the target's name: accounts of apps have no address."""

    name = NAME
    whole = False
    secret = False
    options = (Option("url"),)

    def address(self, options: Mapping[str, str]) -> str:
        """See `kinds.Kind.address`; `operations.outbox.targets` puts the target's name behind it.

        Raises:
            EditorError: The address to open is none (exit 2).
        """
        url = options.get("url", "").strip()
        if url and not is_web_address(url):
            raise EditorError.usage("target_address", address=url[:_SHOWN])
        return _PREFIX

    def open(self, options: Mapping[str, str], secret: str) -> Hand:  # noqa: ARG002  the same for all
        """See `kinds.Kind.open`."""
        return Hand()


KIND = HandKind()
