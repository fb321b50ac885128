"""Old office files: an installed LibreOffice reads them; where there is none, or it fails, a sentence says how."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

import resources
from editor.errors import EditorError, Exit
from editor.intake import office, take_in
from editor.markup.blocks import block_text
from tests.editor.intake.office_files import Docx, para

TEXT = "茶农们一早就上山采茶，一天能采三四斤鲜叶。"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
SHEET = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")


@pytest.fixture
def soffice(tmp_path, monkeypatch):
    """A stand-in for LibreOffice: a script that is handed the same arguments."""

    def install(script: str) -> Path:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
        return tmp_path

    return install


def refused(data: bytes, **more) -> EditorError:
    with pytest.raises(EditorError) as caught:
        take_in(data, **more)
    assert caught.value.exit_code == Exit.UNREADABLE
    for language in resources.LANGUAGES:
        assert resources.sentence(f"error.{caught.value.code}", language, **caught.value.details)
    return caught.value


@pytest.mark.parametrize("data", [OLD, SHEET, b"{\\rtf1 a}"])
def test_without_libreoffice_a_sentence_says_how(data, monkeypatch):
    monkeypatch.setattr(office, "program", lambda: None)
    assert refused(data).code == "office_missing"


def test_what_libreoffice_makes_is_read_and_both_files_are_kept(soffice):
    place = soffice(
        'for last; do :; done; cp "$0.made" "${last%/*}/out/in.docx"; echo "$@" >> "$0.log"; env >> "$0.log"'
    )
    made = Docx(para(TEXT)).bytes()
    (place / "bin" / "soffice.made").write_bytes(made)
    intake = take_in(OLD, "来稿.wps")
    assert [block_text(block) for block in intake.blocks] == [TEXT]
    assert (intake.original, intake.source) == (made, OLD)
    log = (place / "bin" / "soffice.log").read_text()
    assert "--headless" in log
    assert "-env:UserInstallation=file://" in log
    assert "http_proxy=http://127.0.0.1:9" in log
    folder = Path(next(line for line in log.splitlines() if line.startswith("HOME="))[5:])
    assert not folder.exists()


def test_a_spreadsheet_becomes_a_table(soffice):
    page = "<html><body><table><tr><td>镇</td><td>亩</td></tr><tr><td>石桥</td><td>3000</td></tr></table></body></html>"
    soffice(f"for last; do :; done; echo '{page}' > \"${{last%/*}}/out/in.html\"")
    intake = take_in(SHEET, "表.et")
    assert [(block.kind, block_text(block)) for block in intake.blocks] == [("table", "镇\t亩\n石桥\t3000")]
    assert intake.source == SHEET


@pytest.mark.parametrize("script", ["exit 1", "exit 0", ": > $0.nothing"])
def test_a_file_that_libreoffice_cannot_read_is_refused(soffice, script):
    soffice(script)
    assert refused(OLD).code == "office_failed"


def test_all_that_was_started_ends_when_it_takes_too_long(soffice):
    place = soffice('sleep 100 & echo $! > "$0.child"; sleep 100')
    with pytest.raises(EditorError) as caught:
        office.converted(OLD, "doc", "docx", limit=0.3)
    assert caught.value.code == "office_too_slow"
    child = int((place / "bin" / "soffice.child").read_text())
    end = time.monotonic() + 5
    while _runs(child) and time.monotonic() < end:
        pass
    assert not _runs(child)


def test_it_can_be_stopped(soffice):
    soffice("sleep 100")
    start = time.monotonic()
    assert refused(OLD, canceled=lambda: True).code == "office_canceled"
    assert time.monotonic() - start < 5


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
def test_a_real_libreoffice_reads_rich_text():
    words = "".join(f"\\u{ord(sign)}?" for sign in TEXT)
    intake = take_in(f"{{\\rtf1\\ansi {words}\\par {words}}}".encode(), "a.rtf")
    assert block_text(intake.blocks[-1]) == TEXT
