"""What a person prefers, kept in the platform's place for settings."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Signal

from ui.theme.tokens import ThemeName

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Choice:
    """All preferences with what they are at first.

    Attributes:
        language: zh_CN or en.
        theme: A `ThemeName`.
        scale: Size of the interface in percent; body_px and leading: of the text (px, of the size).
        body_family: Font of the text, "" = ours.
        indented: Whether paragraphs are shown with two characters of indent.
        dense: Whether list rows are low.
        menu_bar: Whether the menu bar is shown.
        checks: Whether checks run while writing.
    """

    language: str = "zh_CN"
    theme: str = ThemeName.SYSTEM.value
    scale: int = 100
    body_px: int = 17
    leading: float = 1.75
    body_family: str = ""
    indented: bool = True
    dense: bool = False
    menu_bar: bool = False
    checks: bool = True
    typewriter: bool = False
    order: str = "updated"
    grouped: bool = True


class Preferences(QObject):
    """Reads and keeps a `Choice`; `changed` names what changed."""

    changed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        self.choice = self._read()

    def _read(self) -> Choice:
        values: dict[str, Any] = {}
        for item in fields(Choice):
            stored = self._settings.value(item.name)
            if stored is not None:
                value = _converted(stored, type(item.default))
                if value is not None:
                    values[item.name] = value
        return Choice(**values)

    def set(self, name: str, value: Any) -> None:
        """Change one preference and keep it."""
        if getattr(self.choice, name) == value:
            return
        self.choice = dataclasses.replace(self.choice, **{name: value})
        self._settings.setValue(name, value)
        self.changed.emit(name)

    def sync(self) -> None:
        """On the disk now."""
        self._settings.sync()


def _converted(stored: Any, kind: type) -> Any:
    """A stored value as the kind it must have, None when somebody wrote something else into the file."""
    if kind is bool:
        return {"true": True, "false": False}.get(str(stored).lower())
    try:
        return kind(stored)
    except (TypeError, ValueError):
        return None
