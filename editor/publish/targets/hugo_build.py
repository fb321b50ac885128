"""Hugo itself, run once after a batch."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.publish.targets.web_answers import plain

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 600
"""Seconds; a site of ten thousand articles takes half a minute."""
_SHOWN = 4000


def built(site: Path) -> None:
    """Make the pages; a warning is an error, also two articles with one address.

    Raises:
        EditorError: With what Hugo says; pages that were made before stay (exit 6).
    """
    program = shutil.which("hugo")
    if program is None:
        raise EditorError.target("hugo_missing", folder=str(site))
    command = [program, "--panicOnWarning", "--printPathWarnings", "--cleanDestinationDir", "--quiet"]
    try:
        done = subprocess.run(  # noqa: S603  the program that was found, our own arguments, no shell
            [*command, "--source", str(site)],
            stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_LONGEST,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise EditorError.target("hugo_slow", folder=str(site), seconds=_LONGEST) from error
    except OSError as error:
        raise EditorError.target("hugo_missing", folder=str(site)) from error
    if done.returncode:
        said = (done.stdout + b" " + done.stderr)[-_SHOWN:].decode("utf-8", "replace")
        raise EditorError.target("hugo_build", folder=str(site), words=plain(_first_line(said)))


def _first_line(said: str) -> str:
    """What is wrong, without the trace of a panic."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if line.lower().startswith(("error", "panic", "warn"))]
    return " ".join((telling or lines)[:2])
