"""What was checked already and cannot have changed."""

from __future__ import annotations


class Sound:
    """Signatures that were found sound, so that a batch that is looked at twice is not checked twice.

    Whether a key, a signature and a body belong together can never change; checking costs forty times what hashing
    does. What is full begins anew.
    """

    def __init__(self, most: int = 50_000) -> None:
        self._most = most
        self._marks: set[bytes] = set()

    def __contains__(self, mark: bytes) -> bool:
        return mark in self._marks

    def add(self, mark: bytes) -> None:
        """Remember one."""
        if len(self._marks) >= self._most:
            self._marks.clear()
        self._marks.add(mark)
