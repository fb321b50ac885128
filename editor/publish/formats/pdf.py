"""A signed article as PDF: fonts embedded, bookmarks of its headings, who has passed it, and what to check it by."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from editor.errors import EditorError
from editor.publish.formats import page, parts
from editor.publish.formats.printing import printed, refuse_missing
from editor.publish.formats.renditions import JPEG, PNG, rendition
from editor.publish.template import Html, escaped, source, template
from editor.publish.words import level_name, shown_time, words_of

if TYPE_CHECKING:
    from editor.publish.formats.printing import Printed
    from editor.publish.package import Gone, Package

EXTENSION = "pdf"
PICTURES_BESIDE = False
"""See `editor.publish.targets.folder`: the pictures are in the file."""

_LARGEST = 2000
"""Longest side of a picture in px: 160 mm, the width of the text, at 300 dpi."""


def render(package: Package) -> bytes:
    """The file.

    Raises:
        EditorError: The system's libraries for setting text are missing (exit 3), or no font here has some of the
            characters (exit 6): for these see `made`.
    """
    whole = made(package)
    refuse_missing(whole, package.name)
    return whole.data


def made(package: Package) -> Printed:
    """The file with the number of its pages and the characters that no font of this computer has.

    Raises:
        EditorError: As `render`.
    """
    return printed(html(package), pdf_tags=True)


def notice(gone: Gone) -> bytes:
    """What stands in place of a withdrawn article."""
    words = words_of(gone.variant)
    text = template("page/notice.html")(
        lang=gone.variant,
        title=words["notice_title"],
        text=words["notice_text"],
        at=f"{words['notice_at']}：{shown_time(gone.at)}",
    )
    return printed(text, pdf_tags=True).data


def html(package: Package) -> str:
    """The page that is set."""
    slip, variant = package.article.slip, package.article.variant
    return template("formats/print.html")(
        lang=variant,
        title=slip.headline,
        meta=page.head_meta(package, site=""),
        style=Html(source("review/style.css") + source("formats/print.css")),
        running="　".join(part for part in (slip.number, slip.headline) if part),
        column=slip.column,
        opening=parts.opening(package),
        summary=parts.abstract(package),
        body=parts.body(package, lambda source: _picture(package, source)),
        signed=parts.signed(package),
        details=parts.details(package),
        proof=_proof(package),
    )


def _proof(package: Package) -> Html:
    """Levels with their times, and the hashes that the signatures are about."""
    proof, variant = package.proof, package.article.variant
    words = words_of(variant)
    lines = [(level_name(sign.label, variant), f"{sign.name} {shown_time(sign.at)}") for sign in proof.sign_offs]
    lines += [
        (words["number"], package.article.slip.number),
        (words["revision"], proof.revision),
        (words["covers"], proof.covers),
    ]
    return Html(
        "".join(f"<div><dt>{escaped(label)}</dt><dd>{escaped(text)}</dd></div>\n" for label, text in lines if text)
    )


def _picture(package: Package, source: str) -> str:
    """A picture of the library in the page itself; nothing is loaded from elsewhere."""
    asset = package.assets.get(source.removeprefix("asset:"))
    if asset is None:
        return ""
    try:
        shown = rendition(asset.read(), side=_LARGEST, kinds=(JPEG, PNG))
    except EditorError as error:
        if error.code.startswith("rendition"):
            return ""  # its caption stays
        raise
    return f"data:{shown.mime};base64,{base64.b64encode(shown.data).decode()}"
