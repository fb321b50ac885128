"""The end of a start that failed after somebody had typed: where that is now, in a box and for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from PySide6.QtWidgets import QMessageBox

from editor.errors import EditorError, Exit
from editor.log import write_bug
from ui.sentences import Sentences

if TYPE_CHECKING:
    from pathlib import Path


def tell(error: Exception, kept: Path | None, language: str) -> NoReturn:
    """Say it in a box and raise it; without a file there is nothing to say that the command line does not.

    Raises:
        EditorError: It failed and what was typed is in a file.
    """
    if kept is None:
        raise error
    told = EditorError("window_not_built", Exit.FOUND, path=str(kept), log=str(write_bug("window", error)))
    sentence = Sentences(language or "zh_CN").sentence(f"error.{told.code}", told.details)
    QMessageBox.critical(None, "Gaotai 稿台", sentence)
    raise told from error
