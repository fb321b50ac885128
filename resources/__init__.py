"""Data files of Gaotai: messages, dictionaries, templates, samples. The only caller of importlib.resources."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "zh_CN")


def data(path: str) -> bytes:
    """The bytes of one file below ``resources/``."""
    return files("resources").joinpath(path).read_bytes()


def text(path: str) -> str:
    """The text (UTF-8) of one file below ``resources/``."""
    return data(path).decode("utf-8")


def names(folder: str, suffix: str) -> list[str]:
    """Names of the files in a folder that end in ``suffix``, sorted."""
    return sorted(item.name for item in files("resources").joinpath(folder).iterdir() if item.name.endswith(suffix))


def table(path: str) -> dict[str, Any]:
    """A TOML file as nested dictionaries."""
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


def sentence(key: str, language: str, **values: Any) -> str:
    """The sentence for a key in a language, its placeholders filled."""
    return messages()[key][language].format(**values)
