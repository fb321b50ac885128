"""What a command prints: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

from editor.errors import EditorError, Exit
from resources import found, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}
"""What some readers of lines take for the end of one; JSON keeps it as an escape."""

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")


def language_of_locale(environment: Mapping[str, str]) -> str:
    """``zh_CN`` where the locale is a Chinese one, else ``en``."""
    value = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    return "zh_CN" if value.casefold().startswith("zh") else "en"


def language_named(name: str) -> str | None:
    """The language that ``--lang`` names, None when there is no such one."""
    return {"en": "en", "zh_cn": "zh_CN", "zh": "zh_CN"}.get(name.casefold().replace("-", "_"))


class OutputLostError(Exception):
    """The result cannot be written where it was to go."""


class Console:
    """Where a command prints, in which language, and the worst exit code so far."""

    def __init__(self, language: str = "") -> None:
        self.language = language or language_of_locale(os.environ)
        self.json = False
        self.out: TextIO = sys.stdout
        self.err: TextIO = sys.stderr
        self.worst = Exit.DONE

    def sentence(self, key: str, **values: Any) -> str:
        """A sentence of the message table in the language of this run."""
        return sentence(key, self.language, **values)

    def listed(self, items: Iterable[str]) -> str:
        """Several things in a row, as the language sets them."""
        return self.sentence("cli.list_separator").join(items)

    def failure(self, error: EditorError) -> str:
        """The sentence for a known failure."""
        shown = {
            name: self.listed(value) if isinstance(value, list) else value for name, value in error.details.items()
        }
        return self.reason(error.code, **shown)

    def reason(self, code: str, **values: Any) -> str:
        """The sentence for a code; placeholders that nobody filled show as an ellipsis."""
        sentences = found(f"error.{code}")
        return code if sentences is None else sentences[self.language].format_map(_Filled(values))

    def say(self, key: str, **values: Any) -> None:
        """A remark for people, on standard error."""
        self.err.write(self.sentence(key, **values) + "\n")

    def print(self, text: str) -> None:
        """A line of the result."""
        self._put(text + "\n")

    def write(self, text: str) -> None:
        """A result as it is, with or without a last newline."""
        self._put(text)

    def record(self, record: Mapping[str, Any]) -> None:
        """A line of JSON."""
        import json

        line = json.dumps(record, ensure_ascii=False)
        self._put(line.translate(_LINE_ENDS) + "\n")

    def flush(self) -> None:
        """Everything of the result goes out.

        Raises:
            OutputLostError: It cannot, as on a full disk.
            BrokenPipeError: Nobody reads it any more.
        """
        try:
            self.out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputLostError from error

    def _put(self, text: str) -> None:
        try:
            self.out.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputLostError from error

    def fail(self, error: EditorError, record: Mapping[str, Any] | None = None) -> None:
        """Report a known failure; with ``--json`` also as a record, when the command goes on with other things."""
        message = self.failure(error)
        if self.json and record is not None:
            self.record({**record, "error": error.code, "message": message})
        self.err.write(f"gaotai: {message}\n")
        self.worse(error.exit_code)

    def worse(self, code: Exit) -> None:
        """Remember an exit code; the highest wins."""
        self.worst = max(self.worst, code)


class _Filled(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"
