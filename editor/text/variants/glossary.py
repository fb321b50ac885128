"""The newsroom's glossary: pairs and protected words that hold through every conversion."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from editor.article import Variant
from editor.errors import EditorError


@dataclass(frozen=True, slots=True)
class Entry:
    """One pair.

    Attributes:
        before: As written in the source.
        after: As it is to stand in the result.
        target: Only for this target variant; None = for every target of the other script.
    """

    before: str
    after: str
    target: Variant | None = None


@dataclass(frozen=True, slots=True)
class Glossary:
    """Pairs and words to be left alone.

    As TOML::

        protected = ["界面新闻"]

        [[entry]]
        from = "悉尼"
        to = "雪梨"
        variant = "zh-TW"     # may be left out

    """

    entries: tuple[Entry, ...] = ()
    protected: tuple[str, ...] = ()

    @staticmethod
    def from_toml(text: str) -> Glossary:
        """Read a glossary.

        Raises:
            EditorError: ``glossary_unreadable`` when it is no TOML or an entry lacks ``from`` or ``to``.
        """
        try:
            plain = tomllib.loads(text)
            return Glossary(
                tuple(_entry(item) for item in plain.get("entry", [])),
                tuple(word for word in map(_word, plain.get("protected", [])) if word),
            )
        except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as failure:
            raise EditorError.unreadable("glossary_unreadable", reason=str(failure)) from failure

    def pairs(self, target: Variant) -> dict[str, str]:
        """What holds for a target: words to their forms, protected words to themselves; later entries win."""
        found = {
            entry.before: entry.after
            for entry in self.entries
            if entry.target is None or _same_region(entry.target, target)
        }
        found.update((word, word) for word in self.protected)
        return found


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a word: {value!r}")
    return value


def _entry(item: Any) -> Entry:
    before, after = _word(item["from"]), _word(item["to"])
    if not before:
        raise ValueError("an entry with an empty from")
    variant = item.get("variant")
    return Entry(before, after, Variant(variant) if variant is not None else None)


def _same_region(wanted: Variant, target: Variant) -> bool:
    generic = {Variant.ZH_HANS: Variant.ZH_CN, Variant.ZH_HANT: Variant.ZH_TW}
    return generic.get(wanted, wanted) == generic.get(target, target)
