"""Every format goes into a folder, beside every other, and a withdrawn article leaves nothing but a notice."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from editor.publish.targets import open_target
from editor.publish.targets.folder import EXTENSIONS, MANIFEST
from tests.editor.publish.formats.type_set import why_not
from tests.editor.publish.sample_packages import gone, package, png

ALL = sorted(kind for kind in EXTENSIONS if kind != "pdf" or not why_not())


def ending(kind: str) -> str:
    return import_module(f"editor.publish.formats.{kind}").EXTENSION


@pytest.mark.parametrize("kind", ALL)
def test_a_package_goes_in_once_and_a_notice_takes_its_place(kind, tmp_path):
    one = package(pictures=(png(),))
    target = open_target(f"{kind}:{tmp_path}")
    (first,) = target.deliver([one], [])
    (again,) = target.deliver([one], [])
    assert (first.written, again.written) == (True, False)
    file = tmp_path / f"{one.name}.{EXTENSIONS[kind]}"
    whole = file.read_bytes()
    assert whole
    target.deliver([], [gone(one, notice=True)])
    assert file.read_bytes() not in {whole, b""}
    assert not (tmp_path / "assets").exists()
    target.deliver([], [gone(one)])
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST]


def test_all_formats_lie_in_one_folder(tmp_path):
    one = package(pictures=(png(),))
    for kind in ALL:
        open_target(f"{kind}:{tmp_path}").deliver([one], [])
    names = [path.name for path in tmp_path.iterdir() if path.is_file() and path.name != MANIFEST]
    assert len(names) == len(ALL)


def test_formats_and_their_description_say_the_same_endings():
    told = (Path(__file__).parents[4] / "docs" / "formats.md").read_text("utf-8")
    for kind in EXTENSIONS:
        assert ending(kind) == EXTENSIONS[kind]
        assert f"`{kind}`" in told
        assert f"`ID.{EXTENSIONS[kind]}`" in told
    assert len(set(EXTENSIONS.values())) == len(EXTENSIONS)
