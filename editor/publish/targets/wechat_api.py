"""Calls to the interface of a WeChat Official Account: its token, and what its error codes mean.

Every answer has status 200 and, when something is wrong, an ``errcode``; ``errmsg`` ends with a ``rid`` by which
WeChat's own people find the call. Sources: developers.weixin.qq.com, getStableAccessToken, draft_add, draft_update,
api_uploadimage, and the table of common return codes.
"""

from __future__ import annotations

import re
import threading
import time
from typing import TYPE_CHECKING, Any, NoReturn

from editor.publish.targets.destination import BusyError, RefusedError
from editor.publish.targets.web_answers import garbled, plain, refuse, succeeded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.publish.wire import Reply, Wire

MEDIA_UNKNOWN = 40007
"""Of a draft: it is not in the box any more. Of a cover: it is not in the library any more."""
_TOKEN = frozenset({40001, 40014, 41001, 42001})
_BUSY = -1
_EARLY = 300.0
"""Seconds before its end at which a token is asked for anew; both are good for that long."""
_MINUTE, _HOUR = 60.0, 3600.0
_RID = re.compile(r"\brid:\s*([0-9A-Za-z-]{1,80})")
_HINT = re.compile(r"\s*(?:hint:\s*\[[^\]]*\]|,?\s*rid:\s*[0-9A-Za-z-]+)")
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")

_STOPS = {
    **dict.fromkeys((40013, 41002), "wechat_appid"),
    **dict.fromkeys((40125, 41004, 40243), "wechat_secret"),
    **dict.fromkeys((40164, 61004, 45035), "wechat_ip"),
    **dict.fromkeys((89501, 89503, 89506, 89507), "wechat_confirm"),
    **dict.fromkeys((48001, 48005, 48006, 50001), "wechat_permission"),
    **dict.fromkeys((48004, 50002, 50004, 50007), "wechat_blocked"),
    **dict.fromkeys(_TOKEN, "wechat_token"),
}
"""Of the account: no article would go."""
_HELD = {
    MEDIA_UNKNOWN: "wechat_media",
    **dict.fromkeys((40004, 40005, 40006, 40009, 40137, 41005, 45001), "wechat_picture"),
    **dict.fromkeys((45002, 45008), "wechat_size"),
    45003: "wechat_title",
    45004: "wechat_digest",
    45005: "wechat_link",
    45110: "wechat_author",
    45166: "wechat_content",
    47001: "wechat_json",
}
"""Of one article."""


class CodeError(Exception):
    """WeChat answered with an error code that a caller may know what to do about."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


class Api:
    """The interface of one account. Used by several threads."""

    def __init__(self, wire: Wire, appid: str, secret: str) -> None:
        """Nothing is called yet."""
        self.wire = wire
        self._appid = appid
        self._secret = secret
        self._lock = threading.Lock()
        self._token = ""
        self._ends = 0.0

    def call(self, route: str, plain_body: Any, *, known: frozenset[int] = frozenset()) -> dict[str, Any]:
        """Call ``/cgi-bin/<route>`` with JSON.

        Args:
            route: As ``draft/add``.
            plain_body: Goes as UTF-8, Chinese characters as they are; WeChat would show escaped ones as written.
            known: Codes that the caller deals with.

        Raises:
            CodeError: The answer has one of the known codes.
            RefusedError: WeChat refuses the article, or us.
            BusyError: It cannot just now.
        """
        return self._checked(lambda token: self._post(route, token, plain=plain_body), known)

    def upload(
        self, route: str, file: tuple[str, bytes, str], query: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Send a picture: name, bytes, kind; see `call`."""
        files = {"media": file}
        return self._checked(lambda token: self._post(route, token, query=query, files=files), frozenset())

    def _post(self, route: str, token: str, query: Mapping[str, str] | None = None, **sent: Any) -> Reply:
        return self.wire.call("POST", f"cgi-bin/{route}", query={"access_token": token, **(query or {})}, **sent)

    def _checked(self, call: Any, known: frozenset[int]) -> dict[str, Any]:
        token = self.token()
        reply = call(token)
        if _code(reply) in _TOKEN - known:  # nothing was done: a token may be taken back at any moment
            reply = call(self.token(instead_of=token))
        return _accepted(reply, known)

    def token(self, instead_of: str = "") -> str:
        """The token, asked for when there is none or it ends soon.

        Args:
            instead_of: A token that was refused. Only when WeChat hands out the same again it is asked for a new one,
                which it makes 20 times a day.
        """
        with self._lock:
            if instead_of == self._token or time.monotonic() > self._ends - _EARLY:
                self._renew(force=False)
                if instead_of and self._token == instead_of:
                    self._renew(force=True)
            return self._token

    def _renew(self, *, force: bool) -> None:
        asked = {
            "grant_type": "client_credential",
            "appid": self._appid,
            "secret": self._secret,
            "force_refresh": force,
        }
        reply = self.wire.call("POST", "cgi-bin/stable_token", plain=asked)
        found = _accepted(reply, frozenset())
        token, seconds = found.get("access_token"), found.get("expires_in")
        if not isinstance(token, str) or not token or not isinstance(seconds, int | float):
            raise garbled(reply)
        self._token = token
        self._ends = time.monotonic() + max(float(seconds), _EARLY + 1)


def _code(reply: Reply) -> int:
    found = reply.record.get("errcode", 0)
    return found if isinstance(found, int) else 0


def _accepted(reply: Reply, known: frozenset[int]) -> dict[str, Any]:
    if not succeeded(reply):
        refuse(reply)
    found = reply.record
    if not found:
        raise garbled(reply)
    code = _code(reply)
    if code in known:
        raise CodeError(code, _words(reply))
    if code:
        _refuse(code, reply)
    return found


def _refuse(code: int, reply: Reply) -> NoReturn:
    """Say what an error code means and what is to be done."""
    told = str(reply.record.get("errmsg", ""))
    rid = _RID.search(told)
    details: dict[str, Any] = {"errcode": code, "words": _words(reply), "rid": rid[1] if rid else "-"}
    if code == _BUSY:
        raise BusyError("wechat_busy", unknown=True, **details)
    if code == 45009:  # noqa: PLR2004  its name: reach max api daily quota limit
        raise BusyError("wechat_daily", after=_HOUR, **details)
    if code == 45011:  # noqa: PLR2004  its name: api minute-quota reach limit
        raise BusyError("wechat_minute", after=_MINUTE, **details)
    stops = _STOPS.get(code)
    if stops:
        address = _ADDRESS.search(told)
        raise RefusedError(stops, stops=True, ip=address[0] if address else "?", **details)
    raise RefusedError(_HELD.get(code, "wechat_refused"), **details)


def _words(reply: Reply) -> str:
    """The message without hint and rid."""
    return plain(_HINT.sub("", str(reply.record.get("errmsg", "")))) or "?"
