"""What several tests against other programs need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory) -> Path:
    """The folder that the demonstration has filled."""
    out = tmp_path_factory.mktemp("demonstration") / "out"
    command = [sys.executable, "main.py", "demo", "--out", str(out)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return out


@pytest.fixture(scope="session")
def site(demonstration) -> Path:
    """The site of the demonstration."""
    return demonstration / "site"
