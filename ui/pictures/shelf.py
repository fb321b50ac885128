"""Small forms of the pictures of articles, asked of a worker when they are first needed, and kept within bounds."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.records.output import SmallPicture

SIDE = 1200
"""Longest side of a small form in px: what the widest preview shows on a screen of one and a half times the density."""
_HELD = 48 << 20
_DECODED = 24


class PictureShelf(QObject):
    """Has pictures at hand, or asks for them.

    Signals:
        arrived: Source of a picture that can be had now, or of which it is now known that it cannot.
    """

    arrived = Signal(str)

    def __init__(self, ask: Callable[[Sequence[str]], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._held: OrderedDict[str, SmallPicture] = OrderedDict()
        self._decoded: OrderedDict[str, QImage] = OrderedDict()
        self._asked: set[str] = set()
        self._waiting: list[str] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_timeout)

    def known(self, source: str) -> SmallPicture | None:
        """What is known of a picture; None while it is being asked for."""
        found = self._held.get(source)
        if found is not None:
            self._held.move_to_end(source)
        elif source.startswith("asset:") and source not in self._asked:
            self._asked.add(source)
            self._waiting.append(source)
            self._timer.start()
        return found

    def picture(self, source: str) -> bytes | None:
        """Bytes of the small form (`ui.writing.objects.Pictures`)."""
        found = self.known(source)
        return found.data or None if found is not None else None

    def image(self, source: str) -> tuple[QImage, int] | None:
        """The small form as it is drawn, and how wide the picture itself is (px)."""
        found = self.known(source)
        if found is None or not found.data:
            return None
        if source not in self._decoded:
            self._decoded[source] = QImage.fromData(found.data)
            while len(self._decoded) > _DECODED:
                self._decoded.popitem(last=False)
        self._decoded.move_to_end(source)
        image = self._decoded[source]
        return None if image.isNull() else (image, found.width)

    def put(self, pictures: Sequence[SmallPicture]) -> None:
        """What the worker answered."""
        for item in pictures:
            self._asked.discard(item.source)
            self._held[item.source] = item
            self._decoded.pop(item.source, None)
        while sum(len(item.data) for item in self._held.values()) > _HELD and len(self._held) > 1:
            self._decoded.pop(self._held.popitem(last=False)[0], None)
        for item in pictures:
            self.arrived.emit(item.source)

    def forget(self, source: str) -> None:
        """Ask anew when it is needed: what was not here may have come."""
        self._held.pop(source, None)
        self._decoded.pop(source, None)
        self._asked.discard(source)

    def failed(self, sources: Sequence[str]) -> None:
        """They could not be asked for now; when they are needed again they are asked for again."""
        self._asked.difference_update(sources)

    def _on_timeout(self) -> None:
        waiting, self._waiting = self._waiting, []
        self._ask(tuple(waiting))
