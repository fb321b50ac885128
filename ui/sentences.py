"""Sentences of the message table in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.service.messages import Failure


class _Lenient(dict[str, Any]):
    """Values of a sentence; one that is not there is shown as a gap instead of failing."""

    def __missing__(self, key: str) -> str:
        return "…"


class Sentences:
    """Makes sentences from keys; the table is read at the first one.

    A sentence that names what is typed on the command line has another one for the window, ``window.<key>``.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._own: Mapping[str, Mapping[str, str]] | None = None

    def sentence(self, key: str, values: Mapping[str, Any] | None = None) -> str:
        """The sentence of a key, "" when there is none."""
        if self._own is None:
            self._own = resources.table("messages/window.toml")
        found = self._own.get(f"window.{key}") or resources.found(key)
        return found[self.language].format_map(_Lenient(values or {})) if found is not None else ""

    def of_failure(self, failure: Failure) -> str:
        """What happened, what was kept and what to do."""
        if failure.code == "bug":
            return self.sentence(f"cli.{failure.code}", failure.details)
        return self.sentence(f"error.{failure.code}", failure.details) or failure.code
