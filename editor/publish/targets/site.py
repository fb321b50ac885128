"""The static site of all published articles, replaced as a whole.

What stands there before stays unless it is named: a manifest in the folder keeps what the lists need, unchanged pages
are hard links to those of the old tree, and the new tree takes the place of the old one in one step.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from editor.publish.site.building import Building
from editor.publish.site.manifest import ARTICLES
from editor.publish.site.options import SiteOptions
from editor.publish.targets import Delivery
from editor.publish.targets.failures import failing_at
from editor.publish.targets.kinds import Option
from editor.publish.targets.whole import WholeKind
from editor.publish.tree import alone

if TYPE_CHECKING:
    from collections.abc import Sequence

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


KIND = WholeKind("site", (Option("path", required=True),))
