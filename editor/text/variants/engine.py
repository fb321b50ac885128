"""Conversion: OpenCC for the text, our own rules for what OpenCC must not decide."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from typing_extensions import override

from editor.article import Variant
from editor.errors import EditorError
from editor.text.variants import marks, quotes, words
from editor.text.variants.alignment import changes_between
from editor.text.variants.converters import converter, dictionary_version, exceptions, marker
from editor.text.variants.detection import detect
from editor.text.variants.model import Conversion, Options
from editor.text.variants.ranks import Held, Rank
from editor.text.variants.routes import Config, region, route
from editor.text.variants.scanning import Scanner, scanner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["config_name", "convert", "convert_prose", "convert_text", "dictionary_version", "name_form"]

_DEFAULT = Options()
_MARKS = ("\n", "。", "，")
_SEPARATOR = "\x1e"
_REACH = 300
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_STAND_IN = "\ufdd0"
"""A noncharacter in the place of half a character while it is converted."""


@dataclass(frozen=True, slots=True)
class Step:
    """One configuration made ready for certain options."""

    config: Config
    convert: Callable[[str], str]
    scanner: Scanner

    def run(self, text: str, people: Iterable[str] = (), *, prose: bool = False) -> tuple[str, list[Held]]:
        """The converted text and the spans in it that did not come from OpenCC."""
        converted = self.convert(text)
        held, cuts = self.scanner.scan(text, converted, people, prose=prose)
        if not held and not cuts:
            return converted, held
        return _patched(text, converted, held, cuts, self.convert), held


class _Same:
    """An object as a key by identity: hashing a long glossary for every article would cost more than converting it."""

    __slots__ = ("value",)

    def __init__(self, value: Options) -> None:
        self.value = value

    @override
    def __hash__(self) -> int:
        return id(self.value)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


@lru_cache(maxsize=32)
def _steps(source: Variant, target: Variant, key: _Same) -> tuple[Step, ...]:
    options = key.value
    configs = route(source, target, via_hans=options.via_hans)
    pairs = {(before, after, Rank.GLOSSARY) for before, after in options.glossary.pairs(target).items()}
    house: dict[str, str] = exceptions()["house"]["words"].get(target, {})
    house_pairs = {(before, after, Rank.WORD) for before, after in house.items()}
    if options.words:
        pairs |= {(before, after, rank) for before, after, rank in words.pairs(source, target)}
    steps: list[Step] = []
    for number, config in enumerate(configs):
        last = number == len(configs) - 1
        current = set(pairs) if last else set()
        if config.to_traditional:
            current |= house_pairs
        if last and number:
            earlier = steps[-1].convert
            current |= {(earlier(before), after, rank) for before, after, rank in pairs}
        steps.append(Step(config, converter(config), scanner(config, frozenset(current), options.names)))
    return tuple(steps)


def convert_text(text: str, target: Variant, *, source: Variant | None = None, options: Options = _DEFAULT) -> str:
    """The text in another variant; the same as ``convert(…).text``, but faster.

    Raises:
        EditorError: ``variant_unclear`` when no source is given and the text does not tell.
    """
    steps = _steps(source or _told(text, target), target, _Same(options))
    if steps and (marks.cut_words(text) or not _encodable(text)):
        return _converted(text, target, source or _told(text, target), options).text
    if steps and options.quotes:
        text = quotes.turned(text, target)
    for step in steps:
        text, _ = step.run(text)
    return text


def convert(text: str, target: Variant, *, source: Variant | None = None, options: Options = _DEFAULT) -> Conversion:
    """The text in another variant with every changed span.

    Markdown syntax, addresses, code, file and asset names never change; a text in the target comes out as it is.

    Raises:
        EditorError: ``variant_unclear`` when no source is given and the text does not tell.
    """
    return _converted(text, target, source or _told(text, target), options)


def convert_prose(
    text: str, target: Variant, *, source: Variant, options: Options = _DEFAULT, people: Iterable[str] = ()
) -> Conversion:
    """The same for text of blocks and fields, in which Markdown has no meaning.

    Args:
        text: One or more texts joined by line feeds.
        target: Variant of the result.
        source: Variant of the text.
        options: How to convert.
        people: Names that occur in the text and keep their form.
    """
    return _converted(text, target, source, options, people, prose=True)


def _converted(
    text: str, target: Variant, source: Variant, options: Options, people: Iterable[str] = (), *, prose: bool = False
) -> Conversion:
    steps = _steps(source, target, _Same(options))
    if not steps:
        return Conversion(text, source, target)
    if not _encodable(text):
        found = _converted(_SURROGATE.sub(_STAND_IN, text), target, source, options, people, prose=prose)
        halves = iter(re.findall(f"{_SURROGATE.pattern}|{_STAND_IN}", text))
        return dataclasses.replace(found, text=re.sub(_STAND_IN, lambda _: next(halves), found.text))
    if not prose and marks.cut_words(text):
        return marks.converted(text, lambda plain: _converted(plain, target, source, options, people))
    middle = quotes.turned(text, target) if options.quotes else text
    for step in steps[:-1]:
        middle, _ = step.run(middle, people, prose=prose)
    last = steps[-1]
    result, held = last.run(middle, people, prose=prose)
    marked = marker(last.config)(middle) if last.config.to_traditional else ""
    changes, doubtful = changes_between(text, middle, result, held, marked, last.config)
    return Conversion(result, source, target, changes, doubtful)


def name_form(name: str, target: Variant, *, source: Variant, options: Options = _DEFAULT) -> str:
    """A person's name by itself in another variant; a glossary entry for the name wins."""
    pairs = options.glossary.pairs(target)
    if name in pairs:
        return pairs[name]
    for step in _steps(source, target, _Same(options)):
        name = step.scanner.name_form(name)
    return name


