"""Old and foreign office files (.doc .wps .rtf .odt .et …), read by a LibreOffice that is installed on the computer.

It works in a profile of its own that is thrown away, without macros, without the network, and not longer than it may.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from editor.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from editor.intake.packed import PackedIntake

TIME_LIMIT = 120.0
"""Longest time that LibreOffice may take for one file, in seconds."""
TEXTS = frozenset({"doc", "rtf", "odt"})
SHEETS = frozenset({"xls", "xlsx", "ods"})
_POLL = 0.2
_LARGEST = 200_000_000
_WAYS = {"docx": "docx:MS Word 2007 XML", "html": "html:HTML (StarCalc)"}
_USUAL = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def program() -> str | None:
    """Where LibreOffice is installed, None when it is not."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    for place in _USUAL:
        path = Path(place)
        for each in sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))), reverse=True):
            if os.access(each, os.X_OK):
                return str(each)
    return None


def take_in_office(data: bytes, kind: str, *, canceled: Callable[[], bool] = bool) -> PackedIntake:
    """Read an office file that only LibreOffice can read.

    Args:
        data: Its bytes.
        kind: One of :data:`TEXTS` (becomes DOCX) or :data:`SHEETS` (becomes a page with tables).
        canceled: Asked five times a second; True = the other program is ended.

    Returns:
        The intake of what LibreOffice made, ``original`` = that, ``source`` = ``data``.

    Raises:
        EditorError: ``office_missing``, ``office_failed``, ``office_too_slow``, ``office_canceled``, and those of the
            reader of what came out.
    """
    if kind in SHEETS:
        return _tables(converted(data, kind, "html", canceled=canceled), data)
    from editor.intake.docx import take_in_docx  # noqa: PLC0415

    return take_in_docx(converted(data, kind, "docx", canceled=canceled), source=data)


def _tables(page: bytes, source: bytes) -> PackedIntake:
    """The tables of a page that was made of a spreadsheet: all of it, no line of it is a headline or chrome."""
    from editor.article import Slip  # noqa: PLC0415
    from editor.intake import page as pages
    from editor.intake.encoding import decode  # noqa: PLC0415
    from editor.intake.losses import LossBook  # noqa: PLC0415
    from editor.intake.packed import PackedIntake  # noqa: PLC0415
    from editor.intake.script import variant_of  # noqa: PLC0415
    from editor.markup.from_html import blocks_from_html  # noqa: PLC0415

    reading = decode(page)[0]
    losses = LossBook()
    blocks, gone = blocks_from_html(reading.text)
    losses.add_all(gone)
    shown = pages.readable(reading.text)
    return PackedIntake(
        slip=Slip(),
        variant=variant_of(shown, ""),
        blocks=blocks,
        repairs=(),
        findings=(),
        report=losses.report(),
        encoding=reading.encoding,
        readings=(reading,),
        kind="html",
        decoded=shown,
        original=page,
        source=source,
    )


def converted(
    data: bytes, kind: str, target: str, *, canceled: Callable[[], bool] = bool, limit: float = TIME_LIMIT
) -> bytes:
    """What LibreOffice makes of a file; ``target`` is ``docx`` or ``html``.

    Raises:
        EditorError: See :func:`take_in_office`.
    """
    soffice = program()
    if soffice is None:
        raise EditorError.unreadable("office_missing", kind=kind)
    with tempfile.TemporaryDirectory(prefix="gaotai-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        (folder / "out").mkdir()
        (folder / f"in.{kind}").write_bytes(data)
        command = [
            soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--nodefault", "--nologo", "--convert-to", _WAYS[target],
            "--outdir", str(folder / "out"), str(folder / f"in.{kind}"),
        ]  # fmt: skip
        _run(command, folder, canceled, limit)
        made = folder / "out" / f"in.{target}"
        if not made.is_file() or not 0 < made.stat().st_size <= _LARGEST:
            raise EditorError.unreadable("office_failed", kind=kind)
        return made.read_bytes()


def _run(command: Sequence[str], folder: Path, canceled: Callable[[], bool], limit: float) -> None:
    """Let it work, and end it with all that it started when it takes too long or nobody wants it any more."""
    with _started(command, folder) as process:
        end = time.monotonic() + limit
        while process.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_POLL)
                break
            if canceled():
                raise EditorError.unreadable("office_canceled")
            if time.monotonic() > end:
                raise EditorError.unreadable("office_too_slow", seconds=int(limit))


@contextlib.contextmanager
def _started(command: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    nowhere = "http://127.0.0.1:9"
    surroundings = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    surroundings.update(dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), nowhere))
    surroundings.update({"no_proxy": "", "NO_PROXY": ""})
    surroundings.pop("DISPLAY", None)
    try:
        process = subprocess.Popen(  # noqa: S603 - the program that was found, our own arguments, no shell
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
            env=surroundings, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise EditorError.unreadable("office_missing", kind="") from error
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """``soffice`` is a script that starts another program: the whole group ends, and whatever is left of it."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
