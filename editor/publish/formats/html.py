"""One article as one HTML file: its own style, its pictures and its proof are in it, and nothing is loaded."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import resources
from editor.publish.formats import page, parts
from editor.publish.formats.pictures import ASSETS, asset_file
from editor.publish.template import NOTHING, Html, escaped, template
from editor.publish.words import variant_name, words_of

if TYPE_CHECKING:
    from editor.publish.package import Package

EXTENSION = "html"
PICTURES_BESIDE = False
"""See `editor.publish.targets.folder`: the pictures are in the file."""

_BITMAPS = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"})


def render(package: Package) -> bytes:
    """The file, UTF-8: the same package is always the same bytes."""
    return page_of(package, parts.proof_box(package))


def page_of(package: Package, proof: Html) -> bytes:
    """The page with what stands for its proof (nothing in a preview)."""
    slip, variant = package.article.slip, package.article.variant
    words = words_of(variant)
    return template("page/article.html")(
        lang=variant,
        title=slip.headline,
        meta=page.head_meta(package, site=""),
        style=_style(),
        json_ld=page.json_ld(package, publisher=""),
        skip=words["skip"],
        column=slip.column,
        variants=_variants(package),
        opening=parts.opening(package),
        summary=parts.abstract(package),
        body=parts.body(package, lambda source: _address(package, source)),
        foot=parts.signed(package),
        origin=parts.details(package),
        keywords=parts.keywords_list(slip.keywords, words),
        proof=proof,
        made_with=words["made_with"],
    ).encode()


def _style() -> Html:
    sheet = resources.text("templates/site/style.css")
    if "</" in sheet:
        raise ValueError("the style sheet would end its element")
    return Html(sheet)


def _variants(package: Package) -> Html:
    """What other variants there are; a file of its own does not know where they lie."""
    traditional = package.article.variant.traditional
    names = [variant_name(str(sibling.variant), traditional=traditional) for sibling in package.siblings]
    if not names:
        return NOTHING
    return Html('<ul class="switch">' + "".join(f"<li><span>{escaped(name)}</span></li>" for name in names) + "</ul>")


def _address(package: Package, source: str) -> str:
    """A picture of the library in the file itself; one of a kind that browsers may run is named only."""
    name = source.removeprefix("asset:")
    asset = package.assets.get(name)
    if asset is None:
        return page.web_address(source)
    kind = asset.mime.partition(";")[0].strip().lower()
    if kind not in _BITMAPS:
        return f"{ASSETS}/{asset_file(name, asset.mime)}"
    return f"data:{kind};base64,{base64.b64encode(asset.read()).decode()}"
