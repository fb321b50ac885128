"""Passwords of publishing systems: in the system's key ring, or sealed in a protected file; nowhere else.

They are named by the place that they open (see `Kind.address`), so that a copied library finds them only where somebody
has entered them.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Protocol

from editor.errors import EditorError
from editor.newsroom import sealing

if TYPE_CHECKING:
    from pathlib import Path

_SERVICE = "gaotai targets"


class Secrets(Protocol):
    """Where secrets are kept."""

    def keep(self, place: str, secret: str) -> None:
        """Keep the secret of a place; returned = durable.

        Raises:
            EditorError: There is neither a key ring nor a pass phrase.
        """
        ...

    def get(self, place: str) -> str | None:
        """The secret of a place, None when there is none.

        Raises:
            EditorError: The pass phrase is missing or wrong.
        """
        ...

    def forget(self, place: str) -> None:
        """Remove the secret of a place."""
        ...


class SecretsInMemory:
    """Secrets that live as long as the program: for tests."""

    def __init__(self, kept: dict[str, str] | None = None) -> None:
        self._kept = dict(kept or {})

    def keep(self, place: str, secret: str) -> None:
        """See `Secrets`."""
        self._kept[place] = secret

    def get(self, place: str) -> str | None:
        """See `Secrets`."""
        return self._kept.get(place)

    def forget(self, place: str) -> None:
        """See `Secrets`."""
        self._kept.pop(place, None)


class SecretsOnDisk:
    """Secrets in the key ring; with a pass phrase each in a sealed file of the user's data (mode 0600)."""

    def __init__(self, folder: Path, passphrase: str | None) -> None:
        self._folder = folder
        self._passphrase = passphrase

    def keep(self, place: str, secret: str) -> None:
        """See `Secrets`."""
        if self._passphrase is None:
            ring = sealing.key_ring()
            if ring is None:
                raise EditorError.refused("passphrase_needed")
            ring.set_password(_SERVICE, place, secret)
            return
        record = {"v": 1, "place": place, "sealed": sealing.seal(secret.encode(), self._passphrase, place.encode())}
        sealing.write_protected(self._path(place), json.dumps(record, ensure_ascii=False))

    def get(self, place: str) -> str | None:
        """See `Secrets`."""
        try:
            record = json.loads(self._path(place).read_text(encoding="utf-8"))
            sealed = record["sealed"]
        except FileNotFoundError:
            ring = sealing.key_ring()
            return None if ring is None else ring.get_password(_SERVICE, place)
        except (OSError, ValueError, KeyError, TypeError):
            raise EditorError.refused("secret_damaged", place=place) from None
        if self._passphrase is None:
            raise EditorError.refused("passphrase_needed")
        found = sealing.unseal(sealed, self._passphrase, place.encode())
        if found is None:
            raise EditorError.refused("passphrase_wrong", name=place)
        return found.decode()

    def forget(self, place: str) -> None:
        """See `Secrets`."""
        self._path(place).unlink(missing_ok=True)
        ring = sealing.key_ring()
        if ring is not None and ring.get_password(_SERVICE, place) is not None:
            ring.delete_password(_SERVICE, place)

    def _path(self, place: str) -> Path:
        return self._folder / f"{hashlib.sha256(place.encode()).hexdigest()[:32]}.json"


def secret_from_environment() -> str | None:
    """The secret that a script hands over; an argument would stand in the list of processes."""
    return os.environ.get("GAOTAI_TARGET_SECRET")
