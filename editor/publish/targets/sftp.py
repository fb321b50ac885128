"""A folder on a server by SFTP: our site, or files in one format, the same as on a disk.

Deliveries are made in a copy on this computer, then what has changed goes up. Assets go before pages, pages before
lists; each file is old or new, whenever the line is cut, and the next delivery completes what was begun.
"""

from __future__ import annotations

import hashlib
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from editor.errors import EditorError
from editor.publish.remote_files import PART, RemoteFiles, There
from editor.publish.remote_login import Login
from editor.publish.targets import Delivery, open_target
from editor.publish.targets.destination import Health, Loss, Traits
from editor.publish.targets.failures import failing_at
from editor.publish.targets.folder import EXTENSIONS
from editor.publish.targets.kinds import Option
from editor.publish.targets.sftp_mirror import Mirror, ordered
from editor.publish.targets.sftp_notes import (
    CHANGING,
    HELD,
    Changing,
    Lock,
    Mark,
    changing_data,
    changing_of,
    held_data,
    held_of,
)
from editor.publish.targets.site import KIND as SITE
from editor.publish.tree import locked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.package import Gone, Package
    from editor.publish.targets import Target
    from editor.publish.targets.sftp_notes import Held

_MOST_PORT = 65_535
_SITE = "site"


class SftpKind:
    """See `kinds.Kind`."""

    name = "sftp"
    whole = True
    secret = True
    options = (
        Option("host", required=True),
        Option("port", default="22"),
        Option("user", required=True),
        Option("path", required=True),
        Option("format", default=_SITE, choices=(_SITE, *sorted(EXTENSIONS))),
        Option("key_file"),
        Option("fingerprint"),
        *(option for option in SITE.options if option.name != "path"),
    )

    def address(self, options: Mapping[str, str]) -> str:
        """See `kinds.Kind.address`."""
        host, port, path = options["host"].strip(), options.get("port") or "22", options["path"].strip()
        odd = not host or not host.isprintable() or set(host) & set(" /@?#")
        if odd or not (port.isascii() and port.isdigit() and 0 < int(port) <= _MOST_PORT):
            raise EditorError.usage("sftp_host_shape", value=f"{host}:{port}")
        folder = posixpath.normpath(path)
        if ".." in folder.split("/") or "\\" in folder or not folder.isprintable() or folder in {"/", "//"}:
            raise EditorError.usage("sftp_path_shape", value=path)
        form = options.get("format") or _SITE
        if form == _SITE:
            SITE.address({**options, "path": "."})
        elif named := next(
            (option.name for option in SITE.options if option.name != "path" and options.get(option.name)), ""
        ):
            raise EditorError.usage("sftp_site_option", option=named, format=form)
        return f"sftp://{options['user'].strip()}@{host.lower()}:{port}/{folder}#{form}"

    def lets_in(self, options: Mapping[str, str]) -> bool:
        """See `kinds.lets_in`: a key file may have no passphrase; whether it has one, is seen when it is read."""
        return bool(options.get("key_file", "").strip())

    def open(self, options: Mapping[str, str], secret: str) -> SftpTarget:
        """See `kinds.Kind.open`."""
        return SftpTarget(options, secret, self.address(options))


KIND = SftpKind()


class SftpTarget:
    """See `editor.publish.targets.Target`."""

    traits = Traits(unseen="no_address")

    def __init__(self, options: Mapping[str, str], secret: str, address: str) -> None:
        """Nothing is called yet."""
        self._login = Login(
            host=options["host"].strip(),
            port=int(options.get("port") or 22),
            user=options["user"].strip(),
            key_file=options.get("key_file", "").strip(),
            fingerprint=options.get("fingerprint", "").strip(),
            secret=secret,
        )
        self._options = dict(options)
        self._folder = posixpath.normpath(options["path"].strip())
        self._form = options.get("format") or _SITE
        self._channels = int(options.get("connections") or 4)
        self._address = address

    def probe(self) -> Health:
        """Get in, and see whether we may write there.

        Raises:
            EditorError: What is wrong, in words (exit 6); of a host that is not known yet, the fingerprint to enter.
        """
        with self._files(1) as files:
            files.make_folder("")
            trial = f"{HELD}{PART}"
            files.write(trial, b"-")
            files.remove(trial)
            held = held_of(files.read(HELD))
            others = () if held.mark else tuple(sorted(files.listing("")))
        notes = (Loss("sftp_not_empty", detail=", ".join(others[:5])),) if others else ()
        return Health(self._login.user, None, notes)

    @property
    def form(self) -> str:
        """What lies there: ``site``, or a format of files."""
        return self._form

    def deliver(self, packages: Sequence[Package], gone: Sequence[Gone]) -> list[Delivery]:
        """See `Target.deliver`. A line that is cut leaves every file old or new; the next delivery repairs."""
        root = _mirrors().resolve() / hashlib.sha256(self._address.encode()).hexdigest()[:32]
        with failing_at(root):
            root.mkdir(parents=True, exist_ok=True)
            with locked(root):
                return self._delivered(Mirror(root), packages, gone)

    def _delivered(self, mirror: Mirror, packages: Sequence[Package], gone: Sequence[Gone]) -> list[Delivery]:
        with self._files(self._channels) as files:
            files.make_folder("")
            with Lock(files, mirror.by) as lock:
                held, changing = held_of(files.read(HELD)), changing_of(files.read(CHANGING))
                mirror.match(files, held, changing)
                mirror.begin()
                made = self._made(mirror.tree).deliver(packages, gone)
                work = _Work(files, lock, mirror, held, changing)
                written = work.run()
        return [self._placed(mirror, item, written) for item in made]

    def _made(self, tree: Path) -> Target:
        """What makes the copy: the same as for a folder on a disk."""
        if self._form == _SITE:
            return SITE.open({**self._options, "path": str(tree)}, "")
        return open_target(f"{self._form}:{tree}")

    def _placed(self, mirror: Mirror, item: Delivery, written: frozenset[str]) -> Delivery:
        path = Path(item.place).relative_to(mirror.tree).as_posix()
        shown = f"sftp://{self._login.shown}/{self._folder.lstrip('/')}/{path}"
        return Delivery(item.name, shown, path in written)

    def _files(self, channels: int) -> RemoteFiles:
        return RemoteFiles(self._login, self._folder, channels)


