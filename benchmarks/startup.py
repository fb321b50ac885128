"""How long does the command line need to start? Goal: ``--version`` at most 2.0 x ``python -c pass``."""

from __future__ import annotations

import argparse
import subprocess
import sys
from functools import partial
from pathlib import Path

from benchmarks import _measure

ROOT = Path(__file__).resolve().parent.parent
BASE = "python -c pass"
GOAL = 2.0


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    cases = {
        BASE: partial(_run, "-c", "pass"),
        "main.py --version": partial(_run, "main.py", "--version"),
        "main.py --help": partial(_run, "main.py", "--help"),
        "python -c 'import argparse'": partial(_run, "-c", "import argparse"),
    }
    seconds = _measure.interleaved(cases, rounds, warm_up=2)
    print(_measure.table(seconds, BASE))
    reached = _measure.ratio(seconds, "main.py --version", BASE)
    print(
        f"main.py --version: {reached:.2f} x {BASE}, goal at most {GOAL:.1f}: {'met' if reached <= GOAL else 'MISSED'}"
    )


if __name__ == "__main__":
    main()
