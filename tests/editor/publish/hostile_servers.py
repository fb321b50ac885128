"""Little servers that do what a test tells them, on a free port of this machine."""

from __future__ import annotations

import contextlib
import datetime as dt
import ipaddress
import socket
import ssl
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Server:
    """A server that hands every connection, its request read, to a function.

    Attributes:
        port: Where it listens.
        requests: What was asked, head and body, as it came.
    """

    def __init__(self, answer: Callable[[socket.socket, bytes], None], context: ssl.SSLContext | None = None) -> None:
        self._answer = answer
        self._context = context
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.requests: list[bytes] = []
        self._lines: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self.over = threading.Event()
        self._threads[0].start()

    @property
    def url(self) -> str:
        """Its address."""
        return f"http{'s' if self._context else ''}://localhost:{self.port}/"

    def _accept(self) -> None:
        while True:
            try:
                line, _ = self._socket.accept()
            except OSError:
                return
            if self.over.is_set():
                line.close()
                return
            thread = threading.Thread(target=self._serve, args=(line,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, line: socket.socket) -> None:
        line.settimeout(10)
        try:
            with line, self._context.wrap_socket(line, server_side=True) if self._context else line as open_line:
                self._lines.append(open_line)
                while request := self._read(open_line):
                    self.requests.append(request)
                    self._answer(open_line, request)
        except (OSError, ssl.SSLError):
            pass

    @staticmethod
    def _read(line: socket.socket) -> bytes:
        data = b""
        while b"\r\n\r\n" not in data:
            piece = line.recv(65536)
            if not piece:
                return b""
            data += piece
            if data.startswith(b"\x16\x03"):  # somebody speaks TLS
                return data
        head, _, body = data.partition(b"\r\n\r\n")
        for row in head.split(b"\r\n"):
            name, _, value = row.partition(b":")
            if name.lower() == b"content-length":
                while len(body) < int(value):
                    body += line.recv(65536)
        return head + b"\r\n\r\n" + body

    def close(self) -> None:
        """Stop, and wait for what is still being answered."""
        self.over.set()
        for line in self._lines:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._threads[0].join()
        self._socket.close()
        for thread in self._threads:
            thread.join()


@contextmanager
def serving(
    answer: Callable[[socket.socket, bytes], None] | bytes, context: ssl.SSLContext | None = None
) -> Iterator[Server]:
    """A server; bytes are answered to everything."""
    server = Server((lambda line, _: line.sendall(answer)) if isinstance(answer, bytes) else answer, context)
    try:
        yield server
    finally:
        server.close()


def http(status: str = "200 OK", body: bytes | str = b"", **headers: str) -> bytes:
    """An answer; underscores in names of headers are hyphens."""
    data = body.encode() if isinstance(body, str) else body
    rows = [f"HTTP/1.1 {status}", f"Content-Length: {len(data)}"]
    rows += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(rows).encode() + b"\r\n\r\n" + data


def trickle(line: socket.socket, data: bytes, pause: float, over: threading.Event) -> None:
    """Send byte by byte until nobody listens any more."""
    for at in range(len(data)):
        line.sendall(data[at : at + 1])
        if over.wait(pause):
            return


class Authority:
    """An authority that certifies what it is told, and its PEM file."""

    def __init__(self, folder: Path) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._folder = folder
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Newsroom")])
        self.file = folder / "authority.pem"
        whole = self._certificate(self._name, self._key, 365, None)
        self.file.write_bytes(whole.public_bytes(serialization.Encoding.PEM))

    def _certificate(self, name, key, days, host, *, own=False):
        now = dt.datetime.now(dt.UTC)
        end = now + dt.timedelta(days=days)
        begin = min(now, end) - dt.timedelta(days=30)
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name if own else self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(begin)
            .not_valid_after(end)
            .add_extension(x509.BasicConstraints(ca=host is None, path_length=None), critical=True)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=True, content_commitment=False, key_encipherment=False, data_encipherment=False,
                    key_agreement=False, key_cert_sign=host is None, crl_sign=host is None, encipher_only=False,
                    decipher_only=False,
                ),
                critical=True,
            )
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key((key if own else self._key).public_key()),
                critical=False,
            )
        )  # fmt: skip
        if host is not None:
            names = [x509.DNSName(host), x509.IPAddress(ipaddress.ip_address("127.0.0.9"))]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(key if own else self._key, hashes.SHA256())

    def context(self, host: str = "localhost", *, days: int = 30, own: bool = False) -> ssl.SSLContext:
        """What a server needs that shows a certificate for `host`.

        Args:
            host: Its name.
            days: How long it holds from now; negative = it has expired.
            own: Signed by itself.
        """
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        whole = self._certificate(name, key, days, host, own=own)
        file = self._folder / f"{time.monotonic_ns()}.pem"
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file.write_bytes(whole.public_bytes(serialization.Encoding.PEM) + private)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context
