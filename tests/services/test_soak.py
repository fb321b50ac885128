"""Two minutes of a random user at the whole window: nothing fails or warns, nothing grows, nothing is left open.

The same user each time; `make soak` takes another one, for half an hour. Stalls are judged there only: a shared machine
makes some of its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_two_minutes_of_a_random_user_find_nothing():
    command = [sys.executable, "-m", "benchmarks.soak", "--minutes", "2", "--seed", "11", "--shared"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=400)
    assert result.returncode == 0, result.stdout + result.stderr[-2000:]
