"""What a place is called that is no target of this computer: the core knows it by its address alone."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import urlsplit


def place_word(place: str) -> str:
    """The name of a target as it is; of an address (``site:/srv/www/news``) the folder, or the host and its path."""
    if "://" in place:
        try:
            address = urlsplit(place)
        except ValueError:  # what a person called a place may look like an address
            return place
        return f"{address.hostname or ''}{address.path}".rstrip("/") or place
    _, colon, path = place.partition(":")
    folder = PurePath(path.partition("#")[0])
    return folder.name or place if colon and folder.is_absolute() else place
