"""Pictures that would be missing are named before."""

from __future__ import annotations

from editor.publish.formats.picture_checks import left_out
from tests.editor.publish.sample_packages import package, png


def test_only_what_would_be_missing_is_named():
    one = package(text='甲。\n\n![](https://example.com/x.png "河边。")\n', pictures=(png(), b"no picture"))
    found = left_out(one)
    assert [(item.rule, item.message, item.values["picture"], item.block) for item in found] == [
        ("T03", "formats.picture_not_here", "河边。", 1),
        ("T03", "formats.picture_unreadable", "9月18日，清水河畔。", 3),
    ]
    assert not left_out(package(pictures=(png(),)))
