"""Intake: bytes of a page of any kind → fields, blocks, repairs and a report of what was not carried over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.intake.records import Intake, Loss, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Intake", "Loss", "Reading", "decode", "readable", "take_in"]


def take_in(data: bytes, name: str = "", *, encoding: str | None = None, canceled: Callable[[], bool] = bool) -> Intake:
    """Read a page (plain text, saved HTML, Markdown with front matter) or an office file into the parts of an article.

    A DOCX file, an old office file and a ZIP with one document in it give a ``PackedIntake`` (:mod:`.packed`), which
    has the pictures too.

    Args:
        data: The bytes of the file.
        name: Its name; only the suffix is looked at, and only where the content leaves the kind open.
        encoding: A decoding that a person chose; None = told from the bytes.
        canceled: Asked while another program reads an old office file; True = it is ended.

    Raises:
        EditorError: ``empty_input``, ``binary_input``, ``input_too_large``, ``undecodable_input``,
            ``unknown_encoding``, and for office and ZIP files ``packed_…``, ``docx_…``, ``office_…``, ``bundle_…``;
            nothing else, whatever the bytes are.
    """
    from editor.intake.packed import kind_of_file  # keeps the command line's start quick

    kind = kind_of_file(data)
    if kind:
        from editor.intake.bundle import take_in_file  # only for files that hold files

        return take_in_file(data, kind, name, canceled=canceled)
    from editor.intake.intake import take_in as work  # keeps the command line's start quick

    return work(data, name, encoding=encoding)


def decode(data: bytes) -> tuple[Reading, ...]:
    """The likely decodings of some bytes, best first; more than one only when they are close.

    Raises:
        EditorError: As :func:`take_in`.
    """
    from editor.intake.encoding import decode as work  # keeps the command line's start quick

    return work(data)


def readable(data: bytes, encoding: str, kind: str) -> str | None:
    """The text of a kept original to which the offsets of its recorded repairs refer; None when it cannot be had.

    Args:
        data: The original bytes.
        encoding: ``Intake.encoding``.
        kind: ``Intake.kind``; of an HTML page it is the text that a reader sees, scripts left out, a line a block.
    """
    if kind == "docx":
        from editor.intake.docx import readable as docx_text

        return docx_text(data)
    from editor.intake.intake import readable as work  # keeps the command line's start quick

    return work(data, encoding, kind)
