"""The order of the list, its groups, and what the chosen rows can be told together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from editor.records.articles import ORDERS
from ui.articles.words import day_word, state_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from editor.records.articles import Row
    from ui.desktop import Desktop

_BULK = ("article.archive", "article.trash", "article.restore", "file.deliver")


class OrderAtWork(QObject):
    """Remembered as a preference; a search stands newest first whatever is chosen."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        actions, choice = desktop.context.actions, desktop.context.preferences.choice
        group = QActionGroup(self)
        for order in ORDERS:
            action = actions[f"order.{order}"]
            group.addAction(action)
            action.setChecked(order == choice.order)
            action.triggered.connect(lambda _on=False, order=order: self.sort_by(order))
        actions["order.grouped"].setChecked(choice.grouped)
        actions["order.grouped"].toggled.connect(self._on_grouped)
        desktop.browser.order = choice.order
        desktop.articles.list.addActions([actions[name] for name in _BULK])
        self._group()

    def sort_by(self, order: str) -> None:
        """Another order."""
        self._desktop.context.preferences.set("order", order)
        self._group()
        self._desktop.browser.sort_by(order)

    def _on_grouped(self, on: bool) -> None:  # noqa: FBT001  (a slot)
        self._desktop.context.preferences.set("grouped", on)
        self._group()

    def _group(self) -> None:
        choice = self._desktop.context.preferences.choice
        self._desktop.articles.list.articles.group_by(
            _groups(choice.order, self._desktop.context.look.now()) if choice.grouped else None
        )


def _groups(order: str, now: datetime) -> Callable[[Row], str]:
    """What the group of a row is called in an order."""
    return {
        "updated": lambda row: day_word(row.day, now),
        "deadline": lambda row: day_word(row.deadline[:10], now),
        "state": lambda row: state_word(row.state),
        "column": lambda row: row.column,
    }[order]
