"""The program on a real screen with real keys: written, pasted, killed, started again; Chinese by an input method."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks import _screen, _window

ROOT = Path(__file__).resolve().parents[2]
TEXT = f"{_screen.BAR}\n\n县里的水渠今天通水，沿线群众都来观看。\n"
HEADLINE = "园区新路通车"

pytestmark = [
    pytest.mark.qt,
    pytest.mark.skipif(bool(_screen.missing()), reason=f"not installed: {', '.join(_screen.missing())}"),
]


class Program:
    """The program, started as a person starts it."""

    def __init__(self, folder, screen):
        self.screen = screen
        self.library = folder / "library"
        self.environment = _window.environment(folder, DISPLAY=screen.display, QT_QPA_PLATFORM="xcb")
        self.before: tuple[str, ...] = ()
        self.process = None

    def start(self):
        """Start it; returns when its text stands on the screen and takes keys."""
        command = [*self.before, sys.executable, "main.py", "--library", str(self.library)]
        self.process = subprocess.Popen(command, env=self.environment, cwd=ROOT, stdin=subprocess.DEVNULL)
        self.until(self.screen.bar, "the text is painted", 60)
        time.sleep(3)

    def until(self, happened, what, seconds=20):
        """Wait until something is so."""
        end = time.monotonic() + seconds
        while not happened():
            assert self.process.poll() is None, f"it ended with {self.process.returncode} before {what}"
            assert time.monotonic() < end, f"not in {seconds} s: {what}"
            time.sleep(0.05)

    def keys(self, *names):
        """Press keys one after the other."""
        for name in names:
            self.screen.key(name)
            time.sleep(0.08)

    def quit(self):
        """Ctrl+Q; gives the exit code."""
        self.keys("ctrl+q")
        return self.process.wait(30)

    def text(self):
        """What the library has as the text of the article; asked of the command line."""
        name = next(row["id"] for row in self._ask("list") if row["headline"] == HEADLINE)
        return self._ask("show", name)[0]["text"]

    def _ask(self, *arguments):
        command = [sys.executable, "main.py", "--library", str(self.library), "--json", *arguments]
        result = subprocess.run(command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
        return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def program(tmp_path):
    """The program with an article on the desk, and a screen of its own."""
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks._window", str(tmp_path / "library"), str(tmp_path), str(file)]
    environment = _window.environment(tmp_path, QT_QPA_PLATFORM="offscreen")
    subprocess.run(command, env=environment, cwd=ROOT, check=True, timeout=120)
    with _screen.Screen(tmp_path, 60 + os.getpid() % 30) as screen:
        program = Program(tmp_path, screen)
        yield program
        if program.process is not None:
            for each in reversed(_window.children(program.process.pid)):
                subprocess.run(["kill", "-9", str(each)], check=False, stderr=subprocess.DEVNULL)
            program.process.wait()


def test_what_is_written_on_a_real_screen_is_there_after_a_kill_and_the_caret_too(program):
    program.start()
    left = program.screen.bar()[0]
    program.keys("r", "o", "a", "d")
    program.until(lambda: (bar := program.screen.bar()) and bar[0] > left + 20, "four letters are on the screen")
    program.keys("shift+Home", "ctrl+c", "Home", "ctrl+v")
    program.until(lambda: (bar := program.screen.bar()) and bar[0] > left + 40, "the pasted letters are there too")
    program.keys("ctrl+s")
    program.until(lambda: program.text().startswith(f"roadroad{_screen.BAR}"), "the library has it")
    program.process.kill()
    program.process.wait()

    program.start()
    assert program.screen.bar()[0] > left + 40
    program.keys("Q")
    assert program.quit() == 0
    assert program.text().startswith(f"roadQroad{_screen.BAR}")


@pytest.mark.skipif(
    shutil.which("ibus-daemon") is None
    or shutil.which("dbus-run-session") is None
    or not Path("/usr/share/ibus/component/libpinyin.xml").exists(),
    reason="not installed: ibus, ibus-libpinyin, dbus-daemon (.ci/programs installs them on Debian as root)",
)
def test_pinyin_typed_with_ibus_is_chinese_in_the_article(program, tmp_path):
    script = 'ibus-daemon --daemonize --replace --panel disable; sleep 2; exec "$@"'
    program.before = ("dbus-run-session", "--", "sh", "-c", script, "sh")
    program.environment |= {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"}
    program.start()
    subprocess.run(["ibus", "engine", "libpinyin"], env=program.environment, check=False, timeout=20)
    time.sleep(1)
    program.keys(*"yongzhouyuanqu", "space")
    time.sleep(1)
    program.keys("ctrl+s")
    assert program.quit() == 0
    assert program.text().startswith(f"永州园区{_screen.BAR}")
