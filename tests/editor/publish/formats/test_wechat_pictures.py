"""Pictures that WeChat takes: of its kinds, below its sizes, as large as may be."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from editor.errors import EditorError
from editor.publish.formats import wechat_pictures
from editor.publish.formats.renditions import JPEG, PNG
from editor.publish.formats.wechat_pictures import IN_TEXT, THUMBNAIL, in_text, thumbnail


def noise(width: int, height: int, kind: str, mode: str = "RGB") -> bytes:
    """A picture that cannot be packed."""
    size = width * height * len(mode)
    out = io.BytesIO()
    Image.frombytes(mode, (width, height), random.Random(7).randbytes(size)).save(out, kind)
    return out.getvalue()


def test_what_fits_stays_as_it_is():
    data = noise(100, 80, "JPEG")
    assert in_text(data).data == data


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("WEBP", "RGB"), ("PNG", "RGBA")])
def test_what_is_too_large_is_made_to_fit_and_no_smaller_than_needed(kind, mode):
    data = noise(1000, 800, kind, mode)
    made = in_text(data, alt="河")
    assert made.mime in {JPEG, PNG}
    assert len(made.data) <= IN_TEXT
    assert max(made.width, made.height) >= 400
    assert made.alt == "河"


def test_webp_never_goes_out():
    assert in_text(noise(40, 40, "WEBP")).mime == JPEG


def test_a_thumbnail_is_a_small_jpeg():
    for kind in ("JPEG", "PNG", "WEBP"):
        made = thumbnail(noise(900, 500, kind))
        assert made.mime == JPEG
        assert len(made.data) <= THUMBNAIL


def test_no_picture_is_told():
    with pytest.raises(EditorError, match="rendition_unreadable"):
        in_text(b"x")


def test_what_never_fits_is_told(monkeypatch):
    monkeypatch.setattr(wechat_pictures, "THUMBNAIL", 100)
    with pytest.raises(EditorError, match="rendition_too_large_for"):
        thumbnail(noise(200, 200, "JPEG"))
