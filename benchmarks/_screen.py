"""A virtual screen that is watched from outside: what stands on it is read from its memory, no program is asked.

All programs are measured alike: each shows a text that begins with a bar of full blocks (█). Painted = the bar is on
the screen; a key is visible = the bar has moved to the right.
"""

from __future__ import annotations

import mmap
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

WIDTH, HEIGHT = 1440, 900
BAR = "█" * 20
_SHORTEST, _LONGEST = 125, 560  # of the bar on the screen
_BLOCK = 16, 4
_DARK = 70
_NEARLY = 190  # of 255: some fonts leave seams between the blocks


class Screen:
    """Xvfb and openbox in a folder; a context."""

    def __init__(self, folder: Path, number: int) -> None:
        self.display = f":{number}"
        self._folder = folder
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        size = f"{WIDTH}x{HEIGHT}x24"
        self._run("Xvfb", self.display, "-screen", "0", size, "-wr", "-fbdir", str(self._folder), "-nolisten", "tcp")
        memory = self._folder / "Xvfb_screen0"
        socket = Path(f"/tmp/.X11-unix/X{self.display[1:]}")
        for _ in range(300):
            if socket.exists() and memory.exists() and memory.stat().st_size > WIDTH * HEIGHT * 4:
                break
            time.sleep(0.02)
        self._run("openbox")
        self._typing = self._run("xdotool", "-")
        with memory.open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = int.from_bytes(self._memory[0:4], "big")
        colors = int.from_bytes(self._memory[76:80], "big")
        self._begin = head + colors * 12
        time.sleep(0.5)
        return self

    def _run(self, *command: str) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        environment = os.environ | {"DISPLAY": self.display, "HOME": str(self._folder)}
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, env=environment)
        self._started.append(process)
        return process

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for process in reversed(self._started):
            process.terminate()
            if process.stdin is not None:
                process.stdin.close()
            process.wait(10)
        self._memory.close()

    def picture(self) -> Image.Image:
        """What stands on the screen now."""
        size = WIDTH * HEIGHT * 4
        data = memoryview(self._memory)[self._begin : self._begin + size]
        return Image.frombuffer("RGB", (WIDTH, HEIGHT), bytes(data), "raw", "BGRX", 0, 1)

    def bar(self) -> tuple[int, int] | None:
        """Left end and row of the bar; None when there is none."""
        gray = self.picture().convert("L")
        small = gray.point([255 if value < _DARK else 0 for value in range(256)]).reduce(_BLOCK)
        found = _longest(small)
        if found is None:
            return None
        left, row = found[0] * _BLOCK[0] + 4, found[1] * _BLOCK[1] + 2
        strips = (gray.crop((left, y, left + 100, y + 1)).tobytes() for y in (row - 45, row + 45))
        if any(sum(value < _DARK for value in strip) > len(strip) // 2 for strip in strips):
            return None  # a dark ground, not a bar
        line = gray.crop((0, row, left + 1, row + 1)).tobytes()
        while left > 0 and line[left - 1] < _DARK:
            left -= 1
        return left, row

    def key(self, name: str) -> None:
        """Press a key."""
        assert self._typing.stdin is not None
        self._typing.stdin.write(f"key --clearmodifiers {name}\n".encode())
        self._typing.stdin.flush()


def _longest(small: Image.Image) -> tuple[int, int] | None:
    """Where a run of wholly dark blocks begins that is as long as the bar, and not longer."""
    full = small.point([255 if value > _NEARLY else 0 for value in range(256)])
    box = full.getbbox()
    if box is None:
        return None
    shortest, longest = _SHORTEST // _BLOCK[0] - 1, _LONGEST // _BLOCK[0]
    for y in range(box[1], box[3]):
        row = full.crop((0, y, full.width, y + 1)).tobytes()
        at = row.find(b"\xff" * shortest)
        if at >= 0:
            end = row.find(b"\x00", at)
            if (end if end >= 0 else len(row)) - at <= longest:
                return at, y
    return None


def missing() -> list[str]:
    """Programs that a virtual screen needs and that are not here."""
    return [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]
