"""See that the system libraries of Qt are there before Qt is imported; standard library only.

Without them Qt stops the process at its first missing library, or blames one that is not the cause. Here all of them
are tried and one line names exactly those that are missing. The lists were measured with PySide6 6.8, 6.11 and 6.12
on a Debian 12 that has nothing else.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


class Library(NamedTuple):
    """A shared library by the name under which the loader knows it, and the Debian package that holds it."""

    soname: str
    package: str


# Without a display, as tests and screenshots run. Debian 13 and Ubuntu 24.04 provide libglib2.0-0 by another name.
OFFSCREEN = (
    Library("libGL.so.1", "libgl1"),
    Library("libEGL.so.1", "libegl1"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
)
# A real window under X11 needs these besides.
WINDOW = (
    *OFFSCREEN,
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
)


def missing(libraries: Iterable[Library], load: Callable[[str], object] = ctypes.CDLL) -> tuple[Library, ...]:
    """Those of the libraries that the loader of this system cannot load, in the order given."""
    absent = []
    for library in libraries:
        try:
            load(library.soname)
        except OSError:
            absent.append(library)
    return tuple(absent)


def install_line(libraries: Iterable[Library], *, root: bool) -> str:
    """The one line that installs the libraries on Debian and its relatives."""
    packages = " ".join(library.package for library in libraries)
    return f"{'' if root else 'sudo '}apt-get install -y --no-install-recommends {packages}"


def language(environment: Mapping[str, str]) -> str:
    """The language of sentences, told from the locale variables as POSIX ranks them."""
    name = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    return "zh_CN" if name.lower().startswith("zh") else "en"


def report(absent: Sequence[Library], lang: str, *, debian: bool, root: bool) -> str:
    """The sentence about missing libraries, with the line to type where we know it."""
    libraries = ", ".join(library.soname for library in absent)
    if debian:
        line = install_line(absent, root=root)
        return resources.sentence("preflight.missing_debian", lang, libraries=libraries, line=line)
    return resources.sentence("preflight.missing_elsewhere", lang, libraries=libraries)


def main(arguments: Sequence[str] | None = None) -> int:
    """Tell what is missing: status 0 when nothing is, else 1.

    With ``--packages`` only the names of the Debian packages are printed, for a script that installs them, and the
    status is 0. On Windows and macOS the wheels of PySide6 hold everything.
    """
    import argparse  # noqa: PLC0415  (a window that opens asks nothing)

    parser = argparse.ArgumentParser(prog="python -m editor.preflight", description=__doc__)
    parser.add_argument("--window", action="store_true", help="for a real window, not only without a display")
    parser.add_argument("--packages", action="store_true", help="print the packages to install and nothing else")
    options = parser.parse_args(arguments)
    absent = missing(WINDOW if options.window else OFFSCREEN) if sys.platform.startswith("linux") else ()
    if options.packages:
        sys.stdout.write("".join(f"{library.package}\n" for library in absent))
        return 0
    if not absent:
        return 0
    debian = shutil.which("apt-get") is not None
    sys.stderr.write(report(absent, language(os.environ), debian=debian, root=os.geteuid() == 0) + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
