"""The static site of all published articles, replaced as a whole.

What stands there before stays unless it is named: a manifest in the folder keeps what the lists need, unchanged pages
are hard links to those of the old tree, and the new tree takes the place of the old one in one step.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from editor.publish.site.building import Building
from editor.publish.site.manifest import ARTICLES
from editor.publish.site.options import SiteOptions
from editor.publish.targets import Delivery
from editor.publish.targets.failures import failing_at
from editor.publish.targets.kinds import Option
from editor.publish.targets.whole import WholeKind
from editor.publish.tree import alone
from editor.publish.wire import checked_address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.package import Gone, Package


class SiteTarget:
    """A folder that is a site of ours, or becomes one."""

    def __init__(self, folder: Path, options: SiteOptions | None = None) -> None:
        """Nothing is read or made yet.

        Args:
            folder: Where the site stands. Its parent must be writable: the new tree is built beside it.
            options: Choices of the newsroom.
        """
        self._folder = folder
        self._options = options or SiteOptions()

    def deliver(self, packages: Sequence[Package], gone: Sequence[Gone]) -> list[Delivery]:
        """See `Target.deliver`. A name that is delivered and gone at once is gone."""
        with failing_at(self._folder):
            folder = Path(os.path.realpath(self._folder))  # Path.resolve fails on links that go round in circles
            with alone(folder):
                building = Building(folder, self._options)
                try:
                    done = building.run(packages, gone)
                except BaseException:
                    building.discard()
                    raise
        place = self._folder / ARTICLES
        return [Delivery(name, f"{place}{os.sep}{name}.html", written) for name, written in done]


class SiteKind(WholeKind):
    """See `kinds.Kind`. What the newsroom says of its site stands with the target; the folder alone names the place."""

    @override
    def address(self, options: Mapping[str, str]) -> str:
        """See `kinds.Kind`.

        Raises:
            EditorError: The address of the site is none (exit 2).
        """
        if options.get("url"):
            checked_address(options["url"])
        return super().address(options)

    @override
    def open(self, options: Mapping[str, str], _secret: str) -> SiteTarget:
        """See `kinds.Kind`."""
        usual = SiteOptions()
        columns = (part.strip() for part in options.get("columns", "").replace("，", ",").split(","))
        told = SiteOptions(
            title=options.get("title") or usual.title,
            newsroom=options.get("newsroom") or usual.newsroom,
            address=options.get("url", "").strip() or usual.address,
            columns=tuple(part for part in columns if part),
        )
        return SiteTarget(Path(options["path"]).expanduser().resolve(), told)


KIND = SiteKind(
    "site", (Option("path", required=True), Option("url"), Option("title"), Option("newsroom"), Option("columns"))
)
