"""For whom a newsroom converts: target and options by one name."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache

import resources
from editor.article import Variant
from editor.text.variants.model import Options

DEFAULT = "mainland-for-taiwan"


@dataclass(frozen=True, slots=True)
class Profile:
    """One profile.

    Attributes:
        key: Its code.
        names: Its name by language.
        target: Variant to convert to.
        words: Whether words of the region are put in.
        quotes: Whether quotation marks become those of the region.
    """

    key: str
    names: dict[str, str]
    target: Variant
    words: bool
    quotes: bool

    def options(self, options: Options | None = None) -> Options:
        """Options of the profile; register, glossary and via_hans are those given."""
        return dataclasses.replace(options or Options(), words=self.words, quotes=self.quotes)


@cache
def profiles() -> dict[str, Profile]:
    """All profiles by their codes, the default one first."""
    table = resources.table("dictionaries/variants/profiles.toml")
    return {
        key: Profile(
            key,
            {language: entry[language] for language in resources.LANGUAGES},
            Variant(entry["target"]),
            entry["words"],
            entry["quotes"],
        )
        for key, entry in table.items()
    }
