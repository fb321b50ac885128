"""The look in force: the tokens, the palette and style sheet made from them, and icons in their colors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap

from ui.clock import here
from ui.theme import icons
from ui.theme.dress import Wardrobe
from ui.theme.stylesheet import sheet
from ui.theme.tokens import ThemeName, Tokens, tokens_of
from ui.theme.type import CAPTION_PX, TITLE_PX, UI_PX, Reading, font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from ui.clock import Clock

_ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border2",
    QPalette.ColorRole.Light: "surface2",
}


class Look(QObject):
    """What everything is drawn with; `changed` is emitted after a change of theme or sizes.

    The colors of a theme come upon a window in a few turns of the event loop (see `ui.theme.dress`), sizes at once.

    Attributes:
        now: The moment by which times are drawn ("yesterday", "due 2 h").
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        name: ThemeName = ThemeName.SYSTEM,
        scale: int = 100,
        now: Clock = here,
        *,
        dressed: bool = True,
    ) -> None:
        super().__init__(application)
        self._dressed = dressed
        self._wardrobe: Wardrobe | None = None
        self.now = now
        self._application = application
        self.name = name
        self.scale = scale
        self.reading = Reading()
        self.tokens: Tokens = tokens_of(name, system_dark=self._system_dark())
        if application.style().name() != "fusion":
            application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    def _system_dark(self) -> bool:
        return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _on_system_changed(self) -> None:
        if self.name is ThemeName.SYSTEM:
            self.use(self.name)

    def use(self, name: ThemeName) -> None:
        """Another theme. The window keeps its picture until all that is seen of it wears the new one."""
        tokens = tokens_of(name, system_dark=self._system_dark())
        self.name = name
        if tokens is self.tokens:
            return
        self.tokens = tokens
        if self._wardrobe is None:
            self._apply()
            self.changed.emit()
        else:
            self._wardrobe.in_turns(self._sheet(), self.changed.emit)
            self._paint_with(tokens)

    @property
    def changing(self) -> bool:
        """Whether the window still has the picture of the theme before."""
        return self._wardrobe is not None and self._wardrobe.changing

    def settle(self) -> None:
        """Finish now what is left of a change of theme."""
        if self._wardrobe is not None:
            self._wardrobe.settle()

    def read_with(self, reading: Reading) -> None:
        """Another size or leading of the body."""
        if reading != self.reading:
            self.reading = reading
            self.changed.emit()

    def enlarge(self, scale: int) -> None:
        """Another size of the interface, in percent."""
        if scale != self.scale:
            self.scale = scale
            self._apply()
            self.changed.emit()

    def px(self, size: int) -> int:
        """A size of type at the scale in force."""
        return round(size * self.scale / 100)

    def _apply(self) -> None:
        self._paint_with(self.tokens)
        self._application.setFont(font(self.px(UI_PX)))
        if self._wardrobe is not None:
            self._wardrobe.at_once(self._sheet(), self._application.font())
        elif self._dressed:
            self._application.setStyleSheet(self._sheet())

    def _paint_with(self, tokens: Tokens) -> None:
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, QColor(getattr(tokens, name)))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text3))
        self._application.setPalette(palette)

    def _sheet(self) -> str:
        ui, caption, title = (self.px(size) for size in (UI_PX, CAPTION_PX, TITLE_PX))
        return sheet(self.tokens, ui=ui, caption=caption, title=title, scale=self.scale)

    def dress(self, window: QWidget) -> Iterator[None]:
        """Put the style sheet on a window that was built without it, part by part; see `ui.theme.dress`.

        It is not put on the application: there Qt would look at a widget once for each of those that it lies in.
        """
        self._wardrobe = Wardrobe(window)
        window.destroyed.connect(self._on_window_gone)
        # what was built before the application had its font keeps another one else
        yield from self._wardrobe.first(self._sheet(), self._application.font())

    def _on_window_gone(self) -> None:
        self._wardrobe = None

    def icon(self, name: str, color: str = "") -> QIcon:
        """An icon by its Lucide name; ``color`` a name among the tokens, "" = that of secondary text."""
        tokens = self.tokens
        return icons.icon(name, getattr(tokens, color or "text2"), tokens.border2, tokens.accent)

    def pixmap(self, name: str, color: str = "", size: int = 16, scale: float = 1.0) -> QPixmap:
        """The same as a picture."""
        return icons.pixmap(name, getattr(self.tokens, color or "text2"), size, scale)
