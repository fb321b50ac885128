"""Build the wheel, look at what is in it, install it alone with the locked packages, and run it there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = str(ROOT / ".ci" / "uv")
SHIPPED = ("editor", "ui", "resources", "main.py")


def shipped_files() -> set[str]:
    """What must be in the wheel: every file of ours in the shipped folders, caches left out."""
    found = {"main.py"}
    for folder in SHIPPED[:-1]:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                found.add(path.relative_to(ROOT).as_posix())
    return found


def wrong_contents(wheel: Path) -> list[str]:
    """Files that are in the wheel and should not be, or the other way round."""
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if not name.split("/")[0].endswith(".dist-info")}
        licenses = {Path(name).name for name in archive.namelist() if "/licenses/" in name}
    expected = shipped_files()
    return [
        *(f"not in the wheel: {name}" for name in sorted(expected - packed)),
        *(f"too much in the wheel: {name}" for name in sorted(packed - expected)),
        *(f"not in the wheel: {name}" for name in sorted({"LICENSE", "THIRD_PARTY_NOTICES.md"} - licenses)),
    ]


def installed_version(wheel: Path, folder: Path) -> str:
    """Install the wheel into an environment of its own and ask the command that it brings for its version."""
    requirements = folder / "requirements.txt"
    exported = ("export", "--frozen", "--quiet", "--no-dev", "--no-emit-project", "--no-annotate")
    subprocess.run([UV, *exported, "--output-file", str(requirements)], check=True, stdout=subprocess.DEVNULL)
    place = folder / "environment"
    subprocess.run([UV, "venv", "--quiet", "--python", sys.executable, str(place)], check=True)
    binaries = place / ("Scripts" if os.name == "nt" else "bin")
    install = (UV, "pip", "install", "--quiet", "--python", str(binaries / "python"))
    subprocess.run([*install, "--requirement", str(requirements)], check=True)
    subprocess.run([*install, "--no-deps", str(wheel)], check=True)
    command = shutil.which("gaotai", path=str(binaries))
    if command is None:
        raise SystemExit("the wheel brings no command gaotai")
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    result = subprocess.run([command, "--version"], check=True, capture_output=True, text=True, cwd=folder, env=clean)
    return result.stdout.strip()


def main() -> int:
    """Status 0 when the wheel holds what it should and runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([UV, "build", "--wheel", "--quiet", "--out-dir", str(folder)], check=True)
        (wheel,) = folder.glob("*.whl")
        wrong = wrong_contents(wheel)
        if wrong:
            print(*wrong, sep="\n")
            return 1
        version = installed_version(wheel, folder)
        print(f"{wheel.name}: {version}")
        if wheel.name.split("-")[1] not in version:
            print("the installed command tells another version than the wheel's name")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
