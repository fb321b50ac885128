"""The window where it cannot be: a sentence, never a traceback."""

from __future__ import annotations

from editor.commands import window
from editor.commands.running import run_command


def test_an_installation_without_qt_says_that_it_has_no_window(monkeypatch, capsys):
    monkeypatch.setattr(window, "find_spec", lambda _name: None)
    assert run_command(["--lang", "en", "window"], lambda _opening: 0) == 2
    assert "not part of this installation" in capsys.readouterr().err


def test_no_display_is_told_with_what_to_type(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("editor.preflight.missing", lambda _libraries: ())
    assert run_command(["--lang", "zh_CN", "window"], lambda _opening: 0) == 2
    assert "xvfb-run" in capsys.readouterr().err
