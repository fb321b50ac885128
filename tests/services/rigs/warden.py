"""Runs one program and ends it with everything that it started: ``python warden.py PROGRAM ARGUMENT…``.

Standard input is the leash. It closes when the test run lets go, also when that is killed; then the program, its
children and those that it left behind are killed. A test run that dies leaves no server on the machine.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36


_process_control = ctypes.CDLL(None).prctl


def _leashed() -> None:
    """In the new process: dies with the warden, and hears the signals that the warden does not."""
    _process_control(PR_SET_PDEATHSIG, signal.SIGKILL)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def descendants(pid: int) -> list[int]:
    """Every process below this one, as they are now."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (task / "children").read_text(encoding="ascii").split()):
                found += [child, *descendants(child)]
    return found


def _kill_all() -> None:
    """Kill what is below until nothing is: a child that is born meanwhile is found in the next round."""
    while below := descendants(os.getpid()):
        for pid in below:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def main(command: list[str]) -> int:
    """Run the command under a leash.

    Returns:
        What the command returned; 0 when the leash was let go.
    """
    # A signal to the whole group of the test run must not end the warden before its work.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    _process_control(PR_SET_CHILD_SUBREAPER, 1)
    leash, other = os.pipe()
    code = 0

    def ended(_number: int, _frame: object) -> None:
        os.write(other, b"x")

    signal.signal(signal.SIGCHLD, ended)
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_leashed,  # noqa: PLW1509  # there is one thread
    )
    # The report goes where nobody but the test run reads: the program itself writes into its log.
    os.write(int(os.environ["WARDEN_REPORT"]), f"{child.pid}\n".encode())
    os.close(int(os.environ["WARDEN_REPORT"]))
    while child.poll() is None:
        ready, _, _ = select.select([sys.stdin.fileno(), leash], [], [])
        if leash in ready:
            os.read(leash, 4096)
        elif not os.read(sys.stdin.fileno(), 4096):
            break
    else:
        code = child.returncode
    _kill_all()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
