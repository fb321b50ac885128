"""Word lists about people: surnames, titles, what may stand after a name. One record for each direction and process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import resources
from editor.text.variants.converters import bare
from editor.text.variants.routes import Config

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class People:
    """What is known about names in one script.

    Attributes:
        surnames: Surnames of one and of two characters.
        surname_forms: Characters that keep or get this form as a surname.
        given_forms: The same for the other characters of a name.
        known: Names of known people with their forms.
        sensitive: All characters of the two tables of forms.
        before: Titles and labels after which a name may stand.
        labels: Those of them that head a list of names.
        after: Titles that stand after a name.
        ends: What may stand right after a name.
        objects: Words that show that 于 before them is the preposition.
        leading: Surnames that are looked for at the start of a clause (于文静说).
        alone: Characters that are looked for in names that stand by themselves (張徵).
        speech: What follows such a name at the start of a clause.
        common: Words that begin like a name.
        before_ends: The last two characters of titles after which a name may stand.
        openers: Characters that may follow a title before or at the beginning of a name.
    """

    surnames: frozenset[str]
    surname_forms: Mapping[str, str]
    given_forms: Mapping[str, str]
    known: Mapping[str, str]
    sensitive: frozenset[str]
    before: tuple[str, ...]
    labels: frozenset[str]
    after: frozenset[str]
    ends: tuple[str, ...]
    objects: frozenset[str]
    leading: frozenset[str]
    alone: frozenset[str]
    speech: tuple[str, ...]
    common: frozenset[str]
    before_ends: frozenset[str]
    openers: frozenset[str]

    def form(self, name: str, converted: str) -> str:
        """A name in its form.

        Args:
            name: As written in the source.
            converted: The same name as OpenCC converts it.
        """
        if name in self.known or len(name) != len(converted):
            return self.known.get(name, converted)
        surname = 2 if name[:2] in self.surnames and len(name) > 2 else 1  # noqa: PLR2004 - 欧阳
        forms = [
            (self.surname_forms if index < surname else self.given_forms).get(character, other)
            for index, (character, other) in enumerate(zip(name, converted, strict=True))
        ]
        return "".join(forms)


@cache
def people(*, to_traditional: bool) -> People:
    """The word lists for text that is to become Traditional, or Simplified."""
    table = resources.table("dictionaries/variants/names.toml")
    return _simplified(table) if to_traditional else _traditional(table)


def _simplified(table: Mapping[str, Any]) -> People:
    forms = table["to-hant"]
    titles = table["titles"]
    single = "".join(table["surnames"]["single"].split())
    return People(
        surnames=frozenset(single) | frozenset(table["surnames"]["double"].split()),
        surname_forms=forms["surname"],
        given_forms=forms["given"],
        known=forms["known"],
        sensitive=frozenset(forms["surname"]) | frozenset(forms["given"]),
        before=tuple(dict.fromkeys((titles["before"] + titles["labels"]).split())),
        labels=frozenset(titles["labels"].split()),
        after=frozenset(titles["after"].split()) | {" 摄", "\u3000摄"},
        ends=tuple(titles["ends"].split()),
        objects=frozenset(table["preposition"]["objects"].split()),
        leading=frozenset(forms["leading"]),
        alone=frozenset(),
        speech=tuple(titles["speech"].split()),
        common=frozenset(table["words"]["common"].split()),
        before_ends=frozenset(title[-2:] for title in (titles["before"] + titles["labels"]).split()),
        openers=_openers(frozenset(single) | frozenset(table["surnames"]["double"].split())),
    )


def _openers(surnames: Iterable[str]) -> frozenset[str]:
    return frozenset(name[0] for name in surnames) | frozenset(" \u3000\t:：/／|｜丨")


def _more_ends(table: Mapping[str, Any]) -> tuple[str, ...]:
    """Traditional words that stand after a name and that conversion does not give (報導)."""
    return tuple(table["to-hans"]["ends"].split())


def _traditional(table: Mapping[str, Any]) -> People:
    simplified = _simplified(table)
    convert = bare(Config.S2TW)

    def turned(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(convert("\n".join(words)).split("\n")))

    given = dict(table["to-hans"]["given"])
    surnames = {simplified.surname_forms.get(name, convert(name)) for name in simplified.surnames}
    return People(
        surnames=frozenset(surnames),
        surname_forms={},
        given_forms=given,
        known=table["to-hans"]["known"],
        sensitive=frozenset(given),
        before=turned(simplified.before),
        labels=frozenset(turned(tuple(simplified.labels))),
        after=frozenset(turned(tuple(simplified.after))),
        ends=(*turned(simplified.ends), *_more_ends(table)),
        objects=frozenset(table["to-hans"]["not_alone"].split()),
        leading=frozenset(),
        alone=frozenset(table["to-hans"]["alone"]),
        speech=turned(simplified.speech),
        common=simplified.common,
        before_ends=frozenset(title[-2:] for title in turned(simplified.before)),
        openers=_openers(surnames),
    )
