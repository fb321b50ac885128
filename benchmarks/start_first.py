"""How long until the very first start is painted, against a bare window of Qt with a text? Goal: 1.35 times.

Without a screen, interleaved, each start of ours in a home where nothing was ever kept but compiled modules (as
installed). Both leave when their first frame is on its way; ``start`` measures later starts on a virtual screen.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import _window

ROOT = Path(__file__).resolve().parents[1]
GOAL = 1.35
_BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

class Text(QTextEdit):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, leave)

def leave():
    print(time.process_time())
    sys.stdout.flush()
    os._exit(0)

application = QApplication(["bare", "-style", "fusion"])
window = QMainWindow()
text = Text()
text.setPlainText("园区的新路今天通车。")
window.setCentralWidget(text)
window.resize(1560, 960)
window.show()
application.exec()
"""
_OURS = """
import os, sys, time
import main
from editor.cli import run
run(["--library", sys.argv[1], "window", "--quit-after-first-paint"], main.open_window)
print(time.process_time())
sys.stdout.flush()
os._exit(0)
"""


def once(program: str, compiled: Path) -> tuple[float, float]:
    """Seconds by the clock and of work until the first frame, in a home of its own."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "run").mkdir()
        environment = _window.environment(home, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
        environment["PYTHONPYCACHEPREFIX"] = str(compiled)
        command = [sys.executable, "-c", program, str(home / "library")]
        begin = time.perf_counter()
        done = subprocess.run(
            command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
        )
        return time.perf_counter() - begin, float(done.stdout.split()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    seen: dict[str, list[tuple[float, float]]] = {"bare": [], "first start": []}
    with tempfile.TemporaryDirectory() as compiled:
        for number in range(-1, options.rounds):
            for name, program in (("bare", _BARE), ("first start", _OURS)):
                took = once(program, Path(compiled))
                if number >= 0:
                    seen[name].append(took)
    for place, what in enumerate(("by the clock", "of work")):
        bare, ours = ([took[place] for took in seen[name]] for name in seen)
        ratio = statistics.median(one / other for one, other in zip(ours, bare, strict=True))
        met = "met" if ratio <= GOAL else "MISSED"
        one, other = (statistics.median(each) * 1000 for each in (bare, ours))
        print(f"{what}: bare {one:.0f} ms, first start {other:.0f} ms, {ratio:.2f} x, goal {GOAL}: {met}")


if __name__ == "__main__":
    main()
