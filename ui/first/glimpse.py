"""What is remembered of a window that was closed in order, so that the next one is painted at once: a small file.

It is read before anything else of the window is imported, so this asks for nothing but the standard library, and of
that for nothing that Qt's own import does not bring. A file that is damaged in any way is as if there were none.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # as typing has it, without its time
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_FIRST = "gaotai first frame 2"
_LARGEST = 4_000_000
_FARTHEST = 1_000_000
_WEIGHTS = frozenset(str(weight) for weight in range(100, 1000, 100))
Rect = tuple[int, int, int, int]


class Band:
    """A part of the window in one color; px of the window."""

    __slots__ = ("color", "rect")

    def __init__(self, rect: Rect, color: str) -> None:
        self.rect = rect
        self.color = color


class Words:
    """Words that stand still: of the heading over the text."""

    __slots__ = ("color", "px", "rect", "text", "weight")

    def __init__(self, rect: Rect, px: int, weight: int, color: str, text: str) -> None:
        self.rect = rect
        self.px = px
        self.weight = weight
        self.color = color
        self.text = text


class Text:
    """The lines of the article that were seen.

    Attributes:
        rect: Where lines can stand, in the window; shift: px by which the first paragraph begins above that.
        name: What the text is called for those who do not see it; px: size of its type.
        color, ground, selected, on_selected: Of the text, under it, of what is selected and of the text in that.
        first: Number of the first paragraph in the document; html: the paragraphs as Qt writes them.
        block, offset: Where the caret stood, counted from ``first``; -1 where it was not seen or stood elsewhere.
        writable: Whether it can be typed in.
        article: Name of the article.
    """

    __slots__ = (
        "article",
        "block",
        "color",
        "first",
        "ground",
        "html",
        "name",
        "offset",
        "on_selected",
        "px",
        "rect",
        "selected",
        "shift",
        "writable",
    )

    def __init__(self, rect: Rect, shift: int, px: int, said: Sequence[str], html: str) -> None:
        self.rect = rect
        self.shift = shift
        self.px = px
        self.name, self.color, self.ground, self.selected, self.on_selected = said
        self.html = html
        self.first = 0
        self.block = self.offset = -1
        self.writable = True
        self.article = ""


class Glimpse:
    """All of it.

    Attributes:
        geometry: Of the window as Qt spells it (base64); size: of its inside.
        color: Of the ground; families: fonts of the interface.
        text: None when no article lay on the desk, or when this is ``blank``.
        blank: Whether it says nothing of what will lie there: what is typed is meant for whatever that is.
    """

    __slots__ = ("bands", "blank", "color", "families", "geometry", "size", "text", "words")

    def __init__(self, geometry: str, size: tuple[int, int], color: str, families: Sequence[str]) -> None:
        self.geometry = geometry
        self.size = size
        self.color = color
        self.families = list(families)
        self.bands: list[Band] = []
        self.words: list[Words] = []
        self.text: Text | None = None
        self.blank = False


def path_of(data: Path, library: Path) -> Path:
    """The file of a library's window. Named without a digest, whose import takes longer than reading the file."""
    name = os.path.realpath(library).encode("utf-8", "surrogateescape").hex()
    return data / "windows" / f"{_short(name)}.first"


def _short(name: str) -> str:
    """A name that file systems take: its end says more than its beginning; the whole is checked when it is read."""
    return name[-120:]


def to_bytes(glimpse: Glimpse, library: Path) -> bytes:
    """The file."""
    lines = [
        _FIRST,
        _line("library", os.path.realpath(library)),
        _line("window", glimpse.geometry, *glimpse.size, glimpse.color),
        _line("families", *glimpse.families),
        *(_line("band", *band.rect, band.color) for band in glimpse.bands),
        *(_line("words", *each.rect, each.px, each.weight, each.color, each.text) for each in glimpse.words),
    ]
    text = glimpse.text
    if text is not None:
        said = (text.name, text.color, text.ground, text.selected, text.on_selected)
        lines.append(_line("text", *text.rect, text.shift, text.px, *said, text.html))
        lines.append(_line("caret", text.first, text.block, text.offset, int(text.writable), text.article))
    if glimpse.blank:
        lines.append(_line("blank"))
    lines.append("end")
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _line(*parts: object) -> str:
    return "\t".join(_plain(str(part)) for part in parts)


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _told(text: str) -> str:
    parts = text.split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r") for part in parts)


def save(path: Path, data: bytes) -> None:
    """Write it whole or not at all; what the disk refuses is left out, the next start only takes longer."""
    new = path.with_suffix(".new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
        new.replace(path)
    except OSError:
        drop(path)


def drop(path: Path) -> None:
    """From now on the window looks otherwise."""
    try:
        path.unlink()
    except OSError:
        return


def load(path: Path, library: Path) -> Glimpse | None:
    """What was remembered, None when that is nothing or not to be trusted."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except OSError:
        return None
    return from_bytes(data, library)


def from_bytes(data: bytes, library: Path) -> Glimpse | None:
    """The same from the bytes of the file."""
    try:
        lines = data.decode("utf-8", "surrogatepass").split("\n")
        if lines[0] != _FIRST or lines[-1] != "end":
            return None
        found: dict[str, list[list[str]]] = {}
        for line in lines[1:-1]:
            name, *values = map(_told, line.split("\t"))
            found.setdefault(name, []).append(values)
        if found["library"] != [[os.path.realpath(library)]]:
            return None
        return _glimpse(found)
    except (ValueError, LookupError, TypeError):
        return None


def _glimpse(found: Mapping[str, list[list[str]]]) -> Glimpse:
    [[geometry, width, height, color]] = found["window"]
    glimpse = Glimpse(geometry, (_number(width), _number(height)), color, found["families"][0])
    glimpse.blank = "blank" in found
    for values in found.get("band", []):
        glimpse.bands.append(Band(_rect(values), values[4]))
    for values in found.get("words", []):
        _, _, _, _, px, weight, ink, text = values
        glimpse.words.append(Words(_rect(values), _number(px), _weight(weight), ink, text))
    for values in found.get("text", []):
        _, _, _, _, shift, px, *said, html = values
        glimpse.text = Text(_rect(values), _number(shift), _number(px), said, html)
        first, block, offset, writable, glimpse.text.article = found["caret"][0]
        glimpse.text.first, glimpse.text.block, glimpse.text.offset = (
            _number(first),
            _number(block),
            _number(offset),
        )
        glimpse.text.writable = writable == "1"
    return glimpse


def _rect(values: Sequence[str]) -> Rect:
    left, top, width, height = map(_number, values[:4])
    return left, top, width, height


def _number(text: str) -> int:
    """A number that Qt takes for one of pixels or paragraphs."""
    number = int(text)
    if abs(number) > _FARTHEST:
        raise ValueError(text)
    return number


def _weight(text: str) -> int:
    if text not in _WEIGHTS:
        raise ValueError(text)
    return int(text)
