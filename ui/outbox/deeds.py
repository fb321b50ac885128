"""Words, keys and icons of what is done with targets and the publishing queue."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.actions import Deed


def outbox_deeds() -> list[Deed]:
    """The queue, what would go, holding everything back, targets."""
    translate = QCoreApplication.translate
    return [
        Deed(
            "queue.show",
            translate("Action", "Publishing queue"),
            "Publishing queue",
            "publish",
            ("Ctrl+Shift+G",),
            "send",
        ),
        Deed(
            "queue.now",
            translate("Action", "What would go now…"),
            "What would go now",
            "publish",
            ("Ctrl+Alt+Shift+N",),
            "eye",
        ),
        Deed(
            "queue.preview",
            translate("Action", "What goes to a target of this article…"),
            "What goes to a target of this article",
            "publish",
            ("Ctrl+Alt+Shift+E",),
            "scan-eye",
        ),
        Deed(
            "queue.run",
            translate("Action", "Send what waits now"),
            "Send what waits now",
            "publish",
            ("Ctrl+Alt+Shift+G",),
            "refresh-cw",
        ),
        Deed("queue.stop", translate("Action", "Stop sending"), "Stop sending", "publish", ("Ctrl+Alt+Shift+X",), "x"),
        *_deeds_of_hands(),
        *_deeds_of_targets(),
    ]


def _deeds_of_hands() -> list[Deed]:
    """What people do by hand, of the article on the desk."""
    translate = QCoreApplication.translate
    return [
        Deed(
            "queue.published",
            translate("Action", "Published by hand…"),
            "Published by hand",
            "publish",
            ("Ctrl+Alt+Shift+H",),
            "hand",
        ),
        Deed(
            "queue.receipts",
            translate("Action", "Receipts of this article…"),
            "Receipts of this article",
            "publish",
            ("Ctrl+Alt+Shift+B",),
            "stamp",
        ),
        Deed(
            "queue.sheet",
            translate("Action", "Disposal sheet of this withdrawal…"),
            "Disposal sheet of this withdrawal",
            "publish",
            ("Ctrl+Alt+Shift+D",),
            "printer",
        ),
        Deed(
            "queue.emergency",
            translate("Action", "Emergency pack…"),
            "Emergency pack",
            "publish",
            ("Ctrl+Alt+Shift+K",),
            "hard-drive",
        ),
    ]


def _deeds_of_targets() -> list[Deed]:
    """Holding everything back, and where it goes."""
    translate = QCoreApplication.translate
    return [
        Deed(
            "queue.hold",
            translate("Action", "Hold everything back…"),
            "Hold everything back",
            "publish",
            ("Ctrl+Alt+Shift+S",),
            "pause",
        ),
        Deed(
            "queue.release",
            translate("Action", "Release what is held back"),
            "Release what is held back",
            "publish",
            ("Ctrl+Alt+Shift+O",),
            "lock-open",
        ),
        Deed("queue.targets", translate("Action", "Targets…"), "Targets", "publish", ("Ctrl+Alt+Q",), "settings"),
    ]
