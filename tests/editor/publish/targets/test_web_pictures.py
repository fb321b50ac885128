"""Pictures on their way: the one that was signed, without its place, and remembered within bounds."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from editor.publish.targets.destination import Picture, RefusedError
from editor.publish.targets.web_pictures import bytes_of, forget_old
from tests.editor.publish.sample_packages import png


def picture(data: bytes, read: bytes) -> Picture:
    """A picture that gives other bytes than it says, or the same."""
    return Picture(hashlib.sha256(data).hexdigest(), "a.png", "image/png", "", "", lambda: read)


def test_only_the_picture_that_was_signed_goes():
    assert bytes_of(picture(png(), png())) == png()
    with pytest.raises(RefusedError) as caught:
        bytes_of(picture(png(), png(color=(0, 0, 0))))
    assert caught.value.code == "picture_differs"


@pytest.mark.parametrize(("kind", "mime"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")])
def test_what_is_too_large_for_a_page_goes_smaller_and_of_the_same_kind(kind, mime):
    out = io.BytesIO()
    Image.linear_gradient("L").resize((3200, 800)).convert("RGB").save(out, kind)
    sent = bytes_of(Picture(hashlib.sha256(out.getvalue()).hexdigest(), "a", mime, "", "", out.getvalue))
    with Image.open(io.BytesIO(sent)) as seen:
        assert (seen.size, seen.format) == ((2560, 640), kind)


@pytest.mark.parametrize(
    ("data", "mime"), [(b"\x89PNG\r\n\x1a\nbroken", "image/png"), (b"<svg/>", "image/svg+xml"), (b"", "image/jpeg")]
)
def test_what_cannot_be_read_goes_as_it_is(data, mime):
    assert bytes_of(Picture(hashlib.sha256(data).hexdigest(), "a", mime, "", "", lambda: data)) == data


def test_a_moving_picture_goes_whole_however_large():
    out = io.BytesIO()
    frames = [Image.new("RGB", (3000, 10), color) for color in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], duration=100)
    data = out.getvalue()
    assert bytes_of(Picture(hashlib.sha256(data).hexdigest(), "a", "image/webp", "", "", lambda: data)) == data


def test_old_pictures_are_forgotten_and_new_ones_are_not():
    known: dict[int, int] = {}
    for number in range(20_000):
        forget_old(known)
        known[number] = number
        assert len(known) <= 5000
    assert list(known)[-2500:] == list(range(17_500, 20_000))
