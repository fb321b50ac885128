"""Markdown with front matter: the fields under the names of ``import``, the text exactly as signed, and the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.article import slip_to_plain
from editor.markup.frontmatter import join
from editor.publish.formats.pictures import ASSETS, asset_file
from editor.publish.formats.proof import proof_plain

if TYPE_CHECKING:
    from editor.publish.package import Package

EXTENSION = "md"

_FIRST = ("number", "genre", "kicker", "headline", "subheadline", "authors")


def render(package: Package) -> bytes:
    """The file, UTF-8.

    The body is the signed text byte for byte, so that the covered hash can be recomputed from the file; pictures stay
    ``asset:<sha256>`` in it and ``assets`` in the front matter names their files.
    """
    return join(_fields(package), package.text).encode()


def _fields(package: Package) -> dict[str, Any]:
    plain = slip_to_plain(package.article.slip)
    if "byline" in plain:
        plain["authors"] = plain.pop("byline")
    ordered = {key: plain.pop(key) for key in _FIRST if key in plain} | plain
    proof = proof_plain(package)
    fields: dict[str, Any] = {
        "id": package.name,
        **ordered,
        "variant": str(package.article.variant),
        "state": "approved",
        "modified_at": package.modified_at,
        "assets": {
            f"asset:{name}": f"{ASSETS}/{asset_file(name, asset.mime)}"
            for name, asset in sorted(package.assets.items())
        },
        "revision": proof["revision"],
        "sign_offs": proof["sign_offs"],
        "counterchecked_by": proof["counterchecked_by"],
        "proof": {key: proof[key] for key in ("v", "outlet", "newsroom", "covers", "bundle")},
    }
    return {key: value for key, value in fields.items() if value not in ("", [], {})}
