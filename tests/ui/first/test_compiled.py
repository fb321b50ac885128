"""What Qt's bridge compiles is kept, and used only for what it was made of."""

from __future__ import annotations

import builtins

from ui.first.compiled import Compiled

SOURCE = b"answer = 42\n"
NAME = "shibokensupport/a.py"


def _answer(code):
    found = {}
    exec(code, found)
    return found["answer"]


def _compiled(folder, source=SOURCE, name=NAME):
    kept = Compiled(folder)
    with kept:
        code = compile(source, name, "exec")
    kept.save()
    return code, kept


def test_the_second_time_nothing_is_compiled(tmp_path):
    _compiled(tmp_path)
    [path] = tmp_path.iterdir()
    path.chmod(0o400)
    before = path.stat()
    code, _ = _compiled(tmp_path)
    assert _answer(code) == 42
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)  # nothing new was kept


def test_another_source_is_compiled_anew(tmp_path):
    _compiled(tmp_path)
    assert _answer(_compiled(tmp_path, b"answer = 43\n")[0]) == 43
    assert _answer(_compiled(tmp_path, b"answer = 43\n")[0]) == 43


def test_of_others_nothing_is_kept(tmp_path):
    code, _ = _compiled(tmp_path, name="elsewhere/a.py")
    assert _answer(code) == 42
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_costs_time_only(tmp_path):
    _compiled(tmp_path)
    [path] = tmp_path.iterdir()
    for damaged in (b"", b"\x00", path.read_bytes()[:-20], b"i\x01\x00\x00\x00"):
        path.write_bytes(damaged)
        assert _answer(_compiled(tmp_path)[0]) == 42


def test_afterwards_compiling_is_what_it_was(tmp_path):
    before = builtins.compile
    _compiled(tmp_path)
    assert builtins.compile is before


def test_where_nothing_can_be_written_nothing_happens(tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    assert _answer(_compiled(tmp_path / "file" / "folder")[0]) == 42
