"""Things that every test may use, and things that no test may do: reach out, leave a thread behind, warn in the log."""

from __future__ import annotations

import gc
import ipaddress
import logging
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How fast examples are made says something of the machine and nothing of the program: in a new clone the tables of
# characters are made first, beside everything else that runs.
settings.register_profile("gaotai", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("gaotai")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the real scraped page; tests that need it are left out where it is not at hand."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("no folder of seed pages beside this clone")
    return folder


@pytest.fixture(scope="session")
def schemas() -> Path:
    """Folder of the standards' schemas; tests that need it are left out where it is not at hand."""
    folder = SHARED / "schemas"
    if not folder.is_dir():
        pytest.skip("no folder of schemas beside this clone")
    return folder


def _is_outside(address: object) -> bool:
    """Whether a socket address (host, port, …) lies beyond this machine; a path of a Unix socket does not."""
    if not isinstance(address, tuple):
        return False
    host = str(address[0])
    try:
        return not ipaddress.ip_address(host.split("%", maxsplit=1)[0]).is_loopback
    except ValueError:
        return host not in {"localhost", ""}


def _only_loopback(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" and _is_outside(arguments[1]):
        raise PermissionError(f"a test reaches out to {arguments[1]}")


sys.addaudithook(_only_loopback)


def pytest_collection_finish() -> None:
    """What collecting made stays to the end: the garbage collector need not look at it while something is measured."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_thread_is_left():
    """Every thread that a test starts has ended with it."""
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before and not thread.daemon]
    assert not left, f"threads left behind: {left}"


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_warning_in_the_log(request):
    """Warnings and errors in the log fail a test, unless it is marked ``logs_warnings``."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if not request.node.get_closest_marker("logs_warnings"):
        assert not handler.seen, handler.seen
