"""Where the pictures of an article stand beside its file: ``assets/<sha256>.<ext>``, the same for every format."""

from __future__ import annotations

ASSETS = "assets"

_EXTENSIONS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/bmp": "bmp",
    "image/svg+xml": "svg",
}


def asset_file(identifier: str, mime: str) -> str:
    """File name of a picture by its sha256 (hex) and its kind."""
    return f"{identifier}.{_EXTENSIONS.get(mime.partition(';')[0].strip().lower(), 'bin')}"
