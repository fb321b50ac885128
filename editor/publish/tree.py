"""A folder that is replaced as a whole: a staging tree beside it, synced once, then put in its place.

At any moment the folder shows either the old tree or the new one, also when the process is killed. On Linux the two
change places in one step (``renameat2`` with ``RENAME_EXCHANGE``); elsewhere the old one is renamed away and the new
one in, and the next export repairs what a kill between the two left.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_GET_FLAGS, _SET_FLAGS = 0x80086601, 0x40086602
_TOP_OF_TREE = 0x20000
"""FS_IOC_GETFLAGS, FS_IOC_SETFLAGS and FS_TOPDIR_FL of linux/fs.h, for systems of 64 bits."""
_FEW = 64
"""Up to so many new files are synced one by one; for more one sync of everything is quicker."""


_NO_LINKS = frozenset({errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL})


_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def staging_of(folder: Path) -> Path:
    """Where the new tree is built."""
    return folder.with_name(f".{folder.name}.gaotai-new")


def retired_of(folder: Path) -> Path:
    """Where the old tree stands for the moment in which the new one takes its place."""
    return folder.with_name(f".{folder.name}.gaotai-old")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other export works on the folder, then repair what a killed one left.

    The lock is on the parent folder, so that nothing is left behind; where the system or a network drive has no such
    lock, two exports at once are not kept apart.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with locked(folder.parent):
        recover(folder)
        yield


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait for other exports that lock the same folder; see `alone` for where this does nothing."""
    lock = _lock(folder)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _lock(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None
    import fcntl  # is not there on Windows

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def recover(folder: Path) -> None:
    """Put back an old tree that a kill left without successor, and remove what is left of others."""
    retired = retired_of(folder)
    if retired.exists():
        if folder.exists():
            shutil.rmtree(retired)
        else:
            retired.rename(folder)
    if staging_of(folder).exists():
        shutil.rmtree(staging_of(folder))


class Staging:
    """The new tree while it is built: files written anew, and files kept from the old tree by hard links."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._root = staging_of(folder)
        self._made: set[str] = set()
        self._written: list[str] = []
        self._root.mkdir()
        if folder.exists():
            shutil.copymode(folder, self._root)
        _spread(self._root)

    def write(self, path: str, data: bytes) -> None:
        """Write one file anew."""
        self._make(path.rpartition("/")[0])
        place = f"{self._root}/{path}"
        try:
            descriptor = os.open(place, _NEW_FILE, 0o666)
        except FileExistsError:
            # Perhaps a link to a file of the old tree, so it is never written over.
            Path(place).unlink()
            descriptor = os.open(place, _NEW_FILE, 0o666)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(descriptor, left) :]
        finally:
            os.close(descriptor)
        self.wrote(path)

    def wrote(self, path: str) -> None:
        """Count a file that another process has written here."""
        self._make(path.rpartition("/")[0])
        self._written.append(path)

    def sync_early(self) -> bytes:
        """Let the disk begin with what is there; `commit` syncs what is left. Gives nothing, as `Crew.do` wants it."""
        _sync_system(self._root)
        return b""

    def read(self, path: str) -> bytes | None:
        """A file that was written anew, None when it was not."""
        try:
            return (self._root / path).read_bytes()
        except FileNotFoundError:
            return None

    def keep(self, folder: str, names: Iterable[str]) -> list[str]:
        """Keep files of one folder of the old tree ("" is its root); gives the names that were not there."""
        missing = []
        self._make(folder)
        source, target = f"{self._folder}/{folder}", f"{self._root}/{folder}"
        with _linking(source, target) as link:
            for name in names:
                try:
                    link(name)
                except FileExistsError:
                    continue
                except FileNotFoundError:
                    missing.append(name)
        return missing

    def _make(self, folder: str) -> None:
        if folder and folder not in self._made:
            (self._root / folder).mkdir(parents=True, exist_ok=True)
            while folder:
                self._made.add(folder)
                folder = folder.rpartition("/")[0]

    def commit(self) -> None:
        """Sync everything, put the tree in the folder's place, and remove the old one."""
        self._sync()
        if not self._folder.exists():
            self._root.rename(self._folder)
        elif not exchanged(self._root, self._folder):
            retired = retired_of(self._folder)
            self._folder.rename(retired)
            try:
                self._root.rename(self._folder)
            except OSError:
                retired.rename(self._folder)
                raise
            retired.rename(self._root)
        sync_folder(self._folder.parent)
        if self._root.exists():
            shutil.rmtree(self._root)

    def discard(self) -> None:
        """Remove the staging tree; the folder is as it was."""
        shutil.rmtree(self._root, ignore_errors=True)

    def _sync(self) -> None:
        folders = [self._root, *(self._root / folder for folder in sorted(self._made))]
        sync(self._root, self._written, folders)


def _spread(folder: Path) -> None:
    """Tell ext4 that a folder is the top of a tree, so that folders in it go to block groups with free inodes.

    Otherwise they go where everything else beside them goes; where many files were deleted minutes ago, each new file
    then costs a search among their inodes: 10,000 files took 8 s instead of 0.4 s. The attribute is T of chattr(1).
    """
    if sys.platform != "linux":
        return
    import fcntl  # is not there on Windows

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        flags = int.from_bytes(fcntl.ioctl(descriptor, _GET_FLAGS, bytes(8)), sys.byteorder)
        fcntl.ioctl(descriptor, _SET_FLAGS, (flags | _TOP_OF_TREE).to_bytes(8, sys.byteorder))
    except OSError:
        pass  # not ext4, or a system with other numbers: files are made all the same
    finally:
        os.close(descriptor)


@contextmanager
def _linking(source: str, target: str) -> Iterator[Callable[[str], None]]:
    """A function that links one name of a folder into another; it copies where the file system has no links."""
    with ExitStack() as stack:
        if os.link in os.supports_dir_fd:
            descriptors = []
            for folder in (source, target):
                descriptors.append(os.open(folder, os.O_RDONLY))
                stack.callback(os.close, descriptors[-1])
            # Names relative to open folders: the kernel need not walk the whole path ten thousand times.
            make = partial(_link_at, descriptors[0], descriptors[1])
        else:
            make = partial(_link_path, source, target)
        yield partial(_link, make, source, target)


def _link_at(source: int, target: int, name: str) -> None:
    os.link(name, name, src_dir_fd=source, dst_dir_fd=target, follow_symlinks=False)


def _link_path(source: str, target: str, name: str) -> None:
    os.link(f"{source}/{name}", f"{target}/{name}")


def _link(make: Callable[[str], None], source: str, target: str, name: str) -> None:
    try:
        make(name)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(f"{source}/{name}", f"{target}/{name}", follow_symlinks=False)


def sync(root: Path, files: Sequence[Path | str], folders: Sequence[Path]) -> None:
    """Make files and the names in folders durable.

    Args:
        root: All of them are on its file system.
        files: Absolute, or below ``root``.
        folders: Absolute.
    """
    if len(files) > _FEW and _sync_system(root):
        return
    for path in files:
        with (root / path).open("rb+") as file:
            os.fsync(file.fileno())
    for folder in folders:
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Sync the names in a folder, where the system can open folders."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_system(folder: Path) -> bool:
    """Sync the file system that holds a folder, or everything; False where the system cannot."""
    if sys.platform == "linux":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) == 0:
                return True
        except AttributeError:
            pass
        finally:
            os.close(descriptor)
    if not hasattr(os, "sync"):
        return False
    os.sync()
    return True


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the file system cannot."""
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
