"""What a secret is kept in: the system's key ring, or a file that a pass phrase opens.

Sealed with ChaCha20-Poly1305 under an Argon2id key made from the pass phrase (RFC 9106, second recommended option: 3
passes, 64 MiB, 4 lanes).
"""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PASSES, MEMORY_KIB, LANES = 3, 65_536, 4
"""Cost of Argon2id, for all that is kept here."""


def key_ring() -> Any:
    """The system's key ring, or None where there is none that keeps secrets (a server, a bare session)."""
    import keyring
    from keyring.backends import fail, null

    ring = keyring.get_keyring()
    return None if isinstance(ring, (fail.Keyring, null.Keyring)) else ring


def _derived(passphrase: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=PASSES,
        memory_cost=MEMORY_KIB,
        parallelism=LANES,
        hash_len=32,
        type=Type.ID,
    )


def seal(secret: bytes, passphrase: str, bound: bytes) -> dict[str, str]:
    """Close a secret so that the pass phrase opens it; `bound` has to be named again to open it."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = ChaCha20Poly1305(_derived(passphrase, salt)).encrypt(nonce, secret, bound)
    parts = {"salt": salt, "nonce": nonce, "box": sealed}
    return {name: base64.b64encode(value).decode() for name, value in parts.items()}


def unseal(parts: Mapping[str, str], passphrase: str, bound: bytes) -> bytes | None:
    """The secret; None when the pass phrase does not open it.

    Raises:
        ValueError: The parts are damaged (KeyError and TypeError as well).
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce, box = (base64.b64decode(parts[name]) for name in ("salt", "nonce", "box"))
    try:
        return ChaCha20Poly1305(_derived(passphrase, salt)).decrypt(nonce, box, bound)
    except InvalidTag:
        return None


def write_protected(path: Path, text: str) -> None:
    """Write a file that only its owner may read; returned = durable."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_suffix(f".{os.getpid()}.new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
