"""The one exception for things that a person can be told about; anything else is a bug."""

from __future__ import annotations

from enum import IntEnum
from typing import Any


class Exit(IntEnum):
    """Exit codes of the command line; the highest of a run wins."""

    DONE = 0
    FOUND = 1
    USAGE = 2
    UNREADABLE = 3
    LIBRARY = 4
    NOT_ALLOWED = 5
    TARGET = 6


class EditorError(Exception):
    """A known failure: a code, the exit status it leads to, and values for the sentence.

    The sentence itself is in the message table under ``error.<code>``; ``details`` fill its placeholders.
    """

    def __init__(self, code: str, exit_code: Exit, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.exit_code = exit_code
        self.details = details

    @staticmethod
    def usage(code: str, **details: Any) -> EditorError:
        """Wrong use of a command or operation."""
        return EditorError(code, Exit.USAGE, **details)

    @staticmethod
    def unreadable(code: str, **details: Any) -> EditorError:
        """Input that cannot be read or is refused."""
        return EditorError(code, Exit.UNREADABLE, **details)

    @staticmethod
    def library(code: str, **details: Any) -> EditorError:
        """The library is missing, locked, full, read-only, damaged or newer."""
        return EditorError(code, Exit.LIBRARY, **details)

    @staticmethod
    def refused(code: str, **details: Any) -> EditorError:
        """A rule, a level, an identity or a pass phrase stands against it."""
        return EditorError(code, Exit.NOT_ALLOWED, **details)

    @staticmethod
    def target(code: str, **details: Any) -> EditorError:
        """The place of publication or the way to it failed."""
        return EditorError(code, Exit.TARGET, **details)
