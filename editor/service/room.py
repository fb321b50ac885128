"""The room in which a worker answers: the desk, opened at the first question, and the way back to who asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.operations.desk import Desk
    from editor.service.messages import Place
    from editor.store.library import Library

SAMPLE_PHRASE = "sample-phrase"
"""File in the user's data, readable by nobody else; keys of a sample newsroom sign sample articles only."""


class CanceledError(Exception):
    """The piece of work is not wanted any more; what it had not finished is undone."""


class Room:
    """Handed to every function of the service as its first argument."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.passphrase: str | None = None
        self._tell: Callable[[int, int], None] = lambda _done, _total: None
        self._canceled: Callable[[], bool] = lambda: False

    def begin(self, tell: Callable[[int, int], None], canceled: Callable[[], bool]) -> None:
        """A new piece of work: how to tell of its progress, and whether it is still wanted."""
        self._tell = tell
        self._canceled = canceled

    @cached_property
    def desk(self) -> Desk:
        """The desk; a library is made where there is none.

        Raises:
            EditorError: It cannot be opened; the next question tries again.
        """
        from editor.operations.desk import device_id  # a worker is ready before it is asked
        from editor.store import library

        opened = library.create(self.place.library)
        try:
            device = "" if opened.read_only else device_id(self.place.data)
            if self.passphrase is None:
                self.passphrase = self._sample_phrase(self._with_keys(opened, device))
        except BaseException:
            opened.close()
            raise
        return self._with_keys(opened, device)

    def _with_keys(self, opened: Library, device: str) -> Desk:
        from editor.newsroom.identity import KeysOnDisk
        from editor.operations.desk import Desk

        return Desk(opened, KeysOnDisk(self.place.data / "identities", self.passphrase), device, self.place.data)

    def _sample_phrase(self, desk: Desk) -> str | None:
        """The phrase beside the keys of a sample newsroom: nobody ever chose it, so nobody is asked for it."""
        path = self.place.data / SAMPLE_PHRASE
        if not path.is_file():
            return None
        from editor.operations.first_start import is_sample

        return path.read_text(encoding="ascii").strip() if is_sample(desk) else None

    def progress(self, done: int, total: int = 0) -> None:
        """Say how far the work is.

        Raises:
            CanceledError: Nobody wants it any more.
        """
        self.check()
        self._tell(done, total)

    def tell(self, done: int, total: int = 0) -> None:
        """Say how far the work is; it goes on also when nobody wants it any more, until it has ended properly."""
        self._tell(done, total)

    def canceled(self) -> bool:
        """Whether nobody wants the work any more."""
        return self._canceled()

    def check(self) -> None:
        """Stop here when nobody wants the work any more.

        Raises:
            CanceledError: So it is.
        """
        if self._canceled():
            raise CanceledError

    def unlock(self, passphrase: str | None) -> None:
        """Use this pass phrase for keys that are kept in a protected file; the desk is opened anew."""
        self.passphrase = passphrase
        self.close()

    def close(self) -> None:
        """Close the library, if it was opened."""
        desk = self.__dict__.pop("desk", None)
        if desk is not None:
            desk.library.close()
