"""Two columns of text and a list need the whole width: the window makes room for them and takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desktop import Desktop


class WideMiddle:
    """Shows something in the place of the article, as wide as there is room."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._before: tuple[bool, bool] | None = None

    def show(self, widget: QWidget) -> None:
        """Show it; list and inspector step aside."""
        window, articles = self._desktop.window, self._desktop.articles
        if self._before is None:
            self._before = (window.inspector_shown, not articles.isHidden())
            window.show_inspector(shown=False)
            articles.hide()
        self._desktop.desk.show_middle(widget)
        widget.setFocus()

    def give_back(self) -> None:
        """List and inspector come back."""
        if self._before is None:
            return
        inspector, articles = self._before
        self._before = None
        self._desktop.articles.setVisible(articles)
        self._desktop.window.show_inspector(shown=inspector)
