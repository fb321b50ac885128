"""Characters that a place cannot keep, with their code and place, named before anything is sent.

A column of MySQL's ``utf8mb3`` cuts a text at the first character beyond U+FFFF, a typesetting system has no glyph for
what is outside its charset, and XML has no way to write a control character. Nothing here replaces anything.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from editor.article import slip_to_plain
from editor.errors import EditorError
from editor.findings import Finding, Severity
from editor.markup.blocks import Image, block_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.article import Article, Slip
    from editor.publish.package import Package

UTF8MB3 = "utf8mb3"
"""MySQL's older ``utf8``: nothing beyond U+FFFF."""
XML = "xml"
"""XML 1.0, section 2.2 (Char): no control characters but tab and line ends, no surrogates, no U+FFFE and U+FFFF."""

_NEVER: dict[str, re.Pattern[str]] = {
    UTF8MB3: re.compile("[\U00010000-\U0010ffff\ud800-\udfff]"),
    XML: re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"),
}
_NAMED = 12  # characters that one sentence names


@dataclass(frozen=True, slots=True)
class Outside:
    """One character that a charset does not have.

    Attributes:
        code: ``U+20BB7``.
        at: Code points before it in the text.
    """

    character: str
    code: str
    at: int


def outside(text: str, charset: str) -> tuple[Outside, ...]:
    """Every character of a text that a charset does not have, in the order of the text.

    Args:
        text: Any text, also one with lone surrogates.
        charset: A name that Python's codecs know (``gb18030``, ``gbk``, ``gb2312``, ``big5`` …), `UTF8MB3` or `XML`.

    Raises:
        EditorError: There is no such charset (exit 2).
    """
    pattern = _NEVER.get(charset.lower()) or _missing(frozenset(text), _codec(charset))
    return tuple(Outside(found[0], code_of(found[0]), found.start()) for found in pattern.finditer(text))


def _codec(charset: str) -> str:
    try:
        return codecs.lookup(charset).name
    except LookupError as error:
        raise EditorError.usage("charset_unknown", charset=charset) from error


def _missing(characters: frozenset[str], codec: str) -> re.Pattern[str]:
    """A pattern for those of some characters that a codec cannot write."""
    wrong = "".join(sorted(character for character in characters if not _has(character, codec)))
    return re.compile(f"[{re.escape(wrong)}]" if wrong else "(?!)")


@lru_cache(maxsize=20_000)
def _has(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def code_of(character: str) -> str:
    """``U+20BB7``."""
    return f"U+{ord(character):04X}"


def named(found: Iterable[Outside]) -> str:
    """The characters in one line, each once, with their codes; one that shows nothing by its code alone."""
    kinds = list(dict.fromkeys((item.character, item.code) for item in found))
    shown = [f"{character} {code}" if character.isprintable() else code for character, code in kinds[:_NAMED]]
    return ", ".join([*shown, *(["…"] if len(kinds) > _NAMED else [])])


def findings(article: Article, charset: str) -> tuple[Finding, ...]:
    """What of an article a charset does not have, each character once a field or block: the slip, then the text.

    ``start`` and ``end`` are places in `block_text` of the block; what stands in the description or credit of a picture
    has none.
    """
    return (*_of_slip(article.slip, charset), *_of_blocks(article, charset))


def require(package: Package, charset: str) -> None:
    """See that a format can write every character of a package.

    Raises:
        EditorError: It cannot (exit 6); the sentence names the characters.
    """
    texts = [text for _, text in _slip_texts(package.article.slip)]
    texts += [package.name, package.text]
    for block in package.article.blocks:  # ``&#7;`` in the text is a control character in its block
        texts.append(block_text(block))
        texts += [block.credit, block.alt] if isinstance(block, Image) else []
    refuse_outside("\n".join(texts), charset, package.name)


def refuse_outside(text: str, charset: str, name: str) -> None:
    """See that a charset has all characters of a text.

    Raises:
        EditorError: It has not (exit 6); the sentence names the characters and the package.
    """
    if found := outside(text, charset):
        raise EditorError.target("characters_outside", name=name, charset=charset, characters=named(found))


def _of_slip(slip: Slip, charset: str) -> Iterator[Finding]:
    for field, text in _slip_texts(slip):
        for found in _first_of_each(text, charset):
            yield _finding(found, charset, field=field)


def _slip_texts(slip: Slip) -> Iterator[tuple[str, str]]:
    """Field and text of everything that a slip says."""
    for field, value in slip_to_plain(slip).items():
        yield from ((field, text) for text in _strings(value))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in _strings(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in _strings(item))


def _of_blocks(article: Article, charset: str) -> Iterator[Finding]:
    for index, block in enumerate(article.blocks):
        for found in _first_of_each(block_text(block), charset):
            yield _finding(found, charset, block=index, start=found.at)
        if isinstance(block, Image):
            for text in (block.credit, block.alt):
                for found in _first_of_each(text, charset):
                    yield _finding(found, charset, block=index)


def _first_of_each(text: str, charset: str) -> Iterable[Outside]:
    """Each character once: in a text of another script it may be every second one."""
    found: dict[str, Outside] = {}
    for item in outside(text, charset):
        found.setdefault(item.character, item)
    return found.values()


def _finding(
    found: Outside, charset: str, *, field: str | None = None, block: int | None = None, start: int | None = None
) -> Finding:
    return Finding(
        "T01",
        Severity.ERROR,
        found.character,
        start=start,
        end=None if start is None else start + 1,
        field=field,
        message="formats.outside",
        values={"character": found.character, "code": found.code, "charset": charset},
        block=block,
    )


def encoded(text: str, charset: str, name: str) -> bytes:
    """A text in a charset, never with a character replaced.

    Raises:
        EditorError: The charset does not have all of them (exit 6), or there is no such charset (exit 2).
    """
    codec = _codec(charset)
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        refuse_outside(text, charset, name)
        raise
