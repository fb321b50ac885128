"""An article as one long picture for telephones (长图), or as several where it is very long.

Set by WeasyPrint on pages as wide as a telephone and drawn by PDFium, the only permissive way from our pages to pixels
without Qt; both run in memory. Each picture ends below its last line. The same package is always the same pictures.
"""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from editor.errors import EditorError
from editor.publish.formats import parts
from editor.publish.formats.printing import printed, refuse_missing
from editor.publish.formats.renditions import JPEG, PNG, rendition
from editor.publish.template import NOTHING, Html, escaped, source, template
from editor.publish.words import shown_time, words_of

if TYPE_CHECKING:
    from editor.publish.formats.printing import Printed
    from editor.publish.package import Gone, Package

EXTENSION = "png"
PICTURES_BESIDE = False
"""See `editor.publish.targets.folder`: the pictures are in the file."""
WIDTH = 1080
"""px: as wide as most telephones are in their own pixels."""
HIGHEST = 16_000
"""px: below the 16,384 at which canvases and decoders of telephones give up."""

_SCALE = 3  # px of the picture a CSS px
_MARGIN = 20  # CSS px round the text
_POINTS = 0.75  # pt a CSS px
_PACKED = 3  # zlib; on pages of type smaller and quicker than 6 (3.3 against 4.0 MB, 0.35 against 0.5 s)


@dataclass(frozen=True, slots=True)
class LongPicture:
    """One picture: PNG, and its size in px."""

    data: bytes = field(repr=False)
    width: int
    height: int


def render(package: Package) -> bytes:
    """The picture where there is one; for articles of several see `pictures`.

    Raises:
        EditorError: As `pictures`, or the article needs several pictures (exit 6).
    """
    found = pictures(package)
    if len(found) > 1:
        raise EditorError.target("long_picture_several", name=package.name, count=len(found))
    return found[0].data


def pages(package: Package) -> list[bytes]:
    """The files of an article, see `editor.publish.targets.folder`."""
    return [one.data for one in pictures(package)]


def notice(gone: Gone) -> bytes:
    """What stands in place of a withdrawn article."""
    words = words_of(gone.variant)
    text = "\n".join(
        [
            f"<p>{escaped(words['notice_text'])}</p>",
            f"<p>{escaped(words['notice_at'])}：{escaped(shown_time(gone.at))}</p>",
        ]
    )
    sheet = template("formats/picture.html")(
        lang=gone.variant,
        title=words["notice_title"],
        size=_size(HIGHEST // _SCALE),
        style=Html(source("formats/picture.css")),
        column="",
        opening=Html(f"<h1>{escaped(words['notice_title'])}</h1>"),
        summary=NOTHING,
        body=Html(text),
        signed=NOTHING,
        details=NOTHING,
    )
    return _pictures(sheet)[0][0].data


def pictures(package: Package, *, highest: int = HIGHEST) -> tuple[LongPicture, ...]:
    """The pictures, from the top; a picture breaks where a page would: between lines, never in a figure.

    Args:
        package: The article.
        highest: Most px that one may be high.

    Raises:
        EditorError: The system's libraries for setting text are missing (exit 3), or no font here has some of the
            characters (exit 6).
    """
    drawn, made = _pictures(html(package, highest // _SCALE))
    refuse_missing(made, package.name)
    return tuple(drawn)


def _pictures(sheet: str) -> tuple[list[LongPicture], Printed]:
    ends: list[float] = []

    def measure(document: Any, _pdf: Any) -> None:
        ends.extend(_end(page) for page in document.pages)

    made = printed(sheet, finish=measure)
    return _drawn(made.data, [round((end + _MARGIN) * _SCALE) for end in ends]), made


def html(package: Package, height: int) -> str:
    """The page that is set, on sheets of so many CSS px."""
    slip = package.article.slip
    return template("formats/picture.html")(
        lang=package.article.variant,
        title=slip.headline,
        size=_size(height),
        style=Html(source("formats/picture.css")),
        column=slip.column,
        opening=parts.opening(package),
        summary=parts.abstract(package),
        body=parts.body(package, lambda source: _picture(package, source)),
        signed=parts.signed(package),
        details=parts.details(package),
    )


def _size(height: int) -> Html:
    return Html(f"@page {{ size: {WIDTH // _SCALE}px {height}px; margin: {_MARGIN}px; background: #fff; }}")


def _picture(package: Package, source: str) -> str:
    asset = package.assets.get(source.removeprefix("asset:"))
    if asset is None:
        return ""
    try:
        shown = rendition(asset.read(), side=HIGHEST // 4, kinds=(JPEG, PNG))
    except EditorError as error:
        if error.code.startswith("rendition"):
            return ""  # its caption stays
        raise
    return f"data:{shown.mime};base64,{base64.b64encode(shown.data).decode()}"


def _end(page: Any) -> float:
    """Where the last thing on a page ends, in CSS px from its top."""
    return max(_ends(page._page_box), default=0.0)  # noqa: SLF001  (no public way to laid-out boxes; the lock pins it)


def _ends(box: Any) -> list[float]:
    """Lower edges of everything that stands in a box and is not as high as the page itself."""
    found: list[float] = []
    for child in getattr(box, "children", ()):
        inner = getattr(child, "_box", child)
        if type(inner).__name__ in {"LineBox", "TableRowBox"} or getattr(inner, "replacement", None) is not None:
            found.append(inner.position_y + inner.margin_height())
        found += _ends(inner)
    return found


def _drawn(data: bytes, ends: list[int]) -> list[LongPicture]:
    import pypdfium2  # 5 MB of it

    found = []
    document = pypdfium2.PdfDocument(data)
    try:
        for page, end in zip(document, ends, strict=True):
            whole = page.render(scale=_SCALE / _POINTS).to_pil().convert("RGB")
            shown = whole.crop((0, 0, whole.width, min(max(end, 1), whole.height)))
            out = io.BytesIO()
            shown.save(out, "PNG", compress_level=_PACKED)
            found.append(LongPicture(out.getvalue(), shown.width, shown.height))
    finally:
        document.close()
    return found
