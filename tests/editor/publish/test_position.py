"""The place where a picture was taken does not leave the newsroom, and nothing else of the file changes."""

from __future__ import annotations

import random
import struct
import zlib

import pytest

from editor.publish.formats.position import without_position
from tests.growth import assert_within

PLACE = b"\x1a\0\0\0\1\0\0\0"  # 26 degrees
PIXELS = b"\xff\xda\0\2\0" + bytes(range(255)) + b"\xff\xd9"
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description exif:GPSLatitude="26,25.1N" '
    'exif:GPSLongitude=\'111,36.5E\' drone-dji:GpsLatitude="26.41" dc:creator="王军">'
    "<exif:GPSAltitude>104/26</exif:GPSAltitude><dc:title>采茶</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
).encode()


def tiff(order: str, *, gps: bool = True) -> bytes:
    """EXIF data: orientation, a pointer to the GPS directory, time; the position behind them, then a thumbnail."""
    at_gps, at_values, at_next = 8 + 2 + 36 + 4, 8 + 2 + 36 + 4 + 2 + 24 + 4, 0
    entries = [(0x0112, 3, 1, 6 if order == "<" else 6 << 16), (0x8825, 4, 1, at_gps), (0x0132, 2, 4, 0x30323132)]
    if not gps:
        entries[1] = (0x0128, 3, 1, 2)
    first = struct.pack(f"{order}H", 3) + b"".join(struct.pack(f"{order}HHII", *entry) for entry in entries)
    first += struct.pack(f"{order}I", at_next)
    second = struct.pack(f"{order}H", 2) + struct.pack(f"{order}HHI4s", 1, 2, 2, b"N\0\0\0")
    second += struct.pack(f"{order}HHII", 2, 5, 3, at_values) + bytes(4)
    return (
        (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8) + first + second + PLACE * 3 + b"thumb"
    )


def app(content: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


def jpeg(*segments: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(segments) + PIXELS


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks: bytes) -> bytes:
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", bytes(13))
        + b"".join(chunks)
        + chunk(b"IDAT", b"pixels")
        + chunk(b"IEND", b"")
    )


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(
        k + struct.pack("<I", len(d)) + d + b"\0" * (len(d) & 1) for k, d in ((b"VP8 ", b"pixels"), *chunks)
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def entries(data: bytes, order: str) -> dict[int, int]:
    count = struct.unpack_from(f"{order}H", data, 8)[0]
    found = (struct.unpack_from(f"{order}HHII", data, 10 + 12 * index) for index in range(count))
    return {tag: value for tag, _, _, value in found}


@pytest.mark.parametrize("order", ["<", ">"])
def test_the_directory_of_the_position_is_gone_and_the_rest_of_the_exif_data_stays(order):
    before = tiff(order)
    picture = jpeg(app(b"Exif\0\0" + before))
    after = without_position(picture)
    assert len(after) == len(picture)
    assert PLACE not in after
    kept = after[12 : 12 + len(before)]
    wanted = entries(before, order)
    assert wanted.pop(0x8825)
    assert entries(kept, order) == wanted
    assert kept.endswith(b"thumb")
    assert after.endswith(PIXELS)
    assert without_position(after) is after


@pytest.mark.parametrize(
    "picture",
    [
        jpeg(), jpeg(app(b"Exif\0\0" + tiff("<", gps=False))), png(), webp(), b"GIF89a" + bytes(40),
        b"", b"\xff\xd8", b"%PDF",
        jpeg(app(b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:title>GPS</dc:title></x:xmpmeta>")),
    ],
)  # fmt: skip
def test_a_picture_without_a_position_is_the_same_bytes(picture):
    assert without_position(picture) is picture


def test_every_picture_in_a_file_of_several_is_looked_at():
    one = jpeg(app(b"Exif\0\0" + tiff("<")))
    assert PLACE not in without_position(one + one)


@pytest.mark.parametrize(
    "picture",
    [
        jpeg(app(b"http://ns.adobe.com/xap/1.0/\0" + XMP)),
        png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
        webp((b"XMP ", XMP)),
        b"GIF89a" + bytes(7) + b"!\xff\x0bXMP DataXMP" + XMP + b";",
    ],
)
def test_positions_in_xmp_go_and_names_and_titles_stay(picture):
    after = without_position(picture)
    assert len(after) == len(picture)
    assert b"26" not in after
    assert b"111,36" not in after
    assert "王军".encode() in after
    assert "<dc:title>采茶</dc:title>".encode() in after


def test_chunks_of_png_and_webp_have_a_right_checksum_and_length():
    picture = png(chunk(b"eXIf", tiff(">")), chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(b"abc")))
    after = without_position(picture)
    assert PLACE not in after
    assert b"Raw profile" not in after
    at = 8
    while at < len(after):
        length = struct.unpack_from(">I", after, at)[0]
        assert zlib.crc32(after[at + 4 : at + 8 + length]) == struct.unpack_from(">I", after, at + 8 + length)[0]
        at += 12 + length
    for lead in (b"", b"Exif\0\0"):
        whole = webp((b"EXIF", lead + tiff("<")))
        assert PLACE not in without_position(whole)
        assert len(without_position(whole)) == len(whole)


@pytest.mark.parametrize("seed", range(40))
def test_damaged_files_raise_nothing_and_keep_their_pixels(seed):
    chance = random.Random(seed)
    head = bytearray(app(b"Exif\0\0" + tiff("<")) + app(b"http://ns.adobe.com/xap/1.0/\0" + XMP))
    for _ in range(chance.randint(1, 20)):
        head[chance.randrange(2, len(head))] = chance.randrange(256)
    after = without_position(b"\xff\xd8" + bytes(head) + PIXELS)
    assert after.endswith(PIXELS[5:])
    for picture in (png(chunk(b"eXIf", bytes(head[10:]))), webp((b"EXIF", bytes(head[10:])))):
        without_position(picture[: chance.randint(0, len(picture))])
        without_position(picture)


@pytest.mark.parametrize(
    "more",
    [
        b"<x:xmpmeta GPS" * 300_000,
        b"<x:xmpmeta>GPS" * 30_000 + b"</x:xmpmeta>" * 30_000,
        b"<x:xmpmeta>" + b"<a:GPSx>" * 100_000 + b"</x:xmpmeta>",
        b"<x:xmpmeta>" + b"a:GPS = " * 100_000 + b"</x:xmpmeta>",
        b"\xff\xe1\xff\xffExif\0\0II*\0" * 1000,
    ],
)
def test_large_and_hostile_files_take_a_moment(more):
    data = jpeg(app(b"Exif\0\0" + tiff("<"))) + more + bytes(10_000_000)
    assert PLACE not in without_position(data)
    assert_within(2, lambda: without_position(data))
