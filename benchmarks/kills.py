"""Is anything lost when the program is killed in the middle of a word? Goal: nothing older than one second, ever.

A child types through the real window's parts and is killed at a random moment; the next one opens what was left behind
and goes on. After each kill: the journal holds what stood in the window at most one second before, with the caret where
it was; what the next child shows is what the journal holds; at the end the library is whole and has the last text.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.markup.writer import write
from editor.service import desk
from editor.service.messages import Place
from editor.service.room import Room
from editor.store.journal import replay
from editor.store.journal_file import folder_of
from ui.keeping.units import blocks_of_units

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
OLDEST = 1.0
START = 60.0


@dataclass
class Result:
    """What was seen: age of the oldest thing lost in seconds for each kill, and what was wrong."""

    ages: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


class Killing:
    """One chain of kills in one folder."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self._random = random.Random(seed)
        self._journals = folder_of(folder / "data", folder / "library")
        self._before: dict[str, Any] | None = None
        self.result = Result()

    def kill(self, number: int) -> None:
        """Start somebody, kill him, look."""
        log = self.folder / "log"
        log.unlink(missing_ok=True)
        command = [sys.executable, "-m", "benchmarks._typist", str(self.folder), str(self._random.randrange(1 << 30))]
        child = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True)
        _wait_for(log, child)
        after = self._random.uniform(0, 0.4) if self._random.random() < 0.4 else self._random.uniform(0.4, 1.8)
        _pause(after)
        killed = time.monotonic()
        if self._random.random() < 0.5:
            child.kill()  # the window alone: its helpers see that it is gone
        else:
            os.killpg(child.pid, signal.SIGKILL)
        told = _told(child)
        _end(child.pid)
        self._look(number, killed, [json.loads(line) for line in log.read_bytes().split(b"\n")[:-1]], told)

    def _look(self, number: int, killed: float, log: list[dict[str, Any]], told: str) -> None:
        wrong = self.result.wrong
        if told:
            wrong.append(f"kill {number}: the window said {told[-500:]}")
        if self._before is not None and _seen(log[0]) != _seen(self._before):
            wrong.append(f"kill {number}: opened {_seen(log[0])} instead of {_seen(self._before)}")
        if any("conflict" in entry for entry in log):
            wrong.append(f"kill {number}: somebody else's text in the library")
        state = self.state()
        if state is None:
            self._before = None
            if killed - log[0]["t"] > OLDEST and len(log) > 1 and killed - log[1]["t"] > OLDEST:
                wrong.append(f"kill {number}: nothing was kept")
            return
        self._before = state
        matching = [n for n, entry in enumerate(log) if _seen(entry) == _seen(state)]
        if not matching:
            texts = [n for n, entry in enumerate(log) if _seen(entry)[:2] == _seen(state)[:2]]
            wrong.append(f"kill {number}: {'caret' if texts else 'text'} that never was: {_seen(state)}")
            return
        last = matching[-1]
        age = killed - log[last + 1]["t"] if last + 1 < len(log) else 0.0
        self.result.ages.append(age)
        if age > OLDEST:
            wrong.append(f"kill {number}: lost what was {age:.2f} s old")

    def state(self) -> dict[str, Any] | None:
        """What the journals hold: the newest state."""
        found = [replay(path.read_bytes()) for path in self._journals.glob("*/*.journal")]
        found += [replay(path.read_bytes()) for path in self._journals.glob("*/*.new")] if not found else []
        states = [each.state for each in found if each.state is not None]
        if any(each.damaged or each.missing for each in found):
            self.result.wrong.append("a journal is damaged")
        if not states:
            return None
        state = max(states, key=lambda each: (each.at, each.serial))
        return {
            "article": state.article,
            "units": list(state.units),
            "slip": dict(state.slip),
            "caret": list(state.caret[:4]),
        }

    def finish(self) -> None:
        """Opened once more and closed in order: the library is whole, has the last text, and no journal is left."""
        wrong = self.result.wrong
        state = self.state()
        command = [sys.executable, "-m", "benchmarks._typist", str(self.folder), "-1"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=START)
        if done.returncode:
            wrong.append(f"the window did not close: {done.stderr[-500:]}")
        left = [path.name for path in self._journals.glob("*/*")]
        if left:
            wrong.append(f"left behind: {left}")
        command = [sys.executable, "main.py", "--library", str(self.folder / "library"), "verify"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            wrong.append(f"verify: {done.stdout[-300:]} {done.stderr[-300:]}")
        if state is not None and not wrong:
            self._compare(state)

    def _compare(self, state: dict[str, Any]) -> None:
        room = Room(Place(self.folder / "library", self.folder / "data"))
        try:
            loaded = desk.load(room, state["article"])
        finally:
            room.close()
        slip = {key: value for key, value in loaded.slip.items() if key != "number"}
        if (loaded.text, slip) != (write(blocks_of_units(state["units"])), state["slip"]):
            self.result.wrong.append(f"the library has {loaded.text!r} instead of {state['units']}")


def _seen(entry: dict[str, Any]) -> list[Any]:
    return [entry["units"], entry["slip"], entry["caret"]]


def _wait_for(path: Path, child: subprocess.Popen[bytes]) -> None:
    began = time.monotonic()
    while not path.exists() or not path.stat().st_size:
        if child.poll() is not None or time.monotonic() - began > START:
            raise SystemExit(f"the window did not open: {_told(child)}")
        _pause(0.01)


def _told(child: subprocess.Popen[bytes]) -> str:
    told = child.communicate()[1] or b""
    lines = told.decode().splitlines()
    return "\n".join(line for line in lines if line.strip() and "propagateSizeHints" not in line)


def _pause(seconds: float) -> None:
    time.sleep(seconds)


def _end(group: int) -> None:
    """Wait until the helpers of a killed window have gone by themselves; they are in its session."""
    began = time.monotonic()
    while time.monotonic() - began < 10:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        _pause(0.01)
    os.killpg(group, signal.SIGKILL)


def run(folder: Path, seed: int, kills: int, tell: Callable[[int, Result], None] | None = None) -> Result:
    """Kill so often; what was seen, told after every 20th."""
    killing = Killing(folder, seed)
    for number in range(kills):
        killing.kill(number)
        if tell is not None and number % 20 == 19:
            tell(number + 1, killing.result)
        if killing.result.wrong:
            break
    killing.finish()
    return killing.result


def _progress(number: int, result: Result) -> None:
    print(f"{number} kills, worst {max(result.ages, default=0):.2f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4)))
    parser.add_argument("--folder", help="where to write (a real disk; /tmp may be memory)")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        result = run(Path(folder), options.seed, options.kills, _progress)
    ages = sorted(result.ages)
    print(f"{len(ages)} kills looked at in {time.monotonic() - began:.0f} s")
    if ages:
        print(f"lost at most (s): median {ages[len(ages) // 2]:.2f}, worst {ages[-1]:.2f}, goal {OLDEST}")
    print("\n".join(result.wrong) or "met: nothing older is lost, each caret is where it was")
    sys.exit(bool(result.wrong))


if __name__ == "__main__":
    main()
