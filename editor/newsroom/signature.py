"""Checking signatures with public keys."""

from __future__ import annotations

import base64
import binascii
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.workflow.entry import Entry


MOST = 50_000
_sound: set[bytes] = set()
"""Hashes of key, signature and body that were found to belong together. Whether they do can never change, and a batch
is looked at when it is queued and again when it goes: checking costs forty times what hashing does."""


@cache
def _loaded(key: str) -> Ed25519PublicKey | None:
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True))
    except (ValueError, binascii.Error):
        return None


def signed_by(entry: Entry, keys: Iterable[str]) -> str | None:
    """Which of some keys (base64, raw) signed an entry, or None when none did."""
    try:
        signature = base64.b64decode(entry.sig, validate=True)
    except (ValueError, binascii.Error):
        return None
    body = entry.body.encode()
    for key in keys:
        mark = hashlib.sha256(b"\0".join((key.encode(), signature, body))).digest()
        if mark in _sound or _belongs(key, signature, body):
            if len(_sound) >= MOST:
                _sound.clear()
            _sound.add(mark)
            return key
    return None


def _belongs(key: str, signature: bytes, body: bytes) -> bool:
    public = _loaded(key)
    if public is None:
        return False
    try:
        public.verify(signature, body)
    except InvalidSignature:
        return False
    return True
