"""Pictures for places: upright, no larger than asked, of a kind that is taken, without where they were taken."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from editor.errors import EditorError, Exit
from editor.publish.formats import renditions
from editor.publish.formats.renditions import JPEG, PNG, WEBP, rendition, scaled, size_of, webp


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: object) -> bytes:
    """Left half red, right half blue."""
    made = Image.new("RGB", size, (200, 10, 10))
    made.paste((10, 10, 200), (size[0] // 2, 0, size[0], size[1]))
    out = io.BytesIO()
    made.convert(mode).save(out, kind, **options)
    return out.getvalue()


def exif(**tags: object) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = tags.get("orientation", 1)
    made[0x8298] = "清水日报"
    made[0x0110] = "SECRET-CAMERA"
    made.get_ifd(0x8825)[1] = "N"
    made.get_ifd(0x8825)[2] = (26.0, 13.0, 12.0)
    return made


def seen(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_what_fits_keeps_its_bytes():
    data = picture()
    made = rendition(data, side=60, kinds=(PNG, JPEG), alt="河")
    assert (made.data, made.mime, made.changed, made.alt) == (data, JPEG, False, "河")
    assert (made.width, made.height) == (60, 40)


def test_a_position_goes_and_the_rest_of_the_bytes_stays():
    data = picture(exif=exif())
    made = rendition(data)
    assert not made.changed
    assert not seen_exif(made.data).get_ifd(0x8825)
    assert seen_exif(made.data)[0x8298]
    assert len(made.data) == len(data)


def seen_exif(data: bytes) -> Image.Exif:
    return Image.open(io.BytesIO(data)).getexif()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_is_turned_as_its_file_says(orientation):
    upright = Image.open(io.BytesIO(picture(size=(80, 40), quality=95)))
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # FLIP_LEFT_RIGHT … of Image.Transpose
    stored = upright.transpose(Image.Transpose(back[orientation])) if orientation > 1 else upright
    out = io.BytesIO()
    stored.save(out, "JPEG", exif=exif(orientation=orientation), quality=95)
    made = rendition(out.getvalue(), side=80)
    assert (made.width, made.height) == (80, 40) == size_of(out.getvalue())
    red, _, blue = seen(made.data).getpixel((5, 20))
    assert red > 150 > blue
    assert seen_exif(made.data).get(0x0112, 1) == 1
    assert made.changed == (orientation > 1)


def test_what_is_written_anew_says_whose_it_is_and_not_where_or_with_what():
    made = rendition(picture(size=(400, 200), exif=exif()), side=100)
    said = seen_exif(made.data)
    assert made.changed
    assert said[0x8298].encode("latin-1", "ignore") or said[0x8298]
    assert 0x0110 not in said
    assert not said.get_ifd(0x8825)
    assert b"SECRET-CAMERA" not in made.data


def test_sizes_smallest_first_and_never_larger_than_the_picture():
    found = scaled(picture(size=(1000, 500)), (2000, 320, 640, 1500), alt="河")
    assert [(item.width, item.height) for item in found] == [(320, 160), (640, 320), (1000, 500)]
    assert {item.alt for item in found} == {"河"}
    assert found[-1].data == picture(size=(1000, 500))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "WEBP", "AVIF"])
def test_webp_where_it_is_asked_for(kind):
    made = webp(picture(kind))
    assert made.mime == WEBP
    assert made.data[8:12] == b"WEBP"
    assert webp(picture(kind)).data == made.data
    red, _, blue = seen(made.data).getpixel((5, 20))
    assert red > 150 > blue


@pytest.mark.parametrize("kind", ["WEBP", "AVIF", "GIF", "BMP"])
def test_a_place_that_takes_jpeg_and_png_alone_gets_one(kind):
    assert rendition(picture(kind), kinds=(JPEG, PNG)).mime == JPEG


def test_what_can_be_seen_through_stays_so_where_it_can():
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(out, "WEBP", lossless=True)
    assert rendition(out.getvalue(), kinds=(JPEG, PNG)).mime == PNG
    flat = rendition(out.getvalue(), kinds=(JPEG,))
    assert flat.mime == JPEG
    assert min(seen(flat.data).getpixel((3, 3))) > 250  # white, not black


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "I;16"])
def test_pictures_of_every_mode(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    made = Image.new("RGB", (50, 50), (120, 120, 120)).convert("L" if mode == "I;16" else mode)
    if mode == "I;16":
        made = Image.new("I;16", (50, 50), 120 * 256)
    out = io.BytesIO()
    made.save(out, kind)
    level = seen(rendition(out.getvalue(), side=20, kinds=(WEBP,)).data).getpixel((10, 10))
    assert mode == "1" or all(100 < part < 140 for part in level)


def test_a_moving_picture_stays_whole_where_it_fits():
    frames = [Image.new("RGB", (20, 20), color) for color in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert rendition(out.getvalue(), side=20).data == out.getvalue()


def bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(20_000, 6_001), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_it_is_opened(size):
    with pytest.raises(EditorError, match="rendition_too_large") as caught:
        rendition(bomb(*size), side=100)
    assert caught.value.exit_code == Exit.UNREADABLE


def test_a_kind_that_cannot_be_written_is_told():
    with pytest.raises(EditorError, match="rendition_kind"):
        rendition(picture(), kinds=("image/tiff",))


KINDS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP")


@settings(max_examples=150)
@given(st.binary(max_size=20), st.integers(0, 900), st.booleans(), st.sampled_from(KINDS))
def test_damaged_files_are_refused_with_a_sentence(junk, at, shorter, kind):
    with_exif = {"exif": exif(orientation=6)} if kind in {"JPEG", "PNG", "WEBP", "AVIF"} else {}
    data = picture(kind, **with_exif)
    at %= len(data)
    data = data[:at] if shorter else data[:at] + junk + data[at + len(junk) :]
    code = ""
    try:
        made = rendition(data, side=10)
    except EditorError as error:
        code = error.code
    assert code in {"rendition_unreadable", "rendition_too_large"} or max(made.width, made.height) <= 10


def test_limit_is_that_of_the_library():
    from editor.operations.picturing import MAX_PIXELS

    assert renditions.MAX_PIXELS == MAX_PIXELS
