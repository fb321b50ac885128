"""A folder on a server as a target, and the same on a disk beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.publish.targets import open_target
from editor.publish.targets.kinds import checked, kind
from editor.publish.targets.sftp_notes import CHANGING, HELD, LOCK
from tests.editor.publish.sample_packages import package, png

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO, THREE = package(1, pictures=(png(),)), package(2), package(3, pictures=(png(color=(9, 9, 9)),))


def options_of(server, **more: str) -> dict[str, str]:
    given = {
        "host": "127.0.0.1",
        "port": str(server.port),
        "user": server.user,
        "path": "www",
        "key_file": str(server.key),
        "fingerprint": server.host_key,
    }
    return checked(kind("sftp"), given | more)


def opened(server, secret: str = "-", **more: str):
    return kind("sftp").open(options_of(server, **more), secret)


def tree(folder: Path) -> dict[str, bytes]:
    """Everything that stands there but for our notes."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in files.items() if name not in {HELD, CHANGING, LOCK}}


def on_disk(tmp_path: Path, *deliveries, form: str = "site") -> dict[str, bytes]:
    """What the target on a disk makes of the same deliveries."""
    place = tmp_path / "on-disk"
    for packages, leaving in deliveries:
        open_target(f"{form}:{place}").deliver(packages, leaving)
    return tree(place)
