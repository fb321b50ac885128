"""OpenCC made ready for newsrooms: one converter for each configuration and process.

A converter gets a configuration of its own made from that of the package. The separate segmentation step is left out:
it looks up the same phrases a second time and costs half of the time (tests compare the results). The forms of Hong
Kong's newspapers stand beside the region's phrases; every dictionary of our own costs time, so there is no other.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import resources
from editor.text.variants.routes import Config

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

UNDECIDED = "\ue000"
"""Stands in a marked conversion for a one-to-many character that no word decided."""

WATCHED = "\ue001"
"""The same for a character on the list of those that a person looks at even when it stayed as it was."""


@cache
def exceptions() -> Mapping[str, Any]:
    """Our own exceptions, see ``exceptions.toml``."""
    return resources.table("dictionaries/variants/exceptions.toml")


@cache
def candidates(direction: str) -> Mapping[str, tuple[str, ...]]:
    """One-to-many characters of ``to-hant`` or ``to-hans`` with all that they may become."""
    table = resources.table("dictionaries/variants/candidates.toml")[direction]
    return {character: tuple(choices) for character, choices in table.items()}


@cache
def bare(config: Config) -> Callable[[str], str]:
    """OpenCC as the package configures it."""
    from opencc import OpenCC  # importing it loads a library of several megabytes

    convert: Callable[[str], str] = OpenCC(config.value).convert
    return convert


@cache
def converter(config: Config) -> Callable[[str], str]:
    """OpenCC at full speed, with the forms of the region's newspapers."""
    plain = _plain_config(config)
    stages = plain["conversion_chain"]
    if config in {Config.S2HK, Config.T2HK}:
        _add(stages[-1], exceptions()["house"]["forms"][Config.S2HK.value])
    return _made(plain)


@cache
def marker(config: Config) -> Callable[[str], str]:
    """A conversion to Traditional that gives UNDECIDED where only the table of single characters could choose."""
    plain = _plain_config(config)
    stage = plain["conversion_chain"][0]
    marks = dict.fromkeys(candidates("to-hant"), UNDECIDED)
    marks.update(dict.fromkeys(exceptions()["watched"], WATCHED))
    _put_before_characters(stage, marks)
    del plain["conversion_chain"][1:]
    return _made(plain)


@cache
def dictionary_version() -> str:
    """What a conversion depends on besides the text, for the record of a derived revision.

    The version of OpenCC and a short hash of our own lists: ``opencc 1.4.2, gaotai 1f3a…``.
    """
    import opencc  # see bare()

    digest = hashlib.sha256()
    for name in resources.names("dictionaries/variants", ".toml"):
        digest.update(resources.data(f"dictionaries/variants/{name}"))
    return f"opencc {opencc.__version__}, gaotai {digest.hexdigest()[:12]}"


def _plain_config(config: Config) -> dict[str, Any]:
    """The package's configuration without segmentation, its dictionaries under absolute paths."""
    import opencc  # see bare()

    folder = Path(opencc.__file__).parent / "clib" / "share" / "opencc"
    plain: dict[str, Any] = json.loads((folder / f"{config}.json").read_text(encoding="utf-8"))
    plain.pop("segmentation", None)
    _locate(plain, folder)
    return plain


def _locate(part: Any, folder: Path) -> None:
    if isinstance(part, dict):
        if "file" in part:
            part["file"] = (folder / part["file"]).as_posix()
        for inner in part.values():
            _locate(inner, folder)
    elif isinstance(part, list):
        for inner in part:
            _locate(inner, folder)


def _add(stage: dict[str, Any], words: Mapping[str, str]) -> None:
    """Put our words beside the phrases of a stage; on a tie ours win."""
    first, *others = stage["dict"]["dicts"]
    ours = {"type": "inline", "entries": dict(words)}
    stage["dict"]["dicts"] = [{"type": "group", "match_policy": "union", "dicts": [ours, first]}, *others]


def _put_before_characters(stage: dict[str, Any], characters: Mapping[str, str]) -> None:
    """Let our table of single characters come before that of OpenCC, but after its phrases."""
    words, *others = stage["dict"]["dicts"]
    stage["dict"]["dicts"] = [words, {"type": "inline", "entries": dict(characters)}, *others]


def _made(plain: dict[str, Any]) -> Callable[[str], str]:
    from opencc import OpenCC  # see bare()

    with tempfile.TemporaryDirectory(prefix="gaotai-") as folder:
        path = Path(folder) / "config.json"
        path.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
        convert: Callable[[str], str] = OpenCC(str(path)).convert
    return convert
