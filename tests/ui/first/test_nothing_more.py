"""Before the first frame nothing is imported that it does not need: what time it takes is decided there."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.architecture.sources import ROOT
from ui.first.glimpse import Band, Glimpse, Text, Words, path_of, save, to_bytes

SCRIPT = """
import json, sys
sys.path.insert(0, {root!r})
import main
from editor.cli import run
code = run(["--library", {library!r}, "window", "--quit-after-first-paint"], main.open_window)
import PySide6.QtCore
ours = sorted(name for name in sys.modules if name.partition(".")[0] in ("ui", "editor", "resources"))
others = [name for name in ("dataclasses", "json", "socket", "hashlib", "tomllib", "multiprocessing", "sqlite3",
                            "typing_extensions", "PySide6.QtSvg") if name in sys.modules]
print(json.dumps([code, ours, others, "Qt" in vars(PySide6.QtCore)]))
"""


def _remembered(folder):
    """A window with an article on its desk was closed here."""
    library = folder / "library"
    glimpse = Glimpse("", (1000, 700), "#ffffff", ["Noto Sans CJK SC"])
    glimpse.bands = [Band((0, 0, 200, 700), "#f5f6f8")]
    glimpse.words = [Words((300, 50, 400, 40), 26, 700, "#000000", "园区新路通车")]
    said = ["正文", "#1c2128", "#ffffff", "#2b5bd7", "#ffffff"]
    glimpse.text = Text((300, 200, 600, 400), 0, 17, said, "<p>第一段。</p><p>第二段。</p>")
    glimpse.text.block, glimpse.text.offset, glimpse.text.article = 1, 4, "a"
    save(path_of(folder / "data" / "gaotai", library), to_bytes(glimpse, library))
    return library


def test_the_first_frame_brings_in_a_handful_of_modules_and_not_the_names_of_qt(tmp_path):
    script = SCRIPT.format(root=str(ROOT), library=str(_remembered(tmp_path)))
    folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    folders |= {"XDG_RUNTIME_DIR": str(tmp_path / "run"), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | folders,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    painted, told = done.stdout.strip().splitlines()
    assert json.loads(painted)["painted_ms"] > 0
    code, ours, others, names_of_qt = json.loads(told)
    assert code == 0
    unwanted = [name for name in ours if name.startswith(("ui.writing", "ui.work", "ui.theme", "editor.markup"))]
    assert not unwanted
    assert len(ours) < 30, ours
    assert others == ["json"] or not others  # the script itself imports that
    assert not names_of_qt
