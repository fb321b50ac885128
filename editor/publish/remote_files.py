"""Files of a folder on a server by SFTP, over several channels of one line. Paths are below that folder, with ``/``.

A file is written under a name of its own and takes its place by a rename, so that whoever reads there sees the old
file or the new one.
"""

from __future__ import annotations

import errno
import queue
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from editor.publish.remote_login import QUIET, Login, connected, failing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PART = ".part"
_T = TypeVar("_T")


class There(NamedTuple):
    """A name in a folder of the server."""

    size: int
    folder: bool


class RemoteFiles:
    """An open line. `each` works on several files at once; everything else takes one channel."""

    def __init__(self, login: Login, folder: str, channels: int) -> None:
        """Connect.

        Args:
            login: How we get in.
            folder: Everything stands below it; relative to where the server puts us, or absolute.
            channels: At most so many things at once.

        Raises:
            EditorError: It does not work, in words (exit 6).
        """
        import paramiko  # 150 ms

        self._login = login
        self._folder = folder.rstrip("/")
        self._transport = connected(login)
        self._posix = True
        self._free: queue.LifoQueue[Any] = queue.LifoQueue()
        self._channels = 0
        try:
            with failing(login):
                for _ in range(channels):
                    try:
                        channel = paramiko.SFTPClient.from_transport(self._transport)
                    except paramiko.ChannelException:
                        if not self._channels:
                            raise
                        break  # servers may allow fewer sessions on one line
                    channel.get_channel().settimeout(QUIET)
                    self._free.put(channel)
                    self._channels += 1
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        self._transport.close()

    @contextmanager
    def _channel(self) -> Iterator[Any]:
        channel = self._free.get()
        try:
            with failing(self._login, self._transport):
                yield channel
        finally:
            self._free.put(channel)

    def _path(self, path: str) -> str:
        return f"{self._folder}/{path}" if path else self._folder or "."

    def each(self, things: Iterable[_T], do: Callable[[_T], object]) -> None:
        """Do something with each thing, as many at once as there are channels; the first failure ends it."""
        if self._channels == 1:
            for thing in things:
                do(thing)
            return
        with ThreadPoolExecutor(self._channels, thread_name_prefix="sftp") as pool:
            running = [pool.submit(do, thing) for thing in things]
            try:
                for one in running:
                    one.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def read(self, path: str) -> bytes | None:
        """A file, None when there is none."""
        with self._channel() as channel:
            try:
                with channel.open(self._path(path), "rb") as file:
                    file.prefetch()
                    data: bytes = file.read()
                    return data
            except FileNotFoundError:
                return None

    def write(self, path: str, data: bytes) -> None:
        """Put a file in its place in one step."""
        place = self._path(path)
        folder, sign, name = place.rpartition("/")
        part = f"{folder}{sign}.{name}{PART}"
        with self._channel() as channel:
            with channel.open(part, "wb") as file:
                file.set_pipelined(True)
                file.write(data)
            self._rename(channel, part, place)

    def _rename(self, channel: Any, part: str, place: str) -> None:
        if self._posix:
            try:
                channel.posix_rename(part, place)
            except (FileNotFoundError, PermissionError):
                raise
            except OSError as error:
                if "unsupported" not in str(error).lower():
                    raise
                self._posix = False
            else:
                return
        with suppress(FileNotFoundError):
            channel.remove(place)
        channel.rename(part, place)

    def create(self, path: str, data: bytes) -> bool:
        """Make a file that is not there yet; False when it is."""
        with self._channel() as channel:
            try:
                with channel.open(self._path(path), "wx") as file:
                    file.write(data)
            except OSError as error:
                if isinstance(error, PermissionError) or not self._is_there(channel, path):
                    raise
                return False
            return True

    def rewrite(self, path: str, data: bytes) -> bool:
        """Write over a file in its place, which sets its time; False when it is not there."""
        with self._channel() as channel:
            try:
                with channel.open(self._path(path), "r+b") as file:
                    file.write(data)
            except FileNotFoundError:
                return False
            return True

    def _is_there(self, channel: Any, path: str) -> bool:
        try:
            channel.stat(self._path(path))
        except FileNotFoundError:
            return False
        return True

    def time_of(self, path: str) -> float | None:
        """When a file was written by the server's clock (seconds since 1970), None when it is not there."""
        with self._channel() as channel:
            try:
                return float(channel.stat(self._path(path)).st_mtime or 0)
            except FileNotFoundError:
                return None

    def move(self, path: str, to: str) -> bool:
        """Rename a file to a name that is free; False when it is not there any more."""
        with self._channel() as channel:
            try:
                channel.rename(self._path(path), self._path(to))
            except FileNotFoundError:
                return False
            return True

    def remove(self, path: str) -> None:
        """Delete a file if it is there."""
        with self._channel() as channel, suppress(FileNotFoundError):
            channel.remove(self._path(path))

    def listing(self, folder: str) -> dict[str, There]:
        """Names in a folder; of one that is not there, none."""
        with self._channel() as channel:
            try:
                rows = channel.listdir_attr(self._path(folder))
            except FileNotFoundError:
                return {}
        return {row.filename: There(row.st_size or 0, stat.S_ISDIR(row.st_mode or 0)) for row in rows}

    def make_folder(self, folder: str) -> None:
        """Make a folder and those above it that are not there ("" = our own)."""
        whole = self._path(folder)
        steps = [whole[: at if at > 0 else 1] for at, sign in enumerate(f"{whole}/") if sign == "/"]
        with self._channel() as channel:
            for step in dict.fromkeys(steps):
                if step in {"", "/", "."}:
                    continue
                try:
                    channel.stat(step)
                except FileNotFoundError:
                    channel.mkdir(step)

    def remove_folder(self, folder: str) -> None:
        """Delete a folder if nothing is in it."""
        with self._channel() as channel:
            try:
                channel.rmdir(self._path(folder))
            except OSError as error:
                if error.errno not in {None, errno.ENOENT}:
                    raise
