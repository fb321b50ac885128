"""What a scan looks for: places of markup, titles, names, our exceptions, the pairs of a glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import resources
from editor.text.variants import senses
from editor.text.variants.converters import bare, converter, exceptions
from editor.text.variants.detection import common_characters
from editor.text.variants.ranks import Rank
from editor.text.variants.routes import Config

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from editor.text.variants.people import People

_MARKUP = (
    *("`", "<", "@", "://", "](", "][", "[^", "]:", "~~~", "www.", "asset:", "mailto:"),
    *("." + letter for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    *map(chr, range(ord("ぁ"), ord("ゖ") + 1)),
    *map(chr, range(ord("ァ"), ord("ヺ") + 1)),
)
"""Where one of these stands, a closer look for code, addresses, file names and Japanese is worth its time."""


def patterns_of(
    config: Config,
    known: People | None,
    convert: Callable[[str], str],
    pairs: Iterable[tuple[str, str, Rank]],
    register: Iterable[str],
) -> dict[str, tuple[Rank, str]]:
    """Every pattern with its rank and form; where one word is in several lists, the lower rank stands."""
    patterns: dict[str, tuple[Rank, str]] = dict.fromkeys(_MARKUP, (Rank.MARKUP, ""))
    if known is not None:
        hans, hant = common_characters()
        patterns.update(dict.fromkeys(hant if config.to_traditional else hans, (Rank.SCRIPT, "")))
        patterns.update((word, (Rank.TITLE, "")) for word in known.before)
        patterns.update((word, (Rank.LABEL, "")) for word in known.labels)
        patterns.update((word, (Rank.AFTER, "")) for word in known.after if word not in patterns)
        patterns.update((word, (Rank.SURNAME, "")) for word in known.leading)
        patterns.update((word, (Rank.GIVEN, "")) for word in known.alone)
        patterns["某"] = (Rank.ANONYMOUS, "")
        if config.to_traditional:
            for word, form in _phrases(convert):
                # Some words are titles as well (干部); such a pattern keeps its rank and gets the form beside it.
                rank, _ = patterns.get(word, (Rank.PHRASE, ""))
                patterns[word] = (rank, form)
            patterns.update(senses.patterns(_regional(config)))
        else:
            places: dict[str, str] = exceptions()["to-hans"]["places"]
            patterns.update((word, (Rank.PLACE, form)) for word, form in places.items())
        patterns.update((word, (Rank.WORD, form)) for word, form in _words(config))
        patterns.update((name, (Rank.NAME, form)) for name, form in known.known.items())
        patterns.update((name, (Rank.NAME, known.form(name, convert(name)))) for name in register)
    for word, form, rank in sorted(pairs, key=lambda pair: -pair[2]):
        patterns[word] = (rank, form)
    return patterns


def _phrases(convert: Callable[[str], str]) -> Iterable[tuple[str, str]]:
    phrases = resources.table("dictionaries/variants/phrases.toml")["words"].split()
    return zip(phrases, convert("\n".join(phrases)).split("\n"), strict=True)


def _words(config: Config) -> Iterable[tuple[str, str]]:
    """Our exceptions in the forms of the target."""
    if config.to_simplified:
        backwards: dict[str, str] = exceptions()["to-hans"]["words"]
        return backwards.items()
    if not config.to_traditional:
        return []
    rare: dict[str, str] = exceptions()["to-hant"]["words"]
    regional = _regional(config)
    return [(word, regional(form)) for word, form in rare.items()]


def _regional(config: Config) -> Callable[[str], str]:
    """What makes the forms of our lists, which are those of Taiwan, those of the target."""
    if config is Config.S2TW:
        return str
    turn, give = bare(Config.TW2T), converter(Config.T2HK)
    return lambda form: give(turn(form))
