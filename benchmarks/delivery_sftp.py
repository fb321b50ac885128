"""A batch by SFTP to a real sshd, against ``sftp -b`` that puts and renames the same files.

Goal: bringing up what changed takes at most 1.2 times as long. The whole delivery is told as well: it makes the pages
besides. Rounds are interleaved; each goes to an empty folder of the same server.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from editor.publish.targets import open_target
from editor.publish.targets import sftp as kind_sftp
from tests.editor.publish.sample_packages import package
from tests.services.rigs.openssh import OpenSSH, openssh

if TYPE_CHECKING:
    from editor.publish.package import Package

GOAL = 1.2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--connections", default="4")
    options = parser.parse_args()
    packages = [package(number, headline=f"第{number}篇") for number in range(1, options.articles + 1)]
    with tempfile.TemporaryDirectory() as folder, openssh(Path(folder) / "ssh") as server:
        made = Path(folder) / "made"
        open_target(f"html:{made}").deliver(packages, [])
        ups, wholes, bares = [], [], []
        for number in range(options.rounds):
            os.environ["XDG_CACHE_HOME"] = str(Path(folder) / f"cache{number}")
            bares.append(_bare(server, made, Path(folder), f"bare{number}"))
            whole, up = _ours(server, packages, f"ours{number}", options.connections)
            wholes.append(whole)
            ups.append(up)
            shutil.rmtree(server.files / f"bare{number}")
            shutil.rmtree(server.files / f"ours{number}")
    ratio = statistics.median(up / bare for up, bare in zip(ups, bares, strict=True))
    size = sum(1 for _ in packages)
    print(f"{size} files: sftp -b {statistics.median(bares):.2f} s, ours {statistics.median(ups):.2f} s")
    print(f"with making the pages {statistics.median(wholes):.2f} s; ratio {ratio:.2f} (goal {GOAL})")
    return 0 if ratio <= GOAL else 1


def _ours(server: OpenSSH, packages: list[Package], folder: str, connections: str) -> tuple[float, float]:
    """Seconds of the whole delivery, and of bringing up what changed."""
    given = {
        "host": "127.0.0.1",
        "port": str(server.port),
        "user": server.user,
        "path": folder,
        "format": "html",
        "key_file": str(server.key),
        "fingerprint": server.host_key,
        "connections": connections,
    }
    took = 0.0
    real = kind_sftp._Work.run  # noqa: SLF001  only this is what sftp does

    def run(work: kind_sftp._Work) -> frozenset[str]:
        nonlocal took
        begun = time.perf_counter()
        try:
            return real(work)
        finally:
            took = time.perf_counter() - begun

    kind_sftp._Work.run = run  # type: ignore[method-assign,assignment]  # noqa: SLF001
    begun = time.perf_counter()
    try:
        kind_sftp.KIND.open(given, "-").deliver(packages, [])
    finally:
        kind_sftp._Work.run = real  # type: ignore[method-assign]  # noqa: SLF001
    return time.perf_counter() - begun, took


def _bare(server: OpenSSH, made: Path, folder: Path, name: str) -> float:
    """Seconds of ``sftp -b`` with the same files, without connecting."""
    lines = [f"mkdir {name}"]
    for path in sorted(made.iterdir()):
        if path.is_file():
            lines += [f"put {path} {name}/.{path.name}.part", f"rename {name}/.{path.name}.part {name}/{path.name}"]
    batch = folder / "batch"
    command = ["sftp", "-q", "-P", str(server.port), "-i", str(server.key)]
    command += ["-o", f"UserKnownHostsFile={server.known_hosts}", "-o", "IdentitiesOnly=yes"]

    def took(text: str) -> float:
        batch.write_text(text)
        begun = time.perf_counter()
        where = f"{server.user}@127.0.0.1"
        subprocess.run([*command, "-b", str(batch), where], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begun

    nothing = took("pwd\n")
    return took("\n".join(lines) + "\n") - nothing


if __name__ == "__main__":
    sys.exit(main())
