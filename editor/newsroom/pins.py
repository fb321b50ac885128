"""A short PIN for each person on one computer: nobody at the desk of a colleague signs as him by mistake.

It guards a change of people in the window, and no more: the signing keys are guarded by the system's key ring or a
pass phrase. Only an Argon2id hash is kept, made at the cost of key files, in a file of mode 0600 in the user's data;
wrong attempts are slowed down.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.newsroom import sealing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argon2 import PasswordHasher

SHORTEST, LONGEST = 4, 12
_FREE = 3  # wrong attempts before the first wait
_FIRST_WAIT, _LONGEST_WAIT = 5, 300  # seconds; doubled with every wrong attempt


class Pins:
    """The PINs of one computer.

    Args:
        folder: The user's data; the PINs lie in ``pins`` in it.
        clock: Seconds since the epoch; waits are reckoned by it.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder / "pins"
        self._clock = clock

    def has(self, newsroom: str, person: str) -> bool:
        """Whether somebody set a PIN here."""
        return self._path(newsroom, person).is_file()

    def change(self, newsroom: str, person: str, pin: str, old: str = "") -> None:
        """Set, change or (with an empty ``pin``) take off a PIN; one that is there has to be given first.

        Raises:
            EditorError: The old PIN is wrong or must wait, the new one has another length, or it cannot be written.
        """
        if pin and not SHORTEST <= len(pin) <= LONGEST:
            raise EditorError.usage("pin_length", shortest=SHORTEST, longest=LONGEST)
        self.check(newsroom, person, old)
        if pin:
            self._write(newsroom, person, {"v": 1, "hash": _hasher().hash(pin), "wrong": 0, "at": 0.0})
            return
        try:
            self._path(newsroom, person).unlink(missing_ok=True)
        except OSError as error:
            raise EditorError.library("data_folder_read_only", path=str(self._folder)) from error

    def check(self, newsroom: str, person: str, pin: str) -> None:
        """Let somebody in: with his PIN, or because he set none.

        Raises:
            EditorError: It is another one (``pin_wrong``), or the next attempt has to wait (``pin_wait``).
        """
        record = self._read(newsroom, person)
        if record is None:
            return
        wait = self._wait(record)
        if wait > 0:
            raise EditorError.refused("pin_wait", seconds=int(wait) + 1)
        # Counted before it is looked at: a program that is killed in between has used up its attempt.
        wrong = int(record["wrong"]) + 1
        self._write(newsroom, person, {**record, "wrong": wrong, "at": self._clock()})
        if not _matches(str(record["hash"]), pin):
            raise EditorError.refused("pin_wrong")
        self._write(newsroom, person, {**record, "wrong": 0, "at": 0.0})

    def _wait(self, record: dict[str, Any]) -> float:
        """Seconds until the next attempt; a clock that was put back neither shortens nor lengthens a wait."""
        over = int(record["wrong"]) - _FREE
        if over < 0:
            return 0.0
        whole = float(min(_FIRST_WAIT * 2 ** min(over, 10), _LONGEST_WAIT))
        return min(whole, whole - (self._clock() - float(record["at"])))

    def _path(self, newsroom: str, person: str) -> Path:
        return self._folder / newsroom / f"{person}.json"

    def _read(self, newsroom: str, person: str) -> dict[str, Any] | None:
        path = self._path(newsroom, person)
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise EditorError.refused("pin_damaged", path=str(path)) from error
        whole = isinstance(record, dict) and isinstance(record.get("hash"), str)
        if not whole or type(record.get("wrong")) is not int or not isinstance(record.get("at"), (int, float)):
            raise EditorError.refused("pin_damaged", path=str(path))
        return dict(record)

    def _write(self, newsroom: str, person: str, record: dict[str, Any]) -> None:
        try:
            sealing.write_protected(self._path(newsroom, person), json.dumps(record))
        except OSError as error:
            raise EditorError.library("data_folder_read_only", path=str(self._folder)) from error


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=sealing.PASSES, memory_cost=sealing.MEMORY_KIB, parallelism=sealing.LANES)


def _matches(kept: str, pin: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept, pin)
    except (VerificationError, InvalidHashError):
        return False
