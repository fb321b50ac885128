"""An article as pictures for telephones: as wide as they are, never cut through a line, never higher than they take."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from editor.article import Variant
from editor.errors import EditorError, Exit
from editor.publish.formats import longpicture
from tests.editor.publish.formats.type_set import why_not
from tests.editor.publish.sample_packages import package, png

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


def seen(one: longpicture.LongPicture) -> Image.Image:
    return Image.open(io.BytesIO(one.data)).convert("RGB")


def ink(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The box of everything that is not white."""
    white = Image.new("RGB", picture.size, "white")
    return ImageChops.difference(picture, white).getbbox()


@pytest.fixture(scope="module")
def one() -> longpicture.LongPicture:
    (made,) = longpicture.pictures(package(pictures=(png(300, 200),)))
    return made


def test_it_is_as_wide_as_a_telephone_and_ends_below_its_last_line(one):
    picture = seen(one)
    assert picture.size == (one.width, one.height)
    assert one.width == longpicture.WIDTH
    left, top, right, bottom = ink(picture)
    assert 40 <= left <= 80
    assert top < 120
    assert one.width - 80 <= right <= one.width - 40
    assert 30 <= one.height - bottom <= 110


def test_pictures_of_the_article_are_in_it(one):
    picture = seen(one)
    rows = [picture.getpixel((540, y)) for y in range(0, one.height, 20)]
    assert [row for row in rows if row[2] > row[0] + 80]  # the sample is blue


def test_a_very_long_article_is_several_and_no_line_is_cut():
    text = "\n\n".join(f"第{n}段：沿河三个乡镇近两万名群众从中受益，记者从县水利局获悉。" * 2 for n in range(20))
    found = longpicture.pictures(package(text=text), highest=1800)
    assert len(found) > 2
    for each in found:
        assert each.height <= 1800
        *_, bottom = ink(seen(each))
        assert each.height - bottom >= 30
    with pytest.raises(EditorError, match="long_picture_several") as caught:
        _refuse(text)
    assert caught.value.exit_code == Exit.TARGET


def _refuse(text: str) -> bytes:
    from unittest.mock import patch

    halves = longpicture.pictures(package(text=text), highest=3000)
    with patch.object(longpicture, "pictures", return_value=halves):
        return longpicture.render(package(text=text))


def test_the_same_package_is_always_the_same_picture():
    text = "一段。\n"
    assert longpicture.render(package(text=text)) == longpicture.render(package(text=text))


@pytest.mark.parametrize("variant", [Variant.ZH_HK, Variant.ZH_HANS])
def test_other_variants_and_damaged_pictures(variant):
    (made,) = longpicture.pictures(package(2, variant, text="一段。\n", pictures=(b"no picture",)))
    assert made.width == longpicture.WIDTH
