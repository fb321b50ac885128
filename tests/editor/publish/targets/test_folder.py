"""Folders of one file a package. How a file looks is the format's business, so the format here is one of our own."""

from __future__ import annotations

import dataclasses
import errno
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from editor.article import Variant
from editor.errors import EditorError, Exit
from editor.publish.package import Asset
from editor.publish.targets import Delivery, open_target
from editor.publish.targets.folder import EXTENSIONS, MANIFEST, FolderTarget
from tests.editor.publish.sample_packages import changed, gone, package, png


@pytest.fixture(params=["html", "markdown", "ninjs"])  # every other format: test_folder_formats.py
def kind(request, monkeypatch) -> str:
    module = ModuleType(f"editor.publish.formats.{request.param}")
    module.render = lambda one: f"{one.article.slip.headline}\n{one.text}".encode()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return request.param


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "out"


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def file(kind: str, name: str) -> str:
    return f"{name}.{EXTENSIONS[kind]}"


def test_one_file_a_package_and_the_pictures_beside(folder, kind):
    one, other = package(1, pictures=(png(),)), package(1, Variant.ZH_TW)
    done = open_target(f"{kind}:{folder}").deliver([one, other], [])
    places = [str(folder / file(kind, item.name)) for item in (one, other)]
    assert done == [Delivery(one.name, places[0], written=True), Delivery(other.name, places[1], written=True)]
    held = snapshot(folder)
    assert set(held) == {
        file(kind, one.name),
        file(kind, other.name),
        f"assets/{next(iter(one.assets))}.png",
        MANIFEST,
    }
    assert held[file(kind, one.name)].decode().startswith(one.article.slip.headline)


def test_the_same_again_writes_nothing_and_a_change_replaces_the_file(folder, kind):
    target = FolderTarget(folder, kind)
    target.deliver([package(1), package(2)], [])
    before = {path.name: path.stat().st_ino for path in folder.iterdir()}
    assert not any(item.written for item in target.deliver([package(1), package(2)], []))
    assert {path.name: path.stat().st_ino for path in folder.iterdir()} == before
    fresh = package(1, headline="改过的标题")
    assert [item.written for item in target.deliver([fresh, package(2)], [])] == [True, False]
    assert len(list(folder.iterdir())) == 3
    assert (folder / file(kind, fresh.name)).read_text("utf-8").startswith("改过的标题")


def test_taken_offline_removes_its_file_and_its_pictures_and_nothing_else(folder, kind):
    target = FolderTarget(folder, kind)
    shared, own = png(), png(color=(9, 9, 9))
    one, other = package(1, pictures=(shared, own)), package(2, pictures=(shared,))
    target.deliver([one, other], [])
    (folder / "notes.md").write_text("mine", "utf-8")
    (folder / "assets" / "mine.png").write_bytes(b"mine")
    target.deliver([], [gone(one), gone(package(77))])
    held = snapshot(folder)
    assert set(held) == {
        file(kind, other.name),
        "notes.md",
        "assets/mine.png",
        f"assets/{next(iter(other.assets))}.png",
        MANIFEST,
    }
    assert all(one.name.encode() not in data for data in held.values())


def test_withdrawn_by_notice_leaves_a_notice_without_a_word_of_the_article(folder, kind):
    target = FolderTarget(folder, kind)
    one = package(1, headline="必须消失的标题", text="必须消失的正文\n", pictures=(png(),))
    target.deliver([one], [])
    target.deliver([], [gone(one, notice=True, why="必须消失的原因")])
    held = snapshot(folder)
    assert set(held) == {file(kind, one.name), MANIFEST}
    assert all("必须消失".encode() not in data for data in held.values())
    notice = held[file(kind, one.name)].decode()
    assert one.name in notice or "撤稿声明" in notice
    again = target.deliver([one], [])
    assert [item.written for item in again] == [True]
    assert (folder / file(kind, one.name)).read_text("utf-8").startswith("必须消失的标题")


def test_a_file_of_somebody_else_is_not_written_over(folder, kind):
    folder.mkdir()
    (folder / file(kind, package(1).name)).write_text("mine", "utf-8")
    before = snapshot(folder)
    with pytest.raises(EditorError) as refused:
        FolderTarget(folder, kind).deliver([package(2), package(1)], [])
    assert (refused.value.code, refused.value.exit_code) == ("folder_taken", Exit.TARGET)
    assert snapshot(folder) == before


def test_what_fails_in_the_middle_changes_nothing(folder, kind, monkeypatch):
    target = FolderTarget(folder, kind)
    target.deliver([package(1)], [])
    before = snapshot(folder)
    broken = package(3, pictures=(png(),))
    broken = dataclasses.replace(broken, assets={name: Asset("image/png", 1, lambda: b"x") for name in broken.assets})
    with pytest.raises(EditorError) as refused:
        target.deliver([package(1, headline="新"), package(2), broken], [])
    assert refused.value.code == "picture_differs"
    assert snapshot(folder) == before

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("editor.publish.targets.folder.sync", full)
    with pytest.raises(EditorError) as refused:
        target.deliver([package(1, headline="新")], [gone(package(1))])
    assert refused.value.code == "target_full"
    assert snapshot(folder) == before


