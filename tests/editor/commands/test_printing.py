"""The command that makes a review copy, as its users call it."""

from __future__ import annotations

import json
import sys

import pytest

from editor.cli import run

PAGE = """青禾县春灌开闸
2026-03-05 09:12:30    来源:石溪日报 | 编辑:田文 | 作者:苏叶    浏览量:318

今年3月,青禾县灌区比去年提早五天开闸,首批放水覆盖六个乡镇。
"""


@pytest.fixture
def gaotai(tmp_path, monkeypatch, capfd):
    """Run a command on a library with one article; gives exit code, output and what was said."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        code = run(["--library", "lib", "--lang", "zh_CN", *map(str, arguments)])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    call.name = json.loads(call("import", "page.txt", "--json")[1])["number"]
    return call


def test_a_pdf_is_written_and_marked_as_unsigned(gaotai, tmp_path):
    code, out, _ = gaotai("print", gaotai.name, "-o", "copy.pdf")
    assert code == 0
    assert "未签发" in out
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF-")


def test_the_record_says_how_many_lines_have_numbers(gaotai):
    code, out, _ = gaotai("print", gaotai.name, "-o", "copy.pdf", "--json")
    record = json.loads(out)
    assert code == 0
    assert (record["number"], record["file"], record["signed"]) == (gaotai.name, "copy.pdf", False)
    assert record["pages"] == 1
    assert record["lines"] >= 4


def test_html_needs_no_libraries_of_the_system_and_a_pdf_says_which(gaotai, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert gaotai("print", gaotai.name, "-o", "copy.html", "--html")[0] == 0
    assert "青禾县春灌开闸" in (tmp_path / "copy.html").read_text(encoding="utf-8")
    code, _, err = gaotai("print", gaotai.name, "-o", "copy.pdf")
    assert code == 3
    assert "libpango-1.0-0" in err
    assert not (tmp_path / "copy.pdf").exists()


def test_what_cannot_be_written_or_is_not_there_is_told(gaotai):
    assert gaotai("print", gaotai.name, "-o", "nowhere/copy.pdf")[0] == 6
    assert gaotai("print", "0000-XX-99", "-o", "copy.pdf")[0] == 3
    assert gaotai("print", gaotai.name)[0] == 2
