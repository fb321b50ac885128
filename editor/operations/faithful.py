"""Whether a text is what it says: the kept original but for repaired damage, or the conversion of another text.

Both are checked from the recorded facts, not by running intake again, so that a later version of the program, which
may read pages better, does not change who counts as an author.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from editor.article import Variant, slip_to_plain
from editor.markup.blocks import block_text
from editor.markup.writer import write
from editor.operations.content import Content, from_revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.text.variants import Glossary, Options
    from editor.workflow.entry import Entry

_LAYOUT = re.compile(r"[\s\u3000\u00a0\u200b\ufeff#>*_~`|\\\-+\[\]()!<>&;.0-9]+")
_MAX_REPAIRS = 20_000


def is_original(revision: Entry, claim: Mapping[str, Any], original: bytes) -> bool:
    """Whether every paragraph of a revision stands in the original, in the same order, once the damage is undone.

    Layout (blanks, Markdown marks, list numbers) does not count; every recorded repair must be damage undone, see
    `text.repair.explains`.
    """
    return stands_in(from_revision(revision), claim, original)


def stands_in(content: Content, claim: Mapping[str, Any], original: bytes) -> bool:
    """The same of a content that may be in no revision."""
    from editor.intake import readable

    encoding, kind = claim.get("encoding"), claim.get("kind")
    if not isinstance(encoding, str) or not isinstance(kind, str):
        return False
    text = readable(original, encoding, kind)
    mended = _mended(text, claim.get("repairs")) if text is not None else None
    if mended is None:
        return False
    page = _LAYOUT.sub("", mended)
    slip = content.slip
    if any(_LAYOUT.sub("", field) not in page for field in (slip.kicker, slip.headline, slip.subheadline)):
        return False
    place = 0
    for part in _parts(content):
        found = page.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True


def _parts(content: Content) -> Iterator[str]:
    for block in content.article("").blocks:
        for line in re.split(r"[\n\t]", block_text(block)):
            part = _LAYOUT.sub("", line)
            if part:
                yield part


def _mended(text: str, repairs: Any) -> str | None:
    """The original with its recorded repairs applied, or None when one of them is no repair."""
    from editor.text.repair import explains

    if not isinstance(repairs, list) or len(repairs) > _MAX_REPAIRS:
        return None
    pieces: list[str] = []
    place = 0
    for repair in repairs:
        match repair:
            case [str(rule), int(start), str(before), str(after)]:
                pass
            case _:
                return None
        if start < place or not text.startswith(before, start) or not explains(rule, before, after):
            return None
        pieces += [text[place:start], after]
        place = start + len(before)
    return "".join([*pieces, text[place:]])


def is_conversion(revision: Entry, source: Entry) -> bool:
    """Whether converting the source again, with the recorded choices, gives this revision byte for byte.

    The choices must be choices: a decision counts only where the conversion offers it, and a pair of the glossary only
    where it is the same word in another script or region, since nobody else signs for the glossary. With other pairs
    any text could be passed off as a conversion.
    """
    claim = revision.content.get("derived_from")
    if not isinstance(claim, dict):
        return False
    said, options = from_revision(source), options_from_plain(claim.get("options"))
    try:
        target = Variant(revision.variant)
        again = converted(said, target, claim)
    except ValueError:
        return False
    if again is None or options is None or not again.same_text(from_revision(revision)):
        return False
    return glossary_converts(said, target, options.glossary)


def converted(source: Content, target: Variant, claim: Mapping[str, Any]) -> Content | None:
    """A content in another variant by recorded choices; None when this version does not know them."""
    from editor.text.variants import config_name, dictionary_version
    from editor.text.variants.articles import convert_article

    options = options_from_plain(claim.get("options"))
    names = (config_name(source.variant, target), dictionary_version())
    if options is None or (claim.get("config"), claim.get("dictionary")) != names:
        return None
    article, _ = convert_article(source.article(""), target, options)
    return Content(target, article.slip, write(article.blocks))


def glossary_converts(source: Content, target: Variant, glossary: Glossary) -> bool:
    """Whether every pair of a glossary that stands in a text turns a word into the same word, written for the target.

    The same is what differs in script alone, or by words that our own list knows for the region.
    """
    from editor.text.lexicon import folded
    from editor.text.variants.words import pairs

    used = [entry for entry in glossary.entries if entry.before in _said(source) and entry.target in {None, target}]
    regional = pairs(source.variant, target) if used else ()
    for entry in used:
        word = entry.before
        if folded(word) == folded(entry.after):
            continue
        for before, after, _rank in regional:
            word = word.replace(before, after)
        if folded(word) != folded(entry.after):
            return False
    return True


def _said(source: Content) -> str:
    """Everything of a content that is converted."""
    return f"{json.dumps(slip_to_plain(source.slip), ensure_ascii=False)}\n{source.text}"


def options_to_plain(options: Options) -> dict[str, Any]:
    """Choices of a conversion as JSON data, to be recorded with what came of it."""
    plain: dict[str, Any] = {
        "words": options.words,
        "quotes": options.quotes,
        "via_hans": options.via_hans,
        "names": sorted(options.names),
        "glossary": [
            [entry.before, entry.after, str(entry.target) if entry.target else ""] for entry in options.glossary.entries
        ],
        "protected": list(options.glossary.protected),
    }
    if options.decisions:  # only where there are some: what was recorded without them reads as it always did
        plain["decisions"] = [list(decision) for decision in options.decisions]
    return plain


def options_from_plain(plain: Any) -> Options | None:
    """Recorded choices, or None when they are of a form that this version does not know."""
    from editor.text.variants import Decision, Entry, Glossary, Options

    if not isinstance(plain, dict):
        return None
    try:
        glossary = Glossary(
            tuple(Entry(str(b), str(a), Variant(v) if v else None) for b, a, v in plain.get("glossary", [])),
            tuple(str(word) for word in plain.get("protected", [])),
        )
        names = frozenset(str(name) for name in plain.get("names", []))
        decisions = tuple(Decision(*map(str, decision)) for decision in plain.get("decisions", []))
    except (TypeError, ValueError):
        return None
    flags = {name: plain.get(name) is True for name in ("words", "quotes", "via_hans")}
    return Options(**flags, names=names, glossary=glossary, decisions=decisions)