def test_a_kill_in_the_middle_is_made_good_by_the_next_delivery(folder, kind, monkeypatch):
    target = FolderTarget(folder, kind)
    target.deliver([package(1), package(9)], [])
    replace, left = Path.replace, [3]

    def killed(self, to):
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        target.deliver([package(n, headline=f"新 {n}") for n in range(1, 6)], [gone(package(9))])
    monkeypatch.undo()
    module = ModuleType(f"editor.publish.formats.{kind}")
    module.render = lambda one: f"{one.article.slip.headline}\n{one.text}".encode()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    target.deliver([package(n, headline=f"新 {n}") for n in range(1, 6)], [gone(package(9))])
    held = snapshot(folder)
    assert set(held) == {file(kind, package(n).name) for n in range(1, 6)} | {MANIFEST}
    assert all(data.decode().startswith("新") for name, data in held.items() if name != MANIFEST)


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"files":{"../x":[]}}', b'{"files":{"x":["../y"]}}'])
def test_a_list_that_cannot_be_trusted_stops_the_delivery(folder, kind, data):
    folder.mkdir()
    (folder / MANIFEST).write_bytes(data)
    with pytest.raises(EditorError) as refused:
        FolderTarget(folder, kind).deliver([package(1)], [])
    assert (refused.value.code, refused.value.exit_code) == ("folder_damaged", Exit.TARGET)
    assert set(snapshot(folder)) == {MANIFEST}


def test_a_file_in_place_of_the_folder_is_refused(folder, kind):
    folder.write_text("x", "utf-8")
    with pytest.raises(EditorError) as refused:
        FolderTarget(folder, kind).deliver([package(1)], [])
    assert (refused.value.code, refused.value.exit_code) == ("target_is_a_file", Exit.TARGET)


def test_the_notice_as_ninjs_is_valid(folder, schemas, tmp_path):
    import jsonschema

    from editor.publish.formats.notices import ninjs

    schema = json.loads((schemas / "ninjs-schema_3.1.json").read_text("utf-8"))
    notice = json.loads(ninjs(gone(package(1), notice=True)))
    jsonschema.Draft202012Validator(schema).validate(notice)
    assert notice["pubStatus"] == "canceled"


@pytest.mark.parametrize("address", ["", "site", "site:", "ftp:/x", "html:"])
def test_an_address_that_names_no_target_is_wrong_usage(address):
    with pytest.raises(EditorError) as refused:
        open_target(address)
    assert refused.value.exit_code == Exit.USAGE


def test_what_somebody_changed_by_hand_is_kept_beside_and_told(folder, kind):
    target = FolderTarget(folder, kind)
    one = package(1)
    target.deliver([one], [])
    place = folder / file(kind, one.name)
    place.write_text("改过的话\n", "utf-8")
    (done,) = target.deliver([changed(one)], [])
    aside = folder / file(kind, f"{one.name}.changed-1")
    assert (done.aside, aside.read_text("utf-8")) == (str(aside), "改过的话\n")
    assert place.read_text("utf-8") != "改过的话\n"
    (again,) = target.deliver([changed(one)], [])
    assert (again.written, again.aside) == (False, "")
    place.write_text("又改了\n", "utf-8")
    (second,) = target.deliver([one], [])
    assert Path(second.aside).name == file(kind, f"{one.name}.changed-2")
    assert aside.exists()


@pytest.mark.parametrize("notice", [False, True])
def test_of_what_is_withdrawn_no_changed_copy_stays(folder, kind, notice):
    target = FolderTarget(folder, kind)
    one = package(1)
    target.deliver([one], [])
    place = folder / file(kind, one.name)
    place.write_text("改过的话\n", "utf-8")
    target.deliver([changed(one)], [])
    place.write_text("又改了\n", "utf-8")
    target.deliver([], [gone(one, notice=notice)])
    left = snapshot(folder)
    assert set(left) == {MANIFEST, *([file(kind, one.name)] if notice else [])}
    assert not any("改" in data.decode() for data in left.values())


def test_a_folder_of_an_older_version_has_no_hashes_and_goes_on(folder, kind):
    target = FolderTarget(folder, kind)
    target.deliver([package(1)], [])
    held = json.loads((folder / MANIFEST).read_text("utf-8"))
    del held["sums"]
    (folder / MANIFEST).write_text(json.dumps(held), "utf-8")
    (done,) = target.deliver([changed(package(1), headline="另一个标题")], [])
    assert (done.written, done.aside) == (True, "")
