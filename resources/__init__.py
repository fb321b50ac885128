"""Data files of Gaotai: messages, dictionaries, templates, samples. The only reader of this folder.

By their path, without importlib.resources, which takes longer than all the rest of a command's start.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "zh_CN")
_HERE = Path(__file__).parent


def data(path: str) -> bytes:
    """The bytes of one file below ``resources/``."""
    return (_HERE / path).read_bytes()


def text(path: str) -> str:
    """The text (UTF-8) of one file below ``resources/``."""
    return data(path).decode("utf-8")


def place(path: str) -> str:
    """Where a file or folder below ``resources/`` lies, for libraries that read it themselves; with slashes."""
    return (_HERE / path).as_posix()


def names(folder: str, suffix: str) -> list[str]:
    """Names of the files in a folder that end in ``suffix``, sorted."""
    return sorted(item.name for item in (_HERE / folder).iterdir() if item.name.endswith(suffix))


def table(path: str) -> dict[str, Any]:
    """A TOML file as nested dictionaries."""
    import tomllib  # noqa: PLC0415  (a command that says nothing needs none)

    return tomllib.loads(text(path))


@cache
def messages() -> dict[str, dict[str, str]]:
    """The message table: key → language → sentence with ``{placeholders}``.

    One TOML file per room in ``resources/messages``; each key is a quoted table name with one entry a language.
    """
    found: dict[str, dict[str, str]] = {}
    for name in names("messages", ".toml"):
        for key, sentences in table(f"messages/{name}").items():
            if key in found:
                raise ValueError(f"message key defined twice: {key}")
            found[key] = sentences
    return found


@cache
def _room(name: str) -> dict[str, dict[str, str]]:
    """The messages of one room, {} when it has no file of its own."""
    try:
        return table(f"messages/{name}.toml")
    except FileNotFoundError:
        return {}


def found(key: str) -> dict[str, str] | None:
    """The sentences of a key by language, None when there is no such key.

    The file named like the room is looked at first: help and most commands need no other.
    """
    return _room(key.partition(".")[0]).get(key) or messages().get(key)


def sentence(key: str, language: str, **values: Any) -> str:
    """The sentence for a key in a language, its placeholders filled.

    Raises:
        KeyError: There is no such key.
    """
    sentences = found(key)
    if sentences is None:
        raise KeyError(key)
    return sentences[language].format(**values)
