"""Hugo itself, run once after a batch.

Hugo never deletes pages that are no longer made: what was withdrawn would stay public. So pages are made aside, then
each takes its place in ``public``, and what the build before had made and this one has not is deleted there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.publish.targets.failures import failing_at
from editor.publish.targets.web_answers import plain
from editor.publish.tree import locked

if TYPE_CHECKING:
    from pathlib import Path

PUBLIC = "public"
"""Where Hugo puts pages by itself."""
_ASIDE, _LIST = ".gaotai-public", ".gaotai-public.json"
_LONGEST = 600
"""Seconds; a site of ten thousand articles takes half a minute."""
_SHOWN = 4000


def built(site: Path) -> None:
    """Make the pages; a warning is an error, also two articles with one address.

    Raises:
        EditorError: With what Hugo says; pages that were made before stay (exit 6).
    """
    with failing_at(site), locked(site):
        shutil.rmtree(site / _ASIDE, ignore_errors=True)
        try:
            _run(site)
            _settle(site)
        finally:
            shutil.rmtree(site / _ASIDE, ignore_errors=True)


def _run(site: Path) -> None:
    program = shutil.which("hugo")
    if program is None:
        raise EditorError.target("hugo_missing", folder=str(site))
    command = [program, "--panicOnWarning", "--printPathWarnings", "--quiet", "--source", str(site)]
    try:
        done = subprocess.run(  # noqa: S603  the program that was found, our own arguments, no shell
            [*command, "--destination", str(site / _ASIDE)],
            stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_LONGEST,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise EditorError.target("hugo_slow", folder=str(site), seconds=_LONGEST) from error
    except OSError as error:
        raise EditorError.target("hugo_missing", folder=str(site)) from error
    if done.returncode:
        said = (done.stdout + b"\n" + done.stderr)[-_SHOWN:].decode("utf-8", "replace")
        raise EditorError.target("hugo_build", folder=str(site), words=plain(_telling(said)))


def _telling(said: str) -> str:
    """What is wrong, without the trace of a panic."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if line.lower().startswith(("error", "panic", "warn"))]
    return " ".join((telling or lines)[:2])


def _settle(site: Path) -> None:
    """Let the new pages take their places, and take away those that are made no more; files of others stay."""
    aside, public, noted = site / _ASIDE, site / PUBLIC, site / _LIST
    made = sorted(path.relative_to(aside).as_posix() for path in aside.rglob("*") if path.is_file())
    before = _noted(noted)
    _note(noted, sorted({*before, *made}))  # a kill from here on forgets none of them
    for name in made:
        place = public / name
        place.parent.mkdir(parents=True, exist_ok=True)
        (aside / name).replace(place)
    for name in sorted(set(before) - set(made)):
        place = public / name
        place.unlink(missing_ok=True)
        for folder in place.parents:
            if folder == public or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
    _note(noted, made)


def _noted(file: Path) -> list[str]:
    try:
        found = json.loads(file.read_bytes())
    except (FileNotFoundError, ValueError):
        return []
    names = [name for name in found if isinstance(name, str)] if isinstance(found, list) else []
    return [name for name in names if ".." not in name.split("/") and not name.startswith("/")]


def _note(file: Path, names: list[str]) -> None:
    new = file.with_suffix(".new")
    new.write_text(json.dumps(names, ensure_ascii=False, indent=0), encoding="utf-8")
    new.replace(file)
