"""A command line in an empty home."""

from __future__ import annotations

import json

import pytest

from editor.cli import run
from tests.editor.commands.pages import PAGE


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty home, a pass phrase in a file, no locale."""
    for name in (
        "LANG",
        "LC_ALL",
        "LC_MESSAGES",
        "LANGUAGE",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "GAOTAI_PASSPHRASE_FILE",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("editor.newsroom.sealing.MEMORY_KIB", 64)  # keys are opened a hundred times here
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "phrase").write_text("一句不短的口令\n", encoding="utf-8")
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def gaotai(home, capfd):
    """Run a command on the library ``lib``; gives exit code, records or text, and what was said."""

    def call(*arguments, lines=True):
        code = run(["--library", "lib", "--passphrase-file", "phrase", *map(str, arguments)])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        if lines and "--json" in arguments:
            return code, [json.loads(line) for line in out.splitlines()], err
        return code, out, err

    return call
