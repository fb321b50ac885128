"""Kinds that take a whole delivery at once: a folder of files in one format, and our own site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.publish.targets import Target, open_target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.publish.targets.kinds import Option


class WholeKind:
    """See `kinds.Kind`. The address is the one that ``export --to KIND:DIR`` takes, so that both are one place."""

    whole = True
    secret = False

    def __init__(self, name: str, options: tuple[Option, ...]) -> None:
        self.name = name
        self.options = options

    def address(self, options: Mapping[str, str]) -> str:
        """See `kinds.Kind`."""
        form = options.get("format") or self.name
        return f"{form}:{Path(options['path']).expanduser().resolve()}"

    def open(self, options: Mapping[str, str], _secret: str) -> Target:
        """See `kinds.Kind`."""
        return open_target(self.address(options))
