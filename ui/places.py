"""Where this program keeps what is the user's."""

from __future__ import annotations

from pathlib import Path


def config_folder() -> Path:
    """Folder of settings on this platform."""
    from PySide6.QtCore import QStandardPaths  # not before the first frame

    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(base) / "gaotai"
