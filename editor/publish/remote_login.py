"""How we get into a server by SSH: whom we trust there, and what lets us in. The user's own SSH set-up does not count.

The host is known by its key alone, which a person has entered; a server that shows another key gets no password.
"""

from __future__ import annotations

import io
import socket
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CONNECT, QUIET = 10.0, 60.0
"""Seconds: to connect, and without an answer."""
NO_SECRET = "-"  # noqa: S105  it says that there is none
"""Entered where keys of the agent let us in; a key file without passphrase needs nothing, and takes this as well."""
_BEGINS = "-----BEGIN "
_LINE = 2


@dataclass(frozen=True, slots=True)
class Login:
    """Where we get in, and how.

    Attributes:
        key_file: Private key, "" = none.
        fingerprint: ``SHA256:…`` or the public key of the host (``ssh-ed25519 AAAA…``), "" = not known yet.
        secret: Password, passphrase of the key file, or the private key itself; `NO_SECRET` = none is needed, "" as
            well where there is a key file.
    """

    host: str
    port: int
    user: str
    key_file: str
    fingerprint: str
    secret: str

    @property
    def shown(self) -> str:
        """The server for a person."""
        return self.host if self.port == 22 else f"{self.host}:{self.port}"  # noqa: PLR2004  where SSH is at home


def connected(login: Login) -> Any:
    """A ``paramiko.Transport`` that is let in.

    Raises:
        EditorError: With what is wrong (exit 6).
    """
    import paramiko  # 150 ms

    with failing(login):
        line = socket.create_connection((login.host, login.port), timeout=CONNECT)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    transport = paramiko.Transport(line)
    try:
        with failing(login):
            transport.banner_timeout = transport.handshake_timeout = transport.auth_timeout = CONNECT * 2
            kind = login.fingerprint.split()[0] if len(login.fingerprint.split()) >= _LINE else ""
            options = transport.get_security_options()
            if kind in options.key_types:
                options.key_types = (kind,)
            transport.start_client(timeout=CONNECT * 2)
            _check_host(login, transport.get_remote_server_key())
            _let_in(login, transport)
            transport.set_keepalive(15)
    except BaseException:
        transport.close()
        raise
    return transport


def _check_host(login: Login, shown: Any) -> None:
    """The host is the one that a person has entered."""
    fingerprint = str(shown.fingerprint)
    if not login.fingerprint:
        raise EditorError.target("sftp_host_unknown", host=login.shown, fingerprint=fingerprint)
    parts = login.fingerprint.split()
    known = parts[1] if len(parts) >= _LINE else login.fingerprint
    if known.rstrip("=") not in {fingerprint.rstrip("="), str(shown.get_base64()).rstrip("=")}:
        raise EditorError.target("sftp_host_other", host=login.shown, fingerprint=fingerprint)


def _let_in(login: Login, transport: Any) -> None:
    if login.key_file or login.secret.startswith(_BEGINS):
        transport.auth_publickey(login.user, _key(login))
    elif login.secret == NO_SECRET:
        _by_agent(login, transport)
    else:
        transport.auth_password(login.user, login.secret)
    if not transport.is_authenticated():
        raise EditorError.target("sftp_password", host=login.shown, user=login.user)


def _by_agent(login: Login, transport: Any) -> None:
    import paramiko

    for key in paramiko.Agent().get_keys():
        with suppress(paramiko.AuthenticationException):
            transport.auth_publickey(login.user, key)
            return
    raise EditorError.target("sftp_password", host=login.shown, user=login.user)


def _key(login: Login) -> Any:
    """The private key, of whichever kind it is."""
    import paramiko

    phrase = None if login.secret in {"", NO_SECRET} or login.secret.startswith(_BEGINS) else login.secret
    reason = "-"
    try:
        text = Path(login.key_file).expanduser().read_text("utf-8") if login.key_file else login.secret
        for kind in (paramiko.Ed25519Key, paramiko.ECDSAKey, paramiko.RSAKey):
            try:
                return kind.from_private_key(io.StringIO(text), phrase)
            except paramiko.PasswordRequiredException:
                raise
            except paramiko.SSHException as error:
                reason = str(error)[:100] or type(error).__name__
    except paramiko.PasswordRequiredException as error:
        raise EditorError.target("sftp_passphrase", file=login.key_file or "-") from error
    except (OSError, ValueError, TypeError) as error:
        reason = type(error).__name__
    raise EditorError.target("sftp_key", file=login.key_file or "-", reason=reason)


@contextmanager
def failing(login: Login, transport: Any = None) -> Iterator[None]:
    """Tell what is wrong with the line or with the server.

    Args:
        login: Of whom.
        transport: The line, once it stands.

    Raises:
        EditorError: With exit code 6.
    """
    import paramiko

    where: Mapping[str, Any] = {"host": login.shown}
    try:
        yield
    except socket.gaierror as error:
        raise EditorError.target("sftp_no_host", **where) from error
    except ConnectionRefusedError as error:
        raise EditorError.target("sftp_refused", **where) from error
    except TimeoutError as error:
        raise EditorError.target("sftp_no_answer", **where) from error
    except paramiko.BadAuthenticationType as error:
        ways = ", ".join(map(str, error.allowed_types))
        raise EditorError.target("sftp_other_way", user=login.user, ways=ways, **where) from error
    except paramiko.AuthenticationException as error:
        raise EditorError.target("sftp_password", user=login.user, **where) from error
    except PermissionError as error:
        raise EditorError.target("sftp_forbidden", user=login.user, **where) from error
    except (EOFError, ConnectionError, paramiko.SSHException) as error:
        raise EditorError.target("sftp_cut", **where) from error
    except OSError as error:
        if transport is not None and not transport.is_active():
            raise EditorError.target("sftp_cut", **where) from error
        reason = str(error.strerror or error)[:200] or type(error).__name__
        raise EditorError.target("sftp_failed", reason=reason, **where) from error
