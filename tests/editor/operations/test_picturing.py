"""Pictures of the library: kept once, without their place, and made small."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from editor.errors import EditorError
from editor.operations import picturing
from tests.editor.operations.newsroom import empty_desk
from tests.editor.publish.sample_packages import png


@pytest.fixture
def desk(tmp_path):
    return empty_desk(tmp_path / "library")


def jpeg(size=(800, 400), orientation=1, *, place=False):
    """A photograph; with EXIF data as a camera writes it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    if place:
        exif.get_ifd(0x8825)[1] = "N"
        exif.get_ifd(0x8825)[2] = (26.0, 25.0, 12.0)
    out = io.BytesIO()
    Image.new("RGB", size, (90, 120, 60)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def gps(data):
    return Image.open(io.BytesIO(data)).getexif().get_ifd(0x8825)


def test_a_picture_is_kept_once_under_the_hash_of_its_bytes(desk):
    one, again = picturing.keep(desk, png()), picturing.keep(desk, png())
    assert one == again
    assert one.asset == hashlib.sha256(png()).hexdigest()
    assert picturing.read(desk, one.asset) == ("image/png", png())
    with desk.reading() as session:
        assert session.connection.exec_driver_sql("SELECT count(*) FROM asset").scalar() == 1


def test_the_place_is_taken_out_before_an_article_names_the_picture_and_the_file_as_it_came_is_kept(desk):
    data = jpeg(place=True)
    assert gps(data)
    kept = picturing.keep(desk, data)
    assert kept.placeless
    found = picturing.read(desk, kept.asset)
    assert found is not None
    assert not gps(found[1])
    came = picturing.read(desk, hashlib.sha256(data).hexdigest())
    assert came is not None
    assert came[1] == data


def test_what_is_no_picture_is_refused_and_nothing_is_kept(desk):
    with pytest.raises(EditorError, match="picture_unknown"):
        picturing.keep(desk, b"<svg onload=alert(1)>", "a.svg")
    with desk.reading() as session:
        assert session.connection.exec_driver_sql("SELECT count(*) FROM asset").scalar() == 0


def test_a_small_picture_keeps_its_shape_and_tells_the_size_of_the_large_one():
    small = picturing.small(jpeg((800, 400)), 160)
    assert (small.width, small.height) == (800, 400)
    assert Image.open(io.BytesIO(small.data)).size == (160, 80)
    assert len(small.data) < 20_000


def test_a_picture_on_its_side_is_shown_upright():
    small = picturing.small(jpeg((800, 400), orientation=6), 160)
    assert (small.width, small.height) == (400, 800)
    assert Image.open(io.BytesIO(small.data)).size == (80, 160)


def test_a_small_picture_says_nothing_of_where_it_was_taken():
    assert not gps(picturing.small(jpeg(place=True), 160).data)


def test_transparency_stays():
    out = io.BytesIO()
    Image.new("RGBA", (300, 300), (255, 0, 0, 0)).save(out, "PNG")
    small = picturing.small(out.getvalue(), 100)
    assert small.mime == "image/png"
    assert Image.open(io.BytesIO(small.data)).getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0 broken", png()[:40]])
def test_a_broken_file_has_no_small_picture(data):
    assert picturing.small(data, 100) is None


def test_a_file_that_claims_a_monstrous_size_is_not_decoded():
    import struct

    data = bytearray(png())
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    small = picturing.small(bytes(data), 100)
    assert small is None or not small.data


def test_damaged_bytes_are_never_taken_for_the_picture(desk):
    kept = picturing.keep(desk, png())
    with desk.writing() as session:
        session.connection.exec_driver_sql("UPDATE asset SET bytes = x'00'")
    with pytest.raises(EditorError, match="asset_damaged"):
        picturing.read(desk, kept.asset)
