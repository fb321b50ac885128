"""Bundles of Hugo on the disk; see tests/services/test_hugo.py for Hugo itself."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from editor.errors import EditorError
from editor.publish.targets.destination import RefusedError, Status, differences
from editor.publish.targets.kinds import checked, key_of, kind
from tests.editor.publish.sample_packages import gone, package, png

ROOT = Path(__file__).resolve().parents[4]
ONE = package(1, pictures=(png(),))
KEY = key_of(ONE.article.id, "zh-CN")


@pytest.fixture
def site(tmp_path) -> Path:
    (tmp_path / "hugo.toml").write_text("")
    return tmp_path


def opened(site: Path, **more: str):
    return kind("hugo").open(checked(kind("hugo"), {"path": str(site), **more}), "")


def test_a_folder_that_is_no_site_is_told(tmp_path):
    with pytest.raises(EditorError) as told:
        opened(tmp_path).probe()
    assert told.value.code == "hugo_no_site"
    (tmp_path / "config.yaml").write_text("")
    opened(tmp_path).probe()


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("section", "../x", "hugo_section"),
        ("section", "/x", "hugo_section"),
        ("section", "a/../b", "hugo_section"),
        ("languages", "zh", "hugo_languages"),
        ("languages", "zh-CN=zh,zh-TW=zh", "hugo_languages"),
        ("languages", "zh-CN=../x", "hugo_languages"),
    ],
)
def test_options_that_would_lead_elsewhere_are_refused(site, option, value, code):
    with pytest.raises(EditorError) as told:
        opened(site, **{option: value})
    assert told.value.code == code


def test_what_stands_there_is_what_was_sent_and_the_front_matter_is_plain_json(site):
    place = opened(site)
    piece = place.piece(ONE, KEY, "")
    standing = place.put(piece, None, Status.PUBLIC)
    assert differences(piece.fields, standing.fields) == ()
    text = (site / "content" / "news" / KEY / "index.md").read_text("utf-8")
    front = json.JSONDecoder().raw_decode(text)[0]
    assert front["title"] == ONE.article.slip.headline
    assert front["tags"] == ["治水", "民生"]
    assert front["draft"] is False
    again = place.put(piece, standing, Status.PUBLIC)
    assert again == standing


def test_what_somebody_changes_there_is_noticed(site):
    place = opened(site)
    piece = place.piece(ONE, KEY, "")
    standing = place.put(piece, None, Status.PUBLIC)
    file = site / "content" / "news" / KEY / "index.md"
    file.write_text(file.read_text("utf-8").replace("全线完工", "全线停工"), "utf-8")
    there = place.read(KEY)
    assert there.stamp != standing.stamp
    assert {item.field for item in differences(piece.fields, there.fields)} == {"content", "summary"}
    file.write_text("not ours any more")
    assert place.read(KEY).fields["title"] == ""


def test_files_of_others_in_the_bundle_stay(site):
    place = opened(site)
    standing = place.put(place.piece(ONE, KEY, ""), None, Status.PUBLIC)
    bundle = site / "content" / "news" / KEY
    (bundle / "more").mkdir()
    (bundle / "more" / "map.svg").write_text("theirs")
    without = package(1)
    place.put(place.piece(without, KEY, ""), standing, Status.PUBLIC)
    assert sorted(p.relative_to(bundle).as_posix() for p in bundle.rglob("*") if p.is_file()) == [
        "index.md",
        "more/map.svg",
    ]
    place.remove(place.read(KEY), gone(ONE))
    assert [p.name for p in bundle.rglob("*") if p.is_file()] == ["map.svg"]
    assert place.read(KEY) is None


def test_dates_that_hugo_would_swallow_stop_the_article(site):
    place = opened(site)
    bad = place.piece(package(1, published_at="2026-13-99"), KEY, "")
    assert ("hugo_date", True) in [(loss.code, loss.stops) for loss in bad.losses]
    future = place.piece(package(1, published_at="2999-01-01T08:00:00+08:00"), KEY, "")
    assert not [loss for loss in future.losses if loss.stops]
    with pytest.raises(RefusedError) as told:
        place.put(future, None, Status.PUBLIC)
    assert told.value.code == "hugo_future"
    assert place.read(KEY) is None
    assert place.put(future, None, Status.DRAFT).status == Status.DRAFT


def test_a_picture_that_is_not_the_signed_one_changes_nothing(site):
    place = opened(site)
    piece = place.piece(ONE, KEY, "")
    before = place.put(piece, None, Status.PUBLIC)
    wrong = dataclasses.replace(piece.pictures[0], read=lambda: b"other")
    with pytest.raises(RefusedError):
        place.put(dataclasses.replace(piece, pictures=(wrong,)), before, Status.PUBLIC)
    assert place.read(KEY) == before
    assert [path.name for path in (site / "content" / "news").iterdir()] == [KEY]


CHILD = """
import sys
from editor.publish.targets.kinds import kind
from editor.publish.targets.destination import Status
from tests.editor.publish.sample_packages import package, png
place = kind("hugo").open({"path": sys.argv[1], "section": "news"}, "")
articles = [package(1, text="字" * size + "\\n", pictures=(png(color=(size % 250, 1, 1)),)) for size in (1000, 3000)]
print("begun", flush=True)
for turn in range(100000):
    place.put(place.piece(articles[turn % 2], sys.argv[2], ""), None, Status.PUBLIC)
"""


def test_a_program_that_is_killed_leaves_the_old_bundle_or_the_new_one(site):
    bundle = site / "content" / "news" / KEY
    for number in range(4):
        command = [sys.executable, "-c", CHILD, str(site), KEY]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout.readline() == "begun\n"
            time.sleep(0.15 + 0.07 * number)
            os.kill(child.pid, signal.SIGKILL)
        there = opened(site).read(KEY)
        assert there.fields["content"].count("字") in {1000, 3000}
        pictures = [name.name for name in bundle.glob("*.png")]
        assert len(pictures) == 1
        assert pictures[0].removesuffix(".png") in there.fields["content"]
    place = opened(site)
    place.put(place.piece(ONE, KEY, ""), None, Status.PUBLIC)
    assert [path.name for path in (site / "content" / "news").iterdir()] == [KEY]
