"""Pages of the lists."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from editor.publish.formats.page import time_html
from editor.publish.formats.pictures import ASSETS
from editor.publish.site import icons
from editor.publish.site.finding import link
from editor.publish.site.lists import CORRECTIONS, LATEST, is_front
from editor.publish.site.manifest import called
from editor.publish.site.pages import colophon
from editor.publish.template import NOTHING, Html, address_of, escaped, joined, template
from editor.publish.words import shown_time, variant_name, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.publish.site.lists import Column, Edition, Leaf
    from editor.publish.site.manifest import Entry
    from editor.publish.site.options import SiteOptions


def list_page(
    leaf: Leaf,
    options: SiteOptions,
    style: str,
    shown: Sequence[Edition],
    named: Sequence[Column],
    sections: Sequence[Column],
    total: int,
) -> bytes:
    """A page of a list.

    Args:
        leaf: The page.
        options: Choices of the newsroom.
        style: Name of the style sheet.
        shown: All editions, for the switch between them.
        named: Columns in the navigation.
        sections: Columns with headlines beside the list.
        total: How many columns there are.
    """
    edition = leaf.edition
    said = words(traditional=edition.traditional)
    inside = "../" if leaf.column else ""
    root = inside + edition.root
    heading = leaf.column.name if leaf.column else said["latest"]
    number = said["page"].format(number=leaf.number) if leaf.number is not None else ""
    names = [part for part in (leaf.column.name if leaf.column else "", number, options.title) if part]
    return framed(
        edition,
        options,
        shown,
        inside,
        title=" - ".join(names),
        about=f"{options.title} {heading}",
        head=_head(leaf, options, shown, root),
        style=style,
        navigation=_navigation(leaf, named, inside, said, more=len(named) < total),
        main=_main(leaf, sections, root, inside, said, heading, number),
    )


def overview_page(
    edition: Edition, options: SiteOptions, style: str, shown: Sequence[Edition], held: Sequence[Column]
) -> bytes:
    """The page that names all columns, each with its newest headline; made when the navigation cannot hold them."""
    said = words(traditional=edition.traditional)
    root = f"../{edition.root}"
    sections_shown = "\n".join(_section(column, root, "../", said, 1) for column in held)
    return framed(
        edition,
        options,
        shown,
        "../",
        title=f"{said['columns']} - {options.title}",
        about=f"{options.title} {said['columns']}",
        head=NOTHING,
        style=style,
        navigation=NOTHING,
        main=Html(
            f'<h1 class="page-title">{escaped(said["columns"])}</h1>\n<div class="all">\n{sections_shown}\n</div>'
        ),
    )


def framed(edition: Edition, options: SiteOptions, shown: Sequence[Edition], inside: str, **places: str) -> bytes:
    """A page of lists: what all of them have round it, and `places` of the template."""
    said = words(traditional=edition.traditional)
    root = inside + edition.root
    return template("site/list.html")(
        lang=edition.variant,
        site=options.title,
        home=inside,
        root=root,
        icon=icons.links(root, options.icon),
        skip=said["skip"],
        find=link(inside, traditional=edition.traditional) if options.search else NOTHING,
        editions=switch(edition, shown, root, said),
        colophon=colophon(options, said),
        **places,
    ).encode()


def _head(leaf: Leaf, options: SiteOptions, shown: Sequence[Edition], root: str) -> Html:
    url = options.url(address_of(leaf.path))
    lines = (
        [f'<link rel="canonical" href="{escaped(url)}">\n<meta property="og:url" content="{escaped(url)}">\n']
        if url
        else []
    )
    if len(shown) > 1 and is_front(leaf):
        alternate = template("site/alternate.html")
        # Search engines take whole addresses only.
        base = options.url("") or root
        lines += [alternate(lang=edition.variant, url=f"{base}{edition.folder}index.html") for edition in shown]
        lines.append(alternate(lang="x-default", url=f"{base}index.html"))
    return Html("".join(lines))


def switch(edition: Edition, shown: Sequence[Edition], root: str, said: Mapping[str, str]) -> Html:
    """The visible switch between the editions, nothing when there is one."""
    if len(shown) == 1:
        return NOTHING
    items = []
    for other in shown:
        label = escaped(variant_name(other.variant, traditional=other.traditional))
        inner = (
            f'<b aria-current="page">{label}</b>'
            if other == edition
            else f'<a href="{root}{other.folder}index.html" hreflang="{other.variant}">{label}</a>'
        )
        items.append(f'<li lang="{other.variant}">{inner}</li>')
    return Html(f'<ul class="switch" aria-label="{escaped(said["editions"])}">{"".join(items)}</ul>')


def _navigation(leaf: Leaf, named: Sequence[Column], inside: str, said: Mapping[str, str], *, more: bool) -> Html:
    if not named:
        return NOTHING
    current = ' aria-current="page"'
    links = [
        f'<li><a href="{inside}index.html"{"" if leaf.column else current}>{escaped(said["latest_short"])}</a></li>'
    ]
    for column in named:
        here = current if leaf.column is not None and leaf.column.key == column.key else ""
        links.append(f'<li><a href="{inside}columns/{column.key}.html"{here}>{escaped(column.name)}</a></li>')
    if more:
        links.append(f'<li><a href="{inside}columns/index.html">{escaped(said["all_columns"])}</a></li>')
    label = escaped(said["columns"])
    return Html(f'<nav class="columns" aria-label="{label}"><div class="wide"><ul>{"".join(links)}</ul></div></nav>')


def _main(
    leaf: Leaf,
    sections: Sequence[Column],
    root: str,
    inside: str,
    said: Mapping[str, str],
    heading: str,
    number: str,
) -> Html:
    front = is_front(leaf)
    hidden = ' class="unseen"' if front else ' class="page-title"'
    title = f"<h1{hidden}>{escaped(heading)}{f'<small>{escaped(number)}</small>' if number else ''}</h1>"
    main = f"{title}\n{_days(leaf, root, said, lead=front)}{_turn(leaf, said)}{_corrections(leaf, said)}"
    if not leaf.entries:
        main = f'{title}\n<p class="empty">{escaped(said["nothing"])}</p>'
    if not front or not sections:
        return Html(f'<div class="only">\n{main}</div>')
    beside = "\n".join(_section(column, root, inside, said, LATEST) for column in sections)
    label = escaped(said["columns"])
    return Html(
        f'<div class="front-page">\n<div>\n{main}</div>\n'
        f'<aside class="sections" aria-label="{label}">\n{beside}\n</aside>\n</div>'
    )


def _days(leaf: Leaf, root: str, said: Mapping[str, str], *, lead: bool) -> str:
    out: list[str] = []
    entries = list(leaf.entries)
    first = next((entry for entry in entries if not entry.withdrawn), None) if lead else None
    if first is not None:
        entries.remove(first)
        # Its day is seen below the headline; a screen reader wants no level of headings to be left out.
        out.append(f'<h2 class="unseen">{escaped(_day(first) or said["latest_short"])}</h2>')
        out.append(f'<ol class="list">\n{_item(first, root, said, leaf, "lead")}\n</ol>')
    for day, group in groupby(entries, key=_day):
        kind = "day" if day else "unseen"
        out.append(f'<h2 class="{kind}">{escaped(day or said["latest_short"])}</h2>')
        items = "\n".join(_item(entry, root, said, leaf, "") for entry in group)
        out.append(f'<ol class="list">\n{items}\n</ol>')
    return "\n".join(part for part in out if part) + "\n"


def _day(entry: Entry) -> str:
    return shown_time(str(entry.fields()["published_at"])).partition(" ")[0]


def _item(entry: Entry, root: str, said: Mapping[str, str], leaf: Leaf, kind: str) -> Html:
    held = entry.fields()
    withdrawn = entry.withdrawn
    column = str(held.get("column", "")) if leaf.column is None else ""
    facts = [
        f'<b class="tag">{escaped(said["withdrawn"])}</b>' if withdrawn else "",
        f'<b class="tag">{escaped(said["corrected"])}</b>' if "corrected" in held else "",
        escaped(column),
        escaped(str(held.get("byline", ""))),
        escaped(str(held.get("source", ""))),
        time_html(str(held["published_at"])),
    ]
    cover = str(held.get("picture" if kind == "lead" else "thumb") or held.get("cover", ""))
    kinds = " ".join(part for part in ("", kind, "withdrawn" if withdrawn else "") if part)
    return template("site/item.html")(
        kind=f" {kinds}" if kinds else "",
        lang=Html(f' lang="{escaped(entry.variant)}"') if entry.variant != leaf.edition.variant else NOTHING,
        picture=_picture(cover, f"{root}{held['url']}", root, eager=kind == "lead"),
        kicker=_line("kicker", str(held.get("kicker", ""))),
        url=Html(escaped(f"{root}{held['url']}")),
        headline=said["notice_title"] if withdrawn else called(held),
        summary=_line("summary", str(held.get("summary", ""))),
        facts=Html("".join(f"<span>{fact}</span>" for fact in facts if fact)),
    )


def _picture(cover: str, url: str, root: str, *, eager: bool) -> Html:
    if not cover:
        return NOTHING
    loading = "" if eager else ' loading="lazy"'
    image = f'<img src="{escaped(f"{root}{ASSETS}/{cover}")}" alt="" decoding="async"{loading}>'
    return Html(f'<a class="thumb" href="{escaped(url)}" tabindex="-1" aria-hidden="true">{image}</a>\n')


def _line(kind: str, text: str) -> Html:
    return Html(f'<p class="{kind}">{escaped(text)}</p>\n') if text else NOTHING


def _section(column: Column, root: str, inside: str, said: Mapping[str, str], length: int) -> str:
    items = []
    for entry in column.entries[:length]:
        held = entry.fields()
        items.append(
            f'<li lang="{entry.variant}"><a href="{escaped(root + str(held["url"]))}">{escaped(called(held))}</a></li>'
        )
    href = f"{inside}columns/{column.key}.html"
    more = f'<a class="more" href="{href}" tabindex="-1" aria-hidden="true">{escaped(said["more"])}</a>'
    name = f'<a href="{href}">{escaped(column.name)}</a>'
    return f"<section>\n<h2>{name}{more}</h2>\n<ul>\n{joined([Html(item) for item in items])}\n</ul>\n</section>"


def _corrections(leaf: Leaf, said: Mapping[str, str]) -> str:
    """Where the front page leads to what was corrected and withdrawn."""
    if not leaf.corrections:
        return ""
    return f'<p class="turn"><a href="{CORRECTIONS}">{escaped(said["corrections"])}</a></p>\n'


def _turn(leaf: Leaf, said: Mapping[str, str]) -> str:
    if not leaf.older and not leaf.newer:
        return ""
    newer = f'<a rel="prev" href="{leaf.newer}">← {escaped(said["newer"])}</a>' if leaf.newer else "<span></span>"
    older = f'<a rel="next" href="{leaf.older}">{escaped(said["older"])} →</a>' if leaf.older else "<span></span>"
    return f'<nav class="turn" aria-label="{escaped(said["pages"])}">{newer}{older}</nav>\n'
