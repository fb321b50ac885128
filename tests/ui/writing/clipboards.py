"""Clipboards of other programs, written by hand after what these programs are known to put there."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from PySide6.QtCore import QMimeData


def png(color: int = 0) -> bytes:
    """A picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes([0, color, color, color])))
        + chunk(b"IEND", b"")
    )


def mime(html: str = "", text: str = "", **forms: bytes) -> QMimeData:
    made = QMimeData()
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    for form, data in forms.items():
        made.setData(form.replace("_", "/"), data)
    return made


def rtf(*pictures: bytes) -> bytes:
    groups = "".join(
        "{\\*\\shppict{\\pict{\\*\\picprop}\\picw10\\pich10\\pngblip " + data.hex() + "}}"
        "{\\nonshppict{\\pict\\wmetafile8 " + "00" * 40 + "}}"
        for data in pictures
    )
    return ("{\\rtf1\\ansi text " + groups + "}").encode("ascii")


_DATA = Path(__file__).parent / "data"
WORD, WPS, WECHAT, SHEET, GOOGLE, LIBRE, WEB = (
    (_DATA / f"{name}.html").read_text(encoding="utf-8")
    for name in ("word", "wps", "wechat", "sheet", "google", "libre", "web")
)
