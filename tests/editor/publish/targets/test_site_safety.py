"""The site survives what happens to exports: kills, full disks, folders of somebody else, damage."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from editor.errors import EditorError, Exit
from editor.publish import tree as trees
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.sample_packages import gone, package, png

ROOT = Path(__file__).resolve().parents[4]

EXPORT = """
import sys
from pathlib import Path
from editor.publish import tree
from editor.publish.targets.site import SiteTarget
from tests.editor.publish.sample_packages import package, png
mode, place = sys.argv[1:3]
if mode == "steps":
    tree.exchanged = lambda one, other: False
packages = [package(n, headline=f"新标题 {n}", pictures=(png(color=(n % 200, 1, 1)),)) for n in range(1, 121)]
print("ready", flush=True)
SiteTarget(Path(place)).deliver(packages, ())
print("done", flush=True)
"""


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def deliver(site: Path, *packages, gone=()):
    return SiteTarget(site).deliver(packages, gone)


@pytest.fixture
def site(tmp_path) -> Path:
    return tmp_path / "site"


def hidden(site: Path) -> list[str]:
    """What lies beside the site."""
    return sorted(path.name for path in site.parent.iterdir() if path != site)


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
@pytest.mark.parametrize(("mode", "turns"), [("exchange", 8), ("steps", 5)])
def test_an_export_killed_at_any_moment_leaves_the_old_site_or_the_new_one(tmp_path, mode, turns):
    site, whole = tmp_path / "site", tmp_path / "whole"
    deliver(site, *(package(n) for n in range(1, 121)), package(900))
    old = snapshot(site)
    shutil.copytree(site, whole)
    duration = export_until(whole, mode, None)
    new = snapshot(whole)
    assert new != old
    chance = random.Random(7)
    seen = set()
    for turn in range(turns):
        # The last part of an export, in which the trees change places, gets its share of the kills.
        share = chance.uniform(0, 1) if turn % 3 else chance.uniform(0.85, 1.05)
        export_until(site, mode, duration * share)
        if mode == "steps" and not site.exists():
            trees.recover(site)
        now = snapshot(site)
        assert now in (old, new), "neither the old site nor the new one"
        seen.add(now == new)
        if now == new:
            shutil.rmtree(site)
            deliver(site, *(package(n) for n in range(1, 121)), package(900))
    assert False in seen, "no kill came early enough to mean anything"
    deliver(site, package(900))
    assert hidden(site) == ["whole"]


def export_until(site: Path, mode: str, seconds: float | None) -> float:
    """Export in a process of its own and kill it after so many seconds; gives how long it took."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(
        [sys.executable, "-c", EXPORT, mode, str(site)], stdout=subprocess.PIPE, env=environment, cwd=ROOT
    )
    assert child.stdout is not None
    with child.stdout:
        assert child.stdout.readline() == b"ready\n"
        start = time.perf_counter()
        if seconds is not None:
            time.sleep(seconds)
            child.send_signal(signal.SIGKILL)
        child.stdout.read()
        took = time.perf_counter() - start
    child.wait()
    return took


def test_a_kill_between_the_two_renames_is_repaired_by_the_next_export(site):
    deliver(site, package(1))
    before = snapshot(site)
    site.rename(trees.retired_of(site))
    trees.staging_of(site).mkdir()
    (trees.staging_of(site) / "half").write_text("half", "utf-8")
    deliver(site, package(1))
    assert snapshot(site) == before
    assert hidden(site) == []


def test_what_a_killed_export_left_is_removed_by_the_next_one_even_when_nothing_is_new(site):
    deliver(site, package(1))
    shutil.copytree(site, trees.staging_of(site))
    shutil.copytree(site, trees.retired_of(site))
    deliver(site, package(1))
    assert hidden(site) == []


def test_without_an_exchange_in_one_step_the_site_is_replaced_as_well(site, monkeypatch):
    monkeypatch.setattr(trees, "exchanged", lambda *_: False)
    deliver(site, package(1))
    deliver(site, package(2))
    assert len(list((site / "articles").iterdir())) == 2
    assert hidden(site) == []


def test_where_the_disk_has_no_hard_links_files_are_copied(site, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links")

    deliver(site, package(1, pictures=(png(),)))
    before = snapshot(site)
    monkeypatch.setattr(os, "link", refuse)
    deliver(site, package(2))
    after = snapshot(site)
    assert {path: after[path] for path in before if path.startswith(("articles", "assets"))}.items() <= before.items()
    assert len([path for path in after if path.startswith("articles")]) == 2


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "target_full"), (errno.EACCES, "target_unwritable"), (errno.EIO, "target_failed")],
)
def test_a_failing_disk_leaves_the_old_site_and_says_so(site, monkeypatch, number, code):
    deliver(site, package(1))
    before = snapshot(site)
    write, left = os.write, [3]

    def failing(descriptor, data):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(number, os.strerror(number))
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", failing)
    with pytest.raises(EditorError) as refused:
        deliver(site, *(package(n) for n in range(2, 9)))
    monkeypatch.undo()
    assert (refused.value.code, refused.value.exit_code) == (code, Exit.TARGET)
    assert snapshot(site) == before
    assert hidden(site) == []


