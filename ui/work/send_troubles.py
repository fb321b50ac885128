"""What hinders sending is said once, with what helps; the pass phrase is asked for where that is all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.jobs import Lane
from ui.outbox.trouble import SendTrouble
from ui.people.ask import SecretDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from editor.service.messages import Failure
    from ui.desktop import Desktop
    from ui.work.sending import SendingAtWork

PHRASE = frozenset({"passphrase_needed", "passphrase_wrong"})
"""Failures that a pass phrase helps."""

_OF_TARGETS = ("secret", "password", "probe", "moved", "interface", "elsewhere", "certificate", "no_host")
"""In keys of troubles that are mended in the dialog of targets."""


class SendTroubles(QObject):
    """Holds the line over the article."""

    def __init__(self, desktop: Desktop, sending: SendingAtWork) -> None:
        super().__init__(desktop.window)
        self._desktop = desktop
        self._now: tuple[tuple[str, str], ...] = ()
        self._read: frozenset[tuple[str, str]] = frozenset()
        self.bar = SendTrouble(desktop.context.look)
        desktop.desk.add_banner(self.bar)
        self.bar.queue_wanted.connect(sending.queue_wanted)
        self.bar.targets_wanted.connect(sending.targets_wanted)
        self.bar.phrase_wanted.connect(lambda: self.unlock(sending.poke))
        self.bar.put_away.connect(self._on_put_away)

    def show(self, troubles: Sequence[tuple[str, str, Mapping[str, Any]]]) -> None:
        """Target, sentence key, values of each; what was put away comes again only after it was gone."""
        self._now = tuple((name, key) for name, key, _ in troubles)
        self._read &= frozenset(self._now)
        new = [trouble for trouble in troubles if trouble[:2] not in self._read]
        sentences = self._desktop.context.sentences
        told = [(name, sentences.sentence(key, {"name": name, **values}) or key) for name, key, values in new]
        lines = [self.tr("{name}: {why}").format(name=name, why=why) if name else why for name, why in told]
        phrase = any(key.partition(".")[2] in PHRASE for _, key, _ in new)
        target = any(word in key for _, key, _ in new for word in _OF_TARGETS)
        self.bar.show_trouble("\n".join(lines), phrase=phrase, target=target)

    def _on_put_away(self) -> None:
        self._read |= frozenset(self._now)
        self.bar.show_trouble("")

    def unlock(self, then: Callable[[], None], canceled: Callable[[], None] | None = None) -> None:
        """Ask for the pass phrase; the process that writes and the one that sends both use it from now on."""
        dialog = SecretDialog(
            self.tr("Pass phrase"), self.tr("Pass phrase for keys and passwords"), self._desktop.window
        )
        sentences, ask = self._desktop.context.sentences, self._desktop.context.jobs.ask

        def wrong(failure: Failure) -> None:
            dialog.complain(sentences.of_failure(failure))

        def right(_people: object) -> None:
            dialog.accept()
            then()

        def given(phrase: str) -> None:
            def here(_people: object) -> None:
                ask("people.unlock", lane=Lane.SEND, done=right, failed=wrong, passphrase=phrase)

            ask("people.unlock", done=here, failed=wrong, passphrase=phrase)

        dialog.given.connect(given)
        if canceled is not None:
            dialog.rejected.connect(canceled)
        dialog.open()
