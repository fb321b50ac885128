"""A review copy as PDF with a number at every line of the text.

WeasyPrint has no line numbers; they are drawn beside the lines that it has set, in the margin, where an editor looks
for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.publish.formats.printing import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

_POINTS = 0.75  # pt in a CSS px
_NUMBER_SIZE = 6.5  # pt
_FROM_EDGE = 62.0  # pt: where the numbers end, left of the text
_FONT = "GtLn"
_SAME_LINE = 0.5  # lines that share more of their height than this stand beside each other and are one
_WIDTH = 0.556  # em: a digit of Helvetica


@dataclass(frozen=True, slots=True)
class Pdf:
    """A file, how many pages and numbered lines it has, and characters that no font here has."""

    data: bytes
    pages: int
    lines: int
    missing: str


def render(html: str) -> Pdf:
    """Set a page of `review_copy.render`.

    Raises:
        EditorError: The system's libraries for setting text are missing (exit 3); the sentence has the line to type.
    """
    places: list[list[tuple[float, float]]] = []

    def number(document: Any, pdf: Any) -> None:
        places.extend(_places(page) for page in document.pages)
        _number(pdf, places)

    made = printed(html, finish=number)
    return Pdf(made.data, made.pages, sum(map(len, places)), made.missing)


def _places(page: Any) -> list[tuple[float, float]]:
    """Where the lines of the numbered parts of a page stand: top and bottom in px from its top, downwards."""
    found: list[tuple[float, float]] = []
    _collect(page._page_box, found, numbered=False)  # noqa: SLF001  (no public way to laid-out lines; the lock pins it)
    found.sort()
    lines: list[tuple[float, float]] = []
    for top, bottom in found:
        if lines and min(bottom, lines[-1][1]) - top > _SAME_LINE * (bottom - top):
            lines[-1] = (min(top, lines[-1][0]), max(bottom, lines[-1][1]))
        else:
            lines.append((top, bottom))
    return lines


def _collect(box: Any, found: list[tuple[float, float]], *, numbered: bool) -> None:
    element = getattr(box, "element", None)
    if not numbered and element is not None and "numbered" in (element.get("class") or "").split():
        numbered = True
    if numbered and type(box).__name__ == "LineBox":
        if _has_text(box):
            found.append((box.position_y, box.position_y + box.height))
        return
    for child in getattr(box, "children", ()):
        _collect(getattr(child, "_box", child), found, numbered=numbered)


def _has_text(box: Any) -> bool:
    text = getattr(box, "text", None)
    if isinstance(text, str) and text.strip():
        return True
    return any(_has_text(child) for child in getattr(box, "children", ()))


def _number(pdf: Any, places: list[list[tuple[float, float]]]) -> None:
    """Draw the numbers of all pages: in a stream after that of the page, with its own font."""
    from weasyprint.pdf import pydyf

    objects = {bytes(item.reference): item for item in pdf.objects}
    pages = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page"]
    font = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"})
    opening = pydyf.Stream([b"q"])
    for item in (font, opening):
        pdf.add_object(item)
    number = 0
    for page, lines in zip(pages, places, strict=True):
        resources = objects[bytes(page["Resources"])]
        fonts = resources.get("Font")
        fonts = objects[bytes(fonts)] if isinstance(fonts, bytes) else fonts
        if fonts is None:
            continue
        fonts[_FONT] = font.reference
        height = page["MediaBox"][3]
        drawn = pydyf.Stream([b"Q", b"0.45 g", *_drawn(lines, number, height)])
        pdf.add_object(drawn)
        page["Contents"] = pydyf.Array([opening.reference, page["Contents"], drawn.reference])
        number += len(lines)


def _drawn(lines: list[tuple[float, float]], before: int, height: float) -> Iterator[bytes]:
    for number, (top, bottom) in enumerate(lines, before + 1):
        middle = height - (top + bottom) / 2 * _POINTS - _NUMBER_SIZE * 0.35
        left = _FROM_EDGE - len(str(number)) * _WIDTH * _NUMBER_SIZE
        yield f"BT /{_FONT} {_NUMBER_SIZE} Tf {left:.2f} {middle:.2f} Td ({number}) Tj ET".encode()
