"""What docs/targets.md says of the kinds is what they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from editor.publish.targets.kinds import OWN, kind

TEXT = (Path(__file__).resolve().parents[4] / "docs" / "targets.md").read_text("utf-8")
CHAPTERS = {
    "folder": "Folder and site",
    "site": "Folder and site",
    "hugo": "Hugo",
    "sftp": "SFTP",
    "wordpress": "WordPress",
    "wagtail": "Wagtail",
    "wechat": "WeChat",
    "hand": "By hand",
}


def test_every_kind_has_a_line_and_a_chapter():
    lines = re.findall(r"(?m)^\| `(\w+)` \|.*", TEXT)
    assert [name for name in lines if name in OWN] == list(OWN)
    assert set(CHAPTERS) == set(OWN)


@pytest.mark.parametrize("name", OWN)
def test_every_option_is_described(name):
    chapter = TEXT.split(f"\n## {CHAPTERS[name]}\n")[1].split("\n## ")[0]
    for option in kind(name).options:
        assert re.search(rf"--{option.name.replace('_', '-')}\b", chapter), option.name
        if option.choices and option.name not in {"format", "indent"}:
            assert all(choice in chapter for choice in option.choices), option.name


@pytest.mark.parametrize("name", OWN)
def test_the_table_names_what_must_be_told(name):
    line = re.search(rf"(?m)^\| `{name}` \|.*", TEXT)[0]
    needed = [option.name.replace("_", "-") for option in kind(name).options if option.required]
    assert re.findall(r"--([\w-]+)", line) == needed
