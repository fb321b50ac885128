"""What a package says on the web, in plain words and clean HTML; each web system puts it into fields of its own.

Everything that would be lost or may not go is found here, before anything is sent: pictures of other hosts, characters
that no page can hold, links that are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.markup.blocks import Block, Footnote, Heading, Image, ListBlock, Paragraph, Quote, Run, Runs, Table
from editor.markup.html import to_html
from editor.markup.links import safe_href
from editor.publish.formats import page
from editor.publish.formats.pictures import asset_file
from editor.publish.targets.destination import Loss, Picture
from editor.publish.template import escaped
from editor.publish.words import passed_name, utc_text, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from editor.publish.package import Asset, Package

PICTURE = re.compile(r'(?<=<img src=")asset:([0-9a-f]{64})(?=")')
"""A picture of ours in HTML made here; nothing in a text can look like it, since ``<`` is escaped there."""

_NO_PLACE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BITMAPS = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"})
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class WebText:
    """A package in the words of the web.

    Attributes:
        title: The outlet's headline, plain text; `summary` likewise.
        body: HTML; pictures as ``asset:<sha256>``.
        facts: What stands round the text, by name (kicker, byline, …), plain text; those that say nothing are "".
        lines: The same for a page that has no fields: label and text of what stands under it.
        cover: ``asset:<sha256>``, "" without pictures.
        cover_apart: The cover is not one of the pictures of the text.
    """

    title: str
    summary: str
    body: str
    facts: Mapping[str, str]
    lines: tuple[tuple[str, str], ...]
    column: str
    keywords: tuple[str, ...]
    cover: str
    cover_apart: bool
    pictures: tuple[Picture, ...]
    losses: tuple[Loss, ...]


def web_text(package: Package, key: str) -> WebText:
    """The package in the words of the web.

    Args:
        package: What goes.
        key: Its name at the place; begins the ids of footnotes, so that several articles may stand on one page.
    """
    slip = package.article.slip
    cover, apart = _cover(package)
    facts = _facts(package)
    told = "".join((slip.headline, slip.summary, package.text, *slip.keywords, slip.column, *facts.values()))
    return WebText(
        title=slip.headline,
        summary=slip.summary.strip(),
        body=_body(package, key),
        facts=facts,
        lines=(*page.foot_lines(package), *page.detail_lines(package)),
        column=slip.column.strip(),
        keywords=_keywords(slip.keywords),
        cover=f"asset:{cover}" if cover else "",
        cover_apart=apart,
        pictures=tuple(_pictures(package, cover)),
        losses=(*_characters(told), *_links(package.article.blocks), *_strange_pictures(package)),
    )


def _body(package: Package, key: str) -> str:
    dateline = page.dateline_apart(package)
    before = f"<p>{escaped(dateline)}</p>\n" if dateline else ""

    def address(source: str) -> str:
        return source if source.removeprefix("asset:") in package.assets else ""

    return before + to_html(package.article.blocks, asset_url=address, footnote_prefix=key)


def indented(html: str) -> str:
    """Each paragraph of the text begins two characters in, once: a style says so, and no blank is typed.

    Where a theme indents as well, the same property is set twice and not two characters more. Quotations, captions,
    lists and notes stay as they are.
    """
    lines = []
    inside = 0
    for line in html.split("\n"):
        inside += (line == "<blockquote>") + line.startswith("<section ")
        whole = line.startswith("<p>") and not inside
        lines.append(f'<p style="text-indent:2em">{line[3:]}' if whole else line)
        inside -= line in {"</blockquote>", "</section>"}
    return "\n".join(lines)


ABOVE = ("kicker", "subheadline", "byline", "source")
"""Facts that stand over a text where there are no fields for them."""


def composed(text: WebText, *, above: Collection[str], indent: bool) -> str:
    """The body with what has no field of its own: `above` over it, 责编, sign-offs and the origin under it.

    Args:
        text: The article.
        above: Those of `ABOVE` that stand in the text.
        indent: Paragraphs begin two characters in.
    """
    facts = {name: text.facts[name] for name in ABOVE if name in above}
    if facts.get("source") and text.facts["origin"]:
        facts["source"] += f"　{text.facts['origin']}"
    foot = "　".join(f"{label}：{value}" for label, value in text.lines)
    lines = [f'<p class="gaotai-{name}">{escaped(value)}</p>' for name, value in facts.items() if value]
    below = [f'<p class="gaotai-foot">{escaped(foot)}</p>'] if foot else []
    return "\n".join(part for part in [*lines, indented(text.body) if indent else text.body, *below] if part)


def _facts(package: Package) -> dict[str, str]:
    slip, variant, proof = package.article.slip, package.article.variant, package.proof
    signs = [f"{passed_name(at, variant)}：{sign.name}" for at, sign in enumerate(proof.sign_offs, 1)]
    if proof.counterchecked_by:
        signs.append(f"{words_of(variant)['countercheck']}：{' '.join(proof.counterchecked_by)}")
    return {
        "kicker": slip.kicker,
        "subheadline": slip.subheadline,
        "byline": page.byline_text(slip, variant),
        "source": slip.source,
        "editor": slip.editor,
        "responsible_editor": slip.responsible_editor,
        "sign_offs": "　".join(signs),
        "column": slip.column.strip(),
        "genre": slip.genre or "",
        "dateline": slip.dateline.strip(),
        "origin": page.origin_name(slip, variant),
        "origin_url": page.web_address(slip.origin_url),
        "original_headline": slip.original_headline,
        "original_authors": slip.original_authors,
        "first_published": utc_text(page.published_at(package)),
        "variant": str(variant),
        "number": slip.number,
        "revision": proof.revision,
        "proof": proof.covers,
    }


def _keywords(keywords: tuple[str, ...]) -> tuple[str, ...]:
    """Keywords, each once, whatever its case."""
    found: dict[str, str] = {}
    for keyword in keywords:
        word = " ".join(keyword.split())
        if word:
            found.setdefault(word.casefold(), word)
    return tuple(found.values())


def _cover(package: Package) -> tuple[str, bool]:
    """Id of the cover, and whether the text does not show it."""
    shown = page.pictures(package)
    own = package.cover.removeprefix("asset:")
    if own in package.assets:
        return own, own not in shown
    return (shown[0], False) if shown else ("", False)


def _pictures(package: Package, cover: str) -> Iterator[Picture]:
    """The cover first, then those of the text as they come, each once."""
    shown: dict[str, Image] = {}
    for block in package.article.blocks:
        if isinstance(block, Image):
            shown.setdefault(block.source.removeprefix("asset:"), block)
    for name in dict.fromkeys([cover, *shown]):
        asset = package.assets.get(name)
        if asset is not None:
            block = shown.get(name, Image(f"asset:{name}"))
            caption = " ".join(part for part in (block.caption, block.credit) if part)
            yield Picture(name, asset_file(name, asset.mime), _mime(asset), block.alt, caption, asset.read)


def _mime(asset: Asset) -> str:
    return asset.mime.partition(";")[0].strip().lower()


def _strange_pictures(package: Package) -> Iterator[Loss]:
    """Pictures that must not go: of other hosts (they can change or vanish there), lost ones, no bitmaps."""
    sources = [block.source for block in package.article.blocks if isinstance(block, Image)]
    for source in dict.fromkeys([*sources, *([package.cover] if package.cover else [])]):
        asset = package.assets.get(source.removeprefix("asset:"))
        if asset is None:
            code = "picture_missing" if source.startswith("asset:") else "picture_elsewhere"
            yield Loss(code, "content", source[:200], stops=True)
        elif _mime(asset) not in _BITMAPS:
            yield Loss("picture_kind", "content", _mime(asset), stops=True)


def _characters(text: str) -> Iterator[Loss]:
    """Characters that no web page can hold."""
    found = sorted(set(_NO_PLACE.findall(text)))
    if found:
        more = " …" * (len(found) > _SHOWN)
        named = " ".join(f"U+{ord(character):04X}" for character in found[:_SHOWN])
        yield Loss("characters", "", named + more, stops=True)


def _links(blocks: tuple[Block, ...]) -> Iterator[Loss]:
    """Links that are not written as such; their text stays."""
    lost = {run.href for block in blocks for run in _runs(block) if run.href and safe_href(run.href) is None}
    for href in sorted(lost):
        yield Loss("link", "content", href[:200])


def _runs(block: Block) -> Iterator[Run]:
    groups: tuple[Runs, ...] = ()
    match block:
        case Paragraph() | Heading() | Footnote():
            groups = (block.runs,)
        case Quote():
            groups = block.paragraphs
        case ListBlock():
            groups = tuple(item.runs for item in block.items)
        case Table():
            groups = tuple(cell for row in block.rows for cell in row)
    for runs in groups:
        yield from runs


def too_long(field: str, text: str, most: int, unit: str) -> tuple[Loss, ...]:
    """A loss when a text is longer than its field there.

    Args:
        field: Name of the field of the piece.
        text: Its value.
        most: How much it takes.
        unit: ``characters`` or ``bytes`` (UTF-8).
    """
    size = len(text.encode("utf-8", "replace")) if unit == "bytes" else len(text)
    return (Loss(f"too_many_{unit}", field, f"{size} > {most}", stops=True),) if size > most else ()
