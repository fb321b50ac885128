"""The proof of an article as one JSON line, to be checked with sha256sum and openssl alone (docs/verify-by-hand.md)."""

from __future__ import annotations

import hashlib
import json
from binascii import b2a_base64
from typing import TYPE_CHECKING

from editor.publish.package import INTERNAL_FIELDS, canonical
from editor.publish.quick_json import json_bytes
from editor.publish.template import Html

if TYPE_CHECKING:
    from editor.publish.package import Package, SignedEntry

_ESCAPES = tuple((mark.encode(), f"\\u{ord(mark):04x}".encode()) for mark in "<>&\u2028\u2029")
"""Marks that mean something to HTML or JavaScript. In JSON they stand in strings only, so there they may be written as
escapes: the values stay the same."""


def embedded(value: object) -> Html:
    """JSON that can stand in a ``script`` element."""
    # In bytes: looking for one mark in Chinese text takes ten times as long in a str.
    data = json_bytes(value)
    for mark, escape in _ESCAPES:
        data = data.replace(mark, escape)
    return Html(data.decode())


def signed_content(package: Package) -> str:
    """The canonical content whose hash the last level signed, "" when the package does not give that hash."""
    article = package.article
    content = canonical(article.id, str(article.variant), article.slip, package.text, package.outlet, package.cover)
    return content.decode() if hashlib.sha256(content).hexdigest() == package.proof.covers else ""


def public_bundle(package: Package) -> tuple[SignedEntry, ...]:
    """The signed entries that may be shown to everybody.

    A revision holds the whole slip. One with a field that never leaves the newsroom (`INTERNAL_FIELDS`: contact,
    deadline …) is left out: the sign-offs state the hash of `signed_content` as well, which has none of them.
    """
    return tuple(entry for entry in package.proof.bundle if not _internal(entry.body))


def _internal(body: str) -> bool:
    if '"slip"' not in body or not any(f'"{name}"' in body for name in INTERNAL_FIELDS):
        return False
    try:
        content = json.loads(body)
    except ValueError:
        return True
    slip = content.get("slip") if isinstance(content, dict) else None
    return isinstance(slip, dict) and not INTERNAL_FIELDS.isdisjoint(slip)


def proof_plain(package: Package) -> dict[str, object]:
    """What a stranger needs: whose sign-offs, on which revision, and the signed entries themselves.

    Each `sign` names the revision by id, and the hash of ``content``, which holds what the page shows and nothing else,
    so that the two can be compared also where the revision may not be shown.
    """
    found: dict[str, object] = json.loads(json_bytes(_proof(package)))
    return found


def _proof(package: Package) -> dict[str, object]:
    proof = package.proof
    return {
        "v": 1,
        "name": package.name,
        "outlet": package.outlet,
        "newsroom": proof.newsroom,
        "revision": proof.revision,
        "covers": proof.covers,
        "content": signed_content(package),
        "sign_offs": proof.sign_offs,
        "counterchecked_by": proof.counterchecked_by,
        "bundle": public_bundle(package),
    }


PLACE = Html("<!--bundle-->")
"""Stands for the proof in a page that `with_proof` completes. Text is escaped, so it cannot hold this."""


def proof_address(package: Package) -> Html:
    """The proof as a ``data:`` address: UTF-8 JSON in one line without line end, in Base64 (RFC 2397)."""
    return Html(_address(package).decode())


def with_proof(page: Html, package: Package) -> bytes:
    """A page with the proof's address in its `PLACE`: by far its longest part goes to the file in bytes."""
    before, _, after = page.encode().rpartition(PLACE.encode())
    return b"".join((before, _address(package), after))


def _address(package: Package) -> bytes:
    # Base64, since JSON as it is has blanks, braces and quotation marks, which no address may have, and every Chinese
    # character percent-encoded takes nine bytes.
    return b"data:application/json;base64," + b2a_base64(json_bytes(_proof(package)), newline=False)
