"""DOCX files: text, structure and pictures as Word, WPS and LibreOffice write them, and a report of what is left out.

Own reader over lxml: python-docx, mammoth and docx2python each leave out some of smart tags, content controls, text
boxes, notes and tracked changes without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.intake.packed import PackedIntake

__all__ = ["readable", "take_in_docx"]

ENCODING = "utf-8"
"""What a record of a document says for its encoding: its XML says its own."""


def take_in_docx(data: bytes, *, changes: str = "accepted", source: bytes | None = None) -> PackedIntake:
    """Read a DOCX file into the parts of an article.

    Args:
        data: The bytes of the file.
        changes: What becomes of tracked changes: ``accepted``, or ``original`` = the text before them.
        source: The bytes that another program made ``data`` from; kept beside it.

    Raises:
        EditorError: ``packed_broken``, ``packed_too_large``, ``packed_encrypted``, ``docx_no_document``,
            ``docx_entities`` or ``docx_broken``; nothing else, whatever the bytes are.
    """
    from editor.intake.docx.whole import take_in  # lxml only for these files

    return take_in(data, original=changes == "original", source=source)


def readable(data: bytes) -> str | None:
    """The text to which the offsets of recorded repairs refer; None when the file cannot be read."""
    from editor.errors import EditorError
    from editor.intake.docx.reading import text_of  # lxml only for these files
    from editor.intake.losses import LossBook

    try:
        return text_of(data, LossBook())
    except EditorError:
        return None
