"""Why a line to a publishing system was not made, as codes of sentences ``error.<code>``."""

from __future__ import annotations

import errno
import socket
import ssl

import httpcore

_CERTIFICATE = {
    **dict.fromkeys((18, 19), "wire_certificate_own"),  # X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, ..._IN_CHAIN
    **dict.fromkeys((62, 64), "wire_certificate_name"),  # X509_V_ERR_HOSTNAME_MISMATCH, ..._IP_ADDRESS_MISMATCH
    **dict.fromkeys((9, 10), "wire_certificate_time"),  # X509_V_ERR_CERT_NOT_YET_VALID, ..._HAS_EXPIRED
}
_NO_NETWORK = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EHOSTDOWN})


def why_not_connected(error: Exception) -> str:
    """The code for a connection that was not made."""
    cause: BaseException | None = error
    while cause is not None:
        match cause:
            case ssl.SSLCertVerificationError():
                return _CERTIFICATE.get(cause.verify_code, "wire_certificate")
            case ssl.SSLError():
                return "wire_no_tls"
            case socket.gaierror():  # without a network the names of hosts cannot be asked for just now
                return "wire_no_network" if cause.errno == socket.EAI_AGAIN else "wire_no_host"
            case OSError() if cause.errno in _NO_NETWORK:
                return "wire_no_network"
        cause = cause.__cause__ or cause.__context__
    return "wire_refused"


def through_proxy(error: Exception) -> str:
    """The code for a proxy that was not reached, or that lets nothing through; "" when it is the site's affair."""
    if isinstance(error, httpcore.ProxyError):
        return "wire_proxy_password" if str(error).startswith("407") else "wire_proxy_refuses"
    if not isinstance(error, httpcore.ConnectError):
        return ""
    return "wire_proxy_away" if why_not_connected(error) in _NOBODY else ""


_NOBODY = frozenset({"wire_refused", "wire_no_host", "wire_no_network"})
"""A name is asked for and a line made only as far as the proxy: what is wrong with those is wrong with it."""
