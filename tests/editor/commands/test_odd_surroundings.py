"""Names in another encoding, a full disk behind the output, no output at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.editor.commands.pages import PAGE

ROOT = Path(__file__).resolve().parents[3]


def test_a_file_with_a_gbk_name_comes_in_under_its_name(gaotai, home):
    name = os.fsencode(home) + b"/" + "通稿.txt".encode("gb18030")
    Path(os.fsdecode(name)).write_text(PAGE, encoding="utf-8")
    code, (record,), _ = gaotai("import", os.fsdecode(name), "--json")
    assert code == 0
    assert Path(record["file"]).name == "通稿.txt"
    json.dumps(record, ensure_ascii=False).encode()


def test_a_folder_of_gbk_names_comes_in(gaotai, home):
    folder = os.fsencode(home) + b"/" + "来稿".encode("gb18030")
    Path(os.fsdecode(folder)).mkdir()
    Path(os.fsdecode(folder + b"/" + "县里的事.txt".encode("gb18030"))).write_text(PAGE, encoding="utf-8")
    code, (record,), _ = gaotai("import", os.fsdecode(folder), "--json")
    assert code == 0
    assert record["file"].endswith("来稿/县里的事.txt")


@pytest.mark.parametrize(
    "arguments", [("show", "\udcff"), ("submit", "\udcff"), ("member", "add", "陈\udcff", "--levels", "1")]
)
def test_an_argument_that_is_no_text_is_wrong_use_and_no_defect(gaotai, arguments):
    gaotai("import", "page.txt")
    code, _, said = gaotai(*arguments, lines=False)
    assert code in {2, 3}
    assert "defect" not in said


@pytest.mark.parametrize("json_lines", [(), ("--json",)])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_behind_the_output_is_said(gaotai, home, json_lines):
    gaotai("import", "page.txt")
    command = [sys.executable, str(ROOT / "main.py"), "--library", "lib", *json_lines, "list"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=home, check=False)
    assert done.returncode == 6
    assert done.stderr.count("\n") == 1
    assert "could not be written" in done.stderr


def test_without_an_output_a_command_does_its_work(gaotai, home):
    command = f'"{sys.executable}" "{ROOT / "main.py"}" --library lib import page.txt >&-'
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, text=True, cwd=home, check=False)
    assert done.returncode == 0
    assert "defect" not in done.stderr
    assert len(gaotai("list", "--json")[1]) == 1


def test_a_refusal_calls_the_article_as_the_command_did(gaotai):
    (_, (record,), _) = gaotai("import", "page.txt", "--json")
    gaotai("member", "add", "陈静", "--levels", "1,admin")
    code, _, said = gaotai("sign", record["number"], "--level", "1")
    assert code == 5
    assert record["number"] in said
    assert record["id"] not in said


def test_half_an_output_does_not_stay_where_it_could_not_be_written_whole(gaotai, home, monkeypatch):
    def full(path, data):
        with path.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    code, _, said = gaotai("repair", "page.txt", "-o", "out.txt")
    assert code == 6
    assert "out.txt" in said
    assert not [path for path in home.iterdir() if "out.txt" in path.name]