def _mirrors() -> Path:
    """Where our copies stand; what is lost there is fetched again."""
    from platformdirs import user_cache_path  # start-up time

    return user_cache_path("gaotai", appauthor=False) / "sftp"


class _Plan(NamedTuple):
    """What has to be done there.

    Attributes:
        put: Files that go up.
        gone: Files of ours that are deleted.
        left: Halves of files that a cut line left.
    """

    put: Mapping[str, Mark]
    gone: tuple[str, ...]
    left: tuple[str, ...]


class _Work:
    """Bringing a server from what stands there to what stands in the copy."""

    def __init__(self, files: RemoteFiles, lock: Lock, mirror: Mirror, held: Held, changing: Changing | None) -> None:
        self._files = files
        self._lock = lock
        self._mirror = mirror
        self._held = held
        self._changing = changing
        self._open = {*changing.put, *changing.gone} if changing else set()
        self._wanted = mirror.marks()

    def run(self) -> frozenset[str]:
        """Do it; gives the paths that were written."""
        plan = self._plan()
        if plan.put or plan.gone:
            changing = Changing(self._mirror.by, plan.put, plan.gone)
            self._files.write(CHANGING, changing_data(self._with_open(changing)))
        self._make_folders(plan.put)
        for paths in ordered(plan.put):
            self._files.each(paths, self._put)
        for paths in reversed(ordered(plan.gone)):
            self._files.each(paths, self._remove)
        self._files.each(plan.left, self._remove)
        self._remove_folders(plan.gone)
        data = held_data(self._wanted)
        mark = hashlib.sha256(data).hexdigest()
        if mark != self._held.mark:
            self._files.write(HELD, data)
        if plan.put or plan.gone or self._changing is not None:
            self._files.remove(CHANGING)
        self._mirror.end(mark)
        return frozenset(plan.put)

    def _with_open(self, changing: Changing) -> Changing:
        """With what an earlier delivery left open: a second cut must not make us forget that it is ours."""
        if self._changing is None:
            return changing
        gone = {*self._changing.gone, *changing.gone} - set(changing.put)
        put = {path: mark for path, mark in {**self._changing.put, **changing.put}.items() if path not in gone}
        return Changing(changing.by, put, tuple(gone))

    def _plan(self) -> _Plan:
        """Compare the copy with what the server lists, and that with what really stands there.

        Raises:
            EditorError: A file of somebody else has a name that one of ours would have.
        """
        ours = {*self._held.files, *self._open}
        folders = {path.rpartition("/")[0] for path in (*self._wanted, *ours)}
        there: dict[str, There] = {}
        for folder in sorted(folders):
            sign = "/" if folder else ""
            there |= {f"{folder}{sign}{name}": row for name, row in self._files.listing(folder).items()}
        put = {path: mark for path, mark in self._wanted.items() if not self._stands(path, mark, there)}
        for path in [path for path in put if path in there and path not in ours]:
            data = None if there[path].folder else self._files.read(path)
            if data is None or hashlib.sha256(data).hexdigest() != put[path].sha:
                raise EditorError.target("sftp_taken", file=path)
            del put[path]
        gone = tuple(path for path in ours if path not in self._wanted and path in there)
        halves = {
            f"{folder}{sign}.{name}{PART}" for folder, sign, name in (p.rpartition("/") for p in (*self._wanted, *ours))
        }
        return _Plan(put, gone, tuple(sorted(halves & set(there))))

    def _stands(self, path: str, mark: Mark, there: Mapping[str, There]) -> bool:
        """Whether exactly this stands there, as far as can be told without reading it."""
        known = path not in self._open and self._held.files.get(path) == mark
        return known and path in there and there[path].size == mark.size

    def _make_folders(self, paths: Mapping[str, Mark]) -> None:
        for folder in sorted({path.rpartition("/")[0] for path in paths} - {""}):
            self._files.make_folder(folder)

    def _remove_folders(self, gone: Sequence[str]) -> None:
        kept = {path.rpartition("/")[0] for path in self._wanted}
        for folder in sorted({path.rpartition("/")[0] for path in gone} - kept - {""}, reverse=True):
            self._files.remove_folder(folder)

    def _put(self, path: str) -> None:
        self._lock.renew()
        self._files.write(path, (self._mirror.tree / path).read_bytes())

    def _remove(self, path: str) -> None:
        self._lock.renew()
        self._files.remove(path)
