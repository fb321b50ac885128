"""Addresses of places, and a delivery cut into steps. Pure functions."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KINDS = ("site", "html", "markdown", "ninjs", "review")
"""Kinds of places: those of the export command, and a folder of review copies."""
REVIEW = "review"
_NAMED = "@"
"""Before the name of a target, where a kind of place stands otherwise."""
_TOGETHER = 12  # articles that a target takes at once: more are quicker, fewer can be stopped sooner


def address_of(kind: str, folder: str) -> str:
    """The address of a place, "" when no folder is named."""
    folder = folder.strip()
    return f"{kind}:{folder}" if folder else ""


def parts_of(address: str) -> tuple[str, str]:
    """Kind and folder of an address; that of a site when it is of no kind that we know."""
    kind, _, folder = address.partition(":")
    return (kind, folder) if kind in KINDS else (KINDS[0], "")


def target_address(name: str) -> str:
    """How a target is told from kinds of places."""
    return _NAMED + name


def target_of(address: str | None) -> str:
    """The name of a target, "" when it is a place on this computer."""
    return address[len(_NAMED) :] if address is not None and address.startswith(_NAMED) else ""


def whole(folder: str) -> bool:
    """Whether a folder is named from the root: a worker's own folder is nobody's business."""
    return PurePath(folder.strip()).is_absolute()


def steps_of(names: Sequence[str], kind: str) -> Iterator[tuple[str, ...]]:
    """Names in steps that go to the core one after the other; variants of an article stay together."""
    most = 1 if kind == REVIEW else _TOGETHER
    step: list[str] = []
    for _, group in groupby(names, key=lambda name: name.partition("@")[0]):
        step += group
        if len(step) >= most:
            yield tuple(step)
            step = []
    if step:
        yield tuple(step)
