"""The whole window is killed while somebody types, and started again: the article, the caret, a line that says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def window(folder, what):
    command = [sys.executable, "-m", "tests.services.window_typist", str(folder), what]
    environment = os.environ | {"XDG_CONFIG_HOME": str(folder / "config"), "HOME": str(folder)}
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=environment, text=True)


def looked_at(folder):
    with window(folder, "look") as child:
        told = [json.loads(line) for line in child.stdout]
    assert child.returncode == 0
    return told[0]


def test_after_a_kill_the_window_comes_back_with_the_article_and_the_caret(tmp_path):
    with window(tmp_path, "type") as child:
        told = [json.loads(child.stdout.readline())]
        until = time.monotonic() + 2.5
        while time.monotonic() < until:
            told.append(json.loads(child.stdout.readline()))
        killed = time.monotonic()
        child.kill()
        told += [json.loads(line) for line in child.stdout if line.endswith("}\n")]
    found = looked_at(tmp_path)
    same = [n for n, each in enumerate(told) if each["text"] == found["text"]]
    assert same, "a text that never stood in the window"
    assert same[-1] + 1 == len(told) or killed - told[same[-1] + 1]["t"] < 1.0
    assert (found["headline"], found["caret"]) == ("渠水通了", told[same[-1]]["caret"])
    assert "渠水通了" in found["line"]
    again = looked_at(tmp_path)
    assert (again["text"], again["line"]) == (found["text"], "")
