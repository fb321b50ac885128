"""Servers that a test run starts and that never outlive it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.services.rigs import warden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OWN_CACHE = Path(__file__).resolve().parents[3] / ".uv" / "rigs"
_UNUSED_FOR = 30 * 86400
_SYSTEM_FOLDERS = "/usr/local/sbin:/usr/sbin:/sbin"


class RigError(RuntimeError):
    """A server of a rig did not start; carries the end of its log."""


def program(*names: str) -> str | None:
    """Where the first of these programs is, None when none is installed; servers live in folders off a user's PATH."""
    path = f"{os.environ.get('PATH', os.defpath)}:{_SYSTEM_FOLDERS}"
    return next((found for name in names if (found := shutil.which(name, path=path))), None)


def newest(folder: str, pattern: str) -> str | None:
    """The program whose name carries a version, as php-fpm8.2 on Debian; the newest of several."""
    found = sorted(Path(folder).glob(pattern), key=lambda path: (len(path.name), path.name))
    return str(found[-1]) if found else None


def free_port() -> int:
    """A port on the loopback address that nobody holds.

    It lies below the range that the kernel gives to outgoing calls (32768 on): there a client that calls a stopped
    server may be given that very port and reach itself.
    """
    for port in random.SystemRandom().sample(range(20000, 32000), 200):
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RigError("no free port")


def wait_for(true: Callable[[], object], what: str, seconds: float = 60) -> None:
    """Ask again and again until it is true.

    Raises:
        RigError: it did not become true in time.
    """
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise RigError(f"{what}: not after {seconds} s")
        time.sleep(0.02)


class Server:
    """One program under its warden."""

    def __init__(self, command: list[str], log: Path, *, cwd: Path | None = None, env: dict[str, str] | None = None):
        self.log = log
        report, writes = os.pipe()
        with log.open("ab") as out:
            self._warden = subprocess.Popen(
                [sys.executable, "-I", "-S", warden.__file__, *command],
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=out,
                pass_fds=(writes,),
                start_new_session=True,
                cwd=cwd,
                env={**(os.environ if env is None else env), "WARDEN_REPORT": str(writes)},
            )
        os.close(writes)
        with os.fdopen(report, encoding="ascii") as told:
            self.pid = int(told.readline() or 0)
        if not self.pid:
            raise RigError(f"{command[0]} did not start\n{self.tail()}")

    @property
    def is_running(self) -> bool:
        """Whether the program still runs."""
        return self._warden.poll() is None

    def workers(self) -> list[int]:
        """The processes below the program."""
        return warden.descendants(self.pid)

    def tail(self, characters: int = 2000) -> str:
        """The end of the log."""
        return self.log.read_text(encoding="utf-8", errors="replace")[-characters:]

    def until(self, true: Callable[[], object], seconds: float = 60) -> None:
        """Wait until the server answers.

        Raises:
            RigError: it has ended or does not answer in time.
        """
        try:
            wait_for(lambda: true() or not self.is_running, "no answer", seconds)
        except RigError as error:
            raise RigError(f"{error}\n{self.tail()}") from None
        if not self.is_running:
            raise RigError(f"ended at once\n{self.tail()}")

    def stop(self, gently: float = 0) -> None:
        """End it: asked with SIGTERM and given so many seconds, or killed at once with all that it started."""
        if gently and self.is_running:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._warden.wait(gently)
        assert self._warden.stdin is not None
        self._warden.stdin.close()
        self._warden.wait()


@contextlib.contextmanager
def short_folder(tmp: Path) -> Iterator[Path]:
    """A folder for sockets: their paths may have 107 bytes only, and folders of tests are often longer."""
    own = tmp / "run"
    if len(os.fsencode(own)) < 80:
        own.mkdir(parents=True, exist_ok=True)
        yield own
        return
    with tempfile.TemporaryDirectory(prefix="rig-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def _cache() -> Path:
    """Where prepared folders are kept for later runs, also of other clones; inside this clone when there is no home."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gaotai-rigs"
    with contextlib.suppress(OSError):
        home.mkdir(parents=True, exist_ok=True)
        if os.access(home, os.W_OK):
            return home
    _OWN_CACHE.mkdir(parents=True, exist_ok=True)
    return _OWN_CACHE


def prepared(name: str, make: Callable[[Path], None]) -> Path:
    """A folder that is made once and kept for later test runs; two runs at the same moment make it once.

    Args:
        name: Carries everything that the content depends on, for nothing else says that it is out of date.
        make: Fills the folder; when it fails nothing is kept.
    """
    cache = _cache()
    place = cache / name
    with (cache / f"{name}.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.is_dir():
            with tempfile.TemporaryDirectory(dir=cache, prefix=f"{name}-", ignore_cleanup_errors=True) as folder:
                made = Path(folder) / "made"
                made.mkdir()
                make(made)
                made.rename(place)
            _forget_old(cache)
        with contextlib.suppress(OSError):
            os.utime(place)
    return place


def _forget_old(cache: Path) -> None:
    """Folders of earlier versions that nobody has used for a month."""
    for path in cache.iterdir():
        if path.stat().st_mtime < time.time() - _UNUSED_FOR:
            shutil.rmtree(path, ignore_errors=True)
            if path.is_file():
                path.unlink(missing_ok=True)


def copied(source: Path, target: Path, *, linked: bool = False) -> None:
    """A copy of a folder; linked files share their content with the source and must only be replaced, never changed."""
    ways = [["-al"]] if linked else []
    for options in [*ways, ["-a", "--reflink=auto"]]:
        command = ["cp", *options, "--", str(source), str(target)]
        if not (result := subprocess.run(command, capture_output=True, text=True, check=False)).returncode:
            return
        shutil.rmtree(target, ignore_errors=True)
    raise RigError(result.stderr)


def run(*command: str, cwd: Path | None = None, data: str | None = None, env: dict[str, str] | None = None) -> str:
    """What a command prints.

    Raises:
        RigError: it failed; carries what it wrote.
    """
    # As bytes: text mode would make line feeds of carriage returns.
    given = None if data is None else data.encode()
    result = subprocess.run(command, cwd=cwd, input=given, env=env, capture_output=True, check=False)
    if result.returncode:
        said = (result.stdout[-2000:] + result.stderr[-2000:]).decode(errors="replace")
        raise RigError(f"{' '.join(command)[:300]}: {result.returncode}\n{said}")
    return result.stdout.decode()
