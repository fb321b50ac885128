"""Signing identities: an Ed25519 key for each person, kept by the system's key ring or in a protected file.

A key file is JSON with mode 0600; the seed in it is sealed with ChaCha20-Poly1305 under an Argon2id key made from the
pass phrase (RFC 9106, second recommended option: 3 passes, 64 MiB, 4 lanes).
"""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from editor.errors import EditorError

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_SERVICE = "gaotai"
_PASSES, _MEMORY_KIB, _LANES = 3, 65_536, 4


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody who can sign here.

    Attributes:
        person: Id of the `member` entry that admitted him.
        name: As he is called in the newsroom.
        public: Base64 of the raw public key (32 bytes).
    """

    newsroom: str
    person: str
    name: str
    public: str


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key in memory."""

    private: Ed25519PrivateKey

    @classmethod
    def new(cls) -> SigningKey:
        """A fresh key."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, seed: bytes) -> SigningKey:
        """The key with this 32-byte seed."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def seed(self) -> bytes:
        """The 32 secret bytes."""
        return self.private.private_bytes_raw()

    @property
    def public(self) -> str:
        """Base64 of the raw public key."""
        return base64.b64encode(self.private.public_key().public_bytes_raw()).decode()

    def sign(self, body: str) -> str:
        """Base64 Ed25519 signature over a body."""
        return base64.b64encode(self.private.sign(body.encode())).decode()


class Keys(Protocol):
    """Where signing identities are kept."""

    def identities(self, newsroom: str) -> list[Identity]:
        """Who can sign for a newsroom here, sorted by name."""
        ...

    def prepare(self) -> None:
        """Refuse early when a new key could not be kept.

        Raises:
            EditorError: There is neither a key ring nor a pass phrase.
        """
        ...

    def keep(self, identity: Identity, key: SigningKey) -> None:
        """Keep a key; returned = durable."""
        ...

    def unlock(self, identity: Identity) -> SigningKey:
        """The private key of an identity.

        Raises:
            EditorError: The pass phrase is missing or wrong, or the key is gone.
        """
        ...


class KeysInMemory:
    """Identities that live as long as the program: for the demonstration and for tests."""

    def __init__(self) -> None:
        self._kept: dict[Identity, SigningKey] = {}

    def identities(self, newsroom: str) -> list[Identity]:
        """See `Keys`."""
        return sorted((i for i in self._kept if i.newsroom == newsroom), key=lambda identity: identity.name)

    def prepare(self) -> None:
        """See `Keys`; memory is always there."""

    def keep(self, identity: Identity, key: SigningKey) -> None:
        """See `Keys`."""
        self._kept[identity] = key

    def unlock(self, identity: Identity) -> SigningKey:
        """See `Keys`."""
        return self._kept[identity]


class KeysOnDisk:
    """Identities in a folder of the user's data: one file each, the secret in the key ring or sealed in the file."""

    def __init__(self, folder: Path, passphrase: str | None) -> None:
        self._folder = folder
        self._passphrase = passphrase
        self._unlocked: dict[Identity, SigningKey] = {}

    def identities(self, newsroom: str) -> list[Identity]:
        """See `Keys`. A file that is no key file is passed over."""
        found = []
        for path in sorted((self._folder / newsroom).glob("*.json")) if newsroom else []:
            record = _record(path)
            if record is not None:
                found.append(Identity(newsroom, path.stem, str(record["name"]), str(record["public"])))
        return sorted(found, key=lambda identity: identity.name)

    def prepare(self) -> None:
        """See `Keys`."""
        if self._passphrase is None and _ring() is None:
            raise EditorError.refused("passphrase_needed")

    def keep(self, identity: Identity, key: SigningKey) -> None:
        """See `Keys`."""
        self.prepare()
        record: dict[str, Any] = {"v": 1, "name": identity.name, "public": identity.public}
        if self._passphrase is not None:
            record["sealed"] = _seal(key.seed, self._passphrase, identity)
        else:
            ring = _ring()
            ring.set_password(_SERVICE, _ring_name(identity), base64.b64encode(key.seed).decode())
            record["ring"] = True
        self._write(identity, json.dumps(record, ensure_ascii=False))
        self._unlocked[identity] = key

    def unlock(self, identity: Identity) -> SigningKey:
        """See `Keys`."""
        if identity not in self._unlocked:
            record = _record(self._path(identity))
            if record is None:
                raise EditorError.refused("no_key_here", name=identity.name)
            key = SigningKey.from_seed(self._secret(identity, record))
            if key.public != identity.public:
                raise EditorError.refused("key_damaged", name=identity.name)
            self._unlocked[identity] = key
        return self._unlocked[identity]

    def _secret(self, identity: Identity, record: dict[str, Any]) -> bytes:
        if "sealed" in record:
            if self._passphrase is None:
                raise EditorError.refused("passphrase_needed")
            return _unseal(record["sealed"], self._passphrase, identity)
        ring = _ring()
        kept = ring.get_password(_SERVICE, _ring_name(identity)) if ring is not None else None
        if kept is None:
            raise EditorError.refused("no_key_here", name=identity.name)
        return base64.b64decode(kept)

    def _path(self, identity: Identity) -> Path:
        return self._folder / identity.newsroom / f"{identity.person}.json"

    def _write(self, identity: Identity, text: str) -> None:
        path = self._path(identity)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        whole = path.with_suffix(".new")
        descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        whole.replace(path)


def _record(path: Path) -> dict[str, Any] | None:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    whole = isinstance(record, dict) and record.get("v") == 1 and "name" in record and "public" in record
    return record if whole else None


def _ring_name(identity: Identity) -> str:
    return f"{identity.newsroom}/{identity.person}"


def _ring() -> Any:
    """The system's key ring, or None where there is none that keeps secrets (a server, a bare session)."""
    import keyring  # noqa: PLC0415
    from keyring.backends import fail, null  # noqa: PLC0415

    ring = keyring.get_keyring()
    return None if isinstance(ring, (fail.Keyring, null.Keyring)) else ring


def _derived(passphrase: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415

    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=_PASSES,
        memory_cost=_MEMORY_KIB,
        parallelism=_LANES,
        hash_len=32,
        type=Type.ID,
    )


def _seal(seed: bytes, passphrase: str, identity: Identity) -> dict[str, str]:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = ChaCha20Poly1305(_derived(passphrase, salt)).encrypt(nonce, seed, identity.public.encode())
    parts = {"salt": salt, "nonce": nonce, "box": sealed}
    return {name: base64.b64encode(value).decode() for name, value in parts.items()}


def _unseal(parts: dict[str, str], passphrase: str, identity: Identity) -> bytes:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    try:
        salt, nonce, box = (base64.b64decode(parts[name]) for name in ("salt", "nonce", "box"))
        return ChaCha20Poly1305(_derived(passphrase, salt)).decrypt(nonce, box, identity.public.encode())
    except InvalidTag:
        raise EditorError.refused("passphrase_wrong", name=identity.name) from None
    except (KeyError, ValueError, TypeError):
        raise EditorError.refused("key_damaged", name=identity.name) from None
