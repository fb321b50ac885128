"""Where a worker works; apart from what is sent both ways, because the start of a window needs nothing else of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Place(NamedTuple):
    """Where a worker works.

    Attributes:
        library: Folder of the library; made when it is not there.
        data: Folder of the user's data (identities, installation, what was seen).
    """

    library: Path
    data: Path
