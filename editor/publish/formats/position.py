"""Where a picture was taken, out of its file: EXIF and XMP of JPEG, PNG, WebP and GIF. Everything else stays as it is.

Own code, because no kept and permissive library edits EXIF in place: piexif has not been touched since 2019, and Pillow
writes the picture anew. Bytes are overwritten where they stand, so that offsets (maker notes, thumbnails) stay right.
Sources: CIPA DC-008 (Exif 2.32) for the GPS IFD, ISO 16684-1 for XMP, PNG 1.5 and the WebP container for chunks.
"""

from __future__ import annotations

import re
import struct
import zlib

_GPS = 0x8825
_SUB_IFD = 0x8769
_MOST_ENTRIES = 2000
_MOST_IFDS = 16
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_EXIF = re.compile(rb"\xff\xe1(..)Exif\0\0(?=II\*\0|MM\0\*)", re.DOTALL)
_ATTRIBUTE = re.compile(rb"[\w-]+:[Gg][Pp][Ss]\w*\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*')")
_ELEMENT = re.compile(rb"<([\w-]+:[Gg][Pp][Ss]\w*)(?:\s[^<>]*)?(?<!/)>")
_MOST_ELEMENTS = 100
_PACKETS = ((b"<x:xmpmeta", b"</x:xmpmeta"), (b"<rdf:RDF", b"</rdf:RDF"))
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TEXTS = (b"XML:com.adobe.xmp\0", b"Raw profile type exif\0", b"Raw profile type APP1\0")


def without_position(data: bytes) -> bytes:
    """A picture without the place where it was taken; the same bytes when its file does not say it.

    Pixels, orientation, time, camera, caption and rights stay. What a camera writes into its own secret notes cannot
    be seen and stays. Never raises; a damaged file is left alone where it cannot be understood. Linear in the size.
    """
    if data.startswith(b"\xff\xd8"):
        found = bytearray(data)
        for match in _EXIF.finditer(data):
            end = min(match.start() + 2 + int.from_bytes(match[1], "big"), len(data))
            found[match.end() : end] = _tiff(data[match.end() : end])
        return _same_or_new(data, _xmp(bytes(found)))
    if data.startswith(_PNG):
        return _same_or_new(data, _png(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _same_or_new(data, _xmp(_webp(data)))
    return _same_or_new(data, _xmp(data)) if data.startswith(b"GIF8") else data


def _same_or_new(old: bytes, new: bytes) -> bytes:
    return old if new == old else new


def _xmp(data: bytes) -> bytes:
    """Positions in the packets of XMP overwritten with blanks; nothing outside a packet is looked at."""
    if b"GPS" not in data and b"Gps" not in data:
        return data
    found = bytearray(data)
    for begin, end in _PACKETS:
        start = data.find(begin)
        while start >= 0:
            stop = data.find(end, start)
            if stop < 0:
                break
            found[start:stop] = _packet(bytes(found[start:stop]))
            start = data.find(begin, stop)
    return bytes(found)


def _packet(packet: bytes) -> bytes:
    """A packet without positions; one with more of them than any program writes is blank."""
    packet = _ATTRIBUTE.sub(lambda match: b" " * len(match[0]), packet)
    elements = list(_ELEMENT.finditer(packet))
    if len(elements) > _MOST_ELEMENTS:
        return b" " * len(packet)
    found = bytearray(packet)
    for match in elements:
        closing = b"</" + match[1] + b">"
        end = packet.find(closing, match.end())
        if end >= 0:
            found[match.start() : end + len(closing)] = b" " * (end + len(closing) - match.start())
    return bytes(found)


def _png(data: bytes) -> bytes:
    pieces: list[bytes] = [_PNG]
    at = len(_PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        end = at + 12 + length
        if end > len(data):
            break
        new = _chunk(kind, content)
        if new == content:
            pieces.append(data[at:end])
        elif new is not None:
            pieces.append(struct.pack(">I", len(new)) + kind + new + struct.pack(">I", zlib.crc32(kind + new)))
        at = end
    return b"".join([*pieces, data[at:]])


def _chunk(kind: bytes, content: bytes) -> bytes | None:
    """A chunk of a PNG without positions; None = it goes (EXIF as packed text: nobody reads it for anything else)."""
    if kind == b"eXIf":
        return _tiff(content)
    if kind == b"iTXt" and content.startswith(_PNG_TEXTS[0]):
        packed = content[len(_PNG_TEXTS[0]) : len(_PNG_TEXTS[0]) + 1] == b"\1"
        return None if packed else _xmp(content)
    return None if kind in {b"zTXt", b"tEXt"} and content.startswith(_PNG_TEXTS) else content


def _webp(data: bytes) -> bytes:
    found = bytearray(data)
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == b"EXIF":
            start = at + 8 + (6 if data[at + 8 : at + 14] == b"Exif\0\0" else 0)
            end = min(at + 8 + length, len(data))
            found[start:end] = _tiff(data[start:end])
        at += 8 + length + (length & 1)
    return bytes(found)


def _tiff(data: bytes) -> bytes:
    """EXIF data without its GPS directory: values overwritten with zeros, the pointer to them taken out."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 10:  # noqa: PLR2004 - header and number of entries
        return data
    tiff = bytearray(data)
    waiting = [struct.unpack_from(f"{order}I", tiff, 4)[0]]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_IFDS:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            waiting.extend(_directory(tiff, place, order))
    return bytes(tiff)


def _directory(tiff: bytearray, place: int, order: str) -> list[int]:
    """Take the GPS pointers out of one directory; returns where other directories are."""
    count = _count(tiff, place, order)
    if count is None:
        return []
    others: list[int] = []
    index = 0
    while index < count:
        entry = place + 2 + 12 * index
        tag, _, _, target = struct.unpack_from(f"{order}HHII", tiff, entry)
        if tag == _GPS:
            _wipe(tiff, target, order)
            end = place + 2 + 12 * count + 4
            tiff[entry : end - 12] = tiff[entry + 12 : end]
            tiff[end - 12 : end] = bytes(12)
            count -= 1
            struct.pack_into(f"{order}H", tiff, place, count)
            continue
        if tag == _SUB_IFD:
            others.append(target)
        index += 1
    return [*others, struct.unpack_from(f"{order}I", tiff, place + 2 + 12 * count)[0]]


def _count(tiff: bytearray, place: int, order: str) -> int | None:
    """Number of entries of a directory, None when there is none at this place."""
    if place < 8 or place + 2 > len(tiff):  # noqa: PLR2004 - length of the header
        return None
    count = int(struct.unpack_from(f"{order}H", tiff, place)[0])
    return count if count <= _MOST_ENTRIES and place + 2 + 12 * count + 4 <= len(tiff) else None


def _wipe(tiff: bytearray, place: int, order: str) -> None:
    """Overwrite a directory and the values that it points to with zeros."""
    count = _count(tiff, place, order)
    if count is None:
        return
    for index in range(count):
        entry = place + 2 + 12 * index
        _, kind, number, target = struct.unpack_from(f"{order}HHII", tiff, entry)
        size = _SIZES.get(kind, 1) * number
        if size > 4 and 8 <= target <= len(tiff) - size:  # noqa: PLR2004 - values of four bytes stand in the entry
            tiff[target : target + size] = bytes(size)
    tiff[place : place + 2 + 12 * count + 4] = bytes(2 + 12 * count + 4)
