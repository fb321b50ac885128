"""Whether a path lies where SQLite's locks do not hold: network shares and folders of sync programs."""

from __future__ import annotations

from pathlib import Path

_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "ncpfs"}
)
_SYNCED = frozenset(
    {"dropbox", "onedrive", "nutstore", "坚果云", "baidunetdiskworkspace", "google drive", "icloud drive"}
)


def on_network(path: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """Whether a library must not lie here: two computers writing to it at once would damage it."""
    resolved = path.resolve()
    if any(part.casefold() in _SYNCED for part in resolved.parts):
        return True
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    kind, depth = "", -1
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004  (device, place, kind)
            continue
        place = Path(fields[1].replace("\\040", " "))
        if len(place.parts) > depth and resolved.is_relative_to(place):
            kind, depth = fields[2], len(place.parts)
    return kind in _NETWORK
