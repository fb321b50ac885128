"""Journals on the disk: written through to it, renamed whole, and owned by the program that runs.

Each running program has a folder of its own for a library, in which it holds a lock as long as it lives. Journals in a
folder that nobody holds were left behind by a program that was killed; those of a living one are never touched.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from editor.store.journal import Closed, Replay, encode, replay

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from pathlib import Path

    from editor.store.journal import Record, State

SUFFIX = ".journal"
_NEW = ".new"
_OWNER = "owner"
_RESERVE = "reserve"
_TRIES = 5
RESERVED = 1 << 20
"""Bytes held ready on the disk: when it is full they are given back, so that what is typed next still has room."""


class Disk:
    """What is asked of the operating system; a test can put a disk there that loses power."""

    def create(self, path: Path) -> int:
        """A new empty file that only its owner may read."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)

    def write(self, file: int, data: bytes) -> None:
        """Write all of it; it need not be on the disk yet."""
        view = memoryview(data)
        while view:
            view = view[os.write(file, view) :]

    def sync(self, file: int) -> None:
        """What was written is on the disk when this returns."""
        full = getattr(fcntl, "F_FULLFSYNC", None)  # macOS: fsync alone leaves it in the memory of the drive
        if full is not None:
            fcntl.fcntl(file, full)
        else:
            os.fsync(file)

    def again(self, path: Path) -> int:
        """A file that is there, to append to."""
        return os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))

    def has_name(self, file: int) -> bool:
        """Whether a file that is open still stands in a folder."""
        return os.fstat(file).st_nlink > 0

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in the place of another."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """The names in a folder are on the disk when this returns."""
        if os.name == "nt":
            return
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink(missing_ok=True)

    def close(self, file: int) -> None:
        """Close a file."""
        os.close(file)


class JournalFile:
    """One journal that is being written. Every method raises OSError; what is on the disk stays readable then."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self.path = path
        self._disk = disk
        self._file: int | None = None
        self._id = secrets.token_bytes(4)
        self.size = 0

    @property
    def open(self) -> bool:
        """Whether changes can be appended."""
        return self._file is not None

    def begin(self, state: State) -> None:
        """Write a new file with everything and put it in the place of the old one."""
        self.let_go()
        identifier = secrets.token_bytes(4)
        data = encode(state, identifier)
        new = self.path.with_suffix(_NEW)
        try:
            self._write_new(new, data)
            self._disk.replace(new, self.path)
        except BaseException:
            with suppress(OSError):
                self._disk.remove(new)
            raise
        self._disk.sync_folder(self.path.parent)
        self._file, self._id, self.size = self._disk.again(self.path), identifier, len(data)

    def _write_new(self, path: Path, data: bytes) -> None:
        file = self._disk.create(path)
        try:
            self._disk.write(file, data)
            self._disk.sync(file)
        finally:
            self._disk.close(file)  # some systems rename no open file

    def append(self, records: list[Record]) -> None:
        """Append records; they are on the disk when this returns. After a failure only `begin` helps."""
        if self._file is None:
            raise FileNotFoundError(errno.ENOENT, "journal not begun", str(self.path))
        data = b"".join(encode(record, self._id) for record in records)
        try:
            self._write_through(self._file, data)
        except BaseException:
            self.let_go()
            raise
        self.size += len(data)

    def _write_through(self, file: int, data: bytes) -> None:
        self._disk.write(file, data)
        self._disk.sync(file)
        if not self._disk.has_name(file):  # its folder was deleted: nobody else can read what is written
            raise FileNotFoundError(errno.ENOENT, "journal deleted", str(self.path))

    def close(self, *, remove: bool) -> None:
        """Nothing more comes, the article was put away in order; ``remove``: the library has everything."""
        if self._file is not None:
            with suppress(OSError):
                self._disk.write(self._file, encode(Closed(), self._id))
        self.let_go()
        if remove:
            self._disk.remove(self.path)

    def let_go(self) -> None:
        """Close the file alone: it can be begun anew, and looks as if the program had been killed."""
        if self._file is not None:
            with suppress(OSError):
                self._disk.close(self._file)
            self._file = None


