"""Signing identities: an Ed25519 key for each person, kept by the system's key ring or in a protected file.

A key file is JSON with mode 0600; the seed in it is sealed, see `sealing`.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from editor.errors import EditorError
from editor.newsroom import sealing

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_SERVICE = "gaotai"


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
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, seed: bytes) -> SigningKey:
        """The key with this 32-byte seed."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

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
        if self._passphrase is None and sealing.key_ring() is None:
            raise EditorError.refused("passphrase_needed")

    def keep(self, identity: Identity, key: SigningKey) -> None:
        """See `Keys`."""
        self.prepare()
        record: dict[str, Any] = {"v": 1, "name": identity.name, "public": identity.public}
        if self._passphrase is not None:
            record["sealed"] = sealing.seal(key.seed, self._passphrase, identity.public.encode())
        else:
            ring = sealing.key_ring()
            ring.set_password(_SERVICE, _ring_name(identity), base64.b64encode(key.seed).decode())
            record["ring"] = True
        sealing.write_protected(self._path(identity), json.dumps(record, ensure_ascii=False))
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
        ring = sealing.key_ring()
        kept = ring.get_password(_SERVICE, _ring_name(identity)) if ring is not None else None
        if kept is None:
            raise EditorError.refused("no_key_here", name=identity.name)
        return base64.b64decode(kept)

    def _path(self, identity: Identity) -> Path:
        return self._folder / identity.newsroom / f"{identity.person}.json"


def _record(path: Path) -> dict[str, Any] | None:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    whole = isinstance(record, dict) and record.get("v") == 1 and "name" in record and "public" in record
    return record if whole else None


def _ring_name(identity: Identity) -> str:
    return f"{identity.newsroom}/{identity.person}"


def _unseal(parts: dict[str, str], passphrase: str, identity: Identity) -> bytes:
    try:
        seed = sealing.unseal(parts, passphrase, identity.public.encode())
    except (KeyError, ValueError, TypeError):
        raise EditorError.refused("key_damaged", name=identity.name) from None
    if seed is None:
        raise EditorError.refused("passphrase_wrong", name=identity.name)
    return seed
