"""Putting a version back: what stands there is kept first, then the text changes in one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from editor.markup.reader import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editor.markup.blocks import Block
    from editor.records.articles import Version

    class Keeper(Protocol):
        """`ui.keeping.keeper.Keeper`."""

        def save(self, why: str = "") -> None:
            """Into the library at once, as a version of the history."""

        def settle(self, then: Callable[[], None]) -> None:
            """Call ``then`` when the library has it; never when it cannot be written."""


def put_back(
    version: Version,
    keeper: Keeper,
    change: Callable[[tuple[Block, ...]], None],
    show_slip: Callable[[Mapping[str, Any]], None],
    slip: Mapping[str, Any],
) -> None:
    """Put a version back onto the desk.

    When the library cannot keep what stands there nothing is put back: the trouble is told by who keeps.

    Args:
        version: The version.
        keeper: Keeps what stands there now as a version (why ``restore``).
        change: Makes the text another one in one step that can be undone.
        show_slip: Shows another slip (plain form).
        slip: The slip as it stands now: its 稿号 stays.
    """

    def change_now() -> None:
        number = {"number": slip["number"]} if slip.get("number") else {}
        show_slip({key: value for key, value in version.slip.items() if key != "number"} | number)
        change(read(version.text))
        keeper.save("")

    keeper.save("restore")
    keeper.settle(change_now)
