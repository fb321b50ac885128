"""Runs of an article as runs of a DOCX file: marks, links and references to footnotes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from editor.markup.blocks import Mark
from editor.markup.links import safe_href
from editor.publish.formats.docx.xml import made, name, run, value, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from editor.markup.blocks import Run, Runs
    from editor.publish.formats.docx.archive import Relations
    from editor.publish.formats.docx.xml import Element

_SCHEMES = ("http:", "https:", "mailto:", "tel:")
_UNESCAPED = ":/?#[]@!$&'()*+,;=-._~%"
"""RFC 3986, sections 2.2 and 2.3, and what is escaped already; the rest of an address is percent-encoded."""


class Inline:
    """Writes runs; knows which footnotes were referred to.

    Args:
        numbers: Label of every footnote → its number.
        relations: Of the part that the runs stand in.
        notes: Whether the part can have footnotes; in a footnote a reference is its number as text.
    """

    def __init__(self, numbers: Mapping[str, int], relations: Relations, *, notes: bool) -> None:
        self._numbers = numbers
        self._relations = relations
        self._notes = notes
        self.referred: list[str] = []

    def __call__(self, runs: Runs) -> Iterator[Element]:
        """The runs, neighbors of one link together."""
        for href, together in groupby(runs, key=lambda each: each.href):
            written = list(self._written(together, linked=href is not None))
            target = address_of(href)
            if not target:
                yield from written
                continue
            link = w("hyperlink", *written)
            link.set(name("r:id"), self._relations.to("hyperlink", target, outside=True))
            yield link

    def _written(self, runs: Iterable[Run], *, linked: bool) -> Iterator[Element]:
        for each in runs:
            if each.text:
                yield run(each.text, *_properties(each.marks, linked=linked))
            if each.note is not None:
                yield from self._reference(each.note)

    def _reference(self, label: str) -> Iterator[Element]:
        number = self._numbers.get(label)
        if number is None:
            yield run(f"[^{label}]")
        elif not self._notes:
            yield run(f"[{number}]", value("rStyle", "FootnoteReference"))
        elif label in self.referred:
            yield from _again(number)
        else:
            self.referred.append(label)
            identifier = len(self.referred)
            yield w("bookmarkStart", id=identifier, name=_bookmark(number))
            yield w("r", w("rPr", value("rStyle", "FootnoteReference")), w("footnoteReference", id=identifier))
            yield w("bookmarkEnd", id=identifier)


def _bookmark(number: int) -> str:
    return f"_RefNote{number}"


def _again(number: int) -> Iterator[Element]:
    """A footnote that was referred to before: its number, which office programs keep right."""
    style = w("rPr", value("rStyle", "FootnoteReference"))
    instruction = w("instrText", f" NOTEREF {_bookmark(number)} \\h ")
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", instruction)
    yield w("r", w("fldChar", fldCharType="separate"))
    yield w("r", style, w("t", str(number)))
    yield w("r", w("fldChar", fldCharType="end"))


def _properties(marks: frozenset[Mark], *, linked: bool) -> Iterator[Element]:
    """In the order of the schema. Chinese type has no italics: emphasis is 着重号."""
    if linked:
        yield value("rStyle", "Hyperlink")
    if Mark.STRONG in marks:
        yield made("w:b")
    if Mark.STRIKE in marks:
        yield made("w:strike")
    if Mark.UNDERLINE in marks:
        yield value("u", "single")
    if Mark.EMPHASIS in marks:
        yield value("em", "dot")


def address_of(href: str | None) -> str:
    """An address that an office program may be given, "" for none: web, mail and telephone alone."""
    address = safe_href(href) or ""
    if not address.lower().startswith(_SCHEMES):
        return ""
    return quote(address, safe=_UNESCAPED)
