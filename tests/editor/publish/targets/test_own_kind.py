"""The kind that docs/targets.md shows, as a package that somebody has installed."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from editor.errors import EditorError
from editor.operations.outbox.carrying import Load, carry
from editor.publish.targets.kinds import checked, key_of, kind, kinds
from tests.editor.publish.sample_packages import changed, gone, package

DOCS = Path(__file__).resolve().parents[4] / "docs" / "targets.md"
ONE = package(1)
KEY = key_of(ONE.article.id, "zh-CN")


def example() -> str:
    chapter = DOCS.read_text("utf-8").split("## Write your own kind")[1]
    return re.search("```python\n(.*?)```", chapter, re.DOTALL)[1]


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The example, installed as a wheel would be."""
    packages = tmp_path / "packages"
    about = packages / "drawer-1.0.dist-info"
    about.mkdir(parents=True)
    (packages / "drawer.py").write_text(example(), "utf-8")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: drawer\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[gaotai.targets]\ndrawer = drawer:KIND\n")
    monkeypatch.syspath_prepend(str(packages))
    yield packages
    sys.modules.pop("drawer", None)


def test_the_example_is_short():
    assert len([line for line in example().splitlines() if line.strip()]) <= 65


def test_the_example_is_found_and_delivers_exactly_once(installed, tmp_path):
    assert kinds()[-1] == "drawer"
    made = kind("drawer")
    options = checked(made, {"path": str(tmp_path / "drawer")})
    place = made.open(options, "")
    place.probe()
    first = carry(place, Load("1", KEY, piece=place.piece(ONE, KEY, "")))
    assert (first.state, first.differences) == ("done", ())
    assert carry(place, Load("1", KEY, piece=place.piece(ONE, KEY, ""))).standing == first.standing
    newer = place.piece(changed(ONE, headline="改"), KEY, "")
    held = carry(place, Load("2", KEY, piece=newer))
    assert (held.state, held.code) == ("held", "stands_already")
    allow = {"stamp": first.standing.stamp}
    assert carry(place, Load("2", KEY, piece=newer, allow=allow)).standing.fields["title"] == "改"
    assert [file.name for file in (tmp_path / "drawer").iterdir()] == [f"{KEY}.json"]
    down = carry(place, Load("3", KEY, gone=gone(ONE)))
    assert down.state == "done"
    assert list((tmp_path / "drawer").iterdir()) == []


def test_an_option_that_is_missing_is_told_by_its_name(installed):
    with pytest.raises(EditorError) as told:
        checked(kind("drawer"), {})
    assert (told.value.code, told.value.details["option"]) == ("option_missing", "path")


def test_a_package_that_does_not_load_is_told_and_not_shown_as_a_traceback(installed):
    (installed / "drawer.py").write_text("import no_such_module_here\n")
    with pytest.raises(EditorError) as told:
        kind("drawer")
    assert told.value.code == "kind_broken"