def folder_of(data: Path, library: Path) -> Path:
    """Folder for the journals of all programs that work on a library."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(library))).hexdigest()[:16]
    return data / "journals" / name


def name_of(article: str, variant: str) -> str:
    """Name of the journal of an article."""
    return f"{article}.{variant}"


_HELD = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})


def _locked(folder: Path) -> int | None:
    """Take the lock of a folder; None when a living program has it."""
    file = os.open(folder / _OWNER, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(file)
    except OSError as error:
        if error.errno in _HELD or not _take_by_number(file):
            os.close(file)
            return None
    return file


def _lock(file: int) -> None:
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]


def _take_by_number(file: int) -> bool:
    """Where the file system knows no locks: the number of the process that owns it stands in the file."""
    owner = os.read(file, 32).decode("ascii", "replace").strip()
    if owner.isdigit() and int(owner) != os.getpid():
        try:
            os.kill(int(owner), 0)
        except ProcessLookupError:
            pass
        except OSError:
            return False
        else:
            return False
    os.lseek(file, 0, os.SEEK_SET)
    os.ftruncate(file, 0)
    os.write(file, str(os.getpid()).encode())
    return True


class Run:
    """The folder of this program while it lives. Every method raises OSError."""

    def __init__(self, parent: Path, disk: Disk | None = None) -> None:
        self._parent = parent
        self.folder = parent / secrets.token_hex(8)
        self.disk = disk or Disk()
        self._lock: int | None = None

    def begin(self) -> bool:
        """Make the folder and hold it, also when somebody deleted it meanwhile; whether it is a new one."""
        if self._held():
            return False
        self._release()
        for _ in range(_TRIES):  # a program that looks for what was left behind may take a new folder for that
            with suppress(FileNotFoundError):
                self._make(self.folder)
                self._lock = _locked(self.folder)
            if self._held():
                break
            self._release()
            self.folder = self._parent / secrets.token_hex(8)
        else:
            raise FileNotFoundError(errno.ENOENT, "no folder for journals", str(self._parent))
        with suppress(OSError):
            self._reserve()
        return True

    def _make(self, folder: Path) -> None:
        """Make a folder and those above it; their names are on the disk, too."""
        if not folder.is_dir():
            self._make(folder.parent)
            folder.mkdir(mode=0o700, exist_ok=True)
            self.disk.sync_folder(folder.parent)

    def _held(self) -> bool:
        try:
            return self._lock is not None and os.path.samestat(os.fstat(self._lock), (self.folder / _OWNER).stat())
        except OSError:
            return False

    def _reserve(self) -> None:
        file = self.disk.create(self.folder / _RESERVE)
        try:
            self.disk.write(file, os.urandom(RESERVED))  # zeros take no room on some file systems
        finally:
            self.disk.close(file)

    def free_reserve(self) -> bool:
        """Give the reserved space back; False when it is gone already."""
        try:
            (self.folder / _RESERVE).unlink()
        except OSError:
            return False
        return True

    def file(self, name: str) -> JournalFile:
        """The journal of a name, not begun yet."""
        return JournalFile(self.folder / f"{name}{SUFFIX}", self.disk)

    def end(self) -> None:
        """The program ends; the folder goes when no journal is left in it."""
        with suppress(OSError):
            if self.folder.is_dir() and not any(self.folder.glob(f"*{SUFFIX}")):
                shutil.rmtree(self.folder, ignore_errors=True)
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            with suppress(OSError):
                os.close(self._lock)
            self._lock = None


class Left(NamedTuple):
    """A journal that was left behind."""

    path: Path
    replay: Replay


class LeftFolder:
    """The folder of a program that is not there any more; held until `end`, so that nobody else recovers it as well."""

    def __init__(self, folder: Path, lock: int) -> None:
        self.folder = folder
        self._lock: int | None = lock

    def journals(self) -> list[Left]:
        """Its journals; those that cannot be read at all are left out and stay where they are.

        A file that was not put in its place yet counts where there is no other: it may hold the first words.
        """
        found = []
        for path in sorted(self.folder.glob(f"*{SUFFIX}")):
            with suppress(OSError):
                found.append(Left(path, replay(path.read_bytes())))
        for path in sorted(self.folder.glob(f"*{_NEW}")):
            with suppress(OSError):
                left = Left(path, replay(path.read_bytes()))
                if left.replay.state is None or path.with_suffix(SUFFIX).exists():
                    path.unlink()
                else:
                    found.append(left)
        return found

    def end(self) -> None:
        """Let it go; it is removed when no journal is left in it."""
        if self._lock is None:
            return
        with suppress(OSError):
            if not any(self.folder.glob(f"*{SUFFIX}")) and not any(self.folder.glob(f"*{_NEW}")):
                shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self._lock)
        self._lock = None


def left_folders(parent: Path) -> list[LeftFolder]:
    """Folders that no living program holds, the oldest first."""
    found: list[tuple[float, LeftFolder]] = []
    try:
        folders = [folder for folder in parent.iterdir() if folder.is_dir()]
    except OSError:
        return []
    for folder in folders:
        with suppress(OSError):
            lock = _locked(folder)
            if lock is not None:
                found.append((folder.stat().st_mtime, LeftFolder(folder, lock)))
    return [left for _, left in sorted(found, key=lambda pair: pair[0])]
