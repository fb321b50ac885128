"""The sign of the site in a browser's tab: the newsroom's own, else ours."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

import resources
from editor.publish.template import Html

if TYPE_CHECKING:
    from pathlib import Path

OWN = ("favicon.svg", "favicon.png", "favicon.ico")
"""Files that a newsroom may put into the folder of its site; the first that is there is shown instead of ours."""

_OURS = {"icon.svg": "icon", "touch-icon.png": "apple-touch-icon"}
"""Our files below ``templates/site`` → relation. Phones take no SVG for their home screen."""


def own(folder: Path) -> str:
    """The newsroom's own file in the folder of a site, "" when there is none."""
    return next((name for name in OWN if (folder / name).is_file()), "")


@cache
def ours() -> dict[str, bytes]:
    """Our files by name: it changes with what is in them, so that nothing of the newsroom's has the same."""
    found = {}
    for file in _OURS:
        data = resources.data(f"templates/site/{file}")
        stem, _, ending = file.partition(".")
        found[f"{stem}-{hashlib.sha256(data).hexdigest()[:8]}.{ending}"] = data
    return found


@cache
def links(root: str, file: str) -> Html:
    """The ``link`` elements of a page, a line each.

    Args:
        root: The way to the root of the site, "" or ending in "/".
        file: The newsroom's own file, "" for ours.
    """
    if file:
        return Html(f'<link rel="icon" href="{root}{file}">\n')
    pairs = zip(_OURS.values(), ours(), strict=True)
    return Html("".join(f'<link rel="{relation}" href="{root}{name}">\n' for relation, name in pairs))
