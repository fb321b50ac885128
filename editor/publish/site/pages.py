"""The page of an article and the notice that may stand in its place."""

from __future__ import annotations

import dataclasses
import hashlib
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

import resources
from editor import __version__
from editor.article import Slip
from editor.publish.formats import page, parts
from editor.publish.formats.pictures import ASSETS, asset_file
from editor.publish.formats.proof import PLACE, with_proof
from editor.publish.quick_json import json_bytes
from editor.publish.site import icons, pictures
from editor.publish.site.finding import link
from editor.publish.site.manifest import ARTICLES, Entry, checked_name
from editor.publish.site.variants import alternates, switch
from editor.publish.template import NOTHING, Html, Template, address_of, escaped, source, template
from editor.publish.words import shown_time, utc_text, words_of

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from editor.article import Variant
    from editor.publish.package import Gone, Package
    from editor.publish.site.options import SiteOptions

_TEMPLATES = ("alternate", "article", "item", "list", "notice", "proof")


def design() -> str:
    """Hash of everything that pages are made with: what is delivered with another design or version is made anew."""
    parts = [__version__.encode()]
    parts += [source(f"site/{name}.html").encode() for name in _TEMPLATES]
    parts += [resources.data(f"templates/{name}") for name in ("words.toml", "site/words.toml", "site/style.css")]
    parts += [name.encode() for name in icons.ours()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def style_name() -> str:
    """Name of the style sheet: it changes with what is in it, so that older pages keep theirs."""
    return f"style-{hashlib.sha256(resources.data('templates/site/style.css')).hexdigest()[:8]}.css"


def column_key(column: str) -> str:
    """Part of the file name of a column's page: columns are named freely, file systems are not."""
    return hashlib.sha256(column.encode()).hexdigest()[:10] if column else ""


def home_of(variant: str) -> str:
    """Folder of the lists in which a variant stands, as seen from the root ("" or ends in "/")."""
    return _HOMES.get(variant, "")


_HOMES = {"zh-TW": "hant/", "zh-Hant": "hant/", "zh-HK": "hk/"}


_slip_values = attrgetter(*(field.name for field in dataclasses.fields(Slip)))


def fingerprint(package: Package, made_with: str) -> str:
    """Hash of everything that a page is made from, except which other variants stand beside it.

    Blocks are made of the text, the slip and what is related, and a signed entry has the hash of its body as its name,
    so these two are not hashed again.
    """
    article, proof = package.article, package.proof
    parts = [
        made_with,
        package.name,
        article.variant,
        package.outlet,
        package.modified_at,
        package.cover,
        package.text,
        repr(_slip_values(article.slip)),
        repr(package.related) if package.related else "",
        proof.newsroom,
        proof.revision,
        proof.covers,
        repr(proof.sign_offs),
        repr(proof.counterchecked_by),
        repr(sorted((name, asset.mime) for name, asset in package.assets.items())),
    ]
    for entry in proof.bundle:
        parts += (entry.id, entry.sig, entry.key)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def gone_fingerprint(gone: Gone, made_with: str) -> str:
    """Hash of everything that a notice is made from."""
    return hashlib.sha256(f"{made_with}\0{gone.name}\0{gone.variant}\0{gone.at}".encode()).hexdigest()[:32]


def article_page(
    package: Package,
    options: SiteOptions,
    style: str,
    family: Sequence[tuple[str, str]],
    standing: Container[str] = (),
) -> bytes:
    """The page of an article.

    Args:
        package: The article.
        options: Choices of the newsroom.
        style: Name of the style sheet.
        family: Name and variant of all variants on the site, itself among them; empty when it is the only one.
        standing: File names of the pictures on the site.
    """
    slip, variant = package.article.slip, package.article.variant
    files = pictures.shown(package.assets, standing, pictures.PAGE)
    signed = [f"{ASSETS}/{asset_file(name, package.assets[name].mime)}" for name in page.pictures(package)]
    images = [options.url(path) or f"../{path}" for path in signed]
    url = options.url(f"{ARTICLES}/{address_of(package.name)}.html")
    home = f"../{home_of(variant)}"

    def asset_url(source: str) -> str:
        name = source.removeprefix("asset:")
        return f"../{ASSETS}/{files[name]}" if name in files else page.web_address(source)

    whole = _frame(variant, options, style)(
        title=f"{slip.headline} - {options.title}",
        meta=page.head_meta(package, site=options.title, url=url, image=images[0] if images and url else ""),
        address=Html(f'<link rel="canonical" href="{escaped(url)}">\n') if url else NOTHING,
        alternates=alternates(family, options.url(f"{ARTICLES}/")),
        json_ld=page.json_ld(package, publisher=options.publisher, url=url, images=images),
        place=_place(slip.column, home),
        variants=switch(family, package.name, variant),
        opening=parts.opening(package),
        summary=parts.abstract(package),
        body=parts.body(package, asset_url),
        foot=parts.signed(package),
        origin=parts.details(package),
        keywords=parts.keywords_list(slip.keywords, words_of(variant)),
        proof=parts.proof_box(package, PLACE),
    )
    return with_proof(whole, package)


@lru_cache(maxsize=16)
def _frame(variant: Variant, options: SiteOptions, style: str) -> Template:
    """The page with everything filled in that is the same for all articles of a variant."""
    words, home = words_of(variant), f"../{home_of(variant)}"
    return template("site/article.html").filled(
        lang=variant,
        site=options.title,
        home=home,
        icon=icons.links("../", options.icon),
        style=style,
        skip=words["skip"],
        find=link(home, traditional=variant.traditional) if options.search else NOTHING,
        colophon=colophon(options, words),
    )


def colophon(options: SiteOptions, words: Mapping[str, str]) -> Html:
    """The last line of every page."""
    return Html(f"<span>{escaped(options.publisher)}</span><span>{escaped(words['made_with'])}</span>")


def _place(column: str, home: str) -> Html:
    if not column:
        return NOTHING
    return Html(f'<a class="place" href="{home}columns/{column_key(column)}.html">{escaped(column)}</a>\n')


def entry_of_package(
    package: Package, mark: str, style: str, siblings: str, size: int, standing: Container[str] = ()
) -> Entry:
    """The entry of an article.

    Args:
        package: The article.
        mark: See `fingerprint`.
        style: Name of the style sheet.
        siblings: Names of the variants that its page links to, joined by blanks.
        size: Of the page, in bytes.
        standing: File names of the pictures on the site.
    """
    slip, variant = package.article.slip, package.article.variant
    published = page.published_at(package)
    cover = next(iter(page.pictures(package)), "")
    small = {side: cover and pictures.small_file(cover, side) for side in (pictures.PAGE, pictures.LIST)}
    public = {
        "id": checked_name(package.name),
        "url": f"{ARTICLES}/{address_of(package.name)}.html",
        "variant": str(variant),
        "headline": slip.headline,
        "kicker": slip.kicker,
        "subheadline": slip.subheadline,
        "summary": page.description(package),
        "byline": page.byline_text(slip, variant),
        "source": slip.source,
        "column": slip.column,
        "keywords": list(slip.keywords),
        "published_at": published,
        "modified_at": package.modified_at,
        "cover": asset_file(cover, package.assets[cover].mime) if cover else "",
        "picture": small[pictures.PAGE] if small[pictures.PAGE] in standing else "",
        "thumb": small[pictures.LIST] if small[pictures.LIST] in standing else "",
        "corrected": _corrected(package),
        "corrects": slip.corrects,
    }
    return Entry(
        name=package.name,
        variant=str(variant),
        order=utc_text(published),
        column=column_key(slip.column),
        fingerprint=mark,
        siblings=siblings,
        style=style,
        size=size,
        assets=" ".join(pictures.names(package, standing)),
        public=_public(public),
    )


def _corrected(package: Package) -> dict[str, str] | str:
    """The newest note of a correction with its day; of an article that only a notice corrects, the day alone."""
    notes = [note for note in package.article.slip.corrections if note.text.strip()]
    if notes:
        return {"at": notes[-1].at, "text": notes[-1].text}
    notices = [related.at for related in package.related if related.notice]
    return {"at": max(notices)} if notices else ""


def entry_of_gone(gone: Gone, mark: str, style: str) -> Entry:
    """The entry of a notice."""
    public = {
        "withdrawn": True,
        "id": checked_name(gone.name),
        "url": f"{ARTICLES}/{address_of(gone.name)}.html",
        "variant": str(gone.variant),
        "published_at": gone.at,
        "modified_at": gone.at,
    }
    order = utc_text(gone.at)
    return Entry(gone.name, str(gone.variant), order, "", mark, "", style, 0, "", _public(public))


def _public(fields: Mapping[str, object]) -> str:
    said = {key: value for key, value in fields.items() if value not in ("", [])}
    return json_bytes(said).decode()


def notice_page(gone: Gone, options: SiteOptions, style: str) -> bytes:
    """The notice in place of an article: nothing of the article is in it, not even its headline."""
    words = words_of(gone.variant)
    return template("site/notice.html")(
        lang=gone.variant,
        title=f"{words['notice_title']} - {options.title}",
        root="../",
        icon=icons.links("../", options.icon),
        style=style,
        skip=words["skip"],
        home=f"../{home_of(gone.variant)}index.html",
        site=options.title,
        heading=words["notice_title"],
        text=words["notice_text"],
        facts=Html(parts.line("facts", f"{words['notice_at']}：{shown_time(gone.at)}")),
        back=words["back"],
        colophon=colophon(options, words),
    ).encode()
