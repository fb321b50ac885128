"""Articles and pictures for the tests of our plug-in for WordPress."""

from __future__ import annotations

import struct
import zlib

import httpx

POSTS, MEDIA, FIND = "/wp-json/wp/v2/posts", "/wp-json/wp/v2/media", "/wp-json/gaotai/v1/find"
KEY = "nx-01j9z8k7m6-s"


def client(site, role: str = "editor") -> httpx.Client:
    return httpx.Client(base_url=site.url, auth=site.users[role].auth, timeout=40)


def article(key: str = KEY, **more) -> dict[str, object]:
    return {"title": "标题", "content": "<p>正文</p>", "status": "publish", "slug": key, "gaotai_key": key, **more}


def picture(color: int = 0) -> bytes:
    """A PNG of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixel = zlib.compress(bytes([0, color, color, color]))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
