"""How long until the window is painted and a key is visible in it? Against a bare window of Qt and against others.

Everything under one virtual screen, interleaved: each round starts every program once. Goals: painted at most 1.35
times what a bare window takes, the first key at most 120 ms later than there, ahead of every other editor; memory 30 s
after the start at most 45 MiB above the bare window with 2,000 characters, and 15 MiB more with 100,000.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import _window
from benchmarks._screen import BAR, Screen, missing

ROOT = Path(__file__).resolve().parents[1]
PAINTED, FIRST_KEY, MEMORY, MEMORY_LONG = 1.35, 120.0, 45.0, 15.0
_PARAGRAPH = "园区的新路今天通车，沿线的三个村子从此不再绕行，送菜的车当天就多了一倍。" * 4
_WAIT = 25.0
_IDLE = 30.0
_REST = 8.0
_LEFT = ("data", "library")


@dataclass(frozen=True)
class Run:
    """Seconds from the start of a process; memory in MiB."""

    painted: float | None = None
    key: float | None = None
    own: float = 0.0
    others: float = 0.0


def text_of(characters: int) -> str:
    return BAR + "\n\n" + "\n\n".join([_PARAGRAPH] * (characters // len(_PARAGRAPH))) + "\n"


def once(command: list[str], screen: Screen, home: Path, idle: float = 0.0) -> Run:
    """Start a program, wait for the bar, press a key until the bar moves; then kill it."""
    _as_left(home)
    environment = _window.environment(home, DISPLAY=screen.display, QT_QPA_PLATFORM="xcb")
    quiet = subprocess.DEVNULL
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=quiet, stderr=quiet, stdin=quiet, env=environment, cwd=ROOT, start_new_session=True
    )
    painted = key = None
    own = others = 0.0
    try:
        painted, first = _until_bar(screen, start)
        if first is not None:
            key = _until_moved(screen, start, first)
        if idle and painted is not None:
            time.sleep(idle)
            family = _window.children(process.pid)
            own, others = _window.memory(family[:1]), _window.memory(family[1:])
    finally:
        for each in reversed(_window.children(process.pid)):
            subprocess.run(["kill", f"-{signal.SIGKILL.value}", str(each)], check=False, stderr=quiet)
        process.wait()
        _until_gone(screen)
    return Run(painted, key, own, others)


def _until_bar(screen: Screen, start: float) -> tuple[float | None, int | None]:
    while (now := time.perf_counter() - start) < _WAIT:
        found = screen.bar()
        if found is not None:
            return time.perf_counter() - start, found[0]
        time.sleep(0.004 if now < 5 else 0.05)
    return None, None


def _until_moved(screen: Screen, start: float, left: int) -> float | None:
    """A key every 15 ms, until one is visible; a program that does not show it within 6 seconds does not take keys."""
    end = time.perf_counter() + 6
    while time.perf_counter() < end:
        screen.key("w")
        time.sleep(0.012)
        found = screen.bar()
        if found is not None and 2 < found[0] - left < 200:
            return time.perf_counter() - start
    return None


def _until_gone(screen: Screen) -> None:
    end = time.perf_counter() + 3
    while screen.bar() is not None and time.perf_counter() < end:
        time.sleep(0.02)
    time.sleep(0.2)


def programs(folder: Path, file: Path, library: Path, novelwriter: str) -> dict[str, list[str]]:
    """What is started, by name; the others that are not installed are told."""
    python = sys.executable
    found = {
        "bare": [python, "-m", "benchmarks._bare", str(file)],
        "gaotai": [python, "main.py", "--library", str(library)],
    }
    office = f"-env:UserInstallation=file://{folder}/office"
    peers = {
        "gedit": ["gedit", "--standalone", str(file)],
        "ghostwriter": ["ghostwriter", str(file)],
        "ReText": ["retext", str(file)],
        "LibreOffice": ["soffice", "--writer", "--norestore", "--nologo", "--nofirststartwizard", office, str(file)],
    }
    if novelwriter:
        peers["novelWriter"] = [novelwriter, str(_project(folder, novelwriter))]
    for name, command in peers.items():
        if shutil.which(command[0]) is None:
            print(f"{name} is not installed here: not measured")
        else:
            found[name] = command
    return found


def _project(folder: Path, novelwriter: str) -> Path:
    """The sample project of novelWriter; the bar stands between its paragraphs (no key is seen)."""
    archive = next((Path(novelwriter).resolve().parents[1]).rglob("sample.zip"))
    place = folder / "novel"
    shutil.unpack_archive(archive, place)
    for text in place.rglob("*.nwd"):
        text.write_text(text.read_text(encoding="utf-8").replace("\n\n", f"\n\n{BAR}\n\n"), encoding="utf-8")
    return next(place.rglob("nwProject.nwx")).parent


def _leave_in_order(command: list[str], screen: Screen, home: Path) -> None:
    """Start the window, let it come to rest, close it by its key: each start then finds what a closed one leaves."""
    environment = _window.environment(home, DISPLAY=screen.display, QT_QPA_PLATFORM="xcb")
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT)
    try:
        _until_bar(screen, time.perf_counter())
        time.sleep(_REST)
        screen.key("ctrl+q")
        process.wait(_WAIT)
    finally:
        process.kill()
        process.wait()
    for name in _LEFT:
        shutil.copytree(home / name, home / "left" / name)


def _as_left(home: Path) -> None:
    """What was measured before was killed: the next one is not to recover its keys."""
    for name in _LEFT:
        shutil.rmtree(home / name, ignore_errors=True)
        shutil.copytree(home / "left" / name, home / name)
    for socket in (home / "run").glob("gaotai-*"):
        socket.unlink()


def _prepare(home: Path, library: Path, text: Path) -> None:
    command = [sys.executable, "-m", "benchmarks._window", str(library), str(home), str(text)]
    environment = _window.environment(home, QT_QPA_PLATFORM="offscreen")
    subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, timeout=180)


def _median(values: list[float | None]) -> float | None:
    seen = [value for value in values if value is not None]
    return statistics.median(seen) if seen else None


def _ms(seconds: float | None) -> str:
    return f"{seconds * 1000:.0f}" if seconds is not None else "not seen"


def report(runs: dict[str, list[Run]]) -> None:
    """Medians, and ratios to the bare window of the same round."""
    print(f"{'program':<14}{'painted ms':>11}{'ratio':>7}{'first key ms':>14}{'later than bare':>17}")
    for name, each in runs.items():
        both = list(zip(each, runs["bare"], strict=True))
        ratio = _median([a.painted / b.painted if a.painted and b.painted else None for a, b in both])
        later = _median([a.key - b.key if a.key and b.key else None for a, b in both])
        painted, key = _median([a.painted for a in each]), _median([a.key for a in each])
        print(f"{name:<14}{_ms(painted):>11}{ratio or 0:>7.2f}{_ms(key):>14}{_ms(later):>17}")
        if name == "gaotai" and ratio is not None and later is not None:
            print(f"  painted {ratio:.2f} x, goal {PAINTED}: {'met' if ratio <= PAINTED else 'MISSED'}")
            late = later * 1000
            print(f"  first key {late:.0f} ms later, goal {FIRST_KEY:.0f}: {'met' if late <= FIRST_KEY else 'MISSED'}")


def report_memory(kept: dict[str, dict[int, Run]]) -> None:
    """Memory after a while without a key."""
    for name, runs in kept.items():
        told = [f"{size:,} characters {run.own:.0f} MiB (workers {run.others:.0f})" for size, run in runs.items()]
        print(f"{name}: {', '.join(told)}")
    bare, ours = kept["bare"], kept["gaotai"]
    short, long = min(ours), max(ours)
    more = ours[short].own - bare[short].own
    longer = ours[long].own - bare[long].own - more
    print(f"memory: {more:.0f} MiB above bare, goal {MEMORY:.0f}: {'met' if more <= MEMORY else 'MISSED'}")
    met = "met" if longer <= MEMORY_LONG else "MISSED"
    print(f"with a long text: {longer:.0f} MiB more, goal {MEMORY_LONG:.0f}: {met}")


def measure(options: argparse.Namespace, folder: Path) -> None:
    """All of it, in a folder of its own."""
    homes = {size: folder / f"home{size}" for size in (2_000, 100_000)}
    places = {}
    for size, home in homes.items():
        (home / "config" / "ghostwriter").mkdir(parents=True)
        light = home / "config" / "ghostwriter" / "ghostwriter.conf"
        light.write_text("[Style]\ndarkModeEnabled=false\n", encoding="utf-8")
        file = home / "text.txt"
        file.write_text(text_of(size), encoding="utf-8")
        _prepare(home, home / "library", file)
        places[size] = programs(
            folder / str(size), file, home / "library", options.novelwriter if size == 2_000 else ""
        )
    with Screen(folder, options.display) as screen:
        for size, home in homes.items():
            _leave_in_order(places[size]["gaotai"], screen, home)
        chosen = {name: command for name, command in places[2_000].items() if name in options.only or not options.only}
        runs: dict[str, list[Run]] = {name: [] for name in chosen}
        for number in range(-1, options.rounds):
            for name, command in chosen.items():
                run = once(command, screen, homes[2_000])
                if number >= 0:
                    runs[name].append(run)
        report(runs)
        if not options.no_memory:
            kept: dict[str, dict[int, Run]] = {"bare": {}, "gaotai": {}}
            for size, home in homes.items():
                for name, found in kept.items():
                    found[size] = once(places[size][name], screen, home, _IDLE)
            report_memory(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--display", type=int, default=77, help="number of the virtual screen")
    parser.add_argument("--only", nargs="*", default=[], help="measure only these; bare and gaotai must be among them")
    parser.add_argument("--novelwriter", default=shutil.which("novelwriter") or "", help="path of the program")
    parser.add_argument("--no-memory", action="store_true", help="leave the two minutes out that the memory takes")
    options = parser.parse_args()
    absent = missing()
    if absent:
        print(f"not measured: {', '.join(absent)} not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(options, Path(folder))


if __name__ == "__main__":
    main()
