"""The log tells which commands ran and where a bug is, and never a word of an article or a secret."""

from __future__ import annotations

import pytest

from editor import log
from editor.cli import run


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "LANG", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "page.txt").write_text("绝密标题\n\n这一句不许进日志。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(home):
    return "".join(path.read_text(encoding="utf-8") for path in home.rglob("gaotai.log*"))


def test_a_command_leaves_one_line_without_its_arguments(home, capfd):
    assert run(["--library", "lib", "import", "page.txt"]) == 0
    text = written(home)
    assert text.count("\n") == 1
    assert " import exit=0 " in text
    assert "绝密" not in text
    assert "page" not in text
    capfd.readouterr()


def test_a_bug_is_a_sentence_for_the_user_and_a_place_in_the_log(home, capfd, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("这一句不许进日志。")

    monkeypatch.setattr("editor.commands.desk.list_command", broken)
    assert run(["--library", "lib", "import", "page.txt"]) == 0
    assert run(["--library", "lib", "list"]) == 1
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err
    assert "RuntimeError" in err
    assert str(home) in err
    text = written(home)
    assert "bug in list: RuntimeError" in text
    assert "broken" in text
    assert "不许进日志" not in text


def test_the_log_does_not_grow_without_end(home, monkeypatch):
    monkeypatch.setattr(log, "LIMIT", 300)
    for number in range(60):
        log.write_line(f"list exit=0 {number}")
    files = sorted(path.name for path in home.rglob("gaotai.log*"))
    assert files == ["gaotai.log", "gaotai.log.1", "gaotai.log.2", "gaotai.log.3"]
    assert all(path.stat().st_size < 500 for path in home.rglob("gaotai.log*"))
    assert "list exit=0 59" in written(home)


def test_a_home_that_cannot_be_written_does_not_stop_the_work(home, capfd, monkeypatch):
    (home / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home / "file"))
    assert run(["repair", "page.txt"]) == 0
    capfd.readouterr()
