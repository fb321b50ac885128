"""A real sshd for file transfer: own host key, one user with a key, everything in one folder."""

from __future__ import annotations

import contextlib
import os
import pwd
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.services.rigs.processes import RigError, Server, free_port, program, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIG = """Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized
AuthenticationMethods publickey
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
UseDNS no
PidFile none
MaxStartups 100
Subsystem sftp internal-sftp
ForceCommand internal-sftp -d {files}
"""


@dataclass(frozen=True, slots=True)
class OpenSSH:
    """A running sshd.

    Attributes:
        port: On 127.0.0.1.
        user: Who logs in.
        key: File of the private key.
        host_key: The public key of the host as in known_hosts, without the host: kind, space, base64.
        known_hosts: File with the line for this host.
        files: Where a session begins; an ordinary folder, to look at what arrived.
        server: The program; `server.stop()` refuses connections, `kill_session` cuts one that is open.
        start_seconds: What the start took.
    """

    port: int
    user: str
    key: Path
    host_key: str
    known_hosts: Path
    files: Path
    server: Server
    start_seconds: float

    def kill_session(self) -> int:
        """Cut every open connection, as a network that breaks.

        Returns:
            How many processes were killed.
        """
        killed = 0
        for pid in self.server.workers():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, 9)
                killed += 1
        return killed


def missing() -> str:
    """What is not installed here; empty when sshd can be started."""
    return "" if program("sshd") and program("ssh-keygen") else "openssh-server"


@contextlib.contextmanager
def openssh(tmp: Path) -> Iterator[OpenSSH]:
    """An sshd in a folder of its own, gone at the end; it lets in whoever runs the tests, with a key.

    Raises:
        RigError: it does not start.
    """
    begun = time.monotonic()
    files = tmp / "files"
    files.mkdir(parents=True)
    sshd, keygen = program("sshd"), program("ssh-keygen")
    if sshd is None or keygen is None:
        raise RigError(missing())
    for name in ("host", "key"):
        run(keygen, "-q", "-t", "ed25519", "-N", "", "-C", "rig", "-f", str(tmp / name))
    (tmp / "authorized").write_bytes((tmp / "key.pub").read_bytes())
    if os.getuid() == 0:
        # The program refuses to start without the folder that it locks its unprivileged half into.
        os.makedirs("/run/sshd", mode=0o755, exist_ok=True)  # noqa: PTH103  # mode as sshd wants it
    port = free_port()
    (tmp / "sshd_config").write_text(CONFIG.format(port=port, folder=tmp, files=files), encoding="utf-8")
    host_key = " ".join((tmp / "host.pub").read_text(encoding="ascii").split()[:2])
    known = tmp / "known_hosts"
    known.write_text(f"[127.0.0.1]:{port} {host_key}\n", encoding="ascii")
    # -D keeps it in front, -e lets it write into the log of the rig.
    server = Server([sshd, "-D", "-e", "-f", str(tmp / "sshd_config")], tmp / "sshd.log")
    try:
        server.until(lambda: "Server listening" in server.tail())
        user = pwd.getpwuid(os.getuid()).pw_name
        yield OpenSSH(port, user, tmp / "key", host_key, known, files, server, time.monotonic() - begun)
    finally:
        server.stop()
