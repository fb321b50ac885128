"""A disk that is really full, and a folder that really cannot be written: what was kept stays, a sentence tells."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = "今日要闻\n2026-03-05 来源：县融媒体中心 作者：许青\n\n" + "县里的水渠今天通水，沿线群众都来观看。\n\n" * 40


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 3 MB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a file system can be mounted by root only")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def gaotai(home, *arguments):
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    environment = os.environ | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "LANG": "C"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_on_a_full_disk_everything_kept_before_is_whole(small_disk, tmp_path):
    page = tmp_path / "page.txt"
    taken = 0
    for number in range(60):
        page.write_text(PAGE + f"第{number}个水渠今天也通水。\n\n" * 4_000, encoding="utf-8")
        result = gaotai(tmp_path, "--library", small_disk / "lib", "import", page)
        assert "Traceback" not in result.stderr
        if result.returncode:
            break
        taken += 1
    assert result.returncode == 4
    assert "full" in result.stderr
    assert taken > 1
    listed = gaotai(tmp_path, "--library", small_disk / "lib", "list", "--json")
    assert len(listed.stdout.splitlines()) == taken
    assert gaotai(tmp_path, "--library", small_disk / "lib", "verify").returncode == 0


def test_an_export_to_a_full_disk_leaves_the_old_site(small_disk, tmp_path):
    assert gaotai(tmp_path, "demo", "--out", tmp_path / "day").returncode == 0
    library = tmp_path / "day" / "library"
    site = small_disk / "site"
    assert gaotai(tmp_path, "--library", library, "export", "--to", f"site:{site}", "--all-signed").returncode == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    filler = os.open(small_disk / "filler", os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while True:
            os.write(filler, bytes(4096))
    os.close(filler)
    result = gaotai(tmp_path, "--library", library, "export", "--to", f"html:{small_disk / 'html'}", "--all-signed")
    assert result.returncode == 6
    assert "Traceback" not in result.stderr
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert not list((small_disk / "html").glob("*.html"))
