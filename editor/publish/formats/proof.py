"""The proof of an article as one JSON line, to be checked with sha256sum and openssl alone (docs/verify-by-hand.md)."""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from typing import TYPE_CHECKING

from editor.publish.template import Html

if TYPE_CHECKING:
    from editor.publish.package import Package, SignedEntry, SignOff

_ESCAPES = tuple((mark, f"\\u{ord(mark):04x}") for mark in "<>&'%#\u2028\u2029")
"""Marks that mean something to HTML, JavaScript or an address. In JSON they stand in strings only, so there they may be
written as escapes: the values stay the same."""


def embedded(value: object) -> Html:
    """JSON that can stand in a ``script`` element, between single quotes in an attribute, and in a ``data:`` address."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for mark, escape in _ESCAPES:
        text = text.replace(mark, escape)
    return Html(text)


def proof_plain(package: Package) -> dict[str, object]:
    """What a stranger needs: whose sign-offs, on which revision, and the signed entries themselves."""
    proof = package.proof
    return {
        "v": 1,
        "name": package.name,
        "outlet": package.outlet,
        "newsroom": proof.newsroom,
        "revision": proof.revision,
        "covers": proof.covers,
        "sign_offs": [_plain(sign) for sign in proof.sign_offs],
        "counterchecked_by": list(proof.counterchecked_by),
        "bundle": [_plain(entry) for entry in proof.bundle],
    }


def _plain(record: SignOff | SignedEntry) -> dict[str, object]:
    return {name: getattr(record, name) for name in _names(type(record))}


@cache
def _names(kind: type[SignOff | SignedEntry]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def proof_json(package: Package) -> Html:
    """The proof as one line without line end, safe in HTML and in an address (see `embedded`)."""
    return embedded(proof_plain(package))
