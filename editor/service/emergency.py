"""What a window asks of the 应急稿包."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.operations import emergency
from editor.publish.whole_file import write_whole
from editor.records.output import PackWritten
from editor.service.output import unlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.service.room import Room


def write(room: Room, names: Sequence[str] | None, file: str, person: str | None) -> PackWritten:
    """Write signed articles into a file and note it in the ledger.

    Args:
        room: Where.
        names: Articles and variants, None = everything that may go out.
        file: A ZIP, written over.
        person: Who signs the note.

    Raises:
        EditorError: Nothing of it is signed, a pass phrase is needed, or the file cannot be written.
    """
    unlock(room, person)
    made = emergency.pack(room.desk, names)
    write_whole(file, made.data)
    noted = emergency.note(room.desk, made, Path(file).name, person)
    return PackWritten(file, len(made.tickets), len(made.refused), noted)
