"""Places of publication. A target is one file with one class behind a small Protocol."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.findings import Finding
    from editor.publish.package import Gone, Package


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a target did with one package.

    Attributes:
        name: See `Package.name`.
        place: Where it stands now: a path or an address.
        written: False when exactly this stood there already.
        left_out: Pictures that are not in it, since they are not here or cannot be read (rule T03).
        aside: Where that lies now which somebody had made of it by hand, "" = nobody had.
    """

    name: str
    place: str
    written: bool
    left_out: tuple[Finding, ...] = ()
    aside: str = ""


class Target(Protocol):
    """A place that takes packages. What it holds afterwards depends on what it was given, never on when."""

    def deliver(self, packages: Sequence[Package], gone: Sequence[Gone]) -> list[Delivery]:
        """Put packages there, each over what stood under its name, and take away what is gone.

        All or nothing: when it raises, the place is as it was. Packages that are not named stay as they are.

        Raises:
            EditorError: With exit code 6; the sentence says what is wrong with the place.
        """
        ...


def open_target(address: str) -> Target:
    """The target that ``KIND:DIR`` names; kinds are ``site`` and the formats that a folder takes.

    Raises:
        EditorError: No such kind, or no folder named.
    """
    kind, _, place = address.partition(":")
    if not place:
        raise EditorError.usage("target_unknown", target=address)
    if kind == "site":
        from editor.publish.targets.site import SiteTarget

        return SiteTarget(Path(place))
    from editor.publish.targets.folder import EXTENSIONS, FolderTarget

    if kind in EXTENSIONS:
        return FolderTarget(Path(place), kind)
    raise EditorError.usage("target_unknown", target=address)


def on_disk(address: str) -> bool:
    """Whether an address names a place on a disk, which `open_target` opens."""
    from editor.publish.targets.folder import EXTENSIONS

    kind, _, place = address.partition(":")
    return bool(place) and (kind == "site" or kind in EXTENSIONS)


def file_at(address: str, name: str) -> Path | None:
    """Where a package lies at a place on a disk, None when the address names no such place."""
    from editor.publish.targets.folder import EXTENSIONS

    kind, _, place = address.partition(":")
    if not place or (kind != "site" and kind not in EXTENSIONS):
        return None
    from editor.publish.site.manifest import ARTICLES

    return Path(place) / ARTICLES / f"{name}.html" if kind == "site" else Path(place) / f"{name}.{EXTENSIONS[kind]}"