def _encodable(text: str) -> bool:
    """Whether OpenCC can take the text: halves of characters (lone surrogates) have no UTF-8 form."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def config_name(source: Variant, target: Variant) -> str:
    """Names of the configurations from one variant to another, joined by ``+``; "" when there is nothing to do."""
    return "+".join(route(source, target))


def _told(text: str, target: Variant) -> Variant:
    """The variant that a text is told to be in.

    A text that is the same in both scripts counts as being in the target already. Where the text does not tell, nobody
    is asked when the answer would make no difference (皇后 to Simplified).
    """
    found = detect(text)
    if found.variant is not None:
        return found.variant
    if found.tie:
        either = {convert_text(text, target, source=source) for source in (Variant.ZH_HANS, Variant.ZH_HANT)}
        if either != {text}:
            raise EditorError.unreadable("variant_unclear", hans=found.hans, hant=found.hant)
    return region(target)


def _patched(text: str, converted: str, held: list[Held], cuts: list[int], convert_piece: Callable[[str], str]) -> str:
    """The converted text with held spans put in and clauses with cuts converted in pieces."""
    if len(text) != len(converted):
        plan = _Plan()
        plan.zone(text, (0, len(text)), held, cuts)
        return plan.carried_out(convert_piece)
    changed = [span for span in held if converted[span.start : span.end] != span.after]
    if not cuts and all(span.direct for span in changed):
        return _put_in(converted, changed)
    starts = [span.start for span in held]
    plan = _Plan()
    zones = _zones(text, [span for span in changed if not span.direct], cuts)
    done = 0
    for start, end in [*zones, (len(text), len(text))]:
        for span in held[bisect_left(starts, done) : bisect_left(starts, start)]:
            plan.keep(converted[done : span.start])
            plan.keep(span.after)
            done = span.end
        plan.keep(converted[done:start])
        inside = held[bisect_left(starts, start) : bisect_left(starts, end)]
        plan.zone(text, (start, end), inside, cuts[bisect_left(cuts, start) : bisect_left(cuts, end)])
        done = end
    return plan.carried_out(convert_piece)


def _put_in(converted: str, held: list[Held]) -> str:
    """The converted text with held spans put in, none of which has a phrase of OpenCC over its borders."""
    pieces: list[str] = []
    done = 0
    for start, end, after, _, _ in held:
        pieces += (converted[done:start], after)
        done = end
    pieces.append(converted[done:])
    return "".join(pieces)


def _zones(text: str, held: list[Held], cuts: list[int]) -> list[tuple[int, int]]:
    """Clauses around held spans and cuts, apart and in order; no phrase of OpenCC has a mark inside."""
    zones: list[tuple[int, int]] = []
    places = sorted([(span.start, span.end) for span in held] + [(place, place) for place in cuts])
    for start, end in places:
        if zones and end < zones[-1][1]:
            continue
        before = max(text.rfind(mark, max(0, start - _REACH), start) for mark in _MARKS)
        after = [place for mark in _MARKS if (place := text.find(mark, end, end + _REACH)) >= 0]
        if (before < 0 and start > _REACH) or (not after and end + _REACH < len(text)):
            return [(0, len(text))]
        zone_start, zone_end = before + 1, min(after) if after else len(text)
        if zones and zone_start < zones[-1][1]:
            zones[-1] = (zones[-1][0], max(zone_end, zones[-1][1]))
        else:
            zones.append((zone_start, zone_end))
    return zones


class _Plan:
    """A result in the making: what is there already, and pieces that go through OpenCC together in one call."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._slots: list[int] = []
        self._pieces: list[str] = []

    def keep(self, text: str) -> None:
        """Append what is to stand as it is."""
        self._parts.append(text)

    def convert(self, text: str) -> None:
        """Append what is to be converted."""
        self._slots.append(len(self._parts))
        self._pieces.append(text)
        self._parts.append("")

    def zone(self, text: str, zone: tuple[int, int], held: list[Held], cuts: list[int]) -> None:
        """Append a part of the text, to be converted between its held spans and cuts."""
        position, end = zone
        for span in [*held, Held(end, end, "", Rank.FIXED)]:
            inner = cuts[bisect_left(cuts, position + 1) : bisect_left(cuts, span.start)]
            for place in [*inner, span.start]:
                if position < place:
                    self.convert(text[position:place])
                    position = place
            self.keep(span.after)
            position = span.end

    def carried_out(self, convert: Callable[[str], str]) -> str:
        """The result."""
        if not self._pieces:
            return "".join(self._parts)
        joined = _SEPARATOR.join(self._pieces)
        if joined.count(_SEPARATOR) == len(self._pieces) - 1:
            results = convert(joined).split(_SEPARATOR)
        else:
            results = [convert(piece) for piece in self._pieces]
        for slot, result in zip(self._slots, results, strict=False):
            self._parts[slot] = result
        return "".join(self._parts)
