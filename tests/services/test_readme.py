"""What the READMEs show is what happens: the output of the demonstration, and the commands of a day, as they stand."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NUMBER = re.compile(r"\b\d{4}-[A-Z]{2}-")


def _same(text: str) -> str:
    """The day and the device's letters in a 稿号 differ from run to run."""
    return NUMBER.sub("1124-QJ-", text)


@pytest.mark.parametrize(("readme", "language"), [("README.md", "en"), ("README.zh-CN.md", "zh_CN")])
def test_the_output_that_a_readme_shows_is_that_of_the_demonstration(readme, language, tmp_path):
    command = [sys.executable, str(ROOT / "main.py"), "demo", "--lang", language]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    screen = re.search(r"```text\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)[1]
    shown = [line for line in screen.splitlines() if line != "…"]
    printed = _same(result.stdout).splitlines()
    assert [line for line in shown if line not in printed] == []


def test_the_commands_of_a_day_work_as_they_stand(tmp_path):
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("gaotai ")]
    assert len(lines) > 10
    shutil.copy(ROOT / "resources" / "samples" / "tea-damaged-zh-hant.txt", tmp_path / "page.txt")
    secret = tmp_path / "secret"
    secret.write_text("four words, kept well\n", encoding="utf-8")
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "GAOTAI_PASSPHRASE_FILE": str(secret)}
    number = "1124-QJ-01"
    for line in lines:
        command = [sys.executable, str(ROOT / "main.py"), *shlex.split(line.replace("1124-QJ-01", number))[1:]]
        result = subprocess.run(
            command, cwd=tmp_path, env=os.environ | home, capture_output=True, text=True, check=False
        )
        # A check that finds something says so by its exit code.
        assert result.returncode == 0 or line.startswith("gaotai check"), line + result.stdout + result.stderr
        if line.startswith("gaotai import"):
            number = re.search(r"\d{4}-[A-Z]{2}-\d\d", result.stdout)[0]
    assert (tmp_path / "public" / "index.html").is_file()
