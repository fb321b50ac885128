"""Checking signatures with public keys."""

from __future__ import annotations

import base64
import binascii
from functools import cache
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.workflow.entry import Entry


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
        public = _loaded(key)
        if public is None:
            continue
        try:
            public.verify(signature, body)
        except InvalidSignature:
            continue
        return key
    return None
