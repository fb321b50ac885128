"""Words, keys and icons of what is done where text comes in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.actions import Deed


def intake_deeds() -> list[Deed]:
    """A folder, the report, one article into another."""
    translate = QCoreApplication.translate
    return [
        Deed(
            "file.import_folder",
            translate("Action", "Import a folder…"),
            "Import a folder",
            "file",
            ("Ctrl+Shift+O",),
            "folder",
        ),
        Deed("file.import_stop", translate("Action", "Stop importing"), "Stop importing", "file", ("Ctrl+Alt+C",), "x"),
        Deed(
            "article.report",
            translate("Action", "Intake report…"),
            "Intake report",
            "article",
            ("Ctrl+Shift+R",),
            "list-checks",
        ),
        Deed(
            "article.merge",
            translate("Action", "Put the chosen article into the open one…"),
            "Put into the open article",
            "article",
            ("Ctrl+Shift+M",),
            "plus",
        ),
    ]
