"""Putting a version back: what stands there is kept first, then article and slip change in one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editor.records.articles import Version

    class Keeper(Protocol):
        """`ui.keeping.keeper.Keeper`."""

        def save(self, why: str = "") -> None:
            """Into the library at once, as a version of the history."""

        def settle(self, then: Callable[[], None]) -> None:
            """Call ``then`` when the library has it; never when it cannot be written."""


def put_back(version: Version, keeper: Keeper, change: Callable[[Mapping[str, Any], str], None]) -> None:
    """Put a version back onto the desk.

    When the library cannot keep what stands there nothing is put back: the trouble is told by who keeps.

    Args:
        version: The version.
        keeper: Keeps what stands there now as a version (why ``restore``).
        change: Makes slip (plain form) and text others in one step that can be undone; the 稿号 stays.
    """

    def change_now() -> None:
        change(version.slip, version.text)
        keeper.save("")

    keeper.save("restore")
    keeper.settle(change_now)
