"""What is drawn in a DOCX file: pictures of both kinds (DrawingML, VML), text boxes, rules, what is not shown."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from editor.intake.docx.xml import attribute, tag
from editor.markup.blocks import Rule, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from editor.intake.docx.source import Source
    from editor.intake.docx.xml import Element
    from editor.markup.blocks import Block

_NOT_SHOWN = {"c:chart": "chart", "dgm:relIds": "smart_art", "o:OLEObject": "embedded_object", "w:control": "form"}
_LOOK_AHEAD = 5000  # elements; branches stand in branches
_TRUE = frozenset({"t", "true", "1"})


def chosen(alternate: Element) -> Element:
    """The branch of ``mc:AlternateContent`` that is read: the first with something in it.

    Word writes a text box twice, as DrawingML and, for old programs, as VML: only one of them is text.
    """
    branches = [each for each in alternate if tag(each) in {"mc:Choice", "mc:Fallback"}]
    return next(filter(_says_something, branches), branches[0] if branches else ())


def _says_something(branch: Element) -> bool:
    return any(
        tag(each) in {"w:t", "w:delText", "w:sym", "a:blip", "v:imagedata", "v:textpath", "c:chart", "dgm:relIds"}
        for each in itertools.islice(branch.iter(), _LOOK_AHEAD)
    )


def drawn(element: Element, source: Source, part: str, box: Callable[[Element], list[Block]]) -> list[Block]:
    """The blocks of a drawing, in the order of the file; ``box`` reads the paragraphs of a text box."""
    return list(_Walk(source, part, box).blocks(element, ""))


class _Walk:
    def __init__(self, source: Source, part: str, box: Callable[[Element], list[Block]]) -> None:
        self._source = source
        self._part = part
        self._box = box

    def blocks(self, element: Element, description: str) -> Iterator[Block]:
        for each in element:
            name = tag(each)
            if name == "wp:docPr":
                description = each.get("descr") or ""
            elif name == "mc:AlternateContent":
                yield from self.blocks(chosen(each), description)
            elif name == "w:txbxContent":
                found = self._box(each)
                if found:
                    self._source.losses.add("text_box", kept=True)
                yield from found
            elif name in {"a:blip", "v:imagedata"}:
                yield from self._picture(each, element, description)
            elif name in _NOT_SHOWN:
                self._source.losses.add(_NOT_SHOWN[name], each.get("ProgID") or "")
            elif name == "v:textpath":
                yield from self._word_art(each)
            elif name == "v:rect" and attribute(each, "o:hr") in _TRUE:
                yield Rule()
            else:
                yield from self.blocks(each, each.get("alt") or description if name.startswith("v:") else description)

    def _picture(self, each: Element, around: Element, description: str) -> Iterator[Block]:
        linked = attribute(each, "r:link") or attribute(each, "r:href")
        identifier = attribute(each, "r:embed") or attribute(each, "r:id") or attribute(each, "o:relid") or linked
        if identifier:
            image = self._source.image(self._part, identifier, description or around.get("alt") or "")
            if image is not None:
                yield image

    def _word_art(self, each: Element) -> Iterator[Block]:
        text = each.get("string") or ""
        if text.strip():
            self._source.losses.add("word_art", text, kept=True)
            yield paragraph(text.strip())
