"""Pictures on their way: the one that was signed, without its place, and remembered within bounds."""

from __future__ import annotations

import hashlib

import pytest

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


def test_old_pictures_are_forgotten_and_new_ones_are_not():
    known: dict[int, int] = {}
    for number in range(20_000):
        forget_old(known)
        known[number] = number
        assert len(known) <= 5000
    assert list(known)[-2500:] == list(range(17_500, 20_000))