def test_a_package_that_cannot_be_made_leaves_the_old_site(site):
    deliver(site, package(1))
    before = snapshot(site)

    def packages():
        yield package(2)
        raise EditorError.library("asset_damaged", asset="x")

    with pytest.raises(EditorError):
        SiteTarget(site).deliver(packages(), ())
    assert snapshot(site) == before
    assert hidden(site) == []


def test_a_folder_with_things_of_somebody_else_is_left_alone(site):
    site.mkdir()
    (site / "diary.txt").write_text("mine", "utf-8")
    with pytest.raises(EditorError) as refused:
        deliver(site, package(1))
    assert (refused.value.code, refused.value.exit_code) == ("site_not_ours", Exit.TARGET)
    assert snapshot(site) == {"diary.txt": b"mine"}


def test_an_empty_folder_becomes_a_site_and_a_link_to_a_folder_stays_a_link(tmp_path, site):
    site.mkdir(mode=0o750)
    link = tmp_path / "link"
    link.symlink_to(site, target_is_directory=True)
    deliver(link, package(1))
    deliver(link, package(2))
    assert link.is_symlink()
    assert len(list((site / "articles").iterdir())) == 2
    assert site.stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize("inside", ["", "/deeper/still"])
def test_a_file_in_place_of_the_folder_is_refused(tmp_path, inside):
    file = tmp_path / "file"
    file.write_text("x", "utf-8")
    with pytest.raises(EditorError) as refused:
        deliver(Path(f"{file}{inside}"), package(1))
    assert (refused.value.code, refused.value.exit_code) == ("target_is_a_file", Exit.TARGET)
    assert file.read_text("utf-8") == "x"


def test_links_that_go_round_in_circles_are_refused(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(EditorError) as refused:
        deliver(tmp_path / "a", package(1))
    assert refused.value.exit_code == Exit.TARGET
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_things_that_somebody_put_into_the_site_stay(site):
    deliver(site, package(1))
    (site / "CNAME").write_text("news.example", "utf-8")
    (site / ".git" / "refs" / "tags").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref", "utf-8")
    (site / "articles" / "old-address.html").write_text("moved", "utf-8")
    (site / "latest").symlink_to("articles", target_is_directory=True)
    deliver(site, package(2), gone=[gone(package(1))])
    assert (site / "CNAME").read_text("utf-8") == "news.example"
    assert (site / ".git" / "HEAD").read_text("utf-8") == "ref"
    assert (site / ".git" / "refs" / "tags").is_dir()
    assert (site / "articles" / "old-address.html").read_text("utf-8") == "moved"
    assert (site / "latest").is_symlink()
    assert not (site / "articles" / f"{package(1).name}.html").exists()


def test_a_page_that_was_deleted_or_cut_by_hand_comes_back(site):
    one, other = package(1, pictures=(png(),)), package(2)
    deliver(site, one, other)
    before = snapshot(site)
    for path in (f"articles/{one.name}.html", f"articles/{other.name}.html", "index.html", "404.html"):
        (site / path).unlink()
        assert deliver(site, one, other)
        assert snapshot(site) == before, path
    (site / "articles" / f"{one.name}.html").write_text("", "utf-8")
    next((site / "assets").iterdir()).unlink()
    deliver(site, one, other)
    assert snapshot(site) == before


def test_a_missing_page_of_an_article_not_delivered_now_stops_the_export(site):
    one, other = package(1), package(2)
    deliver(site, one, other)
    (site / "articles" / f"{one.name}.html").unlink()
    before = snapshot(site)
    with pytest.raises(EditorError) as refused:
        deliver(site, package(3))
    assert refused.value.code == "site_damaged"
    assert snapshot(site) == before
    deliver(site, one, other, package(3))
    assert len(list((site / "articles").iterdir())) == 3


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda data: data[: len(data) // 2], "site_damaged"),
        (lambda _: b"", "site_damaged"),
        (lambda _: b"\xff\x00", "site_damaged"),
        (lambda _: b"[]\n", "site_damaged"),
        (lambda data: data.replace(b'"gaotai_site":1', b'"gaotai_site":99'), "site_newer"),
        (lambda data: data.replace(package(1).name.encode(), b"../../../x"), "site_damaged"),
    ],
)
def test_a_manifest_that_cannot_be_trusted_stops_the_export(site, damage, code):
    deliver(site, package(1))
    (site / ".gaotai-site").write_bytes(damage((site / ".gaotai-site").read_bytes()))
    before = snapshot(site)
    with pytest.raises(EditorError) as refused:
        deliver(site, package(2))
    assert (refused.value.code, refused.value.exit_code) == (code, Exit.TARGET)
    assert snapshot(site) == before


def test_pages_made_with_an_older_design_keep_their_style_sheet(site, monkeypatch):
    from editor.publish.site import pages

    one, other = package(1), package(2)
    with monkeypatch.context() as old:
        old.setattr(pages, "style_name", lambda: "style-00000000.css")
        old.setattr(pages, "design", lambda: "old")
        deliver(site, one, other)
    deliver(site, one)
    sheets = {path.name for path in site.glob("style-*.css")}
    assert sheets == {"style-00000000.css", pages.style_name()}
    assert "style-00000000.css" in (site / "articles" / f"{other.name}.html").read_text("utf-8")
    deliver(site, other)
    assert {path.name for path in site.glob("style-*.css")} == {pages.style_name()}
