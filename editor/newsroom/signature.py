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

    from editor.newsroom.sound import Sound
    from editor.workflow.entry import Entry


@cache
def _loaded(key: str) -> Ed25519PublicKey | None:
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True))
    except (ValueError, binascii.Error):
        return None


def signed_by(entry: Entry, keys: Iterable[str], sound: Sound | None = None) -> str | None:
    """Which of some keys (base64, raw) signed an entry, or None when none did.

    Args:
        entry: Whose signature is looked at.
        keys: Tried in turn.
        sound: Remembers what was sound; None = everything is checked.
    """
    try:
        signature = base64.b64decode(entry.sig, validate=True)
    except (ValueError, binascii.Error):
        return None
    body = entry.body.encode()
    return next((key for key in keys if _sound(key, signature, body, sound)), None)


def _sound(key: str, signature: bytes, body: bytes, known: Sound | None) -> bool:
    if known is None:
        return _belongs(key, signature, body)
    mark = hashlib.sha256(b"\0".join((key.encode(), signature, body))).digest()
    if mark in known:
        return True
    belongs = _belongs(key, signature, body)
    if belongs:
        known.add(mark)
    return belongs


def _belongs(key: str, signature: bytes, body: bytes) -> bool:
    public = _loaded(key)
    if public is None:
        return False
    try:
        public.verify(signature, body)
    except InvalidSignature:
        return False
    return True
