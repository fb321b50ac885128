"""Pictures of the site: the signed one without its position, and smaller ones where a page or a list shows them."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from editor.publish.package import Asset
from editor.publish.site import pictures
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.sample_packages import gone, package, png

if TYPE_CHECKING:
    from pathlib import Path

GPS = 0x8825


def photo(width: int, height: int, kind: str = "JPEG") -> bytes:
    """A picture that says where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(GPS)[1] = "N"
    exif[0x010E] = "清水河畔".encode()
    out = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(out, kind, exif=exif)
    return out.getvalue()


def moving(kind: str) -> bytes:
    """A large picture of two frames."""
    out = io.BytesIO()
    frames = [Image.new("RGB", (2000, 10), color) for color in ("red", "blue")]
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def with_picture(number: int, data: bytes, mime: str = "image/jpeg"):
    """A package with one picture of a kind."""
    one = package(number, pictures=(data,))
    return dataclasses.replace(one, assets={name: Asset(mime, len(data), lambda: data) for name in one.assets})


def sizes(site: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for path in sorted((site / "assets").iterdir()):
        with Image.open(path) as picture:
            found[path.name] = picture.size
    return found


@pytest.fixture
def site(tmp_path) -> Path:
    return tmp_path / "site"


def test_a_large_photograph_is_shown_smaller_and_stands_there_as_it_was_signed(site):
    data = photo(3000, 2000)
    one, name = with_picture(1, data), hashlib.sha256(data).hexdigest()
    SiteTarget(site).deliver([one], ())
    assert sizes(site) == {
        f"{name}-1600.webp": (1600, 1067),
        f"{name}-480.webp": (480, 320),
        f"{name}.jpg": (3000, 2000),
    }
    page = (site / "articles" / f"{one.name}.html").read_text("utf-8")
    assert re.findall(r'<img src="([^"]+)"', page) == [f"../assets/{name}-1600.webp"]
    assert f'"image":["../assets/{name}.jpg"]' in page
    front = (site / "index.html").read_text("utf-8")
    assert f'src="assets/{name}-1600.webp"' in front, "the first article is shown large"
    (column,) = (site / "columns").iterdir()
    assert f'src="../assets/{name}-480.webp"' in column.read_text("utf-8")
    for path in (site / "assets").iterdir():
        with Image.open(path) as picture:
            assert not picture.getexif().get_ifd(GPS), path
            assert picture.getexif()[0x010E].encode("latin-1").decode() == "清水河畔"


def test_the_smaller_ones_come_once_stay_and_go_with_the_article(site):
    data = photo(2000, 1000)
    one, other = with_picture(1, data), with_picture(2, data)
    SiteTarget(site).deliver([one], ())
    made = {path.name: path.stat().st_ino for path in (site / "assets").iterdir()}
    SiteTarget(site).deliver([other, package(3)], ())
    assert {path.name: path.stat().st_ino for path in (site / "assets").iterdir()} == made
    assert not any(item.written for item in SiteTarget(site).deliver([one, other], ()))
    SiteTarget(site).deliver([], [gone(one)])
    assert len(sizes(site)) == 3
    SiteTarget(site).deliver([], [gone(other)])
    assert not list(site.rglob("*.webp"))
    assert not list(site.rglob("*.jpg"))


def test_one_that_somebody_deleted_comes_back(site):
    one = with_picture(1, photo(2000, 1000))
    SiteTarget(site).deliver([one], ())
    before = sizes(site)
    next((site / "assets").glob("*-1600.webp")).unlink()
    next((site / "assets").glob("*.jpg")).unlink()
    SiteTarget(site).deliver([one], ())
    assert sizes(site) == before


@pytest.mark.parametrize(
    ("data", "mime", "count"),
    [
        (png(400, 300), "image/png", 1),
        (photo(900, 600), "image/jpeg", 2),
        (moving("GIF"), "image/gif", 1),
        (moving("WEBP"), "image/webp", 1),
        (b"\x89PNG\r\n\x1a\nbroken", "image/png", 1),
        (b"<svg/>", "image/svg+xml", 1),
    ],
    ids=["small", "for the list", "moving", "moving too", "damaged", "drawing"],
)
def test_what_is_small_or_cannot_be_read_is_shown_as_it_is(site, data, mime, count):
    one = with_picture(1, data, mime)
    SiteTarget(site).deliver([one], ())
    files = [path.name for path in (site / "assets").iterdir()]
    assert len(files) == count
    page = (site / "articles" / f"{one.name}.html").read_text("utf-8")
    (shown,) = re.findall(r'<img src="\.\./assets/([^"]+)"', page)
    assert shown.startswith(f"{hashlib.sha256(data).hexdigest()}.")
    assert (site / "assets" / shown).read_bytes()
    listed = json.loads((site / "index.json").read_text("utf-8"))["articles"][0]
    assert listed["cover"] == shown
    assert ("thumb" in listed) == (count == 2)
    assert pictures.small_file("0" * 64, pictures.PAGE) not in files
