"""Hugo itself, run once after a batch.

Hugo never deletes pages that are no longer made: what was withdrawn would stay public. So pages are made aside, then
each takes its place in the folder that the site's own configuration names (``publishDir``), and what the build before
had made there and this one has not is deleted.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from editor.errors import EditorError
from editor.publish.targets.failures import failing_at
from editor.publish.targets.web_answers import plain
from editor.publish.tree import locked

_PUBLIC = "public"
"""Where Hugo puts pages by itself."""
_PUBLISH_DIR = re.compile(
    r"""^publishdir\s*[:=]\s*(?P<told>"(?:[^"\\]|\\.)*"|'[^']*'|[^"'\s].*?)\s*$""", re.IGNORECASE | re.MULTILINE
)
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
            public = _told_public(site)
            _run(site, "--panicOnWarning", "--printPathWarnings", "--quiet", "--destination", str(site / _ASIDE))
            _settle(site, public)
        finally:
            shutil.rmtree(site / _ASIDE, ignore_errors=True)


def public_of(site: Path) -> Path:
    """Where the pages of a site stand that was made here, as the last build left it."""
    return Path(os.path.normpath(site / _noted(site / _LIST).folder))


def _told_public(site: Path) -> Path:
    """Where the site's own configuration wants its pages, whatever its form and environment.

    Raises:
        EditorError: It wants them over the site itself (exit 6).
    """
    told = _PUBLISH_DIR.search(_run(site, "config"))
    named = told["told"] if told is not None else _PUBLIC
    if named.startswith('"'):
        named = str(json.loads(named, strict=False))
    public = Path(os.path.normpath(site / named.strip("'").strip()))
    inner = site / "content"
    if public in {site, *site.parents} or inner in {public, *public.parents}:
        raise EditorError.target("hugo_public", folder=str(site), public=str(public))
    return public


def _run(site: Path, *arguments: str) -> str:
    """Run Hugo; gives what it says on standard output.

    Raises:
        EditorError: It is not here, does not end, or fails.
    """
    program = shutil.which("hugo")
    if program is None:
        raise EditorError.target("hugo_missing", folder=str(site))
    try:
        done = subprocess.run(  # noqa: S603  the program that was found, our own arguments, no shell
            [program, *arguments, "--source", str(site)],
            stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_LONGEST,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise EditorError.target("hugo_slow", folder=str(site), seconds=_LONGEST) from error
    except OSError as error:
        raise EditorError.target("hugo_missing", folder=str(site)) from error
    if done.returncode:
        said = (done.stdout + b"\n" + done.stderr)[-_SHOWN:].decode("utf-8", "replace")
        raise EditorError.target("hugo_build", folder=str(site), words=plain(_telling(said)))
    return done.stdout.decode("utf-8", "replace")


def _telling(said: str) -> str:
    """What is wrong, without the trace of a panic."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if line.lower().startswith(("error", "panic", "warn"))]
    return " ".join((telling or lines)[:2])


class _Noted(NamedTuple):
    """What the last build left: the folder as it is named from the site, and the pages in it."""

    folder: str
    names: list[str]


def _settle(site: Path, public: Path) -> None:
    """Let the new pages take their places, and take away those that are made no more; files of others stay.

    In a folder that the site names only now nothing counts as made before; the old folder is left as it is.
    """
    aside, noted, folder = site / _ASIDE, site / _LIST, _named_from(site, public)
    made = sorted(path.relative_to(aside).as_posix() for path in aside.rglob("*") if path.is_file())
    known = _noted(noted)
    before = known.names if known.folder == folder else []
    _note(noted, _Noted(folder, sorted({*before, *made})))  # a kill from here on forgets none of them
    for name in made:
        place = public / name
        place.parent.mkdir(parents=True, exist_ok=True)
        _moved(aside / name, place)
    for name in sorted(set(before) - set(made)):
        place = public / name
        place.unlink(missing_ok=True)
        for above in place.parents:
            if above == public or not above.is_dir() or any(above.iterdir()):
                break
            above.rmdir()
    _note(noted, _Noted(folder, made))


def _named_from(site: Path, public: Path) -> str:
    """How a folder is written down: from the site, so that both can be moved together; whole on another drive."""
    try:
        return os.path.relpath(public, site)
    except ValueError:
        return str(public)


def _moved(page: Path, place: Path) -> None:
    """Let a page take its place in one step, also on another disk."""
    try:
        page.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        new = place.with_name(f".{place.name}.new")
        shutil.copy2(page, new)
        new.replace(place)


def _noted(file: Path) -> _Noted:
    try:
        found = json.loads(file.read_bytes())
    except (FileNotFoundError, ValueError):
        found = {}
    if isinstance(found, list):  # as it was written before the site was asked for its folder
        found = {"files": found}
    told = found if isinstance(found, dict) else {}
    folder, files = told.get("folder", _PUBLIC), told.get("files", [])
    names = [name for name in files if isinstance(name, str)] if isinstance(files, list) else []
    safe = [name for name in names if ".." not in name.split("/") and not name.startswith("/")]
    return _Noted(folder if isinstance(folder, str) else _PUBLIC, safe)


def _note(file: Path, noted: _Noted) -> None:
    new = file.with_suffix(".new")
    told = {"folder": noted.folder, "files": noted.names}
    new.write_text(json.dumps(told, ensure_ascii=False, indent=0), encoding="utf-8")
    new.replace(file)
