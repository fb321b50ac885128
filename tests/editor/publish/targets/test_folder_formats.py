"""Every format goes into a folder, beside every other, and a withdrawn article leaves nothing but a notice."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from editor.publish.targets import open_target
from editor.publish.targets.folder import EXTENSIONS, MANIFEST
from tests.editor.publish.formats.type_set import why_not
from tests.editor.publish.sample_packages import gone, package, png

SET_IN_TYPE = {"pdf", "longpicture"}
ALL = sorted(kind for kind in EXTENSIONS if kind not in SET_IN_TYPE or not why_not())


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


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_a_long_picture_of_several_parts_leaves_none_behind_when_the_article_becomes_short(tmp_path):
    target = open_target(f"longpicture:{tmp_path}")
    paragraph = "沿河三个乡镇近两万名群众从中受益，记者从县水利局获悉。" * 8
    target.deliver([package(text="\n\n".join([paragraph] * 30)), package(2)], [])
    name = package().name
    parts = sorted(path.name for path in tmp_path.glob(f"{name}*"))
    assert parts == [f"{name}.2.png", f"{name}.png"]
    (again,) = target.deliver([package(text="\n\n".join([paragraph] * 30))], [])
    assert not again.written
    target.deliver([package(text="一段。\n")], [])
    assert sorted(path.name for path in tmp_path.glob("*.png")) == sorted([f"{name}.png", f"{package(2).name}.png"])


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


@pytest.mark.parametrize("kind", sorted({"docx", "pdf", "longpicture"} & set(ALL)))
def test_a_picture_that_a_file_cannot_show_is_told(kind, tmp_path):
    text = "前文。\n\n![施工现场](https://img.example.cn/a.jpg)\n"
    (whole,) = open_target(f"{kind}:{tmp_path / 'a'}").deliver([package(pictures=(png(),))], [])
    (without,) = open_target(f"{kind}:{tmp_path / 'b'}").deliver([package(text=text)], [])
    assert whole.left_out == ()
    assert [(item.rule, item.values["picture"]) for item in without.left_out] == [("T03", "施工现场")]
