"""A stranger clones the repository and types one line: with an empty home and nothing in the environment but PATH."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


def _path(*, uv: Path | None) -> str:
    """A PATH on which Python and make are, and uv only when it is handed in."""
    folders = [os.path.realpath(sys.base_prefix) + "/bin", "/usr/local/bin", "/usr/bin", "/bin"]
    bare = [folder for folder in folders if not (Path(folder) / "uv").exists()]
    return os.pathsep.join([*([str(uv.parent)] if uv else []), *bare])


def _uv(folder: Path) -> Path:
    """A uv alone in a folder, to be put on PATH."""
    found = shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")
    if not Path(found).exists():
        pytest.skip("no uv here")
    folder.mkdir()
    return Path(shutil.copy(found, folder / "uv"))


def _environment(path: str, home: Path) -> dict[str, str]:
    """Nothing but PATH and HOME, and what says how packages are reached from here."""
    way = re.compile(r"(PIP|UV)_.*INDEX.*|PIP_CERT|SSL_CERT_.*|(HTTPS?|ALL|NO)_PROXY", re.IGNORECASE)
    return {name: value for name, value in os.environ.items() if way.fullmatch(name)} | {
        "PATH": path,
        "HOME": str(home),
    }


@pytest.fixture
def place():
    """A folder that is gone afterwards: an environment is too large to be kept."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.parametrize("with_uv", [True, False], ids=["uv on PATH", "no uv on PATH"])
def test_make_demo_sets_itself_up_and_publishes_a_site(place, with_uv):
    if any(shutil.which(tool) is None for tool in ("git", "make")):
        pytest.skip("git and make are needed")
    clone, home = place / "clone", place / "home"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    home.mkdir()
    path = _path(uv=_uv(place / "bin") if with_uv else None)
    result = subprocess.run(
        ["make", "demo"],
        cwd=clone,
        env=_environment(path, home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    out = clone / "demo-out"
    assert (out / "site" / "index.html").is_file()
    assert (out / "library" / "library.db").is_file()
    assert not list(clone.glob(".venv/lib/*/site-packages/PySide6")), "the demonstration needs no Qt"
    assert (clone / ".uv").exists() is not with_uv
    status = subprocess.run(["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True)
    assert status.stdout == "", "everything that it made is known to .gitignore"
